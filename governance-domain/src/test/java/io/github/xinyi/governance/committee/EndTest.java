package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.emptied;
import static io.github.xinyi.governance.committee.Bodies.followed;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.next;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.refusal;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Finding;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a body: who follows it, what it hands over to whom, when it is dissolved. */
class EndTest {

    private static final CommitteeClauses HANGZHOU = LocalLaw.hangzhou();
    private static final CommitteeClauses MANAGEMENT = LocalLaw.beijingManagement();
    private static final LocalDate FILED = START.plusYears(1);
    private static final EnumSet<Estate> ALL = EnumSet.allOf(Estate.class);

    @ParameterizedTest(name = "Hangzhou art. 34: {0} days after the end of the term")
    @CsvSource({"-1,powers-ended", "0,", "1,"})
    void handsOverOnlyWhenItsPowersHaveEnded(int days, String broken) {
        LocalDate day = TERM.endExclusive().plusDays(days);

        assertThat(handing(elected(HANGZHOU, 7), HANGZHOU, Receiver.RESIDENTS_COMMITTEE, day))
                .isEqualTo(words(broken));
    }

    @Test
    void tellsTheDayOnWhichItStillHadItsPowers() {
        LocalDate last = TERM.endExclusive().minusDays(1);

        Finding tooSoon =
                refusal(
                        elected(HANGZHOU, 7)
                                .acting(HANGZHOU)
                                .handOver(ALL, Receiver.RESIDENTS_COMMITTEE, last, at(last)),
                        CommitteeRule.POWERS_ENDED);

        assertThat(tooSoon.evidence()).containsEntry("day", last.toString());
    }

    @ParameterizedTest(name = "Hangzhou art. 34: to {0}")
    @CsvSource({
        "NEXT_BODY,,handed-to",
        "PROPERTY_MANAGEMENT_COMMITTEE,handed-to,",
        "RESIDENTS_COMMITTEE,handed-to,",
        "STREET_OFFICE,handed-to,handed-to"
    })
    void handsOverToTheNextBodyAsSoonAsItIsRecorded(
            Receiver receiver, String followed, String alone) {
        LocalDate end = TERM.endExclusive();
        Committee committee = elected(HANGZHOU, 7);
        Committee next = followed(committee, HANGZHOU, end.minusDays(5), end.plusDays(1));

        assertThat(handing(next, HANGZHOU, receiver, end.plusDays(1))).isEqualTo(words(followed));
        assertThat(handing(committee, HANGZHOU, receiver, end.plusDays(1))).isEqualTo(words(alone));
    }

    private static Set<String> handing(
            Committee committee, CommitteeClauses clauses, Receiver receiver, LocalDate day) {
        return refusedBy(committee.acting(clauses).handOver(ALL, receiver, day, at(day)));
    }

    @Test
    void givesTheSealsOfAManagementCommitteeBackToTheOfficeUnderQingyuan30() {
        Committee next = followed(formed(MANAGEMENT, 7, 4), MANAGEMENT, FILED, FILED);
        Acting acting = next.acting(MANAGEMENT);

        assertThat(
                        refusedBy(
                                acting.handOver(
                                        EnumSet.of(Estate.SEALS),
                                        Receiver.STREET_OFFICE,
                                        FILED,
                                        at(FILED))))
                .isEmpty();
        assertThat(
                        refusedBy(
                                acting.handOver(
                                        EnumSet.of(Estate.SEALS, Estate.MONEY),
                                        Receiver.STREET_OFFICE,
                                        FILED,
                                        at(FILED))))
                .containsExactly("handed-to");
    }

    @Test
    void handsOverNothingTwiceAndNotNothing() {
        Committee next = followed(formed(MANAGEMENT, 7, 4), MANAGEMENT, FILED, FILED);
        Committee emptied = emptied(next, MANAGEMENT, FILED);

        assertThat(handing(emptied, MANAGEMENT, Receiver.NEXT_BODY, FILED))
                .containsExactly("estate-open");
        assertThat(
                        refusedBy(
                                next.acting(MANAGEMENT)
                                        .handOver(
                                                EnumSet.noneOf(Estate.class),
                                                Receiver.NEXT_BODY,
                                                FILED,
                                                at(FILED))))
                .containsExactly("estate-open");
    }

