package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.journal.SourceDocument;
import java.time.Instant;

/**
 * What became of a disbursement outside the book, for example sent to the bank under instruction
 * {@code ZL-0031}; never changed, only followed by another.
 *
 * @param status sent, failed or withdrawn
 * @param at the moment
 * @param paper what shows it: the instruction, the bank's notice, the asker's letter
 * @since 0.1.0
 */
public record Step(Disbursement.Status status, Instant at, SourceDocument paper) {

    /** Refuses states that keys and book make. */
    public Step {
        if (!status.isStep()) {
            throw new IllegalArgumentException("no step leads to " + status);
        }
    }
}
