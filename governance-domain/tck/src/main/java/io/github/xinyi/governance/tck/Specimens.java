package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rosters, meetings and ballots that the contracts put into a store. */
final class Specimens {

    static final CommunityId EAST = CommunityId.of("East-01");
    static final CommunityId WEST = CommunityId.of("west_02");
    static final LocalDate RECORD_DATE = LocalDate.of(2024, 11, 30);
    static final MeetingId MEETING = MeetingId.of("2024-OM-01");
    static final MotionId M1 = MotionId.of("M1");
    static final MotionId M2 = MotionId.of("M2");
    static final Instant OPENS = Instant.parse("2024-12-16T01:00:00.000001Z");

    private Specimens() {}

    /**
     * A roster with every use, evidence, status and title, shares, an underwriter, guardians, one
     * who has died, a long identifier and Chinese names.
     */
    static Roster roster(CommunityId community, LocalDate date, String firstArea) {
        List<Unit> units = new ArrayList<>();
        int number = 0;
        for (UnitUse use : UnitUse.values()) {
            for (DeliveryStatus status : DeliveryStatus.values()) {
                for (AreaEvidence evidence : AreaEvidence.values()) {
                    units.add(
                            new Unit(
                                    UnitId.of("3-2-" + number),
                                    "东区3号楼",
                                    use,
                                    FloorArea.parse(number == 0 ? firstArea : "89.4" + number % 10),
                                    evidence,
                                    status,
                                    new TreeSet<>(
                                            Set.of(person(number), person(number / 2 + 100)))));
                    number++;
                }
            }
        }
        UnitId underwritten =
                units.stream()
                        .filter(u -> u.status() == DeliveryStatus.UNSOLD)
                        .findFirst()
                        .orElseThrow()
                        .id();
        units.add(last());
        Parties parties =
                Parties.of(PersonId.of("D0001"))
                        .withUnderwritings(List.of(new Underwriting(underwritten, person(800))))
                        .withGuardianships(
                                List.of(
                                        new Guardianship(
                                                person(900),
                                                person(801),
                                                EffectivePeriod.from(date)),
                                        new Guardianship(
                                                person(900),
                                                person(802),
                                                new EffectivePeriod(
                                                        date.minusYears(9), date.plusDays(1)))))
                        .withDeceased(List.of(person(901)));
        return Roster.of(community, date, parties, units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * Everything a unit can have: two figures, shares that no decimal holds, and no registration.
     */
    private static Unit last() {
        return new Unit(
                UnitId.of("地下-" + "x".repeat(61)),
                "楼".repeat(64),
                UnitUse.OTHER,
                new TreeSet<>(
                        List.of(
                                new AreaFigure(AreaEvidence.SURVEY, Unit.MAX_AREA),
                                new AreaFigure(
                                        AreaEvidence.CONTRACT, FloorArea.ofSquareDecimetres(1)))),
                DeliveryStatus.SOLD_DELIVERED,
                OwnerTitle.IN_POSSESSION,
                new TreeSet<>(Set.of(person(900), person(901))),
                new TreeSet<>(
                        Set.of(
                                new OwnerShare(person(900), Ratio.of(1, Long.MAX_VALUE)),
                                new OwnerShare(
                                        person(901),
                                        Ratio.of(Long.MAX_VALUE - 1, Long.MAX_VALUE)))));
    }

    static Meeting meeting(CommunityId community, MeetingId id, String title) {
        return new Meeting(
                id,
                community,
                RECORD_DATE,
                LocalDate.of(2024, 12, 1),
                OPENS,
                Instant.parse("2024-12-26T10:00:00.999999Z"),
                List.of(
                        new Motion(
                                M1,
                                Matter.MANAGER_APPOINTMENT,
                                title,
                                List.of(
                                        new Motion.Document("b".repeat(64)),
                                        new Motion.Document("a".repeat(64)))),
                        new Motion(M2, Matter.COMMON_PARTS_USE, "利用公共外墙设置广告位")));
    }

    /** The meeting with another first motion. */
    static Meeting with(Meeting meeting, Motion first) {
        List<Motion> motions = new ArrayList<>(meeting.motions());
        motions.set(0, first);
        return new Meeting(
                meeting.id(),
                meeting.community(),
                meeting.rosterDate(),
                meeting.noticeDate(),
                meeting.opensAt(),
                meeting.closesAt(),
                motions);
    }

    static Ballot ballot(String id, Channel channel, Instant receivedAt, Set<Choice> onFirst) {
        return new Ballot(
                BallotId.of(id),
                UnitId.of("3-2-0"),
                person(0),
                channel,
                receivedAt,
                Signature.SIGNED,
                new TreeMap<>(Map.of(M1, onFirst, M2, Set.of(Choice.ABSTAIN))));
    }

    /** A ballot of the first unit under another mandate than the voter's own. */
    static Ballot ballot(String id, Mandate mandate) {
        return new Ballot(
                BallotId.of(id),
                UnitId.of("3-2-0"),
                person(7),
                Channel.ON_SITE,
                OPENS.plusSeconds(60),
                Signature.SIGNED,
                mandate,
                new TreeMap<>(Map.of(M1, Set.of(Choice.AGAINST))));
    }

    static PersonId person(int number) {
        return PersonId.of("P%04d".formatted(number));
    }

    /** Runs all actions at once and returns what each yields. */
    static <T> List<T> atOnce(List<Callable<T>> actions) {
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(actions)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("a store must not fail under several threads", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
