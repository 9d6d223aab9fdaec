package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractEvent;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractLife.Activity;
import io.github.xinyi.trust.contract.ContractLife.Status;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.ContractRule;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.EndNotice;
import io.github.xinyi.trust.contract.EndNotice.Kind;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards Civil Code arts. 946 to 950 and Trust Law arts. 9, 35 and 55. */
class ContractLifeTest {

    static final ContractTerms TERMS = Village.terms(Ratio.of(8, 100), TestKeys.register());
    static final ContractClauses CLAUSES = clauses(60, 90);
    static final LocalDate END = Village.LAST_DAY;
    static final Motion.Document PAPER = new Motion.Document("cd".repeat(32));
    static final PersonId COMMITTEE = PersonId.of("committee");

    static final ContractPaper.RatioAmendment SEVEN =
            new ContractPaper.RatioAmendment(
                    Village.ID,
                    Village.CONTRACT,
                    Ratio.of(7, 100),
                    RemunerationBase.FEES_RECEIVED,
                    LocalDate.of(2025, 7, 1));
    static final ContractPaper.Renewal RENEWAL =
            new ContractPaper.Renewal(Village.ID, Village.CONTRACT, END.plusYears(1));
    static final ContractPaper.Dismissal DISMISSAL =
            new ContractPaper.Dismissal(Village.ID, Village.CONTRACT);
    static final ContractPaper.Succession SUCCESSION =
            new ContractPaper.Succession(Village.ID, Village.CONTRACT, PersonId.of("newcomer"));

    static final OwnersDecision ON_FIRM =
            decision(
                    Matter.MANAGER_APPOINTMENT,
                    TERMS.document(),
                    CLAUSES.document(),
                    SEVEN.document(),
                    RENEWAL.document(),
                    DISMISSAL.document(),
                    SUCCESSION.document());

