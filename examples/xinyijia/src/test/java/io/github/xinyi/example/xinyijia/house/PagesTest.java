package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people read: the Java on a page stands as it is in an example that is built and run, every
 * line of a pom in one of a project that is built, every link to a file of ours leads to one, and
 * pages in Chinese follow those in English.
 */
class PagesTest {

    private static final Pattern JAVA = fenced("java");

    private static final Pattern XML = fenced("xml");

    private static final Pattern FENCED =
            Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** A link or picture; addresses elsewhere and places on the same page are left alone. */
    private static final Pattern LINK =
            Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)(#[^)\\s]*)?\\)");

    private static final String COMPILED =
            "examples/(quickstart/src/main|vendor-store/src|consumers)/.*\\.java";

    private static final Pattern NAME = Pattern.compile("`([^`\\n]+)`");

    private static final Pattern SECTION = Pattern.compile("^## ", Pattern.MULTILINE);

    /** Pages that are there in Chinese, section by section. */
    private static final Set<String> TRANSLATED =
            Set.of(
                    "start.md",
                    "concepts.md",
                    "embedding.md",
                    "store-authors.md",
                    "operations.md",
                    "many-servers.md",
                    "SECURITY.md");

    /** Those of which the Chinese page is another text: the front, and how to read the tables. */
    private static final Set<String> TOLD_ANEW = Set.of("index.md", "law.md");

    private final SourceTree tree = SourceTree.found();

    @Test
    void theJavaInTheReadmeIsCompiledAsItStandsThere() {
        List<String> shown = blocks(text(tree.root().resolve("README.md")));

        assertThat(shown).isNotEmpty();
        assertThat(notIn(compiled(), shown)).isEmpty();
    }

    @Test
    void theJavaOnTheOtherPagesIsCompiledAsItStandsThere() {
        List<String> shown = pages().stream().flatMap(page -> blocks(text(page)).stream()).toList();

        assertThat(shown).hasSizeGreaterThan(12);
        assertThat(notIn(compiled(), shown)).isEmpty();
    }

    @Test
    void everyLineOfAPomOnThePagesIsOfAProjectThatIsBuilt() {
        String pom =
                text(tree.root().resolve("examples/consumers/class-path/pom.xml"))
                        .replace("${xinyi.group}", MainCode.BASE)
                        .replace("${xinyi.version}", tree.rootPom().version());
        Set<String> built = pom.lines().map(String::strip).collect(Collectors.toSet());
        List<String> shown =
                pages().stream()
                        .flatMap(page -> blocks(XML, text(page)).stream())
                        .flatMap(String::lines)
                        .filter(line -> !line.isEmpty())
                        .toList();

        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(built).containsAll(shown);
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

        assertThat(Stream.concat(TRANSLATED.stream(), TOLD_ANEW.stream()))
                .allSatisfy(
                        page -> {
                            assertThat(text(docs.resolve(page))).contains("(zh/" + page + ")");
                            assertThat(text(docs.resolve("zh").resolve(page)))
                                    .contains("(../" + page + ")");
                        });
    }

    @Test
    void translatedPagesHaveTheSectionsTheJavaAndTheNamesOfTheEnglish() {
        Path docs = tree.root().resolve("docs");

        assertThat(TRANSLATED)
                .allSatisfy(
                        page -> {
                            String english = text(docs.resolve(page));
                            String chinese = text(docs.resolve("zh").resolve(page));
                            assertThat(sections(chinese)).isPositive();
                            assertThat(sections(chinese)).isEqualTo(sections(english));
                            assertThat(blocks(chinese)).isEqualTo(blocks(english));
                            assertThat(names(chinese)).isNotEmpty().isEqualTo(names(english));
                        });
    }

    @Test
    void everyPageOfTheSiteIsInItsNavigation() {
        String navigation = text(tree.root().resolve(".ci/site.yml"));

        assertThat(pages().stream().map(tree::relative))
                .filteredOn(page -> page.matches("docs/(zh/)?[^/]+\\.md"))
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        page ->
                                assertThat(navigation)
                                        .contains(": " + page.substring("docs/".length()) + "\n"));
    }

    @Test
    void seesJavaThatIsNotCompiledAsItStands() {
        List<String> shown = blocks("```java\nvar a = one();\n\nvar b = two();\n```\n");
        String whole = "{\n    var a = one();\n    var b = two();\n}\n";
        String turned = "{\n    var b = two();\n    var a = one();\n}\n";
        String parted = "{\n    var a = one();\n    a++;\n    var b = two();\n}\n";

        assertThat(notIn(List.of(turned, whole), shown)).isEmpty();
        assertThat(notIn(List.of(turned, parted), shown)).isEqualTo(shown);
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

    private static Pattern fenced(String language) {
        return Pattern.compile(
                "^```" + language + "\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    }

    private static List<String> blocks(String page) {
        return blocks(JAVA, page);
    }

    private static List<String> blocks(Pattern language, String page) {
        return language.matcher(page)
                .results()
                .map((MatchResult block) -> told(block.group(1)))
                .toList();
    }

    /** Its lines without indents and empty ones, each between line feeds. */
    private static String told(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static long sections(String page) {
        return SECTION.matcher(FENCED.matcher(page).replaceAll("")).results().count();
    }

    /** Of types, commands and files, each once. */
    private static Set<String> names(String page) {
        return NAME.matcher(FENCED.matcher(page).replaceAll(""))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
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

    private List<String> compiled() {
        return tree.files().stream()
                .filter(file -> tree.relative(file).matches(COMPILED))
                .map(PagesTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static List<String> notIn(List<String> sources, List<String> blocks) {
        List<String> told = sources.stream().map(PagesTest::told).toList();
        return blocks.stream()
                .filter(block -> told.stream().noneMatch(source -> source.contains(block)))
                .toList();
    }
}
