package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.held;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.resolution;
import static io.github.xinyi.governance.committee.Bodies.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTest {

    private static final CommitteeClauses BEIJING = LocalLaw.beijing();

    @ParameterizedTest(name = "Beijing art. 43: signed by {1} of {0}")
    @CsvSource({"7,3,seal-signatures", "7,4,", "7,5,", "9,4,seal-signatures", "9,5,"})
    void needsTheSignaturesOfMoreThanHalf(int seats, int signatures, String broken) {
        Committee committee = adopted(elected(BEIJING, seats), seats);

        assertThat(using(committee, Seal.COMMITTEE, ITEM, persons(signatures)))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Beijing art. 43: signed by {0} of 8")
    @CsvSource({"4,seal-signatures", "5,"})
    void isNotMovedByExactlyHalf(int signatures, String broken) {
        Founding.Slate slate = new Founding.Slate(9, Bodies.owners(1, 8), List.of());
        Committee eight =
                Committee.from(List.of(Bodies.value(Bodies.elect(BEIJING, slate))), BEIJING);

        assertThat(using(adopted(eight, 8), Seal.COMMITTEE, ITEM, persons(signatures)))
                .isEqualTo(words(broken));
    }

    @Test
    void countsOnTheFullNumberAndOnMembersOnly() {
        Committee five = leaving(adopted(elected(BEIJING, 7), 7), BEIJING, 6, 7);

        assertThat(using(five, Seal.COMMITTEE, ITEM, persons(3)))
                .containsExactly("seal-signatures");
        assertThat(
                        using(
                                five,
                                Seal.COMMITTEE,
                                ITEM,
                                Set.of(person(1), person(2), person(3), person(7))))
                .containsExactly("member", "seal-signatures");
        assertThat(using(five, Seal.COMMITTEE, ITEM, persons(4))).isEmpty();
    }

    @Test
    void needsADecisionOfASession() {
        Committee committee = adopted(elected(BEIJING, 7), 7);

        assertThat(using(committee, Seal.COMMITTEE, MotionId.of("I2"), persons(7)))
                .containsExactly("seal-decision");
        assertThat(using(elected(BEIJING, 7), Seal.COMMITTEE, ITEM, persons(7)))
                .containsExactly("seal-decision");
        assertThat(using(committee, Seal.OWNERS_MEETING, ITEM, persons(7)))
                .as("the owners' seal, by a decision of the committee")
                .containsExactly("seal-decision");
    }

    @Test
    void needsADecisionOfTheOwnersForTheirSeal() {
        Acting acting = elected(BEIJING, 7).acting(BEIJING);
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT);
        Resolution elsewhere = resolution(CommunityId.of("elsewhere"), Matter.MANAGER_APPOINTMENT);
        SealUse use = use(resolution, Seal.OWNERS_MEETING);

        assertThat(refusedBy(acting.useOwnersSeal(use, resolution, SESSION_DAY, at(SESSION_DAY))))
                .isEmpty();
        assertThat(refusedBy(acting.useOwnersSeal(use, elsewhere, SESSION_DAY, at(SESSION_DAY))))
                .containsExactly("seal-decision");
        assertThat(
                        refusedBy(
                                acting.useOwnersSeal(
                                        use(resolution, Seal.COMMITTEE),
                                        resolution,
                                        SESSION_DAY,
                                        at(SESSION_DAY))))
                .containsExactly("seal-decision");
    }

    @Test
    void isNotUsedForWhatWasAnnulled() {
        Committee committee = adopted(elected(BEIJING, 7), 7);
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT);
        SealUse owners = use(resolution, Seal.OWNERS_MEETING);
        Committee ownItem = annulled(committee, new AdoptedMotion.Decision(SESSION, ITEM));
        Committee ownersMotion = annulled(committee, AdoptedMotion.of(resolution).decision());

        assertThat(using(ownItem, Seal.COMMITTEE, ITEM, persons(7)))
                .containsExactly("resolution-stands");
        assertThat(using(ownersMotion, Seal.COMMITTEE, ITEM, persons(7))).isEmpty();
        assertThat(
                        refusedBy(
                                ownersMotion
                                        .acting(BEIJING)
                                        .useOwnersSeal(owners, resolution, SESSION_DAY, HELD_AT)))
                .containsExactly("resolution-stands");
    }

    @Test
    void isNotUsedForAnItemThatCarriesOutWhatWasAnnulled() {
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT);
        Committee committee = elected(BEIJING, 7);
        Acting.Call call = Bodies.call(persons(7), Item.carryingOut(ITEM, resolution));
        committee =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .call(call, List.of(resolution), Bodies.CALLED_AT));
        committee =
                after(
                        committee,
                        committee.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT));
        committee =
                after(
                        committee,
                        committee.acting(BEIJING).adopt(SESSION, ITEM, persons(7), HELD_AT));

        assertThat(using(committee, Seal.COMMITTEE, ITEM, persons(7))).isEmpty();
        assertThat(
                        using(
                                annulled(committee, AdoptedMotion.of(resolution).decision()),
                                Seal.COMMITTEE,
                                ITEM,
                                persons(7)))
                .containsExactly("resolution-stands");
    }

    private static Committee annulled(Committee committee, AdoptedMotion.Decision decision) {
        return after(
                committee,
                committee
                        .acting(BEIJING)
                        .annul(decision, Annuller.HOUSING_DEPARTMENT, SESSION_DAY, HELD_AT));
    }

    @ParameterizedTest(name = "used {0} days after the session, recorded {1} days after")
    @CsvSource({"-1,0,date-order", "0,0,", "1,0,date-order", "1,1,"})
    void isUsedBetweenTheDecisionAndTheRecord(int used, int recorded, String broken) {
        Committee committee = adopted(elected(BEIJING, 7), 7);
        SealUse use = new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(7)));

        assertThat(
                        refusedBy(
                                committee
                                        .acting(BEIJING)
                                        .useSeal(
                                                use,
                                                SESSION_DAY.plusDays(used),
                                                at(SESSION_DAY.plusDays(recorded)))))
                .isEqualTo(words(broken));
    }

    private static SealUse use(Resolution resolution, Seal seal) {
        return new SealUse(
                seal, resolution.meeting(), resolution.motion().id(), new TreeSet<>(persons(4)));
    }

    private static Set<String> using(
            Committee committee, Seal seal, MotionId decision, Set<PersonId> approvals) {
        SealUse use = new SealUse(seal, SESSION, decision, new TreeSet<>(approvals));
        return refusedBy(committee.acting(BEIJING).useSeal(use, SESSION_DAY, at(SESSION_DAY)));
    }

    private static Committee adopted(Committee committee, int members) {
        Committee held = held(committee, BEIJING, persons(members));
        return after(held, held.acting(BEIJING).adopt(SESSION, ITEM, persons(members), HELD_AT));
    }

    @Test
    void isNotMovedByASessionWhereTheOwnersAreSaidToStandBehindIt() {
        Committee committee = adopted(elected(BEIJING, 7), 7);
        SealUse use = new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(7)));

        assertThat(refusedBy(committee.acting(BEIJING).useSeal(use, SESSION_DAY, HELD_AT)))
                .isEmpty();
        assertThat(
                        refusedBy(
                                committee
                                        .acting(BEIJING)
                                        .useOwnersSeal(
                                                use,
                                                resolution(Matter.MANAGER_APPOINTMENT),
                                                SESSION_DAY,
                                                HELD_AT)))
                .containsExactly("seal-decision");
    }

    @Test
    void isUsedByTheOwnersForTheVeryMotionThatIsShown() {
        Resolution shown = resolution(Matter.MANAGER_APPOINTMENT);
        Resolution other = resolution(COMMUNITY, Matter.MANAGER_APPOINTMENT, "2024-OM-02", START);
        MotionId motion = shown.motion().id();

        assertThat(usingOwnersSeal(shown, shown.meeting(), motion)).isEmpty();
        assertThat(usingOwnersSeal(shown, other.meeting(), motion))
                .as("a motion of that number at another meeting")
                .containsExactly("seal-decision");
        assertThat(usingOwnersSeal(shown, shown.meeting(), MotionId.of("M2")))
                .as("another motion of that meeting")
                .containsExactly("seal-decision");
    }

    private static Set<String> usingOwnersSeal(
            Resolution shown, MeetingId meeting, MotionId decision) {
        SealUse use =
                new SealUse(Seal.OWNERS_MEETING, meeting, decision, new TreeSet<>(persons(4)));
        return refusedBy(
                elected(BEIJING, 7)
                        .acting(BEIJING)
                        .useOwnersSeal(use, shown, SESSION_DAY, HELD_AT));
    }
}
