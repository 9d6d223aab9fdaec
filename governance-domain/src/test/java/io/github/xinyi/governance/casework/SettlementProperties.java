package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Settled disputes, counted again from what was tried on which day. */
class SettlementProperties {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What somebody does about a dispute. */
    private enum Deed {
        RAISE,
        AGREE,
        HAND_ON
    }

    /** One deed a day. */
    private record Try(int dispute, Deed deed) {}

    /** How far a dispute of the grid came on its only day. */
    private enum Course {
        VISITED,
        AGREED_NOT_CLOSED,
        HANDED_ON_NOT_CLOSED,
        CLOSED_BY_AGREEMENT,
        REOPENED
    }

    @Provide
    Arbitrary<Try> tries() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.of(Deed.class))
                .as(Try::new);
    }

    @Property(tries = 150)
    void disputesOfACaseEqualARecountOfTheirLastDeed(
            @ForAll @Size(max = 10) List<@From("tries") Try> tries,
            @ForAll @IntRange(min = 0, max = 11) int day) {
        Casework work = Village.opened();
        Set<RecordId> raised = new HashSet<>();
        Set<RecordId> settled = new HashSet<>();
        for (int i = 0; i < tries.size(); i++) {
            Try own = tries.get(i);
            Outcome<CaseworkEvent> outcome = attempt(work, own, on(i + 1));
            if (outcome.isAccepted()) {
                work = Village.next(work, outcome);
                if (i + 1 <= day) {
                    raised.add(id("D" + own.dispute()));
                    settled.remove(id("D" + own.dispute()));
                    if (own.deed() == Deed.AGREE) {
                        settled.add(id("D" + own.dispute()));
                    }
                }
            }
        }

        Measurement measured = CaseMeasures.settlement(dateOf(day), List.of(), List.of(work));

        assertThat(measured.denominator()).isEqualTo(raised);
        assertThat(measured.numerator()).isEqualTo(settled);
    }

    @Property(tries = 100)
    void disputesOfTheGridEqualARecountOfTheirCourses(
            @ForAll @Size(max = 6) List<Course> courses,
            @ForAll @IntRange(min = 0, max = 7) int day) {
        List<List<CaseEvent>> histories = new ArrayList<>();
        Set<RecordId> received = new HashSet<>();
        Set<RecordId> settled = new HashSet<>();
        for (int i = 0; i < courses.size(); i++) {
            histories.add(history(CaseId.of("G" + i), courses.get(i), on(i + 1)));
            if (i + 1 <= day) {
                received.add(id("G" + i));
                if (courses.get(i) == Course.CLOSED_BY_AGREEMENT) {
                    settled.add(id("G" + i));
                }
            }
        }

        Measurement measured = CaseMeasures.settlement(dateOf(day), histories, List.of());

        assertThat(measured.denominator()).isEqualTo(received);
        assertThat(measured.numerator()).isEqualTo(settled);
    }

    private static Outcome<CaseworkEvent> attempt(Casework work, Try own, Instant at) {
        CaseId dispute = CaseId.of("D" + own.dispute());
        return switch (own.deed()) {
            case RAISE -> work.raiseDispute(dispute, at);
            case AGREE -> work.endDispute(Quarrel.agreed(dispute, at), at);
            case HAND_ON -> work.endDispute(Quarrel.handedOn(dispute, at), at);
        };
    }

    private static List<CaseEvent> history(CaseId dispute, Course course, Instant at) {
        List<CaseEvent> reopened = Quarrel.reopened(dispute, at);
        return switch (course) {
            case VISITED -> Quarrel.visited(dispute, at);
            case AGREED_NOT_CLOSED -> Quarrel.settled(dispute, at);
            case HANDED_ON_NOT_CLOSED -> Quarrel.handedOn(dispute, at);
            case CLOSED_BY_AGREEMENT -> reopened.subList(0, reopened.size() - 1);
            case REOPENED -> reopened;
        };
    }

    private static Instant on(int day) {
        return Village.at(0).plus(Duration.ofDays(day));
    }

    private static LocalDate dateOf(int day) {
        return LocalDate.ofInstant(on(day), CHINA);
    }

    private static RecordId id(String dispute) {
        return new RecordId(Village.COMMUNITY, dispute);
    }
}
