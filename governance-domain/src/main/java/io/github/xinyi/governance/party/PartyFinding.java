package io.github.xinyi.governance.party;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What a rule found of a branch or member, with the figure seen and the one needed.
 *
 * @param checked the rule
 * @param verdict what it says
 * @param subject whom or what it concerns, an identifier
 * @param seen the figure seen
 * @param needed the figure needed
 * @param basis the source of the figure needed; empty for a rule of form
 * @since 0.1.0
 */
public record PartyFinding(
        PartyRule checked,
        Verdict verdict,
        String subject,
        String seen,
        String needed,
        List<Citation> basis)
        implements Finding {

    /** Copies the sources. */
    public PartyFinding {
        basis = List.copyOf(basis);
    }

    @Override
    public RuleCode rule() {
        return checked.code();
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("subject", subject).and("seen", seen).and("needed", needed).toMap();
    }
}
