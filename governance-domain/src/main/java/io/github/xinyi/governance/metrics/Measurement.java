package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A metric on a day with every record behind it, for example coverage 92/93 on 2025-11-01 with the
 * one community whose term has ended.
 *
 * <p>As a finding it is {@link Verdict#MET} where there is a share, whether high or low, and {@link
 * Verdict#UNDETERMINED} where nothing was there to count: an empty denominator is never 100 %. The
 * text of it names no record. Immutable.
 *
 * @param metric what is measured
 * @param subject which part of it, for example {@code 管道问题}; {@link #WHOLE} for all
 * @param day the day at whose end things stood so, in China
 * @param source where formula and figures in it come from
 * @param records every record that was looked at, and how it counts
 * @since 0.1.0
 */
public record Measurement(
        Metric metric,
        String subject,
        LocalDate day,
        Source source,
        SortedMap<RecordId, Count> records)
        implements Finding {

    /** The greatest number of records behind one measurement. */
    public static final int MAX_RECORDS = 1_000_000;

    /** The subject of a metric that is not split. */
    public static final String WHOLE = "-";

    /** The longest subject, in characters. */
    public static final int MAX_SUBJECT = 40;

    /** Copies the records and checks their number and the subject. */
    public Measurement {
        requireAtMost(records.size());
        if (subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException("a subject of " + subject.length() + " characters");
        }
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }

    /**
     * Measures what was read.
     *
     * @param metric what is measured
     * @param day the day
     * @param readings at most {@link #MAX_RECORDS}; one that stands there twice counts once
     * @return the measurement of the whole, by the metric's own source
     * @throws IllegalArgumentException if a record is said to count in two ways
     */
    public static Measurement of(Metric metric, LocalDate day, Collection<Reading> readings) {
        requireAtMost(readings.size());
        SortedMap<RecordId, Count> records = new TreeMap<>();
        for (Reading reading : readings) {
            Count earlier = records.putIfAbsent(reading.record(), reading.count());
            if (earlier != null && earlier != reading.count()) {
                throw new IllegalArgumentException(reading + " counts as " + earlier + " too");
            }
        }
        return new Measurement(metric, WHOLE, day, metric.source(), records);
    }

    private static void requireAtMost(int records) {
        if (records > MAX_RECORDS) {
            throw new IllegalArgumentException(records + " records, at most " + MAX_RECORDS);
        }
    }

    /**
     * What counts.
     *
     * @return sorted; part of the denominator
     */
    public SortedSet<RecordId> numerator() {
        return where(Count::isInNumerator);
    }

    /**
     * What is counted against.
     *
     * @return sorted
     */
    public SortedSet<RecordId> denominator() {
        return where(Count::isInDenominator);
    }

    /**
     * What is in the denominator only, and why.
     *
     * @return sorted, unmodifiable
     */
    public SortedMap<RecordId, Count> missing() {
        return with(count -> count.isInDenominator() && !count.isInNumerator());
    }

    /**
     * What was left out of both, and why.
     *
     * @return sorted, unmodifiable
     */
    public SortedMap<RecordId, Count> excluded() {
        return with(count -> !count.isInDenominator());
    }

    /**
     * The share.
     *
     * @return exact, for example {@code 92/93}; empty where the denominator is
     */
    public Optional<Ratio> share() {
        long denominator = size(Count::isInDenominator);
        return denominator == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(size(Count::isInNumerator), denominator));
    }

    /**
     * The formula in words, for example {@code communities with a body in office / all
     * communities}; evidence names it by the metric.
     *
     * @param texts those of the language wanted
     * @return what counts, and what it is counted against
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String formula(RuleTexts texts) {
        return texts.line("formula", Map.of("formula", metric.name()));
    }

    /**
     * The part of some communities.
     *
     * @param communities which
     * @return the same metric over their records alone
     */
    public Measurement of(Collection<CommunityId> communities) {
        SortedMap<RecordId, Count> own = new TreeMap<>(records);
        own.keySet().removeIf(id -> !communities.contains(id.community()));
        return new Measurement(metric, subject, day, source, own);
    }

    /**
     * The communities with something to count.
     *
     * @return those of the denominator, sorted
     */
    public SortedSet<CommunityId> communities() {
        return denominator().stream()
                .map(RecordId::community)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Measurement named(String part) {
        return new Measurement(metric, part, day, source, records);
    }

    Measurement by(Source own) {
        return new Measurement(metric, subject, day, own, records);
    }

    private long size(Predicate<Count> wanted) {
        return records.values().stream().filter(wanted).count();
    }

    private SortedSet<RecordId> where(Predicate<Count> wanted) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(with(wanted).keySet()));
    }

    private SortedMap<RecordId, Count> with(Predicate<Count> wanted) {
        SortedMap<RecordId, Count> some = new TreeMap<>();
        records.forEach(
                (id, count) -> {
                    if (wanted.test(count)) {
                        some.put(id, count);
                    }
                });
        return Collections.unmodifiableSortedMap(some);
    }

    @Override
    public RuleCode rule() {
        return metric.code();
    }

    @Override
    public Verdict verdict() {
        return share().isPresent() ? Verdict.MET : Verdict.UNDETERMINED;
    }

    /** Numbers, formula and source; no record. */
    @Override
    public Map<String, String> evidence() {
        long denominator = size(Count::isInDenominator);
        return Evidence.of("numerator", size(Count::isInNumerator))
                .and("denominator", denominator)
                .and("share", share().map(Ratio::toString).orElse("?"))
                .and("excluded", records.size() - denominator)
                .and("subject", subject)
                .and("day", day)
                .and("formula", metric)
                .and("source", source.document())
                .and("standing", source.standing())
                .toMap();
    }

    @Override
    public List<Citation> basis() {
        return metric.basis();
    }

    /** For example {@code COVERAGE - 2025-11-01: 92/93}. */
    @Override
    public String toString() {
        return metric
                + " "
                + subject
                + " "
                + day
                + ": "
                + size(Count::isInNumerator)
                + "/"
                + size(Count::isInDenominator);
    }
}
