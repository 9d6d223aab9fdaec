package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the steps of a meeting's course need by the course itself, whatever the place. */
final class CourseGates {

    private final Proceeding before;

    CourseGates(Proceeding before) {
        this.before = before;
    }

    static Finding timeOrder(boolean met, Object earlier, Object later) {
        return RuleCheck.of(ProceedingRule.TIME_ORDER, met, "earlier", earlier, "later", later);
    }

    Finding committeeFailed(Instant now) {
        Optional<LocalDate> due = before.last(ConveningOrdered.class).map(ConveningOrdered::dueOn);
        return RuleCheck.of(
                ProceedingRule.CONVENER_FAILED,
                due.filter(day -> Proceeding.day(now).isAfter(day)).isPresent(),
                "due",
                due.map(Objects::toString).orElse("-"),
                "now",
                Proceeding.day(now));
    }

    List<Finding> notice(NoticeGiven notice) {
        List<Finding> findings = new ArrayList<>();
        findings.add(dayOf(notice.notifiedOn(), notice.occurredAt()));
        findings.add(notBackdated(notice));
        findings.add(
                timeOrder(
                        !notice.rosterDate().isAfter(Proceeding.day(notice.opensAt())),
                        notice.rosterDate(),
                        Proceeding.day(notice.opensAt())));
        if (before.stage() == Stage.NOTIFIED) {
            findings.add(beforeOpening(notice.occurredAt(), notice.opensAt()));
        }
        findings.add(
                RuleCheck.of(
                        ProceedingRule.RESIDENTS_COMMITTEE,
                        notice.neighbourhood() != Neighbourhood.RESIDENTS_COMMITTEE_NOT_TOLD,
                        "told",
                        notice.neighbourhood()));
        return findings;
    }

    /** Nobody is told before there is a proposal; a change is told on the day it is recorded. */
    private Finding notBackdated(NoticeGiven notice) {
        Instant since =
                before.last(NoticeGiven.class)
                        .map(earlier -> notice.occurredAt())
                        .orElseGet(
                                () ->
                                        before.all(ProceedingEvent.class)
                                                .findFirst()
                                                .orElseThrow()
                                                .occurredAt());
        return timeOrder(
                !notice.notifiedOn().isBefore(Proceeding.day(since)),
                notice.notifiedOn(),
                Proceeding.day(since));
    }

    /** A day that is recorded afterwards is not in the future, and no earlier than the count. */
    Finding dayOf(LocalDate on, Instant recorded) {
        LocalDate earliest =
                before.last(TallyRecorded.class)
                        .map(tally -> Proceeding.dayOf(tally))
                        .orElse(LocalDate.MIN);
        boolean met = !on.isAfter(Proceeding.day(recorded)) && !on.isBefore(earliest);
        return timeOrder(met, on, Proceeding.day(recorded));
    }

    /** Nothing can be said of a result before it is put up. */
    Finding afterPublication(LocalDate on) {
        LocalDate published =
                before.last(ResultPublished.class)
                        .map(ResultPublished::publishedOn)
                        .orElse(LocalDate.MIN);
        return timeOrder(!on.isBefore(published), published, on);
    }

    Finding beforeOpening(Instant now, Instant opening) {
        Instant announced = before.opensAt().orElse(Instant.MIN);
        return RuleCheck.of(
                ProceedingRule.POSTPONED_BEFORE_OPENING,
                now.isBefore(announced) && !opening.isBefore(announced),
                "now",
                now,
                "announced",
                announced,
                "opening",
                opening);
    }

    Finding opening(Instant now) {
        Instant opening = before.opensAt().orElse(Instant.MAX);
        return RuleCheck.of(
                ProceedingRule.OPENING_TIME,
                !now.isBefore(opening) && now.isBefore(before.closesAt().orElse(Instant.MIN)),
                "now",
                now,
                "opening",
                opening);
    }

    Finding extension(Instant now, Instant closing) {
        Instant announced = before.closesAt().orElse(Instant.MIN);
        Instant latest =
                before.latest(Postponed::closesAt, NoticeGiven::latestCloseAt).orElse(Instant.MIN);
        return RuleCheck.of(
                ProceedingRule.EXTENDED_AS_ANNOUNCED,
                !now.isAfter(announced) && closing.isAfter(announced) && !closing.isAfter(latest),
                "announced",
                announced,
                "closing",
                closing,
                "latest",
                latest);
    }

    Finding closing(Instant now) {
        Instant closing = before.closesAt().orElse(Instant.MAX);
        return RuleCheck.of(
                ProceedingRule.CLOSING_TIME,
                !now.isBefore(closing),
                "now",
                now,
                "closing",
                closing);
    }

    Finding binds(MotionId motion) {
        return RuleCheck.of(
                ProceedingRule.DECISION_BINDS,
                before.standing(motion) == Standing.BINDING,
                "motion",
                motion,
                "standing",
                before.standing(motion));
    }
}
