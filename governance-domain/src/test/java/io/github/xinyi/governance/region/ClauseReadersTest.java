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
                .containsExactly(
                        "income.undecided-to-fund",
                        "income.to-fund",
                        "income.low-water",
                        "income.low-water-to-fund",
                        "income.fund-months",
                        "income.deposit-working-days",
                        "income.publish-months",
                        "disclosure.fund-months",
                        "disclosure.accounts-months",
                        "disclosure.audit-display-days",
                        "disclosure.display-days",
                        "disclosure.member-fees-months",
                        "disclosure.query-reply-days",
                        "handover.dismissal-notice-days",
                        "handover.refusal-notice-days",
                        "handover.open-ended-notice-days",
                        "handover.exit-days",
                        "handover.exit-from",
                        "handover.records-days");
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
