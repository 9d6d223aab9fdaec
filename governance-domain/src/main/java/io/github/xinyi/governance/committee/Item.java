package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One item on the agenda of a committee, for example "call the owners' meeting on the choice of the
 * manager". Which of the nine matters it touches follows from its kinds of business.
 *
 * @param id once within its session
 * @param competence what the committee does with it
 * @param business its kinds, 1 to {@link #MAX_KINDS}
 * @param title free text of 1 to {@link #MAX_TITLE_LENGTH} characters
 * @param behind the resolution of the owners that is carried out or that delegates; none or one
 * @param declaredBy who declares that what is not listed is none of the nine; nobody or one
 * @since 0.1.0
 */
public record Item(
        MotionId id,
        Competence competence,
        SortedSet<Business> business,
        String title,
        List<AdoptedMotion> behind,
        List<PersonId> declaredBy) {

    /** The longest title, in characters. */
    public static final int MAX_TITLE_LENGTH = 200;

    /** The most kinds of business of one item. */
    public static final int MAX_KINDS = 9;

    /** What a committee does with an item. */
    public enum Competence {
        /** Puts a question to the owners; they decide. */
        CONVENE,
        /** Carries out what the owners have adopted. */
        CARRY_OUT,
        /** Decides what the owners have delegated; never one of the nine matters. */
        DELEGATED,
        /** Decides its own affairs: officers, papers, seals. */
        OWN_AFFAIRS;

        /** Whether the committee itself would decide, and not the owners. */
        boolean decides() {
            return this == DELEGATED || this == OWN_AFFAIRS;
        }

        /** Whether a resolution of the owners has to stand behind it. */
        boolean needsResolution() {
            return this == CARRY_OUT || this == DELEGATED;
        }
    }

    /** Copies the sets and lists, and checks them and the title. */
    public Item {
        business = Collections.unmodifiableSortedSet(new TreeSet<>(business));
        behind = List.copyOf(behind);
        declaredBy = List.copyOf(declaredBy);
        if (business.isEmpty()
                || business.size() > MAX_KINDS
                || behind.size() > 1
                || declaredBy.size() > 1) {
            throw new IllegalArgumentException(
                    "item " + id + " of " + business + ", " + behind + ", " + declaredBy);
        }
        if (title.isBlank()
                || title.length() > MAX_TITLE_LENGTH
                || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("item " + id + " has no usable title");
        }
    }

    /**
     * An item of the body's own affairs, of a kind that the law lists.
     *
     * @param id once within its session
     * @param business its kind
     * @param title free text
     * @return the item; refused on the agenda if the kind is one of the nine
     */
    public static Item own(MotionId id, Business business, String title) {
        return of(id, Competence.OWN_AFFAIRS, Set.of(business), title);
    }

    /**
     * An item of no listed kind that somebody declares to be none of the nine.
     *
     * @param id once within its session
     * @param title free text
     * @param declarer who puts it on the agenda and answers for the declaration
     * @return the item
     */
    public static Item declared(MotionId id, String title, PersonId declarer) {
        return of(id, Competence.OWN_AFFAIRS, Set.of(Business.UNLISTED), title)
                .declaredBy(declarer);
    }

    /**
     * An item by which the owners are called to decide.
     *
     * @param id once within its session
     * @param business what they are to decide
     * @param title free text
     * @return the item
     */
    public static Item convening(MotionId id, Collection<Business> business, String title) {
        return of(id, Competence.CONVENE, business, title);
    }

    private static Item of(
            MotionId id, Competence competence, Collection<Business> business, String title) {
        return new Item(id, competence, new TreeSet<>(business), title, List.of(), List.of());
    }

    /**
     * An item by which a resolution of the owners is carried out.
     *
     * @param id once within its session
     * @param resolution what they adopted
     * @return the item, under the title of the motion
     */
    public static Item carryingOut(MotionId id, Resolution resolution) {
        return of(
                        id,
                        Competence.CARRY_OUT,
                        Set.of(Business.of(resolution.matter())),
                        resolution.motion().title())
                .behind(resolution);
    }

    /**
     * An item that the owners have delegated.
     *
     * @param id once within its session
     * @param business its kind
     * @param title free text
     * @param resolution by which they delegated it
     * @return the item; refused on the agenda if the kind is one of the nine
     */
    public static Item delegated(
            MotionId id, Business business, String title, Resolution resolution) {
        return of(id, Competence.DELEGATED, Set.of(business), title).behind(resolution);
    }

    private Item behind(Resolution resolution) {
        List<AdoptedMotion> adopted = List.of(AdoptedMotion.of(resolution));
        return new Item(id, competence, business, title, adopted, declaredBy);
    }

    /**
     * The same item with who declares that it is none of the nine.
     *
     * @param declarer one of those who call the session
     * @return the changed item
     */
    public Item declaredBy(PersonId declarer) {
        return new Item(id, competence, business, title, behind, List.of(declarer));
    }

    /**
     * Which of the nine matters it touches.
     *
     * @return by the kinds of business, often none
     */
    public SortedSet<Matter> matters() {
        return Collections.unmodifiableSortedSet(Business.matters(business));
    }
}
