package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.journal.SourceDocument;
import java.time.LocalDate;

/**
 * A loss that the firm has caused to the owners' money (Trust Law art. 36): until it is repaired,
 * remuneration accrues and is not drawn.
 *
 * @param finding the paper that found it
 * @param foundOn the first day on which nothing is drawn
 * @param repairedOn the first day on which it is drawn again; {@link LocalDate#MAX} while it is not
 *     repaired
 * @since 0.1.0
 */
public record Loss(SourceDocument finding, LocalDate foundOn, LocalDate repairedOn) {

    /** Refuses a repair before the loss. */
    public Loss {
        if (repairedOn.isBefore(foundOn)) {
            throw new IllegalArgumentException("repaired before it was found: " + finding);
        }
    }

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(foundOn) && day.isBefore(repairedOn);
    }
}
