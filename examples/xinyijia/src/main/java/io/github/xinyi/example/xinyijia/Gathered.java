package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Goes through many outcomes to the end, so that every refusal among them is told together. */
final class Gathered {

    private final List<Finding> refusals = new ArrayList<>();

    <T> List<T> of(Outcome<List<T>> outcome) {
        return outcome.fold(values -> values, this::refused);
    }

    <T> List<T> one(Outcome<T> outcome) {
        return outcome.fold(List::of, this::refused);
    }

    private <T> List<T> refused(Ruling ruling) {
        refusals.addAll(ruling.findings());
        return List.of();
    }

    <T> Outcome<T> outcome(Supplier<T> value) {
        return refusals.isEmpty()
                ? Outcome.accepted(value.get())
                : Outcome.refused(new Ruling(refusals));
    }
}