    @ParameterizedTest(name = "handed over on day {0}, recorded on day {1}")
    @CsvSource({"1,0,date-order", "0,0,", "0,5,"})
    void handsOverNotAfterTheRecord(int on, int recorded, String broken) {
        Committee next = followed(formed(MANAGEMENT, 7, 4), MANAGEMENT, FILED, FILED);

        assertThat(
                        refusedBy(
                                next.acting(MANAGEMENT)
                                        .handOver(
                                                ALL,
                                                Receiver.NEXT_BODY,
                                                FILED.plusDays(on),
                                                at(FILED.plusDays(recorded)))))
                .isEqualTo(words(broken));
    }

    @Test
    void isDissolvedOnlyAfterTheOwnersCommitteeIsRecordedAndEverythingHandedOver() {
        Committee alone = formed(MANAGEMENT, 7, 4);
        Committee next = followed(alone, MANAGEMENT, FILED, FILED);
        Committee emptied = emptied(next, MANAGEMENT, FILED.plusDays(2));

        assertThat(dissolving(alone, MANAGEMENT, FILED.plusDays(2)))
                .containsExactlyInAnyOrder("dissolution", "estate-complete");
        assertThat(dissolving(next, MANAGEMENT, FILED.plusDays(2)))
                .containsExactly("estate-complete");
        assertThat(dissolving(emptied, MANAGEMENT, FILED.plusDays(1)))
                .as("before the hand-over")
                .contains("date-order");
        assertThat(dissolving(emptied, MANAGEMENT, FILED.plusDays(2))).isEmpty();
    }

    private static Set<String> dissolving(
            Committee committee, CommitteeClauses clauses, LocalDate day) {
        return refusedBy(
                committee
                        .acting(clauses)
                        .dissolve(Dissolution.OWNERS_COMMITTEE_FILED, day, at(FILED.plusDays(2))));
    }

    @Test
    void isNotDissolvedByANextBodyOfItsOwnKind() {
        Committee first = formed(MANAGEMENT, 7, 4);
        LocalDate day = START.plusYears(2);
        Committee again =
                after(first, first.acting(MANAGEMENT).recordSuccessor(again(day), at(day)));
        Committee emptied = emptied(again, MANAGEMENT, day);

        assertThat(
                        refusedBy(
                                emptied.acting(MANAGEMENT)
                                        .dissolve(
                                                Dissolution.OWNERS_COMMITTEE_FILED, day, at(day))))
                .containsExactly("dissolution");
        assertThat(emptied.duties(MANAGEMENT, day.plusYears(1)).findings())
                .as("and owes no dissolution for ever")
                .noneMatch(finding -> finding.rule().value().equals("committee.dissolved"));
        assertThat(first.filedOn()).as("no office asks for it").contains(START);
    }

    private static Committee again(LocalDate start) {
        EffectivePeriod term = new EffectivePeriod(start, start.plusYears(2));
        Founding founding = new Founding(Bodies.COMMUNITY, Bodies.LARGE, MANAGEMENT);
        return Committee.from(
                List.of(
                        Bodies.value(
                                founding.form(
                                        Bodies.appointment(Option.Ground.NO_CONDITIONS, 15),
                                        Bodies.mixed(7, 4),
                                        term,
                                        at(start)))),
                MANAGEMENT);
    }

