package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.Founding.Application;
import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Size;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Composition;
import io.github.xinyi.governance.committee.Option.Count;
import io.github.xinyi.governance.committee.Option.Deputies;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Sender;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.Option.Succession;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must hold when a body comes into being, and of whoever takes a seat in it. */
final class FoundingRules {

    private FoundingRules() {}

    static Findings of(CommitteeElected event, CommitteeClauses clauses) {
        Findings findings = new Findings(clauses);
        Slate slate = event.slate();
        elected(findings, event);
        composition(findings, clauses, slate, event.size(), event.term());
        alternates(findings, clauses, slate);
        return findings.share(
                CommitteeRule.ELECTED_SHARE,
                LegalShare.ELECTED,
                slate.seats().size(),
                slate.agreedSeats());
    }

    /** No more than there are seats, where the law bounds them. */
    private static void alternates(Findings findings, CommitteeClauses clauses, Slate slate) {
        List<Citation> sources = clauses.sources(Succession.AS_MANY_AS_SEATS);
        if (!sources.isEmpty()) {
            findings.cited(
                    CommitteeRule.ALTERNATES,
                    sources,
                    slate.alternates().size() <= slate.agreedSeats(),
                    "value",
                    slate.alternates().size(),
                    "limit",
                    slate.agreedSeats());
        }
    }

    private static void elected(Findings findings, CommitteeElected event) {
        List<SeatMandate> mandates = event.mandates();
        boolean byNames = isByNames(mandates);
        boolean ofOneMeeting =
                mandates.stream().map(m -> m.adopted().meeting()).distinct().count() == 1
                        && mandates.stream().noneMatch(SeatMandate::isByNames);
        findings.rule(
                        CommitteeRule.ELECTED_BY_OWNERS,
                        (ofOneMeeting || byNames)
                                && mandates.stream().allMatch(m -> isElection(m.adopted(), event)),
                        "resolution",
                        mandates.stream().map(SeatMandate::adopted).toList())
                .rule(
                        CommitteeRule.SEAT_PAPER,
                        mandates.stream()
                                        .allMatch(m -> m.isOnPaper(event.community(), event.term()))
                                && (byNames
                                        ? areElected(new NamedElections(mandates), event.slate())
                                        : areOnPaper(mandates, event.slate())),
                        "persons",
                        event.slate().seated(),
                        "start",
                        event.term().startInclusive(),
                        "end",
                        event.term().endExclusive());
        if (byNames) {
            new NamedElections(mandates).judge(findings, event.slate().agreedSeats());
        }
        LocalDate recorded = Findings.day(event.occurredAt());
        mandates.forEach(
                m ->
                        findings.between(LocalDate.MIN, m.adopted().adoptedOn(), recorded)
                                .between(
                                        LocalDate.MIN,
                                        m.adopted().adoptedOn(),
                                        event.term().startInclusive()));
    }

    private static boolean isElection(AdoptedMotion adopted, CommitteeEvent event) {
        return adopted.community().equals(event.community())
                && adopted.motion().matter() == Matter.COMMITTEE_ELECTION;
    }

    /** Whether owners named persons at every one of these votes. */
    private static boolean isByNames(List<SeatMandate> mandates) {
        return !mandates.isEmpty() && mandates.stream().allMatch(SeatMandate::isByNames);
    }

    /** The figures elect exactly the slate; alternates stand in the order of votes. */
    private static boolean areElected(NamedElections elections, Slate slate) {
        return new TreeSet<>(elections.seated()).equals(new TreeSet<>(slate.seated()))
                && elections.isFollowedBy(slate.following());
    }

    /** The papers together name exactly the slate, and nobody whom nobody voted on. */
    private static boolean areOnPaper(List<SeatMandate> mandates, Slate slate) {
        List<PersonId> seated = mandates.stream().flatMap(m -> m.seated().stream()).toList();
        List<PersonId> following = mandates.stream().flatMap(m -> m.alternates().stream()).toList();
        return mandates.stream().allMatch(m -> m.recalled().isEmpty())
                && new TreeSet<>(seated).equals(new TreeSet<>(slate.seated()))
                && following.equals(slate.following());
    }

