package io.github.xinyi.example.stories;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.TrustTexts;
import java.util.List;

/**
 * What a story expects of a command: mostly that it is carried out, now and then that it is not.
 */
final class Outcomes {

    static final RuleTexts TEXTS = TrustTexts.in(Language.EN);

    private Outcomes() {}

    /** The value; a story that is refused something it needs is a fault of the story. */
    static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(TEXTS.render(ruling)));
    }

    /** Every rule in the way, in words. */
    static List<String> reasons(Outcome<?> outcome) {
        return outcome.fold(
                value -> {
                    throw new IllegalStateException("was not refused: " + value);
                },
                ruling -> ruling.notMet().stream().map(Outcomes::words).toList());
    }

    static String words(Finding finding) {
        return TEXTS.render(finding);
    }

    static String words(Ruling ruling) {
        return TEXTS.render(ruling);
    }
}
