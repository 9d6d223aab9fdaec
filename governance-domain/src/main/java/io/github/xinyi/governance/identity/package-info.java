/**
 * Typed identifiers, opaque to the rules: {@link io.github.xinyi.governance.identity.CommunityId},
 * {@link io.github.xinyi.governance.identity.UnitId}, {@link
 * io.github.xinyi.governance.identity.PersonId}. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.governance.identity;

import org.jspecify.annotations.NullMarked;
