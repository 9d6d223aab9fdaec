package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.BoxLimits.Bound;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.CaseworkStep;
import io.github.xinyi.governance.casework.CaseworkTerms.Reading;
import io.github.xinyi.governance.casework.Funding;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.RejectionDuty;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.formation.FormationEvent;
import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed.Over;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened.Cause;
import io.github.xinyi.governance.grid.CaseStep;
import io.github.xinyi.governance.grid.Claim.Claimant;
import io.github.xinyi.governance.grid.Claim.Remedy;
import io.github.xinyi.governance.grid.DutyDue;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.metrics.Metric;
import io.github.xinyi.governance.proceeding.ActFinding;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.Step;
import io.github.xinyi.governance.region.FirstMeetingClauses.GroupHead;
import io.github.xinyi.governance.region.FirstMeetingClauses.Together;
import io.github.xinyi.governance.region.GuaranteeClauses.Guarantee;
import io.github.xinyi.governance.region.OwnersCommitteeClauses.FilingOffices;
import io.github.xinyi.governance.region.Parity;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes of a finding are told to people in words of their language. */
class WordsTest {

    private static final Enum<?>[] CASEWORK_STAGES =
            io.github.xinyi.governance.casework.Stage.values();

    private static final Map<Language, RuleTexts> TEXTS =
            Map.of(
                    Language.EN, RuleTexts.governance(Language.EN),
                    Language.ZH_CN, RuleTexts.governance(Language.ZH_CN));

    /** The rules on how people of a place act together. */
    private static final List<String> CO_GOVERNANCE =
            List.of(
                    "case.",
                    "casework.",
                    "claim.",
                    "mediation.",
                    "talk.",
                    "conference.",
                    "deliberation.",
                    "team.",
                    "checkin.",
                    "cobuilding.",
                    "metrics.");

    /** How far a table of a place, or the terms of a case, can be relied on. */
    private static final List<String> RELIANCE =
            Stream.of(io.github.xinyi.governance.law.Standing.values(), Reading.values())
                    .flatMap(Arrays::stream)
                    .map(Enum::name)
                    .distinct()
                    .toList();

    /** Each figure of a sentence that can hold a code, with all that it can hold. */
    static Stream<Arguments> figures() {
        return Stream.of(ofBodies(), ofCases(), ofTalksAndTeams(), ofMetrics())
                .flatMap(figures -> figures)
                .flatMap(List::stream);
    }

    private static Stream<List<Arguments>> ofBodies() {
        return Stream.of(
                figure("committee.handed-to", "parts", Estate.values()),
                figure("committee.estate-complete", "all", Estate.values()),
                figure("voting.box-full", "bound", Bound.values()),
                figure("bylaw.clause-adopted", "topic", CountTopic.values()),
                figure("bylaw.clause-resolution", "topic", CountTopic.values()),
                figure("voting.contested", "statutory", Result.values()),
                figure("voting.contested", "byRules", Result.values()),
                figure("committee.ground", "option", Option.Ground.values()),
                figure("committee.nomination", "option", Option.Nominator.values()),
                figure("committee.departure", "option", Option.Departure.values()),
                figure("committee.chair-side", "option", Option.Side.values()),
                figure("committee.eligible", "bar", Option.Bar.values()),
                figure("committee.in-office", "body", Kind.values()),
                figure("committee.successor-filed", "body", Kind.values()),
                figure("committee.powers-ended", "body", Kind.values()),
                figure("committee.dissolution", "body", Kind.values()),
                figure("committee.dissolution", "reason", Dissolution.values()),
                figure("committee.handed-to", "receiver", Receiver.values()),
                figure("committee.reserved-matter", "matters", Matter.values()),
                figure("committee.no-delegation", "matters", Matter.values()),
                figure("committee.resolution-behind", "matters", Matter.values()),
                figure("committee.recall-rejected", "result", Result.values()),
                figure("committee.filed", "rest", Deadline.RestDays.values()),
                figure("formation.meeting-held", "rest", Deadline.RestDays.values()),
                figure("formation.group-head", "side", GroupHead.values()),
                figure("election.ranking", "order", Ranking.Key.values()),
                figure("election.seats-parity", "parity", Parity.values()),
                figure("proceeding.stage", "stage", Stage.values()),
                figure("proceeding.stage", "step", Step.values()),
                figure("proceeding.residents-committee", "told", Neighbourhood.values()),
                figure("proceeding.decision-binds", "standing", Standing.values()),
                figure("proceeding.count-of-matter", "announced", Matter.values()),
                figure("proceeding.count-of-matter", "counted", Matter.values()),
                figure("proceeding.result-follows", "stated", Result.values()),
                figure("proceeding.result-follows", "derived", Validity.values()),
                figure("proceeding.published-within", "restDays", ActFinding.RestDays.values()),
                figure("region.floor-no-names", "value", Guarantee.values()),
                figure("region.local-below-nation", "local", FilingOffices.values()),
                figure("region.local-below-nation", "used", FilingOffices.values()),
                figure("region.local-below-nation", "local", new Together[] {Together.ALL}),
                figure("region.local-below-nation", "used", new Together[] {Together.FEW_AND_ALL}),
                figure("register.status", "status", DeliveryStatus.values()),
                figure("register.use-new", "use", UnitUse.values()));
    }

