package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import java.util.List;

/** A rule as the law of one place has it. */
record CitedRule(RuleCode code, List<Citation> basis) implements Rule {}
