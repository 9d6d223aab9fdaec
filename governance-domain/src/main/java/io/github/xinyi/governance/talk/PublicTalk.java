package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.ruling.RuleTexts;
import java.util.Map;

/**
 * What everybody may see of a talk. No person, no text, no identifier (Personal Information
 * Protection Law arts. 6 and 25), and no small group: fewer than {@link #SMALLEST_GROUP} supporters
 * or reviewers of one mind are shown as none, since a courtyard knows its neighbours.
 *
 * @param status how far it is
 * @param plans how often a plan was made
 * @param overdue whether the last plan should have been carried out before
 * @param supporters how many support the issue; 0 if they are fewer than {@link #SMALLEST_GROUP}
 * @param satisfied how many were satisfied at the last review; 0 if they are fewer than {@link
 *     #SMALLEST_GROUP}, or there was none
 * @param dissatisfied how many were not, in the same way; no total is shown, from which the other
 *     group could be found
 * @since 0.1.0
 */
public record PublicTalk(
        Talk.Status status,
        int plans,
        boolean overdue,
        int supporters,
        int satisfied,
        int dissatisfied) {

    /** The smallest group that is shown, a figure of ours. */
    public static final int SMALLEST_GROUP = 5;

    /**
     * How far it is, for people, for example {@code The issue is to be done; plans made: 1;
     * supporters: 6}.
     *
     * @param texts those of the language wanted
     * @return one line of text
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        return texts.line(
                "talk.about",
                Map.of(
                        "status", status.name(),
                        "plans", "" + plans,
                        "late", overdue ? "OVERDUE" : "",
                        "supporters", told(supporters),
                        "satisfied", told(satisfied),
                        "dissatisfied", told(dissatisfied)));
    }

    private static String told(int group) {
        return group == 0 ? "" : "" + group;
    }

    static int shown(int group) {
        return group < SMALLEST_GROUP ? 0 : group;
    }
}