    private static Stream<List<Arguments>> ofCases() {
        return Stream.of(
                figure("case.stage", "stage", GridCase.Stage.values()),
                figure("case.stage", "needed", GridCase.Stage.values()),
                figure("case.visited-first", "stage", GridCase.Stage.values()),
                figure("case.visited-first", "step", CaseStep.values()),
                figure("case.visited-first", "steps", CaseStep.values()),
                figure("case.steps-within", "steps", CaseStep.values()),
                figure("case.steps-within", "least", CaseStep.values()),
                figure("case.steps-within", "most", CaseStep.values()),
                figure("case.reviewed", "steps", CaseStep.values()),
                figure("case.review", "steps", CaseStep.values()),
                figure("case.kind", "category", CaseCategory.values()),
                figure("case.ways-told", "ways", Way.values()),
                figure("case.other-way-told", "ways", Way.values()),
                figure("case.closed-over", "over", Over.values()),
                figure("case.discontent", "cause", Cause.values()),
                figure("case.agreement-failed", "cause", Cause.values()),
                figure("case.mediation-outcome", "outcome", Mediation.Stage.values()),
                figure("case.duty-owed", "duty", DutyDue.Kind.values()),
                figure("claim.owners-body", "category", CaseCategory.values()),
                figure("claim.owners-body", "claimant", Claimant.values()),
                figure("claim.owners-body", "remedy", Remedy.values()),
                figure("claim.own-right", "category", CaseCategory.values()),
                figure("claim.own-right", "claimant", Claimant.values()),
                figure("claim.own-right", "remedy", Remedy.values()),
                figure("claim.authority", "category", CaseCategory.values()),
                figure("claim.authority", "claimant", Claimant.values()),
                figure("claim.authority", "remedy", Remedy.values()),
                figure("mediation.open", "stage", Mediation.Stage.values()),
                figure("mediation.agreed", "stage", Mediation.Stage.values()),
                figure("mediation.routes-told", "routes", Route.values()),
                figure("casework.stage", "stage", CASEWORK_STAGES),
                figure("casework.stage", "needed", CASEWORK_STAGES),
                figure("casework.local-step", "stage", CASEWORK_STAGES),
                figure("casework.local-step", "needed", CASEWORK_STAGES),
                figure("casework.disclosed-first", "step", CaseworkStep.values()),
                figure("casework.matters-of-kind", "kind", CaseKind.values()),
                figure("casework.matters-of-kind", "entailed", Matter.values()),
                figure("casework.matters-of-kind", "declared", Matter.values()),
                figure("casework.matters-of-funding", "funding", Funding.values()),
                figure("casework.matters-of-funding", "missing", Matter.values()),
                figure("casework.owners-decide", "matters", Matter.values()),
                figure("casework.procedure-needed", "matter", Matter.values()),
                figure("casework.procedure-needed", "needed", Matter.values()),
                figure("casework.resolution-of-case", "matter", Matter.values()),
                figure("casework.matter-awaited", "matter", Matter.values()),
                figure("casework.matter-awaited", "awaited", Matter.values()),
                figure("casework.matter-new", "matter", Matter.values()),
                figure("casework.procedure-followed", "matter", Matter.values()),
                figure("casework.vote-failed", "result", Result.values()));
    }

    private static Stream<List<Arguments>> ofTalksAndTeams() {
        return Stream.of(
                figure("deliberation.under-way", "status", Procedure.Status.values()),
                figure("deliberation.under-way", "needed", Procedure.Status.values()),
                figure("deliberation.repair-declined", "status", Procedure.Status.values()),
                figure("deliberation.rejection-duty", "duty", RejectionDuty.values()),
                figure("team.capacity", "capacity", Capacity.values()));
    }

    private static Stream<List<Arguments>> ofMetrics() {
        return Stream.of(
                figure("metrics.same-metric", "before", Metric.values()),
                figure("metrics.same-metric", "after", Metric.values()),
                figure("metrics.withheld", "metric", Metric.values()),
                figure("published.opening-day", "policies", RuleSet.values()));
    }

