package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.PLAN;
import static io.github.xinyi.governance.casework.Village.SQUAD;
import static io.github.xinyi.governance.casework.Village.VISITOR;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.consulted;
import static io.github.xinyi.governance.casework.Village.finished;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.opened;
import static io.github.xinyi.governance.casework.Village.payment;
import static io.github.xinyi.governance.casework.Village.person;
import static io.github.xinyi.governance.casework.Village.planned;
import static io.github.xinyi.governance.casework.Village.rated;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.returned;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static io.github.xinyi.governance.casework.Village.visited;
import static io.github.xinyi.governance.casework.Village.vote;
import static io.github.xinyi.governance.casework.Village.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.PersonalNumber;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseworkTest {

    private static final CaseId DISPUTE = CaseId.of("D-1");

    @Test
    void needsAUnitAndNoMoreThanOneEventCanHold() {
        assertThat(refused(Casework.open(opening(0)))).containsExactly("units-concerned");
        assertThat(refused(Casework.open(opening(1)))).isEmpty();
        assertThat(refused(Casework.open(opening(Casework.MAX_UNITS_AT_ONCE)))).isEmpty();
        assertThat(refused(Casework.open(opening(Casework.MAX_UNITS_AT_ONCE + 1))))
                .containsExactly("units-concerned");
        EventCodec codec = EventCodec.of(CaseworkEvent.class);
        CaseOpened largest = opening(Casework.MAX_UNITS_AT_ONCE);
        assertThat(codec.decode(codec.encode(largest)))
                .isEqualTo(Outcome.accepted((DomainEvent) largest));
    }

    @Test
    void formsSquadsOfOneToTwentyForUnitsThatNobodyVisitsYet() {
        Casework opened = opened();

        assertThat(refused(opened.formSquad(SQUAD, persons(20), units(1, 5), at(1)))).isEmpty();
        assertThat(refused(opened.formSquad(SQUAD, persons(21), units(1, 5), at(1))))
                .containsExactly("squad-form");
        assertThat(refused(opened.formSquad(SQUAD, persons(0), Set.of(), at(1))))
                .containsExactly("squad-form");
        Casework formed = next(opened, opened.formSquad(SQUAD, persons(1), units(1, 5), at(1)));
        assertThat(refused(formed.formSquad(SQUAD, persons(1), units(5, 11), at(0))))
                .containsExactly("time-order", "squad-form", "unit-of-case", "unit-of-one-squad");
        assertThat(
                        refused(
                                formed.formSquad(
                                        SquadId.of("squad-2"), persons(1), units(6, 10), at(1))))
                .isEmpty();
    }

    @Test
    void takesVisitsOfTheUnitsOwnSquadAndCountsTheLastThatMetSomebody() {
        Casework visited = visited(opened(), 1);

        assertThat(
                        refused(
                                visited.visit(
                                        unit(1),
                                        PersonId.of("P1"),
                                        ContactResult.AGREES,
                                        "",
                                        at(2))))
                .containsExactly("visitor-of-squad");
        assertThat(refused(visited.visit(unit(11), VISITOR, ContactResult.AGREES, "", at(2))))
                .containsExactly("unit-of-case", "visitor-of-squad");
        Casework again =
                next(visited, visited.visit(unit(1), VISITOR, ContactResult.ABSENT, "", at(2)));
        assertThat(again.contact()).hasToString("1/10");
        assertThat(again.contact().with(ContactResult.AGREES)).containsExactly(unit(1));
        Casework changed =
                next(again, again.visit(unit(1), VISITOR, ContactResult.OBJECTS, "", at(2)));
        assertThat(changed.contact().with(ContactResult.OBJECTS)).containsExactly(unit(1));
        Casework nobody =
                next(again, again.visit(unit(2), VISITOR, ContactResult.ABSENT, "", at(2)));
        assertThat(nobody.contact().with(ContactResult.ABSENT)).containsExactly(unit(2));
        assertThat(nobody.contact().outstanding()).hasSize(9);
    }

    @Test
    void goesOnToConsultationWhenTheShareOfUnitsAskedIsReached() {
        assertThat(refused(visited(opened(), 7).collectOpinions(at(3))))
                .containsExactly("contact-coverage");
        assertThat(refused(visited(opened(), 8).collectOpinions(at(3)))).isEmpty();
        assertThat(refused(visited(opened(), 9).collectOpinions(at(3)))).isEmpty();
    }

    @Test
    void consultsOnNewItemsAndDisclosesEachOnce() {
        Casework consulted = consulted();

        assertThat(refused(consulted.consult(List.of("I2", "I3"), DIGEST, at(5))))
                .containsExactly("item-new");
        assertThat(refused(consulted.consult(List.of("I3", "I3"), DIGEST, at(5))))
                .containsExactly("item-new");
        assertThat(refused(consulted.consult(names(100), DIGEST, at(5)))).isEmpty();
        assertThat(refused(consulted.consult(names(101), DIGEST, at(5))))
                .containsExactly("item-new");
        Casework disclosed = next(consulted, consulted.disclose("I1", "公告栏", at(5)));
        assertThat(refused(disclosed.disclose("I1", "公告栏", at(6))))
                .containsExactly("item-consulted");
        assertThat(refused(disclosed.disclose("I9", "公告栏", at(6))))
                .containsExactly("item-consulted");
        assertThat(disclosed.consultedItems()).containsExactly("I1", "I2");
        assertThat(disclosed.disclosedItems()).containsExactly("I1");
    }

    @Test
    void letsOnlyTheOwnersDecideTheirMattersByCivilCode278() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE, Matter.OTHER_MAJOR_MATTER);

        assertThat(refused(planned.decideBy("业主委员会", DIGEST, PLAN.document(), at(5))))
                .containsExactly("owners-decide");
        assertThat(refused(planned.decideBy(resolution("v2", Matter.MAINTENANCE_FUND_USE), at(5))))
                .containsExactly("of-community");
        assertThat(refused(planned.decideBy(resolution("v1", Matter.REBUILDING), at(5))))
                .containsExactly("matter-awaited");
        Resolution use = resolution("v1", Matter.MAINTENANCE_FUND_USE);
        Casework one = next(planned, planned.decideBy(use, at(5)));
        assertThat(one.stage()).isEqualTo(Stage.DECISION);
        assertThat(one.undecided()).containsExactly(Matter.OTHER_MAJOR_MATTER);
        assertThat(refused(one.decideBy(use, at(6)))).containsExactly("matter-awaited");
        Casework both = next(one, one.decideBy(resolution("v1", Matter.OTHER_MAJOR_MATTER), at(6)));
        assertThat(both.stage()).isEqualTo(Stage.IMPLEMENTATION);
    }

    @Test
    void takesOnlyAResolutionOnThePlanOfThisCaseByItsDigest() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE);
        CasePlan other =
                new CasePlan(
                        Village.COMMUNITY,
                        CaseId.of("C-2"),
                        PLAN.paper(),
                        PLAN.funding(),
                        PLAN.budgetFen());

        for (CasePlan wrong : List.of(other, Village.plan(100_001))) {
            Resolution resolution =
                    vote("v1", Matter.MAINTENANCE_FUND_USE, 10, Village.VOTE, wrong.document())
                            .resolution()
                            .orElseThrow();
            assertThat(refused(planned.decideBy(resolution, at(5))))
                    .containsExactly("plan-decided");
        }
        Resolution right = resolution("v1", Matter.MAINTENANCE_FUND_USE);
        assertThat(right.decides(PLAN.document())).isTrue();
        assertThat(refused(planned.decideBy(right, at(5)))).isEmpty();
        assertThat(refused(consulted(Matter.MAINTENANCE_FUND_USE).decideBy(right, at(5))))
                .containsExactly("plan-decided");
        assertThat(refused(planned().decideBy("业主委员会", DIGEST, other.document(), at(5))))
                .containsExactly("plan-decided");
    }

    @Test
    void drawsThePlanOfThisCaseUntilTheOwnersBeginToDecideOnIt() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE, Matter.OTHER_MAJOR_MATTER);
        CasePlan other =
                new CasePlan(CommunityId.of("v2"), CaseId.of("C-1"), PLAN.paper(), Funding.NONE, 0);

        assertThat(refused(planned.draw(other, at(5)))).containsExactly("plan-of-case");
        Casework again = next(planned, planned.draw(Village.plan(5), at(5)));
        assertThat(again.plan()).contains(Village.plan(5));
        Casework one =
                next(planned, planned.decideBy(resolution("v1", Matter.OTHER_MAJOR_MATTER), at(5)));
        assertThat(refused(one.draw(Village.plan(5), at(6)))).containsExactly("plan-open");
        Casework visited = visited(opened(), 8);
        Casework collected = next(visited, visited.collectOpinions(at(3)));
        assertThat(refused(collected.draw(PLAN, at(4)))).containsExactly("consulted-first");
    }

    @Test
    void asksForTheMattersThatMoneyEntailsByCivilCode278AndRegulation54() {
        Casework consulted = consulted();
        CasePlan fund = paidBy(Funding.MAINTENANCE_FUND);

        assertThat(refused(consulted.draw(fund, at(5)))).containsExactly("matters-of-funding");
        assertThat(refused(consulted.draw(paidBy(Funding.PUBLIC_INCOME), at(5))))
                .containsExactly("matters-of-funding");
        for (Funding free :
                List.of(Funding.SERVICE_FEES, Funding.PUBLIC_BUDGET, Funding.DONATION)) {
            assertThat(refused(consulted.draw(paidBy(free), at(5)))).isEmpty();
        }
        Casework declared =
                next(
                        consulted,
                        consulted.declare(Matter.MAINTENANCE_FUND_USE, Village.OFFICER, at(5)));
        assertThat(declared.undecided()).containsExactly(Matter.MAINTENANCE_FUND_USE);
        assertThat(declared.matters()).containsExactly(Matter.MAINTENANCE_FUND_USE);
        assertThat(refused(declared.draw(fund, at(5)))).isEmpty();
        assertThat(refused(declared.declare(Matter.MAINTENANCE_FUND_USE, Village.OFFICER, at(6))))
                .containsExactly("matter-new");
        assertThat(refused(working().declare(Matter.REBUILDING, Village.OFFICER, at(6))))
                .containsExactly("stage");
    }

    @Test
    void opensACaseOnlyWithTheMattersOfItsKindByCivilCode278() {
        for (CaseKind kind : CaseKind.values()) {
            assertThat(refused(Casework.open(ofKind(kind, new TreeSet<>(kind.entailed())))))
                    .isEmpty();
            assertThat(refused(Casework.open(ofKind(kind, new TreeSet<>()))))
                    .isEqualTo(kind.entailed().isEmpty() ? List.of() : List.of("matters-of-kind"));
        }
        assertThat(CaseKind.REBUILDING.entailed()).containsExactly(Matter.REBUILDING);
        assertThat(CaseKind.COMMON_PARTS.entailed()).containsExactly(Matter.COMMON_PARTS_USE);
        assertThat(CaseKind.MANAGER.entailed()).containsExactly(Matter.MANAGER_APPOINTMENT);
        assertThat(CaseKind.FUND_RAISING.entailed())
                .containsExactly(Matter.MAINTENANCE_FUND_RAISING);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Casework.from(List.of(ofKind(CaseKind.REBUILDING, new TreeSet<>()))));
    }

    @Test
    void endsWithAVoteThatFailed() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE);
        MotionResult failed = vote("v1", Matter.MAINTENANCE_FUND_USE, 5);

        assertThat(failed.resolution()).isEmpty();
        assertThat(refused(planned.decline(vote("v1", Matter.MAINTENANCE_FUND_USE, 6), at(5))))
                .containsExactly("vote-failed");
        assertThat(refused(planned.decline(vote("v1", Matter.REBUILDING, 5), at(5))))
                .containsExactly("matter-awaited");
        MotionResult elsewhere =
                vote(
                        "v1",
                        Matter.MAINTENANCE_FUND_USE,
                        5,
                        Village.VOTE,
                        Village.plan(7).document());
        assertThat(refused(planned.decline(elsewhere, at(5)))).containsExactly("plan-decided");
        Casework ended = next(planned, planned.decline(failed, at(5)));
        assertThat(ended.stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused(ended.raiseDispute(DISPUTE, at(6)))).containsExactly("stage");
    }

    @Test
    void decidesNothingBeforeItWasConsultedOn() {
        Casework visited = visited(opened(), 8);
        Casework collected = next(visited, visited.collectOpinions(at(3)));

        assertThat(refused(visited.decideBy("业主委员会", DIGEST, PLAN.document(), at(4))))
                .containsExactly("stage", "consulted-first", "plan-decided");
        assertThat(refused(collected.decideBy("业主委员会", DIGEST, PLAN.document(), at(4))))
                .containsExactly("consulted-first", "plan-decided");
    }

    @Test
    void reportsWorkThatNeverShrinksUpToAllOfIt() {
        Casework working = working();
        Casework half =
                next(working, working.progress("东立面", Ratio.of(1, 2), List.of(DIGEST), at(6)));

        assertThat(refused(half.progress("-", Ratio.of(49, 100), List.of(), at(7))))
                .containsExactly("progress-grows");
        assertThat(refused(half.progress("-", Ratio.of(1, 2), List.of(), at(7)))).isEmpty();
        assertThat(refused(half.progress("-", Ratio.of(1, 1), List.of(), at(7)))).isEmpty();
        assertThat(refused(half.progress("-", Ratio.of(101, 100), List.of(), at(7))))
                .containsExactly("progress-grows");
        assertThat(refused(half.finishWork(at(7)))).containsExactly("work-done");
    }

    @Test
    void namesEachPaymentOnceDuringAndAfterTheWork() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 40_000), at(6)));

        assertThat(paid.payments()).containsExactly(payment("E0001", 40_000));
        assertThat(refused(paid.nameSpending(payment("E0001", 1), at(7))))
                .containsExactly("spending-once");
        assertThat(refused(planned().nameSpending(payment("E0001", 1), at(6))))
                .containsExactly("stage");
        assertThat(refused(finished().nameSpending(payment("E0001", 1), at(8)))).isEmpty();
    }

    @Test
    void spendsTheBudgetThatWasDecidedAndNotOneFenMore() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 40_000), at(6)));

        assertThat(refused(paid.nameSpending(payment("E0002", 59_999), at(7)))).isEmpty();
        assertThat(refused(paid.nameSpending(payment("E0002", 60_001), at(7))))
                .containsExactly("spending-within-budget");
        Casework all = next(paid, paid.nameSpending(payment("E0002", 60_000), at(7)));
        assertThat(all.spentFen()).isEqualTo(PLAN.budgetFen());
        assertThat(refused(all.nameSpending(payment("E0003", 1), at(7))))
                .containsExactly("spending-within-budget");
        assertThat(refused(working.nameSpending(payment("E1", CasePlan.MAX_BUDGET_FEN), at(7))))
                .containsExactly("spending-within-budget");
    }

    /** The budget is of 1,000 yuan. */
    @Test
    void whatCameBackIsSpentNoLongerAndCanBePaidAgain() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 100_000), at(6)));
        PaymentReturn whole = returned("T1", "E0001", 100_000);

        Casework back = next(paid, paid.returnSpending(whole, at(7)));

        assertThat(paid.spentFen()).isEqualTo(100_000);
        assertThat(back.spentFen()).isZero();
        assertThat(back.payments()).containsExactly(payment("E0001", 100_000));
        assertThat(back.returns()).containsExactly(whole);
        assertThat(refused(back.nameSpending(payment("E0002", 100_000), at(8)))).isEmpty();
        assertThat(refused(back.nameSpending(payment("E0002", 100_001), at(8))))
                .containsExactly("spending-within-budget");
        assertThat(refused(back.nameSpending(payment("E0001", 1), at(8))))
                .containsExactly("spending-once");
    }

    @Test
    void noMoreComesBackOfAPaymentThanWasPaid() {
        Casework working = working();
        Casework one = next(working, working.nameSpending(payment("E0001", 40_000), at(6)));
        Casework two = next(one, one.nameSpending(payment("E0002", 50_000), at(6)));
        Casework part = next(two, two.returnSpending(returned("T1", "E0001", 30_000), at(7)));

        assertThat(part.spentFen()).isEqualTo(60_000);
        assertThat(refused(part.returnSpending(returned("T2", "E0001", 9_999), at(8)))).isEmpty();
        assertThat(refused(part.returnSpending(returned("T2", "E0001", 10_000), at(8)))).isEmpty();
        assertThat(refused(part.returnSpending(returned("T2", "E0001", 10_001), at(8))))
                .containsExactly("return-within-spending");
        assertThat(refused(part.returnSpending(returned("T2", "E0002", 50_000), at(8)))).isEmpty();
    }

    @Test
    void namesEachReturnOnceAndOnlyOfAPaymentOfTheCase() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 40_000), at(6)));
        Casework back = next(paid, paid.returnSpending(returned("T1", "E0001", 1), at(7)));

        assertThat(refused(back.returnSpending(returned("T1", "E0001", 1), at(8))))
                .containsExactly("return-once");
        assertThat(refused(back.returnSpending(returned("T2", "E0009", 1), at(8))))
                .containsExactly("spending-known", "return-within-spending");
        assertThat(refused(back.returnSpending(returned("U10", "E0001", 1), at(8))))
                .containsExactly("public-text");
        assertThat(refused(planned().returnSpending(returned("T1", "E0001", 1), at(8))))
                .containsExactly("stage", "spending-known", "return-within-spending");
    }

    /** The bank does not ask how far a case is. */
    @Test
    void moneyComesBackAfterTheCaseHasEndedToo() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 40_000), at(6)));
        Casework whole = next(paid, paid.progress("-", Ratio.of(1, 1), List.of(), at(6)));
        Casework finished = next(whole, whole.finishWork(at(7)));
        Casework rated = rated(finished, 5);
        Casework closed = next(rated, rated.close(at(9)));
        Casework handedOn = next(paid, paid.escalate("街道办事处", "无法推进", at(9)));

        for (Casework later : List.of(finished, closed, handedOn)) {
            Casework back = next(later, later.returnSpending(returned("T1", "E0001", 1), at(9)));
            assertThat(back.stage()).isEqualTo(later.stage());
            assertThat(back.spentFen()).isEqualTo(39_999);
        }
    }

    @Test
    void closesWhenEnoughHaveRatedAndNoDisputeIsOpen() {
        Casework four = rated(finished(), 4);
        Casework five = next(four, four.rate(person(5), units(5, 5), 1, at(8)));
        Casework disputed = next(five, five.raiseDispute(DISPUTE, at(9)));

        assertThat(refused(four.close(at(9)))).containsExactly("evaluation-coverage");
        assertThat(refused(five.close(at(9)))).isEmpty();
        assertThat(refused(disputed.close(at(9)))).containsExactly("disputes-ended");
        Casework settled =
                next(disputed, disputed.endDispute(Quarrel.agreed(DISPUTE, at(10)), at(10)));
        Casework closed = next(settled, settled.close(at(11)));
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(refused(closed.close(at(12)))).containsExactly("stage");
        assertThat(closed.endedDisputes()).containsEntry(DISPUTE, Ending.AGREEMENT);
    }

    @Test
    void takesOneRatingOfEachPersonFromOneToFive() {
        Casework finished = finished();

        for (int rating : new int[] {0, 6}) {
            assertThat(refused(finished.rate(person(1), units(1, 1), rating, at(8))))
                    .containsExactly("rating");
        }
        for (int rating : new int[] {1, 5}) {
            assertThat(refused(finished.rate(person(1), units(1, 1), rating, at(8)))).isEmpty();
        }
        assertThat(refused(finished.rate(person(1), Set.of(), 3, at(8)))).containsExactly("rating");
        assertThat(refused(finished.rate(person(1), units(10, 11), 3, at(8))))
                .containsExactly("unit-of-case");
        Casework one = next(finished, finished.rate(person(1), units(1, 2), 4, at(8)));
        assertThat(refused(one.rate(person(1), units(3, 3), 5, at(9)))).containsExactly("rating");
        Casework other = next(one, one.rate(person(2), units(3, 3), 1, at(9)));
        assertThat(other.ratedUnits()).containsExactly(unit(1), unit(2), unit(3));
        assertThat(other.ratings().values()).extracting(ResultRated::rating).containsExactly(4, 1);
    }

    @Test
    void letsNoOneRateForMoreUnitsThanTheLocalityAllowsNorForAUnitTwice() {
        Casework finished = finished();

        assertThat(refused(finished.rate(person(1), units(1, 10), 5, at(8))))
                .containsExactly("rater-units");
        assertThat(refused(finished.rate(person(1), units(1, 3), 5, at(8))))
                .containsExactly("rater-units");
        Casework two = next(finished, finished.rate(person(1), units(1, 2), 5, at(8)));
        assertThat(refused(two.rate(person(2), units(2, 3), 1, at(8))))
                .containsExactly("unit-rated-once");
        assertThat(refused(two.rate(person(2), units(3, 4), 1, at(8)))).isEmpty();
    }

    @Test
    void replaysACaseByTheTermsUnderWhichItWasOpened() {
        Casework eight = visited(opened(), 8);
        Casework collected = next(eight, eight.collectOpinions(at(3)));
        EventCodec codec = EventCodec.of(CaseworkEvent.class);
        List<CaseworkEvent> read =
                collected.history().stream()
                        .map(codec::encode)
                        .<DomainEvent>map(text -> Village.accepted(codec.decode(text)))
                        .map(CaseworkEvent.class::cast)
                        .toList();

        assertThat(CaseworkTerms.shipped().contact()).isGreaterThan(Ratio.of(8, 10));
        assertThat(Casework.from(read)).isEqualTo(collected);
    }

    @Test
    void endsADisputeOnlyAsItsRecordsShow() {
        Casework working = working();
        Casework raised = next(working, working.raiseDispute(DISPUTE, at(6)));

        assertThat(refused(raised.endDispute(Quarrel.met(DISPUTE, at(7)), at(8))))
                .containsExactly("dispute-proven");
        assertThat(refused(raised.endDispute(Quarrel.visited(DISPUTE, at(7)), at(8))))
                .containsExactly("dispute-proven");
        assertThat(refused(raised.endDispute(Quarrel.reopened(DISPUTE, at(7)), at(8))))
                .containsExactly("dispute-proven");
        assertThat(refused(working.endDispute(Quarrel.met(DISPUTE, at(5)), at(4))))
                .containsExactly("time-order", "dispute-state", "dispute-proven");
        assertThat(refused(raised.endDispute(Quarrel.agreed(CaseId.of("D-2"), at(7)), at(8))))
                .containsExactly("dispute-state", "dispute-proven");
        Casework settled = next(raised, raised.endDispute(Quarrel.settled(DISPUTE, at(7)), at(8)));
        assertThat(settled.endedDisputes()).containsEntry(DISPUTE, Ending.AGREEMENT);
        Casework handedOn =
                next(raised, raised.endDispute(Quarrel.handedOn(DISPUTE, at(7)), at(8)));
        assertThat(handedOn.endedDisputes()).containsEntry(DISPUTE, Ending.ESCALATION);
    }

    @Test
    void provesTheEndOfADisputeSinceItWasLastRaised() {
        Casework working = working();
        Casework raised = next(working, working.raiseDispute(DISPUTE, at(6)));

        assertThat(refused(raised.endDispute(agreed(at(6).minusMillis(1)), at(8))))
                .containsExactly("dispute-proven");
        assertThat(refused(raised.endDispute(agreed(at(6)), at(8)))).isEmpty();
        assertThat(refused(raised.endDispute(agreed(at(8)), at(8)))).isEmpty();
        assertThat(refused(raised.endDispute(agreed(at(8).plusMillis(1)), at(8))))
                .containsExactly("dispute-proven");
        Casework ended = next(raised, raised.endDispute(agreed(at(7)), at(7)));
        Casework again = next(ended, ended.raiseDispute(DISPUTE, at(8)));
        assertThat(refused(again.endDispute(agreed(at(7)), at(9))))
                .containsExactly("dispute-proven");
    }

    @Test
    void endsNoDisputeByAnAgreementThatFailed() {
        Casework working = working();
        Casework raised = next(working, working.raiseDispute(DISPUTE, at(6)));
        Mediation broken = Quarrel.broken(DISPUTE, at(6));
        Mediation mended =
                broken.after(Village.accepted(broken.perform(0, Mediation.dayOf(at(7)), at(7))));

        assertThat(refused(raised.endDispute(broken, at(8)))).containsExactly("dispute-proven");
        assertThat(refused(raised.endDispute(mended, at(8)))).isEmpty();
    }

    @Test
    void reopensADisputeThatHadEnded() {
        Casework working = working();
        Casework raised = next(working, working.raiseDispute(DISPUTE, at(6)));
        Casework ended = next(raised, raised.endDispute(Quarrel.handedOn(DISPUTE, at(7)), at(7)));
        Casework again = next(ended, ended.raiseDispute(DISPUTE, at(8)));

        assertThat(refused(raised.raiseDispute(DISPUTE, at(7)))).containsExactly("dispute-state");
        assertThat(refused(ended.endDispute(agreed(at(8)), at(8))))
                .containsExactly("dispute-state", "dispute-proven");
        assertThat(again.openDisputes()).containsExactly(DISPUTE);
        assertThat(again.endedDisputes()).isEmpty();
    }

    @Test
    void handsOnACaseFromEveryStageUntilItHasEnded() {
        for (Casework running : List.of(opened(), consulted(), planned(), working(), finished())) {
            Casework escalated = next(running, running.escalate("街道办事处", "无法推进", at(8)));
            assertThat(escalated.stage()).isEqualTo(Stage.ESCALATED);
            assertThat(refused(escalated.escalate("街道办事处", "无法推进", at(9))))
                    .containsExactly("stage");
            assertThat(refused(escalated.reopen("再办", at(9)))).containsExactly("stage");
        }
    }

    @Test
    void opensAClosedCaseAgainAndKeepsItsHistory() {
        Casework rated = rated(finished(), 5);
        Casework closed = next(rated, rated.close(at(9)));

        assertThat(refused(rated.reopen("渗水", at(9)))).containsExactly("stage");
        Casework again = next(closed, closed.reopen("渗水", at(10)));
        assertThat(again.stage()).isEqualTo(Stage.IMPLEMENTATION);
        assertThat(again.history()).startsWith(closed.history().toArray(CaseworkEvent[]::new));
        assertThat(again.ratings()).isEmpty();
        assertThat(refused(again.finishWork(at(11)))).containsExactly("work-done");
        Casework done = next(again, again.progress("返修", Ratio.of(1, 1), List.of(), at(11)));
        Casework finished = next(done, done.finishWork(at(11)));
        assertThat(refused(finished.close(at(12)))).containsExactly("evaluation-coverage");
        assertThat(refused(finished.rate(person(1), units(1, 1), 5, at(12)))).isEmpty();
    }

    @Test
    void acceptsNothingThatNoStoreKeeps() {
        Casework working = working();

        assertThat(refused(working.finishWork(at(6).plusNanos(1))))
                .containsExactly("event.storable", "work-done");
        assertThat(refused(working.progress("\uD83C", Ratio.of(1, 2), List.of(), at(6))))
                .containsExactly("event.storable");
        assertThat(
                        refused(
                                working.progress(
                                        "施工", Ratio.of(1, 2), List.of(), at(6).plusNanos(1_000))))
                .isEmpty();
    }

    @Test
    void showsNoTelephoneOrIdentityNumberInPublicByPersonalInformationLaw25() {
        Casework working = working();

        for (String number :
                List.of(
                        "13800000000",
                        "138-0000-0000",
                        "138 0000 0000",
                        "138.0000.0000",
                        "138\u20110000\u20110000",
                        "8613800000000",
                        "+86 138 0000 0000",
                        "0086-13800000000",
                        "\u0661\u0663\u0668\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660",
                        "１３８００００００００",
                        "0931-8765432",
                        "（021）6123-4567",
                        "+86 571 8765 4321",
                        "11010519491231002X",
                        "110105194912310021",
                        "110105 19491231 0021")) {
            assertThat(refused(report(working, "联系" + number + "。")))
                    .containsExactly("public-text");
            assertThat(refused(working.nameSpending(payment("D " + number, 1), at(6))))
                    .containsExactly("public-text");
        }
        for (String number :
                List.of(
                        "1380000000",
                        "138000000001",
                        "12800000000",
                        "1101051949123100",
                        "0931-876543",
                        "0312-2-0301",
                        "〔2024〕12号",
                        "2024-05-12",
                        "2025-03-01 08-30")) {
            assertThat(refused(report(working, "编号" + number))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "U10漏水, true",
        "u10, true",
        "Ｕ１０室, true",
        "U\u200B10, true",
        "查看P9的记录, true",
        "报P8, true",
        "U11, false",
        "U101, false",
        "AU10, false",
        "U1-0, true",
        "1号楼10层, false"
    })
    void namesNoUnitAndNoPersonOfTheRecordInPublicByPersonalInformationLaw25(
            String text, boolean named) {
        Casework working = working();
        List<String> reasons = named ? List.of("public-text") : List.of();

        assertThat(refused(report(working, text))).isEqualTo(reasons);
        assertThat(refused(working.nameSpending(payment(text, 1), at(6)))).isEqualTo(reasons);
        assertThat(refused(working.disclose("I1", text, at(6)))).isEqualTo(reasons);
        assertThat(refused(working.escalate(text, "U10无法推进", at(6)))).isEqualTo(reasons);
    }

    /** One digest in some two hundred has digits that look like a telephone number. */
    @Test
    void showsTheDigestOfAPlanWhateverItsDigitsLookLike() {
        String looks = "dfa193cc9a9e10b1622748d679306294789073124fc006261ff92aa2004fc6c4";
        CasePlan plan =
                IntStream.rangeClosed(1, 5_000)
                        .mapToObj(Village::plan)
                        .filter(drawn -> PersonalNumber.isShownIn(drawn.document().sha256()))
                        .findFirst()
                        .orElseThrow();
        Casework consulted = consulted();

        Casework drawn = next(consulted, consulted.draw(plan, at(4)));

        assertThat(PersonalNumber.isShownIn(looks)).isTrue();
        assertThat(drawn.timeline().get(drawn.timeline().size() - 1).text())
                .isEqualTo(plan.document().sha256());
    }

    /** What was kept before the rule is read, or a case could never be opened again. */
    @Test
    void readsACaseThatNamedAUnitBeforeThatWasRefusedAndShowsNoneOfIt() {
        CaseworkEvent.CaseOpened kept =
                new CaseworkEvent.CaseOpened(
                        Village.COMMUNITY,
                        Village.START,
                        CaseId.of("C-1"),
                        "U1漏水",
                        CaseKind.REPAIR,
                        new TreeSet<>(),
                        Village.OFFICER,
                        new TreeSet<>(units(1, 10)),
                        Village.TERMS);
        List<CaseworkEvent> history = new ArrayList<>(working().history());
        history.set(0, kept);
        history.add(
                new WorkProgressed(Village.COMMUNITY, at(6), "已修U1", Ratio.of(1, 2), List.of()));

        Casework read = Casework.from(history);

        assertThat(refused(Casework.open(kept))).containsExactly("public-text");
        assertThat(refused(report(read, "U1完工"))).containsExactly("public-text");
        assertThat(read.history()).isEqualTo(history);
        assertThat(read.timeline().toString()).doesNotContain("U1");
        assertThat(read.timeline())
                .filteredOn(line -> line.step() == TimelineEntry.Step.WORK_PROGRESSED)
                .extracting(TimelineEntry::text, TimelineEntry::figure)
                .containsExactly(tuple("", "1/2"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                read.after(
                                        new WorkProgressed(
                                                Village.COMMUNITY,
                                                at(6),
                                                "电13800000000",
                                                Ratio.of(1, 2),
                                                List.of())));
    }

    /** A number of two digits could be any count; of any other name the doubt is the text's. */
    @ParameterizedTest
    @CsvSource({
        "12, 共12处渗水, false",
        "12, 12室漏水, false",
        "123, 共123处渗水, true",
        "123, 共1230处渗水, false",
        "1-2, 2025-1-2报修, true",
        "1-2, 2025-11-2报修, false",
        "1号, 21号楼报修, false",
        "1号, 院内1号楼报修, true",
        "物业, 物业公司报修, true"
    })
    void aNumberOfTwoDigitsIsNoNameAndAnyOtherNameIsSeenWhereItMayBeMeant(
            String unit, String title, boolean named) {
        CaseworkEvent.CaseOpened one =
                new CaseworkEvent.CaseOpened(
                        Village.COMMUNITY,
                        Village.START,
                        CaseId.of("C-1"),
                        title,
                        CaseKind.REPAIR,
                        new TreeSet<>(),
                        Village.OFFICER,
                        new TreeSet<>(Set.of(UnitId.of(unit))),
                        Village.TERMS);

        assertThat(refused(Casework.open(one)))
                .isEqualTo(named ? List.of("public-text") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "499,true", "500,true", "501,false"})
    void aTextThatIsReadAgainHasOneToFiveHundredCharacters(int length, boolean good) {
        String text = "字".repeat(length);

        for (CaseworkEvent event :
                List.of(
                        new WorkProgressed(
                                Village.COMMUNITY, at(6), text, Ratio.of(1, 2), List.of()),
                        new CaseworkEvent.CaseEscalated(Village.COMMUNITY, at(6), "街道", text))) {
            assertThat(CaseworkForms.of(event, RecordNames.NONE))
                    .filteredOn(finding -> finding.rule().equals(CaseworkRule.TEXT.code()))
                    .extracting(Finding::verdict)
                    .containsExactly(good ? Verdict.MET : Verdict.NOT_MET);
        }
    }

    @Test
    void judgesTextsAndDigestsOfEventsThatAreReadAgain() {
        Casework working = working();

        for (CaseworkEvent event :
                List.of(
                        new WorkProgressed(
                                Village.COMMUNITY, at(6), " ", Ratio.of(1, 2), List.of()),
                        new WorkProgressed(
                                Village.COMMUNITY, at(6), "施工", Ratio.of(1, 2), List.of("x")),
                        new WorkProgressed(
                                Village.COMMUNITY,
                                at(6),
                                "施工",
                                Ratio.of(1, 2),
                                Collections.nCopies(21, DIGEST)),
                        new CaseworkEvent.CaseEscalated(
                                Village.COMMUNITY, at(6), "街道", "x".repeat(501)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> working.after(event));
        }
        assertThat(
                        refused(
                                working.progress(
                                        "施工",
                                        Ratio.of(1, 2),
                                        Collections.nCopies(20, DIGEST),
                                        at(6))))
                .isEmpty();
        assertThat(
                        refused(
                                working.progress(
                                        "施工",
                                        Ratio.of(1, 2),
                                        Collections.nCopies(21, DIGEST),
                                        at(6))))
                .containsExactly("digest");
    }

    @Test
    void namesTheStagesOfEveryEvent() {
        assertThat(CaseworkJudge.STAGES.keySet())
                .isEqualTo(Set.of(CaseworkEvent.class.getPermittedSubclasses()));
    }

    @Test
    void coversEachUnitOnceOverSixSquads() {
        Casework state = opened();
        for (int i = 1; i <= 5; i++) {
            state =
                    next(
                            state,
                            state.formSquad(
                                    SquadId.of("squad-" + i),
                                    Set.of(VISITOR),
                                    units(2 * i - 1, i == 5 ? 9 : 2 * i),
                                    at(1)));
        }
        state =
                next(
                        state,
                        state.formSquad(
                                SquadId.of("squad-6"), Set.of(VISITOR), units(10, 10), at(1)));
        for (int twice = 0; twice < 2; twice++) {
            for (int i = 1; i <= 7; i++) {
                state = next(state, agrees(state, i));
            }
        }

        assertThat(state.squads()).hasSize(6);
        assertThat(state.contact()).hasToString("7/10");
        assertThat(state.contactOf(SquadId.of("squad-4")).orElseThrow()).hasToString("1/2");
        assertThat(state.contactOf(SquadId.of("squad-6")).orElseThrow()).hasToString("0/1");
        assertThat(state.contactOf(SquadId.of("squad-7"))).isEmpty();
        assertThat(refused(state.collectOpinions(at(3)))).containsExactly("contact-coverage");
        Casework eighth = next(state, agrees(state, 8));
        assertThat(refused(eighth.collectOpinions(at(3)))).isEmpty();
        assertThat(ContactCoverage.of(eighth.history())).hasToString("8/10");
    }

    @Test
    void tellsThePublicEveryStepWithItsMoney() {
        Casework working = working();
        Casework paid = next(working, working.nameSpending(payment("E0001", 40_005), at(6)));
        Casework ended = next(paid, paid.escalate("街道办事处", "私下的原因", at(7)));

        assertThat(ended.timeline())
                .contains(
                        new TimelineEntry(
                                at(4),
                                TimelineEntry.Step.PLAN_DRAWN,
                                PLAN.document().sha256(),
                                "1000.00"),
                        new TimelineEntry(at(6), TimelineEntry.Step.SPENT, "E0001", "400.05"),
                        new TimelineEntry(at(7), TimelineEntry.Step.ESCALATED, "街道办事处", ""));
        assertThat(ended.timeline().toString()).doesNotContain("私下");
    }

    @Test
    void countsInPublicAUnitThatWasMetAndLaterNotFound() {
        Casework visited = visited(opened(), 8);
        Casework absent =
                next(visited, visited.visit(unit(1), VISITOR, ContactResult.ABSENT, "", at(2)));
        Casework collected = next(absent, absent.collectOpinions(at(3)));

        assertThat(collected.timeline())
                .contains(
                        new TimelineEntry(
                                at(3), TimelineEntry.Step.OPINIONS_COLLECTED, "", "8/10"));
    }

    @Test
    void refusesTextAndDigestsOfOtherForms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> working().progress(" ", Ratio.of(1, 2), List.of(), at(6)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                working()
                                        .progress(
                                                "x".repeat(501), Ratio.of(1, 2), List.of(), at(6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consulted().consult(List.of("I3"), "0F".repeat(32), at(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> Casework.from(List.of()));
    }

    @Test
    void readsNoHistoryThatSkipsAGate() {
        Casework opened = opened(Matter.MAINTENANCE_FUND_USE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened.after(new CaseClosed(Village.COMMUNITY, at(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                consulted()
                                        .after(
                                                new ItemDisclosed(
                                                        CommunityId.of("v2"), at(5), "I1", "公告栏")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened.after((CaseOpened) opened.history().get(0)));
    }

    @Test
    void takesNoResolutionAdoptedBeforeThePlanWasDrawnUp() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE);
        Resolution early = Village.adopted(Village.VOTE.minusDays(6));
        Resolution right = Village.adopted(Village.VOTE);
        Instant close = right.adoptedAt();

        assertThat(early.adoptedAt()).isBefore(at(4));
        assertThat(refused(planned.decideBy(early, at(5)))).containsExactly("resolution-of-case");
        for (Instant drawn : List.of(close.minusMillis(1), close)) {
            Casework again = next(planned, planned.draw(PLAN, drawn));
            assertThat(refused(again.decideBy(right, at(5)))).isEmpty();
        }
        Casework late = next(planned, planned.draw(PLAN, close.plusMillis(1)));
        assertThat(refused(late.decideBy(right, at(5)))).containsExactly("resolution-of-case");
    }

    @Test
    void notesAVoteOnceItHasClosedAndNotBefore() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE);
        Resolution adopted = Village.adopted(Village.VOTE);
        MotionResult failed = vote("v1", Matter.MAINTENANCE_FUND_USE, 5);
        Instant close = adopted.adoptedAt();

        assertThat(refused(planned.decideBy(adopted, close.minusMillis(1))))
                .containsExactly("resolution-of-case");
        assertThat(refused(planned.decideBy(adopted, close))).isEmpty();
        assertThat(refused(planned.decline(failed, close.minusMillis(1))))
                .containsExactly("resolution-of-case");
        assertThat(refused(planned.decline(failed, close))).isEmpty();
    }

    @Test
    void endsWithNoVoteThatClosedBeforeThePlanOrOfAnotherCommunity() {
        Casework planned = planned(Matter.MAINTENANCE_FUND_USE);
        MotionResult failed = vote("v1", Matter.MAINTENANCE_FUND_USE, 5);
        Casework late =
                next(planned, planned.draw(PLAN, failed.meeting().closesAt().plusMillis(1)));

        assertThat(refused(late.decline(failed, at(5)))).containsExactly("resolution-of-case");
        assertThat(refused(planned.decline(vote("v2", Matter.MAINTENANCE_FUND_USE, 5), at(5))))
                .containsExactly("of-community");
    }

    private static CaseOpened opening(int units) {
        return new CaseOpened(
                Village.COMMUNITY,
                at(0),
                CaseId.of("C-1"),
                "维修",
                CaseKind.REPAIR,
                new TreeSet<>(),
                Village.OFFICER,
                IntStream.range(0, units)
                        .mapToObj(i -> UnitId.of("%064d".formatted(i)))
                        .collect(Collectors.toCollection(TreeSet::new)),
                Village.TERMS);
    }

    private static Set<PersonId> persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PersonId.of("P" + i))
                .collect(Collectors.toSet());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "N" + i).toList();
    }

    private static Resolution resolution(String community, Matter matter) {
        return vote(community, matter, 10).resolution().orElseThrow();
    }

    private static CasePlan paidBy(Funding funding) {
        return new CasePlan(
                Village.COMMUNITY, CaseId.of("C-1"), PLAN.paper(), funding, PLAN.budgetFen());
    }

    private static CaseOpened ofKind(CaseKind kind, SortedSet<Matter> matters) {
        return new CaseOpened(
                Village.COMMUNITY,
                at(0),
                CaseId.of("C-1"),
                "事项",
                kind,
                matters,
                Village.OFFICER,
                new TreeSet<>(units(1, 1)),
                Village.TERMS);
    }

    private static Mediation agreed(Instant at) {
        return Quarrel.agreed(DISPUTE, at);
    }

    private static Outcome<CaseworkEvent> report(Casework state, String text) {
        return state.progress(text, Ratio.of(1, 2), List.of(), at(6));
    }

    private static Outcome<CaseworkEvent> agrees(Casework state, int number) {
        return state.visit(unit(number), VISITOR, ContactResult.AGREES, "", at(2));
    }
}