    static Findings of(ManagementCommitteeFormed event, CommitteeClauses clauses) {
        Findings findings = new Findings(clauses);
        Appointment appointment = event.appointment();
        LocalDate start = event.term().startInclusive();
        LocalDate recorded = Findings.day(event.occurredAt());
        findings.option(
                CommitteeRule.GROUND, Ground.class, appointment.ground(), event.community());
        application(findings, appointment, start, event.occurredAt());
        composition(findings, clauses, event.slate(), event.size(), event.term());
        findings.between(LocalDate.MIN, appointment.listShownOn(), recorded)
                .between(appointment.listShownOn(), start, LocalDate.MAX)
                .atLeast(
                        CommitteeRule.LIST_SHOWN,
                        LegalNumber.LIST_SHOWN_DAYS,
                        ChronoUnit.DAYS.between(appointment.listShownOn(), start));
        List<Member> members = event.slate().seats().stream().map(Candidacy::member).toList();
        sides(findings, clauses, members, appointment.ground());
        officers(findings, members, appointment.chair(), appointment.deputies());
        return findings.cited(
                CommitteeRule.ALTERNATES,
                List.of(Statutes.CIVIL_CODE.at(277, 2).asInterpretation()),
                event.slate().alternates().isEmpty(),
                "value",
                event.slate().alternates().size(),
                "limit",
                0);
    }

    /**
     * Who is sent beside the owners: each side of a closed list, and none too often. A list that
     * goes on with 等 asks for nobody in particular; what it names is told.
     */
    private static void sides(
            Findings findings, CommitteeClauses clauses, List<Member> members, Ground ground) {
        sidesSent(findings, clauses, members, ground);
        members.stream()
                .map(Member::side)
                .distinct()
                .forEach(side -> sideMost(findings, clauses, side, membersOf(members, side)));
    }

    /** Whether each side has a member, at the formation and as long as the body is there. */
    static void sidesSent(
            Findings findings, CommitteeClauses clauses, List<Member> members, Ground ground) {
        List<Citation> closed = clauses.sources(Composition.CLOSED);
        for (Sender sender : clauses.options(Sender.class)) {
            long sent = membersOf(members, sender.side());
            boolean asked = !closed.isEmpty() && !isExcused(sender, ground);
            Verdict missing = asked ? Verdict.NOT_MET : Verdict.NOT_APPLICABLE;
            boolean reading = sender == Sender.DEVELOPER && ground == Ground.UNMANAGED_AREA;
            findings.open(
                    CommitteeRule.SIDE_SENT,
                    reading ? readings(clauses.sources(sender)) : clauses.sources(sender),
                    sent > 0 ? Verdict.MET : missing,
                    Evidence.of("option", sender.side()).and("value", sent));
        }
    }

    /**
     * A developer may stay away once there is an owners' meeting; that an area which was built long
     * ago may have no developer any more is our reading.
     */
    private static boolean isExcused(Sender sender, Ground ground) {
        return sender == Sender.DEVELOPER
                && switch (ground) {
                    case NO_CONDITIONS, REAL_DIFFICULTY -> false;
                    case NO_COMMITTEE_ELECTED, TERM_ENDING, VACANCIES, INACTIVE, UNMANAGED_AREA ->
                            true;
                };
    }

    private static List<Citation> readings(List<Citation> sources) {
        return sources.stream().map(Citation::asInterpretation).toList();
    }

    private static long membersOf(List<Member> members, Side side) {
        return members.stream().filter(member -> member.side() == side).count();
    }

    /**
     * No side beside the owners sends too many; where the list is closed no other sends anybody.
     */
    static void sideMost(Findings findings, CommitteeClauses clauses, Side side, long members) {
        boolean named =
                clauses.options(Sender.class).stream().anyMatch(sender -> sender.side() == side);
        List<Citation> closed = clauses.sources(Composition.CLOSED);
        if (named) {
            clauses.number(LegalNumber.SIDE_MOST)
                    .ifPresent(c -> sideMost(findings, c.citations(), side, members, c.value()));
        } else if (side != Side.OWNERS && !closed.isEmpty()) {
            sideMost(findings, closed, side, members, 0);
        }
    }

    private static void sideMost(
            Findings findings, List<Citation> sources, Side side, long members, int limit) {
        findings.cited(
                CommitteeRule.SIDE_MOST,
                sources,
                members <= limit,
                "option",
                side,
                "value",
                members,
                "limit",
                limit);
    }

