package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ruling says of the region's profile, by its content alone, so that it can be kept and read
 * back, for example that the texts of a region are not at hand.
 *
 * @param rule the rule told of
 * @param verdict what it says
 * @param evidence the figures, in the order given
 * @param basis the texts concerned
 * @since 0.1.0
 */
public record ProfileNotice(
        RuleCode rule, Verdict verdict, Map<String, String> evidence, List<Citation> basis)
        implements Finding {

    /** Copies the figures and the texts. */
    public ProfileNotice {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        basis = List.copyOf(basis);
    }

    static ProfileNotice from(Finding finding) {
        return new ProfileNotice(
                finding.rule(), finding.verdict(), finding.evidence(), finding.basis());
    }
}
