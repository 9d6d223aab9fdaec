package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Small communities in which one unit more or less decides. */
final class Samples {

    static final CommunityId COMMUNITY = CommunityId.of("c1");
    static final LocalDate RECORD_DATE = LocalDate.of(2024, 11, 30);
    static final PersonId DEVELOPER = PersonId.of("D1");
    static final MotionId M1 = MotionId.of("M1");
    static final Instant OPENS = Instant.parse("2024-12-16T01:00:00Z");
    static final Instant CLOSES = Instant.parse("2024-12-26T10:00:00Z");

    /** When all is counted, after everything that can be in a box. */
    static final Instant COUNTED = Instant.parse("2025-01-02T01:00:00Z");

    /** With something for every reason. */
    static final Grounds GROUNDS =
            new Grounds(
                    OPENS,
                    OPENS,
                    CLOSES,
                    List.of(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 15)),
                    List.of(OPENS),
                    List.of(new ProxyLimit(3, Statutes.CIVIL_CODE.at(278))),
                    List.of(BallotId.of("V0")));

    private Samples() {}

    static Meeting meeting(Matter matter) {
        return meeting(matter, LocalDate.of(2024, 12, 1));
    }

    static Meeting meeting(Matter matter, LocalDate noticeDate) {
        return new Meeting(
                MeetingId.of("2024-OM-01"),
                COMMUNITY,
                RECORD_DATE,
                noticeDate,
                OPENS,
                CLOSES,
                List.of(new Motion(M1, matter, "表决事项")));
    }

    static Roster roster(List<Unit> units) {
        return roster(units, Parties.of(DEVELOPER));
    }

    static Roster roster(List<Unit> units, Parties parties) {
        return Roster.of(COMMUNITY, RECORD_DATE, parties, units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    static Unit home(int number, long areaSquareDecimetres, String... owners) {
        return unit(
                number,
                areaSquareDecimetres,
                UnitUse.RESIDENTIAL,
                DeliveryStatus.SOLD_DELIVERED,
                owners);
    }

    static Unit unit(
            int number,
            long areaSquareDecimetres,
            UnitUse use,
            DeliveryStatus status,
            String... owners) {
        return new Unit(
                unitId(number),
                "1号楼",
                use,
                FloorArea.ofSquareDecimetres(areaSquareDecimetres),
                AreaEvidence.REGISTRY,
                status,
                Arrays.stream(owners)
                        .map(PersonId::of)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    static UnitId unitId(int number) {
        return UnitId.of("U%03d".formatted(number));
    }

    /** An online ballot of the unit, received that many seconds after the opening. */
    static Ballot ballot(int unit, String voter, long second, Choice... choices) {
        return ballot(unit + "-" + second, unit, voter, second, choices);
    }

    static Ballot ballot(String id, int unit, String voter, long second, Choice... choices) {
        return ballot(id, unit, voter, Channel.ONLINE, second, Signature.SIGNED, choices);
    }

    static Ballot ballot(
            String id,
            int unit,
            String voter,
            Channel channel,
            long second,
            Signature signature,
            Choice... choices) {
        return new Ballot(
                BallotId.of(id),
                unitId(unit),
                PersonId.of(voter),
                channel,
                OPENS.plusSeconds(second),
                signature,
                new TreeMap<>(Map.of(M1, Set.copyOf(List.of(choices)))));
    }
}