    /** Where the law forms a body on application only, there is one of enough owners. */
    private static void application(
            Findings findings, Appointment appointment, LocalDate start, Instant at) {
        List<Application> applied = appointment.application();
        applied.forEach(a -> findings.between(LocalDate.MIN, a.appliedOn(), start));
        applied.forEach(a -> findings.between(LocalDate.MIN, a.appliedOn(), Findings.day(at)));
        applied.forEach(a -> findings.stated(LegalShare.APPLICATION, a.owners(), a.ownersInAll()));
        findings.share(
                CommitteeRule.APPLICATION,
                LegalShare.APPLICATION,
                applied.stream().mapToLong(Application::owners).sum(),
                Math.max(1, applied.stream().mapToLong(Application::ownersInAll).sum()));
    }

    private static void composition(
            Findings findings,
            CommitteeClauses clauses,
            Slate slate,
            Size size,
            EffectivePeriod term) {
        int seats = slate.seats().size();
        List<PersonId> persons =
                Stream.concat(slate.seated().stream(), slate.following().stream()).toList();
        Set<PersonId> distinct = new HashSet<>(persons);
        long owners = slate.seats().stream().filter(c -> isOwner(c.member())).count();
        number(findings, clauses, size, slate.agreedSeats(), seats);
        findings.share(CommitteeRule.OWNER_SEATS, LegalShare.OWNER_SEATS, owners, seats)
                .rule(
                        CommitteeRule.ONE_SEAT_EACH,
                        distinct.size() == persons.size(),
                        "persons",
                        distinct.size(),
                        "seats",
                        persons.size());
        years(findings, clauses, term);
        Stream.concat(slate.seats().stream(), slate.alternates().stream())
                .forEach(candidate -> eligibility(findings, clauses, candidate));
    }

    /** How many seats are agreed, and whether those taken are enough. */
    static Findings number(
            Findings findings, CommitteeClauses clauses, Size size, int agreed, int taken) {
        int least = leastMembers(clauses, size);
        odd(findings, clauses, agreed);
        return findings.cited(
                        CommitteeRule.MIN_MEMBERS,
                        leastSources(clauses, size),
                        taken >= least,
                        "value",
                        taken,
                        "limit",
                        least)
                .atMost(CommitteeRule.MAX_MEMBERS, LegalNumber.MAX_MEMBERS, agreed);
    }

    private static void odd(Findings findings, CommitteeClauses clauses, int agreed) {
        List<Citation> sources = clauses.sources(Count.ODD);
        if (!sources.isEmpty()) {
            findings.cited(CommitteeRule.ODD, sources, agreed % 2 == 1, "value", agreed);
        }
    }

    private static void years(Findings findings, CommitteeClauses clauses, EffectivePeriod term) {
        LocalDate end = term.endExclusive();
        clauses.number(LegalNumber.TERM_MIN_YEARS)
                .ifPresent(
                        years ->
                                term(
                                        findings,
                                        CommitteeRule.TERM_MIN,
                                        years,
                                        !end.isBefore(after(term, years)),
                                        term));
        clauses.number(LegalNumber.TERM_MAX_YEARS)
                .ifPresent(
                        years ->
                                term(
                                        findings,
                                        CommitteeRule.TERM_MAX,
                                        years,
                                        !end.isAfter(after(term, years)),
                                        term));
    }

