package io.github.xinyi.governance.published;

import io.github.xinyi.governance.published.Measure.Question;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.util.ArrayList;
import java.util.List;

/** Whether the figures of one measure agree with each other; only faults are reported. */
final class Consistency {

    private final Measure measure;
    private final MeasuredFigures figures;
    private final List<Finding> faults = new ArrayList<>();

    private Consistency(Measure measure, MeasuredFigures figures) {
        this.measure = measure;
        this.figures = figures;
    }

    /** The faults, in the order of the rules; {@code possible} is whether any counts fit all. */
    static List<Finding> faults(Measure measure, MeasuredFigures figures, boolean possible) {
        Consistency consistency = new Consistency(measure, figures);
        consistency.checkParts();
        consistency.checkPercentages();
        consistency.checkSum();
        if (!possible && consistency.faults.isEmpty()) {
            consistency.add(
                    Question.CONSISTENT,
                    "total",
                    measure.text(figures.total()),
                    "participating",
                    measure.text(figures.participating()),
                    "inFavour",
                    measure.text(figures.inFavour()),
                    "against",
                    measure.text(figures.against()),
                    "abstaining",
                    measure.text(figures.abstaining()));
        }
        return consistency.faults;
    }

    private void checkParts() {
        checkPart(figures.participating(), figures.total());
        figures.answers().forEach(answer -> checkPart(answer, figures.participating()));
    }

    private void checkPart(Figure part, Figure whole) {
        for (long count : part.counts()) {
            for (long most : whole.counts()) {
                if (count > most) {
                    add(
                            Question.WITHIN_TOTAL,
                            "part",
                            measure.text(count),
                            "whole",
                            measure.text(most));
                }
            }
        }
        for (Percentage share : part.percentages()) {
            if (share.low() > share.unit()) {
                add(Question.WITHIN_TOTAL, "part", share, "whole", "100%");
            }
        }
    }

    private void checkPercentages() {
        checkPercentages(figures.participating().readAs(Base.TOTAL));
        figures.answers().forEach(this::checkPercentages);
    }

    private void checkPercentages(Figure figure) {
        for (Percentage share : figure.percentages()) {
            for (long count : figure.counts()) {
                boolean ofTotal = fits(share, count, figures.total());
                boolean ofPart = fits(share, count, figures.participating());
                boolean fits =
                        switch (share.base()) {
                            case TOTAL -> ofTotal;
                            case PARTICIPATING -> ofPart;
                            case UNSTATED -> ofTotal || ofPart;
                        };
                if (!fits) {
                    boolean ofAnother =
                            share.base() == Base.TOTAL
                                    ? ofPart && figures.participating().isCounted()
                                    : ofTotal && figures.total().isCounted();
                    add(
                            ofAnother ? Question.DENOMINATOR : Question.PERCENTAGE,
                            "percentage",
                            share,
                            "count",
                            measure.text(count));
                }
            }
        }
    }

    /** True also where no base is counted: then there is nothing to compare with. */
    private static boolean fits(Percentage share, long count, Figure base) {
        return !base.isCounted()
                || base.counts().stream().anyMatch(whole -> share.partsOf(whole).has(count));
    }

    private void checkSum() {
        Figure taking = figures.participating();
        if (taking.isCounted() && figures.answers().stream().allMatch(Figure::isCounted)) {
            List<Long> sums = sums();
            if (sums.stream().noneMatch(taking.counts()::contains)) {
                add(
                        Question.ADDS_UP,
                        "sum",
                        measure.text(sums.get(0)),
                        "participating",
                        measure.text(taking.counts().get(0)));
            }
        }
    }

    /** One for each choice among counts that are printed twice, the smallest first. */
    private List<Long> sums() {
        List<Long> sums = List.of(0L);
        for (Figure answer : figures.answers()) {
            sums =
                    sums.stream()
                            .flatMap(sum -> answer.counts().stream().map(count -> sum + count))
                            .toList();
        }
        return sums;
    }

    private void add(Question question, Object... evidence) {
        faults.add(RuleCheck.of(measure.rule(question), false, evidence));
    }
}
