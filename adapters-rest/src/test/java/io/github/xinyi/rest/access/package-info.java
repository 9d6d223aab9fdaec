/** Tests of who may call, and how often. */
@NullMarked
package io.github.xinyi.rest.access;

import org.jspecify.annotations.NullMarked;
