package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import java.util.List;

/**
 * One rule of a closed set; each package of rules has one enum of them, whose order is the order in
 * which they are reported.
 *
 * @since 0.1.0
 */
public interface Rule {

    /**
     * Its stable name.
     *
     * @return for example {@code journal.unbalanced}
     */
    RuleCode code();

    /**
     * The law it stands on.
     *
     * @return empty for a rule of arithmetic or form
     */
    List<Citation> basis();

    /**
     * The same rule where it stands on the law of one place.
     *
     * @param sources for example the sources of a region's clause; empty where no text says it
     * @return a rule of the same name
     */
    default Rule under(List<Citation> sources) {
        return new CitedRule(code(), List.copyOf(sources));
    }
}
