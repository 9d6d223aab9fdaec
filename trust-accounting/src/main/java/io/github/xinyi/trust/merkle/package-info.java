/**
 * The Merkle tree of RFC 9162 section 2.1 over SHA-256 or another digest, and its proofs.
 *
 * <p>Start from {@link io.github.xinyi.trust.merkle.Frontier}, which grows a tree, {@link
 * io.github.xinyi.trust.merkle.MerkleProofs}, which makes proofs out of stored nodes, and {@link
 * io.github.xinyi.trust.merkle.MerkleVerifier}, which checks them. Needs nothing but the JDK.
 */
@NullMarked
package io.github.xinyi.trust.merkle;

import org.jspecify.annotations.NullMarked;