    static ContractClauses clauses(int ownersDays, int firmDays) {
        return new ContractClauses(
                Village.ID,
                Village.CONTRACT,
                "小区物业服务",
                List.of(
                        new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                        new Party(Village.FIRM, Role.TRUSTEE),
                        new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                ownersDays,
                firmDays,
                30);
    }

    static OwnersDecision decision(Matter matter, Motion.Document... papers) {
        return OwnersDecision.of(Village.resolution(Village.ID, matter, papers));
    }

    static Instant on(LocalDate day) {
        return day.atTime(4, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    static ContractLife begun() {
        return begun(CLAUSES);
    }

    private static ContractLife begun(ContractClauses clauses) {
        OwnersDecision decision =
                decision(Matter.MANAGER_APPOINTMENT, TERMS.document(), clauses.document());
        return accept(
                ContractLife.begin(
                        accept(TrustContract.adopt(TERMS, decision)),
                        clauses,
                        on(Village.FIRST_DAY)));
    }

    private static EndNotice notice(Kind kind, LocalDate given, LocalDate lastDay) {
        return new EndNotice(kind, given, lastDay, PAPER);
    }

    private static ContractLife dismissed(LocalDate given, LocalDate lastDay) {
        return accept(begun().end(notice(Kind.DISMISSAL, given, lastDay), ON_FIRM, on(given)));
    }

    @Test
    void beginsWithClausesThatWereDecidedWithItsTerms() {
        ContractLife life = begun();

        assertThat(life.events()).hasSize(1);
        assertThat(life.clauses().trustee()).isEqualTo(Village.FIRM);
        assertThat(life.statusOn(Village.FIRST_DAY.minusDays(1))).isEqualTo(Status.BEFORE_TERM);
        assertThat(life.statusOn(Village.FIRST_DAY)).isEqualTo(Status.IN_TERM);
        assertThat(life.statusOn(END)).isEqualTo(Status.IN_TERM);
        assertThat(life.lastDay()).isEmpty();
    }

    @Test
    void refusesClausesThatOwnersDidNotDecide() {
        TrustContract contract = Village.contract(TERMS);

        assertRefused(ContractLife.begin(contract, CLAUSES, Village.AT), LifeRule.CLAUSES_ADOPTED);
    }

    @Test
    void refusesPartiesThatMakeNoTrust() {
        Party settlor = new Party(PersonId.of("owners-meeting"), Role.SETTLOR);
        Party trustee = new Party(Village.FIRM, Role.TRUSTEE);
        Party all = new Party(PersonId.of("all-owners"), Role.BENEFICIARIES);
        Party watcher = new Party(PersonId.of("auditor"), Role.SUPERVISOR);

        assertThat(parties(settlor, trustee, all, watcher).parties()).hasSize(4);
        for (List<Party> wrong :
                List.of(
                        List.of(settlor, trustee),
                        List.of(settlor, all),
                        List.of(trustee, all),
                        List.of(settlor, trustee, trustee, all),
                        List.of(settlor, trustee, all, watcher, watcher),
                        List.of(settlor, trustee, all, new Party(Village.FIRM, Role.SUPERVISOR)))) {
            assertThatThrownBy(() -> parties(wrong.toArray(Party[]::new)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ContractClauses parties(Party... parties) {
        return new ContractClauses(
                Village.ID, Village.CONTRACT, "小区物业服务", List.of(parties), 60, 90, 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365})
    void takesDaysWithinTheirBounds(int days) {
        assertThat(clauses(days, days).firmNoticeDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 366})
    void refusesDaysOneOutsideTheirBounds(int days) {
        assertThatThrownBy(() -> clauses(days, 90)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clauses(60, days)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"61, true", "60, true", "59, false"})
    void ownersDismissWithSixtyDaysNotice(int days, boolean inTime) {
        LocalDate last = LocalDate.of(2026, 6, 30);
        LocalDate given = last.minusDays(days);

        Outcome<ContractLife> ended =
                begun().end(notice(Kind.DISMISSAL, given, last), ON_FIRM, on(given));

        if (inTime) {
            assertThat(accept(ended).lastDay()).contains(last);
        } else {
            assertRefused(ended, LifeRule.DISMISSAL_NOTICE);
        }
    }

    @ParameterizedTest
    @CsvSource({"91, true", "90, true", "89, false"})
    void theFirmDeclinesToRenewWithNinetyDaysNotice(int days, boolean inTime) {
        LocalDate given = END.minusDays(days);

        Outcome<ContractLife> ended = begun().end(notice(Kind.NO_RENEWAL, given, END), on(given));

        if (inTime) {
            assertThat(accept(ended).statusOn(END.plusDays(1))).isEqualTo(Status.SERVING_ON);
        } else {
            assertRefused(ended, LifeRule.NO_RENEWAL_NOTICE);
        }
    }

    @ParameterizedTest
    @CsvSource({"61, true", "60, true", "59, false"})
    void aContractWithoutATermEndsWithSixtyDaysNoticeFromEitherSide(int days, boolean inTime) {
        LocalDate last = LocalDate.of(2028, 6, 30);
        LocalDate given = last.minusDays(days);
        ContractLife life = begun();
        assertThat(life.statusOn(given)).isEqualTo(Status.CONTINUED);

        Outcome<ContractLife> byFirm =
                life.end(notice(Kind.INDEFINITE_BY_FIRM, given, last), on(given));
        Outcome<ContractLife> byOwners =
                life.end(notice(Kind.INDEFINITE_BY_OWNERS, given, last), ON_FIRM, on(given));

        if (inTime) {
            assertThat(accept(byFirm).lastDay()).contains(last);
            assertThat(accept(byOwners).lastDay()).contains(last);
        } else {
            assertRefused(byFirm, LifeRule.INDEFINITE_NOTICE);
            assertRefused(byOwners, LifeRule.INDEFINITE_NOTICE);
        }
    }

    @Test
    void otherDaysOfNoticeMayBeAgreedForATermAndNotForAContractWithoutOne() {
        ContractLife life = begun(clauses(30, 30));
        LocalDate june = LocalDate.of(2026, 6, 30);
        LocalDate later = LocalDate.of(2028, 6, 30);

        assertThat(
                        life.end(
                                        notice(Kind.DISMISSAL, june.minusDays(30), june),
                                        ON_FIRM,
                                        on(june))
                                .isAccepted())
                .isTrue();
        assertThat(life.end(notice(Kind.NO_RENEWAL, END.minusDays(30), END), on(END)).isAccepted())
                .isTrue();
        assertRefused(
                life.end(notice(Kind.DISMISSAL, june.minusDays(29), june), ON_FIRM, on(june)),
                LifeRule.DISMISSAL_NOTICE);
        assertRefused(
                life.end(notice(Kind.INDEFINITE_BY_FIRM, later.minusDays(59), later), on(later)),
                LifeRule.INDEFINITE_NOTICE);
    }

    @Test
    void aNoticeMustFitWhereTheContractStands() {
        LocalDate inTerm = LocalDate.of(2026, 1, 1);
        LocalDate after = END.plusDays(1);

        assertRefused(
                begun().end(notice(Kind.INDEFINITE_BY_FIRM, inTerm, END), on(inTerm)),
                LifeRule.NOTICE_FITS);
        assertRefused(
                begun().end(notice(Kind.DISMISSAL, after, after.plusDays(90)), ON_FIRM, on(after)),
                LifeRule.NOTICE_FITS);
        assertRefused(
                begun().end(notice(Kind.NO_RENEWAL, inTerm, END.minusDays(1)), on(inTerm)),
                LifeRule.NOTICE_FITS);
        assertThatThrownBy(() -> begun().end(notice(Kind.DISMISSAL, inTerm, END), on(inTerm)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                begun().end(
                                                notice(Kind.NO_RENEWAL, inTerm, END),
                                                ON_FIRM,
                                                on(inTerm)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDismissalNeedsTheOwnersDecisionOnItAndANoticeAfterIt() {
        LocalDate given = LocalDate.of(2026, 1, 1);
        EndNotice notice = notice(Kind.DISMISSAL, given, END);

        assertRefused(
                begun().end(notice, decision(Matter.MANAGER_APPOINTMENT), on(given)),
                LifeRule.DECISION_ON_PAPER);
        assertRefused(
                begun().end(
                                notice,
                                decision(Matter.OTHER_MAJOR_MATTER, DISMISSAL.document()),
                                on(given)),
                ContractRule.RESOLUTION_ON_FIRM);
        ContractLife early =
                accept(
                        ContractLife.begin(
                                accept(TrustContract.adopt(TERMS, ON_FIRM)),
                                CLAUSES,
                                on(LocalDate.of(2024, 12, 27))));
        assertRefused(
                early.end(
                        notice(Kind.DISMISSAL, ON_FIRM.adoptedOn().minusDays(1), END),
                        ON_FIRM,
                        on(given)),
                LifeRule.DISMISSAL_DECIDED,
                LifeRule.NOTICE_FITS);
    }

    @Test
    void aContractEndsOnce() {
        LocalDate given = LocalDate.of(2026, 1, 1);
        ContractLife ended = dismissed(given, given.plusDays(60));

        assertRefused(
                ended.end(notice(Kind.NO_RENEWAL, given, END), on(given)), LifeRule.NOT_ENDED);
        assertRefused(ended.renew(RENEWAL, ON_FIRM, on(given)), LifeRule.NOT_ENDED);
        assertRefused(ended.succeed(SUCCESSION, ON_FIRM, on(given)), LifeRule.NOT_ENDED);
    }

    @Test
    void goesOnWithoutATermUnlessOwnersRenewOrHireAnother() {
        ContractLife renewed = accept(begun().renew(RENEWAL, ON_FIRM, on(END)));
        ContractLife followed = accept(begun().succeed(SUCCESSION, ON_FIRM, on(END)));
        LocalDate next = END.plusDays(1);

        assertThat(begun().statusOn(next)).isEqualTo(Status.CONTINUED);
        assertThat(renewed.statusOn(next)).isEqualTo(Status.IN_TERM);
        assertThat(renewed.statusOn(RENEWAL.endInclusive().plusDays(1)))
                .isEqualTo(Status.CONTINUED);
        assertThat(followed.statusOn(END)).isEqualTo(Status.IN_TERM);
        assertThat(followed.statusOn(next)).isEqualTo(Status.SERVING_ON);
    }

    @Test
    void isRenewedByTheLastDayOfItsTermAndForLonger() {
        ContractPaper.Renewal same = new ContractPaper.Renewal(Village.ID, Village.CONTRACT, END);

        assertRefused(
                begun().renew(RENEWAL, ON_FIRM, on(END.plusDays(1))), LifeRule.RENEWED_IN_TERM);
        assertRefused(
                begun().renew(same, decision(Matter.MANAGER_APPOINTMENT, same.document()), on(END)),
                LifeRule.RENEWAL_EXTENDS);
    }

    @Test
    void aRatioAppliesFromItsDateAndChangesNothingEarlier() {
        ContractLife life =
                accept(begun().agreeRatio(SEVEN, ON_FIRM, on(LocalDate.of(2025, 6, 1))));

        assertThat(ratioOn(life, SEVEN.from().minusDays(1))).contains(Ratio.of(8, 100));
        assertThat(ratioOn(life, SEVEN.from())).contains(Ratio.of(7, 100));
        assertThat(life.ratioPeriods())
                .extracting(ContractLife.RatioPeriod::from)
                .containsExactly(Village.FIRST_DAY, SEVEN.from());
    }

    private static Optional<Ratio> ratioOn(ContractLife life, LocalDate day) {
        return life.ratioOn(day).map(period -> period.terms().ratio());
    }

    @Test
    void aRatioIsNeitherBackdatedNorAgreedWithoutItsPaper() {
        LocalDate june = LocalDate.of(2025, 6, 1);
        ContractLife life = accept(begun().agreeRatio(SEVEN, ON_FIRM, on(june)));

        assertRefused(life.agreeRatio(SEVEN, ON_FIRM, on(june)), LifeRule.RATIO_FORWARD);
        assertRefused(
                begun().agreeRatio(SEVEN, decision(Matter.MANAGER_APPOINTMENT), on(june)),
                LifeRule.DECISION_ON_PAPER);
        ContractPaper.RatioAmendment early = from(ON_FIRM.adoptedOn().minusDays(1));
        assertRefused(
                begun().agreeRatio(
                                early,
                                decision(Matter.OTHER_MAJOR_MATTER, early.document()),
                                on(june)),
                LifeRule.RATIO_NOT_BACKDATED,
                LifeRule.RATIO_FORWARD,
                LifeRule.OPEN_FOR_ACTIVITY);
        ContractPaper.RatioAmendment foreign =
                new ContractPaper.RatioAmendment(
                        Village.ID, "HT-2", SEVEN.ratio(), SEVEN.base(), SEVEN.from());
        assertRefused(
                begun().agreeRatio(
                                foreign,
                                decision(Matter.OTHER_MAJOR_MATTER, foreign.document()),
                                on(june)),
                LifeRule.SAME_CONTRACT);
    }

    private static ContractPaper.RatioAmendment from(LocalDate day) {
        return new ContractPaper.RatioAmendment(
                Village.ID, Village.CONTRACT, SEVEN.ratio(), SEVEN.base(), day);
    }

    @Test
    void withoutAnAgreedRatioOrAContractThatEarnsThereIsNoRemuneration() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        ContractLife ended = dismissed(last.minusDays(60), last);
        ContractLife over = accept(ended.takeOver(last.plusDays(10), on(last.plusDays(10))));

        assertThat(ended.ratioOn(Village.FIRST_DAY.minusDays(1))).isEmpty();
        assertThat(ended.ratioOn(last.plusDays(9))).isPresent();
        assertThat(over.ratioOn(last.plusDays(9))).isPresent();
        assertThat(over.ratioOn(last.plusDays(10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void freezesAllButHandOverOnceTakenOver(Activity activity) {
        LocalDate last = LocalDate.of(2026, 6, 30);
        LocalDate taken = last.plusDays(20);
        ContractLife life = accept(dismissed(last.minusDays(60), last).takeOver(taken, on(taken)));

        assertThat(life.judge(activity, last).isMet()).isEqualTo(activity != Activity.HAND_OVER);
        assertThat(life.judge(activity, last.plusDays(1)).isMet())
                .isEqualTo(activity != Activity.AMENDMENT);
        assertThat(life.judge(activity, taken.minusDays(1)).isMet())
                .isEqualTo(activity != Activity.AMENDMENT);
        assertThat(life.judge(activity, taken).isMet()).isEqualTo(activity == Activity.HAND_OVER);
    }

    @Test
    void isTakenOverOnceAndOnlyAfterItsEnd() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        ContractLife ended = dismissed(last.minusDays(60), last);
        ContractLife over = accept(ended.takeOver(last.plusDays(1), on(last.plusDays(1))));

        assertRefused(ended.takeOver(last, on(last)), LifeRule.TAKEN_OVER_AFTER_END);
        assertRefused(begun().takeOver(last, on(last)), LifeRule.TAKEN_OVER_AFTER_END);
        assertRefused(
                over.takeOver(last.plusDays(2), on(last.plusDays(2))), LifeRule.TAKEN_OVER_ONCE);
        assertRefused(
                ended.takeOver(last.plusDays(2), on(last.plusDays(1))),
                LifeRule.RECORDED_AFTERWARDS);
    }

    @Test
    void closesWhenTheLastThingOfTheListIsHandedOver() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        LocalDate day = last.plusDays(5);
        ContractLife life = accept(dismissed(last.minusDays(60), last).takeOver(day, on(day)));
        List<HandOverItem> items = Arrays.asList(HandOverItem.values());

        for (HandOverItem item : items) {
            assertThat(life.statusOn(day)).isEqualTo(Status.HANDING_OVER);
            assertThat(life.missingOn(day)).contains(item);
            life = accept(life.handOver(item, day, COMMITTEE, on(day)));
        }

        assertThat(life.statusOn(day)).isEqualTo(Status.CLOSED);
        assertThat(life.missingOn(day.minusDays(1))).isEqualTo(items);
        assertRefused(
                life.handOver(
                        HandOverItem.BALANCE, day.plusDays(1), COMMITTEE, on(day.plusDays(1))),
                LifeRule.HANDED_OVER_ONCE,
                LifeRule.OPEN_FOR_ACTIVITY);
        assertRefused(
                begun().handOver(HandOverItem.PAPERS, day, COMMITTEE, on(day)),
                LifeRule.OPEN_FOR_ACTIVITY);
    }

    @Test
    void handsOverMoneyAfterTakeOverAndReportAndTheBooksAfterTheMoneyByTrustLaw58() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        LocalDate day = last.plusDays(5);
        ContractLife serving = dismissed(last.minusDays(60), last);
        LocalDate early = day.minusDays(1);
        ContractLife reported =
                accept(serving.handOver(HandOverItem.FINAL_STATEMENT, early, COMMITTEE, on(early)));

        assertRefused(
                reported.handOver(HandOverItem.BALANCE, early, COMMITTEE, on(early)),
                LifeRule.HANDED_OVER_IN_ORDER);
        assertRefused(
                accept(serving.takeOver(day, on(day)))
                        .handOver(HandOverItem.BALANCE, day, COMMITTEE, on(day)),
                LifeRule.HANDED_OVER_IN_ORDER);
        ContractLife taken = accept(reported.takeOver(day, on(day)));
        assertRefused(
                taken.handOver(HandOverItem.BALANCE, early, COMMITTEE, on(day)),
                LifeRule.HANDED_OVER_IN_ORDER);
        assertRefused(
                taken.handOver(HandOverItem.BOOKS_AND_VOUCHERS, day, COMMITTEE, on(day)),
                LifeRule.HANDED_OVER_IN_ORDER);

        ContractLife paid = accept(taken.handOver(HandOverItem.BALANCE, day, COMMITTEE, on(day)));

        accept(paid.handOver(HandOverItem.BOOKS_AND_VOUCHERS, day, COMMITTEE, on(day)));
    }

    @Test
    void readsAHandOverThatWasRecordedBeforeItsOrderWasAskedFor() {
        ContractLife before = eventful();
        ContractEvent.HandedOver last =
                (ContractEvent.HandedOver) before.events().get(before.events().size() - 1);
        List<ContractEvent> told = new ArrayList<>(before.events());
        told.add(
                new ContractEvent.HandedOver(
                        last.community(),
                        last.occurredAt(),
                        last.contract(),
                        HandOverItem.BOOKS_AND_VOUCHERS,
                        last.on(),
                        last.receiver()));

        assertThat(accept(replay(told)).events()).isEqualTo(told);
    }

    @Test
    void countsTheDaysAfterTheEndAndTheDaysToLeave() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        ContractLife ended = dismissed(last.minusDays(60), last);
        HolidayCalendar weekdays =
                new HolidayCalendar(
                        EffectivePeriod.from(LocalDate.of(2026, 1, 1)),
                        java.util.Collections.emptySortedSet(),
                        java.util.Collections.emptySortedSet());

        assertThat(ended.daysAfterEnd(last)).isZero();
        assertThat(ended.daysAfterEnd(last.plusDays(1))).isEqualTo(1);
        assertThat(begun().daysAfterEnd(END.plusDays(100))).isZero();
        assertThat(ended.exitDeadline(weekdays).orElseThrow().lastDay())
                .isEqualTo(last.plusDays(30));
        assertThat(begun().exitDeadline(weekdays)).isEmpty();
    }

    @Test
    void nothingIsRecordedBeforeWhatWasRecordedAlready() {
        assertRefused(
                begun().agreeRatio(SEVEN, ON_FIRM, on(Village.FIRST_DAY).minusNanos(1)),
                LifeRule.TIME_FORWARD);
    }

    /** A life with one event of every kind but those that exclude each other. */
    static ContractLife eventful() {
        LocalDate last = RENEWAL.endInclusive();
        ContractLife life =
                accept(
                        ContractLife.begin(
                                accept(TrustContract.adopt(TERMS, ON_FIRM)),
                                CLAUSES,
                                on(Village.FIRST_DAY)));
        life = accept(life.agreeRatio(SEVEN, ON_FIRM, on(LocalDate.of(2025, 6, 1))));
        life = accept(life.renew(RENEWAL, ON_FIRM, on(END)));
        LocalDate given = last.minusDays(100);
        life = accept(life.end(notice(Kind.DISMISSAL, given, last), ON_FIRM, on(given)));
        life = accept(life.takeOver(last.plusDays(3), on(last.plusDays(3))));
        return accept(
                life.handOver(
                        HandOverItem.PAPERS, last.plusDays(4), COMMITTEE, on(last.plusDays(4))));
    }

    private static Outcome<ContractLife> replay(List<ContractEvent> events) {
        return ContractLife.replay(
                accept(TrustContract.adopt(TERMS, ON_FIRM)),
                CLAUSES,
                events,
                name ->
                        Optional.of(ON_FIRM)
                                .filter(known -> known.reference().equals(name.reference())));
    }

    @Test
    void eventsComeBackFromTheirTextAndReplayToTheSameLife() {
        EventCodec codec = EventCodec.of(ContractEvent.class);
        ContractLife life = eventful();

        List<ContractEvent> read =
                life.events().stream()
                        .map(event -> (ContractEvent) accept(codec.decode(codec.encode(event))))
                        .toList();

        assertThat(accept(replay(read))).isEqualTo(life);
    }

    @Test
    void refusesARecordThatTheRulesWouldNotHaveMade() {
        List<ContractEvent> events = eventful().events();
        ContractEvent.TakenOver taken = (ContractEvent.TakenOver) events.get(4);
        ContractEvent.EndedByOwners ended = (ContractEvent.EndedByOwners) events.get(3);

        assertRefused(
                replay(
                        replaced(
                                events,
                                4,
                                new ContractEvent.TakenOver(
                                        taken.community(),
                                        taken.occurredAt(),
                                        taken.contract(),
                                        RENEWAL.endInclusive()))),
                LifeRule.TAKEN_OVER_AFTER_END);
        assertRefused(
                replay(
                        replaced(
                                events,
                                3,
                                new ContractEvent.EndedByFirm(
                                        ended.community(),
                                        ended.occurredAt(),
                                        ended.contract(),
                                        ended.notice()))),
                LifeRule.AS_RECORDED);
        assertRefused(
                replay(
                        replaced(
                                events,
                                4,
                                new ContractEvent.TakenOver(
                                        taken.community(),
                                        taken.occurredAt(),
                                        "HT-2",
                                        taken.on()))),
                LifeRule.AS_RECORDED);
        assertRefused(
                replay(Stream.concat(events.stream(), events.stream().limit(1)).toList()),
                LifeRule.AS_RECORDED);
    }

    @Test
    void refusesARecordWhoseDecisionCannotBeShownAgain() {
        assertRefused(
                ContractLife.replay(
                        accept(TrustContract.adopt(TERMS, ON_FIRM)),
                        CLAUSES,
                        eventful().events(),
                        name -> Optional.empty()),
                LifeRule.DECISION_SHOWN);
    }

    private static List<ContractEvent> replaced(
            List<ContractEvent> events, int index, ContractEvent other) {
        List<ContractEvent> changed = new ArrayList<>(events);
        changed.set(index, other);
        return changed;
    }
}
