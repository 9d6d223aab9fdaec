package io.github.xinyi.governance.region;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something a ruling must say about the profile it used, without turning its verdict: texts that
 * are not at hand, or a local text below the nation's.
 *
 * @param about {@link RegionRule#TEXTS_NOT_AT_HAND}, {@link RegionRule#TEXT_OF_DAY_NOT_AT_HAND} or
 *     {@link RegionRule#LOCAL_BELOW_NATION}
 * @param evidence the figures, in the order given
 * @param basis the texts concerned
 * @since 0.1.0
 */
public record RegionNotice(RegionRule about, Map<String, String> evidence, List<Citation> basis)
        implements Finding {

    /** Copies the figures and the texts. */
    public RegionNotice {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        basis = List.copyOf(basis);
    }

    @Override
    public RuleCode rule() {
        return about.code();
    }

    /** Always {@link Verdict#NOT_APPLICABLE}: it tells, and decides nothing. */
    @Override
    public Verdict verdict() {
        return Verdict.NOT_APPLICABLE;
    }
}
