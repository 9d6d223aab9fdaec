package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Elections.slate;
import static io.github.xinyi.governance.committee.Elections.votes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rulings on a body say of the sources of their rules. */
class StandingsTest {

    private static final LocalDate DAY = START.plusMonths(6);

    @Test
    void everyRuleThatIsUnverifiedOrAReadingSaysSoInTheRulingThatUsesIt() {
        NavigableSet<String> marked = new TreeSet<>(Marks.marked(CommitteeRule.values()));
        // Their sources are those of a clause, which for the nation is marked.
        marked.addAll(
                List.of(
                        "committee.alternates",
                        "committee.figures-stated",
                        "committee.no-proxy",
                        "committee.seal-signatures"));

        List<Ruling> rulings = new ArrayList<>(rulings("NATIONAL"));
        rulings.add(ofDisplays());

        assertThat(Marks.told(rulings, marked::contains))
                .isEqualTo(marked)
                .containsExactly(
                        "committee.alternates",
                        "committee.declared",
                        "committee.displayed-days",
                        "committee.figures-stated",
                        "committee.in-office",
                        "committee.mandate-unused",
                        "committee.no-delegation",
                        "committee.no-proxy",
                        "committee.recall-area",
                        "committee.recall-decision-due",
                        "committee.recall-rejected",
                        "committee.replacement-displayed",
                        "committee.run-off",
                        "committee.seal-decision",
                        "committee.seal-signatures",
                        "committee.seat-paper",
                        "committee.seats-as-agreed");
    }

    /** A rule that stands on a clause tells how far the text of that clause was read. */
    @Test
    void everyClauseHandedDownThroughARegionWithoutTextsSaysThatItIsUnverified() {
        assertThat(Marks.unverified(rulings("HONGGU"), code -> code.startsWith("committee.")))
                .contains(
                        "committee.called",
                        "committee.filed",
                        "committee.max-members",
                        "committee.min-members",
                        "committee.notice",
                        "committee.odd",
                        "committee.recall-proposed",
                        "committee.term-max");
    }

    private static List<Ruling> rulings(String region) {
        CommitteeClauses law =
                CommitteeClauses.national(Kind.OWNERS_COMMITTEE).under(Profiles.of(region));
        Committee body = Bodies.elected(law, 7);
        List<Ruling> rulings = new ArrayList<>(ofFounding(law));
        rulings.addAll(ofSessions(body, law));
        rulings.addAll(ofSeals(body, law));
        rulings.addAll(ofRecalls(body, law));
        return rulings;
    }

    /** Qingyuan alone asks for days of any kind on display. */
    private static Ruling ofDisplays() {
        CommitteeClauses nation = CommitteeClauses.national(Kind.PROPERTY_MANAGEMENT_COMMITTEE);
        Committee met = Bodies.held(Bodies.formed(nation, 7, 4), nation, persons(7));
        Committee shown =
                after(
                        met,
                        met.acting(nation)
                                .publish(SESSION, SESSION_DAY, SESSION_DAY.plusDays(9), at(DAY)));
        Committee left =
                after(
                        shown,
                        shown.acting(nation).leave(person(6), Departure.REPLACED, DAY, at(DAY)));
        Committee replaced =
                after(
                        left,
                        left.acting(nation).seatSent(Bodies.sent(20, Side.USERS), DAY, at(DAY)));
        return replaced.duties(nation.under(Profiles.of("QINGYUAN")), DAY);
    }

    /** One election twice is no run-off of itself. */
    private static List<Ruling> ofFounding(CommitteeClauses law) {
        CandidatePaper.Vote vote =
                Elections.held(
                        "OM-1",
                        START,
                        new Seats(7, 5, 0, 2),
                        votes(1, 8, 2, 8, 3, 7, 4, 7, 5, 7, 6, 7, 7, 7));
        return List.of(
                Answers.refused(
                        new Founding(COMMUNITY, LARGE, law)
                                .elect(
                                        List.of(vote, vote),
                                        slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}),
                                        TERM,
                                        at(START))));
    }

    private static List<Ruling> ofSessions(Committee body, CommitteeClauses law) {
        Item delegated =
                new Item(
                        ITEM,
                        Competence.DELEGATED,
                        new TreeSet<>(Set.of(Business.of(Matter.MANAGER_APPOINTMENT))),
                        "议题",
                        List.of(),
                        List.of());
        Committee called = Bodies.called(body, law);
        return List.of(
                Answers.refused(
                        body.acting(law)
                                .call(
                                        Bodies.call(persons(7), delegated),
                                        List.of(),
                                        Bodies.CALLED_AT)),
                Answers.refused(
                        body.acting(law)
                                .call(
                                        Bodies.call(
                                                persons(2),
                                                Item.own(ITEM, Business.UNLISTED, "购置办公用品")),
                                        List.of(),
                                        Bodies.CALLED_AT)),
                Answers.refused(
                        called.acting(law).hold(SESSION, persons(3), Set.of(person(4)), HELD_AT)));
    }

    private static List<Ruling> ofSeals(Committee body, CommitteeClauses law) {
        SealUse use = new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(3)));
        return List.of(
                Answers.refused(body.acting(law).useSeal(use, SESSION_DAY, at(SESSION_DAY))));
    }

    private static List<Ruling> ofRecalls(Committee body, CommitteeClauses law) {
        SeatPaper paper = SeatPaper.recalling(COMMUNITY, TERM, Set.of(person(7)));
        Committee proposed =
                after(
                        body,
                        body.acting(law)
                                .proposeRecall(
                                        person(7), new Proposal(persons(3), 0, 500), at(DAY)));
        return List.of(
                Answers.refused(
                        body.acting(law)
                                .proposeRecall(
                                        person(7), new Proposal(persons(1), 99, 500), at(DAY))),
                Answers.refused(
                        body.acting(law)
                                .recordRejection(
                                        person(7),
                                        paper,
                                        Bodies.vote(DAY, Choice.AGAINST, paper.document()),
                                        at(DAY))),
                proposed.duties(law, DAY));
    }
}
