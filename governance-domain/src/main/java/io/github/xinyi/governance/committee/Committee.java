package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One body of the owners (业主委员会 or 物业管理委员会) from its formation to its end, as the fold of its
 * events, for example seven members from 2024-03-01 until before 2029-03-01. Immutable.
 *
 * <p>Commands are given through {@link #acting}; what is due or late through {@link #duties}. A
 * body that is not filed is elected all the same; the filing is a duty, not its birth.
 *
 * @since 0.1.0
 */
public final class Committee {

    /** The longest history, in events. */
    public static final int MAX_EVENTS = 10_000;

    private final CommitteeEvent founding;
    private final Kind kind;
    private final EffectivePeriod term;
    private final int leastMembers;
    private int events = 1;
    private int fullNumber;
    private final SortedMap<PersonId, Member> members = new TreeMap<>();
    private final SortedSet<PersonId> suspended = new TreeSet<>();
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
    private final List<RecallProposed> recalls = new ArrayList<>();
    private final SortedMap<Estate, LocalDate> handedOver = new TreeMap<>();
    private @Nullable LocalDate officersChosenOn;
    private @Nullable LocalDate reportedOn;
    private @Nullable SuccessorRecorded successor;
    private @Nullable LocalDate dissolvedOn;

    private Committee(CommitteeElected event) {
        this(
                event,
                Kind.OWNERS_COMMITTEE,
                new EffectivePeriod(event.electedOn(), event.termEndExclusive()),
                event.leastMembers(),
                event.members());
        alternates.addAll(event.alternates());
    }

    private Committee(ManagementCommitteeFormed event) {
        this(
                event,
                Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                new EffectivePeriod(event.formedOn(), event.termEndExclusive()),
                event.leastMembers(),
                event.members());
        officers.add(event.chair());
        officers.addAll(event.deputies());
        officersChosenOn = event.formedOn();
        require(members.keySet().containsAll(officers), event);
    }

    private Committee(
            CommitteeEvent founding,
            Kind kind,
            EffectivePeriod term,
            int leastMembers,
            List<Member> seats) {
        this.founding = founding;
        this.kind = kind;
        this.term = term;
        this.leastMembers = leastMembers;
        this.fullNumber = seats.size();
        seats.forEach(member -> members.put(member.person(), member));
        require(members.size() == seats.size(), founding);
    }

    private Committee(Committee other) {
        this.founding = other.founding;
        this.kind = other.kind;
        this.term = other.term;
        this.leastMembers = other.leastMembers;
        this.events = other.events;
        this.fullNumber = other.fullNumber;
        members.putAll(other.members);
        suspended.addAll(other.suspended);
        alternates.addAll(other.alternates);
        officers.addAll(other.officers);
        sessions.putAll(other.sessions);
        other.filings.forEach((office, days) -> filings.put(office, new TreeSet<>(days)));
        changes.addAll(other.changes);
        leavers.putAll(other.leavers);
        leaversHandedOver.putAll(other.leaversHandedOver);
        sealUses.addAll(other.sealUses);
        sealPublications.addAll(other.sealPublications);
        recalls.addAll(other.recalls);
        handedOver.putAll(other.handedOver);
        this.officersChosenOn = other.officersChosenOn;
        this.reportedOn = other.reportedOn;
        this.successor = other.successor;
        this.dissolvedOn = other.dissolvedOn;
    }

    /**
     * The body with that history.
     *
     * @param history its events in order, at most {@link #MAX_EVENTS}
     * @return the body
     * @throws IllegalArgumentException if no command could have made that history
     */
    public static Committee from(List<CommitteeEvent> history) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a history without an event");
        }
        CommitteeEvent first = history.get(0);
        Committee body = founded(first);
        for (CommitteeEvent event : history.subList(1, history.size())) {
            body.take(event);
        }
        return body;
    }

    private static Committee founded(CommitteeEvent first) {
        if (first instanceof CommitteeElected elected) {
            return new Committee(elected);
        }
        if (first instanceof ManagementCommitteeFormed formed) {
            return new Committee(formed);
        }
        throw impossible(first);
    }

    private static IllegalArgumentException impossible(CommitteeEvent event) {
        return new IllegalArgumentException("not at this place of a history: " + event);
    }

    private static void require(boolean possible, CommitteeEvent event) {
        if (!possible) {
            throw impossible(event);
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
        require(event.community().equals(community()) && events < MAX_EVENTS, event);
        events++;
        boolean taken = takeSession(event) || takeMembership(event) || takePaper(event);
        require(taken, event);
    }

    private boolean takeSession(CommitteeEvent event) {
        if (event instanceof SessionCalled called) {
            require(sessions.put(called.session(), Session.called(called)) == null, event);
        } else if (event instanceof SessionHeld held) {
            Session session = session(held.session(), event);
            SortedSet<PersonId> attending = new TreeSet<>(held.present());
            attending.addAll(held.represented());
            require(!session.isHeld() && members.keySet().containsAll(attending), event);
            sessions.put(held.session(), session.held(new TreeSet<>(members.keySet()), attending));
        } else if (event instanceof ItemAdopted adopted) {
            Session session = session(adopted.session(), event);
            require(
                    session.attending().containsAll(adopted.approvals())
                            && session.item(adopted.item()).isPresent()
                            && !session.adopted().containsKey(adopted.item()),
                    event);
            sessions.put(adopted.session(), session.adopting(adopted.item(), adopted.approvals()));
        } else if (event instanceof SessionPublished published) {
            Session session = session(published.session(), event);
            require(session.isHeld() && session.published().isEmpty(), event);
            sessions.put(published.session(), session.publishing(published));
        } else {
            return false;
        }
        return true;
    }

    private Session session(MeetingId id, CommitteeEvent event) {
        Session session = sessions.get(id);
        if (session == null) {
            throw impossible(event);
        }
        return session;
    }

    private boolean takeMembership(CommitteeEvent event) {
        if (event instanceof OfficersChosen chosen) {
            officers.clear();
            officers.add(chosen.chair());
            officers.addAll(chosen.deputies());
            require(members.keySet().containsAll(officers), event);
            officersChosenOn = chosen.chosenOn();
        } else if (event instanceof MemberLeft left) {
            require(members.remove(left.person()) != null, event);
            suspended.remove(left.person());
            officers.remove(left.person());
            leavers.put(left.person(), left.leftOn());
            leaversHandedOver.remove(left.person());
            changes.add(left.leftOn());
        } else if (event instanceof MemberSuspended suspension) {
            require(members.containsKey(suspension.person()), event);
            require(suspended.add(suspension.person()), event);
        } else if (event instanceof MemberSeated seated) {
            PersonId person = seated.member().person();
            require(members.put(person, seated.member()) == null && hasRoomFor(), event);
            alternates.remove(person);
            fullNumber = Math.max(fullNumber, members.size());
            changes.add(seated.seatedOn());
        } else if (event instanceof RecallProposed proposed) {
            require(members.containsKey(proposed.person()), event);
            recalls.add(proposed);
        } else if (event instanceof LeaverHandedOver handed) {
            require(leavers.containsKey(handed.person()), event);
            leaversHandedOver.put(handed.person(), handed.handedOverOn());
        } else {
            return false;
        }
        return true;
    }

    private boolean hasRoomFor() {
        return members.size() <= agreedSeats();
    }

    private boolean takePaper(CommitteeEvent event) {
        if (event instanceof CommitteeFiled filed) {
            filings.computeIfAbsent(filed.office(), office -> new TreeSet<>()).add(filed.filedOn());
        } else if (event instanceof SealUsed used) {
            sealUses.add(used);
        } else if (event instanceof SealUsePublished published) {
            sealPublications.add(published.publishedOn());
        } else if (event instanceof TermEndReported reported) {
            reportedOn = reported.reportedOn();
        } else if (event instanceof SuccessorRecorded recorded) {
            require(successor == null, event);
            successor = recorded;
        } else if (event instanceof CommitteeDissolved dissolved) {
            require(dissolvedOn == null, event);
            dissolvedOn = dissolved.dissolvedOn();
        } else if (event instanceof EstateHandedOver handed) {
            handed.estate().forEach(part -> handedOver.putIfAbsent(part, handed.handedOverOn()));
        } else {
            return false;
        }
        return true;
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
     * @return true while suspended
     */
    public boolean isSuspended(PersonId person) {
        return suspended.contains(person);
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
        if (successor != null) {
            end = successor.powersEndOn().minusDays(1);
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
     * What is due, done, late or still open.
     *
     * @param clauses for this kind of body
     * @param today the day asked about
     * @return every duty that the law knows; a late one tells the days
     */
    public Ruling duties(CommitteeClauses clauses, LocalDate today) {
        return new Duties(this, clauses, today).ruling();
    }

    /** The first day out of office, if it has come by the day asked about. */
    @Nullable LocalDate endedOn(LocalDate today) {
        LocalDate last = lastDay();
        LocalDate end = last.isBefore(term.endExclusive()) ? last.plusDays(1) : term.endExclusive();
        return end.isAfter(today) ? null : end;
    }

    int agreedSeats() {
        return founding instanceof CommitteeElected elected ? elected.agreedSeats() : fullNumber;
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
        Collections.addAll(parts, officers, sessions, filings, changes, leavers, leaversHandedOver);
        Collections.addAll(parts, sealUses, sealPublications, recalls, handedOver);
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
