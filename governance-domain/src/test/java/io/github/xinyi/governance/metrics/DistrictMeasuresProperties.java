package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.cobuilding.ConsultedMatter;
import io.github.xinyi.governance.cobuilding.HeldConsultation;
import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.committee.Presence.State;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.EffectivePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        BodyMeasures.coverage(coverage)
                .missing()
                .forEach((place, why) -> assertThat(why).isEqualTo(lacking(place, terms, day)));
    }

    /** Of all terms of a community without a body in office, one that ended is named first. */
    private static Count lacking(RecordId place, List<Term> terms, int day) {
        List<Term> own =
                terms.stream().filter(t -> place(t.community()).equals(place.community())).toList();
        if (own.isEmpty()) {
            return Count.NO_BODY;
        }
        return own.stream().anyMatch(term -> term.first() <= day)
                ? Count.TERM_ENDED
                : Count.TERM_NOT_BEGUN;
    }

    /**
     * How a body known by its history stands on a day.
     *
     * @param community whose body, by number
     * @param elected whether it is an owners' committee
     * @param state how it stands
     */
    private record Known(int community, boolean elected, State state) {

        Presence presence() {
            return new Presence(
                    place(community),
                    elected ? Kind.OWNERS_COMMITTEE : Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                    state);
        }
    }

    @Provide
    Arbitrary<Known> known() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, COMMUNITIES - 1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(State.class))
                .as(Known::new);
    }

    /** What a community counts as, nearest to office first; written down a second time. */
    private static final Map<State, Count> REASONS = new EnumMap<>(State.class);

    static {
        REASONS.put(State.BELOW_MINIMUM, Count.BELOW_MINIMUM);
        REASONS.put(State.TERM_UNKNOWN, Count.TERM_UNKNOWN);
        REASONS.put(State.TERM_ENDED, Count.TERM_ENDED);
        REASONS.put(State.DISSOLVED, Count.DISSOLVED);
        REASONS.put(State.NOT_ELECTED, Count.NOT_ELECTED);
        REASONS.put(State.TERM_NOT_BEGUN, Count.TERM_NOT_BEGUN);
    }

    @Property(tries = 500)
    void everyCommunityCountsAsItsBodiesStandByTheKindsThatCount(
            @ForAll @Size(max = 8) List<@From("known") Known> known, @ForAll boolean both) {
        Map<RecordId, Count> expected = new HashMap<>();
        List<CommunityId> communities = new ArrayList<>();
        for (int number = 0; number < COMMUNITIES; number++) {
            communities.add(place(number));
            expected.put(
                    new RecordId(place(number), place(number).value()),
                    standing(number, known, both));
        }
        Set<Kind> counted = both ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.OWNERS_COMMITTEE);

        Coverage coverage =
                Coverage.of(
                        START, communities, known.stream().map(Known::presence).toList(), counted);

        assertThat(BodyMeasures.coverage(coverage).records()).isEqualTo(expected);
    }

    private static Count standing(int community, List<Known> known, boolean both) {
        List<Known> own = known.stream().filter(one -> one.community() == community).toList();
        if (own.stream().anyMatch(o -> o.state() == State.IN_OFFICE && (both || o.elected()))) {
            return Count.COUNTED;
        } else if (own.stream().anyMatch(o -> o.state() == State.IN_OFFICE)) {
            return Count.KIND_NOT_COUNTED;
        }
        return REASONS.entrySet().stream()
                .filter(reason -> own.stream().anyMatch(o -> o.state() == reason.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Count.NO_BODY);
    }

    /** Each of the ways in which a community can stand, and a conference, was drawn. */
    @Property(tries = 1)
    void whatIsDrawnReachesEveryReason() {
        Map<Object, Integer> reached = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            List<Known> known = known().list().ofMaxSize(8).generator(1_000).next(random).value();
            reached.merge(standing(0, known, i % 2 == 0), 1, Integer::sum);
            List<Term> terms = terms().list().ofMaxSize(10).generator(1_000).next(random).value();
            int day = i % 50;
            if (terms.stream().noneMatch(t -> t.community() == 0 && t.includes(day))) {
                RecordId here = new RecordId(place(0), "C0");
                reached.merge("term " + lacking(here, terms, day), 1, Integer::sum);
            }
            Talk talk = talks().generator(1_000).next(random).value();
            reached.merge(talk.cancelled() ? "cancelled" : "held", 1, Integer::sum);
            reached.merge(talk.isSolvedBy(60) ? "solved" : "never solved", 1, Integer::sum);
        }

        Set<Object> every = new HashSet<>(REASONS.values());
        every.addAll(Set.of(Count.COUNTED, Count.NO_BODY, Count.KIND_NOT_COUNTED));
        every.addAll(Set.of("term NO_BODY", "term TERM_ENDED", "term TERM_NOT_BEGUN"));
        every.addAll(Set.of("cancelled", "held", "solved", "never solved"));
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 3, reached.toString());
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
