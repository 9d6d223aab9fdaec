package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The finding of a rule whose evidence is a few named figures, for example {@code
 * RuleCheck.of(INSUFFICIENT_FUNDS, false, "account", "service.cash", "after", "-1.00")}.
 *
 * @param checked the rule
 * @param verdict what it says
 * @param evidence the figures used, in the order given
 * @since 0.1.0
 */
public record RuleCheck(Rule checked, Verdict verdict, Map<String, String> evidence)
        implements Finding {

    /** Copies the evidence and keeps its order. */
    public RuleCheck {
        if (!(evidence instanceof Figures)) {
            evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        }
    }

    /**
     * The finding of a rule that is either kept or broken.
     *
     * @param rule the rule
     * @param met whether it is kept
     * @param evidence names and figures in turn; figures are shown by their {@code toString}, that
     *     of a comparable value, such as an amount or a day, only when somebody reads it; a dash
     *     for the first or last of all days and moments, which stand for none
     * @return the finding
     * @throws IllegalArgumentException if a name has no figure
     */
    public static RuleCheck of(Rule rule, boolean met, Object... evidence) {
        if (evidence.length % 2 != 0) {
            throw new IllegalArgumentException("evidence comes in pairs of name and figure");
        }
        return new RuleCheck(rule, met ? Verdict.MET : Verdict.NOT_MET, Figures.of(evidence));
    }

    /**
     * Whether the rule is kept.
     *
     * @return true for {@link Verdict#MET}
     */
    public boolean isMet() {
        return verdict == Verdict.MET;
    }

    @Override
    public RuleCode rule() {
        return checked.code();
    }

    @Override
    public List<Citation> basis() {
        return checked.basis();
    }
}
