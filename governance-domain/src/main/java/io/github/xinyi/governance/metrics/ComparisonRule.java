package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.List;

/**
 * What two measurements must have in common to be set beside each other as before and after.
 *
 * <p>Not law: shares by two formulas, or from two sources, differ without anything having changed.
 *
 * @since 0.1.0
 */
public enum ComparisonRule implements Rule {
    /** One metric, which is one formula. */
    SAME_METRIC("metrics.same-metric"),
    /** One subject, for example {@code 管道问题} on both days. */
    SAME_SUBJECT("metrics.same-subject"),
    /** One source of formula and figures, read to the same extent. */
    SAME_SOURCE("metrics.same-source"),
    /** The second day is later. */
    LATER_DAY("metrics.later-day");

    private final RuleCode code;

    ComparisonRule(String code) {
        this.code = new RuleCode(code);
    }

    static Ruling judge(Measurement before, Measurement after) {
        return Ruling.of(
                SAME_METRIC.check(
                        before.metric() == after.metric(), before.metric(), after.metric()),
                SAME_SUBJECT.check(
                        before.subject().equals(after.subject()),
                        before.subject(),
                        after.subject()),
                SAME_SOURCE.check(
                        before.source().equals(after.source()),
                        before.source().document() + " " + before.source().standing(),
                        after.source().document() + " " + after.source().standing()),
                LATER_DAY.check(before.day().isBefore(after.day()), before.day(), after.day()));
    }

    private RuleCheck check(boolean met, Object before, Object after) {
        return RuleCheck.of(this, met, "before", before, "after", after);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
