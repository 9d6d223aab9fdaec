package io.github.xinyi.governance.ruling;

import java.util.ArrayList;
import java.util.List;

/**
 * All findings on one case, met and not met; the verdict is derived from them, so that reasons and
 * result cannot disagree.
 *
 * @param findings at least one
 * @since 0.1.0
 */
public record Ruling(List<Finding> findings) {

    /** Copies the findings and refuses an empty list. */
    public Ruling {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a ruling needs at least one finding");
        }
    }

    /**
     * A ruling of one or more findings.
     *
     * @param findings at least one
     * @return the ruling
     */
    public static Ruling of(Finding... findings) {
        return new Ruling(List.of(findings));
    }

    /**
     * The verdict that takes precedence among the findings.
     *
     * @return {@link Verdict#MET} when every rule that applies is met
     */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).min(Enum::compareTo).orElseThrow();
    }

    /**
     * The findings that stand in the way.
     *
     * @return those with verdict {@link Verdict#NOT_MET}, in their order
     */
    public List<Finding> notMet() {
        List<Finding> broken = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.NOT_MET) {
                broken.add(finding);
            }
        }
        return List.copyOf(broken);
    }

    /**
     * Whether a rule is among the findings that stand in the way.
     *
     * @param rule the rule asked about
     * @return true if it was found not met
     */
    public boolean refuses(RuleCode rule) {
        return notMet().stream().anyMatch(f -> f.rule().equals(rule));
    }
}
