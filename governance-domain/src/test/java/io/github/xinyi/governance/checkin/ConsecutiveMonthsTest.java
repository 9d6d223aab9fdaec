package io.github.xinyi.governance.checkin;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Personal Information Protection Law art. 25: nobody learns of a few from two months. */
class ConsecutiveMonthsTest {

    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    private static CheckInEvent in(int member, CommunityId community, YearMonth month) {
        return new MemberCheckedIn(
                DISTRICT, community, PersonId.of("P" + member), month.atDay(2), LATER);
    }

    private static CheckInEvent out(int member, CommunityId community, YearMonth month) {
        return new MemberWithdrawn(
                DISTRICT, community, PersonId.of("P" + member), month.atDay(2), LATER);
    }

    private static CommunityId community(int number) {
        return CommunityId.of("C" + number);
    }

    /** Twenty in the first month; then some come and some go. */
    private static CheckInRegister register(int came, int went) {
        List<CheckInEvent> history = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            history.add(in(i, community(1), FIRST));
        }
        for (int i = 0; i < came; i++) {
            history.add(in(100 + i, community(1), FIRST.plusMonths(1)));
        }
        for (int i = 0; i < went; i++) {
            history.add(out(i, community(1), FIRST.plusMonths(1)));
        }
        return CheckInRegister.from(DISTRICT, history);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "1, 0, false",
        "4, 0, false",
        "5, 0, true",
        "6, 0, true",
        "0, 4, false",
        "0, 5, true",
        "4, 4, false",
        "5, 4, false",
        "5, 5, true"
    })
    void aMonthIsShownBesideAnotherWhereNobodyOrAtLeastFiveCameAndWent(
            int came, int went, boolean shown) {
        CheckInRegister register = register(came, went);
        SortedSet<YearMonth> before = new TreeSet<>(Set.of(FIRST));

        assertThat(register.publicView(FIRST.plusMonths(1), 5, before, LATER).isAccepted())
                .isEqualTo(shown);
        assertThat(register.publicView(FIRST.plusMonths(1), 5, LATER).isAccepted()).isTrue();
        if (!shown) {
            assertThat(refusal(register.publicView(FIRST.plusMonths(1), 5, before, LATER)))
                    .containsExactly("checkin.months-apart");
        }
    }

    /** The defect: four months, no two of which differ by a few, told of one member. */
    @Test
    void noSumOfSeveralMonthsTellsOfOneEither() {
        CheckInRegister register = inMonths("apq", "pr", "qt", "rt");
        SortedSet<YearMonth> shown = new TreeSet<>();
        for (int m = 0; m < 3; m++) {
            YearMonth month = FIRST.plusMonths(m);
            assertThat(register.publicView(month, 5, shown, LATER).isAccepted()).isTrue();
            shown.add(month);
        }
        YearMonth fourth = FIRST.plusMonths(3);

        for (YearMonth month : shown) {
            SortedSet<YearMonth> alone = new TreeSet<>(Set.of(month));
            assertThat(register.publicView(fourth, 5, alone, LATER).isAccepted()).isTrue();
        }
        assertThat(refusal(register.publicView(fourth, 5, shown, LATER)))
                .containsExactly("checkin.months-apart");
    }

    /** An attacker subtracts any month shown from any other, community by community. */
    @Property(tries = 150)
    void noDifferenceOfTwoMonthsShownIsAboutAFew(@ForAll Random random) {
        List<CheckInEvent> history = new ArrayList<>();
        SortedMap<Integer, CommunityId> places = new TreeMap<>();
        int next = 0;
        List<SortedMap<Integer, CommunityId>> ends = new ArrayList<>();
        for (int m = 0; m < 5; m++) {
            YearMonth month = FIRST.plusMonths(m);
            for (int c = 0; c < 3; c++) {
                int came = random.nextInt(3) * random.nextInt(5);
                for (int i = 0; i < came; i++) {
                    history.add(in(next, community(c), month));
                    places.put(next++, community(c));
                }
            }
            int going = random.nextInt(2) * random.nextInt(7);
            for (Map.Entry<Integer, CommunityId> place : new TreeMap<>(places).entrySet()) {
                int member = place.getKey();
                if (going-- > 0
                        && m > 0
                        && !history.contains(in(member, place.getValue(), month))) {
                    history.add(out(member, place.getValue(), month));
                    places.remove(member);
                }
            }
            ends.add(new TreeMap<>(places));
        }
        CheckInRegister register = CheckInRegister.from(DISTRICT, history);
        SortedSet<YearMonth> shown = new TreeSet<>();
        for (int m = 0; m < 5; m++) {
            YearMonth month = FIRST.plusMonths(m);
            if (register.publicView(month, 5, shown, LATER).isAccepted()) {
                shown.add(month);
            }
        }

        assertThat(shown).contains(FIRST);
        for (YearMonth one : shown) {
            for (YearMonth other : shown) {
                PublicCheckIns view = accepted(register.publicView(one, 5, LATER));
                PublicCheckIns beside = accepted(register.publicView(other, 5, LATER));
                Set<CommunityId> seen = new TreeSet<>(view.membersByCommunity().keySet());
                seen.addAll(beside.membersByCommunity().keySet());
                for (CommunityId community : seen) {
                    assertNobodyOrEnough(
                            of(ends.get(index(one)), Set.of(community)),
                            of(ends.get(index(other)), Set.of(community)));
                }
                Set<CommunityId> hidden = new TreeSet<>();
                for (int c = 0; c < 3; c++) {
                    hidden.add(community(c));
                }
                hidden.removeAll(seen);
                assertNobodyOrEnough(
                        of(ends.get(index(one)), hidden), of(ends.get(index(other)), hidden));
            }
        }
    }

    /** Of each letter five are members in the months that have it, of {@code a} one. */
    private static CheckInRegister inMonths(String... months) {
        List<CheckInEvent> history = new ArrayList<>();
        for (int m = 0; m < months.length; m++) {
            String before = m == 0 ? "" : months[m - 1];
            String now = months[m];
            YearMonth month = FIRST.plusMonths(m);
            before.chars()
                    .filter(c -> now.indexOf(c) < 0)
                    .forEach(c -> each(c, i -> history.add(out(i, community(1), month))));
            now.chars()
                    .filter(c -> before.indexOf(c) < 0)
                    .forEach(c -> each(c, i -> history.add(in(i, community(1), month))));
        }
        return CheckInRegister.from(DISTRICT, history);
    }

    private static void each(int letter, IntConsumer member) {
        IntStream.range(0, letter == 'a' ? 1 : 5).map(i -> 10 * letter + i).forEach(member);
    }

    private static int index(YearMonth month) {
        return month.getMonthValue() - 1;
    }

    private static Set<Integer> of(SortedMap<Integer, CommunityId> places, Set<CommunityId> which) {
        Set<Integer> members = new TreeSet<>();
        places.forEach(
                (member, where) -> {
                    if (which.contains(where)) {
                        members.add(member);
                    }
                });
        return members;
    }

    private static void assertNobodyOrEnough(Set<Integer> one, Set<Integer> other) {
        assertThat(other.stream().filter(member -> !one.contains(member)).count())
                .matches(count -> count == 0 || count >= 5);
    }
}
