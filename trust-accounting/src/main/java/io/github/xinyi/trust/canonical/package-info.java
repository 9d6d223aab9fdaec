/**
 * One injective byte form for everything that is hashed or signed: {@link
 * io.github.xinyi.trust.canonical.CanonicalBytes}. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.trust.canonical;

import org.jspecify.annotations.NullMarked;
