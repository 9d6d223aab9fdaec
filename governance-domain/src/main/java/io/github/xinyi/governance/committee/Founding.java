package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a body comes into being: the owners elect their committee, or the street office forms a
 * property management committee. A term begins on the first day of office, which counts.
 *
 * @param community whose owners
 * @param size how large the community is
 * @param clauses the law in force there for the kind of body
 * @since 0.1.0
 */
public record Founding(CommunityId community, Size size, CommitteeClauses clauses) {

    /** The most seats, and the most alternates, of a body. */
    public static final int MAX_SEATS = 50;

    /**
     * How large a community is, as far as local law cares.
     *
     * @param households at least 1
     * @param area the floor area of its buildings
     */
    public record Size(int households, FloorArea area) {
        /** Refuses a community without households. */
        public Size {
            if (households < 1) {
                throw new IllegalArgumentException("no households: " + households);
            }
        }
    }

    /**
     * Who takes the seats.
     *
     * @param agreedSeats how many seats there are to be, 1 to {@link #MAX_SEATS}
     * @param seats who takes one
     * @param alternates who follows, in this order
     */
    public record Slate(int agreedSeats, List<Candidacy> seats, List<Candidacy> alternates) {
        /** Copies the lists and refuses what has no bound. */
        public Slate {
            seats = List.copyOf(seats);
            alternates = List.copyOf(alternates);
            if (agreedSeats < 1
                    || agreedSeats > MAX_SEATS
                    || seats.isEmpty()
                    || seats.size() > agreedSeats
                    || alternates.size() > MAX_SEATS) {
                throw new IllegalArgumentException(
                        seats.size() + " of " + agreedSeats + " seats, " + alternates.size());
            }
        }

        private static List<PersonId> persons(List<Candidacy> list) {
            return list.stream().map(c -> c.member().person()).toList();
        }
    }

    /**
     * What the street office settles when it forms a body.
     *
     * @param ground why
     * @param chair who takes the chair
     * @param deputies who stands in for the chair
     * @param daysShown for how many days the list of members was shown beforehand
     */
    public record Appointment(
            Ground ground, PersonId chair, List<PersonId> deputies, int daysShown) {
        /** Copies the deputies. */
        public Appointment {
            deputies = List.copyOf(deputies);
        }
    }

    /**
     * The owners elect their committee.
     *
     * @param resolution what they adopted
     * @param slate who was elected
     * @param term the days of office
     * @param at when it is recorded
     * @return the event, or every rule in its way
     */
    public Outcome<CommitteeEvent> elect(
            Resolution resolution, Slate slate, EffectivePeriod term, Instant at) {
        requireKind(Kind.OWNERS_COMMITTEE);
        int least = leastMembers();
        Findings checks =
                new Findings(clauses)
                        .rule(
                                CommitteeRule.ELECTED_BY_OWNERS,
                                isElection(resolution),
                                "resolution",
                                resolution);
        composition(checks, slate, term, least)
                .share(
                        CommitteeRule.ELECTED_SHARE,
                        LegalShare.ELECTED,
                        slate.seats().size(),
                        slate.agreedSeats())
                .rule(
                        CommitteeRule.ALTERNATES,
                        slate.alternates().size() <= slate.agreedSeats(),
                        "value",
                        slate.alternates().size(),
                        "limit",
                        slate.agreedSeats());
        return checks.answer(
                new CommitteeElected(
                        community,
                        resolution.meeting(),
                        resolution.motion().id(),
                        slate.agreedSeats(),
                        least,
                        slate.seats().stream().map(Candidacy::member).toList(),
                        Slate.persons(slate.alternates()),
                        term.startInclusive(),
                        term.endExclusive(),
                        at));
    }

    /**
     * The street office forms a property management committee.
     *
     * @param appointment what it settles
     * @param slate whom it appoints; there are no alternates
     * @param term the days of office
     * @param at when it is recorded
     * @return the event, or every rule in its way
     */
    public Outcome<CommitteeEvent> form(
            Appointment appointment, Slate slate, EffectivePeriod term, Instant at) {
        requireKind(Kind.PROPERTY_MANAGEMENT_COMMITTEE);
        int least = leastMembers();
        List<Member> members = slate.seats().stream().map(Candidacy::member).toList();
        Findings checks =
                new Findings(clauses)
                        .option(
                                CommitteeRule.GROUND,
                                Ground.class,
                                appointment.ground(),
                                community);
        composition(checks, slate, term, least)
                .atLeast(CommitteeRule.LIST_SHOWN, LegalNumber.LIST_SHOWN_DAYS, appointment.daysShown());
        officers(checks, members, appointment.chair(), appointment.deputies());
        return checks.answer(
                new ManagementCommitteeFormed(
                        community,
                        appointment.ground(),
                        least,
                        members,
                        appointment.chair(),
                        appointment.deputies(),
                        term.startInclusive(),
                        term.endExclusive(),
                        at));
    }

    private boolean isElection(Resolution resolution) {
        return resolution.community().equals(community)
                && resolution.matter() == Matter.COMMITTEE_ELECTION;
    }

    private void requireKind(Kind kind) {
        if (clauses.kind() != kind) {
            throw new IllegalArgumentException("clauses for " + clauses.kind());
        }
    }

