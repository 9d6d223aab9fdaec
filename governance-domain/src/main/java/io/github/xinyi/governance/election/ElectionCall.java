package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An election as it is put to the owners, for example 7 seats and the candidates {@code P0001} to
 * {@code P0009}.
 *
 * @param seats the places to fill
 * @param candidates 1 to {@link #MAX_CANDIDATES}; more than seats (差额) or not, as the rules say
 * @param ranking who comes first where more have a majority than there are seats
 * @since 0.1.0
 */
public record ElectionCall(Seats seats, SortedSet<PersonId> candidates, Ranking ranking) {

    /** The greatest number of candidates. */
    public static final int MAX_CANDIDATES = 100;

    /** Copies the candidates. */
    public ElectionCall {
        candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
        if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
            throw new IllegalArgumentException("candidates: " + candidates.size());
        }
    }
}
