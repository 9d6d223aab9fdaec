/**
 * Who may do what over HTTP: the {@link io.github.xinyi.rest.access.Gate} asks an {@link
 * io.github.xinyi.rest.access.AccessPolicy}, by default the {@link
 * io.github.xinyi.rest.access.RoleModel} that is shipped, for a {@link
 * io.github.xinyi.rest.access.Caller} whom the host knows. May depend on identities alone.
 */
@NullMarked
package io.github.xinyi.rest.access;

import org.jspecify.annotations.NullMarked;
