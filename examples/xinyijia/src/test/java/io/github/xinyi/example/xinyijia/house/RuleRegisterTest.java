package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule has its row, its source and a test, and no page names a test that is not there. */
class RuleRegisterTest {

    private static final Pattern NAMED =
            Pattern.compile(
                    "`([A-Z]{1,2}(?=#)|[A-Za-z]+(?:Test|Properties|Contract))?"
                            + "(?:#([A-Za-z0-9_]+))?`");

    private final SourceTree tree = SourceTree.found();
    private final RuleRegister register = RuleRegister.of(MainCode.domain(), tree);

    @Test
    void theRegisterOfRulesIsThatOfTheCode() throws IOException {
        Path made =
                Files.writeString(
                        tree.root().resolve("examples/xinyijia/target/rules.md"), register.page());

        assertThat(register.rules()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(Files.readString(tree.root().resolve("docs/rules.md")))
                .as("docs/rules.md, made anew in " + tree.relative(made))
                .isEqualTo(register.page());
    }

    @Test
    void everyRuleIsNamedByATest() {
        assertThat(register.rules())
                .filteredOn(rule -> register.testsOf(rule).isEmpty())
                .extracting(RuleRegister.Registered::place)
                .isEmpty();
    }

    @Test
    void everyRuleStandsInTheLawPageWithItsSourceOrAsARuleOfTheRecord() throws IOException {
        LawPage page = LawPage.of(Files.readString(tree.root().resolve("docs/law.md")));

        assertThat(register.rules())
                .filteredOn(rule -> !page.givesSourceOf(rule) && !page.isOfTheRecord(rule))
                .extracting(RuleRegister.Registered::code)
                .as("rules without a row")
                .isEmpty();
        assertThat(register.rules())
                .filteredOn(rule -> page.isOfTheRecord(rule) && !rule.basis().isEmpty())
                .extracting(RuleRegister.Registered::code)
                .as("rules of the record that cite a law")
                .isEmpty();
        assertThat(page.codesWithoutRule(register.rules())).as("codes of no rule").isEmpty();
    }

    @Test
    void theLawPageSaysOfEverySourceHowFarItWasRead() throws IOException {
        LawPage page = LawPage.of(Files.readString(tree.root().resolve("docs/law.md")));

        assertThat(register.rules())
                .filteredOn(rule -> page.givesSourceOf(rule) && !page.marksUnsaid(rule).isEmpty())
                .extracting(rule -> rule.code() + " " + page.marksUnsaid(rule))
                .isEmpty();
    }

    @Test
    void seesAMarkThatTheLawPageDoesNotShow() {
        RuleRegister.Registered reading =
                register.rules().stream()
                        .filter(rule -> rule.code().equals("committee.seat-paper"))
                        .findAny()
                        .orElseThrow();
        String row = "| `committee.seat-paper` | CC art. 278 | %s | `CommitteeRule` | - |\n";

        assertThat(LawPage.of(row.formatted("read")).marksUnsaid(reading))
                .containsExactly(Standing.INTERPRETATION);
        assertThat(LawPage.of(row.formatted("the text read, the paper a reading")))
                .matches(page -> page.marksUnsaid(reading).isEmpty());
    }

    @Test
    void seesARuleWithoutARow() {
        List<RuleRegister.Registered> planted =
                RuleRegister.of(MainCode.planted("sentence"), tree).rules();
        LawPage none = LawPage.of("`planted.silent` in a sentence, and `PlainRule.SILENT`\n");
        LawPage sourced =
                LawPage.of(
                        """
                        ## Here
                        A constant without a type is one of `PlainRule`.
                        | x | CC art. 1 | read | `SILENT`, `Other` | - |
                        | `planted.gone` | none | reading | `Other.CONSTANT` | - |
                        """);
        LawPage ofTheRecord =
                LawPage.of("## Rules of the record\n| `planted.silent` | none | - | - | - |\n");

        assertThat(planted).noneMatch(none::givesSourceOf).noneMatch(none::isOfTheRecord);
        assertThat(planted)
                .filteredOn(sourced::givesSourceOf)
                .extracting(RuleRegister.Registered::code)
                .containsExactly("planted.silent");
        assertThat(sourced.codesWithoutRule(planted)).containsExactly("planted.gone");
        assertThat(planted)
                .filteredOn(ofTheRecord::isOfTheRecord)
                .extracting(RuleRegister.Registered::code)
                .containsExactly("planted.silent");
        assertThat(planted).noneMatch(ofTheRecord::givesSourceOf);
    }

    @Test
    void aSimpleNameOfAnotherTypeNamesNoRule() {
        RuleRegister.Registered size =
                register.rules().stream()
                        .filter(rule -> rule.code().equals("community.roster-size"))
                        .findAny()
                        .orElseThrow();
        String finding = "io.github.xinyi.governance.community.RosterFinding";

        assertThat(
                        List.of(
                                "import net.jqwik.api.constraints.Size;\n"
                                        + "class T { @Size(min = 1) int x; }",
                                "import a.Founding;\nclass T { Founding.Size size; }",
                                "import " + finding + ".Size;\n/** {@link Size} */ class T {}",
                                "package b;\nclass T { RosterFinding.Size size; }"))
                .map(NamesInSource::of)
                .noneMatch(size::isNamedIn);
        assertThat(
                        List.of(
                                "import "
                                        + finding
                                        + ";\nclass T { RosterFinding\n    .Size size; }",
                                "import "
                                        + finding
                                        + ".Size;\nclass T { Object code = Size.CODE; }",
                                "import static " + finding + ".*;\nclass T { Size size; }",
                                "package io.github.xinyi.governance.community;\n"
                                        + "class T { RosterFinding.Size x; }",
                                "class T { String code = \"community.roster-size 3\"; }"))
                .map(NamesInSource::of)
                .allMatch(size::isNamedIn);
    }

    @Test
    void everyTestThatThePagesNameIsThere() {
        Map<String, String> sources = testSources();

        for (String page : List.of("docs/law.md", "docs/contracts.md")) {
            assertThat(missing(SourceTree.read(tree.root().resolve(page)), sources))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void seesATestThatIsNotThere() {
        Map<String, String> sources = Map.of("SomeTest", "void holds() {}");

        assertThat(missing("`SomeTest#holds`, `#holds`, `SomeTest`", sources)).isEmpty();
        assertThat(missing("`SomeTest#fails`, `#gone`, `OtherTest`", sources))
                .containsExactly("SomeTest#fails", "SomeTest#gone", "OtherTest");
        Map<String, String> contracts = Map.of("SomeContract", "void required_A1_holds() {}");
        assertThat(missing("`S#required_A1_holds`, `#required_A1`", contracts)).isEmpty();
        assertThat(missing("`S#required_A2`, `#holds`", contracts))
                .containsExactly("S#required_A2", "S#holds");
    }

    @Test
    void seesARuleThatNoTestNames() {
        RuleRegister planted = RuleRegister.of(MainCode.planted("sentence"), tree);

        assertThat(planted.rules())
                .filteredOn(rule -> planted.testsOf(rule).isEmpty())
                .extracting(RuleRegister.Registered::code)
                .contains("planted.silent");
    }

    /** Names of tests on a page, in its order, that no source has; a name may stand for its row. */
    private static List<String> missing(String page, Map<String, String> sources) {
        List<String> missing = new ArrayList<>();
        String last = "";
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            String type = named.group(1);
            String method = named.group(2);
            if (type == null && method == null) {
                continue;
            }
            last = type == null ? last : type;
            boolean there =
                    method == null
                            ? sources.containsKey(last)
                            : declaration(method).matcher(sourceOf(last, sources)).find();
            if (!there) {
                missing.add(method == null ? last : last + "#" + method);
            }
        }
        return missing;
    }

    /** A method by its name, or the check of a contract by its number alone. */
    private static Pattern declaration(String method) {
        boolean isNumber = method.matches("required_[A-Z]+[0-9]+");
        return Pattern.compile("\\b" + method + (isNumber ? "_\\w+" : "") + "\\(");
    }

    /** The pages call contracts by a letter or two, for example {@code B}. */
    private static String sourceOf(String type, Map<String, String> sources) {
        return type.length() > 2
                ? withWhatItExtends(type, sources)
                : sources.keySet().stream()
                        .filter(name -> name.endsWith("Contract"))
                        .map(name -> withWhatItExtends(name, sources))
                        .collect(Collectors.joining());
    }

    /** A contract may be split over the classes that it extends, one a theme. */
    private static String withWhatItExtends(String type, Map<String, String> sources) {
        StringBuilder all = new StringBuilder();
        Set<String> read = new HashSet<>();
        String next = type;
        while (read.add(next) && sources.containsKey(next)) {
            String source = sources.get(next);
            all.append(source);
            Matcher parent =
                    Pattern.compile("\\bclass " + next + " extends (\\w+)").matcher(source);
            next = parent.find() ? parent.group(1) : next;
        }
        return all.toString();
    }

    /** Tests and what they stand on, and contracts of the domain, whose names end like a test's. */
    private Map<String, String> testSources() {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : tree.files()) {
            String path = tree.relative(file);
            boolean isTest = path.contains("src/test/") || path.contains("/tck/");
            if (path.endsWith(".java") && (isTest || path.endsWith("Contract.java"))) {
                sources.merge(
                        path.substring(path.lastIndexOf('/') + 1).replace(".java", ""),
                        SourceTree.read(file),
                        String::concat);
            }
        }
        return sources;
    }
}
