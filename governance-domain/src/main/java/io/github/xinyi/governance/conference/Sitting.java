package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.AddendumRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaClosed;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceLapsed;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.DecisionTaken;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.SignatureRefused;
import io.github.xinyi.governance.identity.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One conference from call to signatures; what it did with tasks stands with each {@link
 * ActionItem} too. Immutable.
 *
 * @param called how it began
 * @param events what followed, in order
 * @since 0.1.0
 */
public record Sitting(ConferenceCalled called, List<ConferenceEvent> events) {

    /** How far a conference has come. */
    public enum Stage {
        /** Called; the agenda may have been sent. */
        CALLED,
        /** In session. */
        OPEN,
        /** Ended; the minutes are being written. */
        CLOSED,
        /** The minutes stand. */
        MINUTED,
        /** Not held, or broken off before it took up anything new. */
        LAPSED
    }

    /** Copies the events. */
    public Sitting {
        events = List.copyOf(events);
    }

    /**
     * How far it has come.
     *
     * @return the stage
     */
    public Stage stage() {
        if (has(ConferenceLapsed.class)) {
            return Stage.LAPSED;
        }
        if (has(MinutesRecorded.class)) {
            return Stage.MINUTED;
        }
        if (has(AgendaClosed.class)) {
            return Stage.CLOSED;
        }
        return has(ConferenceOpened.class) ? Stage.OPEN : Stage.CALLED;
    }

    /**
     * Whether it was held.
     *
     * @return true from the opening on, unless it was broken off
     */
    public boolean isHeld() {
        return has(ConferenceOpened.class) && !has(ConferenceLapsed.class);
    }

    /**
     * The agenda.
     *
     * @return empty until it was sent
     */
    public List<AgendaItem> agenda() {
        return all(AgendaSent.class).flatMap(sent -> sent.items().stream()).toList();
    }

    /**
     * Who came, and who spoke for each party.
     *
     * @return sorted by party, unmodifiable
     */
    public SortedMap<Party, PersonId> attendance() {
        SortedMap<Party, PersonId> present = new TreeMap<>();
        all(AttendanceRecorded.class)
                .forEach(came -> present.put(came.party(), came.representative()));
        return Collections.unmodifiableSortedMap(present);
    }

    /**
     * What was decided.
     *
     * @return in order
     */
    public List<DecisionTaken> decisions() {
        return all(DecisionTaken.class).toList();
    }

    /**
     * What can be signed.
     *
     * @return the digest of the minutes, then of each addendum; empty before there are minutes
     */
    public List<PaperDigest> digests() {
        return Stream.concat(
                        all(MinutesRecorded.class).map(MinutesRecorded::digest),
                        all(AddendumRecorded.class).map(AddendumRecorded::digest))
                .toList();
    }

    /**
     * The parties that came and have not signed.
     *
     * @param digest the minutes or an addendum
     * @return sorted
     */
    public SortedSet<Party> unsigned(PaperDigest digest) {
        return cameWithout(signed(digest));
    }

    /**
     * The parties that came, have not signed and have refused to.
     *
     * @param digest the minutes or an addendum
     * @return sorted
     */
    public SortedSet<Party> refused(PaperDigest digest) {
        SortedSet<Party> refused = new TreeSet<>(unsigned(digest));
        refused.removeAll(awaited(digest));
        return Collections.unmodifiableSortedSet(refused);
    }

    /**
     * The parties that came and of which neither a signature nor a refusal is recorded.
     *
     * @param digest the minutes or an addendum
     * @return sorted; empty when every party has answered for the text
     */
    public SortedSet<Party> awaited(PaperDigest digest) {
        Set<Party> answered = new TreeSet<>(signed(digest));
        all(SignatureRefused.class)
                .filter(refusal -> refusal.digest().equals(digest))
                .forEach(refusal -> answered.add(refusal.party()));
        return cameWithout(answered);
    }

    private Set<Party> signed(PaperDigest digest) {
        return all(MinutesSigned.class)
                .filter(signed -> signed.digest().equals(digest))
                .map(MinutesSigned::party)
                .collect(Collectors.toSet());
    }

    private SortedSet<Party> cameWithout(Set<Party> answered) {
        SortedSet<Party> missing = new TreeSet<>(attendance().keySet());
        missing.removeAll(answered);
        return Collections.unmodifiableSortedSet(missing);
    }

    /**
     * What everybody may see: no person and no free text.
     *
     * @return day, stage, parties and counts
     */
    public PublicSitting publicView() {
        return new PublicSitting(
                called.meeting(),
                called.heldOn(),
                stage(),
                new TreeSet<>(attendance().keySet()),
                agenda().size(),
                (int) agenda().stream().filter(item -> item.business().isEmpty()).count(),
                decisions().size());
    }

    Sitting plus(ConferenceEvent event) {
        List<ConferenceEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return new Sitting(called, longer);
    }

    boolean has(Class<? extends ConferenceEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    <T extends ConferenceEvent> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
