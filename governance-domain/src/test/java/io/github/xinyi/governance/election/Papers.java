package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Small communities that elect a committee. */
final class Papers {

    static final CommunityId COMMUNITY = CommunityId.of("c1");
    static final PersonId DEVELOPER = PersonId.of("D1");
    static final MotionId M1 = MotionId.of("M1");

    private Papers() {}

    /** Called on the first, open from the 16th to the 26th of the month. */
    static Meeting meeting(int year, int month) {
        return meeting(LocalDate.of(year, month, 1), LocalDate.of(year, month, 16));
    }

    static Meeting meeting(LocalDate notified, LocalDate opens) {
        Instant opening = opens.atTime(9, 0).atZone(Meeting.ZONE).toInstant();
        return new Meeting(
                MeetingId.of("2024-OM-01"),
                COMMUNITY,
                notified.minusDays(1),
                notified,
                opening,
                opening.plusSeconds(10 * 86_400),
                List.of(
                        new Motion(M1, Matter.COMMITTEE_ELECTION, "选举业主委员会"),
                        new Motion(MotionId.of("M2"), Matter.MANAGER_APPOINTMENT, "选聘")));
    }

    static Unit home(int number, long area, String... owners) {
        return unit(number, area, UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, owners);
    }

    static Unit unit(int number, long area, UnitUse use, DeliveryStatus status, String... owners) {
        return new Unit(
                unitId(number),
                "1号楼",
                use,
                FloorArea.ofSquareDecimetres(area),
                AreaEvidence.REGISTRY,
                status,
                people(owners));
    }

    static UnitId unitId(int number) {
        return UnitId.of("U%03d".formatted(number));
    }

    static Roster roster(Meeting meeting, List<Unit> units) {
        return Roster.of(COMMUNITY, meeting.rosterDate(), DEVELOPER, units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** A signed paper online, so many seconds after the opening. */
    static ElectionVote paper(
            Meeting meeting, int unit, String voter, long second, String... names) {
        return paper(unit + "-" + second, meeting, unit, voter, second, names);
    }

    static ElectionVote paper(
            String id, Meeting meeting, int unit, String voter, long second, String... names) {
        return new ElectionVote(
                BallotId.of(id),
                unitId(unit),
                PersonId.of(voter),
                Channel.ONLINE,
                meeting.opensAt().plusSeconds(second),
                Signature.SIGNED,
                new Mandate.Own(),
                people(names));
    }

    static ElectionCall call(Seats seats, String... candidates) {
        return new ElectionCall(seats, people(candidates), Ranking.HEADS_THEN_AREA);
    }

    static ElectionCall byArea(Seats seats, String... candidates) {
        return new ElectionCall(
                seats,
                people(candidates),
                new Ranking(List.of(Ranking.Key.AREA), Standing.TEXT_READ));
    }

    static SortedSet<PersonId> people(String... names) {
        return Arrays.stream(names)
                .map(PersonId::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
