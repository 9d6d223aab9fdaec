package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a clone holds: nothing left for later, nothing of one machine, nothing unknown at the top.
 */
class RepositoryHygieneTest {

    /** Composed, so that this file does not hold what it looks for. */
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.])/(ho" + "me|ro" + "ot|Us" + "ers)/\\w");

    /** Hosts from which builds download; the addresses of Maven's own XML schemas are names. */
    private static final Pattern REGISTRY_HOST =
            Pattern.compile(
                    "https?://(?!maven\\.apache\\.org/(POM|xsd|plugins))"
                            + "[\\w.-]*(maven|npm|debian|pypi|nexus|artifactory|sonatype)[\\w.-]*");

    private static final Set<String> NEEDED_AT_THE_TOP =
            Set.of(
                    "governance-domain",
                    "trust-accounting",
                    "adapters-jdbc",
                    "adapters-rest",
                    "examples",
                    "docs",
                    "pom.xml",
                    "README.md",
                    "CHANGELOG.md",
                    "CONTRIBUTING.md",
                    "LICENSE");

    private static final Set<String> POSSIBLE_AT_THE_TOP =
            Set.of("README.zh-CN.md", "SECURITY.md", "NOTICE");

    private final SourceTree tree = SourceTree.found();

    @Test
    void leavesNothingForLater() {
        assertThat(linesWith(LEFT_FOR_LATER, tree)).isEmpty();
    }

    @Test
    void namesNoPathOfAMachine() {
        assertThat(linesWith(MACHINE_PATH, tree)).isEmpty();
    }

    @Test
    void namesNoRegistryHost() {
        assertThat(linesWith(REGISTRY_HOST, tree)).isEmpty();
    }

    @Test
    void readsTheWholeTree() {
        List<String> files = tree.files().stream().map(tree::relative).toList();

        assertThat(files)
                .hasSizeGreaterThanOrEqualTo(300)
                .contains("pom.xml", ".mvn/jvm.config", ".gitignore")
                .anyMatch(file -> file.endsWith("/RepositoryHygieneTest.java"))
                .noneMatch(file -> file.contains("/target/") || file.startsWith(".git/"));
    }

    @Test
    void holdsNothingUnknownAtTheTop() {
        assertThat(unknownAtTheTop(tree)).isEmpty();
    }

    @Test
    void holdsWhatTheHousePlanNames() {
        assertThat(tree.topLevel()).containsAll(NEEDED_AT_THE_TOP);
    }

    @Test
    void everyExportedPackageIsDescribed() {
        List<Path> described =
                tree.modules().stream().filter(RepositoryHygieneTest::isNamedModule).toList();

        assertThat(described).hasSizeGreaterThanOrEqualTo(6);
        assertThat(described).allSatisfy(module -> assertThat(undescribedIn(module)).isEmpty());
    }

    @Test
    void everyPublishedModuleIsANamedModule() {
        assertThat(tree.modules())
                .filteredOn(module -> Pom.read(module.resolve("pom.xml")).isPublished())
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(RepositoryHygieneTest::isNamedModule);
    }

    @Test
    void seesWhatWasLeftForLater(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), "class A {}\n// TO" + "DO later\n");
        Files.writeString(folder.resolve("b.md"), "FIX" + "ME\n");
        Files.writeString(folder.resolve("c.md"), "AUTO" + "DOC is a word\n");

        assertThat(linesWith(LEFT_FOR_LATER, new SourceTree(folder)))
                .containsExactly("A.java:2", "b.md:1");
    }

    @Test
    void seesAPathOfAMachine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("run"), "cd /ho" + "me/somebody\n");
        Files.writeString(folder.resolve("x.md"), "see (/ro" + "ot/work)\n");
        Files.writeString(folder.resolve("y.md"), "https://example.org/ho" + "me/page\n");

        assertThat(linesWith(MACHINE_PATH, new SourceTree(folder)))
                .containsExactly("run:1", "x.md:1");
    }

    @Test
    void seesARegistryHost(@TempDir Path folder) throws IOException {
        String scheme = "https:" + "//";
        Files.writeString(
                folder.resolve("a"),
                String.join(
                        "\n",
                        scheme + "repo1." + "maven.org/x",
                        scheme + "registry." + "npmjs.org",
                        scheme + "maven.apache.org/POM/4.0.0",
                        scheme + "example.org/maven/"));

        assertThat(linesWith(REGISTRY_HOST, new SourceTree(folder))).containsExactly("a:1", "a:2");
    }

    @Test
    void readsTextInEveryEncodingAndNothingBinary(@TempDir Path folder) throws IOException {
        byte[] gbk = {(byte) 0xce, (byte) 0xef, ' ', 'T', 'O', 'D', 'O', '\n'};
        byte[] binary = {0, ' ', 'T', 'O', 'D', 'O', '\n'};
        Files.write(folder.resolve("gbk.csv"), gbk);
        Files.write(folder.resolve("archive"), binary);

        assertThat(linesWith(LEFT_FOR_LATER, new SourceTree(folder))).containsExactly("gbk.csv:1");
    }

    @Test
    void readsNothingThatGitIgnores(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "# built\ntarget/\n*.iml\n/data/\n");
        for (String name : List.of("target", "data", "docs/data", ".git", ".cache", ".ci")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("text"), "text\n");
        }
        Files.writeString(folder.resolve("x.iml"), "text\n");
        SourceTree planted = new SourceTree(folder);

        assertThat(planted.files().stream().map(planted::relative))
                .containsExactlyInAnyOrder(".gitignore", ".ci/text", "docs/data/text");
    }

    @Test
    void refusesAnIgnoredPatternThatItCannotRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "docs/*/built\n");

        assertThatIllegalStateException().isThrownBy(new SourceTree(folder)::files);
    }

    @Test
    void seesSomethingUnknownAtTheTop(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.createDirectories(folder.resolve("scripts"));
        Files.createDirectories(folder.resolve(".tool"));
        Files.writeString(folder.resolve("notes.txt"), "text\n");

        assertThat(unknownAtTheTop(new SourceTree(folder))).containsExactly("notes.txt", "scripts");
    }

    @Test
    void seesAnExportedPackageThatIsNotDescribed(@TempDir Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java"));
        Files.createDirectories(sources.resolve("a/good"));
        Files.writeString(sources.resolve("a/good/package-info.java"), "package a.good;\n");
        Files.writeString(
                sources.resolve("module-info.java"),
                "module a {\n    exports a.good;\n    exports a.bad;\n}\n");

        assertThat(undescribedIn(folder)).containsExactly("a.bad");
    }

    private static List<String> linesWith(Pattern pattern, SourceTree tree) {
        return tree.files().stream()
                .flatMap(
                        file -> {
                            String text = SourceTree.read(file);
                            return text.indexOf('\0') >= 0
                                    ? Stream.of()
                                    : pattern.matcher(text)
                                            .results()
                                            .map(hit -> lineOf(text, hit.start()))
                                            .map(line -> tree.relative(file) + ":" + line);
                        })
                .toList();
    }

    private static long lineOf(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Hidden entries belong to tools, of which every machine has others. */
    private static List<String> unknownAtTheTop(SourceTree tree) {
        return tree.topLevel().stream()
                .filter(name -> !name.startsWith("."))
                .filter(name -> !NEEDED_AT_THE_TOP.contains(name))
                .filter(name -> !POSSIBLE_AT_THE_TOP.contains(name))
                .toList();
    }

    private static boolean isNamedModule(Path module) {
        return Files.exists(module.resolve("src/main/java/module-info.java"));
    }

    private static List<String> undescribedIn(Path module) {
        Path sources = module.resolve("src/main/java");
        return SourceTree.exportsOf(module).stream()
                .filter(
                        exported ->
                                !Files.exists(
                                        sources.resolve(exported.replace('.', '/'))
                                                .resolve("package-info.java")))
                .toList();
    }
}
