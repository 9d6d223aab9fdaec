package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.merkle.InclusionProof;

/**
 * What proves to anybody, offline, that a record stands in the log: the record as shown, its path
 * to the root, and the signed checkpoint with that root.
 *
 * @param record the record as everybody may see it
 * @param path from its leaf to the root
 * @param checkpoint the signed root
 * @since 0.1.0
 */
public record EntryProof(
        PublicRecord record, InclusionProof path, PublishedCheckpoint checkpoint) {}
