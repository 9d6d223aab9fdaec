package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.Metric;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * How satisfied people were (满意度考核), for example 71 of 100 in {@code 2025-Q2}, with the digest of
 * the result that was evaluated.
 *
 * @param id once in the contract, 1 to 32 letters, digits, dots and hyphens
 * @param day the day at whose end things stood so
 * @param satisfied how many were, from zero
 * @param rated how many said so or not, above zero
 * @param result the digest of the evaluated result, record by record
 * @since 0.1.0
 */
public record Evaluation(
        String id, LocalDate day, long satisfied, long rated, Motion.Document result) {

    /** Refuses what no result can be: nothing rated is no share. */
    public Evaluation {
        if (!id.matches("[A-Za-z0-9.-]{1,32}") || satisfied < 0 || rated < 1 || satisfied > rated) {
            throw new IllegalArgumentException(
                    "not an evaluation: " + id + " " + satisfied + "/" + rated);
        }
    }

    /**
     * The evaluation of a measurement; its digest is over metric, subject, day, source and every
     * record with how it counts, under the domain {@code xinyi/evaluation/v1}.
     *
     * @param id once in the contract
     * @param measurement of {@link Metric#SATISFACTION}, with at least one rating
     * @return the evaluation
     * @throws IllegalArgumentException if something else was measured, or nothing was rated
     */
    public static Evaluation of(String id, Measurement measurement) {
        if (measurement.metric() != Metric.SATISFACTION) {
            throw new IllegalArgumentException("not of satisfaction: " + measurement.metric());
        }
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/evaluation/v1")
                        .text(measurement.metric().code().value())
                        .text(measurement.subject())
                        .text(measurement.day().toString())
                        .text(measurement.source().document())
                        .text(measurement.source().standing().name())
                        .u32(measurement.records().size());
        measurement
                .records()
                .forEach(
                        (record, count) ->
                                bytes.text(record.community().value())
                                        .text(record.id())
                                        .text(count.name()));
        return new Evaluation(
                id,
                measurement.day(),
                measurement.numerator().size(),
                measurement.denominator().size(),
                new Motion.Document(bytes.sha256Hex()));
    }

    /** Whether fewer than a share were satisfied, exactly. */
    boolean isBelow(Ratio share) {
        return BigInteger.valueOf(satisfied)
                        .multiply(BigInteger.valueOf(share.denominator()))
                        .compareTo(
                                BigInteger.valueOf(rated)
                                        .multiply(BigInteger.valueOf(share.numerator())))
                < 0;
    }
}
