package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One session of a body (会议) as far as it has come: called, held, its items adopted, published.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Session {

    private final SessionCalled called;
    private final SortedSet<PersonId> expected;
    private final @Nullable SortedSet<PersonId> attending;
    private final SortedMap<MotionId, SortedSet<PersonId>> adopted;
    private final @Nullable SessionPublished published;

    private Session(
            SessionCalled called,
            SortedSet<PersonId> expected,
            @Nullable SortedSet<PersonId> attending,
            SortedMap<MotionId, SortedSet<PersonId>> adopted,
            @Nullable SessionPublished published) {
        this.called = called;
        this.expected = expected;
        this.attending = attending;
        this.adopted = Collections.unmodifiableSortedMap(adopted);
        this.published = published;
    }

    static Session called(SessionCalled event) {
        return new Session(event, new TreeSet<>(), null, new TreeMap<>(), null);
    }

    Session held(SortedSet<PersonId> members, SortedSet<PersonId> attendance) {
        return new Session(called, members, attendance, adopted, published);
    }

    Session adopting(MotionId item, SortedSet<PersonId> approvals) {
        SortedMap<MotionId, SortedSet<PersonId>> more = new TreeMap<>(adopted);
        more.put(item, approvals);
        return new Session(called, expected, attending, more, published);
    }

    Session publishing(SessionPublished event) {
        return new Session(called, expected, attending, adopted, event);
    }

    /**
     * The day of the session.
     *
     * @return as called
     */
    public LocalDate heldOn() {
        return called.heldOn();
    }

    /**
     * The agenda.
     *
     * @return the items as announced
     */
    public List<Item> items() {
        return called.items();
    }

    /**
     * Whether it was held.
     *
     * @return true once the attendance is recorded, with a quorum or without
     */
    public boolean isHeld() {
        return attending != null;
    }

    /**
     * Who attended, in person or by proxy.
     *
     * @return empty while it is not held
     */
    public SortedSet<PersonId> attending() {
        return attending == null ? new TreeSet<>() : attending;
    }

    /**
     * The items adopted, each with those who signed.
     *
     * @return by item
     */
    public SortedMap<MotionId, SortedSet<PersonId>> adopted() {
        return adopted;
    }

    /**
     * When and for how long its decisions were displayed.
     *
     * @return empty while nothing was published
     */
    public Optional<SessionPublished> published() {
        return Optional.ofNullable(published);
    }

    /** When it was called. */
    LocalDate announcedOn() {
        return called.announcedOn();
    }

    Optional<Item> item(MotionId id) {
        return called.items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    boolean expected(PersonId person) {
        return expected.contains(person);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Session that
                && called.equals(that.called)
                && expected.equals(that.expected)
                && isHeld() == that.isHeld()
                && attending().equals(that.attending())
                && adopted.equals(that.adopted)
                && published().equals(that.published());
    }

    @Override
    public int hashCode() {
        return called.hashCode() * 31 + adopted.hashCode();
    }

    /** For example {@code 2024-S-03 on 2024-05-20}. */
    @Override
    public String toString() {
        return called.session() + " on " + called.heldOn();
    }
}
