package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One ballot (表决票) exactly as it came in, whether or not it will count, for example {@code V0003}
 * for unit {@code 2-1-1401} with M1 abstain, M2 for.
 *
 * @param id once within its meeting
 * @param unit the unit voted for
 * @param voter whose will it tells: an owner, or a proxy or guardian of one
 * @param channel how it came in
 * @param receivedAt when it came in, to the microsecond
 * @param signature whether it is signed
 * @param mandate by what right the voter speaks for the holder
 * @param choices what is ticked for each motion; a motion left out or with an empty set is
 *     unanswered, and the two are equal; at most {@link #MAX_ANSWERS} motions
 * @since 0.1.0
 */
public record Ballot(
        BallotId id,
        UnitId unit,
        PersonId voter,
        Channel channel,
        Instant receivedAt,
        Signature signature,
        Mandate mandate,
        SortedMap<MotionId, Set<Choice>> choices) {

    /** The order in which ballots were received: moment, channel, identifier. */
    public static final Comparator<Ballot> ORDER_OF_RECEIPT =
            Comparator.comparing(Ballot::receivedAt)
                    .thenComparing(Ballot::channel)
                    .thenComparing(Ballot::id);

    /** The most motions that one ballot answers. */
    public static final int MAX_ANSWERS = 50;

    /** Copies the choices, drops the empty ones, and refuses too many. */
    public Ballot {
        requireMicroseconds(receivedAt);
        if (choices.size() > MAX_ANSWERS) {
            throw new IllegalArgumentException(
                    "ballot " + id + " answers too many motions: " + choices.size());
        }
        choices = copyOf(choices);
    }

    /**
     * A ballot that the voter hands in for himself.
     *
     * @param id once within its meeting
     * @param unit the unit voted for
     * @param voter one of the holder's persons
     * @param channel how it came in
     * @param receivedAt when it came in, to the microsecond
     * @param signature whether it is signed
     * @param choices what is ticked for each motion
     */
    public Ballot(
            BallotId id,
            UnitId unit,
            PersonId voter,
            Channel channel,
            Instant receivedAt,
            Signature signature,
            SortedMap<MotionId, Set<Choice>> choices) {
        this(id, unit, voter, channel, receivedAt, signature, new Mandate.Own(), choices);
    }

    static void requireMicroseconds(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("finer than a microsecond: " + moment);
        }
    }

    /**
     * The person of the unit's holder whose will it tells.
     *
     * @return the principal of a proxy, the ward of a guardian, else the voter
     */
    public PersonId owner() {
        return mandate.fold(
                own -> voter, Mandate.Proxy::principal, Mandate.Guardian::ward, carried -> voter);
    }

    /**
     * What is ticked for a motion.
     *
     * @param motion the motion
     * @return empty if unanswered, more than one if over-voted
     */
    public Set<Choice> choicesOn(MotionId motion) {
        return choices.getOrDefault(motion, Set.of());
    }

    private static SortedMap<MotionId, Set<Choice>> copyOf(Map<MotionId, Set<Choice>> choices) {
        SortedMap<MotionId, Set<Choice>> copy = new TreeMap<>();
        choices.forEach(
                (motion, ticked) -> {
                    if (!ticked.isEmpty()) {
                        copy.put(motion, Collections.unmodifiableSet(EnumSet.copyOf(ticked)));
                    }
                });
        return Collections.unmodifiableSortedMap(copy);
    }
}
