package io.github.xinyi.governance.register;

import io.github.xinyi.governance.ruling.RuleCheck;
import java.util.ArrayList;
import java.util.List;

/** The findings on one change, collected rule by rule. */
final class Checks {

    private final List<RuleCheck> all = new ArrayList<>();

    boolean check(RegisterRule rule, boolean met, Object... evidence) {
        all.add(RuleCheck.of(rule, met, evidence));
        return met;
    }

    void addAll(Checks others) {
        all.addAll(others.all);
    }

    boolean areMet() {
        return all.stream().allMatch(RuleCheck::isMet);
    }

    List<RuleCheck> all() {
        return all;
    }
}
