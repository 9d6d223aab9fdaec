package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.mixed;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.owners;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.refusal;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.sent;
import static io.github.xinyi.governance.committee.Bodies.value;
import static io.github.xinyi.governance.committee.Bodies.words;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.committee.Founding.Application;
import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the sides of a property management committee send, under the profiles that are shipped. */
class ManagementSidesTest {

    private static final String NINGBO_82 = "NB art. 82 para. 2 INTERPRETATION";
    private static final LocalDate DAY = START.plusMonths(2);

    /** The article is the host's, who has the text. */
    private static final Citation MEASURES =
            new Citation(
                    new Instrument("BJ-53", "北京市物业管理委员会组建办法", "Beijing measures", "2021-03-31"),
                    Provision.of(1),
                    EffectivePeriod.from(LocalDate.of(2021, 3, 31)),
                    Standing.UNVERIFIED);

    /** The chair's side first; owners take the rest of eleven seats. */
    @ParameterizedTest(name = "{0}, for {2}: {1} and owners: {3}")
    @CsvSource({
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE DEVELOPER, NO_CONDITIONS,",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE, NO_CONDITIONS, side-sent",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE, REAL_DIFFICULTY, side-sent",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE, TERM_ENDING,",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE, VACANCIES,",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE, UNMANAGED_AREA,",
        "HANGZHOU, STREET_OFFICE DEVELOPER, TERM_ENDING, side-sent",
        "HANGZHOU, STREET_OFFICE STREET_OFFICE RESIDENTS_COMMITTEE, TERM_ENDING, side-most",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE USERS, TERM_ENDING, side-most",
        "HANGZHOU, STREET_OFFICE RESIDENTS_COMMITTEE PARTY_BRANCH, TERM_ENDING, side-most",
        "TAIZHOU, STREET_OFFICE HOUSING_DEPARTMENT POLICE RESIDENTS_COMMITTEE, NO_CONDITIONS,",
        "TAIZHOU, STREET_OFFICE HOUSING_DEPARTMENT RESIDENTS_COMMITTEE, NO_CONDITIONS, side-sent",
        "TAIZHOU, STREET_OFFICE POLICE RESIDENTS_COMMITTEE OTHER_AUTHORITY, VACANCIES,"
                + " side-sent side-most",
        "TAIZHOU, STREET_OFFICE HOUSING_DEPARTMENT POLICE RESIDENTS_COMMITTEE DEVELOPER,"
                + " NO_CONDITIONS, owner-seats side-most",
        "NINGBO, RESIDENTS_COMMITTEE STREET_OFFICE PARTY_BRANCH, VACANCIES,",
        "NINGBO, RESIDENTS_COMMITTEE STREET_OFFICE USERS, VACANCIES,",
        "BEIJING, RESIDENTS_COMMITTEE, NO_CONDITIONS,",
        "NATIONAL, RESIDENTS_COMMITTEE STREET_OFFICE STREET_OFFICE, NO_CONDITIONS,"
    })
    void sidesSendWhomHangzhou39AndTaizhou31Name(
            String region, String sides, Ground ground, String broken) {
        assertThat(refusedBy(form(region, ground, slate(sides.split(" ")))))
                .isEqualTo(words(broken));
    }

