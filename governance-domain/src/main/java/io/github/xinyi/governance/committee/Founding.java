package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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

    /** The most motions by which one body is elected, so that one stored event holds them. */
    public static final int MAX_MOTIONS = 20;

    /** The most papers of all these motions together. */
    public static final int MAX_PAPERS = 100;

    /** The most candidates of an election by names and its run-offs together. */
    public static final int MAX_CANDIDATES = 150;

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

        List<PersonId> seated() {
            return persons(seats);
        }

        List<PersonId> following() {
            return persons(alternates);
        }

        private static List<PersonId> persons(List<Candidacy> list) {
            return list.stream().map(Candidacy::person).toList();
        }
    }

    /**
     * What the street office settles when it forms a body.
     *
     * @param ground why
     * @param chair who takes the chair
     * @param deputies who stands in for the chair
     * @param listShownOn since when the list of members was shown
     * @param application on which application of owners; none or one
     */
    public record Appointment(
            Ground ground,
            PersonId chair,
            List<PersonId> deputies,
            LocalDate listShownOn,
            List<Application> application) {
        /** Copies the lists and refuses a second application and deputies without bound. */
        public Appointment {
            deputies = List.copyOf(deputies);
            application = List.copyOf(application);
            if (application.size() > 1 || deputies.size() > MAX_SEATS) {
                throw new IllegalArgumentException(
                        application.size() + " applications, " + deputies.size() + " deputies");
            }
        }
    }

    /**
     * Owners apply to the street office for a body (申请组建), for example 50 of 500.
     *
     * @param appliedOn the day
     * @param owners how many apply
     * @param ownersInAll how many there are
     */
    public record Application(LocalDate appliedOn, long owners, long ownersInAll) {
        /** Refuses a part above the whole. */
        public Application {
            if (owners < 0 || owners > ownersInAll) {
                throw new IllegalArgumentException(owners + " of " + ownersInAll + " owners");
            }
        }
    }

    /**
     * The owners elect their committee, by lists or by names.
     *
     * <p>By lists: one motion on the whole slate or several of one meeting, whose papers together
     * name exactly those who take a seat and those who follow. By names: one election of several
     * candidates, or that and its run-offs at later meetings, each over the seats that the one
     * before left to a tie; those who have a seat by the figures of all of them take one, and those
     * follow who stand by, in the order of votes. Whether so few may begin is judged by the law for
     * both ways alike.
     *
     * @param votes the votes on lists, or the elections in the order held; at most {@link
     *     #MAX_MOTIONS} with at most {@link #MAX_PAPERS} papers and {@link #MAX_CANDIDATES}
     *     candidates
     * @param slate who was elected
     * @param term the days of office, the same as on the papers
     * @param at when it is recorded
     * @return the event, or every rule in its way
     */
    public Outcome<CommitteeEvent> elect(
            List<? extends SeatVote> votes, Slate slate, EffectivePeriod term, Instant at) {
        requireKind(Kind.OWNERS_COMMITTEE);
        List<SeatMandate> mandates = votes.stream().map(SeatVote::mandate).toList();
        long papers =
                mandates.stream().mapToLong(m -> m.adopted().motion().documents().size()).sum();
        long candidates =
                mandates.stream()
                        .flatMap(mandate -> mandate.election().stream())
                        .mapToLong(election -> election.supports().size())
                        .sum();
        if (mandates.size() > MAX_MOTIONS || papers > MAX_PAPERS || candidates > MAX_CANDIDATES) {
            throw new IllegalArgumentException(
                    mandates.size()
                            + " motions, "
                            + papers
                            + " papers, "
                            + candidates
                            + " candidates");
        }
        CommitteeElected event = new CommitteeElected(community, size, slate, term, mandates, at);
        return FoundingRules.of(event, clauses).answer(event);
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
        ManagementCommitteeFormed event =
                new ManagementCommitteeFormed(community, size, appointment, slate, term, at);
        return FoundingRules.of(event, clauses).answer(event);
    }

    private void requireKind(Kind kind) {
        if (clauses.kind() != kind) {
            throw new IllegalArgumentException("clauses for " + clauses.kind());
        }
    }
}
