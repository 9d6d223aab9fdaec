package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import java.util.List;
import java.util.Map;

/**
 * What one rule found: its code, its verdict, the figures it used and the law it stands on.
 *
 * <p>Each package of rules seals its own findings under this open root.
 *
 * @since 0.1.0
 */
public interface Finding {

    /**
     * The rule.
     *
     * @return for example {@code voting.area-quorum}
     */
    RuleCode rule();

    /**
     * What it says.
     *
     * @return never null
     */
    Verdict verdict();

    /**
     * The figures used, by name, in a fixed order and in canonical text, for example {@code
     * participating=20000.00}.
     *
     * @return an unmodifiable map
     */
    Map<String, String> evidence();

    /**
     * The law it stands on.
     *
     * @return empty only for a rule of arithmetic or form
     */
    List<Citation> basis();
}
