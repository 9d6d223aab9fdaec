package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Citation;
import java.util.List;

/**
 * A figure of a region with the law it stands on, for example 15 days' notice by PMR art. 14 para.
 * 1, from the profile NATIONAL.
 *
 * @param key what it is about
 * @param value the figure
 * @param basis where it stands, at least one place; each is {@code UNVERIFIED} where the clause was
 *     handed down through a region whose own texts are not at hand
 * @param origin the profile that states it
 * @param <T> the type of the figure
 * @since 0.1.0
 */
public record Clause<T>(ClauseKey<T> key, T value, List<Citation> basis, RegionId origin) {

    /** Copies the citations and refuses a figure without one. */
    public Clause {
        basis = List.copyOf(basis);
        if (basis.isEmpty()) {
            throw new IllegalArgumentException("a clause needs a source: " + key);
        }
    }

    /** For example {@code notice.regular-days=15 [PMR art. 14 para. 1]}. */
    @Override
    public String toString() {
        return key + "=" + value + " " + basis;
    }
}
