/**
 * Two keys (双密码): {@link io.github.xinyi.trust.keys.OutflowOrder} is what both sign, {@link
 * io.github.xinyi.trust.keys.TwoKeys} checks, {@link io.github.xinyi.trust.keys.TwoKeyProof} is
 * what the book asks for before money leaves. May depend on money, canonical, merkle (for hashes).
 */
@NullMarked
package io.github.xinyi.trust.keys;

import org.jspecify.annotations.NullMarked;
