package io.github.xinyi.example.manyservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for what {@link NeedsGalera} needs. */
final class NeedsGaleraCondition implements ExecutionCondition {

    private static final List<String> PROGRAMS = List.of("mariadbd", "mariadb-install-db", "rsync");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing =
                Stream.concat(
                                PROGRAMS.stream().filter(program -> !isOnPath(program)),
                                Stream.of(GaleraCluster.PROVIDER)
                                        .filter(library -> !Files.exists(library))
                                        .map(Path::toString))
                        .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("every program is there");
        }
        String line = missing + " missing: apt-get install mariadb-server galera-4 rsync";
        if (Boolean.getBoolean("xinyi.requirePrograms")) {
            throw new IllegalStateException(line);
        }
        return ConditionEvaluationResult.disabled(line);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
