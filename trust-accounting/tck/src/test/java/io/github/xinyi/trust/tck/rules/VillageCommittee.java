package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;

import io.github.xinyi.governance.committee.Acting;
import io.github.xinyi.governance.committee.Candidacy;
import io.github.xinyi.governance.committee.Committee;
import io.github.xinyi.governance.committee.CommitteeClauses;
import io.github.xinyi.governance.committee.Founding;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.Item;
import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.SeatPaper;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.budget.Authority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The owners' committee of the village, in a session about one item. */
final class VillageCommittee {

    static final MeetingId SESSION = MeetingId.of("2025-S-01");
    static final MotionId ITEM = MotionId.of("I1");
    static final LocalDate SESSION_DAY = LocalDate.of(2025, 3, 1);

    private static final CommitteeClauses LAW =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
    private static final LocalDate START = LocalDate.of(2024, 12, 26);
    private static final Set<PersonId> MEMBERS =
            IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> PersonId.of("owner" + i))
                    .collect(Collectors.toCollection(LinkedHashSet::new));

    private VillageCommittee() {}

    private static Instant noon(LocalDate day) {
        return day.atTime(20, 0).atZone(Meeting.ZONE).toInstant();
    }

    private static Committee elected() {
        EffectivePeriod term = new EffectivePeriod(START, START.plusYears(3));
        SeatPaper paper = SeatPaper.electing(Village.ID, term, MEMBERS, List.of());
        List<Candidacy> seats =
                MEMBERS.stream()
                        .map(
                                person ->
                                        new Candidacy(
                                                new Member(person, Side.OWNERS),
                                                Nominator.SELF,
                                                new TreeSet<>()))
                        .toList();
        SeatPaper.Vote vote =
                paper.voted(
                        Village.resolution(
                                Village.ID, Matter.COMMITTEE_ELECTION, paper.document()));
        return Committee.from(
                List.of(
                        accept(
                                new Founding(
                                                Village.ID,
                                                new Founding.Size(6, FloorArea.parse("461.72")),
                                                LAW)
                                        .elect(
                                                List.of(vote),
                                                new Founding.Slate(5, seats, List.of()),
                                                term,
                                                noon(START)))),
                LAW);
    }

    /** A committee that was called to decide an item; adopted or only held. */
    static Committee deciding(Item item, Resolution behind, Set<PersonId> approvals) {
        Committee committee = elected();
        Acting.Call call =
                new Acting.Call(
                        SESSION, MEMBERS, List.of(item), SESSION_DAY.minusDays(7), SESSION_DAY);
        Instant called = noon(SESSION_DAY.minusDays(7));
        Instant at = noon(SESSION_DAY);
        committee =
                committee.after(accept(committee.acting(LAW).call(call, List.of(behind), called)));
        committee =
                committee.after(accept(committee.acting(LAW).hold(SESSION, MEMBERS, Set.of(), at)));
        return approvals.isEmpty()
                ? committee
                : committee.after(
                        accept(committee.acting(LAW).adopt(SESSION, ITEM, approvals, at)));
    }

    /** A delegated item whose title names a paper. */
    static Item delegated(Motion.Document paper, Resolution by) {
        return Item.delegated(
                ITEM, Business.CONTRACT_SUPERVISION, "授权范围内的追加 " + paper.sha256(), by);
    }

    /** The committee's authority on a paper, by the resolution that delegated it. */
    static Authority authority(Motion.Document paper, Resolution by) {
        return accept(Authority.ofBody(deciding(delegated(paper, by), by, MEMBERS), SESSION, ITEM));
    }

    static Set<PersonId> members() {
        return MEMBERS;
    }
}
