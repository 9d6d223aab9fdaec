package io.github.xinyi.governance.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which clauses a rule reads: the others are shown to hosts only, and the documents say so. */
class ClauseReadersTest {

    private static final Pattern NAME =
            Pattern.compile(
                    "ClauseKey<.+> ([A-Z_]+) =\\s*ClauseKey[.]\\w+\\(\\s*\"([a-z-]+[.][a-z-]+)\"");
    private static final Pattern SECTION = Pattern.compile("public static final class (\\w+) ");
    private static final Path MAIN = Path.of("src/main/java/io/github/xinyi/governance");

    @Test
    void namesTheClausesThatNoRuleReads() throws IOException {
        String code = code();
        String clauses = Files.readString(MAIN.resolve("region/Clauses.java"));
        List<String> unread =
                Stream.of(clauses.split("(?=public static final class )", -1))
                        .flatMap(section -> unread(section, code))
                        .toList();

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
        assertThat(ShownOnly.of(Clauses.Disclosure.DISPLAY_DAYS).orElseThrow().reasonEn())
                .contains("stays public without an end");
        assertThat(ShownOnly.of(Clauses.Disclosure.SEAL_MONTHS)).isEmpty();
        assertThat(Clauses.all().stream().map(ClauseKey::name))
                .containsAll(ShownOnly.all().stream().map(ShownOnly::key).toList());
    }

    private static Stream<String> unread(String section, String code) {
        Matcher name = SECTION.matcher(section);
        return name.find()
                ? NAME.matcher(section)
                        .results()
                        .filter(key -> !code.contains(name.group(1) + "." + key.group(1)))
                        .map(key -> key.group(2))
                : Stream.empty();
    }

    /** Everything but the list of clauses itself. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("Clauses.java")) {
                    code.append(Files.readString(file));
                }
            }
            return code.toString();
        }
    }
}
