package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What no local practice can set aside; a pattern that breaks one of these is not loaded.
 *
 * @since 0.1.0
 */
public enum PatternRule implements Rule {
    /** There is a stage, not too many, and none twice. */
    SIZE("size"),
    /** For each of the nine matters there is one owners' vote. */
    OWNERS_VOTE("owners-vote", Statutes.CIVIL_CODE.at(278, 1)),
    /** What the vote needs is not written in the table: it is the law's. */
    VOTE_FLOOR("vote-floor", Statutes.CIVIL_CODE.at(278, 2)),
    /** What was decided is carried out once, after the vote. */
    EXECUTION("execution", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The decision is on display between the vote and its execution, for a day or more. */
    DECISION_DISCLOSED("decision-disclosed"),
    /** The result is on display after the execution, for a day or more. */
    RESULT_DISCLOSED("result-disclosed"),
    /** No body agrees with less than half. */
    BODY_CONSENT("body-consent"),
    /** Only bodies are counted. */
    COUNTED_BODY("counted-body"),
    /** A stage asks for something that proves it. */
    PROOF("proof"),
    /** Where a body is counted, the list of those present is asked for (签到表). */
    ROLL("roll"),
    /** Days for making up are those of stages that an urgent repair goes before. */
    MADE_UP("made-up", Statutes.CIVIL_CODE.at(281, 2).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    PatternRule(String name, Citation... basis) {
        this.code = new RuleCode("deliberation.pattern-" + name);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
