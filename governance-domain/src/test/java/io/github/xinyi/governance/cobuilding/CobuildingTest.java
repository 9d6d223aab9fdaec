package io.github.xinyi.governance.cobuilding;

import static io.github.xinyi.governance.cobuilding.Lists.BRANCH;
import static io.github.xinyi.governance.cobuilding.Lists.DISTRICT;
import static io.github.xinyi.governance.cobuilding.Lists.HERE;
import static io.github.xinyi.governance.cobuilding.Lists.HOSPITAL;
import static io.github.xinyi.governance.cobuilding.Lists.MARCH_1;
import static io.github.xinyi.governance.cobuilding.Lists.PAPER;
import static io.github.xinyi.governance.cobuilding.Lists.TEXT;
import static io.github.xinyi.governance.cobuilding.Lists.YEAR_END;
import static io.github.xinyi.governance.cobuilding.Lists.agreement;
import static io.github.xinyi.governance.cobuilding.Lists.at;
import static io.github.xinyi.governance.cobuilding.Lists.match;
import static io.github.xinyi.governance.cobuilding.Lists.need;
import static io.github.xinyi.governance.cobuilding.Lists.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementEnded;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementRenewed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.Duty;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.DutyPerformed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedAgreed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedCompleted;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedDropped;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceWithdrawn;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.WorkStarted;
import io.github.xinyi.governance.cobuilding.Need.Stage;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CobuildingTest {

    private static final ListingId N1 = ListingId.of("N1");
    private static final ListingId R1 = ListingId.of("R1");
    private static final AgreementId A1 = AgreementId.of("A1");

    @Test
    void aNeedGoesFromTheListToItsCompletionWithEvidence() {
        Lists lists = matched().then(agreement("A1"));

        lists.then(new NeedAgreed(DISTRICT, N1, A1, at(MARCH_1)));
        assertThat(lists.state().projects()).hasSize(1);
        lists.then(new WorkStarted(DISTRICT, N1, at(MARCH_1)))
                .then(new NeedCompleted(DISTRICT, N1, PAPER, at(MARCH_1)));

        assertThat(stage(lists)).isEqualTo(Stage.DONE);
        assertThat(lists.state().free(R1)).isEqualTo(8);
        assertThat(lists.against(new NeedDropped(DISTRICT, N1, TEXT, at(MARCH_1))))
                .containsExactly(CobuildingRule.STAGE);
    }

    @Test
    void aDistrictHasNoMoreEventsThanAStreamOfAStoreKeeps() {
        List<CobuildingEvent> history = new ArrayList<>();
        for (int i = 0; i < Cobuilding.MAX_EVENTS; i++) {
            history.add(need("X" + i, 1, "养老"));
        }
        Cobuilding full = Cobuilding.from(DISTRICT, history);
        Cobuilding almost = Cobuilding.from(DISTRICT, history.subList(0, history.size() - 1));
        CobuildingEvent more = need("N1", 1, "养老");

        assertThat(Cobuilding.MAX_EVENTS).isEqualTo(EventStore.MAX_STREAM_LENGTH);
        assertThat(almost.propose(more).isAccepted()).isTrue();
        assertThat(full.propose(more).isAccepted()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> full.after(more));
    }

    @Test
    void noStepIsSkipped() {
        Lists lists = matched().then(agreement("A1"));

        assertThat(lists.against(new WorkStarted(DISTRICT, N1, at(MARCH_1))))
                .containsExactly(CobuildingRule.STAGE);
        assertThat(lists.against(new NeedCompleted(DISTRICT, N1, PAPER, at(MARCH_1))))
                .containsExactly(CobuildingRule.STAGE);
        assertThat(lists.against(match("N1", "R1")))
                .containsExactly(CobuildingRule.STAGE, CobuildingRule.CAPACITY);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, false", "9, true"})
    void aClaimTakesNoMoreThanIsLeft(long quantity, boolean refused) {
        Lists lists = matched().then(need("N2", quantity, "养老"));

        assertThat(lists.against(match("N2", "R1")).contains(CobuildingRule.CAPACITY))
                .isEqualTo(refused);
    }

    @Test
    void whatADroppedNeedClaimedIsFreeAgain() {
        Lists lists = matched();
        assertThat(lists.state().free(R1)).isEqualTo(8);

        lists.then(new NeedDropped(DISTRICT, N1, TEXT, at(MARCH_1)));

        assertThat(lists.state().free(R1)).isEqualTo(20);
        assertThat(stage(lists)).isEqualTo(Stage.DROPPED);
    }

    @Test
    void aResourceIsThereOnAllDaysOfTheNeed() {
        Lists lists = new Lists().then(resource("R1", 20, HERE, "养老"));
        Terms longer =
                new Terms(
                        HERE,
                        new TreeSet<>(List.of(new Tag("养老"))),
                        1,
                        MARCH_1,
                        YEAR_END.plusDays(1));
        lists.then(new NeedListed(DISTRICT, N1, TEXT, longer, at(MARCH_1)));

        assertThat(lists.against(match("N1", "R1"))).containsExactly(CobuildingRule.DATES);
    }

    @Test
    void suggestsWhatSharesATagAndAPlaceAndLeavesTheRestToPeople() {
        Lists lists =
                new Lists()
                        .then(resource("R1", 20, HERE, "教育"))
                        .then(resource("R2", 20, CommunityId.of("C099"), "养老"))
                        .then(resource("R3", 20, HERE, "教育", "养老"))
                        .then(resource("R4", 20, DISTRICT, "养老"))
                        .then(need("N1", 12, "养老"));

        List<Suggestion> suggestions = lists.state().suggestions(N1);

        assertThat(suggestions)
                .extracting(suggestion -> suggestion.resource().value())
                .containsExactly("R3", "R4");
        for (CobuildingRule reason : List.of(CobuildingRule.TAGS, CobuildingRule.PLACE)) {
            assertThat(suggestions)
                    .flatExtracting(suggestion -> suggestion.why().findings())
                    .filteredOn(finding -> finding.rule().equals(reason.code()))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.MET, Verdict.MET);
        }
        assertThat(lists.against(match("N1", "R1"))).isEmpty();
        assertThat(lists.against(match("N1", "R2"))).isEmpty();
    }

    @Test
    void suggestionsComeInOneOrderWithTheirReasons() {
        Lists lists =
                new Lists()
                        .then(resource("R1", 50, DISTRICT, "养老", "助餐"))
                        .then(resource("R2", 20, HERE, "养老"))
                        .then(resource("R3", 15, HERE, "养老"))
                        .then(resource("R4", 11, HERE, "养老", "助餐"))
                        .then(resource("R5", 99, HERE, "教育"))
                        .then(resource("R6", 99, CommunityId.of("C099"), "养老", "助餐"))
                        .then(resource("R7", 99, HERE, "养老", "助餐"))
                        .then(need("N1", 12, "养老", "助餐", "医疗"));

        List<Suggestion> suggestions = lists.state().suggestions(N1);

        assertThat(suggestions)
                .extracting(suggestion -> suggestion.resource().value())
                .containsExactly("R7", "R1", "R3", "R2");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(suggestions.get(1).why()))
                .isEqualTo(
                        """
                        ✔ 需求标签[养老, 助餐, 医疗]中，共有标签[养老, 助餐]；至少须有一个相同
                        ✔ 资源在D1提供，需求在C034；应为同一小区，或者面向全区域
                        ✔ 资源R1应在清单上
                        ✔ 资源R1尚余50；需要12
                        ✔ 需求期间自2025-03-01起至2026-01-01前；资源提供期间自2025-03-01起至2026-01-01前\
                        """);
        lists.then(match("N1", "R7"));
        assertThat(lists.state().suggestions(N1)).isEmpty();
        assertThat(lists.state().suggestions(ListingId.of("N9"))).isEmpty();
    }

    @Test
    void aResourceInUseIsNotWithdrawnAndAWithdrawnOneIsNotClaimed() {
        Lists lists = matched().then(need("N2", 1, "养老"));
        ResourceWithdrawn gone = new ResourceWithdrawn(DISTRICT, R1, TEXT, at(MARCH_1));

        assertThat(lists.against(gone)).containsExactly(CobuildingRule.UNCLAIMED);
        lists.then(new NeedDropped(DISTRICT, N1, TEXT, at(MARCH_1))).then(gone);

        assertThat(lists.state().free(R1)).isZero();
        assertThat(lists.against(match("N2", "R1")))
                .containsExactly(CobuildingRule.OFFERED, CobuildingRule.CAPACITY);
        assertThat(lists.against(gone)).containsExactly(CobuildingRule.OFFERED);
    }

    @Test
    void theAgreementBindsTheProviderCivilCode465() {
        AgreementSigned other =
                new AgreementSigned(
                        DISTRICT,
                        A1,
                        new TreeSet<>(List.of(BRANCH, OrganizationId.of("ORG-X"))),
                        List.of(),
                        MARCH_1,
                        YEAR_END,
                        at(MARCH_1));
        Lists lists = matched().then(other);

        assertThat(lists.against(new NeedAgreed(DISTRICT, N1, A1, at(MARCH_1))))
                .containsExactly(CobuildingRule.PROVIDER);
        assertThat(lists.against(new NeedAgreed(DISTRICT, N1, AgreementId.of("A9"), at(MARCH_1))))
                .containsExactly(CobuildingRule.KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28, true", "2025-03-01, false", "2025-12-31, false", "2026-01-01, true"})
    void anAgreementHoldsFromItsFirstDayUntilBeforeItsEnd(LocalDate day, boolean refused) {
        Lists lists = matched().then(agreement("A1"));

        assertThat(
                        lists.against(new NeedAgreed(DISTRICT, N1, A1, at(day)))
                                .contains(CobuildingRule.IN_FORCE))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "20, false", "21, true"})
    void anAgreementHasTwoToTwentyParties(int count, boolean refused) {
        AgreementSigned signed = signed(count, 0);

        assertThat(new Lists().against(signed).contains(CobuildingRule.PARTIES)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"100, false", "101, true"})
    void anAgreementHasAtMostAHundredDuties(int count, boolean refused) {
        assertThat(new Lists().against(signed(2, count)).contains(CobuildingRule.DUTIES))
                .isEqualTo(refused);
    }

    @Test
    void aFaultyAgreementIsRefusedWithEveryReason() {
        Lists lists = new Lists().then(agreement("A1"));
        AgreementSigned faulty =
                new AgreementSigned(
                        HERE,
                        A1,
                        new TreeSet<>(List.of(BRANCH)),
                        List.of(new Duty(HOSPITAL, TEXT, MARCH_1)),
                        MARCH_1,
                        MARCH_1,
                        at(MARCH_1));

        assertThat(lists.against(faulty))
                .containsExactly(
                        CobuildingRule.DISTRICT,
                        CobuildingRule.NEW,
                        CobuildingRule.PARTIES,
                        CobuildingRule.DUTY,
                        CobuildingRule.TERM);
    }

    @Test
    void anAgreementIsRenewedWhileInForceAndEndedOnce() {
        Lists lists = new Lists().then(agreement("A1"));
        LocalDate later = YEAR_END.plusYears(1);

        assertThat(lists.against(new AgreementRenewed(DISTRICT, A1, YEAR_END, at(MARCH_1))))
                .containsExactly(CobuildingRule.RENEWAL);
        assertThat(lists.against(new AgreementRenewed(DISTRICT, A1, later, at(YEAR_END))))
                .containsExactly(CobuildingRule.IN_FORCE);
        lists.then(new AgreementRenewed(DISTRICT, A1, later, at(YEAR_END.minusDays(1))));
        assertThat(lists.state().agreements().values())
                .allMatch(agreement -> agreement.isInForce(later.minusDays(1)));

        AgreementEnded ended = new AgreementEnded(DISTRICT, A1, YEAR_END, TEXT, at(YEAR_END));
        lists.then(ended);
        assertThat(lists.state().agreements().values())
                .noneMatch(agreement -> agreement.isInForce(YEAR_END));
        assertThat(lists.against(ended)).containsExactly(CobuildingRule.END);
    }

    @Test
    void aDutyIsPerformedOnceAndOverdueAfterItsDayCivilCode509() {
        Lists lists = new Lists().then(agreement("A1"));
        LocalDate due = MARCH_1.plusMonths(1);
        DutyPerformed performed = new DutyPerformed(DISTRICT, A1, 1, due, PAPER, at(due));

        assertThat(overdue(lists, due)).isEmpty();
        assertThat(overdue(lists, due.plusDays(1))).hasSize(1);
        assertThat(lists.against(new DutyPerformed(DISTRICT, A1, 2, due, PAPER, at(due))))
                .containsExactly(CobuildingRule.PERFORMED);
        assertThat(
                        lists.against(
                                new DutyPerformed(
                                        DISTRICT, A1, 1, due.plusDays(1), PAPER, at(due))))
                .containsExactly(CobuildingRule.PERFORMED_ON);
        lists.then(performed);
        assertThat(overdue(lists, due.plusDays(1))).isEmpty();
        assertThat(lists.against(performed)).containsExactly(CobuildingRule.PERFORMED);
    }

    @Test
    void needsAndResourcesShareTheirIdentifiers() {
        Lists lists = new Lists().then(resource("X1", 1, HERE, "养老"));

        assertThat(lists.against(need("X1", 1, "养老"))).containsExactly(CobuildingRule.NEW);
    }

    @Test
    void termsHaveTheirLimits() {
        assertThat(Lists.terms(Terms.MAX_QUANTITY, HERE, "养老").quantity()).isEqualTo(1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lists.terms(Terms.MAX_QUANTITY + 1, HERE, "养老"));
        assertThatIllegalArgumentException().isThrownBy(() -> Lists.terms(0, HERE, "养老"));
        assertThatIllegalArgumentException().isThrownBy(() -> Lists.terms(1, HERE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tag("一".repeat(21)));
        assertThat(new Tag("一".repeat(20)).value()).hasSize(20);
    }

    @Test
    void aStepIsNotBeforeTheOneRecordedLast() {
        Lists lists = matched().then(agreement("A1"));
        Instant early = at(MARCH_1).minusMillis(1);

        assertThat(lists.against(drop("N1", early))).containsExactly(CobuildingRule.TIME_ORDER);
        assertThat(lists.against(drop("N1", at(MARCH_1)))).isEmpty();
        assertThat(lists.against(new DutyPerformed(DISTRICT, A1, 1, MARCH_1, PAPER, early)))
                .containsExactly(CobuildingRule.TIME_ORDER);
        lists.then(need("N2", 1, "养老"))
                .then(
                        new ResourceListed(
                                DISTRICT,
                                ListingId.of("R2"),
                                HOSPITAL,
                                TEXT,
                                Lists.terms(1, HERE, "养老"),
                                at(MARCH_1).plusMillis(1)));
        assertThat(lists.against(match("N2", "R2"))).containsExactly(CobuildingRule.TIME_ORDER);
    }

    @Test
    void anAgreementRenewedToItsLimitCanBePerformedAndEnded() {
        Lists lists = new Lists().then(agreement("A1"));
        for (int i = 1; i <= Agreement.MAX_RENEWALS; i++) {
            lists.then(new AgreementRenewed(DISTRICT, A1, YEAR_END.plusDays(i), at(MARCH_1)));
        }

        assertThat(
                        lists.against(
                                new AgreementRenewed(
                                        DISTRICT, A1, YEAR_END.plusYears(1), at(MARCH_1))))
                .containsExactly(CobuildingRule.LIMIT);
        lists.then(new DutyPerformed(DISTRICT, A1, 1, MARCH_1, PAPER, at(MARCH_1)));
        assertThat(lists.against(new AgreementEnded(DISTRICT, A1, YEAR_END, TEXT, at(MARCH_1))))
                .isEmpty();
    }

    @Test
    void nothingIsAcceptedThatNoStoreKeeps() {
        Cobuilding state = matched().state();
        NeedDropped finer = drop("N1", at(MARCH_1).plusNanos(1));

        assertThat(state.propose(drop("N1", at(MARCH_1).plusNanos(1_000))).isAccepted()).isTrue();
        assertThat(state.propose(finer).fold(e -> Ruling.of(), r -> r).notMet())
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).hasToString("event.storable"));
        assertThatIllegalArgumentException().isThrownBy(() -> state.after(finer));
    }

    @Test
    void everybodySeesTheListsWithoutWhatPeopleWrote() {
        Lists lists =
                matched()
                        .then(agreement("A1"))
                        .then(resource("R2", 5, HERE, "法律"))
                        .then(need("N2", 3, "法律"))
                        .then(
                                new ResourceWithdrawn(
                                        DISTRICT, ListingId.of("R2"), TEXT, at(MARCH_1)));

        PublicLists view = lists.state().publicView(MARCH_1.plusMonths(2));

        assertThat(view.agreements())
                .containsExactly(
                        new PublicLists.Term(
                                A1,
                                new TreeSet<>(List.of(BRANCH, HOSPITAL)),
                                MARCH_1,
                                YEAR_END,
                                1,
                                0,
                                1));
        assertThat(view.offers()).extracting(PublicLists.Offer::free).containsExactly(8L);
        assertThat(view.wishes())
                .extracting(PublicLists.Wish::stage)
                .containsExactly(Stage.MATCHED, Stage.LISTED);
        assertThat(view.wishes())
                .extracting(PublicLists.Wish::claimed)
                .containsExactly(List.of(ListingId.of("R1")), List.of());
        assertThat(view.toString()).doesNotContain("说明", "Wording", PAPER.value());
        assertThat(lists.state().publicView(MARCH_1.minusDays(1)).agreements()).isEmpty();
        assertThat(lists.state().publicView(YEAR_END).agreements()).isEmpty();
    }

    /**
     * Personal Information Protection Law art. 25: ten or twelve digits are no number of anybody,
     * unless they begin with the code of an area.
     */
    @ParameterizedTest
    @CsvSource({
        "1380000000, true",
        "13800000000, false",
        "8613800000000, false",
        "8513800000000, true",
        "138000000000, true",
        "养老13800000000, false",
        "09318765432, false",
        "养老０９３１８７６５４３２, false",
        "02161234567, false",
        "0931876543, true",
        "02120250512, true",
        "１３８００００００００, false",
        "62010119800101123, true",
        "620101198001011234, false",
        "62010119800101123X, false",
        "6201011980010112345, true"
    })
    void noTagShowsATelephoneOrIdentityNumber(String tag, boolean isTaken) {
        Cobuilding state = new Lists().state();
        for (CobuildingEvent event :
                List.of(need("N1", 1, "养老", tag), resource("R1", 1, HERE, "养老", tag))) {
            assertThat(state.propose(event).isAccepted()).isEqualTo(isTaken);

            Cobuilding kept = state.after(event);
            assertThat(kept.publicView(MARCH_1).toString().contains(tag)).isEqualTo(isTaken);
            assertThat(kept.publicView(MARCH_1).toString()).contains("养老");
        }
        assertThat(new Lists().against(need("N1", 1, "13800000000")))
                .containsExactlyElementsOf(Set.of(CobuildingRule.PUBLIC_TAGS));
    }

    private static NeedDropped drop(String need, Instant at) {
        return new NeedDropped(DISTRICT, ListingId.of(need), TEXT, at);
    }

    private static Lists matched() {
        return new Lists()
                .then(resource("R1", 20, HERE, "养老"))
                .then(need("N1", 12, "养老"))
                .then(match("N1", "R1"));
    }

    private static Stage stage(Lists lists) {
        return lists.state().needs().values().iterator().next().stage();
    }

    private static List<Duty> overdue(Lists lists, LocalDate day) {
        return lists.state().agreements().values().iterator().next().overdue(day);
    }

    private static AgreementSigned signed(int parties, int duties) {
        return new AgreementSigned(
                DISTRICT,
                A1,
                IntStream.range(0, parties)
                        .mapToObj(i -> OrganizationId.of("ORG" + i))
                        .collect(Collectors.toCollection(TreeSet::new)),
                Collections.nCopies(duties, new Duty(OrganizationId.of("ORG0"), TEXT, MARCH_1)),
                MARCH_1,
                YEAR_END,
                at(MARCH_1));
    }
}
