package io.github.xinyi.governance.published;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a notice in one measure, area or heads, for example total 1152, taking part 905,
 * in favour 65.08%, the rest not printed.
 *
 * @param total all owners; never a percentage
 * @param participating those taking part; a percentage is of the total
 * @param inFavour consent
 * @param against rejection
 * @param abstaining abstention
 * @since 0.1.0
 */
public record MeasuredFigures(
        Figure total, Figure participating, Figure inFavour, Figure against, Figure abstaining) {

    /** No figure at all. */
    public static final MeasuredFigures ABSENT =
            new MeasuredFigures(
                    Figure.ABSENT, Figure.ABSENT, Figure.ABSENT, Figure.ABSENT, Figure.ABSENT);

    /** Refuses percentages that would say nothing. */
    public MeasuredFigures {
        if (!total.percentages().isEmpty()) {
            throw new IllegalArgumentException("a total in percent: " + total);
        }
        if (participating.percentages().stream()
                .anyMatch(share -> share.base() == Percentage.Base.PARTICIPATING)) {
            throw new IllegalArgumentException("a part of itself: " + participating);
        }
    }

    /**
     * The three figures on which an outcome rests.
     *
     * @param total all owners
     * @param participating those taking part
     * @param inFavour consent
     * @return the figures, nothing being said of rejection and abstention
     */
    public static MeasuredFigures of(Figure total, Figure participating, Figure inFavour) {
        return new MeasuredFigures(total, participating, inFavour, Figure.ABSENT, Figure.ABSENT);
    }

    List<Figure> answers() {
        return List.of(inFavour, against, abstaining);
    }

    boolean hasAllAnswers() {
        return answers().stream().noneMatch(Figure::isAbsent);
    }

    /**
     * What the percentages can be of where it is not said: a turnout of all, an answer of all or of
     * those taking part, each percentage by itself, since a notice may change its base from line to
     * line.
     */
    List<MeasuredFigures> readings() {
        Figure turnout = participating.readAs(Percentage.Base.TOTAL);
        List<MeasuredFigures> readings = new ArrayList<>();
        for (Figure yes : inFavour.readings()) {
            for (Figure no : against.readings()) {
                for (Figure none : abstaining.readings()) {
                    readings.add(new MeasuredFigures(total, turnout, yes, no, none));
                }
            }
        }
        return readings;
    }
}
