package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.CaseReviewed;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.LocalStepTaken;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.ReminderSent;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.SupervisionOrdered;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether an event may be the next one of a case: the rules that commands and readers share. */
final class CaseJudge {

    private static final EventCodec CODEC = EventCodec.of(CaseEvent.class).with(CaseChanges.all());
    private static final Set<Stage> IN_HAND =
            EnumSet.of(Stage.ASSIGNED, Stage.VISITED, Stage.BROKEN);

    private final CaseRecord state;
    private final CaseFindings findings;

    CaseJudge(CaseRecord state) {
        this.state = state;
        this.findings = new CaseFindings(state);
    }

    Ruling judge(CaseEvent event) {
        if (!event.community().equals(state.community()) || !event.caseId().equals(state.id())) {
            throw new IllegalArgumentException("an event of another case: " + event);
        }
        Instant last = state.at(state.history().size() - 1);
        List<Finding> all = new ArrayList<>();
        all.add(length(event));
        all.add(
                RuleCheck.of(
                        CaseRule.TIME_ORDER,
                        !event.occurredAt().isBefore(last),
                        "last",
                        last,
                        "at",
                        event.occurredAt()));
        all.add(storable(event));
        all.addAll(judgeKind(event));
        return new Ruling(all);
    }

    private List<Finding> judgeKind(CaseEvent event) {
        if (event instanceof WorkDispatched
                || event instanceof WorkDone
                || event instanceof PaymentLinked
                || event instanceof CaseRated) {
            return new ServiceJudge(state).judge(event);
        }
        if (event instanceof MediationOpened
                || event instanceof MediationEnded
                || event instanceof AgreementReached
                || event instanceof PerformanceChecked) {
            return new SettlementJudge(state).judge(event);
        }
        if (event instanceof LimitExtended
                || event instanceof ReminderSent
                || event instanceof SupervisionOrdered) {
            return new LimitJudge(state).judge(event);
        }
        return judgeHandling(event);
    }

    private List<Finding> judgeHandling(CaseEvent event) {
        if (event instanceof CaseReported) {
            return List.of(findings.at(EnumSet.of(Stage.FOUND)));
        }
        if (event instanceof CaseOffered offered) {
            return offer(offered);
        }
        if (event instanceof OfferDeclined declined) {
            return List.of(
                    offered(isOffered(declined.by()), declined.by()),
                    CaseFindings.text(declined.reason()));
        }
        if (event instanceof CaseAccepted accepted) {
            boolean ownCase =
                    state.stage() == Stage.REPORTED
                            && state.offeredTo().isEmpty()
                            && accepted.by().equals(state.holder());
            return List.of(
                    findings.at(CaseDuties.OPEN),
                    offered(ownCase || isOffered(accepted.by()), accepted.by()));
        }
        if (event instanceof ReporterAnswered answered) {
            return List.of(findings.at(CaseDuties.OPEN), findings.held(answered.by()));
        }
        if (event instanceof TeamCalled called) {
            return team(called);
        }
        if (event instanceof VisitMade visit) {
            return visit(visit);
        }
        return judgeEnd(event);
    }

    private List<Finding> offer(CaseOffered offered) {
        return List.of(
                findings.at(CaseDuties.OPEN),
                findings.held(offered.from()),
                RuleCheck.of(
                        CaseRule.NO_OPEN_OFFER, state.offeredTo().isEmpty(), "case", state.id()),
                RuleCheck.of(
                        CaseRule.OFFERED_ELSEWHERE,
                        !offered.to().equals(state.holder()),
                        "person",
                        offered.to()),
                CaseFindings.text(offered.reason()));
    }

    private List<Finding> team(TeamCalled called) {
        int size = called.members().size();
        return List.of(
                findings.at(IN_HAND),
                RuleCheck.of(
                        CaseRule.TEAM_COMPLETE,
                        size > 0 && called.persons().size() == size,
                        "team",
                        called.team()),
                RuleCheck.of(
                        CaseRule.TEAM_SIZE,
                        size <= GridCase.MAX_TEAM,
                        "members",
                        size,
                        "most",
                        GridCase.MAX_TEAM));
    }

