package io.github.xinyi.example.xinyijia;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for the programs that {@link NeedsProgram} names. */
final class NeedsProgramCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<NeedsProgram> missing =
                context
                        .getElement()
                        .map(
                                e ->
                                        AnnotationSupport.findRepeatableAnnotations(
                                                e, NeedsProgram.class))
                        .orElse(List.of())
                        .stream()
                        .filter(program -> Programs.onPath(program.value()).isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("every program is there");
        }
        String lines =
                String.join(
                        "; ",
                        missing.stream()
                                .map(
                                        p ->
                                                p.value()
                                                        + " is missing: apt-get install "
                                                        + p.debianPackage())
                                .toList());
        if (Boolean.getBoolean("xinyi.requirePrograms")) {
            throw new IllegalStateException(lines);
        }
        return ConditionEvaluationResult.disabled(lines);
    }
}
