package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long one owner can ask a court to revoke a decision (撤销权): one year from the day on which
 * that owner knew or should have known of it, for example from 2024-02-29 to 2025-02-28.
 *
 * <p>It runs for each owner apart, is neither suspended nor interrupted nor extended (Civil Code
 * art. 199), and then the right is gone; until a court revokes it the decision binds. Source: Civil
 * Code art. 280 para. 2, SPC-Own art. 12.
 *
 * @param owner whose right
 * @param knownOn the day from which is counted; it does not count itself
 * @param knowledge how that day was found
 * @since 0.1.0
 */
public record RevocationPeriod(PersonId owner, LocalDate knownOn, Knowledge knowledge) {

    private static final int YEARS = 1;

    /** How the first day was found. */
    public enum Knowledge {
        /** The owner knew of the decision on that day. */
        KNEW,
        /**
         * The decision was put up on that day, so that the owner should have known: our reading.
         */
        PUT_UP
    }

    /**
     * The last day, which moves past rest days (Civil Code art. 203).
     *
     * @param calendar the rest days
     * @return one year from {@code knownOn}
     */
    public Deadline deadline(HolidayCalendar calendar) {
        return Deadline.after(knownOn, YEARS, Deadline.Unit.YEARS, calendar);
    }

    /**
     * Whether a suit is in time.
     *
     * @param filedOn the day on which it came to the court
     * @param calendar the rest days
     * @return undetermined for {@link Deadline#LONGEST_REST_DAYS} days after the year where the
     *     rest days are not known
     */
    public Finding suit(LocalDate filedOn, HolidayCalendar calendar) {
        Deadline deadline = deadline(calendar);
        Verdict moved = deadline.isOverOn(filedOn) ? Verdict.NOT_MET : Verdict.MET;
        boolean certain = deadline.isCertainOn(filedOn);
        return new Suit(this, deadline, filedOn, certain ? moved : Verdict.UNDETERMINED);
    }

    /**
     * Whether a suit is in time, with the days.
     *
     * @param period whose right, and from when
     * @param deadline the last day
     * @param filedOn the day on which the suit came in
     * @param verdict what it says
     */
    public record Suit(
            RevocationPeriod period, Deadline deadline, LocalDate filedOn, Verdict verdict)
            implements Finding {

        /** {@code proceeding.revocation-in-time}. */
        public static final RuleCode CODE = new RuleCode("proceeding.revocation-in-time");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("owner", period.owner())
                    .and("known", period.knownOn())
                    .and("last", deadline.lastDay())
                    .and("filed", filedOn)
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            Citation oneYear = Statutes.SPC_OWNERSHIP.at(12);
            List<Citation> basis =
                    new ArrayList<>(
                            List.of(
                                    Statutes.CIVIL_CODE.at(280, 2),
                                    period.knowledge() == Knowledge.KNEW
                                            ? oneYear
                                            : oneYear.asInterpretation(),
                                    Statutes.CIVIL_CODE.at(199)));
            basis.addAll(deadline.basis());
            return List.copyOf(basis);
        }
    }
}
