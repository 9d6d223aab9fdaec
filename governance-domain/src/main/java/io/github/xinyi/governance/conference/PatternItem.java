package io.github.xinyi.governance.conference;

/**
 * What the table of a conference says in one row, for example {@link #AGENDA_DAYS}.
 *
 * @since 0.1.0
 */
public enum PatternItem {
    /** What the conference is called (名称). */
    TITLE("名称", 0, 0),
    /** The party that calls and chairs it (召集方); it is one of the parties. */
    CONVENER("召集方", 0, 0),
    /** Another party with a seat (参会方), one row each. */
    PARTY("参会方", 0, 0),
    /** An ordinary conference is due every so many months (例会间隔月数), 1 to 12. */
    PERIOD_MONTHS("例会间隔月数", 1, 12),
    /** The agenda is sent so many days before (议程提前天数), 0 to 30. */
    AGENDA_DAYS("议程提前天数", 0, 30),
    /** On request of a party it is held within so many days (临时会议天数), 1 to 30. */
    EXTRA_DAYS("临时会议天数", 1, 30),
    /** So many parties must be there (到会方数), the convener among them; more than half of all. */
    QUORUM("到会方数", 2, ConferencePattern.MAX_PARTIES);

    private final String label;
    private final int least;
    private final int most;

    PatternItem(String label, int least, int most) {
        this.label = label;
        this.least = least;
        this.most = most;
    }

    /**
     * The word for it in a table.
     *
     * @return for example {@code 议程提前天数}
     */
    public String label() {
        return label;
    }

    boolean isFigure() {
        return most > 0;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    boolean accepts(String value) {
        return value.matches("[0-9]{1,2}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
    }
}
