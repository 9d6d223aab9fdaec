package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.RuleSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of the verdict on printed figures is our reading and no words of the law or of the notice,
 * for example {@link #HALF_UP}.
 */
enum NoticeReading {
    /** 过半数 excludes the half. */
    MORE_THAN_HALF,
    /** Who takes part and with which area is as the notice counts it; nobody saw the papers. */
    AS_COUNTED,
    /** A percentage is rounded half up. */
    HALF_UP,
    /** An answer's percentage without a base is of those taking part or of all. */
    EITHER_BASE,
    /** A turnout's percentage without a base is of all. */
    TURNOUT_OF_ALL;

    /** Those that a verdict by these rule sets uses, in their order. */
    static Set<NoticeReading> of(Announcement printed, List<RuleSet> rules) {
        List<Figure> turnouts =
                List.of(printed.area().participating(), printed.heads().participating());
        List<Figure> answers =
                Stream.of(printed.area(), printed.heads())
                        .flatMap(measure -> measure.answers().stream())
                        .toList();
        Set<NoticeReading> used = EnumSet.of(AS_COUNTED);
        if (rules.stream().anyMatch(each -> asksForMoreThanAShare(each, printed.matter()))) {
            used.add(MORE_THAN_HALF);
        }
        if (Stream.concat(turnouts.stream(), answers.stream())
                .anyMatch(figure -> !figure.percentages().isEmpty())) {
            used.add(HALF_UP);
        }
        if (answers.stream().anyMatch(NoticeReading::isWithoutBase)) {
            used.add(EITHER_BASE);
        }
        if (turnouts.stream().anyMatch(NoticeReading::isWithoutBase)) {
            used.add(TURNOUT_OF_ALL);
        }
        return used;
    }

    private static boolean asksForMoreThanAShare(RuleSet rules, Matter matter) {
        return Stream.of(rules.quorum(), rules.consent(matter))
                .anyMatch(share -> share.threshold() instanceof Threshold.MoreThan);
    }

    private static boolean isWithoutBase(Figure figure) {
        return figure.percentages().stream()
                .anyMatch(share -> share.base() == Percentage.Base.UNSTATED);
    }
}
