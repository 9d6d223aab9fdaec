package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One item of an agenda (议题), for example the drains of building 3, or the firm's dismissal with
 * {@link Business#MANAGER_DISMISSAL}.
 *
 * @param topic what is talked about, 1 to {@link #MAX_TOPIC_LENGTH} characters
 * @param business what of the owners' business it is; empty for most. What is any of it can be
 *     talked about and prepared, and never be decided here
 * @since 0.1.0
 */
public record AgendaItem(Wording topic, SortedSet<Business> business) {

    /** The longest topic, in characters, so that a whole agenda fits into one stored event. */
    public static final int MAX_TOPIC_LENGTH = 300;

    /** Copies the business, refuses any that is not the owners', and checks the topic. */
    public AgendaItem {
        business = Collections.unmodifiableSortedSet(new TreeSet<>(business));
        if (!Business.ofOwners().containsAll(business)) {
            throw new IllegalArgumentException("not the owners' business: " + business);
        }
        if (topic.value().length() > MAX_TOPIC_LENGTH) {
            throw new IllegalArgumentException(
                    "a topic has up to "
                            + MAX_TOPIC_LENGTH
                            + " characters, got "
                            + topic.value().length());
        }
    }

    /**
     * Which of the nine matters it belongs to.
     *
     * @return by its business; empty where it is declared to belong to none
     */
    public SortedSet<Matter> ownersMatters() {
        return Collections.unmodifiableSortedSet(Business.matters(business));
    }
}