    private static void term(
            Findings findings,
            CommitteeRule rule,
            Sourced<Integer> years,
            boolean met,
            EffectivePeriod term) {
        findings.cited(
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

    private static LocalDate after(EffectivePeriod term, Sourced<Integer> years) {
        return term.startInclusive().plusYears(years.value());
    }

    static boolean isOwner(Member member) {
        return member.side() == Side.OWNERS;
    }

    /** Ownership counts for the seat of an owner; every other bar as far as the law takes it. */
    static void eligibility(Findings findings, CommitteeClauses clauses, Candidacy candidate) {
        PersonId person = candidate.person();
        findings.option(CommitteeRule.NOMINATION, Nominator.class, candidate.nominator(), person);
        boolean owner = isOwner(candidate.member());
        if (!owner && clauses.kind() == Kind.OWNERS_COMMITTEE) {
            List<Citation> owners = clauses.sources(Bar.NOT_AN_OWNER);
            barred(
                    findings,
                    owners.isEmpty() ? CommitteeRule.ELIGIBLE.basis() : owners,
                    person,
                    Bar.NOT_AN_OWNER);
        }
        candidate.found().stream()
                .filter(
                        bar ->
                                bar == Bar.NO_FULL_CAPACITY
                                        || (owner && bar == Bar.NOT_AN_OWNER)
                                        || (owner && !clauses.sources(bar).isEmpty()))
                .forEach(bar -> barred(findings, sources(clauses, candidate, bar), person, bar));
        unlisted(findings, clauses, candidate);
    }

    /**
     * What bars somebody. Of who is no owner, and where no clause lists it of capacity and of
     * another body than an owners' committee, no text says it: that is our reading.
     */
    private static List<Citation> sources(CommitteeClauses clauses, Candidacy candidate, Bar bar) {
        List<Citation> listed = clauses.sources(bar);
        List<Citation> sources = listed.isEmpty() ? CommitteeRule.ELIGIBLE.basis() : listed;
        boolean reading =
                !isOwner(candidate.member())
                        || (listed.isEmpty()
                                && (bar == Bar.NO_FULL_CAPACITY
                                        || clauses.kind() != Kind.OWNERS_COMMITTEE));
        return reading ? readings(sources) : sources;
    }

    /** A bar that was found and that the law does not list is shown; it bars nobody. */
    static void unlisted(Findings findings, CommitteeClauses clauses, Candidacy candidate) {
        boolean owner = isOwner(candidate.member());
        candidate.found().stream()
                .filter(bar -> bar != Bar.NO_FULL_CAPACITY)
                .filter(bar -> !owner || bar != Bar.NOT_AN_OWNER)
                .filter(bar -> !owner || clauses.sources(bar).isEmpty())
                .forEach(
                        bar ->
                                findings.notApplicable(
                                        CommitteeRule.ELIGIBLE,
                                        "person",
                                        candidate.person(),
                                        "bar",
                                        bar));
    }

    private static void barred(
            Findings findings, List<Citation> sources, PersonId person, Bar bar) {
        findings.cited(CommitteeRule.ELIGIBLE, sources, false, "person", person, "bar", bar);
    }

    /** Chair and deputies are members, each for a side that may take the place. */
    static void officers(
            Findings findings, List<Member> members, PersonId chair, List<PersonId> deputies) {
        List<PersonId> officers = Stream.concat(Stream.of(chair), deputies.stream()).toList();
        List<PersonId> known = members.stream().map(Member::person).toList();
        findings.rule(
                CommitteeRule.OFFICERS_ARE_MEMBERS,
                known.containsAll(officers) && new HashSet<>(officers).size() == officers.size(),
                "officers",
                officers);
        members.stream()
                .filter(member -> member.person().equals(chair))
                .forEach(
                        m ->
                                findings.option(
                                        CommitteeRule.CHAIR_SIDE, Side.class, m.side(), chair));
        List<Citation> owners = findings.sources(Deputies.OWNERS);
        members.stream()
                .filter(member -> !owners.isEmpty() && deputies.contains(member.person()))
                .forEach(
                        m ->
                                findings.cited(
                                        CommitteeRule.DEPUTY_SIDE,
                                        owners,
                                        isOwner(m),
                                        "subject",
                                        m.person(),
                                        "option",
                                        m.side()));
    }

    /** The least number of members: that of a small community where the law has one. */
    static int leastMembers(CommitteeClauses clauses, Size size) {
        return clauses.number(leastNumber(clauses, size)).map(Sourced::value).orElse(1);
    }

    private static List<Citation> leastSources(CommitteeClauses clauses, Size size) {
        return clauses.number(leastNumber(clauses, size)).map(Sourced::citations).orElse(List.of());
    }

    private static LegalNumber leastNumber(CommitteeClauses clauses, Size size) {
        boolean small =
                isWithin(clauses, LegalNumber.SMALL_HOUSEHOLDS, size.households())
                        || isWithin(
                                clauses,
                                LegalNumber.SMALL_AREA_SQUARE_DECIMETRES,
                                size.area().squareDecimetres());
        return small && clauses.number(LegalNumber.SMALL_MIN_MEMBERS).isPresent()
                ? LegalNumber.SMALL_MIN_MEMBERS
                : LegalNumber.MIN_MEMBERS;
    }

    private static boolean isWithin(CommitteeClauses clauses, LegalNumber limit, long value) {
        return clauses.number(limit).map(c -> value <= c.value()).orElse(false);
    }
}
