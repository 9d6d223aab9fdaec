package io.github.xinyi.governance.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which clauses a rule reads: the others are shown to hosts only, and the documents say so. */
class ClauseReadersTest {

    private static final Pattern NAME =
            Pattern.compile(
                    "ClauseKey<.+> ([A-Z_]+) =\\s*\\w+[.][.\\w]+\\(\\s*\"([a-z-]+[.][a-z-]+)\"");
    private static final Pattern READ = Pattern.compile("\\b\\w+Clauses[.][A-Z_]+\\b");
    private static final String SECTION = "Clauses.java";
    private static final Path MAIN = Path.of("src/main/java/io/github/xinyi/governance");

    @Test
    void namesTheClausesThatNoRuleReads() throws IOException {
        Set<String> named = named(code());
        List<String> unread = new ArrayList<>();
        for (Path section : files(ClauseReadersTest::isSection)) {
            unread.addAll(unread(section, named));
        }

        assertThat(unread)
                .filteredOn(key -> !key.startsWith("guarantee."))
                .hasSizeLessThanOrEqualTo(23)
                .containsExactlyInAnyOrderElementsOf(
                        ShownOnly.all().stream().map(ShownOnly::key).toList());
    }

    @Test
    void saysOfEveryClauseThatNoRuleReadsWhyItIsShown() {
        assertThat(ShownOnly.all())
                .isNotEmpty()
                .allSatisfy(
                        clause -> {
                            assertThat(clause.reasonZh()).hasSizeGreaterThan(10);
                            assertThat(clause.reasonEn()).hasSizeGreaterThan(40);
                        });
        assertThat(ShownOnly.of(DisclosureClauses.DISPLAY_DAYS).orElseThrow().reasonEn())
                .contains("stays public without an end");
        assertThat(ShownOnly.of(DisclosureClauses.SEAL_MONTHS)).isEmpty();
        assertThat(Clauses.all().stream().map(ClauseKey::name))
                .containsAll(ShownOnly.all().stream().map(ShownOnly::key).toList());
    }

    @Test
    void findsEverySection() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path section : files(ClauseReadersTest::isSection)) {
            keys.addAll(unread(section, Set.of()));
        }

        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        Clauses.all().stream().map(ClauseKey::name).toList());
    }

    /** The defect: a clause whose name begins another's was taken for read with that one. */
    @Test
    void aLongerNameReadsNoClauseWhoseNameBeginsIt() {
        assertThat(named("find(NoticeClauses.TERM_DAYS), find(FirstClauses.TERM)"))
                .containsExactlyInAnyOrder("NoticeClauses.TERM_DAYS", "FirstClauses.TERM")
                .doesNotContain("NoticeClauses.TERM");
        assertThat(named("find(NoticeClauses.TERM)")).containsExactly("NoticeClauses.TERM");
    }

    /** Each clause that code names, by its whole name. */
    private static Set<String> named(String code) {
        return READ.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> unread(Path section, Set<String> named) throws IOException {
        String name = section.getFileName().toString().replace(".java", "");
        return NAME.matcher(Files.readString(section))
                .results()
                .filter(key -> !named.contains(name + "." + key.group(1)))
                .map(key -> key.group(2))
                .toList();
    }

    /** Everything but the lists of clauses themselves. */
    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path file : files(file -> !isSection(file))) {
            code.append(Files.readString(file));
        }
        return code.toString();
    }

    /** Whether a file is one of the lists of clauses, or the list of these lists. */
    private static boolean isSection(Path file) {
        return file.startsWith(MAIN.resolve("region")) && file.toString().endsWith(SECTION);
    }

    private static List<Path> files(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).filter(which).toList();
        }
    }
}