    @Test
    void tellsEachSideWithItsSourceAndWhatIsOurReading() {
        Outcome<CommitteeEvent> hangzhou =
                form("HANGZHOU", Ground.NO_CONDITIONS, slate("STREET_OFFICE", "USERS"));

        assertThat(sources(hangzhou, CommitteeRule.SIDE_SENT))
                .containsOnly("HZ art. 39 para. 1 TEXT_READ");
        assertThat(sources(hangzhou, CommitteeRule.SIDE_MOST))
                .containsOnly("HZ art. 39 para. 1 TEXT_READ");
        assertThat(RuleTexts.governance(Language.EN).render(Answers.refused(hangzhou)))
                .contains("Sent by the developer, whom the text names: 0 members")
                .contains("Sent by the users of homes: 1 members; at most 0 are allowed");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(Answers.refused(hangzhou)))
                .contains("建设单位派出的成员0人；规定未以“等”概括的，须至少一人");
    }

    /** The lists of Ningbo, Beijing and Qingyuan go on with 等, and none of them refuses. */
    @Test
    void tellsWhomNingbo82NamesAndRefusesNobodyForIt() {
        Outcome<CommitteeEvent> formed =
                form("NINGBO", Ground.VACANCIES, slate("RESIDENTS_COMMITTEE"));

        assertThat(Judgement.ofFirst(value(formed), in("NINGBO")).ruling().findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.SIDE_SENT.code()))
                .extracting(
                        f -> f.evidence().get("option"),
                        Finding::verdict,
                        f -> text(f.basis().get(0)))
                .containsExactlyInAnyOrder(
                        tuple("RESIDENTS_COMMITTEE", Verdict.MET, NINGBO_82),
                        tuple("STREET_OFFICE", Verdict.NOT_APPLICABLE, NINGBO_82),
                        tuple("PARTY_BRANCH", Verdict.NOT_APPLICABLE, NINGBO_82));
    }

    /** Hangzhou art. 39 para. 1 frees the developer where there is an owners' meeting. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TERM_ENDING, HZ art. 39 para. 1 TEXT_READ",
        "VACANCIES, HZ art. 39 para. 1 TEXT_READ",
        "UNMANAGED_AREA, HZ art. 39 para. 1 INTERPRETATION"
    })
    void thatAnAreaBuiltLongAgoNeedsNoDeveloperIsOurReading(Ground ground, String source) {
        CommitteeClauses law = in("HANGZHOU");
        Outcome<CommitteeEvent> formed =
                form("HANGZHOU", ground, slate("STREET_OFFICE", "RESIDENTS_COMMITTEE"));

        assertThat(Judgement.ofFirst(value(formed), law).ruling().findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.SIDE_SENT.code()))
                .filteredOn(f -> "DEVELOPER".equals(f.evidence().get("option")))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(f.basis()).extracting(c -> text(c)).containsExactly(source);
                        });
    }

    @ParameterizedTest(name = "{0}: a deputy of the {1}: {2}")
    @CsvSource({
        "BEIJING, OWNERS,",
        "BEIJING, USERS, deputy-side",
        "QINGYUAN, OWNERS,",
        "QINGYUAN, USERS, deputy-side",
        "NATIONAL, USERS,"
    })
    void deputiesAreOwnersByBeijing54AndQingyuan27(String region, Side side, String broken) {
        CommitteeClauses law = in(region);
        Slate slate = mixed(7, 4);
        Candidacy deputy =
                slate.seats().stream()
                        .filter(candidate -> candidate.member().side() == side)
                        .findFirst()
                        .orElseThrow();
        Committee body =
                Committee.from(List.of(value(form(region, Ground.NO_CONDITIONS, slate))), law);

        assertThat(refusedBy(form(region, Ground.NO_CONDITIONS, slate, deputy)))
                .isEqualTo(words(broken));
        assertThat(
                        refusedBy(
                                body.acting(law)
                                        .chooseOfficers(
                                                person(1), List.of(deputy.person()), DAY, at(DAY))))
                .as("and so are those whom it chooses later")
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HANGZHOU, HZ art. 39 para. 2 TEXT_READ",
        "TAIZHOU, TZ art. 31 para. 2 TEXT_READ",
        "NATIONAL, PMR art. 16 para. 2 INTERPRETATION"
    })
    void ownerMembersMeetWhatHangzhou39AndTaizhou31AskOfACommittee(String region, String source) {
        Slate slate = new Slate(7, owners(1, 6), List.of());
        List<Candidacy> barred = new ArrayList<>(slate.seats());
        barred.add(owner(7, Bar.NOT_AN_OWNER, Bar.ARREARS));

        Outcome<CommitteeEvent> outcome =
                form(region, Ground.NO_CONDITIONS, new Slate(7, barred, List.of()));

        assertThat(sources(outcome, CommitteeRule.ELIGIBLE)).containsExactly(source);
        assertThat(Answers.refused(outcome).findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.ELIGIBLE.code()))
                .filteredOn(f -> "ARREARS".equals(f.evidence().get("bar")))
                .extracting(Finding::verdict)
                .as("no text at hand bars it; it is shown")
                .containsExactly(Verdict.NOT_APPLICABLE);
    }

    /**
     * Beijing's measures 京建发〔2021〕53号 are known from a newspaper, which names no article, so that
     * no clause can cite them. What they bar is shown; it bars where a host has the text and cites
     * it.
     */
    @ParameterizedTest(name = "京建发〔2021〕53号, {0} of a member for {1}: refused where cited: {2}")
    @CsvSource({
        "ARREARS, OWNERS, eligible",
        "FORBIDDEN_USE, OWNERS, eligible",
        "ARREARS, USERS,",
        "FORBIDDEN_USE, USERS,"
    })
    void whatBeijingsMeasuresBarIsShownUntilAHostCitesThem(Bar bar, Side side, String broken) {
        CommitteeClauses shipped = in("BEIJING");
        CommitteeClauses cited = shipped.with(bar, MEASURES);
        List<Candidacy> seats = new ArrayList<>(mixed(7, 5).seats().subList(0, 6));
        seats.add(
                new Candidacy(
                        new Member(person(7), side),
                        owner(7).nominator(),
                        new TreeSet<>(Set.of(bar))));
        Slate slate = new Slate(7, seats, List.of());

        CommitteeEvent formed = value(Bodies.form(shipped, slate));

        assertThat(Judgement.ofFirst(formed, shipped).ruling().findings())
                .filteredOn(f -> f.rule().equals(CommitteeRule.ELIGIBLE.code()))
                .filteredOn(f -> bar.name().equals(f.evidence().get("bar")))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_APPLICABLE);
        assertThat(refusedBy(Bodies.form(cited, slate))).isEqualTo(words(broken));
    }

    /** The texts ask capacity of owners; that nobody else sits without it is our reading. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HANGZHOU, HZ art. 39 para. 2 INTERPRETATION",
        "TAIZHOU, TZ art. 31 para. 2 INTERPRETATION",
        "NATIONAL, PMR art. 16 para. 2 INTERPRETATION"
    })
    void thatAMemberWhoIsNoOwnerHasFullCapacityIsOurReading(String region, String source) {
        List<Candidacy> seats = new ArrayList<>(owners(1, 6));
        seats.add(
                new Candidacy(
                        new Member(person(7), Side.RESIDENTS_COMMITTEE),
                        owner(7).nominator(),
                        new TreeSet<>(Set.of(Bar.NO_FULL_CAPACITY))));

        assertThat(
                        sources(
                                form(region, Ground.TERM_ENDING, new Slate(7, seats, List.of())),
                                CommitteeRule.ELIGIBLE))
                .containsExactly(source);
    }

    /** That the new member is displayed for 15 days no record tells, so that nothing judges it. */
    @Test
    void theOfficeReplacesWhoCanNotServeByQingyuan29() {
        CommitteeClauses law = in("QINGYUAN");
        Committee body =
                Committee.from(
                        List.of(value(form("QINGYUAN", Ground.NO_CONDITIONS, mixed(7, 4)))), law);

        Committee left =
                after(body, body.acting(law).leave(person(6), Departure.REPLACED, DAY, at(DAY)));
        Committee replaced =
                after(left, left.acting(law).seatSent(sent(20, Side.USERS), DAY, at(DAY)));

        assertThat(left.members()).hasSize(6);
        assertThat(replaced.members())
                .extracting(Member::person)
                .hasSize(7)
                .contains(person(20))
                .doesNotContain(person(6));
        assertThat(
                        refusedBy(
                                body.acting(law)
                                        .leave(
                                                person(6),
                                                Departure.CRIMINAL_LIABILITY,
                                                DAY,
                                                at(DAY))))
                .containsExactly("departure");
    }

    /** The day of posting does not count; a display that is made longer afterwards is enough. */
    @ParameterizedTest(name = "Qingyuan art. 29: shown for {0} days: {1}")
    @CsvSource({"14,NOT_MET", "15,MET", "16,MET"})
    void aMemberWhoReplacesAnotherIsShownForFifteenDaysByQingyuan29(int days, Verdict verdict) {
        CommitteeClauses law = in("QINGYUAN");
        Committee replaced = replaced(law);
        Committee shown = shown(replaced, law, days);

        assertThat(replacement(replaced, law))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.PENDING);
                            assertThat(finding.evidence())
                                    .containsEntry("person", "P20")
                                    .containsEntry("value", "-");
                            assertThat(RuleTexts.governance(Language.EN).render(finding))
                                    .contains("another: not yet on display; 15 days")
                                    .doesNotContain("(-)", "SHOWN");
                            assertThat(RuleTexts.governance(Language.ZH_CN).render(finding))
                                    .contains("：尚未公示；");
                        });
        assertThat(replacement(shown, law))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(verdict);
                            assertThat(finding.basis())
                                    .extracting(source -> text(source))
                                    .containsExactly(
                                            "QY art. 29 TEXT_READ",
                                            "CC art. 201 para. 1 INTERPRETATION");
                            assertThat(finding.evidence())
                                    .containsEntry("value", Integer.toString(days))
                                    .containsEntry("limit", "15");
                            assertThat(RuleTexts.governance(Language.EN).render(finding))
                                    .contains("P20", "days on display (" + days + "); 15 days");
                        });
        assertThat(replacement(shown(shown(shown, law, 20), law, 3), law))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET);
        assertThat(replacement(replaced, in("BEIJING"))).isEmpty();
    }

    @Test
    void onlyWhoReplacesAnotherAndIsStillAMemberIsToBeShownByQingyuan29() {
        CommitteeClauses law = in("QINGYUAN");
        Committee shown = shown(replaced(law), law, 15);
        LocalDate later = DAY.plusMonths(2);
        Committee left =
                after(
                        shown,
                        shown.acting(law).leave(person(20), Departure.REPLACED, later, at(later)));
        Committee again =
                after(left, left.acting(law).seatSent(sent(20, Side.USERS), later, at(later)));

        assertThat(replacement(left, law)).isEmpty();
        assertThat(replacement(again, law))
                .as("the display was of the earlier membership")
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PENDING);
        assertThat(shown).isNotEqualTo(replaced(law));
    }

    @Test
    void recordsNoDisplayOfAStrangerNorOneThatEndsBeforeItBeginsOrIsRecorded() {
        CommitteeClauses law = in("QINGYUAN");
        Acting acting = replaced(law).acting(law);
        LocalDate last = DAY.plusDays(15);

        assertThat(refusedBy(acting.displayReplacement(person(6), DAY, last, at(last))))
                .containsExactlyInAnyOrder("member", "replacing");
        assertThat(refusedBy(acting.displayReplacement(person(20), last, DAY, at(last))))
                .contains("date-order");
        assertThat(refusedBy(acting.displayReplacement(person(20), DAY, last, at(DAY))))
                .containsExactly("date-order");
    }

    /** Before the seat nobody took another's place, so that nothing of that kind was shown. */
    @ParameterizedTest(name = "Qingyuan art. 29: posted {0} days after the seat: {1}")
    @CsvSource({"-1, date-order", "0,", "1,"})
    void aDisplayFromBeforeTheSeatDoesNotCountByQingyuan29(int days, @Nullable String broken) {
        CommitteeClauses law = in("QINGYUAN");
        LocalDate posted = DAY.plusDays(days);
        LocalDate last = DAY.plusDays(20);

        assertThat(
                        refusedBy(
                                replaced(law)
                                        .acting(law)
                                        .displayReplacement(person(20), posted, last, at(last))))
                .isEqualTo(words(broken));
    }

    @Test
    void recordsNoDisplayOfWhoReplacedNobody() {
        CommitteeClauses law = in("QINGYUAN");
        LocalDate last = DAY.plusDays(20);
        CommitteeClauses nation = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);

        assertThat(
                        refusedBy(
                                replaced(law)
                                        .acting(law)
                                        .displayReplacement(person(1), DAY, last, at(last))))
                .as("a member from the formation on")
                .containsExactly("replacing");
        assertThat(
                        refusedBy(
                                Bodies.elected(nation, 7)
                                        .acting(nation)
                                        .displayReplacement(person(1), DAY, last, at(last))))
                .as("a member of an owners' committee")
                .containsExactly("replacing");
    }

    /** Member 6, whom the users of homes had sent, gave way to member 20 on the day. */
    private static Committee replaced(CommitteeClauses law) {
        Committee body =
                Committee.from(
                        List.of(value(form("QINGYUAN", Ground.NO_CONDITIONS, mixed(7, 4)))), law);
        Committee left =
                after(body, body.acting(law).leave(person(6), Departure.REPLACED, DAY, at(DAY)));
        return after(left, left.acting(law).seatSent(sent(20, Side.USERS), DAY, at(DAY)));
    }

    private static Committee shown(Committee body, CommitteeClauses law, int days) {
        LocalDate posted = DAY.plusDays(1);
        LocalDate recorded = DAY.plusDays(30);
        return after(
                body,
                body.acting(law)
                        .displayReplacement(
                                person(20), posted, posted.plusDays(days), at(recorded)));
    }

    private static List<Finding> replacement(Committee body, CommitteeClauses law) {
        return body.duties(law, DAY.plusMonths(3)).findings().stream()
                .filter(f -> f.rule().equals(CommitteeRule.REPLACEMENT_DISPLAYED.code()))
                .toList();
    }

    /** Qingyuan art. 29 lists who is replaced; that owners who own no more leave is our reading. */
    @Test
    void aMemberIsReplacedAsQingyuan29Says() {
        CommitteeClauses law = in("QINGYUAN");

        assertThat(law.options(Departure.class))
                .containsExactly(
                        Departure.NO_LONGER_OWNER,
                        Departure.CAPACITY_LOST,
                        Departure.RESIGNED,
                        Departure.REPLACED);
        assertThat(law.sources(Departure.RESIGNED))
                .extracting(source -> source + " " + source.standing())
                .containsExactly("QY art. 29 INTERPRETATION");
        assertThat(in("BEIJING").sources(Departure.RESIGNED))
                .extracting(source -> source + " " + source.standing())
                .containsExactly("CC art. 277 para. 2 INTERPRETATION");
    }

    /** Of seven seats four are owners'; the seats that are free can still go to owners. */
    @ParameterizedTest(name = "members {0} have left, the office sends one of the {1}: {2}")
    @CsvSource({
        "2, OWNERS,",
        "2, USERS, owner-seats",
        "6, USERS,",
        "6, OWNERS,",
        "2 6, USERS,",
        "2 6 7, USERS,"
    })
    void theOfficeFillsSeatsSoThatHalfStayWithOwnersByBeijing54(
            String left, Side side, String broken) {
        CommitteeClauses law = in("BEIJING");
        int[] numbers = Stream.of(left.split(" ")).mapToInt(Integer::parseInt).toArray();
        Committee body = leaving(formed(law, 7, 4), law, numbers);

        Candidacy sent = side == Side.OWNERS ? owner(20) : sent(20, side);
        assertThat(refusedBy(body.acting(law).seatSent(sent, DAY, at(DAY))))
                .isEqualTo(words(broken));
    }

    @Test
    void theOfficeSendsNoSecondMemberOfASideByHangzhou39() {
        CommitteeClauses law = in("HANGZHOU");
        Committee body =
                Committee.from(
                        List.of(
                                value(
                                        form(
                                                "HANGZHOU",
                                                Ground.NO_CONDITIONS,
                                                slate(
                                                        "STREET_OFFICE",
                                                        "RESIDENTS_COMMITTEE",
                                                        "DEVELOPER")))),
                        law);
        Committee withoutDeveloper =
                after(body, body.acting(law).leave(person(3), Departure.REPLACED, DAY, at(DAY)));

        Acting acting = withoutDeveloper.acting(law);
        assertThat(refusedBy(acting.seatSent(sent(20, Side.DEVELOPER), DAY, at(DAY)))).isEmpty();
        assertThat(refusedBy(acting.seatSent(sent(20, Side.STREET_OFFICE), DAY, at(DAY))))
                .containsExactly("side-most");
        assertThat(refusedBy(acting.seatSent(sent(20, Side.USERS), DAY, at(DAY))))
                .containsExactly("side-most");
        assertThat(
                        refusal(
                                        acting.seatSent(sent(20, Side.STREET_OFFICE), DAY, at(DAY)),
                                        CommitteeRule.SIDE_MOST)
                                .evidence())
                .containsEntry("value", "2")
                .containsEntry("limit", "1");
    }

    /** Who left is not asked for before the seat is filled, but the body is told that it is due. */
    @ParameterizedTest(name = "formed for {0}, the side of member {1} has left: {2}")
    @CsvSource({
        "NO_CONDITIONS, 0, ''",
        "NO_CONDITIONS, 2, RESIDENTS_COMMITTEE",
        "NO_CONDITIONS, 3, DEVELOPER",
        "TERM_ENDING, 3, ''",
        "TERM_ENDING, 2, RESIDENTS_COMMITTEE"
    })
    void owesAMemberOfEachSideByHangzhou39AlsoAfterOneHasLeft(
            Ground ground, int left, String missing) {
        CommitteeClauses law = in("HANGZHOU");
        Committee body =
                Committee.from(
                        List.of(
                                value(
                                        form(
                                                "HANGZHOU",
                                                ground,
                                                slate(
                                                        "STREET_OFFICE",
                                                        "RESIDENTS_COMMITTEE",
                                                        "DEVELOPER")))),
                        law);
        Committee now =
                left == 0
                        ? body
                        : after(
                                body,
                                body.acting(law)
                                        .leave(person(left), Departure.REPLACED, DAY, at(DAY)));

        assertThat(missingSides(now, law)).isEqualTo(words(missing.isEmpty() ? null : missing));
        if (left == 2) {
            Committee filled =
                    after(
                            now,
                            now.acting(law)
                                    .seatSent(sent(20, Side.RESIDENTS_COMMITTEE), DAY, at(DAY)));
            assertThat(missingSides(filled, law)).isEmpty();
        }
    }

    private static Set<String> missingSides(Committee body, CommitteeClauses law) {
        return body.duties(law, DAY).notMet().stream()
                .filter(f -> f.rule().equals(CommitteeRule.SIDE_SENT.code()))
                .map(f -> f.evidence().get("option"))
                .collect(Collectors.toSet());
    }

    private static CommitteeClauses in(String region) {
        return CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE).under(Profiles.of(region));
    }

    @ParameterizedTest(name = "QY art. 28 para. 2: handed over {0} days after the election: {1}")
    @CsvSource({"9,MET", "10,MET", "11,NOT_MET"})
    void handsOverInTenDaysByQingyuan28(int days, Verdict verdict) {
        CommitteeClauses law = in("QINGYUAN");
        LocalDate election = START.plusYears(1);
        LocalDate day = election.plusDays(days);
        Committee body =
                Committee.from(
                        List.of(value(form("QINGYUAN", Ground.NO_CONDITIONS, mixed(7, 4)))), law);
        Committee followed = Bodies.followed(body, law, election, election);

        assertThat(Bodies.emptied(followed, law, day).duties(law, day).findings())
                .filteredOn(finding -> finding.rule().equals(CommitteeRule.HANDED_OVER.code()))
                .extracting(Finding::verdict, finding -> finding.basis().toString())
                .containsExactly(tuple(verdict, "[QY art. 28 para. 2]"));
    }

    private static Slate slate(String... sides) {
        return Bodies.sending(11, Stream.of(sides).map(Side::valueOf).toArray(Side[]::new));
    }

    private static Outcome<CommitteeEvent> form(String region, Ground ground, Slate slate) {
        Candidacy deputy =
                slate.seats().stream()
                        .filter(candidate -> candidate.member().side() == Side.OWNERS)
                        .findFirst()
                        .orElseThrow();
        return form(region, ground, slate, deputy);
    }

    private static Outcome<CommitteeEvent> form(
            String region, Ground ground, Slate slate, Candidacy deputy) {
        Appointment appointment =
                new Appointment(
                        ground,
                        slate.seats().get(0).person(),
                        List.of(deputy.person()),
                        START.minusDays(15),
                        List.of(new Application(START.minusMonths(1), 50, 500)));
        return new Founding(COMMUNITY, LARGE, in(region))
                .form(appointment, slate, new EffectivePeriod(START, START.plusYears(2)), AT);
    }

    private static Set<String> sources(Outcome<CommitteeEvent> outcome, CommitteeRule rule) {
        return Answers.refused(outcome).notMet().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .flatMap(finding -> finding.basis().stream())
                .map(ManagementSidesTest::text)
                .collect(Collectors.toSet());
    }

    private static String text(Citation source) {
        return source + " " + source.standing();
    }
}
