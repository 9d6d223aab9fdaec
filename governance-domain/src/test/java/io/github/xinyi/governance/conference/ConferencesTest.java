package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.Sessions.BRANCH;
import static io.github.xinyi.governance.conference.Sessions.COMMITTEE;
import static io.github.xinyi.governance.conference.Sessions.COMMUNITY;
import static io.github.xinyi.governance.conference.Sessions.CONVENER;
import static io.github.xinyi.governance.conference.Sessions.FIRM;
import static io.github.xinyi.governance.conference.Sessions.JULY_1;
import static io.github.xinyi.governance.conference.Sessions.agenda;
import static io.github.xinyi.governance.conference.Sessions.at;
import static io.github.xinyi.governance.conference.Sessions.call;
import static io.github.xinyi.governance.conference.Sessions.close;
import static io.github.xinyi.governance.conference.Sessions.come;
import static io.github.xinyi.governance.conference.Sessions.deal;
import static io.github.xinyi.governance.conference.Sessions.raise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.AddendumRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceLapsed;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.ConferenceEvent.DecisionTaken;
import io.github.xinyi.governance.conference.ConferenceEvent.ExtraRequested;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.conference.ConferenceEvent.SignatureRefused;
import io.github.xinyi.governance.conference.ExtraRequest.Progress;
import io.github.xinyi.governance.conference.ExtraRequest.PublicRequest;
import io.github.xinyi.governance.conference.Sitting.Stage;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConferencesTest {

    private static final MeetingId M1 = MeetingId.of("M1");
    private static final LocalDate AUGUST_1 = JULY_1.plusMonths(1);
    private static final Wording TEXT = new Wording("各方发言摘要");

    @Test
    void nothingHappensBeforeATableIsAdopted() {
        Conferences none = Conferences.from(List.of());

        assertThat(rulesAgainst(none, close("M1", JULY_1)))
                .containsExactly(ConferenceRule.ADOPTED.code());
        assertThat(none.sittings()).isEmpty();
    }

    private static List<RuleCode> rulesAgainst(Conferences state, ConferenceEvent event) {
        return Answers.refused(state.propose(event)).notMet().stream().map(Finding::rule).toList();
    }

    @Test
    void theAgendaIsSentOnce() {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));
        AgendaSent sent = agenda("M1", JULY_1.minusDays(3));

        assertThat(sessions.against(sent)).isEmpty();
        assertThat(sessions.then(sent).against(sent)).containsExactly(ConferenceRule.AGENDA_ONCE);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false", "4, false"})
    void theAgendaIsSentThreeDaysBefore(int days, boolean refused) {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));

        assertThat(
                        sessions.against(agenda("M1", JULY_1.minusDays(days)))
                                .contains(ConferenceRule.AGENDA_IN_TIME))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, false", "8, true"})
    void anExtraConferenceIsHeldWithinSevenDaysOfTheRequest(int days, boolean refused) {
        LocalDate asked = JULY_1.minusDays(days);
        ConferenceCalled extra =
                new ConferenceCalled(COMMUNITY, M1, Kind.EXTRA, FIRM, asked, JULY_1, at(asked));

        assertThat(Sessions.adopted().against(extra).contains(ConferenceRule.EXTRA_IN_TIME))
                .isEqualTo(refused);
    }

    private static ExtraRequested asked(Party by, LocalDate on, LocalDate recorded) {
        return new ExtraRequested(COMMUNITY, by, on, new Wording("三号楼又积水"), at(recorded));
    }

    private static Sessions requested() {
        return Sessions.adopted().then(asked(FIRM, JULY_1.minusDays(10), JULY_1.minusDays(10)));
    }

    /** The defect: a request that nobody answered left no record. */
    @ParameterizedTest
    @CsvSource({"-1, OPEN", "0, OPEN", "1, OVERDUE"})
    void anExtraConferenceThatWasAskedForAndIgnoredIsOverdueAfterSevenDays(
            int daysAfter, Progress expected) {
        LocalDate last = JULY_1.minusDays(3);
        Conferences state = requested().state();

        assertThat(state.requests()).extracting(ExtraRequest::heldBy).containsExactly(last);
        assertThat(state.publicRequests(last.plusDays(daysAfter)))
                .containsExactly(new PublicRequest(FIRM, JULY_1.minusDays(10), last, expected));
        assertThat(state.publicRequests(last).toString()).doesNotContain("积水");
    }

    @ParameterizedTest
    @CsvSource({"0, HELD", "1, HELD_LATE"})
    void aRequestIsAnsweredByTheConferenceHeldForItAlsoLate(int daysAfter, Progress expected) {
        LocalDate held = JULY_1.minusDays(3 - daysAfter);
        Sessions sessions =
                requested()
                        .then(
                                new ConferenceCalled(
                                        COMMUNITY,
                                        M1,
                                        Kind.EXTRA,
                                        FIRM,
                                        JULY_1.minusDays(10),
                                        held,
                                        at(JULY_1.minusDays(8))))
                        .then(agenda("M1", held.minusDays(3)));
        assertThat(sessions.state().publicRequests(held))
                .extracting(PublicRequest::progress)
                .containsExactly(daysAfter == 0 ? Progress.OPEN : Progress.OVERDUE);
        sessions.then(Sessions.come("M1", CONVENER, held))
                .then(Sessions.come("M1", COMMITTEE, held))
                .then(Sessions.come("M1", FIRM, held))
                .then(new ConferenceOpened(COMMUNITY, M1, at(held)));

        assertThat(sessions.state().publicRequests(JULY_1.plusDays(90)))
                .extracting(PublicRequest::progress)
                .containsExactly(expected);
        assertThat(sessions.against(asked(FIRM, held, held))).isEmpty();
        assertThat(Conferences.from(sessions.history()).requests())
                .isEqualTo(sessions.state().requests());
    }

    @Test
    void aPartyHasOneRequestOpenAndACallNamesIt() {
        Sessions sessions = requested();
        LocalDate eighth = JULY_1.minusDays(8);
        ConferenceCalled other =
                new ConferenceCalled(COMMUNITY, M1, Kind.EXTRA, FIRM, eighth, JULY_1, at(eighth));

        assertThat(sessions.against(asked(FIRM, eighth, eighth)))
                .containsExactly(ConferenceRule.REQUEST_ONCE);
        assertThat(sessions.against(asked(COMMITTEE, eighth, eighth))).isEmpty();
        assertThat(sessions.against(asked(new Party("派出所"), eighth, eighth)))
                .containsExactly(ConferenceRule.SEAT);
        assertThat(sessions.against(other)).containsExactly(ConferenceRule.REQUEST_NAMED);
    }

    @ParameterizedTest
    @CsvSource({"-21, true", "-20, false", "-10, false", "-9, true"})
    void aRequestIsMadeUnderTheTableAndNotAfterItIsRecorded(int day, boolean refused) {
        ExtraRequested request = asked(FIRM, JULY_1.plusDays(day), JULY_1.minusDays(10));

        assertThat(Sessions.adopted().against(request).contains(ConferenceRule.REQUEST_DAY))
                .isEqualTo(refused);
    }

    @Test
    void anyPartyMayAskForAnExtraConferenceAndOnlyTheConvenerCallsAnOrdinaryOne() {
        Sessions sessions = Sessions.adopted();

        assertThat(sessions.against(call("M1", Kind.EXTRA, FIRM, JULY_1))).isEmpty();
        assertThat(sessions.against(call("M1", Kind.ORDINARY, FIRM, JULY_1)))
                .containsExactly(ConferenceRule.BY_CONVENER);
    }

    @Test
    void aRefusedCallNamesEveryReason() {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));
        ConferenceCalled wrong =
                new ConferenceCalled(
                        CommunityId.of("C035"),
                        M1,
                        Kind.ORDINARY,
                        new Party("派出所"),
                        JULY_1,
                        JULY_1.minusDays(2),
                        at(JULY_1.minusDays(1)));

        assertThat(sessions.against(wrong))
                .containsExactly(
                        ConferenceRule.COMMUNITY,
                        ConferenceRule.NEW,
                        ConferenceRule.SEAT,
                        ConferenceRule.BY_CONVENER,
                        ConferenceRule.CALL_DAY);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "4, true"})
    void theConvenerAndThreeOfFourPartiesAreAQuorum(int present, boolean quorum) {
        Sessions sessions = called();
        List<Party> parties = List.of(CONVENER, FIRM, COMMITTEE, BRANCH);
        parties.subList(0, present).forEach(p -> sessions.then(come("M1", p, JULY_1)));

        assertThat(sessions.state().quorum(M1).verdict())
                .isEqualTo(quorum ? Verdict.MET : Verdict.NOT_MET);
        assertThat(sessions.against(new ConferenceOpened(COMMUNITY, M1, at(JULY_1))).isEmpty())
                .isEqualTo(quorum);
    }

    @Test
    void threePartiesWithoutTheConvenerAreNoQuorum() {
        Sessions sessions = called();
        List.of(FIRM, COMMITTEE, BRANCH).forEach(p -> sessions.then(come("M1", p, JULY_1)));

        assertThat(sessions.against(new ConferenceOpened(COMMUNITY, M1, at(JULY_1))))
                .containsExactly(ConferenceRule.QUORUM_CONVENER);
    }

    @Test
    void aConferenceOpensOnItsDayWithAnAgendaAndWhileNoOtherIsOpen() {
        Sessions sessions =
                Sessions.adopted()
                        .then(call("M2", Kind.ORDINARY, CONVENER, JULY_1))
                        .open("M1", JULY_1);

        assertThat(
                        sessions.against(
                                new ConferenceOpened(
                                        COMMUNITY, MeetingId.of("M2"), at(JULY_1.plusDays(1)))))
                .containsExactly(
                        ConferenceRule.AGENDA_SENT,
                        ConferenceRule.HELD_ON,
                        ConferenceRule.QUORUM_CONVENER,
                        ConferenceRule.QUORUM_PARTIES,
                        ConferenceRule.ONE_OPEN);
    }

    @Test
    void aPersonRepresentsOnePartyAndAPartyComesOnce() {
        Sessions sessions = called().then(come("M1", CONVENER, JULY_1));
        AttendanceRecorded twice =
                new AttendanceRecorded(
                        COMMUNITY,
                        M1,
                        CONVENER,
                        PersonId.of("P-" + CONVENER.value().substring(0, 2)),
                        at(JULY_1));

        assertThat(sessions.against(twice))
                .containsExactly(ConferenceRule.ATTENDS_ONCE, ConferenceRule.REPRESENTS_ONE);
    }

    @Test
    void whatTheOwnersDecideIsTalkedAboutAndNeverDecidedCivilCode278() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);
        DecisionTaken owners = new DecisionTaken(COMMUNITY, M1, 2, TEXT, at(JULY_1));

        Ruling ruling = sessions.state().propose(owners).fold(a -> Ruling.of(), r -> r);

        assertThat(sessions.against(owners)).containsExactly(ConferenceRule.OWNERS_MATTER);
        assertThat(ruling.notMet().get(0).basis()).contains(Statutes.CIVIL_CODE.at(278, 1));
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling.notMet().get(0)))
                .isEqualTo("✘ 议程第2项属于业主共同决定事项第（4）项；联席会议可以讨论，无权决定 [《中华人民共和国民法典》第278条第1款]");
        sessions.then(new DecisionTaken(COMMUNITY, M1, 1, TEXT, at(JULY_1)));
        assertThat(sitting(sessions).decisions()).hasSize(1);
    }

    /** Civil Code art. 278 para. 1: a task is no way around the vote. */
    @Test
    void aTaskUnderOwnersBusinessOnlyPreparesOrCarriesOutWhatTheOwnersDecide() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);

        assertThat(sessions.against(raise("M1", 2, "A1", Purpose.OWN_BUSINESS, AUGUST_1, JULY_1)))
                .containsExactly(ConferenceRule.OWNERS_MATTER);
        assertThat(sessions.against(raise("M1", 2, "A1", Purpose.FOR_THE_OWNERS, AUGUST_1, JULY_1)))
                .isEmpty();
        for (int number : new int[] {0, 3}) {
            for (Purpose purpose : Purpose.values()) {
                assertThat(sessions.against(raise("M1", number, "A1", purpose, AUGUST_1, JULY_1)))
                        .containsExactly(ConferenceRule.AGENDA_NUMBER);
            }
        }
    }

    @Test
    void whatIsNoListedBusinessOfTheOwnersIsSoByTheDeclarationOfTheConvener() {
        Conferences state = Sessions.adopted().open("M1", JULY_1).state();

        Ruling declared = state.competence(M1, 1);

        assertThat(declared.verdict()).isEqualTo(Verdict.MET);
        assertThat(declared.findings())
                .extracting(Finding::rule)
                .containsExactly(
                        ConferenceRule.AGENDA_NUMBER.code(), ConferenceRule.DECLARED.code());
        assertThat(state.competence(M1, 2).findings())
                .extracting(Finding::rule)
                .doesNotContain(ConferenceRule.DECLARED.code());
        assertThat(RuleTexts.governance(Language.ZH_CN).render(declared.findings().get(1)))
                .startsWith("✔ 议程第1项：P-社区代表召集方声明不属于业主共同决定事项");
        assertThat(state.competence(M1, 2).notMet()).hasSize(1);
        assertThat(state.competence(M1, 3).notMet())
                .extracting(finding -> finding.rule())
                .containsExactly(ConferenceRule.AGENDA_NUMBER.code());
        assertThat(state.sitting(M1).orElseThrow().publicView().declaredItems()).isEqualTo(1);
    }

    @Test
    void everyKindOfOwnersBusinessIsRefusedUnderItsItem() {
        for (Business business : Business.ofOwners()) {
            Matter matter = business.matter().orElseThrow();
            AgendaItem item = new AgendaItem(TEXT, new TreeSet<>(Set.of(business)));
            Sessions sessions =
                    Sessions.adopted()
                            .then(call("M1", Kind.ORDINARY, CONVENER, JULY_1))
                            .then(
                                    new AgendaSent(
                                            COMMUNITY,
                                            M1,
                                            List.of(item),
                                            PersonId.of("P-社区"),
                                            at(JULY_1.minusDays(3))));

            Finding refused = sessions.state().competence(M1, 1).notMet().get(0);

            assertThat(refused.evidence()).containsEntry("item", Integer.toString(matter.item()));
            assertThat(business.basis().get(0))
                    .extracting(Citation::provision)
                    .isEqualTo(matter.citation().provision());
        }
    }

    @Test
    void nothingNewIsTakenUpBeforeTheTasksOfTheLastConference() {
        Sessions sessions =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "A1", AUGUST_1, JULY_1))
                        .then(close("M1", JULY_1))
                        .open("M2", AUGUST_1);
        DecisionTaken decision =
                new DecisionTaken(COMMUNITY, MeetingId.of("M2"), 1, TEXT, at(AUGUST_1));

        assertThat(sessions.against(decision)).containsExactly(ConferenceRule.ITEM_DEALT_WITH);
        assertThat(sessions.against(raise("M2", "A2", AUGUST_1, AUGUST_1)))
                .containsExactly(ConferenceRule.ITEM_DEALT_WITH);

        sessions.then(deal("M2", "A1", Dealing.REPORTED, AUGUST_1, AUGUST_1));

        assertThat(sessions.against(decision)).isEmpty();
        assertThat(sessions.against(raise("M2", "A2", AUGUST_1, AUGUST_1))).isEmpty();
    }

    @Test
    void anAgendaIsNotDatedBack() {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));

        assertThat(sessions.against(agenda("M1", JULY_1.minusDays(11))))
                .containsExactly(ConferenceRule.TIME);
        assertThat(sessions.against(agenda("M1", JULY_1.minusDays(10)))).isEmpty();

        sessions.then(come("M1", FIRM, JULY_1));

        assertThat(sessions.against(agenda("M1", JULY_1.minusDays(3))))
                .containsExactly(ConferenceRule.TIME);
    }

    @Test
    void refusesAMomentThatCouldNotBeKept() {
        Sessions sessions = Sessions.adopted();

        for (long nanos : new long[] {1, 999, 1_001}) {
            assertThat(sessions.against(lapsing(nanos))).contains(ConferenceRule.MOMENT);
        }
        assertThat(sessions.against(lapsing(1_000))).doesNotContain(ConferenceRule.MOMENT);
    }

    private static ConferenceEvent lapsing(long nanos) {
        return new ConferenceLapsed(COMMUNITY, M1, TEXT, at(JULY_1).plusNanos(nanos));
    }

    @Test
    void aPartySignsOrItsRefusalIsRecordedAndItMayStillSignLater() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1).then(close("M1", JULY_1));
        PaperDigest digest = sessions.state().minutesDigest(M1, TEXT);
        sessions.then(new MinutesRecorded(COMMUNITY, M1, TEXT, digest, at(JULY_1)))
                .then(sign(CONVENER, digest));
        assertThat(sitting(sessions).awaited(digest)).containsExactlyInAnyOrder(COMMITTEE, FIRM);

        sessions.then(refuse(FIRM, digest, "P-物业"));

        assertThat(sitting(sessions).refused(digest)).containsExactly(FIRM);
        assertThat(sitting(sessions).awaited(digest)).containsExactly(COMMITTEE);
        assertThat(sitting(sessions).unsigned(digest)).containsExactlyInAnyOrder(COMMITTEE, FIRM);
        assertThat(sessions.against(refuse(FIRM, digest, "P-物业")))
                .containsExactly(ConferenceRule.REFUSED_ONCE);
        assertThat(sessions.against(refuse(CONVENER, digest, "P-社区")))
                .containsExactly(ConferenceRule.REFUSED_ONCE);
        assertThat(sessions.against(refuse(COMMITTEE, digest, "P-别人")))
                .containsExactly(ConferenceRule.SIGNER);
        PaperDigest other = sessions.state().minutesDigest(M1, new Wording("别的"));
        assertThat(sessions.against(refuse(COMMITTEE, other, "P-业委")))
                .containsExactly(ConferenceRule.DIGEST);

        sessions.then(sign(FIRM, digest));

        assertThat(sitting(sessions).refused(digest)).isEmpty();
        assertThat(sitting(sessions).unsigned(digest)).containsExactly(COMMITTEE);
    }

    @Test
    void takesNoBusinessThatIsNotTheOwners() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgendaItem(TEXT, new TreeSet<>(Set.of(Business.OFFICERS))))
                .withMessageContaining("OFFICERS");
    }

    private static SignatureRefused refuse(Party party, PaperDigest digest, String person) {
        return new SignatureRefused(
                COMMUNITY, M1, party, PersonId.of(person), digest, TEXT, at(AUGUST_1));
    }

    @Test
    void theLargestAgendaFitsIntoOneEvent() {
        TreeSet<Business> all = new TreeSet<>(Business.ofOwners());
        Wording topic = new Wording("长".repeat(AgendaItem.MAX_TOPIC_LENGTH));
        AgendaSent largest =
                new AgendaSent(
                        COMMUNITY,
                        M1,
                        Collections.nCopies(Conferences.MAX_AGENDA, new AgendaItem(topic, all)),
                        PersonId.of("P-社区"),
                        at(JULY_1));
        EventCodec codec = EventCodec.of(ConferenceEvent.class);

        assertThat(codec.decode(codec.encode(largest)))
                .isEqualTo(Outcome.accepted((DomainEvent) largest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgendaItem(new Wording(topic.value() + "长"), all));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, false", "3, true"})
    void aDecisionBelongsToAnItemOfTheAgenda(int number, boolean refused) {
        DecisionTaken taken = new DecisionTaken(COMMUNITY, M1, number, TEXT, at(JULY_1));

        assertThat(
                        Sessions.adopted()
                                .open("M1", JULY_1)
                                .against(taken)
                                .contains(ConferenceRule.AGENDA_NUMBER))
                .isEqualTo(refused);
    }

    @Test
    void aTaskComesBackInEveryConferenceUntilOneClosesIt() {
        Sessions sessions =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "A1", AUGUST_1, JULY_1))
                        .then(close("M1", JULY_1))
                        .open("M2", AUGUST_1);

        assertThat(sessions.against(close("M2", AUGUST_1)))
                .containsExactly(ConferenceRule.ITEM_DEALT_WITH);

        LocalDate september = AUGUST_1.plusMonths(1);
        sessions.then(deal("M2", "A1", Dealing.EXTENDED, september, AUGUST_1))
                .then(close("M2", AUGUST_1))
                .open("M3", september);

        assertThat(sessions.against(close("M3", september)))
                .containsExactly(ConferenceRule.ITEM_DEALT_WITH);
        assertThat(sessions.state().lateItems(september)).isEmpty();
        assertThat(sessions.state().lateItems(september.plusDays(1))).hasSize(1);

        sessions.then(deal("M3", "A1", Dealing.CLOSED, september, september))
                .then(close("M3", september));

        assertThat(sessions.state().openItems()).isEmpty();
        assertThat(sessions.state().lateItems(september.plusDays(1))).isEmpty();
        assertThat(sessions.state().items()).hasSize(1);
    }

    @Test
    void aTaskIsDealtWithByALaterConferenceAndNotAfterOneClosedIt() {
        Sessions sessions =
                Sessions.adopted().open("M1", JULY_1).then(raise("M1", "A1", AUGUST_1, JULY_1));

        assertThat(sessions.against(deal("M1", "A1", Dealing.CLOSED, AUGUST_1, JULY_1)))
                .containsExactly(ConferenceRule.ITEM_OPEN);

        sessions.then(close("M1", JULY_1)).open("M2", AUGUST_1);

        assertThat(sessions.against(deal("M2", "A1", Dealing.CLOSED, AUGUST_1, AUGUST_1)))
                .isEmpty();

        sessions.then(deal("M2", "A1", Dealing.CLOSED, AUGUST_1, AUGUST_1));

        assertThat(sessions.against(deal("M2", "A1", Dealing.REPORTED, AUGUST_1, AUGUST_1)))
                .containsExactly(ConferenceRule.ITEM_OPEN);
    }

    @Test
    void onlyAnExtensionMovesADeadlineAndOnlyToALaterDay() {
        Sessions sessions =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "A1", AUGUST_1, JULY_1))
                        .then(close("M1", JULY_1))
                        .open("M2", AUGUST_1);

        assertThat(sessions.against(deal("M2", "A1", Dealing.REPORTED, AUGUST_1, AUGUST_1)))
                .isEmpty();
        assertThat(
                        sessions.against(
                                deal("M2", "A1", Dealing.EXTENDED, AUGUST_1.plusDays(1), AUGUST_1)))
                .isEmpty();
        assertThat(sessions.against(deal("M2", "A1", Dealing.EXTENDED, AUGUST_1, AUGUST_1)))
                .containsExactly(ConferenceRule.EXTENSION);
        assertThat(
                        sessions.against(
                                deal("M2", "A1", Dealing.REPORTED, AUGUST_1.plusDays(1), AUGUST_1)))
                .containsExactly(ConferenceRule.EXTENSION);
        assertThat(sessions.against(deal("M2", "A9", Dealing.CLOSED, AUGUST_1, AUGUST_1)))
                .containsExactly(ConferenceRule.KNOWN);
    }

    @Test
    void aTaskIsDueOnOrAfterTheDayOfTheConferenceThatGivesIt() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);

        assertThat(sessions.against(raise("M1", "A1", JULY_1.minusDays(1), JULY_1)))
                .containsExactly(ConferenceRule.DEADLINE);
        assertThat(sessions.against(raise("M1", "A1", JULY_1, JULY_1))).isEmpty();
    }

    @Test
    void minutesAreSignedByWhoeverCameAndCorrectedOnlyByAnAddendum() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1).then(close("M1", JULY_1));
        PaperDigest digest = sessions.state().minutesDigest(M1, TEXT);
        PaperDigest other = sessions.state().minutesDigest(M1, new Wording("别的"));

        assertThat(sessions.against(new MinutesRecorded(COMMUNITY, M1, TEXT, other, at(JULY_1))))
                .containsExactly(ConferenceRule.DIGEST);
        sessions.then(new MinutesRecorded(COMMUNITY, M1, TEXT, digest, at(JULY_1)));
        assertThat(sessions.against(new MinutesRecorded(COMMUNITY, M1, TEXT, digest, at(JULY_1))))
                .containsExactly(ConferenceRule.STAGE);

        sessions.then(sign(CONVENER, digest));
        assertThat(sessions.against(sign(CONVENER, digest)))
                .containsExactly(ConferenceRule.SIGNED_ONCE);
        assertThat(sessions.against(sign(BRANCH, other)))
                .containsExactly(ConferenceRule.DIGEST, ConferenceRule.SIGNER);
        assertThat(sitting(sessions).unsigned(digest)).containsExactlyInAnyOrder(COMMITTEE, FIRM);

        Wording correction = new Wording("第二段“三号楼”应为“四号楼”");
        PaperDigest added = sessions.state().addendumDigest(M1, correction);
        sessions.then(new AddendumRecorded(COMMUNITY, M1, correction, added, at(AUGUST_1)))
                .then(sign(CONVENER, added));

        assertThat(sitting(sessions).digests()).containsExactly(digest, added);
    }

    @Test
    void thePaperDigestSeesEveryRecordOfTheSession() {
        Sessions plain = Sessions.adopted().open("M1", JULY_1);
        PaperDigest before = plain.state().minutesDigest(M1, TEXT);
        Sessions decided = plain.then(new DecisionTaken(COMMUNITY, M1, 1, TEXT, at(JULY_1)));
        PaperDigest after = decided.state().minutesDigest(M1, TEXT);
        PaperDigest raised =
                decided.then(raise("M1", "A1", AUGUST_1, JULY_1)).state().minutesDigest(M1, TEXT);

        assertThat(List.of(before, after, raised)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"2025-07-31, MET", "2025-08-01, MET", "2025-08-02, NOT_MET"})
    void theNextOrdinaryConferenceIsDueAMonthLater(LocalDate day, Verdict verdict) {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1).then(close("M1", JULY_1));

        assertThat(sessions.state().frequency(day).findings())
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(tuple(ConferenceRule.FREQUENCY.code(), verdict));
    }

    @Test
    void aConferenceThatLapsedCountsForNothing() {
        Sessions sessions = called();
        sessions.then(new ConferenceLapsed(COMMUNITY, M1, TEXT, at(JULY_1)));

        assertThat(sitting(sessions).stage()).isEqualTo(Stage.LAPSED);
        assertThat(sessions.against(come("M1", FIRM, JULY_1)))
                .containsExactly(ConferenceRule.STAGE);
    }

    @Test
    void theTableChangesOnlyBetweenConferences() {
        PatternAdopted other =
                new PatternAdopted(COMMUNITY, ConferencePatternSheet.shandong(), at(JULY_1));
        Sessions sessions = called();

        assertThat(sessions.against(other)).containsExactly(ConferenceRule.PATTERN_AT_REST);
        sessions.then(new ConferenceLapsed(COMMUNITY, M1, TEXT, at(JULY_1))).then(other);
        assertThat(sessions.against(call("M2", Kind.ORDINARY, CONVENER, AUGUST_1)))
                .containsExactly(ConferenceRule.SEAT, ConferenceRule.BY_CONVENER);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "50, false", "51, true"})
    void anAgendaHasOneToFiftyItems(int count, boolean refused) {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));
        AgendaItem item = agenda("M1", JULY_1).items().get(0);
        List<AgendaItem> items = Collections.nCopies(count, item);
        AgendaSent sent =
                new AgendaSent(COMMUNITY, M1, items, PersonId.of("P-社区"), at(JULY_1.minusDays(5)));

        assertThat(sessions.against(sent).contains(ConferenceRule.AGENDA_SIZE)).isEqualTo(refused);
    }

    @Test
    void aFullSittingStillEndsWithMinutesSignaturesAndAnAddendum() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);
        fill(sessions, M1, JULY_1, Conferences.MAX_WORK);

        assertThat(sessions.against(decision(M1, JULY_1))).containsExactly(ConferenceRule.LIMIT);
        assertThat(sessions.against(raise("M1", "B", JULY_1, JULY_1)))
                .containsExactly(ConferenceRule.LIMIT);

        sessions.then(close("M1", JULY_1));
        PaperDigest digest = sessions.state().minutesDigest(M1, TEXT);
        sessions.then(new MinutesRecorded(COMMUNITY, M1, TEXT, digest, at(JULY_1)));
        while (sitting(sessions).events().size()
                < Conferences.MAX_RECORDS - 2 * ConferencePattern.MAX_PARTIES) {
            sessions.then(addendum(sessions));
        }
        assertThat(sessions.against(addendum(sessions))).containsExactly(ConferenceRule.LIMIT);
        for (Party party : List.of(CONVENER, COMMITTEE, FIRM)) {
            PersonId person = PersonId.of("P-" + party.value().substring(0, 2));
            sessions.then(refuse(party, digest, person.value())).then(sign(party, digest));
        }

        assertThat(sitting(sessions).unsigned(digest)).isEmpty();
        assertThat(sessions.against(call("M2", Kind.ORDINARY, CONVENER, AUGUST_1.plusDays(20))))
                .isEmpty();
    }

    @Test
    void keepsRoomForEveryCarriedTaskAndBoundsHowManyAreOpen() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);
        IntStream.range(0, Conferences.MAX_OPEN_ITEMS)
                .forEach(i -> sessions.then(raise("M1", "A" + i, JULY_1, JULY_1)));
        assertThat(sessions.against(raise("M1", "B", JULY_1, JULY_1)))
                .containsExactly(ConferenceRule.OPEN_ITEMS);
        MeetingId second = MeetingId.of("M2");
        sessions.then(close("M1", JULY_1)).open("M2", AUGUST_1);
        ActionItemDealtWith again = deal("M2", "A0", Dealing.REPORTED, JULY_1, AUGUST_1);
        sessions.then(again);
        int carried = Conferences.MAX_OPEN_ITEMS - 1;
        while (sessions.state().sitting(second).orElseThrow().events().size()
                < Conferences.MAX_WORK - carried) {
            sessions.then(again);
        }

        assertThat(sessions.against(again)).containsExactly(ConferenceRule.LIMIT);
        IntStream.rangeClosed(1, carried)
                .forEach(i -> sessions.then(deal("M2", "A" + i, Dealing.CLOSED, JULY_1, AUGUST_1)));
        assertThat(sessions.against(raise("M2", "B", AUGUST_1, AUGUST_1)))
                .containsExactly(ConferenceRule.LIMIT);
        sessions.then(close("M2", AUGUST_1)).open("M3", AUGUST_1.plusMonths(1));

        assertThat(sessions.state().openItems()).hasSize(1);
    }

    @Test
    void everythingOfASessionHappensOnItsDayAndOnlyTheEndMayBeRecordedLater() {
        LocalDate next = AUGUST_1.plusDays(1);
        Sessions sessions =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "A1", AUGUST_1, JULY_1))
                        .then(close("M1", JULY_1))
                        .open("M2", AUGUST_1);
        MeetingId second = MeetingId.of("M2");

        assertThat(sessions.against(deal("M2", "A1", Dealing.REPORTED, AUGUST_1, next)))
                .containsExactly(ConferenceRule.HELD_ON);
        sessions.then(deal("M2", "A1", Dealing.REPORTED, AUGUST_1, AUGUST_1));
        assertThat(sessions.against(decision(second, next)))
                .containsExactly(ConferenceRule.HELD_ON);
        assertThat(sessions.against(raise("M2", "A2", next, next)))
                .containsExactly(ConferenceRule.HELD_ON);
        assertThat(sessions.against(decision(second, AUGUST_1))).isEmpty();
        assertThat(sessions.against(close("M2", next))).isEmpty();
    }

    @Test
    void aSessionWhoseDayPassedWithACarriedTaskLeftIsBrokenOffAndNotHeld() {
        Sessions sessions =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "A1", AUGUST_1, JULY_1))
                        .then(close("M1", JULY_1))
                        .open("M2", AUGUST_1);
        MeetingId second = MeetingId.of("M2");
        LocalDate next = AUGUST_1.plusDays(1);

        assertThat(sessions.against(lapse(second, AUGUST_1)))
                .containsExactly(ConferenceRule.BROKEN_OFF);
        assertThat(sessions.against(close("M2", next)))
                .containsExactly(ConferenceRule.ITEM_DEALT_WITH);
        sessions.then(lapse(second, next));

        Sitting broken = sessions.state().sitting(second).orElseThrow();
        assertThat(broken.stage()).isEqualTo(Stage.LAPSED);
        assertThat(broken.isHeld()).isFalse();
        assertThat(sessions.state().openItems()).hasSize(1);
        assertThat(sessions.against(call("M3", Kind.ORDINARY, CONVENER, next.plusDays(10))))
                .isEmpty();
    }

    @Test
    void aSessionThatDealtWithEveryTaskEndsByItsCloseAndIsNotBrokenOff() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);

        assertThat(sessions.against(lapse(M1, JULY_1.plusDays(1))))
                .containsExactly(ConferenceRule.BROKEN_OFF);
    }

    private static void fill(Sessions sessions, MeetingId meeting, LocalDate day, int records) {
        while (sessions.state().sitting(meeting).orElseThrow().events().size() < records) {
            sessions.then(decision(meeting, day));
        }
    }

    private static DecisionTaken decision(MeetingId meeting, LocalDate day) {
        return new DecisionTaken(COMMUNITY, meeting, 1, TEXT, at(day));
    }

    private static ConferenceLapsed lapse(MeetingId meeting, LocalDate day) {
        return new ConferenceLapsed(COMMUNITY, meeting, TEXT, at(day));
    }

    private static AddendumRecorded addendum(Sessions sessions) {
        return new AddendumRecorded(
                COMMUNITY, M1, TEXT, sessions.state().addendumDigest(M1, TEXT), at(JULY_1));
    }

    @Test
    void theRulingsNameTheSourceOfTheFigure() {
        Sessions sessions = Sessions.adopted().then(call("M1", Kind.ORDINARY, CONVENER, JULY_1));
        Finding late =
                sessions.state()
                        .propose(agenda("M1", JULY_1))
                        .fold(a -> Ruling.of(), r -> r)
                        .notMet()
                        .get(0);

        assertThat(RuleTexts.governance(Language.ZH_CN).render(late))
                .isEqualTo("✘ 2025-07-01送达议程，2025-07-01开会，提前0日；须提前至少3日（外地做法，未核对原文 原文未核对）");
    }

    @Test
    void aHistoryThatNoCommandMadeIsNoHistory() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);
        List<ConferenceEvent> history = sessions.history();
        List<ConferenceEvent> gap = history.subList(0, history.size() - 2);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Conferences.from(gap)
                                        .after(new ConferenceOpened(COMMUNITY, M1, at(JULY_1))));
    }

    @Test
    void thePublicViewShowsPartiesAndCountsAlone() {
        Sessions sessions = Sessions.adopted().open("M1", JULY_1);

        assertThat(sitting(sessions).publicView().toString())
                .contains("社区党组织", "agendaItems=2")
                .doesNotContain("P-", "排水", "更换");
    }

    private static Sitting sitting(Sessions sessions) {
        return sessions.state().sitting(M1).orElseThrow();
    }

    private static Sessions called() {
        return Sessions.adopted()
                .then(call("M1", Kind.ORDINARY, CONVENER, JULY_1))
                .then(agenda("M1", JULY_1.minusDays(3)));
    }

    private static MinutesSigned sign(Party party, PaperDigest digest) {
        PersonId signer = PersonId.of("P-" + party.value().substring(0, 2));
        return new MinutesSigned(COMMUNITY, M1, party, signer, digest, at(AUGUST_1));
    }
}
