package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Differencing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measurement as everybody may read it, for example participation 412/573: no record is named,
 * and a figure behind which fewer than {@link #LEAST} people or homes would stand is withheld.
 *
 * <p>Metrics of communities, bodies, conferences and duties are of public concern and are shown
 * whole; those of homes, ratings, disputes and members are not. Within one {@link #view} no figure
 * can be found by subtracting others: of a whole and its parts those are withheld whose difference
 * would be small. Of views that follow each other a host keeps what it has {@link #shown}, with its
 * records, and gives it to the next, so that no figure moves by a few either, nor does any sum or
 * difference of figures of several views depend on a few ({@link Differencing}). The figure is
 * ours; source: Personal Information Protection Law art. 25, a reading. Immutable.
 *
 * @since 0.1.0
 */
public final class PublicMeasurement implements Finding {

    /** The fewest that stand behind a figure of people, or behind a difference of two. */
    public static final int LEAST = 5;

    private static final Set<Metric> OF_PEOPLE =
            Set.of(
                    Metric.SETTLEMENT,
                    Metric.PARTICIPATION,
                    Metric.RESPONSE_IN_TIME,
                    Metric.SATISFACTION,
                    Metric.CONTACT,
                    Metric.CHECK_INS);

    private final Metric metric;
    private final String subject;
    private final LocalDate day;
    private final boolean withheld;
    private final Map<String, String> figures;
    private final List<Ratio> shares;

    private PublicMeasurement(Measurement measured, boolean withheld) {
        this.metric = measured.metric();
        this.subject = measured.subject();
        this.day = measured.day();
        this.withheld = withheld;
        this.figures =
                withheld
                        ? Evidence.of("metric", metric)
                                .and("subject", subject)
                                .and("day", day)
                                .and("least", LEAST)
                                .and("source", measured.source().document())
                                .and("standing", measured.source().standing())
                                .toMap()
                        : measured.evidence();
        this.shares = withheld ? List.of() : measured.share().stream().toList();
    }

    /**
     * What everybody may read of some measurements together.
     *
     * @param measurements all that is published at once, for example a whole and its parts
     * @return one for each, in the same order; a part gives way to the whole
     */
    public static List<PublicMeasurement> view(List<Measurement> measurements) {
        return view(measurements, List.of());
    }

    /**
     * What everybody may read of some measurements together, beside those that they have read.
     *
     * @param measurements all that is published at once, for example a whole and its parts
     * @param before all that earlier views have {@link #shown}, with their records; never published
     * @return one for each, in the same order; withheld too where a figure of one metric and an
     *     earlier one differ by the records of fewer than {@link #LEAST}, come or gone, or where
     *     some sum or difference of it and others depends on fewer
     */
    public static List<PublicMeasurement> view(
            List<Measurement> measurements, List<Measurement> before) {
        Set<Integer> places = places(measurements, before);
        return IntStream.range(0, measurements.size())
                .mapToObj(i -> new PublicMeasurement(measurements.get(i), !places.contains(i)))
                .toList();
    }

    /**
     * Which of some measurements a view shows, to be kept for the views that follow.
     *
     * @param measurements as given to {@link #view(List, List)}
     * @param before likewise
     * @return those that are not withheld, in the same order
     */
    public static List<Measurement> shown(
            List<Measurement> measurements, List<Measurement> before) {
        Set<Integer> places = places(measurements, before);
        return IntStream.range(0, measurements.size())
                .filter(places::contains)
                .mapToObj(measurements::get)
                .toList();
    }

    private static Set<Integer> places(List<Measurement> measurements, List<Measurement> before) {
        List<Integer> largestFirst =
                IntStream.range(0, measurements.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing(
                                        (Integer i) -> -measurements.get(i).records().size()))
                        .toList();
        List<Measurement> shown = new ArrayList<>();
        Set<Integer> places = new HashSet<>();
        for (int place : largestFirst) {
            Measurement next = measurements.get(place);
            List<Measurement> together = new ArrayList<>(shown);
            together.removeIf(other -> other.metric() != next.metric());
            together.add(next);
            if (!OF_PEOPLE.contains(next.metric())
                    || (isSafe(together)
                            && isApart(next, before)
                            && tellsOfNobodyOrEnough(together, before))) {
                shown.add(next);
                places.add(place);
            }
        }
        return places;
    }

    /** Whether no sum or difference of figures, of whatever views, is about a few. */
    private static boolean tellsOfNobodyOrEnough(
            List<Measurement> together, List<Measurement> before) {
        Metric metric = together.get(0).metric();
        List<Set<RecordId>> groups =
                Stream.concat(
                                together.stream(),
                                before.stream().filter(earlier -> earlier.metric() == metric))
                        .<Set<RecordId>>flatMap(
                                shown ->
                                        Stream.of(
                                                of(shown, Count::isInNumerator),
                                                of(shown, Count::isInDenominator),
                                                shown.records().keySet()))
                        .toList();
        return !Differencing.tellsOfAFew(groups, LEAST);
    }

    private static Set<RecordId> of(Measurement shown, Predicate<Count> side) {
        return shown.records().entrySet().stream()
                .filter(entry -> side.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether what came and what went since each earlier figure is nobody or enough. */
    private static boolean isApart(Measurement now, List<Measurement> before) {
        return before.stream()
                .filter(earlier -> earlier.metric() == now.metric())
                .allMatch(
                        earlier -> isLarge(beyond(earlier, now)) && isLarge(beyond(now, earlier)));
    }

    /** How the records of one count that do not count so in the other. */
    private static List<Count> beyond(Measurement one, Measurement other) {
        return one.records().entrySet().stream()
                .filter(entry -> !countsSo(other.records().get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean countsSo(@Nullable Count there, Count here) {
        return there != null
                && there.isInNumerator() == here.isInNumerator()
                && there.isInDenominator() == here.isInDenominator();
    }

    /** Whether neither a figure nor a difference of figures is about a few. */
    private static boolean isSafe(List<Measurement> together) {
        for (Measurement one : together) {
            Set<Map.Entry<RecordId, Count>> rest = entries(one);
            for (Measurement other : together) {
                Set<Map.Entry<RecordId, Count>> its = entries(other);
                if (its.size() < entries(one).size() && entries(one).containsAll(its)) {
                    rest.removeAll(its);
                } else if (!overlapsSafely(entries(one), its)) {
                    return false;
                }
            }
            if (!isLarge(rest.stream().map(Map.Entry::getValue).toList())) {
                return false;
            }
        }
        return true;
    }

    /** Two sets that share a part but none the other must each have enough of their own. */
    private static boolean overlapsSafely(
            Set<Map.Entry<RecordId, Count>> one, Set<Map.Entry<RecordId, Count>> other) {
        long common = one.stream().filter(other::contains).count();
        boolean apart = common == 0 || common == one.size() || common == other.size();
        return apart || (one.size() - common >= LEAST && other.size() - common >= LEAST);
    }

    private static Set<Map.Entry<RecordId, Count>> entries(Measurement measured) {
        return new HashSet<>(measured.records().entrySet());
    }

    /** Each side of the fraction, and what was left out, is nobody or enough. */
    private static boolean isLarge(Collection<Count> counts) {
        long numerator = counts.stream().filter(Count::isInNumerator).count();
        long denominator = counts.stream().filter(Count::isInDenominator).count();
        return isNobodyOrEnough(numerator)
                && isNobodyOrEnough(denominator - numerator)
                && isNobodyOrEnough(counts.size() - denominator);
    }

    private static boolean isNobodyOrEnough(long count) {
        return count == 0 || count >= LEAST;
    }

    /**
     * What was measured.
     *
     * @return the metric
     */
    public Metric metric() {
        return metric;
    }

    /**
     * Which part of it.
     *
     * @return {@link Measurement#WHOLE} for all
     */
    public String subject() {
        return subject;
    }

    /**
     * The day at whose end things stood so.
     *
     * @return the day in China
     */
    public LocalDate day() {
        return day;
    }

    /**
     * Whether the figures are kept back.
     *
     * @return true where too few would stand behind one of them
     */
    public boolean isWithheld() {
        return withheld;
    }

    /**
     * The share.
     *
     * @return exact, for example {@code 92/93}; empty where withheld, or nothing was there to count
     */
    public Optional<Ratio> share() {
        return shares.stream().findFirst();
    }

    @Override
    public RuleCode rule() {
        return withheld ? PublicationRule.WITHHELD.code() : metric.code();
    }

    @Override
    public Verdict verdict() {
        return share().isPresent() ? Verdict.MET : Verdict.UNDETERMINED;
    }

    /** Numbers and source; where withheld, the least number instead of them. */
    @Override
    public Map<String, String> evidence() {
        return figures;
    }

    @Override
    public List<Citation> basis() {
        return withheld ? PublicationRule.WITHHELD.basis() : metric.basis();
    }

    /** For example {@code PARTICIPATION - 2025-06-30: 412/573}, or {@code withheld}. */
    @Override
    public String toString() {
        String figure =
                withheld ? "withheld" : figures.get("numerator") + "/" + figures.get("denominator");
        return metric + " " + subject + " " + day + ": " + figure;
    }
}