    @Test
    void isDissolvedWhenItsAreaIsGoneUnderBeijing50And59() {
        Committee owners = elected(HANGZHOU, 7);
        Committee gone =
                after(
                        owners,
                        owners.acting(HANGZHOU).dissolve(Dissolution.AREA_GONE, FILED, at(FILED)));

        assertThat(gone.isInOffice(FILED.minusDays(1))).isTrue();
        assertThat(gone.isInOffice(FILED)).isFalse();
        assertThat(dissolving(owners, HANGZHOU, FILED))
                .as("an owners' committee is followed, not dissolved")
                .contains("dissolution");
        assertThat(
                        refusedBy(
                                owners.acting(HANGZHOU)
                                        .dissolve(
                                                Dissolution.AREA_GONE,
                                                FILED,
                                                at(FILED.minusDays(1)))))
                .containsExactly("date-order");
    }

    @Test
    void isFollowedOnlyByABodyOfTheSameOwnersThatIsFiled() {
        Committee committee = formed(MANAGEMENT, 7, 4);
        Committee followed = followed(committee, MANAGEMENT, FILED, FILED);
        CommitteeClauses national = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
        Committee unfiled = elected(national, 7);
        Committee stranger = stranger(national);

        assertThat(refusedBy(committee.acting(MANAGEMENT).recordSuccessor(unfiled, at(FILED))))
                .containsExactly("successor-filed");
        assertThat(refusedBy(committee.acting(MANAGEMENT).recordSuccessor(stranger, at(FILED))))
                .contains("successor-filed");
        assertThat(
                        refusedBy(
                                followed.acting(MANAGEMENT)
                                        .recordSuccessor(next(FILED, FILED), at(FILED))))
                .containsExactly("in-office");
        assertThat(
                        refusedBy(
                                committee
                                        .acting(MANAGEMENT)
                                        .recordSuccessor(
                                                next(FILED, FILED.plusDays(1)), at(FILED))))
                .as("filed after the record")
                .containsExactly("date-order");
    }

    private static Committee stranger(CommitteeClauses clauses) {
        CommunityId elsewhere = CommunityId.of("elsewhere");
        Slate slate = Bodies.slate(5);
        SeatPaper paper = SeatPaper.electing(elsewhere, TERM, slate.seated(), List.of());
        SeatPaper.Vote vote =
                paper.voted(
                        Bodies.resolution(
                                elsewhere,
                                io.github.xinyi.governance.voting.Matter.COMMITTEE_ELECTION,
                                paper.document()));
        return Committee.from(
                List.of(
                        Bodies.value(
                                new Founding(elsewhere, Bodies.LARGE, clauses)
                                        .elect(List.of(vote), slate, TERM, Bodies.AT))),
                clauses);
    }

    @Test
    void keepsItsPowersUntilTheTermOfTheNextBodyBegins() {
        CommitteeClauses shandong = LocalLaw.shandong();
        LocalDate end = TERM.endExclusive();
        EffectivePeriod nextTerm = new EffectivePeriod(end, end.plusYears(3));
        LocalDate electedOn = end.minusDays(90);
        Slate slate = new Slate(5, Bodies.owners(21, 5), List.of());
        CommitteeEvent election =
                Bodies.value(
                        new Founding(Bodies.COMMUNITY, Bodies.LARGE, shandong)
                                .elect(
                                        List.of(
                                                Bodies.voted(
                                                        Bodies.paper(slate, nextTerm), electedOn)),
                                        slate,
                                        nextTerm,
                                        at(electedOn)));
        Committee next = Committee.from(List.of(election), shandong);
        for (Option.FilingOffice office : Option.FilingOffice.values()) {
            next = after(next, next.acting(shandong).file(office, electedOn, at(electedOn)));
        }
        Committee old = elected(shandong, 7);
        Committee followed = after(old, old.acting(shandong).recordSuccessor(next, at(electedOn)));

        assertThat(followed.isInOffice(end.minusDays(1))).isTrue();
        assertThat(next.isInOffice(end)).isTrue();
    }

