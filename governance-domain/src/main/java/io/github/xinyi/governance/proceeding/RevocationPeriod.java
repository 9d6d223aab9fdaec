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
 * @param decidedOn the day of the decision
 * @param knownOn the day from which is counted, not before {@code decidedOn}; it does not count
 *     itself
 * @param knowledge how that day was found
 * @since 0.1.0
 */
public record RevocationPeriod(
        PersonId owner, LocalDate decidedOn, LocalDate knownOn, Knowledge knowledge) {

    private static final int YEARS = 1;

    /** The years from the decision after which Civil Code art. 152 ends a right to revoke. */
    private static final int LONGEST_YEARS = 5;

    private static final Citation FIVE_YEARS = Statutes.CIVIL_CODE.at(152, 2).asInterpretation();

    /** Refuses knowledge of a decision that was not taken yet. */
    public RevocationPeriod {
        if (knownOn.isBefore(decidedOn)) {
            throw new IllegalArgumentException("known " + knownOn + ", decided " + decidedOn);
        }
    }

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
     * <p>A suit before the decision asks for nothing. Whoever sues knows, so a suit before {@link
     * #knownOn} shows that this day is wrong; it is then counted from the decision, the earliest
     * day that it can have been.
     *
     * @param filedOn the day on which it came to the court
     * @param calendar the rest days
     * @return not met before the decision and after the year; undetermined for {@link
     *     Deadline#LONGEST_REST_DAYS} days after the year where the rest days are not known, for a
     *     suit before {@link #knownOn} and more than a year after the decision, and for one more
     *     than five years after the decision, since no text read says whether Civil Code art. 152
     *     para. 2 ends this right too
     */
    public Finding suit(LocalDate filedOn, HolidayCalendar calendar) {
        boolean early = filedOn.isBefore(knownOn);
        Deadline deadline =
                Deadline.after(early ? decidedOn : knownOn, YEARS, Deadline.Unit.YEARS, calendar);
        Deadline longest = Deadline.after(decidedOn, LONGEST_YEARS, Deadline.Unit.YEARS, calendar);
        boolean old = longest.isOverOn(filedOn);
        Verdict verdict = inTime(deadline, filedOn);
        if (filedOn.isBefore(decidedOn)) {
            verdict = Verdict.NOT_MET;
        } else if ((early && verdict == Verdict.NOT_MET) || (old && verdict == Verdict.MET)) {
            verdict = Verdict.UNDETERMINED;
        }
        return new Suit(this, deadline, filedOn, verdict, old ? List.of(FIVE_YEARS) : List.of());
    }

    /** Undetermined where a holiday that is not known may still move the last day. */
    static Verdict inTime(Deadline deadline, LocalDate filedOn) {
        if (!deadline.isCertainOn(filedOn)) {
            return Verdict.UNDETERMINED;
        }
        return deadline.isOverOn(filedOn) ? Verdict.NOT_MET : Verdict.MET;
    }

    /**
     * Whether a suit is in time, with the days.
     *
     * @param period whose right, and from when
     * @param deadline the last day
     * @param filedOn the day on which the suit came in
     * @param verdict what it says
     * @param also what else it rests on
     */
    public record Suit(
            RevocationPeriod period,
            Deadline deadline,
            LocalDate filedOn,
            Verdict verdict,
            List<Citation> also)
            implements Finding {

        /** Copies what else it rests on. */
        public Suit {
            also = List.copyOf(also);
        }

        /** {@code proceeding.revocation-in-time}. */
        public static final RuleCode CODE = new RuleCode("proceeding.revocation-in-time");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("owner", period.owner())
                    .and("decided", period.decidedOn())
                    .and("known", period.knownOn())
                    .and("start", deadline.start())
                    .and("last", deadline.lastDay())
                    .and("filed", filedOn)
                    .and("calendar", deadline.calendarEdition())
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
            basis.addAll(also);
            return List.copyOf(basis);
        }
    }
}
