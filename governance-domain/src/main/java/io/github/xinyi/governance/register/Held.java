package io.github.xinyi.governance.register;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Set;

/** A unit on a day, and its underwriter, if it has one. */
record Held(Unit unit, Set<PersonId> underwriter) {

    static Held of(Unit unit) {
        return new Held(unit, Set.of());
    }

    Held with(Unit changed) {
        return new Held(changed, underwriter);
    }
}
