package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
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
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
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

    @Property(tries = 300)
    void disputesOfACaseEqualARecountOfTheirLastDeedBeforeItsClose(
            @ForAll @Size(max = 10) List<@From("tries") Try> tries,
            @ForAll @IntRange(min = 1, max = 12) int closing,
            @ForAll @IntRange(min = 0, max = 12) int day) {
        Casework work = Village.rated(Village.finished(), 5);
        Set<RecordId> raised = new HashSet<>();
        Set<RecordId> agreed = new HashSet<>();
        Set<RecordId> settled = new HashSet<>();
        for (int today = 1; today <= 12; today++) {
            if (today <= tries.size()) {
                Try own = tries.get(today - 1);
                Outcome<CaseworkEvent> outcome = attempt(work, own, on(today));
                if (outcome.isAccepted()) {
                    work = Village.next(work, outcome);
                    raised.addAll(today <= day ? Set.of(id("D" + own.dispute())) : Set.of());
                    agreed.remove(id("D" + own.dispute()));
                    agreed.addAll(
                            own.deed() == Deed.AGREE ? Set.of(id("D" + own.dispute())) : Set.of());
                }
            }
            if (today == closing && work.close(on(today)).isAccepted()) {
                work = Village.next(work, work.close(on(today)));
                settled.addAll(today <= day ? agreed : Set.of());
            }
        }

        Measurement measured = CaseMeasures.settlement(dateOf(day), List.of(), List.of(work));

        assertThat(measured.denominator()).isEqualTo(raised);
        assertThat(measured.numerator()).isEqualTo(settled);
    }

    /** The defect: a dispute counted as settled from its agreement on, whatever came after it. */
    @Example
    void aDisputeOfACaseCountsFromTheCloseAndNotFromTheAgreement() {
        CaseId dispute = CaseId.of("D1");
        Casework rated = Village.rated(Village.finished(), 5);
        Casework raised = Village.next(rated, rated.raiseDispute(dispute, on(1)));
        Casework agreed =
                Village.next(raised, raised.endDispute(Quarrel.agreed(dispute, on(2)), on(2)));
        Casework closed = Village.next(agreed, agreed.close(on(4)));
        Casework reopened = Village.next(closed, closed.reopen("渗水", on(6)));
        Casework again = Village.next(reopened, reopened.raiseDispute(dispute, on(7)));

        assertThat(count(closed, 2)).isEqualTo(Count.OPEN);
        assertThat(count(closed, 3)).isEqualTo(Count.OPEN);
        assertThat(count(closed, 4)).isEqualTo(Count.COUNTED);
        assertThat(count(reopened, 6)).isEqualTo(Count.COUNTED);
        assertThat(count(again, 7)).isEqualTo(Count.REOPENED);
    }

    @Example
    void anAgreementDoesNotSettleWhatWasRaisedAgainAndHandedOn() {
        CaseId dispute = CaseId.of("D1");
        Casework rated = Village.rated(Village.finished(), 5);
        Casework raised = Village.next(rated, rated.raiseDispute(dispute, on(1)));
        Casework agreed =
                Village.next(raised, raised.endDispute(Quarrel.agreed(dispute, on(2)), on(2)));
        Casework again = Village.next(agreed, agreed.raiseDispute(dispute, on(3)));
        Casework handedOn =
                Village.next(again, again.endDispute(Quarrel.handedOn(dispute, on(4)), on(4)));
        Casework closed = Village.next(handedOn, handedOn.close(on(5)));

        assertThat(count(closed, 5)).isEqualTo(Count.WITHOUT_AGREEMENT);
    }

    private static Count count(Casework work, int day) {
        return Objects.requireNonNull(
                CaseMeasures.settlement(dateOf(day), List.of(), List.of(work))
                        .records()
                        .get(id("D1")));
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
        return Village.at(9).plus(Duration.ofDays(day));
    }

    private static LocalDate dateOf(int day) {
        return LocalDate.ofInstant(on(day), CHINA);
    }

    private static RecordId id(String dispute) {
        return new RecordId(Village.COMMUNITY, dispute);
    }
}
