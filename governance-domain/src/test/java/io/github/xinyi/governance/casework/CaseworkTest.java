package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.SQUAD;
import static io.github.xinyi.governance.casework.Village.VISITOR;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.consulted;
import static io.github.xinyi.governance.casework.Village.finished;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.opened;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static io.github.xinyi.governance.casework.Village.visited;
import static io.github.xinyi.governance.casework.Village.vote;
import static io.github.xinyi.governance.casework.Village.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseworkTest {

    private static final CaseId DISPUTE = CaseId.of("D-1");

    @Test
    void needsAUnitAndNoMoreThanOneEventCanHold() {
        assertThat(refused(Casework.open(opening(0)))).containsExactly("units-concerned");
        assertThat(refused(Casework.open(opening(1)))).isEmpty();
        assertThat(refused(Casework.open(opening(Casework.MAX_UNITS)))).isEmpty();
        assertThat(refused(Casework.open(opening(Casework.MAX_UNITS + 1))))
                .containsExactly("units-concerned");
        EventCodec codec = EventCodec.of(CaseworkEvent.class);
        CaseOpened largest = opening(Casework.MAX_UNITS);
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
        Casework consulted = consulted(Matter.MAINTENANCE_FUND_USE, Matter.OTHER_MAJOR_MATTER);

        assertThat(refused(consulted.decideBy("业主委员会", DIGEST, at(5))))
                .containsExactly("owners-decide");
        assertThat(
                        refused(
                                consulted.decideBy(
                                        resolution("v2", Matter.MAINTENANCE_FUND_USE), at(5))))
                .containsExactly("resolution-of-case");
        assertThat(refused(consulted.decideBy(resolution("v1", Matter.REBUILDING), at(5))))
                .containsExactly("matter-awaited");
        Resolution use = resolution("v1", Matter.MAINTENANCE_FUND_USE);
        Casework one = next(consulted, consulted.decideBy(use, at(5)));
        assertThat(one.stage()).isEqualTo(Stage.DECISION);
        assertThat(one.undecided()).containsExactly(Matter.OTHER_MAJOR_MATTER);
        assertThat(refused(one.decideBy(use, at(6)))).containsExactly("matter-awaited");
        Casework both = next(one, one.decideBy(resolution("v1", Matter.OTHER_MAJOR_MATTER), at(6)));
        assertThat(both.stage()).isEqualTo(Stage.IMPLEMENTATION);
    }

    @Test
    void endsWithAVoteThatFailed() {
        Casework consulted = consulted(Matter.MAINTENANCE_FUND_USE);
        MotionResult failed = vote("v1", Matter.MAINTENANCE_FUND_USE, 5);
        OwnersDeclined declined = declined(Matter.MAINTENANCE_FUND_USE, failed);

        assertThat(failed.resolution()).isEmpty();
        assertThat(refused(consulted.decline(vote("v1", Matter.MAINTENANCE_FUND_USE, 6), declined)))
                .containsExactly("vote-failed");
        assertThat(refused(consulted.decline(failed, declined(Matter.REBUILDING, failed))))
                .containsExactly("matter-awaited", "vote-failed");
        Casework ended = next(consulted, consulted.decline(failed, declined));
        assertThat(ended.stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused(ended.raiseDispute(DISPUTE, at(6)))).containsExactly("stage");
    }

    @Test
    void decidesNothingBeforeItWasConsultedOn() {
        Casework visited = visited(opened(), 8);
        Casework collected = next(visited, visited.collectOpinions(at(3)));

        assertThat(refused(visited.decideBy("业主委员会", DIGEST, at(4))))
                .containsExactly("stage", "consulted-first");
        assertThat(refused(collected.decideBy("业主委员会", DIGEST, at(4))))
                .containsExactly("consulted-first");
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
        Casework paid = next(working, working.nameSpending("E0001", at(6)));

        assertThat(paid.spending()).containsExactly("E0001");
        assertThat(refused(paid.nameSpending("E0001", at(7)))).containsExactly("spending-once");
        assertThat(refused(consulted().nameSpending("E0001", at(6)))).containsExactly("stage");
        assertThat(refused(finished().nameSpending("E0001", at(8)))).isEmpty();
    }

    @Test
    void closesWhenEnoughHaveRatedAndNoDisputeIsOpen() {
        Casework four = rated(finished(), 4);
        Casework five = next(four, four.rate(unit(5), 1, at(8)));
        Casework disputed = next(five, five.raiseDispute(DISPUTE, at(9)));

        assertThat(refused(four.close(at(9)))).containsExactly("evaluation-coverage");
        assertThat(refused(five.close(at(9)))).isEmpty();
        assertThat(refused(disputed.close(at(9)))).containsExactly("disputes-ended");
        Casework settled = next(disputed, disputed.endDispute(DISPUTE, Ending.AGREEMENT, at(10)));
        Casework closed = next(settled, settled.close(at(11)));
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(refused(closed.close(at(12)))).containsExactly("stage");
        assertThat(closed.endedDisputes()).containsEntry(DISPUTE, Ending.AGREEMENT);
    }

    @Test
    void takesOneRatingOfEachUnitFromOneToFive() {
        Casework finished = finished();

        for (int rating : new int[] {0, 6}) {
            assertThat(refused(finished.rate(unit(1), rating, at(8)))).containsExactly("rating");
        }
        for (int rating : new int[] {1, 5}) {
            assertThat(refused(finished.rate(unit(1), rating, at(8)))).isEmpty();
        }
        assertThat(refused(rated(finished, 1).rate(unit(1), 3, at(8)))).containsExactly("rating");
        assertThat(refused(finished.rate(unit(11), 3, at(8)))).containsExactly("unit-of-case");
        assertThat(rated(finished, 1).ratings()).containsEntry(unit(1), 4);
    }

    @Test
    void reopensADisputeThatHadEnded() {
        Casework working = working();
        Casework raised = next(working, working.raiseDispute(DISPUTE, at(6)));
        Casework ended = next(raised, raised.endDispute(DISPUTE, Ending.ESCALATION, at(7)));
        Casework again = next(ended, ended.raiseDispute(DISPUTE, at(8)));

        assertThat(refused(raised.raiseDispute(DISPUTE, at(7)))).containsExactly("dispute-state");
        assertThat(refused(ended.endDispute(DISPUTE, Ending.AGREEMENT, at(8))))
                .containsExactly("dispute-state");
        assertThat(again.openDisputes()).containsExactly(DISPUTE);
        assertThat(again.endedDisputes()).isEmpty();
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Casework.from(Village.TERMS, List.of()));
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
    void takesNoResolutionAdoptedBeforeTheCaseWasOpened() {
        Casework late = consulted(Matter.MAINTENANCE_FUND_USE);
        Resolution early =
                vote("v1", Matter.MAINTENANCE_FUND_USE, 10, 2024).resolution().orElseThrow();

        assertThat(refused(late.decideBy(early, at(5)))).containsExactly("resolution-of-case");
    }

    private static CaseOpened opening(int units) {
        return new CaseOpened(
                Village.COMMUNITY,
                at(0),
                CaseId.of("C-1"),
                "维修",
                new TreeSet<>(),
                IntStream.range(0, units)
                        .mapToObj(i -> UnitId.of("%064d".formatted(i)))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Casework rated(Casework finished, int count) {
        Casework rated = finished;
        for (int i = 1; i <= count; i++) {
            rated = next(rated, rated.rate(unit(i), 4, at(8)));
        }
        return rated;
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

    private static OwnersDeclined declined(Matter matter, MotionResult result) {
        return new OwnersDeclined(
                Village.COMMUNITY, at(5), matter, MeetingId.of("2025-OM-01"), result.motion().id());
    }
}
