package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline.Unit;
import io.github.xinyi.governance.law.DeadlineCount;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.NoticeClauses;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Due;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The regular meetings (定期会议) of the owners of one community since they had their first, for
 * example since 2023-03-01 with one on 2024-02-20: within twelve months of the last in Beijing
 * (art. 35 para. 2), Shandong (art. 28 para. 1) and Ningbo (art. 24 para. 1), which ask for one
 * every year; elsewhere the rules of procedure say when.
 *
 * <p>That a year runs from the meeting before, and is no calendar year, is our reading. A meeting
 * of any kind counts as one.
 *
 * @param since the day of the first meeting, from which the first period runs
 * @param heldOn the days of the meetings after it; at most {@link #MAX_MEETINGS}
 * @since 0.1.0
 */
public record RegularMeetings(LocalDate since, SortedSet<LocalDate> heldOn) {

    /** The greatest number of meetings. */
    public static final int MAX_MEETINGS = 1_000;

    /** Copies the days, and refuses too many and one that is not after the first meeting. */
    public RegularMeetings {
        if (heldOn.size() > MAX_MEETINGS) {
            throw new IllegalArgumentException("too many meetings: " + heldOn.size());
        }
        if (!heldOn.isEmpty() && !heldOn.first().isAfter(since)) {
            throw new IllegalArgumentException(heldOn.first() + " is not after " + since);
        }
        heldOn = Collections.unmodifiableSortedSet(new TreeSet<>(heldOn));
    }

    /**
     * Which were held in time, and whether the next is due.
     *
     * @param profile the clauses of the place
     * @param today the day asked about; a meeting after it is not held yet
     * @param count how last days are found, by a calendar or plain
     * @return a finding for each meeting held and one for the next, then the notices of the
     *     profile; empty where no text of the place asks for a meeting in a number of months
     */
    public List<Finding> duties(RegionProfile profile, LocalDate today, DeadlineCount count) {
        Optional<Clause<Integer>> months = profile.find(NoticeClauses.MEETING_MONTHS);
        if (months.isEmpty()) {
            return List.of();
        }
        int length = months.get().value();
        List<Citation> basis =
                months.get().basis().stream().map(Citation::asInterpretation).toList();
        Rule rule = ProceedingRule.REGULAR_HELD.under(basis);
        List<Finding> findings = new ArrayList<>();
        LocalDate last = since;
        for (LocalDate day : heldOn.headSet(today.plusDays(1))) {
            findings.add(Due.of(rule, count.after(last, length, Unit.MONTHS), day, today));
            last = day;
        }
        findings.add(Due.of(rule, count.after(last, length, Unit.MONTHS), today));
        findings.addAll(profile.notices());
        return List.copyOf(findings);
    }
}
