package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.CALLED_AT;
import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.call;
import static io.github.xinyi.governance.committee.Bodies.called;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.held;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.ownAffairs;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusal;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.resolution;
import static io.github.xinyi.governance.committee.Bodies.words;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.TrustMatter;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {

    private static final CommitteeClauses BEIJING = LocalLaw.beijing();
    private static final CommitteeClauses MANAGEMENT = LocalLaw.beijingManagement();
    private static final Motion.Document PAPER = new Motion.Document("ab".repeat(32));
    private static final CommitteeClauses AT_LEAST_HALF =
            BEIJING.with(
                    LegalShare.DECISION, LocalLaw.HALF, LocalLaw.beijing(45).asInterpretation());

    @ParameterizedTest(name = "Civil Code art. 278, rulebook 9.3 item 7: {0}")
    @EnumSource
    void neverDecidesOneOfTheNineMattersNorTakesItDelegated(Matter matter) {
        Committee committee = elected(BEIJING, 7);
        CommitteeClauses free =
                BEIJING.with(LegalShare.DECISION, LocalLaw.HALF, LocalLaw.beijing(45))
                        .without(Option.Departure.class);

        for (CommitteeClauses clauses : List.of(BEIJING, free)) {
            assertThat(calling(committee, clauses, item(Competence.OWN_AFFAIRS, matter)))
                    .containsExactly("reserved-matter");
            assertThat(calling(committee, clauses, item(Competence.DELEGATED, matter)))
                    .containsExactlyInAnyOrder(
                            "reserved-matter", "no-delegation", "resolution-behind");
            assertThat(calling(committee, clauses, item(Competence.CONVENE, matter))).isEmpty();
        }
        assertThat(
                        calling(
                                formed(MANAGEMENT, 7, 4),
                                MANAGEMENT,
                                item(Competence.DELEGATED, matter)))
                .as("Beijing arts. 52 and 56")
                .containsExactlyInAnyOrder("reserved-matter", "no-delegation", "resolution-behind");
    }

    @ParameterizedTest(name = "{0} is one of the nine, whatever the title says")
    @EnumSource
    void knowsTheNineMattersByTheKindOfBusiness(Business business) {
        boolean reserved = business.matter().isPresent();
        Item item = Item.own(ITEM, business, "日常事务").declaredBy(person(1));

        assertThat(calling(elected(BEIJING, 7), BEIJING, item))
                .isEqualTo(words(reserved ? "reserved-matter" : null));
        assertThat(business.basis().isEmpty()).isEqualTo(business == Business.UNLISTED);
    }

    @Test
    void mapsTheBusinessOfTheTrustModelAsTheOwnersVoteOnIt() {
        for (TrustMatter trust : TrustMatter.values()) {
            Business business = Business.valueOf(trust.name());

            assertThat(business.matter()).contains(trust.matter());
            assertThat(business.basis()).startsWith(trust.citation());
        }
        for (Matter matter : Matter.values()) {
            assertThat(Business.of(matter).matter()).contains(matter);
        }
        assertThat(Business.COMMON_PARTS_DISPOSAL.matter())
                .as("SPC-Own art. 7")
                .contains(Matter.OTHER_MAJOR_MATTER);
    }

    @Test
    void takesWhatIsNotListedOnlyByTheDeclarationOfACaller() {
        Committee committee = elected(BEIJING, 7);
        Item nobody = Item.own(ITEM, Business.UNLISTED, "购置办公用品");
        Item declared = Item.declared(ITEM, "购置办公用品", person(3));
        CommitteeEvent called =
                Bodies.value(
                        committee
                                .acting(BEIJING)
                                .call(call(persons(3), declared), List.of(), CALLED_AT));

        assertThat(calling(committee, BEIJING, nobody)).containsExactly("declared");
        assertThat(
                        refusedBy(
                                committee
                                        .acting(BEIJING)
                                        .call(
                                                call(
                                                        persons(3),
                                                        Item.declared(ITEM, "购置办公用品", person(4))),
                                                List.of(),
                                                CALLED_AT)))
                .as("declared by somebody who does not call the session")
                .containsExactly("declared");
        assertThat(committee.acting(BEIJING).ruling(called).findings())
                .filteredOn(finding -> finding.rule().value().equals("committee.declared"))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.evidence())
                                        .containsEntry("persons", "[P03]")
                                        .containsEntry("title", "购置办公用品"));
    }

    @Test
    void decidesWhatIsDelegatedOutsideTheNine() {
        Resolution resolution = resolution(Matter.OTHER_MAJOR_MATTER);
        Item item = Item.delegated(ITEM, Business.CONTRACT_SUPERVISION, "小额维修", resolution);
        Call call = call(persons(7), item);
        Acting acting = elected(BEIJING, 7).acting(BEIJING);

        assertThat(refusedBy(acting.call(call, List.of(resolution), CALLED_AT))).isEmpty();
        assertThat(refusedBy(acting.call(call, List.of(), CALLED_AT)))
                .containsExactly("resolution-shown");
    }

    @Test
    void carriesOutOnlyWhatTheOwnersOfThisCommunityAdopted() {
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT, PAPER);
        Resolution elsewhere =
                resolution(CommunityId.of("elsewhere"), Matter.MANAGER_APPOINTMENT, PAPER);
        Resolution otherMeeting =
                resolution(COMMUNITY, Matter.MANAGER_APPOINTMENT, "2024-OM-02", START, PAPER);

        assertThat(carrying(resolution, resolution)).isEmpty();
        assertThat(carrying(resolution)).containsExactly("resolution-shown");
        assertThat(carrying(resolution, elsewhere)).containsExactly("resolution-shown");
        assertThat(carrying(resolution, otherMeeting)).containsExactly("resolution-shown");
        assertThat(carrying(resolution, resolution(Matter.MANAGER_APPOINTMENT)))
                .as("the same motion without its paper")
                .containsExactly("resolution-shown");
        assertThat(carrying(elsewhere, elsewhere)).containsExactly("resolution-behind");
    }

    private static Set<String> carrying(Resolution onAgenda, Resolution... shown) {
        return refusedBy(
                elected(BEIJING, 7)
                        .acting(BEIJING)
                        .call(
                                call(persons(7), Item.carryingOut(ITEM, onAgenda)),
                                List.of(shown),
                                CALLED_AT));
    }

    @ParameterizedTest(name = "the motion is 表决事项, the item {0}")
    @CsvSource({"表决事项,", "表决事项（屋面两百万元）,resolution-behind", "屋面,resolution-behind"})
    void carriesOutOnlyUnderTheTitleThatWasAdopted(String title, String broken) {
        Resolution resolution = resolution(Matter.MAINTENANCE_FUND_USE);
        Item item =
                new Item(
                        ITEM,
                        Competence.CARRY_OUT,
                        new TreeSet<>(Set.of(Business.MAINTENANCE_FUND_USE)),
                        title,
                        List.of(AdoptedMotion.of(resolution)),
                        List.of());

        assertThat(
                        refusedBy(
                                elected(BEIJING, 7)
                                        .acting(BEIJING)
                                        .call(
                                                call(persons(7), item),
                                                List.of(resolution),
                                                CALLED_AT)))
                .isEqualTo(words(broken));
    }

    @Test
    void carriesOutOnlyTheMatterThatWasAdopted() {
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT);
        AdoptedMotion adopted = AdoptedMotion.of(resolution);
        Item wider =
                new Item(
                        ITEM,
                        Competence.CARRY_OUT,
                        new TreeSet<>(Set.of(Business.MANAGER_APPOINTMENT, Business.REBUILDING)),
                        "选聘并改建",
                        List.of(adopted),
                        List.of());
        Item bare =
                new Item(ITEM, Competence.CARRY_OUT, wider.business(), "选聘", List.of(), List.of());

        for (Item item : List.of(wider, bare)) {
            assertThat(
                            refusedBy(
                                    elected(BEIJING, 7)
                                            .acting(BEIJING)
                                            .call(
                                                    call(persons(7), item),
                                                    List.of(resolution),
                                                    CALLED_AT)))
                    .containsExactly("resolution-behind");
        }
    }

    @Test
    void carriesOutNothingThatWasAnnulledUnderCivilCode280() {
        Resolution resolution = resolution(Matter.MANAGER_APPOINTMENT);
        Call call = call(persons(7), Item.carryingOut(ITEM, resolution));
        Committee committee = elected(BEIJING, 7);
        Committee called =
                after(
                        committee,
                        committee.acting(BEIJING).call(call, List.of(resolution), CALLED_AT));
        Committee held =
                after(called, called.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT));
        Committee annulled = annulled(held, resolution);

        assertThat(adopting(held, BEIJING, 7)).isEmpty();
        assertThat(adopting(annulled, BEIJING, 7)).containsExactly("resolution-stands");
        assertThat(
                        refusedBy(
                                annulled(committee, resolution)
                                        .acting(BEIJING)
                                        .call(call, List.of(resolution), CALLED_AT)))
                .contains("resolution-stands");
    }

    private static Committee annulled(Committee committee, Resolution resolution) {
        return after(
                committee,
                committee
                        .acting(BEIJING)
                        .annul(
                                AdoptedMotion.of(resolution).decision(),
                                Annuller.COURT,
                                SESSION_DAY,
                                HELD_AT));
    }

    private static Item item(Competence competence, Matter matter) {
        return new Item(
                ITEM,
                competence,
                new TreeSet<>(Set.of(Business.of(matter))),
                "议题",
                List.of(),
                List.of());
    }

    private static Set<String> calling(Committee committee, CommitteeClauses clauses, Item item) {
        Set<PersonId> all =
                committee.members().stream().map(Member::person).collect(Collectors.toSet());
        return refusedBy(committee.acting(clauses).call(call(all, item), List.of(), CALLED_AT));
    }

    @ParameterizedTest(name = "Beijing arts. 45 and 57, Qingyuan art. 31: {1} of {0} call")
    @CsvSource({"7,2,false", "7,3,true", "9,2,false", "9,3,true", "9,4,true"})
    void isCalledByAThirdOfTheMembers(int seats, int callers, boolean taken) {
        assertThat(
                        refusedBy(
                                elected(BEIJING, seats)
                                        .acting(BEIJING)
                                        .call(
                                                call(persons(callers), ownAffairs()),
                                                List.of(),
                                                CALLED_AT)))
                .isEqualTo(taken ? Set.of() : Set.of("called"));
        assertThat(
                        refusedBy(
                                formed(MANAGEMENT, seats, 5)
                                        .acting(MANAGEMENT)
                                        .call(
                                                call(
                                                        IntStream.range(3, 3 + callers)
                                                                .mapToObj(Bodies::person)
                                                                .collect(Collectors.toSet()),
                                                        ownAffairs()),
                                                List.of(),
                                                CALLED_AT)))
                .isEqualTo(taken ? Set.of() : Set.of("called"));
    }

    @Test
    void isCalledByTheChairAlone() {
        Committee committee = elected(BEIJING, 7);
        Committee chaired =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .chooseOfficers(person(1), List.of(person(2)), START, at(START)));
        Call call = call(Set.of(person(1)), ownAffairs());

        assertThat(refusedBy(committee.acting(BEIJING).call(call, List.of(), CALLED_AT)))
                .containsExactly("called");
        assertThat(refusedBy(chaired.acting(BEIJING).call(call, List.of(), CALLED_AT))).isEmpty();
        assertThat(
                        refusedBy(
                                chaired.acting(BEIJING)
                                        .chooseOfficers(person(8), List.of(), START, at(START))))
                .containsExactly("officers-are-members");
    }

    @ParameterizedTest(
            name = "Beijing art. 45, Ningbo art. 33, Guidance Rules art. 39: {0} days before")
    @CsvSource({
        "2,notice,notice,notice",
        "3,notice,,notice",
        "4,notice,,notice",
        "5,,,notice",
        "6,,,notice",
        "7,,,",
        "8,,,"
    })
    void announcesItsAgendaInTime(int days, String beijing, String ningbo, String national) {
        CommitteeClauses clauses = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
        Call call =
                new Call(
                        SESSION,
                        persons(7),
                        List.of(ownAffairs()),
                        SESSION_DAY.minusDays(days),
                        SESSION_DAY);

        Instant recorded = at(SESSION_DAY.minusDays(days));

        assertThat(refusedBy(elected(BEIJING, 7).acting(BEIJING).call(call, List.of(), recorded)))
                .isEqualTo(words(beijing));
        assertThat(refusedBy(elected(clauses, 7).acting(clauses).call(call, List.of(), recorded)))
                .isEqualTo(words(national));
        CommitteeClauses shipped = clauses.under(Profiles.of("BEIJING"));
        assertThat(refusedBy(elected(shipped, 7).acting(shipped).call(call, List.of(), recorded)))
                .as("the profile as it is shipped")
                .isEqualTo(words(beijing));
        CommitteeClauses other = clauses.under(Profiles.of("NINGBO"));
        assertThat(refusedBy(elected(other, 7).acting(other).call(call, List.of(), recorded)))
                .as("Ningbo art. 33 para. 2")
                .isEqualTo(words(ningbo));
    }

    @Test
    void countsTheNoticeFromTheDayOfItsRecord() {
        Call call = call(persons(7), ownAffairs());
        Acting acting = elected(BEIJING, 7).acting(BEIJING);

        assertThat(refusedBy(acting.call(call, List.of(), at(SESSION_DAY.minusDays(4)))))
                .as("said to be announced a week before, recorded four days before")
                .containsExactly("notice");
        assertThat(refusedBy(acting.call(call, List.of(), at(SESSION_DAY.minusDays(8)))))
                .as("announced after the record")
                .containsExactly("date-order");
        assertThat(
                        refusedBy(
                                formed(MANAGEMENT, 7, 4)
                                        .acting(MANAGEMENT)
                                        .call(call, List.of(), at(SESSION_DAY.plusDays(1)))))
                .as("called after it was held, where no days of notice are asked for")
                .containsExactly("date-order");
        assertThat(
                        refusedBy(
                                formed(MANAGEMENT, 7, 4)
                                        .acting(MANAGEMENT)
                                        .call(call, List.of(), HELD_AT)))
                .isEmpty();
    }

    @Test
    void isNotHeldBeforeItsDay() {
        Committee called = called(elected(BEIJING, 7), BEIJING);

        assertThat(
                        refusedBy(
                                called.acting(BEIJING)
                                        .hold(
                                                SESSION,
                                                persons(7),
                                                Set.of(),
                                                at(SESSION_DAY.minusDays(1)))))
                .containsExactly("date-order");
    }

    @Test
    void recordsNothingBeforeWhatIsRecorded() {
        Committee held = held(elected(BEIJING, 7), BEIJING, persons(7));

        assertThat(
                        refusedBy(
                                held.acting(BEIJING)
                                        .adopt(SESSION, ITEM, persons(7), HELD_AT.minusNanos(1))))
                .containsExactly("record-order");
        assertThat(refusedBy(held.acting(BEIJING).adopt(SESSION, ITEM, persons(7), HELD_AT)))
                .isEmpty();
    }

    @ParameterizedTest(name = "shown from {0} days after the session for {1} days, told {2} after")
    @CsvSource({"-1,1,9,date-order", "0,1,9,", "3,7,9,", "3,8,9,date-order", "10,0,9,date-order"})
    void publishesBetweenTheSessionAndTheRecord(int from, int shown, int told, String broken) {
        Committee held = held(elected(BEIJING, 7), BEIJING, persons(7));

        assertThat(
                        refusedBy(
                                held.acting(BEIJING)
                                        .publish(
                                                SESSION,
                                                SESSION_DAY.plusDays(from),
                                                shown,
                                                at(SESSION_DAY.plusDays(told)))))
                .isEqualTo(words(broken));
    }

    @Test
    void isPublishedOnceItWasHeldAndOnce() {
        Committee called = called(elected(BEIJING, 7), BEIJING);
        Committee held = held(elected(BEIJING, 7), BEIJING, persons(7));
        Committee shown =
                after(held, held.acting(BEIJING).publish(SESSION, SESSION_DAY, 1, told()));

        assertThat(refusedBy(called.acting(BEIJING).publish(SESSION, SESSION_DAY, 1, told())))
                .contains("session-stage");
        assertThat(refusedBy(shown.acting(BEIJING).publish(SESSION, SESSION_DAY, 1, told())))
                .containsExactly("session-stage");
    }

    private static Instant told() {
        return at(SESSION_DAY.plusDays(9));
    }

    @ParameterizedTest(name = "Beijing art. 45: {1} of {0} attend, {2} in favour")
    @CsvSource({
        "7,3,3,quorum decision",
        "7,4,3,decision",
        "7,4,4,",
        "7,5,4,",
        "7,7,3,decision",
        "7,7,4,",
        "7,7,5,",
        "9,4,4,quorum decision",
        "9,5,5,",
        "9,6,5,",
        "9,9,4,decision",
        "9,9,5,",
        "9,9,6,"
    })
    void decidesWithMoreThanHalfOfAllMembers(int seats, int present, int approvals, String broken) {
        Committee committee = held(elected(BEIJING, seats), BEIJING, persons(present));

        assertThat(adopting(committee, BEIJING, approvals)).isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "I13: {1} of {0} seats in favour after partial election")
    @CsvSource({"6,2,decision,decision", "6,3,decision,", "6,4,,", "8,4,decision,", "8,5,,"})
    void tellsHalfFromMoreThanHalfWhereTheFullNumberIsEven(
            int full, int approvals, String moreThanHalf, String half) {
        Committee committee =
                Committee.from(
                        List.of(
                                Bodies.value(
                                        Bodies.elect(
                                                BEIJING,
                                                new Founding.Slate(
                                                        9, Bodies.owners(1, full), List.of())))),
                        BEIJING);
        Committee held = held(committee, BEIJING, persons(full));

        assertThat(adopting(held, BEIJING, approvals)).isEqualTo(words(moreThanHalf));
        assertThat(adopting(held, AT_LEAST_HALF, approvals)).isEqualTo(words(half));
    }

    @Test
    void countsOnTheFullNumberAfterVacancies() {
        Committee five = leaving(elected(BEIJING, 7), BEIJING, 6, 7);

        Committee held = held(five, BEIJING, persons(5));

        assertThat(held.fullNumber()).isEqualTo(7);
        assertThat(adopting(held, BEIJING, 3)).containsExactly("decision");
        assertThat(adopting(held, BEIJING, 4)).isEmpty();
        assertThat(adopting(held(five, BEIJING, persons(3)), BEIJING, 3))
                .containsExactlyInAnyOrder("quorum", "decision");
    }

    @ParameterizedTest(name = "Shandong art. 32: {1} of {0} attend")
    @CsvSource({"9,5,quorum", "9,6,", "9,7,", "7,4,quorum", "7,5,"})
    void asksForTwoThirdsPresentInShandong(int seats, int present, String broken) {
        CommitteeClauses shandong = LocalLaw.shandong();
        Committee committee = held(elected(shandong, seats), shandong, persons(present));

        assertThat(adopting(committee, shandong, Math.min(present, seats / 2 + 1)))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Beijing art. 57: {0} owners and {1} others of 5 and 4 attend")
    @CsvSource({
        "2,4,owner-quorum",
        "3,1,quorum decision",
        "3,2,",
        "4,0,quorum decision",
        "5,0,",
        "1,4,owner-quorum",
        "3,4,"
    })
    void asksAManagementCommitteeForTwoQuorums(int owners, int others, String broken) {
        assertThat(refusedBy(attended(owners, others))).isEqualTo(words(broken));
    }

    @Test
    void tellsHowManyOwnersWereThereUnderBeijing57() {
        Finding tooFew = refusal(attended(2, 4), CommitteeRule.OWNER_QUORUM);

        assertThat(tooFew.basis()).containsExactly(LocalLaw.beijing(57));
        assertThat(tooFew.evidence()).containsEntry("part", "2").containsEntry("whole", "5");
    }

    /** Of 5 owners and 4 others so many come and adopt the item. */
    private static Outcome<CommitteeEvent> attended(int owners, int others) {
        Committee committee = called(formed(MANAGEMENT, 9, 5), MANAGEMENT);
        Set<PersonId> present =
                IntStream.concat(
                                IntStream.range(2, 2 + owners),
                                IntStream.of(1, 7, 8, 9).limit(others))
                        .mapToObj(Bodies::person)
                        .collect(Collectors.toSet());
        Committee held =
                after(
                        committee,
                        committee.acting(MANAGEMENT).hold(SESSION, present, Set.of(), HELD_AT));

        return held.acting(MANAGEMENT).adopt(SESSION, ITEM, present, HELD_AT);
    }

    @Test
    void takesNoOwnerByProxyUnderBeijing45And57() {
        Committee owners = called(elected(BEIJING, 7), BEIJING);
        Committee mixed = called(formed(MANAGEMENT, 7, 4), MANAGEMENT);

        assertThat(
                        refusedBy(
                                owners.acting(BEIJING)
                                        .hold(SESSION, persons(3), Set.of(person(4)), HELD_AT)))
                .containsExactly("no-proxy");
        assertThat(
                        refusedBy(
                                mixed.acting(MANAGEMENT)
                                        .hold(SESSION, persons(3), Set.of(person(4)), HELD_AT)))
                .containsExactly("no-proxy");
        assertThat(
                        refusedBy(
                                mixed.acting(MANAGEMENT)
                                        .hold(SESSION, persons(3), Set.of(person(7)), HELD_AT)))
                .isEmpty();
        assertThat(
                        refusedBy(
                                mixed.acting(MANAGEMENT)
                                        .hold(SESSION, persons(7), Set.of(person(7)), HELD_AT)))
                .as("nobody is there twice")
                .containsExactly("no-proxy");
    }

    @Test
    void countsOnlySignaturesOfThoseWhoAttended() {
        Committee committee = held(elected(BEIJING, 7), BEIJING, persons(4));

        assertThat(
                        refusedBy(
                                committee
                                        .acting(BEIJING)
                                        .adopt(
                                                SESSION,
                                                ITEM,
                                                Set.of(person(1), person(2), person(3), person(5)),
                                                HELD_AT)))
                .containsExactly("approvers-attended");
    }

    @Test
    void goesThroughItsStagesOnce() {
        Committee fresh = elected(BEIJING, 7);
        Committee held = held(fresh, BEIJING, persons(7));
        Committee adopted =
                after(held, held.acting(BEIJING).adopt(SESSION, ITEM, persons(4), HELD_AT));
        Acting acting = adopted.acting(BEIJING);

        assertThat(refusedBy(fresh.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT)))
                .containsExactly("session-stage");
        assertThat(refusedBy(acting.hold(SESSION, persons(7), Set.of(), HELD_AT)))
                .containsExactly("session-stage");
        assertThat(refusedBy(acting.call(call(persons(7), ownAffairs()), List.of(), HELD_AT)))
                .containsExactly("notice", "session-stage");
        assertThat(refusedBy(acting.adopt(SESSION, ITEM, persons(4), HELD_AT)))
                .containsExactly("item-announced");
        assertThat(refusedBy(acting.adopt(SESSION, MotionId.of("I9"), persons(4), HELD_AT)))
                .containsExactly("item-announced");
        assertThat(refusedBy(fresh.acting(BEIJING).adopt(SESSION, ITEM, persons(4), HELD_AT)))
                .contains("session-stage", "item-announced", "quorum");
        assertThat(adopted.sessions().values())
                .flatExtracting(session -> session.adopted().keySet())
                .containsExactly(ITEM);
    }

    @Test
    void meetsOnlyInItsTerm() {
        Committee committee = elected(BEIJING, 7);
        Call late =
                new Call(
                        SESSION,
                        persons(7),
                        List.of(ownAffairs()),
                        START,
                        committee.body().term().endExclusive());

        assertThat(refusedBy(committee.acting(BEIJING).call(late, List.of(), CALLED_AT)))
                .containsExactly("in-office");
    }

    @Test
    void boundsAnAgendaAndItsTitles() {
        List<Item> items =
                IntStream.rangeClosed(1, Acting.MAX_ITEMS + 1)
                        .mapToObj(n -> Item.own(MotionId.of("I" + n), Business.WORK_REPORT, "议题"))
                        .toList();

        assertThat(call(persons(7), items.subList(0, 30).toArray(Item[]::new)).items()).hasSize(30);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(persons(7), items.toArray(Item[]::new)));
        assertThatIllegalArgumentException().isThrownBy(() -> call(persons(7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(persons(7), ownAffairs(), ownAffairs()));
        assertThat(titled(Item.MAX_TITLE_LENGTH).title()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> titled(201));
    }

    @Test
    void boundsThePapersAndKindsSoThatOneStoredEventHoldsTheLargestAgenda() {
        String longest = "x".repeat(64);
        Motion.Document[] papers =
                IntStream.range(0, 4)
                        .mapToObj(n -> new Motion.Document("%02d".formatted(n).repeat(32)))
                        .toArray(Motion.Document[]::new);
        Resolution resolution = resolution(Matter.OTHER_MAJOR_MATTER, papers);
        SortedSet<Business> kinds =
                Arrays.stream(Business.values())
                        .limit(Item.MAX_KINDS)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Item> items =
                IntStream.range(0, Acting.MAX_ITEMS)
                        .mapToObj(
                                n ->
                                        new Item(
                                                MotionId.of(longest.substring(2) + (10 + n)),
                                                Competence.CARRY_OUT,
                                                kinds,
                                                "題".repeat(200),
                                                n < 25
                                                        ? List.of(AdoptedMotion.of(resolution))
                                                        : List.of(),
                                                List.of(PersonId.of(longest))))
                        .toList();
        Call largest = call(persons(50), items.toArray(Item[]::new));

        assertThat(GovernanceEvents.codec().encode(stored(largest)).length())
                .isLessThan(EventCodec.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                call(
                                        persons(3),
                                        IntStream.range(0, 26)
                                                .mapToObj(
                                                        n ->
                                                                Item.carryingOut(
                                                                        MotionId.of("I" + n),
                                                                        resolution))
                                                .toArray(Item[]::new)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Item.convening(ITEM, EnumSet.allOf(Business.class), "太多"));
    }

    private static CommitteeEvent stored(Call call) {
        return new SessionCalled(
                COMMUNITY,
                call.session(),
                new TreeSet<>(call.callers()),
                call.items(),
                call.announcedOn(),
                call.heldOn(),
                CALLED_AT);
    }

    private static Item titled(int length) {
        return Item.own(ITEM, Business.WORK_REPORT, "题".repeat(length));
    }

    private static Set<String> adopting(
            Committee committee, CommitteeClauses clauses, int approvals) {
        return refusedBy(
                committee.acting(clauses).adopt(SESSION, ITEM, persons(approvals), HELD_AT));
    }

    @Test
    void putsQuestionsOfEveryMatterToTheOwners() {
        List<Business> kinds = List.of(Business.REBUILDING, Business.MANAGER_APPOINTMENT);

        Item item = Item.convening(ITEM, kinds, "召集业主大会");

        assertThat(item.competence()).isEqualTo(Competence.CONVENE);
        assertThat(item.matters())
                .containsExactlyInAnyOrder(Matter.REBUILDING, Matter.MANAGER_APPOINTMENT);
        assertThat(calling(elected(BEIJING, 7), BEIJING, item)).isEmpty();
    }

    /** What is refused is told with the item of art. 278 that it is, else with the article. */
    @Test
    void tellsWhichOfTheNineMattersAnItemIs() {
        Committee committee = elected(BEIJING, 7);
        Item reserved = Item.own(ITEM, Business.MANAGER_DISMISSAL, "解聘物业服务企业");
        Outcome<CommitteeEvent> refused =
                committee.acting(BEIJING).call(call(persons(7), reserved), List.of(), CALLED_AT);
        Outcome<CommitteeEvent> undeclared =
                committee
                        .acting(BEIJING)
                        .call(
                                call(persons(7), Item.own(ITEM, Business.UNLISTED, "购置")),
                                List.of(),
                                CALLED_AT);

        assertThat(refusal(refused, CommitteeRule.RESERVED_MATTER).basis())
                .isEqualTo(Business.MANAGER_DISMISSAL.basis())
                .extracting(Citation::toString)
                .containsExactly("CC art. 278 para. 1 item 4", "CC art. 946 para. 1");
        assertThat(Answers.refused(undeclared).findings())
                .filteredOn(finding -> finding.rule().equals(CommitteeRule.RESERVED_MATTER.code()))
                .singleElement()
                .satisfies(
                        met ->
                                assertThat(met.basis())
                                        .containsExactly(Statutes.CIVIL_CODE.at(278, 1)));
    }

    /** The defect: what is our reading of art. 278 for such a body stood there as read. */
    @Test
    void thatAManagementCommitteeDecidesNoneOfTheNineIsOurReading() {
        Item reserved = Item.own(ITEM, Business.MANAGER_DISMISSAL, "解聘物业服务企业");
        Item undeclared = Item.own(ITEM, Business.UNLISTED, "购置");
        Committee body = formed(MANAGEMENT, 7, 4);

        assertThat(
                        refusal(
                                        body.acting(MANAGEMENT)
                                                .call(
                                                        call(persons(7), reserved),
                                                        List.of(),
                                                        CALLED_AT),
                                        CommitteeRule.RESERVED_MATTER)
                                .basis())
                .extracting(Citation::toTextWithStanding)
                .containsExactly(
                        "CC art. 278 para. 1 item 4 INTERPRETATION", "CC art. 946 para. 1");
        assertThat(
                        Answers.refused(
                                        body.acting(MANAGEMENT)
                                                .call(
                                                        call(persons(7), undeclared),
                                                        List.of(),
                                                        CALLED_AT))
                                .findings())
                .filteredOn(finding -> finding.rule().equals(CommitteeRule.RESERVED_MATTER.code()))
                .singleElement()
                .satisfies(
                        met ->
                                assertThat(met.basis())
                                        .containsExactly(
                                                Statutes.CIVIL_CODE.at(278, 1).asInterpretation()));
    }

    @Test
    void adoptsNothingAtASessionAfterItsEnd() {
        Committee held = held(elected(BEIJING, 7), BEIJING, persons(7));
        Committee gone =
                after(
                        held,
                        held.acting(BEIJING)
                                .dissolve(
                                        Dissolution.AREA_GONE, SESSION_DAY.minusDays(1), HELD_AT));

        assertThat(adopting(held, BEIJING, 7)).isEmpty();
        assertThat(adopting(gone, BEIJING, 7)).containsExactly("in-office");
    }

    @Test
    void isAnotherSessionAfterEachStep() {
        Committee called = called(elected(BEIJING, 7), BEIJING);
        Committee held = held(elected(BEIJING, 7), BEIJING, persons(7));
        Committee adopted =
                after(held, held.acting(BEIJING).adopt(SESSION, ITEM, persons(7), HELD_AT));
        Session first = requireNonNull(called.sessions().get(SESSION));

        assertThat(first.items()).containsExactly(ownAffairs());
        assertThat(first)
                .isEqualTo(called(elected(BEIJING, 7), BEIJING).sessions().get(SESSION))
                .isNotEqualTo(held.sessions().get(SESSION));
        assertThat(held.sessions().get(SESSION)).isNotEqualTo(adopted.sessions().get(SESSION));
    }
}
