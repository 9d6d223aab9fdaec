package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.appointment;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elect;
import static io.github.xinyi.governance.committee.Bodies.followed;
import static io.github.xinyi.governance.committee.Bodies.leaving;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Business;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a body meets under the profiles that are shipped, and not only under clauses of a test. */
class ShippedLawTest {

    private static final CommitteeClauses BEIJING = in("BEIJING");
    private static final CommitteeClauses HANGZHOU = in("HANGZHOU");
    private static final CommitteeClauses SHANDONG = in("SHANDONG");

    private static CommitteeClauses in(String region) {
        return in(Profiles.of(region));
    }

    private static CommitteeClauses in(RegionProfile profile) {
        return CommitteeClauses.national(OWNERS_COMMITTEE).under(profile);
    }

    private static CommitteeClauses managementIn(String region) {
        return CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE).under(Profiles.of(region));
    }

    @ParameterizedTest(name = "Beijing art. 39 para. 3: {0}")
    @EnumSource(
            value = Bar.class,
            names = {
                "NO_FULL_CAPACITY",
                "INTEREST_IN_FIRM",
                "DISHONEST_DEBTOR",
                "FORBIDDEN_USE",
                "RESIDENCE_TOO_SHORT"
            })
    void barsInBeijing(Bar bar) {
        List<Finding> notMet =
                elect(BEIJING, with(bar)).fold(event -> List.of(), ruling -> ruling.notMet());

        assertThat(notMet).hasSize(1);
        assertThat(notMet.get(0).evidence()).containsEntry("bar", bar.name());
        assertThat(notMet.get(0).basis())
                .extracting(Citation::toString)
                .containsExactly("BJ art. 39 para. 3");
    }

    private static Slate with(Bar... bars) {
        return new Slate(
                5, List.of(owner(1, bars), owner(2), owner(3), owner(4), owner(5)), List.of());
    }

    @ParameterizedTest(name = "no text bars {1} in {0}")
    @CsvSource({"BEIJING,ARREARS", "NATIONAL,DISHONEST_DEBTOR", "HANGZHOU,INTEREST_IN_FIRM"})
    void showsABarThatTheLawDoesNotKnow(String region, Bar bar) {
        CommitteeClauses clauses = in(region);
        Committee committee = Committee.from(List.of(value(elect(clauses, with(bar)))), clauses);

        assertThat(eligible(committee.duties(clauses, START).findings()))
                .as("seated, and its duties say so")
                .containsExactly("NOT_APPLICABLE " + bar);
        assertThat(
                        eligible(
                                elect(clauses, sixWith(bar))
                                        .fold(event -> List.of(), ruling -> ruling.findings())))
                .as("and whatever else refuses it does so too")
                .containsExactly("NOT_APPLICABLE " + bar);
        Committee left =
                after(
                        committee,
                        committee.acting(clauses).leave(person(1), Departure.RESIGNED, START, AT));
        assertThat(eligible(left.duties(clauses, START).findings())).isEmpty();
    }

    private static Slate sixWith(Bar bar) {
        return new Slate(
                6,
                List.of(owner(1, bar), owner(2), owner(3), owner(4), owner(5), owner(6)),
                List.of());
    }

    private static List<String> eligible(List<? extends Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().value().equals("committee.eligible"))
                .map(finding -> finding.verdict() + " " + finding.evidence().get("bar"))
                .toList();
    }

    @ParameterizedTest(name = "Beijing 40, Ningbo 30, Hangzhou 26, Qingyuan 19: {0} in {1}")
    @CsvSource({
        "STREET_OFFICE,BEIJING,nomination",
        "PARTY_BRANCH,BEIJING,",
        "RESIDENTS_COMMITTEE,BEIJING,",
        "JOINT_OWNERS,BEIJING,",
        "STREET_OFFICE,NINGBO,",
        "RESIDENTS_COMMITTEE,HANGZHOU,",
        "STREET_OFFICE,HANGZHOU,nomination",
        "PARTY_BRANCH,HANGZHOU,nomination",
        "STREET_OFFICE,QINGYUAN,",
        "PARTY_BRANCH,QINGYUAN,nomination",
        "PARTY_BRANCH,SHANGHAI,"
    })
    void takesNominations(Nominator nominator, String region, String broken) {
        Candidacy candidate =
                new Candidacy(new Member(person(1), Side.OWNERS), nominator, new TreeSet<>());
        Slate slate =
                new Slate(5, List.of(candidate, owner(2), owner(3), owner(4), owner(5)), List.of());

        assertThat(refusedBy(elect(in(region), slate))).isEqualTo(words(broken));
    }

    @ParameterizedTest(
            name = "Beijing art. 46, Hangzhou art. 32, Ningbo art. 35, Shanghai art. 31: {0}")
    @CsvSource({
        "NO_LONGER_OWNER,,,,",
        "RESIGNED,,,,",
        "CANNOT_SERVE,,departure,,departure",
        "CAPACITY_LOST,departure,,departure,departure",
        "CRIMINAL_LIABILITY,departure,,departure,departure",
        "REPLACED,departure,departure,departure,departure"
    })
    void endsAMembership(
            Departure departure, String beijing, String hangzhou, String ningbo, String shanghai) {
        assertThat(leavingFor(departure, BEIJING)).isEqualTo(words(beijing));
        assertThat(leavingFor(departure, HANGZHOU)).isEqualTo(words(hangzhou));
        assertThat(leavingFor(departure, in("NINGBO"))).isEqualTo(words(ningbo));
        assertThat(leavingFor(departure, in("SHANGHAI"))).isEqualTo(words(shanghai));
    }

    private static Set<String> leavingFor(Departure departure, CommitteeClauses clauses) {
        return refusedBy(
                Bodies.elected(clauses, 7).acting(clauses).leave(person(1), departure, START, AT));
    }

    @ParameterizedTest(name = "Civil Code art. 278: a recall in {0}")
    @CsvSource({"BEIJING", "HANGZHOU", "NINGBO", "NATIONAL"})
    void isEndedByARecallEverywhere(String region) {
        Committee committee = Bodies.elected(in(region), 7);

        assertThat(
                        refusedBy(
                                committee
                                        .acting(in(region))
                                        .recall(
                                                person(1),
                                                Bodies.recalling(START, 1),
                                                START,
                                                at(START))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BEIJING,NO_COMMITTEE_ELECTED,",
        "BEIJING,TERM_ENDING,ground",
        "HANGZHOU,NO_CONDITIONS,",
        "HANGZHOU,TERM_ENDING,",
        "HANGZHOU,VACANCIES,",
        "HANGZHOU,UNMANAGED_AREA,",
        "HANGZHOU,INACTIVE,ground",
        "NINGBO,INACTIVE,",
        "NINGBO,VACANCIES,",
        "NINGBO,UNMANAGED_AREA,ground",
        "TAIZHOU,VACANCIES,",
        "TAIZHOU,INACTIVE,ground"
    })
    void formsOnTheGroundsOfBeijing53Hangzhou38Ningbo82AndTaizhou30(
            String region, Ground ground, String broken) {
        assertThat(
                        refusedBy(
                                new Founding(COMMUNITY, LARGE, managementIn(region))
                                        .form(
                                                appointment(ground, 15),
                                                management(region),
                                                new EffectivePeriod(START, START.plusYears(2)),
                                                AT)))
                .isEqualTo(words(broken));
    }

    /** Whom the sides send that the law of the place names, the chair first, and owners. */
    private static Slate management(String region) {
        return switch (region) {
            case "HANGZHOU" ->
                    Bodies.sending(
                            11, Side.STREET_OFFICE, Side.RESIDENTS_COMMITTEE, Side.DEVELOPER);
            case "TAIZHOU" ->
                    Bodies.sending(
                            11,
                            Side.STREET_OFFICE,
                            Side.RESIDENTS_COMMITTEE,
                            Side.HOUSING_DEPARTMENT,
                            Side.POLICE);
            case "NINGBO" ->
                    Bodies.sending(
                            11, Side.RESIDENTS_COMMITTEE, Side.STREET_OFFICE, Side.PARTY_BRANCH);
            default -> Bodies.sending(11, Side.RESIDENTS_COMMITTEE);
        };
    }

    @ParameterizedTest(name = "Taizhou art. 34, Qingyuan art. 28 para. 2: last day in {0}")
    @CsvSource({"TAIZHOU,-1", "QINGYUAN,-1", "HANGZHOU,19"})
    void stopsInTaizhouAndQingyuanOnTheElection(String region, int last) {
        CommitteeClauses clauses = managementIn(region);
        Founding founding = new Founding(COMMUNITY, LARGE, clauses);
        Committee committee =
                Committee.from(
                        List.of(
                                value(
                                        founding.form(
                                                onApplication(),
                                                management(region),
                                                new EffectivePeriod(START, START.plusYears(2)),
                                                AT))),
                        clauses);
        LocalDate elected = START.plusYears(1);
        Committee next = followed(committee, clauses, elected, elected.plusDays(20));

        assertThat(next.isInOffice(elected.plusDays(last))).isTrue();
        assertThat(next.isInOffice(elected.plusDays(last + 1))).isFalse();
    }

    /** As all three regions take it; Qingyuan art. 26 para. 1 asks for a tenth of the owners. */
    private static Founding.Appointment onApplication() {
        return new Founding.Appointment(
                Ground.NO_CONDITIONS,
                person(1),
                List.of(person(2)),
                START.minusDays(15),
                List.of(new Founding.Application(START.minusMonths(1), 50, 500)));
    }

    @ParameterizedTest(name = "Beijing art. 46 para. 2: {1} of {0} sessions missed")
    @CsvSource({"4,1,absence", "4,2,", "5,2,absence", "5,3,"})
    void suspendsInBeijing(int sessions, int missed, String broken) {
        Committee committee = Bodies.elected(BEIJING, 7);
        for (int month = 1; month <= sessions; month++) {
            committee = session(committee, month, persons(month > missed ? 7 : 6));
        }
        LocalDate day = START.plusMonths(11);

        assertThat(refusedBy(committee.acting(BEIJING).suspend(person(7), day, at(day))))
                .isEqualTo(words(broken));
    }

    private static Committee session(Committee committee, int month, Set<PersonId> in) {
        MeetingId session = MeetingId.of("S" + month);
        LocalDate day = START.plusMonths(month);
        LocalDate announced = day.minusDays(7);
        Call call = new Call(session, persons(6), List.of(Bodies.ownAffairs()), announced, day);
        Committee called =
                after(committee, committee.acting(BEIJING).call(call, List.of(), at(announced)));
        return after(called, called.acting(BEIJING).hold(session, in, Set.of(), at(day)));
    }

    @ParameterizedTest(name = "Hangzhou art. 27: {1} of {0} elected")
    @CsvSource({"9,4,min-members elected-share", "9,5,", "11,5,elected-share", "11,6,", "7,5,"})
    void takesAPartialElectionInHangzhou(int agreed, int elected, String broken) {
        Slate slate = new Slate(agreed, owners(1, elected), List.of());

        assertThat(refusedBy(elect(HANGZHOU, slate))).isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Hangzhou art. 28: {0} of 11 elected, {1} left")
    @CsvSource({"6,0,MET", "6,1,NOT_MET", "7,1,MET", "7,2,NOT_MET"})
    void countsWhoIsLeftOnTheAgreedNumberInHangzhou(int elected, int left, Verdict verdict) {
        Slate slate = new Slate(11, owners(1, elected), List.of());
        Committee body = Committee.from(List.of(value(elect(HANGZHOU, slate))), HANGZHOU);
        Committee after = leaving(body, HANGZHOU, IntStream.rangeClosed(1, left).toArray());
        LocalDate day = START.plusMonths(2);

        assertThat(after.duties(HANGZHOU, day).findings())
                .filteredOn(finding -> finding.rule().value().equals("committee.remaining"))
                .extracting(Finding::verdict, finding -> finding.evidence().get("whole"))
                .containsExactly(tuple(verdict, "11"));
        assertThat(
                        refusedBy(
                                after.acting(HANGZHOU)
                                        .seatElected(
                                                owner(21), Bodies.seating(day, 21), day, at(day))))
                .isEqualTo(verdict == Verdict.MET ? Set.of() : Set.of("remaining"));
    }

    @ParameterizedTest(name = "Shanghai art. 32 para. 1: {0} of 7 have left")
    @CsvSource({"2,", "3,", "4,remaining"})
    void fillsSeatsOneByOneInShanghaiWhileMoreThanHalfAreLeft(int left, String broken) {
        CommitteeClauses law = in("SHANGHAI");
        Committee body =
                leaving(Bodies.elected(law, 7), law, IntStream.rangeClosed(1, left).toArray());
        LocalDate day = START.plusMonths(2);

        Outcome<CommitteeEvent> seated =
                body.acting(law).seatElected(owner(21), Bodies.seating(day, 21), day, at(day));
        assertThat(refusedBy(seated)).isEqualTo(words(broken));
        assertThat(body.duties(law, day).findings())
                .filteredOn(finding -> finding.rule().value().equals("committee.remaining"))
                .flatExtracting(Finding::basis)
                .extracting(Citation::toString)
                .containsExactly("SH art. 32 para. 1");
    }

    @ParameterizedTest(name = "{0}: {1} is below the nation''s {2}")
    @CsvSource({
        "committee.decision,≥1/100,>1/2,GR art. 38",
        "committee.decision,≥49/100,>1/2,GR art. 38",
        "committee.quorum,≥1/2,>1/2,GR art. 38",
        "committee.least,4,5,GR art. 31",
        "management-committee.owners,≥49/100,≥1/2,BJ art. 54 para. 1"
    })
    void usesTheNationsFigureWhereALocalOneIsBelowIt(
            String key, String local, String used, String source) {
        List<Finding> notices = in(Profiles.with(key + "," + local)).notices().stream().toList();

        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).evidence())
                .containsEntry("clause", key)
                .containsEntry("local", local)
                .containsEntry("used", used);
        assertThat(notices.get(0).basis()).extracting(Citation::toString).contains(source);
    }

    @ParameterizedTest(name = "{0}: {1} is not below the nation''s")
    @CsvSource({
        "committee.decision,≥1/2",
        "committee.quorum,≥2/3",
        "committee.least,5",
        "management-committee.owners,≥1/2"
    })
    void usesALocalFigureThatIsNotBelowTheNations(String key, String local) {
        assertThat(in(Profiles.with(key + "," + local)).notices()).isEmpty();
    }

    @Test
    void takesNoClauseOfAHostBelowTheNations() {
        Citation source = Statutes.GUIDANCE_RULES.unverified(38);
        CommitteeClauses national = CommitteeClauses.national(OWNERS_COMMITTEE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> national.with(LegalShare.DECISION, LocalLaw.A_THIRD, source))
                .withMessageContaining("committee.decision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> national.with(LegalNumber.FILING_DAYS, 31, source))
                .withMessageContaining("committee.filing-days");
        assertThat(national.with(LegalShare.DECISION, LocalLaw.HALF, source)).isNotNull();
        assertThat(national.with(LegalNumber.FILING_DAYS, 30, source)).isNotNull();
    }

    @ParameterizedTest(name = "Beijing art. 45: the next session {0} days after two months")
    @CsvSource({"-1,PENDING,0", "0,PENDING,0", "1,NOT_MET,1"})
    void holdsASessionEveryTwoMonthsInBeijing(int days, Verdict verdict, int late) {
        Committee committee = session(Bodies.elected(BEIJING, 7), 1, persons(7));
        LocalDate day = START.plusMonths(3).plusDays(days);

        assertThat(committee.duties(BEIJING, day).findings())
                .filteredOn(finding -> finding.rule().value().equals("committee.sessions-held"))
                .extracting(Finding::verdict, finding -> finding.evidence().get("late"))
                .containsExactly(tuple(Verdict.MET, "0"), tuple(verdict, "" + late));
    }

    @Test
    void owesNoSessionAfterItsTerm() {
        LocalDate end = Bodies.TERM.endExclusive();
        Committee committee = Bodies.elected(BEIJING, 7);
        for (int month = 1; month <= 35; month++) {
            committee = session(committee, month, persons(7));
        }

        assertThat(committee.duties(BEIJING, end.plusYears(1)).findings())
                .filteredOn(finding -> finding.rule().value().equals("committee.sessions-held"))
                .hasSize(35)
                .extracting(Finding::verdict)
                .containsOnly(Verdict.MET);
    }

    @Test
    void asksForAnOddNumberOnlyWhereTheLawDoes() {
        CommitteeClauses any = in(Profiles.with("committee.parity,ANY"));
        Slate six = Bodies.slate(6);

        assertThat(refusedBy(elect(any, six))).isEmpty();
        assertThat(refusedBy(elect(in("NATIONAL"), six))).containsExactly("odd");
        assertThat(oddBasis(elect(BEIJING, six))).containsExactly("BJ art. 39 para. 1");
        assertThat(oddBasis(Bodies.form(managementIn("BEIJING"), mixed(8, 4))))
                .containsExactly("BJ art. 54 para. 1");
    }

    private static List<String> oddBasis(Outcome<CommitteeEvent> outcome) {
        return outcome
                .fold(event -> List.<Finding>of(), ruling -> List.<Finding>copyOf(ruling.notMet()))
                .stream()
                .filter(finding -> finding.rule().value().equals("committee.odd"))
                .flatMap(finding -> finding.basis().stream())
                .map(Citation::toString)
                .toList();
    }

    @Test
    void boundsWhatOneEventHolds() {
        List<PersonId> deputies = List.copyOf(persons(50));

        assertThat(chosen(deputies).deputies()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> chosen(List.copyOf(persons(51))));
        assertThat(used(50).approvals()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> used(51));
        assertThat(agenda(1).items()).hasSize(1);
        assertThat(agenda(30).items()).hasSize(30);
        assertThatIllegalArgumentException().isThrownBy(() -> agenda(0));
        assertThatIllegalArgumentException().isThrownBy(() -> agenda(31));
        assertThat(appointing(50).deputies()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> appointing(51));
    }

    private static OfficersChosen chosen(List<PersonId> deputies) {
        return new OfficersChosen(COMMUNITY, person(1), deputies, START, AT);
    }

    private static SealUse used(int approvals) {
        return new SealUse(
                SealUse.Seal.COMMITTEE,
                Bodies.SESSION,
                Bodies.ITEM,
                new TreeSet<>(persons(approvals)));
    }

    private static SessionCalled agenda(int items) {
        List<Item> all =
                IntStream.range(0, items)
                        .mapToObj(n -> Item.own(MotionId.of("I" + n), Business.OFFICERS, "推选主任"))
                        .toList();
        return new SessionCalled(
                COMMUNITY, Bodies.SESSION, new TreeSet<>(persons(1)), all, START, START, AT);
    }

    private static Founding.Appointment appointing(int deputies) {
        return new Founding.Appointment(
                Ground.NO_CONDITIONS, person(1), List.copyOf(persons(deputies)), START, List.of());
    }

    @ParameterizedTest(name = "Shandong art. 34: {0} of 7 members, {1} of 500 owners")
    @CsvSource({"3,0,recall-proposed", "4,0,", "0,99,recall-proposed", "0,100,"})
    void proposesARecallInShandongByMoreThanHalfOfTheMembers(
            int members, int owners, String broken) {
        assertThat(proposing(SHANDONG, members, owners)).isEqualTo(words(broken));
    }

    private static Set<String> proposing(CommitteeClauses clauses, int members, int owners) {
        return refusedBy(
                Bodies.elected(clauses, 7)
                        .acting(clauses)
                        .proposeRecall(person(7), new Proposal(persons(members), owners, 500), AT));
    }

    @Test
    void citesTheWayThatARecallWentInHangzhou() {
        List<Citation> cited =
                Bodies.elected(HANGZHOU, 7)
                        .acting(HANGZHOU)
                        .proposeRecall(person(7), new Proposal(persons(2), 99, 500), AT)
                        .fold(event -> List.of(), ruling -> ruling.notMet().get(0).basis());

        assertThat(cited)
                .extracting(Citation::toString)
                .containsExactly("GR art. 44", "HZ art. 31 para. 2");
        assertThat(recallBasis(3, 0)).containsExactly("GR art. 44");
        assertThat(recallBasis(0, 100)).containsExactly("HZ art. 31 para. 2");
        assertThat(recallBasis(3, 100)).containsExactly("GR art. 44", "HZ art. 31 para. 2");
    }

    /** The sources of a proposal that is refused for its person alone. */
    private static List<String> recallBasis(int members, int owners) {
        return Bodies.elected(HANGZHOU, 7)
                .acting(HANGZHOU)
                .proposeRecall(person(30), new Proposal(persons(members), owners, 500), AT)
                .fold(
                        event -> List.<Finding>of(),
                        ruling -> List.<Finding>copyOf(ruling.findings()))
                .stream()
                .filter(finding -> finding.rule().value().equals("committee.recall-proposed"))
                .flatMap(finding -> finding.basis().stream())
                .map(Citation::toString)
                .toList();
    }
}
