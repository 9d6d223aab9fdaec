package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people read: every line of Java on a page stands in an example that is compiled and run, and
 * every link to a file of ours leads to one.
 */
class PagesTest {

    private static final Pattern JAVA =
            Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern FENCED =
            Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** A link or picture; addresses elsewhere and places on the same page are left alone. */
    private static final Pattern LINK =
            Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)(#[^)\\s]*)?\\)");

    private static final String COMPILED =
            "examples/(quickstart/src/main|vendor-store/src|consumers)/.*\\.java";

    private static final Set<String> MAIN_PAGES =
            Set.of("index.md", "start.md", "concepts.md", "embedding.md");

    private final SourceTree tree = SourceTree.found();

    @Test
    void everyLineOfJavaInTheReadmeIsCompiled() {
        List<String> shown = shown(text(tree.root().resolve("README.md")));

        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(missing(shown, compiled())).isEmpty();
    }

    @Test
    void everyLineOfJavaOnTheOtherPagesIsCompiled() {
        List<String> shown = pages().stream().flatMap(page -> shown(text(page)).stream()).toList();

        assertThat(shown).hasSizeGreaterThan(60);
        assertThat(missing(shown, compiled())).isEmpty();
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(pages()).hasSizeGreaterThan(50);
        assertThat(pages().stream().flatMap(page -> links(page).stream())).hasSizeGreaterThan(100);
        assertThat(pages().stream().flatMap(page -> dead(page).stream())).isEmpty();
    }

    @Test
    void theMainPagesAreThereInChineseToo() {
        Path docs = tree.root().resolve("docs");

        assertThat(MAIN_PAGES)
                .allSatisfy(
                        page -> {
                            assertThat(text(docs.resolve(page))).contains("(zh/" + page + ")");
                            assertThat(text(docs.resolve("zh").resolve(page)))
                                    .contains("(../" + page + ")");
                        });
    }

    @Test
    void seesALineThatIsNotCompiled() {
        List<String> shown = shown("```java\nvar a = one();\n\nvar b = two();\n```\n");

        assertThat(missing(shown, Set.of("var a = one();"))).containsExactly("var b = two();");
    }

    @Test
    void seesALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("a.md");
        Files.writeString(folder.resolve("b.md"), "text\n");
        Files.writeString(
                page,
                """
                [b](b.md#x) [c](c.md) ![d](d.svg) [e](https://example.org/e) [f](#f)
                ```
                [g](g.md)
                ```
                """);

        assertThat(dead(page)).containsExactly("a.md: c.md", "a.md: d.svg");
    }

    private List<Path> pages() {
        return tree.files().stream()
                .filter(file -> tree.relative(file).matches("[A-Z]+\\.md|docs/.*\\.md"))
                .toList();
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

    private static List<String> links(Path page) {
        String prose = FENCED.matcher(text(page)).replaceAll("");
        return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    private static List<String> dead(Path page) {
        return links(page).stream()
                .filter(link -> !Files.exists(page.resolveSibling(link)))
                .map(link -> page.getFileName() + ": " + link)
                .toList();
    }

    private Set<String> compiled() {
        return tree.files().stream()
                .filter(file -> tree.relative(file).matches(COMPILED))
                .flatMap(PagesTest::lines)
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(Path file) {
        return text(file).lines().map(String::strip);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static List<String> missing(List<String> shown, Set<String> compiled) {
        return shown.stream().filter(line -> !compiled.contains(line)).toList();
    }
}
