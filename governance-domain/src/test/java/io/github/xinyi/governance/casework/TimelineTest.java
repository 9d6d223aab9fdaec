package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.consulted;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.opened;
import static io.github.xinyi.governance.casework.Village.payment;
import static io.github.xinyi.governance.casework.Village.planned;
import static io.github.xinyi.governance.casework.Village.units;
import static io.github.xinyi.governance.casework.Village.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.TimelineEntry.Step;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public steps of a case, as sentences for people. */
class TimelineTest {

    private static final Matter FUND = Matter.MAINTENANCE_FUND_USE;

    /** Cases that between them take every step there is. */
    private static final List<TimelineEntry> ENTRIES =
            Stream.of(
                            next(opened(), opened().concern(units(11, 20), at(1))),
                            CaseworkStepsTest.taken(
                                    CaseworkStepsTest.ofPlace("方案前:造价审核"), "方案前:造价审核", 4),
                            disclosed(),
                            next(
                                    planned(FUND),
                                    planned(FUND)
                                            .follow(FollowedProcedureTest.linked("P-1"), at(4))),
                            next(planned(FUND), planned(FUND).decline(failed(), at(5))),
                            revoked(),
                            doneAndDoneAnew())
                    .flatMap(state -> state.timeline().stream())
                    .distinct()
                    .toList();

    private static Casework disclosed() {
        Casework state = next(consulted(), consulted().disclose("I1", "公告栏", at(4)));
        for (Matter matter : Matter.values()) {
            state = next(state, state.declare(matter, Village.OFFICER, at(4)));
        }
        return state;
    }

    private static MotionResult failed() {
        return Village.vote("v1", FUND, 5);
    }

    private static Casework revoked() {
        Casework begun = next(planned(FUND), planned(FUND).decideBy(adopted(), at(6)));
        return next(
                begun,
                begun.revoke(FollowedProcedureTest.revocation(Village.MEETING, at(7)), at(8)));
    }

    private static Resolution adopted() {
        return Village.adopted(Village.VOTE);
    }

    private static Casework doneAndDoneAnew() {
        CaseId noise = CaseId.of("D-7");
        CaseId dust = CaseId.of("D-8");
        Casework half =
                next(working(), working().progress("东立面完成", Ratio.of(1, 2), List.of(), at(6)));
        Casework paid = next(half, half.nameSpending(payment("E0001", 95_005), at(6)));
        Casework back =
                next(paid, paid.returnSpending(Village.returned("T1", "E0001", 5_005), at(6)));
        Casework loud = next(back, back.raiseDispute(noise, at(6)));
        Casework quiet = next(loud, loud.endDispute(Quarrel.settled(noise, at(6)), at(7)));
        Casework dusty = next(quiet, quiet.raiseDispute(dust, at(7)));
        Casework clean = next(dusty, dusty.endDispute(Quarrel.handedOn(dust, at(7)), at(8)));
        Casework whole = next(clean, clean.progress("完成", Ratio.of(1, 1), List.of(), at(8)));
        Casework rated = Village.rated(next(whole, whole.finishWork(at(8))), 5);
        Casework closed = next(rated, rated.close(at(9)));
        Casework again = next(closed, closed.reopen("墙面渗水", at(10)));
        return next(again, again.escalate("街道办事处", "无法推进", at(11)));
    }

    @Test
    void theCasesTakeEveryStepThereIs() {
        assertThat(ENTRIES.stream().map(TimelineEntry::step).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Step.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyStepIsToldWithAllThatItShowsAndNoConstant(Language language) {
        RuleTexts texts = RuleTexts.governance(language);
        for (TimelineEntry entry : ENTRIES) {
            String sentence = entry.sentence(texts);

            assertThat(sentence)
                    .as(entry.toString())
                    .isNotBlank()
                    .doesNotContainPattern("[\\[\\]{}]|[A-Z_]{3,}");
            if (entry.step() != Step.MATTER_DECLARED && entry.step() != Step.DISPUTE_ENDED) {
                assertThat(sentence).contains(entry.text());
            }
            assertThat(sentence.replace(",", "")).contains(entry.figure());
        }
    }

    /** Two steps that are not alike are told by two sentences. */
    @ParameterizedTest
    @EnumSource
    void noTwoStepsAreToldAlike(Language language) {
        RuleTexts texts = RuleTexts.governance(language);
        Map<String, Set<List<Object>>> told =
                ENTRIES.stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.sentence(texts),
                                        Collectors.mapping(
                                                entry ->
                                                        List.<Object>of(
                                                                entry.step(),
                                                                entry.text(),
                                                                entry.figure()),
                                                Collectors.toSet())));

        assertThat(told.values()).allMatch(alike -> alike.size() == 1);
    }

