package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No set of rules on owners' decisions and bodies is without a test that makes rulings of it and
 * looks whether they say which rule stands on a text that was not read.
 */
class MarkedRulesTest {

    private static final List<String> PACKAGES =
            List.of(
                    "ballot",
                    "bylaw",
                    "committee",
                    "community",
                    "election",
                    "formation",
                    "proceeding",
                    "published",
                    "region",
                    "voting");
    private static final Path MAIN = Path.of("src/main/java/io/github/xinyi/governance");
    private static final Path TEST = Path.of("src/test/java/io/github/xinyi/governance");

    @Test
    void everySetOfRulesHasATestThatMakesRulingsOfIt() throws IOException {
        assertThat(setsOfRules())
                .containsExactlyInAnyOrder(
                        "BylawRule",
                        "CommitteeRule",
                        "RosterRule",
                        "ElectionRule",
                        "FirstMeeting",
                        "FormationRule",
                        "OwnersTogether",
                        "ProceedingRule",
                        "PublishedRule",
                        "RegionRule");
        for (String rules : setsOfRules()) {
            assertThat(standingsTests()).as(rules).anyMatch(test -> test.contains(rules));
        }
    }

    /** Whatever the set, of decisions and bodies or of co-governance. */
    @Test
    void everyRuleOfTheModuleSaysInItsSentenceHowFarItsSourcesStand() {
        List<Rule> rules = Words.constants(Rule.class);
        List<Ruling> rulings =
                rules.stream().map(rule -> Ruling.of(RuleCheck.of(rule, true))).toList();

        assertThat(rules).hasSizeGreaterThan(350);
        assertThat(Marks.told(rulings, code -> true))
                .isEqualTo(Marks.marked(rules.toArray(Rule[]::new)))
                .hasSizeGreaterThan(80);
    }

    private static List<String> setsOfRules() throws IOException {
        List<String> sets = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(MAIN.resolve(name))) {
                files.filter(file -> read(file).contains(" implements Rule {"))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(sets::add);
            }
        }
        return sets;
    }

    private static List<String> standingsTests() {
        return PACKAGES.stream()
                .map(name -> TEST.resolve(name).resolve("StandingsTest.java"))
                .filter(Files::exists)
                .map(MarkedRulesTest::read)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
