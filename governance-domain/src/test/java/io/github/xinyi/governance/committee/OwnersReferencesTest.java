package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.paper;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.resolution;
import static io.github.xinyi.governance.committee.Bodies.slate;
import static io.github.xinyi.governance.committee.Elections.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.AdoptedMotion.Decision;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallRejected;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The defect: whoever wrote to the store by hand could seat a body by a resolution nobody took. */
class OwnersReferencesTest {

    private static final CommitteeClauses LAW =
            CommitteeClauses.national(Kind.OWNERS_COMMITTEE).under(Profiles.of("NATIONAL"));
    private static final LocalDate DAY = START.plusMonths(6);
    private static final SeatPaper RECALL = SeatPaper.recalling(COMMUNITY, TERM, Set.of(person(7)));

    private static final Resolution ELECTED =
            resolution(
                    COMMUNITY,
                    Matter.COMMITTEE_ELECTION,
                    "2024-OM-00",
                    START,
                    paper(slate(7), TERM).document());
    private static final Resolution CHOSEN = resolution(Matter.MANAGER_APPOINTMENT);
    private static final MotionResult AGAINST = Bodies.vote(DAY, Choice.AGAINST, RECALL.document());

    /** Elected by a list, with an item and a seal on a resolution, and a recall that failed. */
    private static List<CommitteeEvent> history() {
        List<CommitteeEvent> history = new ArrayList<>();
        history.add(Bodies.value(Bodies.elect(LAW, slate(7))));
        Committee body = Committee.from(history, LAW);
        history.add(
                Bodies.value(
                        body.acting(LAW)
                                .call(
                                        Bodies.call(persons(7), Item.carryingOut(ITEM, CHOSEN)),
                                        List.of(CHOSEN),
                                        Bodies.CALLED_AT)));
        body = Committee.from(history, LAW);
        SealUse use =
                new SealUse(
                        Seal.OWNERS_MEETING,
                        CHOSEN.meeting(),
                        CHOSEN.motion().id(),
                        new TreeSet<>(persons(4)));
        history.add(
                Bodies.value(body.acting(LAW).useOwnersSeal(use, CHOSEN, SESSION_DAY, HELD_AT)));
        body = Committee.from(history, LAW);
        history.add(
                Bodies.value(
                        body.acting(LAW)
                                .proposeRecall(
                                        person(7), new Proposal(persons(3), 0, 500), at(DAY))));
        body = Committee.from(history, LAW);
        history.add(
                Bodies.value(
                        body.acting(LAW).recordRejection(person(7), RECALL, AGAINST, at(DAY))));
        return history;
    }

    private static Map<Decision, OwnersDecision> records() {
        Map<Decision, OwnersDecision> records = new HashMap<>();
        records.put(AdoptedMotion.of(ELECTED).decision(), OwnersDecision.of(ELECTED));
        records.put(AdoptedMotion.of(CHOSEN).decision(), OwnersDecision.of(CHOSEN));
        records.put(
                new Decision(AGAINST.meeting().id(), AGAINST.motion().id()),
                OwnersDecision.of(AGAINST));
        return records;
    }

    private static Committee replayed(
            List<CommitteeEvent> history, Map<Decision, OwnersDecision> records) {
        return Committee.from(
                history, day -> LAW, decision -> Optional.ofNullable(records.get(decision)));
    }

    @Test
    void replaysABodyWhoseReferencesTheRecordsOfTheOwnersHave() {
        assertThat(replayed(history(), records())).isEqualTo(Committee.from(history(), LAW));
    }

