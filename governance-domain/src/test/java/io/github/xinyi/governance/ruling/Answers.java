package io.github.xinyi.governance.ruling;

import java.util.List;

/** What tests ask of an outcome. */
public final class Answers {

    private Answers() {}

    /** The value, or a failure that shows every reason. */
    public static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    /** The ruling of a refusal. */
    public static Ruling refused(Outcome<?> outcome) {
        return outcome.fold(
                value -> {
                    throw new IllegalStateException("accepted: " + value);
                },
                Words::told);
    }

    /** The rules in the way, in their order. */
    public static List<String> refusal(Outcome<?> outcome) {
        return rules(refused(outcome));
    }

    /** The rules that a ruling finds not met. */
    public static List<String> rules(Ruling ruling) {
        return Words.told(ruling).notMet().stream().map(f -> f.rule().value()).toList();
    }
}