    private List<Finding> visit(VisitMade visit) {
        Set<PersonId> admitted = state.team();
        admitted.add(state.holder());
        return List.of(
                findings.at(IN_HAND),
                RuleCheck.of(
                        CaseRule.VISITORS,
                        !visit.visitors().isEmpty() && admitted.containsAll(visit.visitors()),
                        "visitors",
                        visit.visitors(),
                        "admitted",
                        admitted),
                CaseFindings.text(visit.note()));
    }

    private List<Finding> judgeEnd(CaseEvent event) {
        if (event instanceof CaseEscalated escalated) {
            return List.of(
                    findings.at(
                            EnumSet.of(
                                    Stage.ASSIGNED,
                                    Stage.VISITED,
                                    Stage.AT_WORK,
                                    Stage.AGREED,
                                    Stage.BROKEN)),
                    findings.held(escalated.by()),
                    CaseFindings.text(escalated.reason()));
        }
        if (event instanceof FollowedUp followed) {
            return List.of(
                    findings.at(awaitingFollowUp()),
                    findings.held(followed.by()),
                    CaseFindings.text(followed.note()),
                    performanceChecked());
        }
        if (event instanceof CaseReviewed reviewed) {
            return reviewing(reviewed);
        }
        if (event instanceof LocalStepTaken taken) {
            return local(taken);
        }
        if (event instanceof CaseClosed closed) {
            return closing(closed);
        }
        if (event instanceof CaseReopened reopened) {
            return reopening(reopened);
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    /** Once settled, or asked less often than the place wants. */
    private Set<Stage> awaitingFollowUp() {
        Set<Stage> stages = EnumSet.copyOf(CaseDuties.SETTLED);
        if (!state.isFollowedUp()) {
            stages.add(Stage.FOLLOWED_UP);
        }
        return stages;
    }

    /** A case that nobody has to follow up ends where it was settled. */
    private Set<Stage> end() {
        Set<Stage> stages = EnumSet.of(Stage.FOLLOWED_UP);
        if (state.steps().followUps() == 0) {
            stages.addAll(CaseDuties.SETTLED);
        }
        return stages;
    }

    private RuleCheck followedUp() {
        return RuleCheck.of(
                CaseRule.FOLLOWED_UP,
                state.isFollowedUp(),
                "asked",
                state.followUps(),
                "needed",
                state.steps().followUps());
    }

    private RuleCheck performanceChecked() {
        return RuleCheck.of(
                CaseRule.PERFORMANCE_CHECKED,
                state.stage() != Stage.AGREED || state.isPerformanceChecked(),
                "case",
                state.id());
    }

    private List<Finding> reviewing(CaseReviewed reviewed) {
        return List.of(
                findings.at(end()),
                followedUp(),
                performanceChecked(),
                RuleCheck.of(
                        CaseRule.REVIEW,
                        state.steps().asks(CaseStep.REVIEW_BEFORE_CLOSE)
                                && !state.isReviewed()
                                && !reviewed.by().equals(state.holder()),
                        "person",
                        reviewed.by(),
                        "steps",
                        state.steps().required()),
                CaseFindings.text(reviewed.note()));
    }

    /** What a place adds is taken by those who work on the case, when its gate is near. */
    private List<Finding> local(LocalStepTaken taken) {
        String gate = taken.step().before();
        boolean last = gate.equals(CaseSteps.CLOSE);
        Set<PersonId> working = state.team();
        working.add(state.holder());
        if (taken.step().hasPost()) {
            working.add(taken.by());
        }
        List<Finding> all = new ArrayList<>();
        all.add(findings.at(last ? end() : IN_HAND));
        all.add(
                RuleCheck.of(
                        CaseRule.LOCAL_STEP,
                        state.steps().local().isNext(taken.step(), state.localStepsTaken(gate))
                                && working.contains(taken.by()),
                        "step",
                        taken.step(),
                        "person",
                        taken.by(),
                        "steps",
                        state.steps().local(),
                        "source",
                        findings.document(),
                        "standing",
                        findings.standing()));
        all.add(CaseFindings.text(taken.note()));
        all.addAll(findings.post(taken).asRecorded());
        if (last) {
            all.add(followedUp());
            all.add(performanceChecked());
        } else {
            all.add(
                    findings.kind(
                            state.found().category().isDispute()
                                    == gate.equals(CaseSteps.MEDIATION)));
        }
        return all;
    }

    private List<Finding> closing(CaseClosed closed) {
        List<Finding> all = new ArrayList<>();
        all.add(findings.at(end()));
        all.add(findings.held(closed.by()));
        all.add(followedUp());
        all.add(performanceChecked());
        all.add(findings.localStepsTaken(CaseSteps.CLOSE));
        all.add(
                RuleCheck.of(
                        CaseRule.REVIEWED,
                        !state.steps().asks(CaseStep.REVIEW_BEFORE_CLOSE) || state.isReviewed(),
                        "steps",
                        state.steps().required()));
        boolean over = closed.over() == CaseClosed.Over.DISCONTENT;
        all.add(
                RuleCheck.of(
                        CaseRule.CLOSED_OVER,
                        (over || (closed.ways().isEmpty() && closed.reason().isEmpty()))
                                && (closed.over() == CaseClosed.Over.NOT_ASKED
                                        ? isOfVersionOne()
                                        : over == state.isDiscontent()),
                        "over",
                        closed.over()));
        if (over) {
            all.add(CaseFindings.text(closed.reason()));
            all.add(
                    RuleCheck.of(
                            CaseRule.OTHER_WAY_TOLD,
                            !closed.ways().isEmpty(),
                            "ways",
                            closed.ways()));
        }
        return all;
    }

    /** A close that does not say follows nothing that is written since closes say. */
    private boolean isOfVersionOne() {
        return state.steps().asks(CaseStep.UNSTATED)
                && state.history().stream().noneMatch(CaseJudge::isWrittenSince);
    }

    private static boolean isWrittenSince(CaseEvent event) {
        if (event instanceof CaseClosed closed) {
            return closed.over() != CaseClosed.Over.NOT_ASKED;
        }
        if (event instanceof PerformanceChecked checked) {
            return checked.mediationRecords() > 0;
        }
        return event instanceof CaseReviewed
                || event instanceof LocalStepTaken
                || (event instanceof CaseReopened reopened
                        && reopened.cause() == CaseReopened.Cause.DISCONTENT);
    }

    private List<Finding> reopening(CaseReopened reopened) {
        boolean failed = reopened.cause() == CaseReopened.Cause.AGREEMENT_FAILED;
        boolean discontent = reopened.cause() == CaseReopened.Cause.DISCONTENT;
        return List.of(
                findings.at(EnumSet.of(discontent ? Stage.FOLLOWED_UP : Stage.CLOSED)),
                RuleCheck.of(
                        CaseRule.DISCONTENT,
                        !discontent || state.isDiscontent(),
                        "cause",
                        reopened.cause()),
                CaseFindings.text(reopened.reason()),
                RuleCheck.of(
                        CaseRule.AGREEMENT_FAILED,
                        !failed || state.agreement().isPresent(),
                        "cause",
                        reopened.cause()),
                CaseFindings.waysTold(failed, reopened.ways()),
                RuleCheck.of(
                        CaseRule.OPENINGS,
                        state.openings() < GridCase.MAX_OPENINGS,
                        "openings",
                        state.openings(),
                        "most",
                        GridCase.MAX_OPENINGS));
    }

    private RuleCheck length(CaseEvent event) {
        int most = leadsToTheEnd(event) ? GridCase.MAX_EVENTS : GridCase.MAX_WORK;
        return RuleCheck.of(CaseRule.LENGTH, state.history().size() < most, "most", most);
    }

    /** None of these can be repeated for ever without one that is no such step. */
    private static boolean leadsToTheEnd(CaseEvent event) {
        return event instanceof CaseReported
                || event instanceof OfferDeclined
                || event instanceof CaseAccepted
                || event instanceof MediationEnded
                || event instanceof AgreementReached
                || event instanceof WorkDone
                || event instanceof CaseEscalated
                || event instanceof FollowedUp
                || event instanceof CaseReviewed
                || (event instanceof LocalStepTaken taken
                        && taken.step().before().equals(CaseSteps.CLOSE))
                || event instanceof CaseClosed;
    }

    /**
     * What the codec refuses must be refused before it is recorded, and by the codec's own word.
     */
    static RuleCheck storable(CaseEvent event) {
        return CODEC.storable(event);
    }

    private static RuleCheck offered(boolean met, PersonId person) {
        return RuleCheck.of(CaseRule.OFFERED, met, "person", person);
    }

    private boolean isOffered(PersonId person) {
        return state.offeredTo().filter(person::equals).isPresent();
    }
}
