package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows as Java stands, line by line, in an example that is compiled and run. */
class ReadmeSnippetsTest {

    private static final Pattern JAVA =
            Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private final SourceTree tree = SourceTree.found();

    @Test
    void everyLineOfJavaInTheReadmeIsCompiled() throws IOException {
        List<String> shown = shown(Files.readString(tree.root().resolve("README.md")));

        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(missing(shown, compiled())).isEmpty();
    }

    @Test
    void seesALineThatIsNotCompiled() {
        List<String> shown = shown("```java\nvar a = one();\n\nvar b = two();\n```\n");

        assertThat(missing(shown, Set.of("var a = one();"))).containsExactly("var b = two();");
    }

    private static List<String> shown(String page) {
        return JAVA.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Set<String> compiled() {
        return tree.files().stream()
                .filter(
                        file ->
                                tree.relative(file)
                                        .matches("examples/quickstart/src/main/.*\\.java"))
                .flatMap(file -> lines(file).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path file) {
        return SourceTree.read(file).lines().map(String::strip).toList();
    }

    private static List<String> missing(List<String> shown, Set<String> compiled) {
        return shown.stream().filter(line -> !compiled.contains(line)).toList();
    }
}
