package io.github.xinyi.governance.talk;

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

    static int shown(int group) {
        return group < SMALLEST_GROUP ? 0 : group;
    }
}
