package io.github.xinyi.governance.consent;

import io.github.xinyi.governance.identity.PersonId;

/**
 * An owner with an interest in a change of use (有利害关系的业主), and what that owner has said, for
 * example {@code P0180}, same building, consents.
 *
 * @param person the owner; co-owners stand here one by one
 * @param ground why the owner is interested, or is said to be
 * @param answer what the owner has said, as shown by a signed paper or its like
 * @since 0.1.0
 */
public record InterestedOwner(PersonId person, Ground ground, Answer answer) {

    /** Why an owner is interested. Source: SPC-Own art. 11. */
    public enum Ground {
        /** Another owner of the same building: interested without proof. */
        SAME_BUILDING,
        /**
         * An owner elsewhere in the area who proved harm to the home's value or to quality of life.
         */
        PROVEN_EFFECT,
        /** An owner elsewhere whose claim of such harm is not decided. */
        CLAIM_OPEN,
        /** An owner elsewhere who could not prove it: not interested. */
        CLAIM_FAILED
    }

    /** What an owner has said. */
    public enum Answer {
        /** Agrees (同意). */
        CONSENTS,
        /** Does not agree (不同意). */
        OBJECTS,
        /** Has said nothing; silence is not consent. */
        SILENT
    }

    boolean isCounted() {
        return ground == Ground.SAME_BUILDING || ground == Ground.PROVEN_EFFECT;
    }
}
