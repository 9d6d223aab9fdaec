package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.BoxLimits.Bound;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.formation.FormationEvent;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
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
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes of a finding are told to people in words of their language. */
class WordsTest {

    /** Each figure of a sentence that can hold a code, with all that it can hold. */
    static Stream<Arguments> figures() {
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
                        figure(
                                "proceeding.published-within",
                                "restDays",
                                ActFinding.RestDays.values()),
                        figure("region.floor-no-names", "value", Guarantee.values()),
                        figure("region.local-below-nation", "local", FilingOffices.values()),
                        figure("region.local-below-nation", "used", FilingOffices.values()),
                        figure("region.local-below-nation", "local", new Together[] {Together.ALL}),
                        figure(
                                "region.local-below-nation",
                                "used",
                                new Together[] {Together.FEW_AND_ALL}),
                        figure("register.status", "status", DeliveryStatus.values()),
                        figure("register.use-new", "use", UnitUse.values()))
                .flatMap(List::stream);
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
        return RuleTexts.governance(language);
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
