/**
 * The file with which anybody proves to himself, offline, that an entry stands in the log.
 *
 * <p>Start from {@link io.github.xinyi.trust.proof.EntryProofFile}, which writes it, and {@link
 * io.github.xinyi.trust.proof.EntryProofCheck}, which checks it. Needs disclosure and merkle, and
 * of the outside the JDK alone.
 */
@NullMarked
package io.github.xinyi.trust.proof;

import org.jspecify.annotations.NullMarked;
