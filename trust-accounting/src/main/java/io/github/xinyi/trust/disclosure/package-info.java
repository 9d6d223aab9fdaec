/**
 * What the log publishes: checkpoints, and the signed notes that carry them (T3 of the contracts).
 *
 * <p>Start from {@link io.github.xinyi.trust.disclosure.CheckpointText}, the three lines that
 * commit to a tree head, {@link io.github.xinyi.trust.disclosure.NoteSigner}, which signs them, and
 * {@link io.github.xinyi.trust.disclosure.NoteVerifier}, which checks them with a published key.
 */
@NullMarked
package io.github.xinyi.trust.disclosure;

import org.jspecify.annotations.NullMarked;
