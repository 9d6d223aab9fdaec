package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The paper on which owners vote when they fill seats of their committee or recall who holds one
 * (选举、更换业主委员会成员), for example "recall P07 from the term of 2024-03-01 to 2029-03-01".
 *
 * <p>A resolution moves only the persons whom the paper of its motion names, and only in the term
 * that it names: {@link #document()} goes on the motion, and {@link Resolution#decides} tells
 * whether the owners voted on it. Several motions, one for each candidate, may fill one committee.
 *
 * @param community whose owners
 * @param term the term whose seats are concerned
 * @param seated who is to take a seat
 * @param alternates who is to follow, in this order
 * @param recalled who is to leave
 * @since 0.1.0
 */
public record SeatPaper(
        CommunityId community,
        EffectivePeriod term,
        SortedSet<PersonId> seated,
        List<PersonId> alternates,
        SortedSet<PersonId> recalled) {

    /** The most names on one paper. */
    public static final int MAX_NAMES = 2 * Founding.MAX_SEATS;

    /** Copies the names; refuses none, too many, and one that stands there twice. */
    public SeatPaper {
        seated = Collections.unmodifiableSortedSet(new TreeSet<>(seated));
        alternates = List.copyOf(alternates);
        recalled = Collections.unmodifiableSortedSet(new TreeSet<>(recalled));
        long names = Stream.of(seated, alternates, recalled).mapToLong(Collection::size).sum();
        long persons =
                Stream.of(seated, alternates, recalled)
                        .flatMap(Collection::stream)
                        .distinct()
                        .count();
        if (names < 1 || names > MAX_NAMES || persons < names) {
            throw new IllegalArgumentException(names + " names of " + persons + " persons");
        }
    }

    /**
     * A paper that fills seats.
     *
     * @param community whose owners
     * @param term the term
     * @param seated who is to take a seat
     * @param alternates who is to follow, in this order
     * @return the paper
     */
    public static SeatPaper electing(
            CommunityId community,
            EffectivePeriod term,
            Collection<PersonId> seated,
            List<PersonId> alternates) {
        return new SeatPaper(community, term, new TreeSet<>(seated), alternates, new TreeSet<>());
    }

    /**
     * A paper that recalls.
     *
     * @param community whose owners
     * @param term the term
     * @param recalled who is to leave
     * @return the paper
     */
    public static SeatPaper recalling(
            CommunityId community, EffectivePeriod term, Set<PersonId> recalled) {
        return new SeatPaper(community, term, new TreeSet<>(), List.of(), new TreeSet<>(recalled));
    }

    /**
     * The text as it is to be voted on, the same for the same content.
     *
     * @return lines of {@code xinyi-seats/1}, each ended by a line feed
     */
    public String text() {
        return lines().toString();
    }

    private PaperText lines() {
        PaperText text = new PaperText("xinyi-seats/1").line("community", community).term(term);
        seated.forEach(person -> text.line("seat", person));
        alternates.forEach(person -> text.line("alternate", person));
        recalled.forEach(person -> text.line("recall", person));
        return text;
    }

    /**
     * The paper as a motion names it.
     *
     * @return the SHA-256 of {@link #text()} in UTF-8
     */
    public Motion.Document document() {
        return lines().document();
    }

    /**
     * The paper with the resolution by which the owners are said to have adopted it.
     *
     * @param resolution what they adopted
     * @return both, to be judged by the command that is given it
     */
    public Vote voted(Resolution resolution) {
        return new Vote(this, resolution);
    }

    /**
     * A paper and the resolution on it.
     *
     * @param paper what was to be voted on
     * @param resolution what the owners adopted
     */
    public record Vote(SeatPaper paper, Resolution resolution) implements SeatVote {

        @Override
        public SeatMandate mandate() {
            return SeatMandate.of(paper, AdoptedMotion.of(resolution));
        }
    }
}
