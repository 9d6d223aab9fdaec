package io.github.xinyi.rest.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owners decided, as a JSON array.
 *
 * @param decisions a page, one for each motion, by meeting
 * @param next the cursor of the next page, null at the end; not in the JSON
 * @since 0.1.0
 */
public record DecisionList(@JsonValue List<Decision> decisions, @Nullable String next)
        implements Answer {

    /** Copies the list. */
    public DecisionList {
        decisions = List.copyOf(decisions);
    }

    /**
     * A motion and what it came to.
     *
     * @param meeting the meeting's number
     * @param meetingTitle as announced
     * @param motion the motion's number
     * @param title as announced
     * @param matter the item of Civil Code art. 278 para. 1
     * @param voteClass {@code ORDINARY} or {@code SPECIAL}
     * @param result for example {@code PASSED}
     * @param bars area quorum, head quorum, area consent, head consent
     * @param findings all findings, met and not met
     * @param ballots how many came in and count
     */
    public record Decision(
            String meeting,
            String meetingTitle,
            String motion,
            String title,
            int matter,
            String voteClass,
            String result,
            List<Bar> bars,
            List<Finding> findings,
            Ballots ballots) {

        /** Copies the lists. */
        public Decision {
            bars = List.copyOf(bars);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A threshold and how far it was reached.
     *
     * @param rule the rule's code
     * @param label as shown
     * @param part for example {@code 46011.13}
     * @param whole for example {@code 59677.88}
     * @param unit {@code m2} or {@code heads}
     * @param threshold for example {@code ≥2/3}
     * @param met whether it was reached
     */
    public record Bar(
            String rule,
            String label,
            String part,
            String whole,
            String unit,
            String threshold,
            boolean met) {}

    /**
     * A finding.
     *
     * @param rule the rule's code
     * @param verdict for example {@code MET}
     * @param text with figures and sources
     */
    public record Finding(String rule, String verdict, String text) {}

    /**
     * Ballots of the meeting, on one motion.
     *
     * @param received how many came in
     * @param effective how many count
     * @param setAside those that do not, by reason; one with two reasons is under both
     */
    public record Ballots(long received, long effective, List<SetAside> setAside) {

        /** Copies the list. */
        public Ballots {
            setAside = List.copyOf(setAside);
        }
    }

    /**
     * Ballots that do not count for one reason.
     *
     * @param reason its code
     * @param text as shown
     * @param count how many
     */
    public record SetAside(String reason, String text, long count) {}
}
