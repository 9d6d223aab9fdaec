package io.github.xinyi.rest.access;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets a call pass or not, and has every denied one written down. Thread-safe.
 *
 * <p>Who may not know of a community is answered as if there were none: known to a caller is what
 * is published and his policy lets him read, and every community in which he has a role.
 *
 * @since 0.1.0
 */
public final class Gate {

    /** What becomes of a call. */
    public enum Passage {
        /** It passes. */
        OPEN,
        /** It passes for what is the caller's own. */
        OWN,
        /** It is denied, and the caller may be told so. */
        SHUT,
        /** It is denied, and the caller is told that there is no such thing. */
        HIDDEN
    }

    private final AccessPolicy policy;
    private final Predicate<CommunityId> published;
    private final Predicate<CommunityId> administered;
    private final DenialSink denials;
    private final InstantSource clock;

    /**
     * A gate.
     *
     * @param policy who may do what
     * @param published whether a community is published
     * @param administered whether the host does business for a community, published or not
     * @param denials where denied calls are written down
     * @param clock the time of denials
     */
    public Gate(
            AccessPolicy policy,
            Predicate<CommunityId> published,
            Predicate<CommunityId> administered,
            DenialSink denials,
            InstantSource clock) {
        this.policy = policy;
        this.published = published;
        this.administered = administered;
        this.denials = denials;
        this.clock = clock;
    }

    /**
     * Decides on a call that is of the host as a whole.
     *
     * @param caller who calls
     * @param operation what for
     * @param correlation the id of the request
     * @return whether it passes
     */
    public Passage pass(Caller caller, Operation operation, String correlation) {
        return answer(policy.decide(caller, operation))
                .orElseGet(() -> deny(Passage.SHUT, caller, operation, correlation, ""));
    }

    /**
     * Decides on a call that is about a community.
     *
     * @param caller who calls
     * @param operation what for
     * @param correlation the id of the request
     * @param community the id as it was written, which may be none
     * @return whether it passes; that there is such a community is not said by passing
     */
    public Passage pass(Caller caller, Operation operation, String correlation, String community) {
        Optional<CommunityId> named = parse(community);
        if (named.isEmpty()) {
            // No community can have that id: nothing is there, so nothing is denied.
            return Passage.HIDDEN;
        }
        CommunityId id = named.get();
        if (isKnown(caller, id)) {
            return answer(policy.decide(caller, operation, id))
                    .orElseGet(() -> deny(Passage.SHUT, caller, operation, correlation, community));
        }
        // What everybody may read is read where it is published, and nowhere beside it.
        boolean isNothing =
                policy.decide(caller, operation, id) != Access.DENIED
                        && !published.test(id)
                        && !administered.test(id);
        return isNothing
                ? Passage.HIDDEN
                : deny(Passage.HIDDEN, caller, operation, correlation, community);
    }

    /**
     * Whether a caller may know that there is a community.
     *
     * @param caller who
     * @param community which
     * @return true for one that is published and open to him, and for one that he belongs to
     */
    public boolean isKnown(Caller caller, CommunityId community) {
        boolean exists = published.test(community);
        boolean isOpen =
                policy.decide(caller, Operation.READ_OVERVIEW, community) == Access.ALLOWED;
        boolean belongs = caller.belongsTo(community);
        return (exists && isOpen) || (belongs && (exists || administered.test(community)));
    }

    /**
     * Writes down that a caller was denied what is not his own.
     *
     * @param caller who calls
     * @param operation what for
     * @param correlation the id of the request
     * @param community where
     */
    public void deniedOthersThing(
            Caller caller, Operation operation, String correlation, String community) {
        deny(Passage.HIDDEN, caller, operation, correlation, community);
    }

    private static Optional<Passage> answer(Access access) {
        return switch (access) {
            case ALLOWED -> Optional.of(Passage.OPEN);
            case OWN -> Optional.of(Passage.OWN);
            case DENIED -> Optional.empty();
        };
    }

    private Passage deny(
            Passage how, Caller caller, Operation operation, String correlation, String community) {
        Instant now = clock.instant();
        denials.denied(new Denial(now, correlation, caller.getName(), operation, community));
        return how;
    }

    private static Optional<CommunityId> parse(String community) {
        try {
            return Optional.of(CommunityId.of(community));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
