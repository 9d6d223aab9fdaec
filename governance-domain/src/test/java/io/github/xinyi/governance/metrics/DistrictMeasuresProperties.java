package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.cobuilding.ConsultedMatter;
import io.github.xinyi.governance.cobuilding.HeldConsultation;
import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.EffectivePeriod;
import java.time.LocalDate;
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

/** Coverage, conferences and matters, counted again with numbers in the place of records. */
class DistrictMeasuresProperties {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int COMMUNITIES = 4;

    /**
     * The term of a body in days after the start.
     *
     * @param community whose body, by number
     * @param elected whether it is an owners' committee
     * @param first the first day
     * @param length how many days
     */
    private record Term(int community, boolean elected, int first, int length) {

        boolean includes(int day) {
            return first <= day && day < first + length;
        }

        GoverningBody body() {
            return new GoverningBody(
                    place(community),
                    elected ? Kind.OWNERS_COMMITTEE : Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                    new EffectivePeriod(
                            START.plusDays(first), START.plusDays((long) first + length)));
        }
    }

    /**
     * A conference and its matter, in days after the start.
     *
     * @param community where, by number
     * @param held the day of the conference
     * @param solved how many days later its matter was solved; 20 and more: never
     * @param cancelled whether it was not held in the end
     */
    private record Talk(int community, int held, int solved, boolean cancelled) {

        boolean isSolvedBy(int day) {
            return solved < 20 && held + solved <= day;
        }
    }

    @Provide
    Arbitrary<Term> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, COMMUNITIES - 1),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 20))
                .as(Term::new);
    }

    @Provide
    Arbitrary<Talk> talks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, COMMUNITIES - 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.of(true, false))
                .as(Talk::new);
    }

    @Property(tries = 500)
    void coverageEqualsARecountOfTheTermsThatIncludeTheDay(
            @ForAll @Size(max = 10) List<@From("terms") Term> terms,
            @ForAll @IntRange(min = 0, max = 50) int day) {
        Set<RecordId> all = new HashSet<>();
        Set<RecordId> covered = new HashSet<>();
        Set<RecordId> elected = new HashSet<>();
        List<CommunityId> communities = new ArrayList<>();
        for (int number = 0; number < COMMUNITIES; number++) {
            communities.add(place(number));
            RecordId id = new RecordId(place(number), place(number).value());
            all.add(id);
            for (Term term : terms) {
                if (term.community() == number && term.includes(day)) {
                    covered.add(id);
                    if (term.elected()) {
                        elected.add(id);
                    }
                }
            }
        }
        Set<RecordId> appointed = new HashSet<>(covered);
        appointed.removeAll(elected);

        Coverage coverage =
                Coverage.on(
                        START.plusDays(day), communities, terms.stream().map(Term::body).toList());

        assertThat(BodyMeasures.coverage(coverage).denominator()).isEqualTo(all);
        assertThat(BodyMeasures.coverage(coverage).numerator()).isEqualTo(covered);
        assertThat(BodyMeasures.ofKind(coverage, Kind.OWNERS_COMMITTEE).numerator())
                .isEqualTo(elected);
        assertThat(BodyMeasures.ofKind(coverage, Kind.PROPERTY_MANAGEMENT_COMMITTEE).numerator())
                .isEqualTo(appointed);
    }

    @Property(tries = 500)
    void conferencesAndMattersEqualARecount(
            @ForAll @Size(max = 10) List<@From("talks") Talk> talks,
            @ForAll @IntRange(min = 0, max = 60) int day) {
        List<HeldConsultation> entered = new ArrayList<>();
        List<ConsultedMatter> matters = new ArrayList<>();
        Set<HeldConsultation> cancelled = new HashSet<>();
        Set<RecordId> held = new HashSet<>();
        Set<RecordId> takenUp = new HashSet<>();
        Set<RecordId> solved = new HashSet<>();
        for (int number = 0; number < talks.size(); number++) {
            Talk talk = talks.get(number);
            HeldConsultation conference = conference(number, talk);
            entered.add(conference);
            matters.add(matter(number, talk));
            if (talk.cancelled()) {
                cancelled.add(conference);
            } else if (talk.held() <= day) {
                held.add(new RecordId(place(talk.community()), "J" + number));
            }
            if (talk.held() <= day) {
                takenUp.add(new RecordId(place(talk.community()), "X" + number));
            }
            if (talk.isSolvedBy(day)) {
                solved.add(new RecordId(place(talk.community()), "X" + number));
            }
        }
        Consultations list = new Consultations(entered, matters);

        Measurement measured = ServiceMeasures.conferences(START.plusDays(day), list, cancelled);
        Measurement measuredMatters = ServiceMeasures.matters(START.plusDays(day), list);

        assertThat(measured.numerator()).isEqualTo(held);
        assertThat(measuredMatters.denominator()).isEqualTo(takenUp);
        assertThat(measuredMatters.numerator()).isEqualTo(solved);
    }

    private static HeldConsultation conference(int number, Talk talk) {
        return new HeldConsultation(
                place(talk.community()), MeetingId.of("J" + number), START.plusDays(talk.held()));
    }

    private static ConsultedMatter matter(int number, Talk talk) {
        return new ConsultedMatter(
                place(talk.community()),
                ActionItemId.of("X" + number),
                MeetingId.of("J" + number),
                talk.solved() < 20
                        ? START.plusDays((long) talk.held() + talk.solved())
                        : LocalDate.MAX);
    }

    private static CommunityId place(int number) {
        return CommunityId.of("C" + number);
    }
}