    @Test
    void takesTheHandOverOfALeaverOnceAndFromTheDayOfLeaving() {
        Committee left = leaving(elected(HANGZHOU, 7), HANGZHOU, 7);
        LocalDate day = START.plusMonths(1);
        Committee handed = after(left, left.acting(HANGZHOU).handOverOf(person(7), day, at(day)));

        assertThat(
                        refusedBy(
                                left.acting(HANGZHOU)
                                        .handOverOf(person(7), day.minusDays(1), at(day))))
                .containsExactly("date-order");
        assertThat(refusedBy(handed.acting(HANGZHOU).handOverOf(person(7), day, at(day))))
                .containsExactly("leaver");
    }

    /** Taizhou art. 34: powers end on the election, so that the estate goes before the filing. */
    @ParameterizedTest(name = "dissolved {0} days after the election, filed 5 days after it")
    @CsvSource({"4,date-order", "5,", "6,"})
    void isNotDissolvedBeforeTheOwnersCommitteeIsFiled(int days, String broken) {
        CommitteeClauses taizhou = LocalLaw.taizhouManagement();
        LocalDate filed = FILED.plusDays(5);
        Committee followed = followed(formed(taizhou, 11, 7), taizhou, FILED, filed);
        Committee emptied =
                after(
                        followed,
                        followed.acting(taizhou)
                                .handOver(
                                        ALL,
                                        Receiver.NEXT_BODY,
                                        FILED.plusDays(1),
                                        at(FILED.plusDays(6))));

        assertThat(
                        refusedBy(
                                emptied.acting(taizhou)
                                        .dissolve(
                                                Dissolution.OWNERS_COMMITTEE_FILED,
                                                FILED.plusDays(days),
                                                at(FILED.plusDays(6)))))
                .isEqualTo(words(broken));
    }

    @Test
    void isDissolvedWithItsAreaWhateverDayTheNextBodyWasFiled() {
        Committee next = followed(formed(MANAGEMENT, 7, 4), MANAGEMENT, FILED, FILED);
        Committee emptied = emptied(next, MANAGEMENT, FILED.plusDays(2));

        assertThat(
                        refusedBy(
                                emptied.acting(MANAGEMENT)
                                        .dissolve(
                                                Dissolution.AREA_GONE,
                                                FILED.minusDays(1),
                                                at(FILED.plusDays(2)))))
                .isEmpty();
        assertThat(
                        refusedBy(
                                emptied.acting(MANAGEMENT)
                                        .dissolve(
                                                Dissolution.AREA_GONE,
                                                START.minusDays(1),
                                                at(FILED.plusDays(2)))))
                .as("before it was formed")
                .containsExactly("date-order");
    }

    @Test
    void aDissolutionTooSoonIsToldWithTheClausesThatSetIt() {
        CommitteeClauses qingyuan = LocalLaw.qingyuanManagement();
        Finding dissolved =
                refusal(
                        formed(MANAGEMENT, 7, 4)
                                .acting(MANAGEMENT)
                                .dissolve(Dissolution.OWNERS_COMMITTEE_FILED, FILED, at(FILED)),
                        CommitteeRule.DISSOLUTION);
        Finding emptied =
                refusal(
                        formed(qingyuan, 7, 4)
                                .acting(qingyuan)
                                .dissolve(Dissolution.OWNERS_COMMITTEE_FILED, FILED, at(FILED)),
                        CommitteeRule.ESTATE_COMPLETE);

        assertThat(dissolved.basis()).containsExactly(LocalLaw.beijing(59));
        assertThat(emptied.basis()).extracting(Object::toString).containsExactly("QY art. 28");
    }

    @Test
    void remembersTheHandOverOfALeaver() {
        Committee left = leaving(elected(HANGZHOU, 7), HANGZHOU, 6, 7);
        LocalDate day = START.plusMonths(1);
        Committee first = after(left, left.acting(HANGZHOU).handOverOf(person(7), day, at(day)));

        Committee second = after(first, first.acting(HANGZHOU).handOverOf(person(6), day, at(day)));

        assertThat(second.leaversHandedOver()).containsOnlyKeys(person(6), person(7));
        assertThat(refusedBy(second.acting(HANGZHOU).handOverOf(person(7), day, at(day))))
                .containsExactly("leaver");
    }
}
