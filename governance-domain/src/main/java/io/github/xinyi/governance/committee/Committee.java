package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.AdoptedMotion.Decision;
import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.DecisionAnnulled;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSent;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallReceived;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallRejected;
import io.github.xinyi.governance.committee.CommitteeEvent.ReplacementDisplayed;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionDemanded;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;
import io.github.xinyi.governance.committee.Founding.Application;
import io.github.xinyi.governance.committee.Founding.Size;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Stop;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.DeadlineCount;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One body of the owners (业主委员会 or 物业管理委员会) from its formation to its end, as the fold of its
 * events, for example seven members from 2024-03-01 until before 2029-03-01. Immutable.
 *
 * <p>Commands are given through {@link #acting}; what is due or late through {@link #duties}. A
 * body that is not filed is elected all the same; the filing is a duty, not its birth. Each event
 * is judged by the law of the day on which it was recorded, when it is made and when it is
 * replayed.
 *
 * @since 0.1.0
 */
public final class Committee {

    /** The longest history, in events. */
    public static final int MAX_EVENTS = 10_000;

    /** The most papers that propose the recall of one person, those decided on among them. */
    public static final int MAX_RECALL_PAPERS = 100;

    /** One that is over, until before the day of leaving. */
    private record Membership(PersonId person, LocalDate since, LocalDate leftOn) {

        boolean contains(LocalDate day) {
            return !day.isBefore(since) && day.isBefore(leftOn);
        }
    }

    private record Use(Decision decision, PersonId person) {}

    private final Function<LocalDate, CommitteeClauses> law;
    private final CommitteeEvent founding;
    private final Kind kind;
    private final EffectivePeriod term;
    private final LocalDate foundedOn;
    private final Slate slate;
    private final int leastMembers;
    private int events = 1;
    private int fullNumber;
    private Instant recordedAt;
    private final Set<Use> used = new HashSet<>();
    private final SortedMap<Decision, LocalDate> annulled = new TreeMap<>();
    private final SortedMap<PersonId, Member> members = new TreeMap<>();
    private final SortedMap<PersonId, Candidacy> candidacies = new TreeMap<>();
    private final SortedMap<PersonId, LocalDate> seatedSince = new TreeMap<>();
    private final SortedMap<PersonId, LocalDate> suspended = new TreeMap<>();
    private final SortedMap<PersonId, LocalDate> pardonedOn = new TreeMap<>();
    private final List<PersonId> alternates = new ArrayList<>();
    private final List<PersonId> officers = new ArrayList<>();
    private final SortedMap<MeetingId, Session> sessions = new TreeMap<>();
    private final Map<FilingOffice, SortedSet<LocalDate>> filings =
            new EnumMap<>(FilingOffice.class);
    private final SortedSet<LocalDate> changes = new TreeSet<>();
    private final SortedMap<PersonId, LocalDate> leavers = new TreeMap<>();
    private final SortedMap<PersonId, LocalDate> leaversHandedOver = new TreeMap<>();
    private final List<SealUsed> sealUses = new ArrayList<>();
    private final SortedSet<LocalDate> sealPublications = new TreeSet<>();
    private final SortedMap<PersonId, LocalDate> recallsProposed = new TreeMap<>();
    private final SortedMap<PersonId, LocalDate> recallsDecided = new TreeMap<>();
    private final List<RecallReceived> recallsReceived = new ArrayList<>();
    private final SortedMap<PersonId, LocalDate> papersSettledOn = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final SortedSet<PersonId> replacing = new TreeSet<>();
    private final SortedMap<PersonId, Long> daysShown = new TreeMap<>();
    private final List<LocalDate> demands = new ArrayList<>();
    private final SortedMap<Estate, LocalDate> handedOver = new TreeMap<>();
    private @Nullable LocalDate officersChosenOn;
    private @Nullable LocalDate reportedOn;
    private @Nullable SuccessorRecorded successor;
    private @Nullable LocalDate powersEndOn;
    private @Nullable LocalDate dissolvedOn;

    private Committee(CommitteeElected event, Function<LocalDate, CommitteeClauses> law) {
        this(event, Kind.OWNERS_COMMITTEE, electedOn(event), event.term(), event.slate(), law);
        alternates.addAll(slate.following());
        event.mandates().forEach(this::use);
    }

    private Committee(ManagementCommitteeFormed event, Function<LocalDate, CommitteeClauses> law) {
        this(
                event,
                Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                event.term().startInclusive(),
                event.term(),
                event.slate(),
                law);
        officers.add(event.appointment().chair());
        officers.addAll(event.appointment().deputies());
        officersChosenOn = foundedOn;
    }

    private Committee(
            CommitteeEvent founding,
            Kind kind,
            LocalDate foundedOn,
            EffectivePeriod term,
            Slate slate,
            Function<LocalDate, CommitteeClauses> law) {
        this.law = law;
        this.founding = founding;
        this.kind = kind;
        this.foundedOn = foundedOn;
        this.term = term;
        this.slate = slate;
        this.recordedAt = founding.occurredAt();
        this.leastMembers = FoundingRules.leastMembers(lawOf(founding, law), sizeOf(founding));
        this.fullNumber = slate.seats().size();
        slate.seats().forEach(seat -> sit(seat, term.startInclusive()));
    }

    private static LocalDate electedOn(CommitteeElected event) {
        return event.mandates().stream()
                .map(mandate -> mandate.adopted().adoptedOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Size sizeOf(CommitteeEvent founding) {
        return founding instanceof CommitteeElected elected
                ? elected.size()
                : ((ManagementCommitteeFormed) founding).size();
    }

    private static CommitteeClauses lawOf(
            CommitteeEvent event, Function<LocalDate, CommitteeClauses> law) {
        return law.apply(Findings.day(event.occurredAt()));
    }

    private void sit(Candidacy candidate, LocalDate since) {
        members.put(candidate.person(), candidate.member());
        candidacies.put(candidate.person(), candidate);
        seatedSince.put(candidate.person(), since);
    }

    private void use(SeatMandate mandate) {
        Decision decision = mandate.adopted().decision();
        mandate.seated().forEach(person -> used.add(new Use(decision, person)));
        mandate.alternates().forEach(person -> used.add(new Use(decision, person)));
    }

    private Committee(Committee other) {
        this.law = other.law;
        this.foundedOn = other.foundedOn;
        this.slate = other.slate;
        this.recordedAt = other.recordedAt;
        used.addAll(other.used);
        annulled.putAll(other.annulled);
        seatedSince.putAll(other.seatedSince);
        this.powersEndOn = other.powersEndOn;
        this.founding = other.founding;
        this.kind = other.kind;
        this.term = other.term;
        this.leastMembers = other.leastMembers;
        this.events = other.events;
        this.fullNumber = other.fullNumber;
        members.putAll(other.members);
        candidacies.putAll(other.candidacies);
        suspended.putAll(other.suspended);
        pardonedOn.putAll(other.pardonedOn);
        alternates.addAll(other.alternates);
        officers.addAll(other.officers);
        sessions.putAll(other.sessions);
        other.filings.forEach((office, days) -> filings.put(office, new TreeSet<>(days)));
        changes.addAll(other.changes);
        leavers.putAll(other.leavers);
        leaversHandedOver.putAll(other.leaversHandedOver);
        sealUses.addAll(other.sealUses);
        sealPublications.addAll(other.sealPublications);
        recallsProposed.putAll(other.recallsProposed);
        recallsDecided.putAll(other.recallsDecided);
        recallsReceived.addAll(other.recallsReceived);
        papersSettledOn.putAll(other.papersSettledOn);
        memberships.addAll(other.memberships);
        replacing.addAll(other.replacing);
        daysShown.putAll(other.daysShown);
        demands.addAll(other.demands);
        handedOver.putAll(other.handedOver);
        this.officersChosenOn = other.officersChosenOn;
        this.reportedOn = other.reportedOn;
        this.successor = other.successor;
        this.dissolvedOn = other.dissolvedOn;
    }

    /**
     * The body with that history under a law that did not change.
     *
     * @param history its events in order, at most {@link #MAX_EVENTS}
     * @param clauses the law in force all the time
     * @return the body
     * @throws IllegalArgumentException if no command could have made that history
     */
    public static Committee from(List<CommitteeEvent> history, CommitteeClauses clauses) {
        return from(history, day -> clauses);
    }

    /**
     * The body with that history.
     *
     * @param history its events in order, at most {@link #MAX_EVENTS}
     * @param law the clauses in force on a day, for this kind of body; the same for the same day
     * @return the body
     * @throws IllegalArgumentException if no command could have made that history
     */
    public static Committee from(
            List<CommitteeEvent> history, Function<LocalDate, CommitteeClauses> law) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a history without an event");
        }
        Committee body = founded(history.get(0), law);
        for (CommitteeEvent event : history.subList(1, history.size())) {
            body.take(event);
        }
        return body;
    }

    /**
     * The body with that history, in which every reference to a decision of the owners is one that
     * their own records have.
     *
     * @param history its events in order, at most {@link #MAX_EVENTS}
     * @param law the clauses in force on a day, for this kind of body; the same for the same day
     * @param owners the decision of the owners of that name; empty where their records have none
     * @return the body
     * @throws IllegalArgumentException if no command could have made that history, or if it refers
     *     to a decision that the records do not have, or have otherwise
     */
    public static Committee from(
            List<CommitteeEvent> history,
            Function<LocalDate, CommitteeClauses> law,
            Function<Decision, Optional<OwnersDecision>> owners) {
        for (CommitteeEvent event : history) {
            Optional<Decision> missing = OwnersReferences.missing(event, owners);
            if (missing.isPresent()) {
                throw new IllegalArgumentException(
                        "not in the records of the owners: " + missing.get());
            }
        }
        return from(history, law);
    }

    private static Committee founded(
            CommitteeEvent first, Function<LocalDate, CommitteeClauses> law) {
        CommitteeClauses clauses = lawOf(first, law);
        if (first instanceof CommitteeElected != (clauses.kind() == Kind.OWNERS_COMMITTEE)) {
            throw new IllegalArgumentException("clauses for " + clauses.kind());
        }
        require(Judgement.ofFirst(first, clauses), first);
        return first instanceof CommitteeElected elected
                ? new Committee(elected, law)
                : new Committee((ManagementCommitteeFormed) first, law);
    }

    private static void require(Findings findings, CommitteeEvent event) {
        if (!findings.areMet()) {
            throw new IllegalArgumentException(
                    "not at this place of a history: " + event + ", " + findings.ruling().notMet());
        }
    }

    /**
     * The body after one more event.
     *
     * @param event what happened
     * @return the changed body; this one stays as it is
     * @throws IllegalArgumentException if no command could have made that event
     */
    public Committee after(CommitteeEvent event) {
        Committee next = new Committee(this);
        next.take(event);
        return next;
    }

    private void take(CommitteeEvent event) {
        if (events >= MAX_EVENTS) {
            throw new IllegalArgumentException("a history of more than " + MAX_EVENTS + " events");
        }
        CommitteeClauses clauses = lawOf(event, law);
        require(Judgement.of(this, event, clauses), event);
        events++;
        recordedAt = event.occurredAt();
        if (!takeSession(event) && !takeMembership(event)) {
            takePaper(event, clauses);
        }
    }

    private boolean takeSession(CommitteeEvent event) {
        if (event instanceof SessionCalled called) {
            sessions.put(called.session(), Session.called(called));
        } else if (event instanceof SessionHeld held) {
            SortedSet<PersonId> attending = new TreeSet<>(held.present());
            attending.addAll(held.represented());
            SortedSet<PersonId> expected = new TreeSet<>(members.keySet());
            sessions.computeIfPresent(held.session(), (id, s) -> s.held(expected, attending));
        } else if (event instanceof ItemAdopted adopted) {
            sessions.computeIfPresent(
                    adopted.session(), (id, s) -> s.adopting(adopted.item(), adopted.approvals()));
        } else if (event instanceof SessionPublished published) {
            sessions.computeIfPresent(published.session(), (id, s) -> s.publishing(published));
        } else if (event instanceof SessionDemanded demanded) {
            demands.add(demanded.demandedOn());
        } else {
            return false;
        }
        return true;
    }

    private boolean takeMembership(CommitteeEvent event) {
        if (event instanceof OfficersChosen chosen) {
            officers.clear();
            officers.add(chosen.chair());
            officers.addAll(chosen.deputies());
            officersChosenOn = chosen.chosenOn();
        } else if (event instanceof MemberLeft left) {
            leave(left.person(), left.leftOn());
        } else if (event instanceof MemberRecalled recalled) {
            used.add(new Use(recalled.mandate().adopted().decision(), recalled.person()));
            leave(recalled.person(), recalled.leftOn());
        } else if (event instanceof MemberSuspended suspension) {
            suspended.put(suspension.person(), suspension.suspendedOn());
        } else if (event instanceof SuspensionLifted lifted) {
            used.add(new Use(lifted.rejected().decision(), lifted.person()));
            suspended.remove(lifted.person());
            pardonedOn.put(lifted.person(), lifted.liftedOn());
            recallDecided(lifted.person(), lifted.rejected().closedOn());
        } else if (event instanceof RecallRejected rejection) {
            LocalDate day = rejection.rejected().closedOn();
            used.add(new Use(rejection.rejected().decision(), rejection.person()));
            pardonedOn.put(rejection.person(), day);
            recallDecided(rejection.person(), day);
        } else if (event instanceof AlternateSeated followed) {
            alternates.remove(followed.alternate().person());
            seat(followed.alternate(), followed.seatedOn());
        } else if (event instanceof MemberElected elected) {
            used.add(new Use(elected.mandate().adopted().decision(), elected.elected().person()));
            seat(elected.elected(), elected.seatedOn());
        } else if (event instanceof MemberSent sent) {
            seat(sent.sent(), sent.seatedOn());
            replacing.add(sent.sent().person());
        } else if (event instanceof ReplacementDisplayed displayed) {
            daysShown.merge(displayed.person(), displayed.days(), Math::max);
        } else if (event instanceof RecallProposed proposed) {
            recallProposed(proposed);
        } else if (event instanceof RecallReceived received) {
            recallsReceived.add(received);
        } else if (event instanceof LeaverHandedOver handed) {
            leaversHandedOver.put(handed.person(), handed.handedOverOn());
        } else {
            return false;
        }
        return true;
    }

    /** A proposal while another is open is part of it. */
    private void recallProposed(RecallProposed proposed) {
        PersonId person = proposed.person();
        if (openRecallSince(person).isEmpty()) {
            recallsProposed.put(person, Findings.day(proposed.occurredAt()));
            recallsDecided.remove(person);
        }
    }

    /** A decision of the owners is on every paper that had come in by its day. */
    private void recallDecided(PersonId person, LocalDate on) {
        recallEnded(person, on);
        settlePapers(person, on);
    }

    private void recallEnded(PersonId person, LocalDate on) {
        if (openRecallSince(person).isPresent()) {
            recallsDecided.put(person, on);
        }
    }

    private void settlePapers(PersonId person, LocalDate on) {
        papersSettledOn.merge(person, on, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void leave(PersonId person, LocalDate on) {
        recallEnded(person, on);
        settlePapers(person, on.minusDays(1));
        memberships.add(new Membership(person, seatedSince(person), on));
        members.remove(person);
        candidacies.remove(person);
        seatedSince.remove(person);
        suspended.remove(person);
        pardonedOn.remove(person);
        replacing.remove(person);
        daysShown.remove(person);
        officers.remove(person);
        leavers.put(person, on);
        leaversHandedOver.remove(person);
        changes.add(on);
    }

    private void seat(Candidacy candidate, LocalDate on) {
        sit(candidate, on);
        fullNumber = Math.max(fullNumber, members.size());
        changes.add(on);
    }

    private void takePaper(CommitteeEvent event, CommitteeClauses clauses) {
        if (event instanceof CommitteeFiled filed) {
            filings.computeIfAbsent(filed.office(), office -> new TreeSet<>()).add(filed.filedOn());
        } else if (event instanceof SealUsed sealUse) {
            sealUses.add(sealUse);
        } else if (event instanceof SealUsePublished published) {
            sealPublications.add(published.publishedOn());
        } else if (event instanceof DecisionAnnulled annulment) {
            annulled.put(annulment.decision(), annulment.annulledOn());
        } else if (event instanceof TermEndReported reported) {
            reportedOn = reportedOn == null ? reported.reportedOn() : reportedOn;
        } else if (event instanceof SuccessorRecorded recorded) {
            successor = recorded;
            powersEndOn = powersEndOn(recorded, clauses);
        } else if (event instanceof CommitteeDissolved dissolved) {
            dissolvedOn = dissolved.dissolvedOn();
        } else if (event instanceof EstateHandedOver handed) {
            handed.estate().forEach(part -> handedOver.put(part, handed.handedOverOn()));
        } else {
            throw new IllegalStateException("judged, but not taken: " + event);
        }
    }

    /** On the filing, or where local law says so on the election, but not before the next term. */
    private static LocalDate powersEndOn(SuccessorRecorded next, CommitteeClauses clauses) {
        boolean onElection = !clauses.sources(Stop.ON_ELECTION).isEmpty();
        LocalDate stop = onElection ? next.foundedOn() : next.filedOn();
        return stop.isBefore(next.beginsOn()) ? next.beginsOn() : stop;
    }

    /**
     * Whose owners it acts for.
     *
     * @return the community
     */
    public CommunityId community() {
        return founding.community();
    }

    /**
     * Which kind of body it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The body with its term, as coverage takes it.
     *
     * @return community, kind and term
     */
    public GoverningBody body() {
        return new GoverningBody(community(), kind, term);
    }

    /**
     * The full number of members: those elected or appointed at first, more only where a free seat
     * was filled. Vacancies do not lower it, and quorum and decisions count on it.
     *
     * @return for example 7 while five of seven are left
     */
    public int fullNumber() {
        return fullNumber;
    }

    /**
     * The members of today, suspended ones too.
     *
     * @return sorted by person
     */
    public Collection<Member> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    /**
     * A member.
     *
     * @param person who
     * @return empty if that person is no member
     */
    public Optional<Member> member(PersonId person) {
        return Optional.ofNullable(members.get(person));
    }

    /**
     * The alternates who have not yet followed.
     *
     * @return in the order elected
     */
    public List<PersonId> alternates() {
        return List.copyOf(alternates);
    }

    /**
     * Whether a member may not act until the owners have decided on a recall.
     *
     * @param person who
     * @return true from the suspension until the member leaves or the owners reject the recall
     */
    public boolean isSuspended(PersonId person) {
        return suspended.containsKey(person);
    }

    /**
     * Chair first, then the deputies.
     *
     * @return empty until they are chosen
     */
    public List<PersonId> officers() {
        return List.copyOf(officers);
    }

    /**
     * The sessions so far.
     *
     * @return by identifier
     */
    public SortedMap<MeetingId, Session> sessions() {
        return Collections.unmodifiableSortedMap(sessions);
    }

    /**
     * Whether it holds office on a day: in its term, not dissolved, its powers not yet passed on.
     *
     * @param day the day
     * @return true if it can act
     */
    public boolean isInOffice(LocalDate day) {
        return term.contains(day) && !day.isAfter(lastDay());
    }

    private LocalDate lastDay() {
        LocalDate end = LocalDate.MAX;
        if (powersEndOn != null) {
            end = powersEndOn.minusDays(1);
        }
        LocalDate unelected = electionAnnulledOn();
        if (unelected != null && unelected.minusDays(1).isBefore(end)) {
            end = unelected.minusDays(1);
        }
        if (dissolvedOn != null && dissolvedOn.minusDays(1).isBefore(end)) {
            end = dissolvedOn.minusDays(1);
        }
        return end;
    }

    /**
     * How it stands on a day; a day of the past is asked of the history up to then.
     *
     * @param day the day
     * @return its presence
     */
    public Presence presence(LocalDate day) {
        Presence byTerm = Presence.of(body(), day);
        boolean ended = day.isAfter(lastDay());
        Presence.State state =
                ended
                        ? Presence.State.DISSOLVED
                        : byTerm.state() == Presence.State.IN_OFFICE
                                        && members.size() < leastMembers
                                ? Presence.State.BELOW_MINIMUM
                                : byTerm.state();
        return new Presence(community(), kind, state);
    }

    /**
     * The sessions of a period to which a member was bound, held with a quorum or without.
     *
     * @param person the member
     * @param period the days, for example one year
     * @return in no particular order
     */
    public List<Session> sessionsOf(PersonId person, EffectivePeriod period) {
        return sessions.values().stream()
                .filter(s -> s.isHeld() && period.contains(s.heldOn()) && s.expected(person))
                .toList();
    }

    /**
     * Acts under the law in force.
     *
     * @param clauses for this kind of body
     * @return the commands
     */
    public Acting acting(CommitteeClauses clauses) {
        return new Acting(this, clauses);
    }

    /**
     * What is due, done, late or still open, counted in plain days.
     *
     * @param clauses for this kind of body
     * @param today the day asked about
     * @return every duty that the law knows; a late one tells the days, and each tells that Civil
     *     Code art. 203 was not applied
     */
    public Ruling duties(CommitteeClauses clauses, LocalDate today) {
        return new Duties(this, clauses, today, DeadlineCount.plain()).ruling();
    }

    /**
     * What is due, done, late or still open, where a last day that is a rest day gives way to the
     * next working day (Civil Code art. 203). What is due before the end of the term stays.
     *
     * @param clauses for this kind of body
     * @param today the day asked about
     * @param calendar the rest days
     * @return every duty that the law knows; undetermined where the calendar does not reach
     */
    public Ruling duties(CommitteeClauses clauses, LocalDate today, HolidayCalendar calendar) {
        return new Duties(this, clauses, today, DeadlineCount.by(calendar)).ruling();
    }

    /** The first day out of office, if it has come by the day asked about. */
    @Nullable LocalDate endedOn(LocalDate today) {
        LocalDate last = lastDay();
        LocalDate end = last.isBefore(term.endExclusive()) ? last.plusDays(1) : term.endExclusive();
        return end.isAfter(today) ? null : end;
    }

    /** The day on which the election that brought it into office was annulled. */
    private @Nullable LocalDate electionAnnulledOn() {
        return founding instanceof CommitteeElected elected
                ? elected.mandates().stream()
                        .flatMap(
                                m ->
                                        Optional.ofNullable(annulled.get(m.adopted().decision()))
                                                .stream())
                        .min(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    int agreedSeats() {
        return kind == Kind.OWNERS_COMMITTEE ? slate.agreedSeats() : slate.seats().size();
    }

    /** The seats that are not free on a day, as far as is recorded. */
    int seatsTakenOn(LocalDate day) {
        long left = leavers.values().stream().filter(end -> end.isAfter(day)).count();
        return Math.toIntExact(members.size() + left);
    }

    /** How each member of today came to the seat. */
    Collection<Candidacy> candidacies() {
        return candidacies.values();
    }

    /** Since when a member holds the seat; for everybody else the first day of the term. */
    LocalDate seatedSince(PersonId person) {
        return seatedSince.getOrDefault(person, term.startInclusive());
    }

    /** Since when a member is suspended. */
    Optional<LocalDate> suspendedOn(PersonId person) {
        return Optional.ofNullable(suspended.get(person));
    }

    /** Since when absences count anew: those on which the owners have voted do not count again. */
    Optional<LocalDate> pardonedOn(PersonId person) {
        return Optional.ofNullable(pardonedOn.get(person));
    }

    /** Since when a recall is proposed on which the owners have not decided. */
    Optional<LocalDate> openRecallSince(PersonId person) {
        return Optional.ofNullable(recallsProposed.get(person))
                .filter(day -> !recallsDecided.containsKey(person));
    }

    /** The day of each person's latest proposal of a recall. */
    SortedMap<PersonId, LocalDate> recallsProposed() {
        return recallsProposed;
    }

    /** When that proposal ended: the owners decided on it, or the member left. */
    SortedMap<PersonId, LocalDate> recallsDecided() {
        return recallsDecided;
    }

    /** Every paper that came in and proposes a recall. */
    List<RecallReceived> recallsReceived() {
        return List.copyOf(recallsReceived);
    }

    /** Up to which day the papers on a member are settled: by a vote, or as a membership ended. */
    Optional<LocalDate> papersSettledOn(PersonId person) {
        return Optional.ofNullable(papersSettledOn.get(person));
    }

    /** Whether somebody was a member on a day, as far as is recorded. */
    boolean wasMember(PersonId person, LocalDate day) {
        return (members.containsKey(person) && !day.isBefore(seatedSince(person)))
                || memberships.stream()
                        .anyMatch(past -> past.person().equals(person) && past.contains(day));
    }

    /** The members whom the office sent in place of others. */
    SortedSet<PersonId> replacing() {
        return replacing;
    }

    /** For how many days a member was shown to the owners; the longest of several displays. */
    Optional<Long> daysShown(PersonId person) {
        return Optional.ofNullable(daysShown.get(person));
    }

    /** The days on which enough members demanded a session. */
    List<LocalDate> demands() {
        return List.copyOf(demands);
    }

    boolean hasUsed(Decision decision, PersonId person) {
        return used.contains(new Use(decision, person));
    }

    /** The decisions that back nothing any more. */
    Set<Decision> annulled() {
        return annulled.keySet();
    }

    /** The day of the election, or the first day of a body that was formed. */
    LocalDate foundedOn() {
        return foundedOn;
    }

    /** When the last of its events was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** The application on which it was formed. */
    Optional<Application> application() {
        return founding instanceof ManagementCommitteeFormed formed
                ? formed.appointment().application().stream().findFirst()
                : Optional.empty();
    }

    /** For what a property management committee was formed; none for the other kind. */
    Optional<Ground> ground() {
        return founding instanceof ManagementCommitteeFormed formed
                ? Optional.of(formed.appointment().ground())
                : Optional.empty();
    }

    /**
     * The offices with which this body is filed: a property management committee only where there
     * is an owners' meeting already (Beijing art. 55).
     */
    List<FilingOffice> offices(CommitteeClauses clauses) {
        boolean filed =
                !(founding instanceof ManagementCommitteeFormed formed)
                        || formed.appointment().ground() == Ground.NO_COMMITTEE_ELECTED;
        return filed ? clauses.options(FilingOffice.class) : List.of();
    }

    /** The day on which it was filed with the last office; its first day where none asks for it. */
    Optional<LocalDate> filedOn() {
        List<FilingOffice> offices = offices(law.apply(Findings.day(recordedAt)));
        boolean all = offices.stream().noneMatch(office -> filings(office).isEmpty());
        return all
                ? Optional.of(
                        offices.stream()
                                .map(office -> filings(office).first())
                                .max(LocalDate::compareTo)
                                .orElse(foundedOn))
                : Optional.empty();
    }

    /** The day on which the last part was handed over, once nothing is left. */
    @Nullable LocalDate handedOverOn() {
        return handedOver.size() == Estate.values().length
                ? handedOver.values().stream().max(LocalDate::compareTo).orElse(null)
                : null;
    }

    int leastMembers() {
        return leastMembers;
    }

    EffectivePeriod term() {
        return term;
    }

    SortedSet<LocalDate> filings(FilingOffice office) {
        return filings.getOrDefault(office, new TreeSet<>());
    }

    SortedSet<LocalDate> changes() {
        return changes;
    }

    SortedMap<PersonId, LocalDate> leavers() {
        return leavers;
    }

    SortedMap<PersonId, LocalDate> leaversHandedOver() {
        return leaversHandedOver;
    }

    List<SealUsed> sealUses() {
        return List.copyOf(sealUses);
    }

    SortedSet<LocalDate> sealPublications() {
        return sealPublications;
    }

    SortedMap<Estate, LocalDate> handedOver() {
        return handedOver;
    }

    @Nullable LocalDate officersChosenOn() {
        return officersChosenOn;
    }

    @Nullable LocalDate reportedOn() {
        return reportedOn;
    }

    @Nullable SuccessorRecorded successor() {
        return successor;
    }

    @Nullable LocalDate dissolvedOn() {
        return dissolvedOn;
    }

    private List<@Nullable Object> parts() {
        List<@Nullable Object> parts = new ArrayList<>();
        Collections.addAll(parts, founding, events, fullNumber, members, suspended, alternates);
        parts.add(pardonedOn);
        Collections.addAll(parts, recordedAt, seatedSince, used, annulled, powersEndOn);
        Collections.addAll(parts, candidacies);
        Collections.addAll(parts, officers, sessions, filings, changes, leavers, leaversHandedOver);
        Collections.addAll(parts, sealUses, sealPublications, handedOver);
        Collections.addAll(parts, recallsProposed, recallsDecided, demands);
        Collections.addAll(parts, recallsReceived, papersSettledOn, memberships);
        Collections.addAll(parts, replacing, daysShown);
        Collections.addAll(parts, officersChosenOn, reportedOn, successor, dissolvedOn);
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Committee that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** For example {@code OWNERS_COMMITTEE of anheyuan, 7 of 7 members}. */
    @Override
    public String toString() {
        return kind
                + " of "
                + community()
                + ", "
                + members.size()
                + " of "
                + fullNumber
                + " members";
    }
}
