package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules on the mediation of a case: how it comes in, how it comes out, how it is kept. */
final class SettlementJudge {

    private static final Set<Mediation.Stage> WITHOUT_AGREEMENT =
            EnumSet.of(Mediation.Stage.REFUSED, Mediation.Stage.FAILED, Mediation.Stage.VOID);

    private final CaseRecord state;
    private final CaseFindings findings;

    SettlementJudge(CaseRecord state) {
        this.state = state;
        this.findings = new CaseFindings(state);
    }

    List<Finding> judge(CaseEvent event) {
        if (event instanceof MediationOpened opened) {
            return List.of(
                    findings.at(EnumSet.of(Stage.ASSIGNED, Stage.VISITED, Stage.BROKEN)),
                    findings.visited(CaseStep.VISIT_BEFORE_MEDIATION),
                    findings.localStepsTaken(CaseSteps.MEDIATION),
                    findings.kind(state.found().category().isDispute()),
                    round(opened.round(), state.rounds() + 1),
                    RuleCheck.of(
                            CaseRule.SAME_MEDIATION,
                            opened.parties().size() >= 2
                                    && opened.parties().size() <= Mediation.MAX_PARTIES,
                            "round",
                            opened.round()));
        }
        if (event instanceof MediationEnded ended) {
            return List.of(
                    findings.at(EnumSet.of(Stage.MEDIATION)),
                    round(ended.round(), state.rounds()),
                    RuleCheck.of(
                            CaseRule.MEDIATION_OUTCOME,
                            WITHOUT_AGREEMENT.contains(ended.outcome()),
                            "outcome",
                            ended.outcome()));
        }
        if (event instanceof AgreementReached reached) {
            return List.of(
                    findings.at(EnumSet.of(Stage.MEDIATION)),
                    round(reached.round(), state.rounds()),
                    RuleCheck.of(
                            CaseRule.MEDIATION_PAST,
                            !reached.effectiveOn().isAfter(GridCase.dayOf(reached.occurredAt())),
                            "at",
                            reached.occurredAt()));
        }
        if (event instanceof PerformanceChecked checked) {
            return performance(checked);
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> performance(PerformanceChecked checked) {
        return List.of(
                findings.at(EnumSet.of(Stage.AGREED, Stage.BROKEN, Stage.FOLLOWED_UP)),
                findings.held(checked.by()),
                RuleCheck.of(
                        CaseRule.SAME_AGREEMENT,
                        state.agreement()
                                .filter(a -> a.agreement().equals(checked.agreement()))
                                .isPresent(),
                        "case",
                        state.id()),
                current(checked.mediationRecords()),
                CaseFindings.waysTold(checked.performance().isFailed(), checked.ways()));
    }

    /** An older copy shows what was broken and not what was mended since, or the reverse. */
    private RuleCheck current(int read) {
        int earlier =
                state.since(state.lastSettlement(), PerformanceChecked.class)
                        .mapToInt(PerformanceChecked::mediationRecords)
                        .reduce(0, Math::max);
        return RuleCheck.of(
                CaseRule.CHECK_CURRENT,
                read >= earlier && read <= Mediation.MAX_EVENTS,
                "records",
                read,
                "earlier",
                earlier);
    }

    /** What a mediation must be to be opened or concluded in the case; readers do not have it. */
    List<Finding> judge(CaseEvent event, Mediation mediation) {
        List<Finding> all = new ArrayList<>(new CaseJudge(state).judge(event).findings());
        boolean opens = event instanceof MediationOpened;
        all.add(
                RuleCheck.of(
                        CaseRule.MEDIATION_OUTCOME,
                        isOfThisCase(mediation) && (opens || !isUntold(mediation)),
                        "outcome",
                        mediation.stage()));
        if (!opens) {
            all.add(same(mediation));
        }
        all.add(past(event, mediation));
        return all;
    }

    /** The agreement of the case is the one of this mediation; a check has the digest itself. */
    List<Finding> judgeAgreement(CaseEvent event, Mediation mediation) {
        List<Finding> all = new ArrayList<>(new CaseJudge(state).judge(event).findings());
        if (event instanceof CaseReopened) {
            boolean met =
                    state.agreement()
                            .map(AgreementReached::agreement)
                            .equals(mediation.agreementDigest());
            all.add(RuleCheck.of(CaseRule.SAME_AGREEMENT, met, "case", state.id()));
            all.add(current(mediation.history().size()));
        }
        all.add(past(event, mediation));
        return all;
    }

    /** Not another mediation that has the number of the round. */
    RuleCheck same(Mediation mediation) {
        boolean met =
                state.all(MediationOpened.class)
                        .filter(opened -> opened.round() == mediation.round())
                        .anyMatch(
                                opened ->
                                        opened.proposal().equals(mediation.proposalDigest())
                                                && opened.parties().equals(mediation.parties()));
        return RuleCheck.of(CaseRule.SAME_MEDIATION, met, "round", mediation.round());
    }

    /** What the case says of its rounds is what each of them says itself. */
    Ruling compare(Collection<Mediation> mediations) {
        List<Finding> findings = new ArrayList<>();
        state.all(MediationOpened.class)
                .forEach(
                        opened ->
                                findings.add(
                                        RuleCheck.of(
                                                CaseRule.SAME_MEDIATION,
                                                mediations.stream()
                                                        .anyMatch(m -> matches(opened, m)),
                                                "round",
                                                opened.round())));
        if (findings.isEmpty()) {
            findings.add(
                    new RuleCheck(
                            CaseRule.SAME_MEDIATION, Verdict.NOT_APPLICABLE, Map.of("round", "0")));
        }
        return new Ruling(findings);
    }

    private boolean matches(MediationOpened opened, Mediation mediation) {
        int round = opened.round();
        boolean agreedAsRecorded =
                state.all(AgreementReached.class)
                        .filter(reached -> reached.round() == round)
                        .allMatch(
                                reached ->
                                        mediation
                                                .agreementDigest()
                                                .filter(reached.agreement()::equals)
                                                .isPresent());
        boolean endedAsRecorded =
                state.all(MediationEnded.class)
                        .filter(ended -> ended.round() == round)
                        .allMatch(
                                ended ->
                                        mediation.isConcluded()
                                                && mediation.stage() != Mediation.Stage.AGREED);
        return mediation.round() == round
                && same(mediation).isMet()
                && agreedAsRecorded
                && endedAsRecorded;
    }

    private static RuleCheck past(CaseEvent event, Mediation mediation) {
        return RuleCheck.of(
                CaseRule.MEDIATION_PAST,
                !mediation.recordedAt().isAfter(event.occurredAt()),
                "at",
                event.occurredAt());
    }

    /** Talks were given up, and the parties are still to be told of other ways. */
    private static boolean isUntold(Mediation mediation) {
        return mediation.stage() == Mediation.Stage.REFUSED && !mediation.isConcluded();
    }

    private boolean isOfThisCase(Mediation mediation) {
        return mediation.caseId().equals(state.id())
                && mediation.community().equals(state.community());
    }

    private static RuleCheck round(int given, int expected) {
        return RuleCheck.of(
                CaseRule.ROUND, given == expected, "round", given, "expected", expected);
    }
}
