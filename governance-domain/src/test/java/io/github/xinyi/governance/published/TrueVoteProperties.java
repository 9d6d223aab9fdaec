package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.published.PublishedVerdict.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Votes that were really taken, printed as notices print them: rounded, with parts left out, told
 * by month or year or not at all. What is said of them is true or nothing.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class TrueVoteProperties {

    /** One measure of a real vote; whole counts. */
    record Side(long total, long yes, long no, long abstained) {

        long taking() {
            return yes + no + abstained;
        }
    }

    /** A vote as it was. */
    record Vote(Matter matter, LocalDate notified, LocalDate opening, Side area, Side heads) {

        /** From the words of the law, in exact arithmetic of its own. */
        Outcome outcome() {
            boolean old = opening.isBefore(LocalDate.of(2021, 1, 1));
            boolean quorum =
                    old
                            ? 2 * area.taking() > area.total() && 2 * heads.taking() > heads.total()
                            : 3 * area.taking() >= 2 * area.total()
                                    && 3 * heads.taking() >= 2 * heads.total();
            if (!quorum) {
                return Outcome.NO_QUORUM;
            }
            return consents(area, old) && consents(heads, old) ? Outcome.PASSED : Outcome.REJECTED;
        }

        private boolean consents(Side side, boolean old) {
            int item = matter.item();
            if (old) {
                return (item >= 5 && item <= 7)
                        ? 3 * side.yes() >= 2 * side.total()
                        : 2 * side.yes() > side.total();
            }
            return (item >= 6 && item <= 8)
                    ? 4 * side.yes() >= 3 * side.taking()
                    : 2 * side.yes() > side.taking();
        }

        Result decision() {
            return opening.isBefore(notified.plusDays(15))
                    ? Result.INVALID_PROCEDURE
                    : Result.valueOf(outcome().name());
        }
    }

    @Property(tries = 3_000)
    void saysTheTruthOrNothing(@ForAll("votes") Vote vote, @ForAll Random random) {
        PublishedVerdict verdict = PublishedVerdict.of(printed(vote, random));

        assertThat(verdict.outcome()).isIn(vote.outcome(), Outcome.NOT_ESTABLISHED);
        assertThat(verdict.decision()).isIn(vote.decision(), Result.NOT_ESTABLISHED);
        assertThat(verdict.ruling().verdict() == Verdict.MET)
                .isEqualTo(verdict.decision() == Result.PASSED);
    }

    @Property(tries = 500)
    void saysAllOfWhatIsPrintedInFull(@ForAll("votes") Vote vote) {
        PublishedVerdict verdict =
                PublishedVerdict.of(
                        new Announcement(
                                vote.matter(),
                                Days.on(vote.notified()),
                                Days.on(vote.opening()),
                                full(vote.area()),
                                full(vote.heads())));

        assertThat(verdict.outcome()).isEqualTo(vote.outcome());
        assertThat(verdict.decision()).isEqualTo(vote.decision());
    }

    /** The same figure printed once more and otherwise, whatever else is printed. */
    @Property(tries = 500)
    void saysNothingWhereAFigureIsPrintedTwiceAndDiffers(
            @ForAll("votes") Vote vote, @ForAll Random random) {
        Announcement truth = printed(vote, random);
        List<Figure> heads = new ArrayList<>(figures(full(vote.heads())));
        int which = random.nextInt(3);
        Figure figure = heads.get(which);
        heads.set(which, figure.and(count(figure.counts().get(0) + 1)));
        Announcement contradicting =
                new Announcement(
                        vote.matter(),
                        truth.notified(),
                        truth.opening(),
                        truth.area(),
                        new MeasuredFigures(
                                heads.get(0),
                                heads.get(1),
                                heads.get(2),
                                heads.get(3),
                                heads.get(4)));

        assertThat(PublishedVerdict.of(contradicting).outcome()).isEqualTo(Outcome.NOT_ESTABLISHED);
        assertThat(PublishedVerdict.of(contradicting).decision())
                .isIn(Result.NOT_ESTABLISHED, Result.INVALID_PROCEDURE);
    }

    @Provide
    Arbitrary<Vote> votes() {
        return Combinators.combine(
                        Arbitraries.of(Matter.class),
                        Arbitraries.longs().between(-400, 400),
                        Arbitraries.longs().between(-3, 40),
                        side(
                                Arbitraries.frequencyOf(
                                        Tuple.of(30, Arbitraries.longs().between(3, 3_000)),
                                        Tuple.of(
                                                1,
                                                Arbitraries.longs()
                                                        .between(1_000_000_000, 10_000_000_000L)))),
                        side(Arbitraries.longs().between(3, 1_200)))
                .as(
                        (matter, day, days, area, heads) -> {
                            LocalDate opening = LocalDate.of(2021, 1, 1).plusDays(day);
                            return new Vote(matter, opening.minusDays(days), opening, area, heads);
                        });
    }

    /** Turnouts and consents about their thresholds; whoever takes part brings area and a head. */
    private static Arbitrary<Side> side(Arbitrary<Long> totals) {
        return Combinators.combine(
                        totals,
                        Arbitraries.of(45L, 50L, 51L, 60L, 66L, 67L, 70L, 90L, 100L),
                        Arbitraries.of(30L, 49L, 50L, 51L, 67L, 74L, 75L, 76L, 100L),
                        Arbitraries.longs().between(-1, 1))
                .as(
                        (total, turnout, consent, nudge) -> {
                            long taking = within(total * turnout / 100 + nudge, 1, total);
                            long yes = within(taking * consent / 100 + nudge, 1, taking);
                            long no = (taking - yes) / 2;
                            return new Side(total, yes, no, taking - yes - no);
                        });
    }

    private static long within(long number, long least, long most) {
        return Math.max(least, Math.min(most, number));
    }

    private static Announcement printed(Vote vote, Random random) {
        return new Announcement(
                vote.matter(),
                told(vote.notified(), random),
                told(vote.opening(), random),
                printed(vote.area(), random),
                printed(vote.heads(), random));
    }

    private static Days told(LocalDate day, Random random) {
        String text = day.toString();
        return switch (random.nextInt(6)) {
            case 0 -> Days.UNTOLD;
            case 1 -> Days.parse(text.substring(0, 4));
            case 2 -> Days.parse(text.substring(0, 7));
            default -> Days.parse(text);
        };
    }

    private static MeasuredFigures printed(Side side, Random random) {
        return new MeasuredFigures(
                random.nextInt(6) == 0 ? Figure.ABSENT : count(side.total()),
                shown(side.taking(), side.total(), side.total(), random).readAs(Base.TOTAL),
                shown(side.yes(), side.taking(), side.total(), random),
                shown(side.no(), side.taking(), side.total(), random),
                shown(side.abstained(), side.taking(), side.total(), random));
    }

    /**
     * A figure left out, counted, rounded of either base, counted and rounded, or of both bases.
     */
    private static Figure shown(long part, long taking, long total, Random random) {
        boolean ofTotal = taking == total || random.nextInt(4) == 0;
        long whole = ofTotal ? total : taking;
        Base base = ofTotal ? Base.TOTAL : Base.PARTICIPATING;
        Base stated = taking != total && random.nextInt(5) == 0 ? Base.UNSTATED : base;
        Figure rounded = percent(part, whole, random.nextInt(4), stated);
        return switch (random.nextInt(6)) {
            case 0 -> Figure.ABSENT;
            case 1 -> count(part).and(rounded);
            case 2 -> rounded;
            case 3 ->
                    percent(part, taking, random.nextInt(4), Base.UNSTATED)
                            .and(percent(part, total, random.nextInt(4), Base.UNSTATED));
            default -> count(part);
        };
    }

    private static Figure percent(long part, long whole, int decimals, Base base) {
        long scaled =
                BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact();
        return new Figure(List.of(), List.of(new Percentage(scaled, decimals, base)));
    }

    private static MeasuredFigures full(Side side) {
        return new MeasuredFigures(
                count(side.total()),
                count(side.taking()),
                count(side.yes()),
                count(side.no()),
                count(side.abstained()));
    }

    private static List<Figure> figures(MeasuredFigures figures) {
        return List.of(
                figures.total(),
                figures.participating(),
                figures.inFavour(),
                figures.against(),
                figures.abstaining());
    }

    private static Figure count(long count) {
        return new Figure(List.of(count), List.of());
    }
}
