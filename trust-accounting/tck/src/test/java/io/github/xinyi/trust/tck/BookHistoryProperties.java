package io.github.xinyi.trust.tck;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Histories of all commands that jqwik draws, each step against the model: every invariant holds
 * after it, questions are drawn apart from the data, and what was refused has changed nothing.
 */
class BookHistoryProperties {

    // The seed cannot be made smaller, but the run itself cuts its script.
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everyHistoryIsOneOfTheModel(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int length) {
        BookRun.of(new InMemoryBookStore(), seed, length);
    }
}
