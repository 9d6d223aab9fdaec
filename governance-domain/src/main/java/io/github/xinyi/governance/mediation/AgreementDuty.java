package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.PersonId;
import java.time.LocalDate;

/**
 * What a party promised in an agreement and by when, for example to keep the dog indoors from 12:00
 * to 14:00 and from 22:00, from 2025-11-10 on.
 *
 * @param party who
 * @param content what and how, 1 to {@link Mediation#MAX_TEXT} characters; free text
 * @param dueOn the last day for it
 * @since 0.1.0
 */
public record AgreementDuty(PersonId party, String content, LocalDate dueOn) {

    /** Refuses a duty without content. */
    public AgreementDuty {
        if (!Mediation.isText(content)) {
            throw new IllegalArgumentException("content has length " + content.length());
        }
    }
}
