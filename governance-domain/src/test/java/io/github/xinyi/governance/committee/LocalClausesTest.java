package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.called;
import static io.github.xinyi.governance.committee.Bodies.elect;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.mixed;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.owners;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.value;
import static io.github.xinyi.governance.committee.Bodies.words;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.OWNERS_COMMITTEE;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.Founding.Application;
import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a region's own text says of attendance, seals, alternates, bars and grounds is cited. */
class LocalClausesTest {

    private static CommitteeClauses in(RegionProfile profile) {
        return CommitteeClauses.national(OWNERS_COMMITTEE).under(profile);
    }

    private static CommitteeClauses in(String region) {
        return in(Profiles.of(region));
    }

    private static CommitteeClauses managementIn(String region) {
        return CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE).under(Profiles.of(region));
    }

    /** The defect: a text that was read was not cited, and one that was not read stood instead. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BEIJING,BJ art. 45 para. 2",
        "HANGZHOU,HZ art. 29 para. 2",
        "SHANGHAI,SH art. 26 para. 2",
        "NINGBO,NB art. 33 para. 1",
        "NATIONAL,GR art. 38 UNVERIFIED",
        "HONGGU,GR art. 38 UNVERIFIED"
    })
    void membersAttendInPersonByTheTextOfTheirPlace(String region, String source) {
        CommitteeClauses law = in(region);
        Committee body = called(elected(law, 7), law);

        Ruling ruling =
                refused(body.acting(law).hold(SESSION, persons(3), Set.of(person(4)), HELD_AT));

        assertThat(sources(ruling, CommitteeRule.NO_PROXY)).containsExactly(source);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BEIJING,BJ art. 57 para. 2",
        "QINGYUAN,QY art. 31 para. 2",
        "NATIONAL,BJ art. 57 para. 2 INTERPRETATION"
    })
    void ownerMembersOfAManagementCommitteeAttendInPerson(String region, String source) {
        CommitteeClauses law = managementIn(region);
        Committee body = called(formed(managementIn("BEIJING"), 7, 4), law);

        Ruling ruling =
                refused(body.acting(law).hold(SESSION, persons(3), Set.of(person(4)), HELD_AT));

        assertThat(sources(ruling, CommitteeRule.NO_PROXY)).containsExactly(source);
    }

    /** The defect: where art. 44 para. 2 was read, a reading of the Code stood in its place. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "BEIJING,OWNERS_COMMITTEE,BJ art. 44 para. 2",
        "HANGZHOU,OWNERS_COMMITTEE,CC art. 278 para. 1 INTERPRETATION",
        "NATIONAL,OWNERS_COMMITTEE,CC art. 278 para. 1 INTERPRETATION",
        "BEIJING,PROPERTY_MANAGEMENT_COMMITTEE,CC art. 278 para. 1 INTERPRETATION"
    })
    void ownersLeaveNoneOfTheNineMattersToACommitteeByBeijing44(
            String region, Kind kind, String source) {
        CommitteeClauses law = CommitteeClauses.national(kind).under(Profiles.of(region));
        Committee body = kind == OWNERS_COMMITTEE ? elected(law, 7) : formed(law, 7, 4);
        Item delegated =
                new Item(
                        ITEM,
                        Competence.DELEGATED,
                        new TreeSet<>(Set.of(Business.of(Matter.MANAGER_APPOINTMENT))),
                        "议题",
                        List.of(),
                        List.of());

        Ruling ruling =
                refused(
                        body.acting(law)
                                .call(
                                        Bodies.call(persons(7), delegated),
                                        List.of(),
                                        Bodies.CALLED_AT));

        assertThat(sources(ruling, CommitteeRule.NO_DELEGATION)).containsExactly(source);
    }

    @Test
    void whereATextAllowsItAMemberMaySendSomebodyButIsCountedOnce() {
        CommitteeClauses law = in(Profiles.with("committee.attendance,BY_PROXY"));
        Committee body = called(elected(law, 7), law);

        assertThat(
                        refusedBy(
                                body.acting(law)
                                        .hold(SESSION, persons(3), Set.of(person(4)), HELD_AT)))
                .isEmpty();
        assertThat(
                        refusedBy(
                                body.acting(law)
                                        .hold(SESSION, persons(4), Set.of(person(4)), HELD_AT)))
                .containsExactly("no-proxy");
    }

    @ParameterizedTest(name = "{0}, signed by {1} of 7")
    @CsvSource({
        "BEIJING,3,BJ art. 43 para. 4",
        "BEIJING,4,",
        "NATIONAL,3,BJ art. 43 para. 4 INTERPRETATION",
        "NATIONAL,4,"
    })
    void aSealNeedsTheSignaturesThatTheTextAsksFor(String region, int signatures, String source) {
        CommitteeClauses law = in(region);

        assertThat(sealing(law, signatures))
                .isEqualTo(source == null ? List.of() : List.of(source));
    }

    @ParameterizedTest(name = "two thirds asked, signed by {0} of 9")
    @CsvSource({"5,XX art. 1 para. 1", "6,", "7,"})
    void aTextMayAskForMoreSignatures(int signatures, String source) {
        CommitteeClauses law = in(Profiles.with("committee.seal-signatures,≥2/3"));
        SealUse use =
                new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(signatures)));

        Ruling ruling =
                refused(elected(law, 9).acting(law).useSeal(use, SESSION_DAY, at(SESSION_DAY)));

        assertThat(notMet(ruling, CommitteeRule.SEAL_SIGNATURES))
                .isEqualTo(source == null ? List.of() : List.of(source));
    }

    /** Where no text of the place says it, the guidance rules are cited, whose text nobody had. */
    @ParameterizedTest(name = "{0}: the seal {1} for what nobody decided")
    @CsvSource({
        "TAIZHOU,COMMITTEE,TZ art. 24 para. 2",
        "TAIZHOU,OWNERS_MEETING,TZ art. 24 para. 2",
        "NATIONAL,COMMITTEE,GR art. 41 UNVERIFIED",
        "HONGGU,COMMITTEE,GR art. 41 UNVERIFIED"
    })
    void aSealIsUsedForWhatWasDecidedByTaizhou24(String region, Seal seal, String source) {
        SealUse use = new SealUse(seal, SESSION, ITEM, new TreeSet<>(persons(7)));
        CommitteeClauses law = in(region);

        Ruling ruling =
                refused(elected(law, 7).acting(law).useSeal(use, SESSION_DAY, at(SESSION_DAY)));

        assertThat(notMet(ruling, CommitteeRule.SEAL_DECISION)).containsExactly(source);
    }

    /** Qingyuan speaks of the seal of the property management committee and of no other. */
    @ParameterizedTest(name = "Qingyuan: the seal {0} for what nobody decided")
    @CsvSource({"COMMITTEE,QY art. 30 para. 1", "OWNERS_MEETING,GR art. 41 UNVERIFIED"})
    void theSealOfAManagementCommitteeIsUsedForWhatItDecidedByQingyuan30(Seal seal, String source) {
        SealUse use = new SealUse(seal, SESSION, ITEM, new TreeSet<>(persons(7)));
        Committee body = formed(managementIn("BEIJING"), 7, 4);

        Ruling ruling =
                refused(
                        body.acting(managementIn("QINGYUAN"))
                                .useSeal(use, SESSION_DAY, at(SESSION_DAY)));

        assertThat(notMet(ruling, CommitteeRule.SEAL_DECISION)).containsExactly(source);
    }

    /** The text speaks of the seal of an owners' committee alone. */
    @ParameterizedTest(name = "Beijing art. 43 para. 4: signed by {0} of 7 of the other kind")
    @CsvSource({"3,BJ art. 43 para. 4 INTERPRETATION", "4,", "5,"})
    void theSignaturesForTheSealOfAManagementCommitteeAreOurReadingOfBeijing43(
            int signatures, String source) {
        CommitteeClauses law = managementIn("BEIJING");
        SealUse use =
                new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(signatures)));

        Ruling ruling =
                refused(formed(law, 7, 4).acting(law).useSeal(use, SESSION_DAY, at(SESSION_DAY)));

        assertThat(notMet(ruling, CommitteeRule.SEAL_SIGNATURES))
                .isEqualTo(source == null ? List.of() : List.of(source));
    }

    /** The use is refused anyhow, as nothing was decided. */
    private static List<String> sealing(CommitteeClauses law, int signatures) {
        SealUse use =
                new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(signatures)));
        return notMet(
                refused(elected(law, 7).acting(law).useSeal(use, SESSION_DAY, at(SESSION_DAY))),
                CommitteeRule.SEAL_SIGNATURES);
    }

    @ParameterizedTest(name = "Beijing art. 39: {0} alternates of 5 seats")
    @CsvSource({"4,", "5,", "6,alternates"})
    void thereAreNoMoreAlternatesThanSeatsByBeijing39(int alternates, String broken) {
        Slate slate = new Slate(5, owners(1, 5), owners(6, alternates));

        assertThat(refusedBy(elect(in("BEIJING"), slate))).isEqualTo(words(broken));
        assertThat(
                        sources(
                                refused(elect(in("BEIJING"), tooManyAlternates())),
                                CommitteeRule.ALTERNATES))
                .containsExactly("BJ art. 39 para. 1");
        assertThat(
                        sources(
                                refused(elect(in("NATIONAL"), tooManyAlternates())),
                                CommitteeRule.ALTERNATES))
                .containsExactly("BJ art. 39 para. 1 INTERPRETATION");
        assertThat(
                        refusedBy(
                                elect(
                                        in(Profiles.with("committee.alternates,ANY")),
                                        tooManyAlternates())))
                .isEmpty();
    }

    private static Slate tooManyAlternates() {
        return new Slate(5, owners(1, 5), owners(6, 6));
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "SHANGHAI,ARREARS,SH art. 20 para. 2 INTERPRETATION",
        "SHANGHAI,INTEREST_IN_FIRM,SH art. 20 para. 2 INTERPRETATION",
        "SHANGHAI,FORBIDDEN_USE,SH art. 20 para. 2 INTERPRETATION",
        "SHANGHAI,DISHONEST_DEBTOR,",
        "HANGZHOU,NO_FULL_CAPACITY,HZ art. 25 para. 1",
        "HANGZHOU,ARREARS,",
        "NATIONAL,NO_FULL_CAPACITY,PMR art. 16 para. 2 INTERPRETATION",
        "SHANDONG,NO_FULL_CAPACITY,PMR art. 16 para. 2 INTERPRETATION",
        "NATIONAL,NOT_AN_OWNER,PMR art. 16 para. 2",
        "SHANDONG,NOT_AN_OWNER,SD art. 30 para. 1"
    })
    void barsWhatTheTextOfThePlaceBars(String region, Bar bar, String source) {
        Slate slate =
                new Slate(
                        5,
                        List.of(owner(1, bar), owner(2), owner(3), owner(4), owner(5)),
                        List.of());

        List<String> told =
                elect(in(region), slate)
                        .fold(event -> List.of(), ruling -> notMet(ruling, CommitteeRule.ELIGIBLE));

        assertThat(told).isEqualTo(source == null ? List.of() : List.of(source));
    }

    @ParameterizedTest(name = "a user in {0}: {1}")
    @CsvSource({"SHANDONG,SD art. 30 para. 1", "BEIJING,PMR art. 16 para. 2"})
    void citesWhatKeepsAUserOutOfAnOwnersCommittee(String region, String source) {
        CommitteeClauses clauses = in(region);
        Findings findings = new Findings(clauses);

        FoundingRules.eligibility(
                findings,
                clauses,
                new Candidacy(new Member(person(1), Side.USERS), Nominator.SELF, new TreeSet<>()));

        assertThat(notMet(findings.ruling(), CommitteeRule.ELIGIBLE)).containsExactly(source);
    }

    /** The defect: where a term had run out, an application in Qingyuan was refused. */
    @ParameterizedTest(name = "Qingyuan art. 26: {0}")
    @CsvSource({
        "NO_CONDITIONS,",
        "REAL_DIFFICULTY,",
        "NO_COMMITTEE_ELECTED,",
        "TERM_ENDING,",
        "INACTIVE,ground",
        "UNMANAGED_AREA,ground"
    })
    void formsOnTheGroundsOfQingyuan26(Ground ground, String broken) {
        assertThat(refusedBy(forming(ground, 50))).isEqualTo(words(broken));
    }

    private static Outcome<CommitteeEvent> forming(Ground ground, long applicants) {
        Appointment appointment =
                new Appointment(
                        ground,
                        person(1),
                        List.of(person(2)),
                        START.minusDays(15),
                        List.of(new Application(START.minusMonths(1), applicants, 500)));
        return new Founding(COMMUNITY, LARGE, managementIn("QINGYUAN"))
                .form(
                        appointment,
                        mixed(7, 4),
                        new EffectivePeriod(START, START.plusYears(2)),
                        at(START));
    }

    @Test
    void saysOfTheApplicantsThatNobodyCountedThem() {
        Ruling refused = refused(forming(Ground.TERM_ENDING, 49));
        CommitteeClauses law = managementIn("QINGYUAN");
        Committee body = Committee.from(List.of(value(forming(Ground.TERM_ENDING, 50))), law);

        for (Ruling ruling : List.of(refused, body.duties(law, START))) {
            assertThat(ruling.findings())
                    .filteredOn(f -> f.rule().equals(CommitteeRule.FIGURES_STATED.code()))
                    .singleElement()
                    .satisfies(
                            f -> {
                                assertThat(f.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                                assertThat(f.evidence()).containsEntry("whole", "500");
                            });
            assertThat(sources(ruling, CommitteeRule.FIGURES_STATED))
                    .containsExactly("QY art. 26 para. 1 INTERPRETATION");
        }
    }

    @Test
    void saysOfOwnersWhoProposeARecallThatNobodyCountedThem() {
        CommitteeClauses law = in("HANGZHOU");
        Acting acting = elected(law, 7).acting(law);

        CommitteeEvent byOwners =
                value(acting.proposeRecall(person(7), new Proposal(Set.of(), 100, 500), HELD_AT));
        CommitteeEvent byMembers =
                value(acting.proposeRecall(person(7), new Proposal(persons(3), 0, 500), HELD_AT));

        assertThat(sources(acting.ruling(byOwners), CommitteeRule.FIGURES_STATED))
                .containsExactly("HZ art. 31 para. 2 INTERPRETATION");
        assertThat(acting.ruling(byMembers).findings())
                .noneMatch(f -> f.rule().equals(CommitteeRule.FIGURES_STATED.code()));
    }

    private static Ruling refused(Outcome<CommitteeEvent> outcome) {
        return outcome.fold(
                event -> {
                    throw new AssertionError("accepted: " + event);
                },
                ruling -> ruling);
    }

    private static List<String> sources(Ruling ruling, CommitteeRule rule) {
        return texts(ruling.findings(), rule);
    }

    private static List<String> notMet(Ruling ruling, CommitteeRule rule) {
        return texts(ruling.notMet(), rule);
    }

    private static List<String> texts(List<Finding> findings, CommitteeRule rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .flatMap(finding -> finding.basis().stream())
                .map(source -> source.toTextWithStanding())
                .toList();
    }
}
