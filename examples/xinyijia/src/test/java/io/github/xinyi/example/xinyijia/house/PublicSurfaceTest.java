package io.github.xinyi.example.xinyijia.house;

import static io.github.xinyi.example.xinyijia.house.MainCode.BASE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a caller may build on: exported types are closed except those named here, every store has a
 * contract, and packages are described, marked for nulls and of a readable size.
 */
class PublicSurfaceTest {

    private static final int LARGEST_PACKAGE = 20;
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    /** Everything else that is exported cannot be implemented outside; these are meant to be. */
    private static final Map<String, String> OPEN_ROOTS =
            Map.ofEntries(
                    entry("Rule", "one enum per package of rules, in any module or host"),
                    entry("Finding", "each package of rules seals its own findings under it"),
                    entry("DomainEvent", "each package of records seals its own events under it"),
                    entry("EventStore", "port"),
                    entry("FundFigureStore", "port"),
                    entry("RosterStore", "port"),
                    entry("MeetingStore", "port"),
                    entry("BookStore", "port"),
                    entry("BudgetStore", "port"),
                    entry("CheckpointStore", "port"),
                    entry("ContractStore", "port"),
                    entry("DisbursementStore", "port"),
                    entry("Witness", "port"),
                    entry("BookReader", "implemented together with BookStore"),
                    entry("BookSession", "implemented together with BookStore"),
                    entry("BookGuard", "a function: a further rule on an entry"),
                    entry("NodeReader", "a function: reads one node of the tree"),
                    entry("EventSink", "asked of the host: where events of the outbox go"),
                    entry("BankStatus", "asked of the host: what the bank says"),
                    entry("CommunityDirectory", "asked of the host: which communities it shows"),
                    entry("AccessPolicy", "asked of the host: who may do what"),
                    entry("Callers", "asked of the host: who a principal is"),
                    entry("DenialSink", "asked of the host: where denied calls are written down"),
                    entry("DeskDirectory", "asked of the host: what business it does"),
                    entry("FeeAccounts", "asked of the host: what households owe"),
                    entry("Readiness", "asked of the host: whether it can answer"),
                    entry("IdempotencyStore", "port of the HTTP adapter: answers by their keys"),
                    entry("RateLimit", "asked of the host: how often somebody may call"),
                    entry("SecondFactor", "asked of the host: who approves, once more"),
                    entry(
                            "DocumentSource",
                            "asked of the host: the papers that everybody may see"));

    /** Packages of another size than 2 to 20 types, with the reason. */
    private static final Map<String, String> UNUSUAL_SIZES =
            Map.ofEntries(
                    Map.entry(
                            BASE + ".governance.voting",
                            "one count; a second package would make its parts public"),
                    Map.entry(
                            BASE + ".governance.store",
                            "one exception, thrown by the ports of several packages and modules"),
                    Map.entry(
                            BASE + ".governance.committee",
                            "a second package would make the rules of a body a second way into it"),
                    Map.entry(
                            BASE + ".governance.region",
                            "a class a section of clauses; a second package would make how a key"
                                    + " reads its figure and keeps its floor public"),
                    Map.entry(
                            BASE + ".governance.grid",
                            "one case and its steps; a second package would open its record"),
                    Map.entry(
                            BASE + ".governance.casework",
                            "one case through its stages; a second package would open its record"),
                    Map.entry(
                            BASE + ".governance.deliberation",
                            "a pattern and what goes through it; a second package would open the"
                                    + " order of its stages"),
                    Map.entry(
                            BASE + ".governance.metrics",
                            "one form of figure; a second package would open the records behind"
                                    + " it"),
                    Map.entry(
                            BASE + ".governance.proceeding",
                            "one course; a second package would make its findings a way into it"),
                    Map.entry(
                            BASE + ".trust.canonical",
                            "one byte form, under everything that is hashed or signed"),
                    Map.entry(
                            BASE + ".trust.warrant",
                            "exported to the contract tests alone: who can name it may pay"),
                    Map.entry(
                            BASE + ".trust.records",
                            "one list of what every other package has as events"),
                    Map.entry(
                            BASE + ".trust.book",
                            "what decides on an entry stays behind the one class that applies it"),
                    Map.entry(
                            BASE + ".trust.disbursement",
                            "what limits each kind of outflow stays behind the one class that"
                                    + " pays"),
                    Map.entry(
                            BASE + ".trust.disclosure",
                            "one log, who signs it and who checks it; a second package would"
                                    + " open the parts of a key"),
                    Map.entry(
                            BASE + ".trust.tck",
                            "a check a theme behind the one class to extend, and their model"),
                    Map.entry(
                            BASE + ".rest",
                            "one public entry and its resources; a second package would make"
                                    + " their filters public"),
                    Map.entry(
                            BASE + ".rest.answer",
                            "one sealed form of answers; a sealed type has one package"),
                    Map.entry(
                            BASE + ".rest.desk",
                            "a desk for each business behind one community's; a second package"
                                    + " would make public what each office holds"),
                    Map.entry(
                            BASE + ".rest.disclosure",
                            "one view of what is published; a second package would make its texts"
                                    + " and ledgers public"),
                    Map.entry(
                            BASE + ".jdbc",
                            "one public entry; a second package would make its parts public"),
                    Map.entry(
                            BASE + ".example.quickstart",
                            "the lines of the README and nothing more"),
                    Map.entry(
                            BASE + ".example.stories",
                            "three programs on the same few helpers, all package-private"),
                    Map.entry(
                            BASE + ".example.xinyijia",
                            "one program, all package-private, nobody builds on it"));

