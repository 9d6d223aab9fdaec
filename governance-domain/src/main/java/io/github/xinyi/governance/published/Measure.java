package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.FloorArea;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the two measures of the law. */
enum Measure {
    AREA,
    HEADS;

    /** What is asked in either measure. */
    enum Question {
        WITHIN_TOTAL(PublishedRule.AREA_WITHIN_TOTAL, PublishedRule.HEADS_WITHIN_TOTAL),
        PERCENTAGE(PublishedRule.AREA_PERCENTAGE, PublishedRule.HEADS_PERCENTAGE),
        DENOMINATOR(PublishedRule.AREA_DENOMINATOR, PublishedRule.HEADS_DENOMINATOR),
        ADDS_UP(PublishedRule.AREA_ADDS_UP, PublishedRule.HEADS_ADD_UP),
        CONSISTENT(PublishedRule.AREA_CONSISTENT, PublishedRule.HEADS_CONSISTENT),
        QUORUM(PublishedRule.AREA_QUORUM, PublishedRule.HEADS_QUORUM),
        CONSENT(PublishedRule.AREA_CONSENT, PublishedRule.HEADS_CONSENT),
        NEEDS_TOTAL(PublishedRule.AREA_NEEDS_TOTAL, PublishedRule.HEADS_NEED_TOTAL),
        NEEDS_PARTICIPATING(
                PublishedRule.AREA_NEEDS_PARTICIPATING, PublishedRule.HEADS_NEED_PARTICIPATING),
        NEEDS_BASE(PublishedRule.AREA_NEEDS_BASE, PublishedRule.HEADS_NEED_BASE),
        NEEDS_IN_FAVOUR(PublishedRule.AREA_NEEDS_IN_FAVOUR, PublishedRule.HEADS_NEED_IN_FAVOUR);

        private final PublishedRule area;
        private final PublishedRule heads;

        Question(PublishedRule area, PublishedRule heads) {
            this.area = area;
            this.heads = heads;
        }
    }

    PublishedRule rule(Question question) {
        return this == AREA ? question.area : question.heads;
    }

    /** A count as it is printed. */
    String text(long count) {
        return this == AREA ? FloorArea.ofSquareDecimetres(count).toString() : Long.toString(count);
    }

    /** All that is printed of a figure, {@code -} for nothing. */
    String text(Figure figure) {
        return figure.isAbsent()
                ? "-"
                : Stream.concat(
                                figure.counts().stream().map(count -> text(count.longValue())),
                                figure.percentages().stream().map(Percentage::toString))
                        .collect(Collectors.joining("; "));
    }

    /** The counts of a range; an open end is left out. */
    String text(Range range) {
        if (range.isEmpty()) {
            return "-";
        }
        if (range.size() == 1) {
            return text(range.least());
        }
        String most = range.most() >= Figure.MAX_COUNT ? "" : text(range.most());
        return text(range.least()) + ".." + most;
    }
}
