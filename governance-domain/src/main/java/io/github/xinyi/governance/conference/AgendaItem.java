package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.voting.Matter;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One item of an agenda (议题), for example the drains of building 3, or the firm's dismissal with
 * {@link Matter#MANAGER_APPOINTMENT}.
 *
 * @param topic what is talked about
 * @param ownersMatters the matters of Civil Code art. 278 it belongs to; empty for most. What
 *     belongs to one can be talked about and never be decided here
 * @since 0.1.0
 */
public record AgendaItem(Wording topic, SortedSet<Matter> ownersMatters) {

    /** Copies the matters. */
    public AgendaItem {
        ownersMatters = Collections.unmodifiableSortedSet(new TreeSet<>(ownersMatters));
    }
}