    /** A text is left out where it came to name a unit, a figure where few units are behind it. */
    @ParameterizedTest
    @EnumSource
    void whatIsNotShownLeavesNoGapInItsSentence(Language language) {
        RuleTexts texts = RuleTexts.governance(language);
        List<Step> written =
                List.of(
                        Step.OPENED,
                        Step.LOCAL_STEP,
                        Step.DISCLOSED,
                        Step.BODY_DECIDED,
                        Step.WORK_PROGRESSED,
                        Step.SPENT,
                        Step.RETURNED,
                        Step.ESCALATED);
        List<Step> counted = List.of(Step.OPENED, Step.UNITS_ADDED, Step.OPINIONS_COLLECTED);

        for (TimelineEntry entry : ENTRIES) {
            String text = written.contains(entry.step()) ? "" : entry.text();
            String figure = counted.contains(entry.step()) ? "" : entry.figure();
            String sentence =
                    new TimelineEntry(entry.at(), entry.step(), text, figure).sentence(texts);

            assertThat(sentence)
                    .isNotBlank()
                    .doesNotContainPattern("[\\[\\]{}]|  |\\(\\)|（）|\\( *payment *\\)")
                    .doesNotContainPattern("[-:;：；(（ ]$");
        }
    }

    @Test
    void aCaseOfFewUnitsWhoseTitleNamesOneIsToldWithoutBoth() {
        Casework read =
                Casework.from(
                        List.of(
                                new CaseworkEvent.CaseOpened(
                                        Village.COMMUNITY,
                                        Village.START,
                                        CaseId.of("C-1"),
                                        "U1漏水",
                                        CaseKind.REPAIR,
                                        new TreeSet<>(),
                                        Village.OFFICER,
                                        new TreeSet<>(units(1, 4)),
                                        Village.TERMS)));

        assertThat(sentences(read, Language.EN)).containsExactly("The case was opened");
        assertThat(sentences(read, Language.ZH_CN)).containsExactly("事项立项");
    }

    @Test
    void readsLikeTheWayOfAParcel() {
        assertThat(sentences(doneAndDoneAnew(), Language.EN))
                .startsWith(
                        "The case was opened: 外墙保温板维修; 10 units are concerned",
                        "A squad was formed that knocks at the doors",
                        "The visits have ended; 8/10 of the units concerned were asked",
                        "Items talked over: 2")
                .endsWith(
                        "The plan was decided on by 业主委员会",
                        "1/2 of the work is done: 东立面完成",
                        "950.05 yuan were spent (payment E0001)",
                        "50.05 yuan came back (return and payment T1: E0001)",
                        "A dispute came up",
                        "A dispute ended: the parties agreed",
                        "A dispute came up",
                        "A dispute ended: it was handed to an authority or a court",
                        "1/1 of the work is done: 完成",
                        "All work is done",
                        "The case was closed",
                        "The case was opened again",
                        "The case was handed on to 街道办事处");
        assertThat(sentences(doneAndDoneAnew(), Language.ZH_CN))
                .startsWith("事项立项：外墙保温板维修；涉及10户", "组成入户专班，上门征求意见", "民意征集结束；已征询8/10户")
                .contains(
                        "工程已完成1/2：东立面完成",
                        "支出950.05元（支出编号E0001）",
                        "退回50.05元（退款和支出编号T1: E0001）",
                        "纠纷了结：双方达成协议",
                        "方案已由业主委员会决定")
                .endsWith("事项办结", "事项重新办理", "事项已移交街道办事处");
        assertThat(sentences(disclosed(), Language.EN))
                .contains(
                        "An item was disclosed (I1: 公告栏)",
                        "The owners have to decide on using the maintenance fund");
    }

    private static List<String> sentences(Casework state, Language language) {
        RuleTexts texts = RuleTexts.governance(language);
        return state.timeline().stream().map(entry -> entry.sentence(texts)).toList();
    }
}
