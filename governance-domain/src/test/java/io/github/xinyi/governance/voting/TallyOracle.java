package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts a vote a second time from the words of the law: person groups are found by comparing every
 * unit with every other, ballots by searching the whole pile, shares by subtracting fractions.
 * Nothing of the counted code is used.
 */
final class TallyOracle {

    /** The result's name, then area and heads of all, of those taking part, and in favour. */
    record Answer(String result, List<Long> figures) {}

    private TallyOracle() {}

    static Answer count(Meeting meeting, List<Unit> all, List<Ballot> pile) {
        List<Unit> units = all.stream().filter(u -> !u.use().name().endsWith("PARKING")).toList();
        long[] sums = new long[6];
        List<Set<PersonId>> counted = new ArrayList<>();
        for (Unit unit : units) {
            sums[0] += unit.area().squareDecimetres();
            Set<PersonId> group = group(unit);
            if (counted.contains(group)) {
                continue;
            }
            counted.add(group);
            sums[1]++;
            long area = 0;
            int answers = 0;
            boolean onlyYes = true;
            for (Unit own : units) {
                Ballot ballot = group(own).equals(group) ? firstValid(meeting, own, pile) : null;
                if (ballot != null) {
                    answers++;
                    area += own.area().squareDecimetres();
                    onlyYes &= ballot.choices().toString().equals("{M1=[FOR]}");
                }
            }
            if (answers > 0) {
                sums[2] += area;
                sums[3]++;
                if (onlyYes) {
                    sums[4] += area;
                    sums[5]++;
                }
            }
        }
        return new Answer(
                result(meeting, sums),
                List.of(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]));
    }

    private static String result(Meeting meeting, long[] sums) {
        if (meeting.noticeDate().plusDays(15).isAfter(meeting.openingDate())) {
            return "INVALID_PROCEDURE";
        }
        if (sign(sums[2], sums[0], 2, 3) < 0 || sign(sums[3], sums[1], 2, 3) < 0) {
            return "NO_QUORUM";
        }
        int item = meeting.motions().get(0).matter().item();
        boolean passed =
                (item >= 6 && item <= 8)
                        ? sign(sums[4], sums[2], 3, 4) >= 0 && sign(sums[5], sums[3], 3, 4) >= 0
                        : sign(sums[4], sums[2], 1, 2) > 0 && sign(sums[5], sums[3], 1, 2) > 0;
        return passed ? "PASSED" : "REJECTED";
    }

    /** The sign of {@code part/whole - n/d}; a share of nothing is below every share. */
    private static int sign(long part, long whole, long n, long d) {
        if (whole == 0) {
            return -1;
        }
        BigInteger left = BigInteger.valueOf(part).multiply(BigInteger.valueOf(d));
        return left.subtract(BigInteger.valueOf(n).multiply(BigInteger.valueOf(whole))).signum();
    }

    private static Set<PersonId> group(Unit unit) {
        return unit.status().name().equals("SOLD_DELIVERED")
                ? Set.copyOf(unit.owners())
                : Set.of(PersonId.of("D1"));
    }

    private static @Nullable Ballot firstValid(Meeting meeting, Unit unit, List<Ballot> pile) {
        return pile.stream()
                .filter(b -> b.unit().value().equals(unit.id().value()))
                .filter(b -> group(unit).contains(b.voter()))
                .filter(b -> b.signature() == Signature.SIGNED)
                .filter(b -> b.receivedAt().compareTo(meeting.opensAt()) >= 0)
                .filter(b -> b.receivedAt().compareTo(meeting.closesAt()) <= 0)
                .filter(b -> b.choicesOn(meeting.motions().get(0).id()).size() == 1)
                .min(
                        Comparator.comparing(
                                (Ballot b) ->
                                        "%020d %s %s"
                                                .formatted(
                                                        b.receivedAt().toEpochMilli(),
                                                        rank(b.channel()),
                                                        b.id())))
                .orElse(null);
    }

    private static String rank(Channel channel) {
        return switch (channel) {
            case PAPER -> "1";
            case ONLINE -> "2";
            case ON_SITE -> "3";
        };
    }
}
