package io.github.xinyi.governance.event;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Why an append came too late: others have added to the stream since it was read. Read again,
 * decide again, and append under the version read.
 *
 * <p>An answer and not an exception: of two people who decide at the same time one always gets it.
 *
 * @param stream the stream
 * @param expected the version that the caller had read
 * @param actual the version that the stream has
 * @since 0.1.0
 */
public record StaleVersion(StreamName stream, long expected, long actual) implements Finding {

    /** {@code event.stale-version}. */
    public static final RuleCode CODE = new RuleCode("event.stale-version");

    @Override
    public RuleCode rule() {
        return CODE;
    }

    @Override
    public Verdict verdict() {
        return expected == actual ? Verdict.MET : Verdict.NOT_MET;
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("stream", stream)
                .and("expected", expected)
                .and("actual", actual)
                .toMap();
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
