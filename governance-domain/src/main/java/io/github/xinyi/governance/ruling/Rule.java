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
}