    @Test
    void refusesEachReferenceThatTheRecordsDoNotHave() {
        for (Decision decision : records().keySet()) {
            Map<Decision, OwnersDecision> lacking = records();
            lacking.remove(decision);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> replayed(history(), lacking))
                    .withMessageContaining("not in the records of the owners: " + decision);
        }
    }

    /** By itself, whatever stands before it in a history. */
    @Test
    void looksUpTheDecisionToWhichEachKindOfEventRefers() {
        CommitteeElected elected = (CommitteeElected) history().get(0);
        RejectedRecall rejected = RejectedRecall.of(RECALL, AGAINST);
        Candidacy seated = elected.slate().seats().get(0);
        SeatMandate mandate = elected.mandates().get(0);
        List<CommitteeEvent> referring =
                List.of(
                        elected,
                        history().get(1),
                        history().get(2),
                        history().get(4),
                        new MemberElected(COMMUNITY, seated, mandate, DAY, at(DAY)),
                        new MemberRecalled(COMMUNITY, person(7), mandate, DAY, at(DAY)),
                        new SuspensionLifted(COMMUNITY, person(7), rejected, DAY, at(DAY)));
        Map<Decision, OwnersDecision> records = records();

        for (CommitteeEvent event : referring) {
            assertThat(OwnersReferences.missing(event, decision -> Optional.empty()))
                    .as(event.toString())
                    .isPresent();
            assertThat(
                            OwnersReferences.missing(
                                    event, decision -> Optional.ofNullable(records.get(decision))))
                    .as(event.toString())
                    .isEmpty();
        }
        assertThat(referring)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(kindsWithADecision());
        assertThat(OwnersReferences.missing(history().get(3), decision -> Optional.empty()))
                .isEmpty();
    }

    /** The events that rest on a decision; an annulment names one, and rests on none. */
    private static List<Class<?>> kindsWithADecision() {
        Pattern restsOn = Pattern.compile(".*\\.(SeatMandate|AdoptedMotion|RejectedRecall|Item)>?");
        return Arrays.stream(CommitteeEvent.class.getPermittedSubclasses())
                .filter(
                        kind ->
                                Arrays.stream(kind.getRecordComponents())
                                        .map(part -> part.getGenericType().getTypeName())
                                        .anyMatch(restsOn.asMatchPredicate()))
                .collect(Collectors.toList());
    }

    @Test
    void refusesAReferenceToADecisionThatWasTakenOtherwise() {
        Map<Decision, OwnersDecision> otherPaper = records();
        Resolution without = resolution(COMMUNITY, Matter.COMMITTEE_ELECTION, "2024-OM-00", START);
        otherPaper.put(AdoptedMotion.of(ELECTED).decision(), OwnersDecision.of(without));
        Map<Decision, OwnersDecision> otherFigures = records();
        otherFigures.put(
                new Decision(AGAINST.meeting().id(), AGAINST.motion().id()),
                OwnersDecision.of(Bodies.vote(DAY, Choice.ABSTAIN, RECALL.document())));
        Map<Decision, OwnersDecision> rejected = records();
        rejected.put(AdoptedMotion.of(CHOSEN).decision(), OwnersDecision.of(AGAINST));

        for (Map<Decision, OwnersDecision> records : List.of(otherPaper, otherFigures, rejected)) {
            assertThatIllegalArgumentException().isThrownBy(() -> replayed(history(), records));
        }
    }

    @Test
    void knowsAnElectionByNamesByItsDigestAndItsFigures() {
        Seats seats = new Seats(7, 5, 0, 0);
        Map<Integer, Integer> clear = votes(1, 8, 2, 8, 3, 7, 4, 7, 5, 7, 6, 7, 7, 7);
        CandidatePaper.Vote vote = Elections.held("OM-1", START, seats, clear);
        CandidatePaper.Vote other =
                Elections.held(
                        "OM-1", START, seats, votes(1, 8, 2, 8, 3, 8, 4, 7, 5, 7, 6, 7, 7, 7));
        CommitteeEvent elected =
                Bodies.value(
                        new Founding(COMMUNITY, LARGE, LAW)
                                .elect(
                                        List.of(vote),
                                        Elections.slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}),
                                        TERM,
                                        at(START)));
        Decision decision = vote.mandate().adopted().decision();

        assertThat(
                        replayed(
                                        List.of(elected),
                                        Map.of(decision, OwnersDecision.of(vote.result())))
                                .members())
                .hasSize(7);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                replayed(
                                        List.of(elected),
                                        Map.of(decision, OwnersDecision.of(other.result()))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                replayed(
                                        List.of(elected),
                                        Map.of(decision, OwnersDecision.of(ELECTED))));
    }

    /** The defect: a vote that its region's terms made void was recorded as a rejection. */
    @Test
    void aRejectionIsJudgedByTheTermsOfItsRegion() {
        RejectedRecall national = RejectedRecall.of(RECALL, AGAINST);
        RejectedRecall local =
                RejectedRecall.of(
                        RECALL,
                        Bodies.voteUnder(
                                Bylaws.none().under(Profiles.with("notice.voting-least-days,3")),
                                DAY,
                                Choice.AGAINST,
                                RECALL.document()));
        RejectedRecall kept =
                RejectedRecall.of(
                        RECALL,
                        Bodies.voteUnder(
                                Bylaws.none().under(Profiles.with("notice.voting-least-days,2")),
                                DAY,
                                Choice.AGAINST,
                                RECALL.document()));

        assertThat(national.result()).isEqualTo(MotionResult.Result.REJECTED);
        assertThat(local.result()).isEqualTo(MotionResult.Result.INVALID_PROCEDURE);
        assertThat(kept.result()).isEqualTo(MotionResult.Result.REJECTED);
        assertThat(local.isOfVote(national)).isTrue();
    }

    @Test
    void readsARejectionThatWasWrittenBeforeItsTerms() {
        CommitteeEvent event = history().get(4);
        String written = GovernanceEvents.codec().encode(event);
        String before =
                written.replaceFirst("RecallRejected/[0-9]+", "RecallRejected/1")
                        .replace("local={days=[];shares=[];};", "");

        assertThat(event).isInstanceOf(RecallRejected.class);
        assertThat(before).hasSizeLessThan(written.length());
        assertThat(
                        GovernanceEvents.codec()
                                .decode(before)
                                .orElseThrow(r -> new IllegalStateException(r.toString())))
                .isEqualTo(event);
    }
}