    private Findings composition(Findings checks, Slate slate, EffectivePeriod term, int least) {
        int seats = slate.seats().size();
        List<PersonId> persons =
                Stream.of(slate.seats(), slate.alternates())
                        .flatMap(list -> Slate.persons(list).stream())
                        .toList();
        Set<PersonId> distinct = new HashSet<>(persons);
        long owners = slate.seats().stream().filter(c -> isOwner(c.member())).count();
        checks.rule(CommitteeRule.ODD, slate.agreedSeats() % 2 == 1, "value", slate.agreedSeats())
                .cited(
                        CommitteeRule.MIN_MEMBERS,
                        leastSources(),
                        seats >= least,
                        "value",
                        seats,
                        "limit",
                        least)
                .atMost(CommitteeRule.MAX_MEMBERS, LegalNumber.MAX_MEMBERS, slate.agreedSeats())
                .share(CommitteeRule.OWNER_SEATS, LegalShare.OWNER_SEATS, owners, seats)
                .rule(
                        CommitteeRule.ONE_SEAT_EACH,
                        distinct.size() == persons.size(),
                        "persons",
                        distinct.size(),
                        "seats",
                        persons.size());
        clauses.figure(LegalNumber.TERM_MIN_YEARS)
                .ifPresent(
                        c ->
                                termCheck(
                                        checks,
                                        CommitteeRule.TERM_MIN,
                                        c,
                                        !term.endExclusive().isBefore(end(term, c)),
                                        term));
        clauses.figure(LegalNumber.TERM_MAX_YEARS)
                .ifPresent(
                        c ->
                                termCheck(
                                        checks,
                                        CommitteeRule.TERM_MAX,
                                        c,
                                        !term.endExclusive().isAfter(end(term, c)),
                                        term));
        Stream.concat(slate.seats().stream(), slate.alternates().stream())
                .forEach(candidate -> eligibility(checks, clauses, candidate));
        return checks;
    }

    private static void termCheck(
            Findings checks,
            CommitteeRule rule,
            Sourced<Integer> years,
            boolean met,
            EffectivePeriod term) {
        checks.cited(
                rule,
                years.citations(),
                met,
                "start",
                term.startInclusive(),
                "end",
                term.endExclusive(),
                "years",
                years.value());
    }

    private static LocalDate end(EffectivePeriod term, Sourced<Integer> years) {
        return term.startInclusive().plusYears(years.value());
    }

    static boolean isOwner(Member member) {
        return member.side() == Side.OWNERS;
    }

    /** Ownership counts for the seat of an owner; every other bar as far as the law takes it. */
    static void eligibility(Findings checks, CommitteeClauses clauses, Candidacy candidate) {
        PersonId person = candidate.member().person();
        checks.option(CommitteeRule.NOMINATION, Nominator.class, candidate.nominator(), person);
        boolean owner = isOwner(candidate.member());
        candidate.found().stream()
                .sorted()
                .filter(
                        bar ->
                                bar == Bar.NO_FULL_CAPACITY
                                        || (owner && bar == Bar.NOT_AN_OWNER)
                                        || (owner && !clauses.sources(bar).isEmpty()))
                .forEach(bar -> barred(checks, clauses.sources(bar), person, bar));
    }

    private static void barred(Findings checks, List<Citation> sources, PersonId person, Bar bar) {
        checks.cited(
                CommitteeRule.ELIGIBLE,
                sources.isEmpty() ? CommitteeRule.ELIGIBLE.basis() : sources,
                false,
                "person",
                person,
                "bar",
                bar);
    }

    /** Chair and deputies are members, and the chair stands for a side that takes the chair. */
    static void officers(
            Findings checks, List<Member> members, PersonId chair, List<PersonId> deputies) {
        List<PersonId> officers = Stream.concat(Stream.of(chair), deputies.stream()).toList();
        List<PersonId> known = members.stream().map(Member::person).toList();
        checks.rule(
                CommitteeRule.OFFICERS_ARE_MEMBERS,
                known.containsAll(officers) && new HashSet<>(officers).size() == officers.size(),
                "officers",
                officers);
        members.stream()
                .filter(member -> member.person().equals(chair))
                .forEach(m -> checks.option(CommitteeRule.CHAIR_SIDE, Side.class, m.side(), chair));
    }

    /** The least number of members: that of a small community where the law has one. */
    private int leastMembers() {
        return clauses.figure(leastFigure()).map(Sourced::value).orElse(1);
    }

    private List<Citation> leastSources() {
        return clauses.figure(leastFigure()).map(Sourced::citations).orElse(List.of());
    }

    private LegalNumber leastFigure() {
        boolean small =
                isWithin(LegalNumber.SMALL_HOUSEHOLDS, size.households())
                        || isWithin(
                                LegalNumber.SMALL_AREA_SQUARE_DECIMETRES,
                                size.area().squareDecimetres());
        return small && clauses.figure(LegalNumber.SMALL_MIN_MEMBERS).isPresent()
                ? LegalNumber.SMALL_MIN_MEMBERS
                : LegalNumber.MIN_MEMBERS;
    }

    private boolean isWithin(LegalNumber limit, long value) {
        return clauses.figure(limit).map(c -> value <= c.value()).orElse(false);
    }
}
