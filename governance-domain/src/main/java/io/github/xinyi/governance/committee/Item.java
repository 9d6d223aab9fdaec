package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One item on the agenda of a committee, for example "call the owners' meeting on the choice of the
 * manager".
 *
 * @param id once within its session
 * @param competence what the committee does with it
 * @param matters which of the owners' nine matters it touches, often none
 * @param title free text of 1 to {@link #MAX_TITLE_LENGTH} characters
 * @since 0.1.0
 */
public record Item(MotionId id, Competence competence, SortedSet<Matter> matters, String title) {

    /** The longest title, in characters. */
    public static final int MAX_TITLE_LENGTH = 200;

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
    }

    /** Copies the matters and checks the title. */
    public Item {
        matters = Collections.unmodifiableSortedSet(new TreeSet<>(matters));
        if (title.isBlank()
                || title.length() > MAX_TITLE_LENGTH
                || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("item " + id + " has no usable title");
        }
    }

    /**
     * An item that touches none of the nine matters.
     *
     * @param id once within its session
     * @param competence what the committee does with it
     * @param title free text
     * @return the item
     */
    public static Item of(MotionId id, Competence competence, String title) {
        return new Item(id, competence, new TreeSet<>(), title);
    }

    /**
     * An item by which the owners are called to decide.
     *
     * @param id once within its session
     * @param matters what they are to decide
     * @param title free text
     * @return the item
     */
    public static Item convening(MotionId id, Collection<Matter> matters, String title) {
        return new Item(id, Competence.CONVENE, new TreeSet<>(matters), title);
    }

    /**
     * An item by which a resolution of the owners is carried out.
     *
     * @param id once within its session
     * @param resolution what they adopted
     * @return the item, under the title of the motion
     */
    public static Item carryingOut(MotionId id, Resolution resolution) {
        SortedSet<Matter> matters = new TreeSet<>();
        matters.add(resolution.matter());
        return new Item(id, Competence.CARRY_OUT, matters, resolution.motion().title());
    }
}