    private static List<Arguments> figure(String rule, String figure, Enum<?>[] codes) {
        return List.of(Arguments.of(rule, figure, Arrays.stream(codes).map(Enum::name).toList()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("figures")
    void everyCodeOfAFigureHasItsWordInBothLanguages(
            String rule, String figure, List<String> codes) {
        for (Language language : Language.values()) {
            for (String code : codes) {
                String sentence = texts(language).render(finding(rule, figure, code));

                assertThat(sentence).doesNotContain(code);
                if (language == Language.ZH_CN) {
                    assertThat(texts(language).render(finding(rule, figure, code)))
                            .as(code)
                            .isNotEqualTo(texts(language).render(finding(rule, figure, "")));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStepToAFirstMeetingIsToldInWords(Language language) {
        for (Class<?> step : FormationEvent.class.getPermittedSubclasses()) {
            assertThat(
                            texts(language)
                                    .render(
                                            finding(
                                                    "formation.stage",
                                                    "step",
                                                    step.getSimpleName())))
                    .doesNotContain(step.getSimpleName());
        }
    }

    /** The defect: every sentence with the source of a figure of a place ended in a constant. */
    @ParameterizedTest
    @EnumSource
    void howFarASourceCanBeReliedOnIsToldInWords(Language language) {
        List<String> rules =
                Words.constants(Rule.class).stream()
                        .map(rule -> rule.code().value())
                        .filter(rule -> CO_GOVERNANCE.stream().anyMatch(rule::startsWith))
                        .toList();

        assertThat(rules).hasSizeGreaterThan(300);
        for (String rule : rules) {
            for (String code : RELIANCE) {
                assertThat(texts(language).render(finding(rule, "standing", code)))
                        .doesNotContain(code);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceInOneFigureWithItsStandingIsToldInWords(Language language) {
        Map<String, String> figures =
                Map.of(
                        "conference.by-convener", "source",
                        "conference.extra-in-time", "source",
                        "conference.agenda-in-time", "source",
                        "conference.quorum-convener", "source",
                        "conference.quorum-parties", "source",
                        "conference.frequency", "source",
                        "metrics.same-source", "before");

        figures.forEach(
                (rule, figure) ->
                        assertThat(texts(language).render(finding(rule, figure, "区里的规定 TEXT_READ")))
                                .contains(
                                        language == Language.EN
                                                ? "区里的规定 text read"
                                                : "区里的规定 已读原文"));
    }

    @Test
    void oneConstantIsToldByTheWordsOfItsOwnKind() {
        assertThat(texts(Language.ZH_CN).render(finding("case.stage", "stage", "CLOSED")))
                .contains("已结案");
        assertThat(texts(Language.ZH_CN).render(finding("casework.stage", "stage", "CLOSED")))
                .contains("已办结");
        assertThat(texts(Language.ZH_CN).render(finding("proceeding.stage", "stage", "CLOSED")))
                .contains("已截止");
        assertThat(
                        texts(Language.ZH_CN)
                                .render(finding("case.stage", "needed", "[ASSIGNED, VISITED]")))
                .contains("办理中、已走访");
    }

    @Test
    void aListOfNoneIsToldAsNone() {
        Finding finding = finding("case.reviewed", "steps", "[]");

        assertThat(texts(Language.ZH_CN).render(finding)).endsWith("该等级要求无");
        assertThat(texts(Language.EN).render(finding)).endsWith("it asks none");
    }

    /** The defect: the Chinese sentence named the bound by a constant of the program. */
    @ParameterizedTest
    @EnumSource
    void aFullBoxNamesItsBoundInWords(Bound bound) {
        Finding full = new MeetingFinding.TooMany(MeetingId.of("m1"), bound, 20);

        for (Language language : Language.values()) {
            assertThat(texts(language).render(full)).doesNotContain(bound.name());
        }
        assertThat(texts(Language.ZH_CN).render(full))
                .startsWith("✘ 会议m1的票箱不再受理：")
                .contains("交来的材料".substring(bound == Bound.OF_MEETING ? 3 : 0))
                .contains("已达上限20份");
    }

    @Test
    void aListIsToldWordByWordAndWhatHasNoWordAsItStands() {
        Finding finding = finding("committee.estate-open", "parts", "[SEALS, MONEY, P7]");

        assertThat(texts(Language.ZH_CN).render(finding)).isEqualTo("✘ 印章、款项、P7此前未移交");
        assertThat(texts(Language.EN).render(finding))
                .isEqualTo("✘ seals, money, P7 not handed over before");
    }

    @Test
    void seesACodeInASentenceAndNoIdentifier() {
        assertThat(Words.codesIn("✘ PASSED, 2024-PASSED-01, PASSED1, passed; NO_QUORUM"))
                .containsExactly("PASSED", "NO_QUORUM");
        assertThat(Words.codes()).hasSizeGreaterThan(300);
    }

    private static RuleTexts texts(Language language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    private static Finding finding(String rule, String figure, String value) {
        Rule named =
                new Rule() {
                    @Override
                    public RuleCode code() {
                        return new RuleCode(rule);
                    }

                    @Override
                    public List<Citation> basis() {
                        return List.of();
                    }
                };
        return new RuleCheck(named, Verdict.NOT_MET, Map.of(figure, value));
    }
}
