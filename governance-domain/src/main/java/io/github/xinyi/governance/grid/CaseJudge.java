package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Mediation;
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

    static final Set<Stage> SETTLED = EnumSet.of(Stage.AGREED, Stage.DONE, Stage.ESCALATED);
    static final Set<Stage> OPEN = EnumSet.complementOf(EnumSet.of(Stage.FOUND, Stage.CLOSED));
    static final Set<Stage> IN_HAND = EnumSet.of(Stage.ASSIGNED, Stage.VISITED);
    static final Set<Stage> UNSETTLED =
            EnumSet.of(
                    Stage.REPORTED, Stage.ASSIGNED, Stage.VISITED, Stage.MEDIATION, Stage.AT_WORK);

    private final GridCase state;

    CaseJudge(GridCase state) {
        this.state = state;
    }

    Ruling judge(CaseEvent event) {
        if (!event.community().equals(state.community()) || !event.caseId().equals(state.id())) {
            throw new IllegalArgumentException("an event of another case: " + event);
        }
        Instant last = state.history().get(state.history().size() - 1).occurredAt();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        CaseRule.LENGTH,
                        state.history().size() < GridCase.MAX_EVENTS,
                        "most",
                        GridCase.MAX_EVENTS));
        findings.add(
                RuleCheck.of(
                        CaseRule.TIME_ORDER,
                        !event.occurredAt().isBefore(last),
                        "last",
                        last,
                        "at",
                        event.occurredAt()));
        findings.addAll(
                event instanceof WorkDispatched
                                || event instanceof WorkDone
                                || event instanceof PaymentLinked
                                || event instanceof CaseRated
                        ? judgeService(event)
                        : event instanceof MediationOpened
                                        || event instanceof MediationEnded
                                        || event instanceof AgreementReached
                                ? judgeMediation(event)
                                : judgeHandling(event));
        return new Ruling(findings);
    }

    private List<Finding> judgeHandling(CaseEvent event) {
        if (event instanceof CaseReported) {
            return List.of(at(EnumSet.of(Stage.FOUND)));
        }
        if (event instanceof CaseOffered offered) {
            return List.of(
                    at(OPEN),
                    held(offered.from()),
                    RuleCheck.of(
                            CaseRule.NO_OPEN_OFFER,
                            state.offeredTo().isEmpty(),
                            "case",
                            state.id()),
                    RuleCheck.of(
                            CaseRule.OFFERED_ELSEWHERE,
                            !offered.to().equals(state.holder()),
                            "person",
                            offered.to()),
                    text(offered.reason()));
        }
        if (event instanceof OfferDeclined declined) {
            return List.of(
                    offered(isOffered(declined.by()), declined.by()), text(declined.reason()));
        }
        if (event instanceof CaseAccepted accepted) {
            boolean ownCase =
                    state.stage() == Stage.REPORTED
                            && state.offeredTo().isEmpty()
                            && accepted.by().equals(state.holder());
            return List.of(at(OPEN), offered(ownCase || isOffered(accepted.by()), accepted.by()));
        }
        if (event instanceof ReporterAnswered answered) {
            return List.of(at(OPEN), held(answered.by()));
        }
        if (event instanceof LimitExtended extended) {
            return List.of(
                    at(UNSETTLED),
                    held(extended.by()),
                    text(extended.reason()),
                    extension(extended));
        }
        if (event instanceof TeamCalled called) {
            return List.of(
                    at(IN_HAND),
                    RuleCheck.of(
                            CaseRule.TEAM_COMPLETE,
                            !called.members().isEmpty(),
                            "team",
                            called.team()));
        }
        if (event instanceof VisitMade visit) {
            Set<PersonId> admitted = state.team();
            admitted.add(state.holder());
            return List.of(
                    at(IN_HAND),
                    RuleCheck.of(
                            CaseRule.VISITORS,
                            !visit.visitors().isEmpty() && admitted.containsAll(visit.visitors()),
                            "visitors",
                            visit.visitors(),
                            "admitted",
                            admitted),
                    text(visit.note()));
        }
        return judgeEnd(event);
    }

    private List<Finding> judgeEnd(CaseEvent event) {
        if (event instanceof CaseEscalated escalated) {
            return List.of(
                    at(EnumSet.of(Stage.ASSIGNED, Stage.VISITED, Stage.AT_WORK, Stage.AGREED)),
                    held(escalated.by()),
                    text(escalated.reason()));
        }
        if (event instanceof FollowedUp followed) {
            return List.of(at(SETTLED), held(followed.by()), text(followed.note()));
        }
        if (event instanceof CaseClosed closed) {
            return List.of(at(EnumSet.of(Stage.FOLLOWED_UP)), held(closed.by()));
        }
        if (event instanceof CaseReopened reopened) {
            return List.of(
                    at(EnumSet.of(Stage.CLOSED)),
                    text(reopened.reason()),
                    RuleCheck.of(
                            CaseRule.OPENINGS,
                            state.openings() < GridCase.MAX_OPENINGS,
                            "openings",
                            state.openings(),
                            "most",
                            GridCase.MAX_OPENINGS));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> judgeMediation(CaseEvent event) {
        if (event instanceof MediationOpened opened) {
            return List.of(
                    at(EnumSet.of(Stage.VISITED)),
                    kind(state.found().category().isDispute()),
                    round(opened.round(), state.rounds() + 1));
        }
        if (event instanceof MediationEnded ended) {
            return List.of(
                    at(EnumSet.of(Stage.MEDIATION)),
                    round(ended.round(), state.rounds()),
                    RuleCheck.of(
                            CaseRule.MEDIATION_OUTCOME,
                            ended.outcome() == Mediation.Stage.REFUSED
                                    || ended.outcome() == Mediation.Stage.FAILED,
                            "outcome",
                            ended.outcome()));
        }
        if (event instanceof AgreementReached reached) {
            return List.of(at(EnumSet.of(Stage.MEDIATION)), round(reached.round(), state.rounds()));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> judgeService(CaseEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(kind(!state.found().category().isDispute()));
        if (event instanceof WorkDispatched) {
            findings.add(at(EnumSet.of(Stage.ASSIGNED, Stage.VISITED, Stage.AT_WORK)));
        } else if (event instanceof WorkDone done) {
            findings.add(at(EnumSet.of(Stage.AT_WORK)));
            findings.add(
                    RuleCheck.of(
                            CaseRule.WORKER,
                            state.all(WorkDispatched.class)
                                    .reduce((earlier, later) -> later)
                                    .filter(sent -> sent.worker().equals(done.worker()))
                                    .isPresent(),
                            "person",
                            done.worker()));
            findings.add(
                    RuleCheck.of(
                            CaseRule.PHOTO_DIGEST,
                            done.photoDigest().matches("[0-9a-f]{64}"),
                            "length",
                            done.photoDigest().length()));
        } else if (event instanceof PaymentLinked linked) {
            findings.add(at(EnumSet.complementOf(EnumSet.of(Stage.FOUND))));
            findings.add(
                    RuleCheck.of(
                            CaseRule.REFERENCE,
                            !linked.reference().isBlank()
                                    && linked.reference().length() <= 64
                                    && !state.payments().contains(linked.reference()),
                            "case",
                            state.id()));
        } else if (event instanceof CaseRated rated) {
            findings.add(at(EnumSet.of(Stage.DONE, Stage.FOLLOWED_UP, Stage.CLOSED)));
            findings.add(
                    RuleCheck.of(
                            CaseRule.RATING,
                            rated.stars() >= 1
                                    && rated.stars() <= 5
                                    && rated.by().equals(state.found().reporter())
                                    && state.current(CaseRated.class).findAny().isEmpty(),
                            "stars",
                            rated.stars(),
                            "person",
                            rated.by()));
        }
        return findings;
    }

    private RuleCheck at(Set<Stage> stages) {
        return RuleCheck.of(
                CaseRule.STAGE,
                stages.contains(state.stage()),
                "stage",
                state.stage(),
                "needed",
                stages);
    }

    private RuleCheck held(PersonId person) {
        return RuleCheck.of(CaseRule.HOLDER, person.equals(state.holder()), "person", person);
    }

    private static RuleCheck offered(boolean met, PersonId person) {
        return RuleCheck.of(CaseRule.OFFERED, met, "person", person);
    }

    static RuleCheck text(String text) {
        return RuleCheck.of(
                CaseRule.TEXT,
                !text.isBlank() && text.length() <= GridCase.MAX_TEXT,
                "length",
                text.length(),
                "most",
                GridCase.MAX_TEXT);
    }

    private RuleCheck kind(boolean met) {
        return RuleCheck.of(CaseRule.KIND, met, "category", state.found().category());
    }

    private static RuleCheck round(int given, int expected) {
        return RuleCheck.of(
                CaseRule.ROUND, given == expected, "round", given, "expected", expected);
    }

    private RuleCheck extension(LimitExtended extended) {
        long before = state.current(LimitExtended.class).count();
        int most = state.openings() == 0 ? 0 : state.grade().extensions().most();
        return RuleCheck.of(
                CaseRule.EXTENSION,
                before < most && !GridCase.dayOf(extended.occurredAt()).isAfter(extended.lastDay()),
                "before",
                before,
                "most",
                most,
                "last",
                extended.lastDay());
    }

    private boolean isOffered(PersonId person) {
        return state.offeredTo().filter(person::equals).isPresent();
    }
}
