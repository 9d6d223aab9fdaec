package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.ruling.RuleTexts;
import java.time.LocalDate;
import java.util.Map;

/**
 * What people outside a mediation see of it, for example round 1, proposed on 2025-11-05 and agreed
 * on 2025-11-07. Neither persons, texts, place nor who refused.
 *
 * @param round which mediation of its case, from 1
 * @param progress how far it is
 * @param proposedOn the day of the proposal
 * @param since the day of the agreement or of the end; the day of the proposal while it is open
 * @since 0.1.0
 */
public record PublicMediation(int round, Progress progress, LocalDate proposedOn, LocalDate since) {

    /** How far a mediation is, as far as others are concerned. */
    public enum Progress {
        /** It goes on. */
        OPEN,
        /** There is an agreement. */
        AGREEMENT,
        /** There is none, or a court found it invalid. */
        NO_AGREEMENT
    }

    /**
     * How far it is, for people, for example {@code Mediation 1 led to an agreement on 2025-11-07}.
     *
     * @param texts those of the language wanted
     * @return one line of text
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        return texts.line(
                "mediation." + progress, Map.of("round", "" + round, "since", since.toString()));
    }
}
