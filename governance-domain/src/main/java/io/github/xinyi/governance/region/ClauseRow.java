package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Citation;
import java.util.List;

/** One row of a profile: a figure and one place where it stands, in force as the citation is. */
record ClauseRow<T>(ClauseKey<T> key, T value, Citation citation) {

    Clause<T> clause(RegionId origin) {
        return new Clause<>(key, value, List.of(citation), origin);
    }

    /** Whether the other row says something else of the same clause on some day. */
    boolean contradicts(ClauseRow<?> other) {
        var mine = citation.inForce();
        var theirs = other.citation.inForce();
        return key.equals(other.key)
                && !value.equals(other.value)
                && mine.startInclusive().isBefore(theirs.endExclusive())
                && theirs.startInclusive().isBefore(mine.endExclusive());
    }
}
