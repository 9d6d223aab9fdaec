package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.published.PublishedVerdict.Outcome;
import io.github.xinyi.governance.voting.Matter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The verdict against brute force: every triple of whole counts, rounded as a printer would. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PublishedVerdictProperties {

    @Property(tries = 2_000)
    void equalsBruteForceOverAllWholeCounts(
            @ForAll("counted") MeasuredFigures area,
            @ForAll("counted") MeasuredFigures heads,
            @ForAll Matter matter) {
        Set<Outcome> possible = bruteForce(area, heads, matter);
        PublishedVerdict verdict = PublishedVerdict.of(notice(matter, area, heads));

        if (possible.size() != 1) {
            assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ESTABLISHED);
        } else if (verdict.outcome() == Outcome.NOT_ESTABLISHED) {
            assertThat(verdict.ruling().notMet()).as("a contradiction").isNotEmpty();
        } else {
            assertThat(possible).containsExactly(verdict.outcome());
        }
    }

    @Property(tries = 2_000)
    void settlesAllThatBruteForceSettlesWhereNothingContradicts(
            @ForAll("truthful") MeasuredFigures area,
            @ForAll("truthful") MeasuredFigures heads,
            @ForAll Matter matter) {
        Set<Outcome> possible = bruteForce(area, heads, matter);
        PublishedVerdict verdict = PublishedVerdict.of(notice(matter, area, heads));
        Assume.that(!verdict.ruling().refuses(PublishedRule.AREA_POSSIBLE.code()));

        assertThat(verdict.outcome())
                .isEqualTo(
                        possible.size() == 1
                                ? possible.iterator().next()
                                : Outcome.NOT_ESTABLISHED);
    }

    @Property(tries = 1_000)
    void withoutATotalItNeverContradictsBruteForce(
            @ForAll("truthful") MeasuredFigures area,
            @ForAll("truthful") MeasuredFigures heads,
            @ForAll Matter matter) {
        MeasuredFigures open =
                new MeasuredFigures(
                        Figure.ABSENT,
                        area.participating(),
                        area.inFavour(),
                        area.against(),
                        area.abstaining());
        Outcome outcome = PublishedVerdict.of(notice(matter, open, heads)).outcome();

        if (outcome != Outcome.NOT_ESTABLISHED) {
            assertThat(bruteForce(area, heads, matter)).containsExactly(outcome);
        }
    }

    /** In whatever order a notice prints what it prints of a figure, the ruling is the same. */
    @Property(tries = 1_000)
    void theOrderOfStatementsChangesNothing(
            @ForAll("counted") MeasuredFigures area,
            @ForAll("truthful") MeasuredFigures heads,
            @ForAll Matter matter,
            @ForAll Random random) {
        PublishedVerdict verdict = PublishedVerdict.of(notice(matter, area, heads));
        PublishedVerdict shuffled =
                PublishedVerdict.of(
                        notice(matter, shuffled(area, random), shuffled(heads, random)));

        assertThat(shuffled.outcome()).isEqualTo(verdict.outcome());
        assertThat(shuffled.ruling()).isEqualTo(verdict.ruling());
    }

    private static MeasuredFigures shuffled(MeasuredFigures figures, Random random) {
        return new MeasuredFigures(
                shuffled(figures.total(), random),
                shuffled(figures.participating(), random),
                shuffled(figures.inFavour(), random),
                shuffled(figures.against(), random),
                shuffled(figures.abstaining(), random));
    }

    private static Figure shuffled(Figure figure, Random random) {
        List<Long> counts = new ArrayList<>(figure.counts());
        List<Percentage> percentages = new ArrayList<>(figure.percentages());
        Collections.shuffle(counts, random);
        Collections.shuffle(percentages, random);
        return new Figure(counts, percentages);
    }

    @Property(tries = 2_000)
    void aPercentageStandsForExactlyTheCountsThatRoundToIt(
            @ForAll("percentages") Percentage percentage, @ForAll("wholes") long whole) {
        Range parts = percentage.partsOf(whole);

        for (long part = 0; part <= whole; part++) {
            assertThat(parts.has(part)).isEqualTo(roundsTo(part, whole, percentage));
            if (part > 0 && roundsTo(part, whole, percentage)) {
                assertThat(percentage.wholesOf(part).has(whole)).isTrue();
            }
        }
    }

    private static Announcement notice(Matter matter, MeasuredFigures area, MeasuredFigures heads) {
        return new Announcement(matter, Days.parse("2022-03"), Days.parse("2022-05"), area, heads);
    }

    /** Any figures, most of them contradicting each other. */
    @Provide
    Arbitrary<MeasuredFigures> counted() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 18),
                        Arbitraries.longs().between(1, 18),
                        figures(18),
                        figures(18),
                        figures(18))
                .as(
                        (total, taking, yes, no, none) ->
                                new MeasuredFigures(
                                        count(total),
                                        count(Math.min(total, taking)),
                                        yes,
                                        no,
                                        none));
    }

    /** Figures that some real vote could have printed. */
    @Provide
    Arbitrary<MeasuredFigures> truthful() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 18),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 3))
                .as(PublishedVerdictProperties::printed);
    }

    @Provide
    Arbitrary<Percentage> percentages() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Base.class))
                .as(
                        (percent, decimals, base) ->
                                new Percentage(
                                        percent * (long) Math.pow(10, decimals) * 97 / 100,
                                        decimals,
                                        base));
    }

    @Provide
    Arbitrary<Long> wholes() {
        return Arbitraries.longs().between(1, 300);
    }

    private static MeasuredFigures printed(
            long total, long turnout, long consent, int showTaking, int showYes, int showNo) {
        long taking = Math.max(1, total * (50 + turnout / 2) / 100);
        long yes = taking * consent / 100;
        long no = (taking - yes) / 2;
        return new MeasuredFigures(
                count(total),
                show(showTaking, taking, total, total).readAs(Base.TOTAL),
                show(showYes, yes, taking, total),
                show(showNo, no, taking, total),
                show(showNo, taking - yes - no, taking, total));
    }

    /** A count printed in one of several ways. */
    private static Figure show(int way, long part, long taking, long total) {
        return switch (way) {
            case 1 -> count(part);
            case 2 -> percent(part, total, 0, Base.TOTAL);
            case 3 -> percent(part, taking, 0, Base.UNSTATED);
            case 4 -> percent(part, taking, 1, Base.PARTICIPATING);
            case 5 -> percent(part, taking, 0, Base.PARTICIPATING);
            case 6 -> count(part).and(percent(part, taking, 0, Base.PARTICIPATING));
            case 7 -> unstated(part, taking).and(unstated(part, total));
            case 8 -> unstated(part, total).and(count(part)).and(unstated(part, taking));
            default -> Figure.ABSENT;
        };
    }

    private static Figure unstated(long part, long whole) {
        return percent(part, whole, 0, Base.UNSTATED);
    }

    private static Figure percent(long part, long whole, int decimals, Base base) {
        return new Figure(
                List.of(), List.of(new Percentage(scaled(part, whole, decimals), decimals, base)));
    }

    private static Arbitrary<Figure> figures(int most) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Figure.ABSENT)),
                Tuple.of(
                        2,
                        Arbitraries.longs()
                                .between(0, most)
                                .map(PublishedVerdictProperties::count)),
                Tuple.of(
                        4,
                        percentage()
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2)
                                .map(shares -> new Figure(List.of(), shares))));
    }

    private static Arbitrary<Percentage> percentage() {
        return Combinators.combine(
                        Arbitraries.of(0L, 25L, 33L, 50L, 60L, 67L, 75L, 100L),
                        Arbitraries.of(Base.class))
                .as((percent, base) -> new Percentage(percent, 0, base));
    }

    private static Figure count(long count) {
        return new Figure(List.of(count), List.of());
    }

    private static Set<Outcome> bruteForce(
            MeasuredFigures area, MeasuredFigures heads, Matter matter) {
        Set<String> byArea = answers(area, matter);
        Set<String> byHeads = answers(heads, matter);
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        for (String one : byArea) {
            for (String other : byHeads) {
                boolean quorum = one.startsWith("Q") && other.startsWith("Q");
                boolean consent = one.endsWith("C") && other.endsWith("C");
                possible.add(
                        !quorum ? Outcome.NO_QUORUM : consent ? Outcome.PASSED : Outcome.REJECTED);
            }
        }
        return possible;
    }

    /** Every count of every figure, tried one by one with decimals rounded half up. */
    private static Set<String> answers(MeasuredFigures figures, Matter matter) {
        Set<String> answers = new TreeSet<>();
        long total = figures.total().counts().get(0);
        for (long taking = 0; taking <= total; taking++) {
            if (fits(figures.participating(), taking, total, total)) {
                tryAnswers(figures, matter, taking, answers);
            }
        }
        return answers;
    }

    private static void tryAnswers(
            MeasuredFigures figures, Matter matter, long taking, Set<String> found) {
        long total = figures.total().counts().get(0);
        boolean all =
                !figures.inFavour().isAbsent()
                        && !figures.against().isAbsent()
                        && !figures.abstaining().isAbsent();
        boolean special = matter.item() >= 6 && matter.item() <= 8;
        for (long yes = 0; yes <= taking; yes++) {
            for (long no = 0; no <= taking - yes; no++) {
                for (long none = 0; none <= taking - yes - no; none++) {
                    if ((all && yes + no + none != taking)
                            || !fits(figures.inFavour(), yes, taking, total)
                            || !fits(figures.against(), no, taking, total)
                            || !fits(figures.abstaining(), none, taking, total)) {
                        continue;
                    }
                    boolean quorum = taking > 0 && 3 * taking >= 2 * total;
                    boolean consent =
                            taking > 0 && (special ? 4 * yes >= 3 * taking : 2 * yes > taking);
                    found.add((quorum ? "Q" : "q") + (consent ? "C" : "c"));
                }
            }
        }
    }

    /** A percentage whose base is not stated is of those taking part or of all, each by itself. */
    private static boolean fits(Figure figure, long part, long taking, long total) {
        return figure.counts().stream().allMatch(count -> count == part)
                && figure.percentages().stream()
                        .allMatch(
                                p ->
                                        (p.base() != Base.TOTAL && roundsTo(part, taking, p))
                                                || (p.base() != Base.PARTICIPATING
                                                        && roundsTo(part, total, p)));
    }

    private static boolean roundsTo(long part, long whole, Percentage percentage) {
        return whole > 0 && scaled(part, whole, percentage.decimals()) == percentage.scaled();
    }

    private static long scaled(long part, long whole, int decimals) {
        return BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