    private static final Pattern NULL_MARKED =
            Pattern.compile("^@(org\\.jspecify\\.annotations\\.)?NullMarked$", Pattern.MULTILINE);
    private static final Pattern BANNED_WORD =
            Pattern.compile(
                    "utils?|commons?|impl|models?|helpers?|managers?|misc|base|core|dto|vo|types");

    private final SourceTree tree = SourceTree.found();

    @Test
    void exportedTypesAreClosedOrNamedAsOpen() {
        assertThat(openTypesOf(exported())).isSubsetOf(OPEN_ROOTS.keySet());
    }

    @Test
    void everyTypeNamedAsOpenIsExportedAndOpen() {
        assertThat(OPEN_ROOTS.keySet()).isSubsetOf(openTypesOf(exported()));
    }

    @Test
    void everyStoreHasAContractAndAStoreInMemory() {
        Set<JavaClass> ports = portsOf(MainCode.domain());

        assertThat(ports).hasSizeGreaterThanOrEqualTo(8);
        assertThat(missingFor(ports, MainCode.contracts())).isEmpty();
    }

    @Test
    void whatLetsMoneyOutIsShownToTheContractTestsAlone() {
        String module = "trust-accounting/src/main/java/module-info.java";

        assertThat(SourceTree.read(tree.root().resolve(module)).replaceAll("\\s+", " "))
                .contains("exports io.github.xinyi.trust.warrant to io.github.xinyi.trust.tck;")
                .doesNotContain("exports io.github.xinyi.trust.warrant;")
                .doesNotContain("opens");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(tree.mainPackages()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(unmarked(tree.mainPackages())).isEmpty();
    }

    @Test
    void packagesAreOfAReadableSizeOrHaveAReason() {
        Map<String, Integer> unusual = unusualSizes(tree.mainPackages());

        assertThat(unusual.keySet()).isSubsetOf(UNUSUAL_SIZES.keySet());
    }

    @Test
    void packagesAreNamedByTheirSubject() {
        assertThat(badlyNamed(tree.mainPackages())).isEmpty();
    }

    @Test
    void seesAnOpenClassAndAnUnnamedInterface() {
        assertThat(openTypesOf(MainCode.planted("open")))
                .containsExactlyInAnyOrder("OpenClass", "OpenClass.Inner", "OpenInterface");
    }

    @Test
    void seesAStoreWithoutAContract() {
        Set<JavaClass> ports = portsOf(MainCode.planted("port"));

        assertThat(missingFor(ports, MainCode.contracts()))
                .containsExactlyInAnyOrder("OrphanStoreContract", "InMemoryOrphanStore");
    }

    @Test
    void seesAContractThatTestsNothing() {
        JavaClasses planted = MainCode.planted("port");

        assertThat(missingFor(portsOf(planted), planted))
                .containsExactlyInAnyOrder("OrphanStoreContract", "InMemoryOrphanStore");
    }

    @Test
    void seesAPackageThatIsNotMarked(@TempDir Path folder) throws IOException {
        Path described = packageWith(folder.resolve("described"), 2);
        Files.writeString(described.resolve("package-info.java"), "/** Text. */\npackage a;\n");
        Path undescribed = packageWith(folder.resolve("undescribed"), 2);

        assertThat(unmarked(List.of(described, undescribed)))
                .containsExactly(described, undescribed);
    }

    @Test
    void seesPackagesOfOneTypeAndOfTwentyOne(@TempDir Path folder) throws IOException {
        List<Path> packages =
                List.of(
                        packageWith(folder.resolve("one"), 1),
                        packageWith(folder.resolve("two"), 2),
                        packageWith(folder.resolve("twenty"), 20),
                        packageWith(folder.resolve("twentyone"), 21));

        assertThat(unusualSizes(packages).values()).containsExactlyInAnyOrder(1, 21);
    }

    @Test
    void seesAPackageNamedAfterNothing(@TempDir Path folder) throws IOException {
        Path sources = folder.resolve("src/main/java");
        List<Path> packages =
                List.of(
                        packageWith(sources.resolve("io/money"), 2),
                        packageWith(sources.resolve("io/money/util"), 2),
                        packageWith(sources.resolve("io/impl/money"), 2));

        assertThat(badlyNamed(packages)).containsExactly("io.money.util", "io.impl.money");
    }

    private JavaClasses exported() {
        Set<String> packages =
                tree.modules().stream()
                        .flatMap(module -> SourceTree.exportsOf(module).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).as("exported packages").hasSizeGreaterThanOrEqualTo(48);
        return MainCode.all().that(MainCode.resideIn(packages));
    }

    private static Set<String> openTypesOf(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::reflect)
                .filter(PublicSurfaceTest::isVisible)
                .filter(type -> !isClosed(type) && !isContract(type))
                .map(type -> type.getName().substring(type.getPackageName().length() + 1))
                .map(name -> name.replace('$', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static boolean isClosed(Class<?> type) {
        return Modifier.isFinal(type.getModifiers())
                || type.isSealed()
                || type.isEnum()
                || type.isAnnotation();
    }

    /** A contract is there to be subclassed by whoever writes a store. */
    private static boolean isContract(Class<?> type) {
        return type.getPackageName().endsWith(".tck")
                && type.getSimpleName().endsWith("Contract")
                && Modifier.isAbstract(type.getModifiers());
    }

    private static Set<JavaClass> portsOf(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isInterface)
                .filter(type -> type.getSimpleName().endsWith("Store"))
                .collect(Collectors.toSet());
    }

    private static List<String> missingFor(Set<JavaClass> ports, JavaClasses contracts) {
        Map<String, JavaClass> byName =
                contracts.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !type.getSimpleName().equals("module-info"))
                        .collect(Collectors.toMap(JavaClass::getSimpleName, Function.identity()));
        return ports.stream().flatMap(port -> missingFor(port, byName)).toList();
    }

    private static Stream<String> missingFor(JavaClass port, Map<String, JavaClass> contracts) {
        String contract = port.getSimpleName() + "Contract";
        String inMemory = "InMemory" + port.getSimpleName();
        boolean tested =
                contracts.containsKey(contract) && testsOnlyByStore(contracts.get(contract));
        boolean kept =
                contracts.containsKey(inMemory)
                        && contracts.get(inMemory).isAssignableTo(port.getName());
        return Stream.concat(
                tested ? Stream.of() : Stream.of(contract),
                kept ? Stream.of() : Stream.of(inMemory));
    }

    private static boolean testsOnlyByStore(JavaClass contract) {
        return contract.getModifiers().contains(JavaModifier.ABSTRACT)
                && contract.getMethods().stream()
                        .anyMatch(method -> method.isMetaAnnotatedWith(TESTABLE));
    }

    private static List<Path> unmarked(Collection<Path> packages) {
        return packages.stream()
                .filter(
                        folder -> {
                            Path description = folder.resolve("package-info.java");
                            return !Files.exists(description)
                                    || !NULL_MARKED.matcher(SourceTree.read(description)).find();
                        })
                .toList();
    }

    private static Map<String, Integer> unusualSizes(Collection<Path> packages) {
        return packages.stream()
                .filter(folder -> typesIn(folder) < 2 || typesIn(folder) > LARGEST_PACKAGE)
                .collect(
                        Collectors.toMap(
                                PublicSurfaceTest::packageName, PublicSurfaceTest::typesIn));
    }

    private static int typesIn(Path folder) {
        return (int)
                SourceTree.children(folder).stream()
                        .filter(SourceTree::isJava)
                        .filter(file -> !file.endsWith("package-info.java"))
                        .count();
    }

    private static List<String> badlyNamed(Collection<Path> packages) {
        return packages.stream()
                .map(PublicSurfaceTest::packageName)
                .filter(
                        name ->
                                Stream.of(name.split("\\.", -1))
                                        .anyMatch(word -> BANNED_WORD.matcher(word).matches()))
                .toList();
    }

    private static String packageName(Path folder) {
        return folder.toString()
                .replace('\\', '/')
                .replaceFirst(".*/src/main/java/", "")
                .replace('/', '.');
    }

    private static Path packageWith(Path folder, int types) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < types; i++) {
            Files.writeString(folder.resolve("Type" + i + ".java"), "final class Type" + i + " {}");
        }
        return folder;
    }
}
