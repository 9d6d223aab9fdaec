package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.house.Pom.Coordinate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The root pom can be imported as a bill of materials: it manages our own artifacts and nothing of
 * others, and every version of others stands in it once.
 */
class BillOfMaterialsTest {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([a-zA-Z0-9.]+)}");
    private static final Pattern BANNED_GROUP =
            Pattern.compile("javax(\\..*)?|commons-logging|log4j");
    private static final Pattern JQWIK_FROM_1_10 =
            Pattern.compile("1\\.[1-9]\\d.*|[2-9].*|\\d\\d.*");
    private static final List<String> REPOSITORIES =
            List.of("repositories", "pluginRepositories", "distributionManagement", "mirrors");

    private final SourceTree tree = SourceTree.found();
    private final Pom root = tree.rootPom();
    private final List<Pom> modules =
            tree.modules().stream().map(module -> Pom.read(module.resolve("pom.xml"))).toList();

    @Test
    void readsTheRootAndEveryModule() {
        assertThat(modules).hasSizeGreaterThanOrEqualTo(8);
        assertThat(modules).allMatch(module -> !module.artifactId().isEmpty());
        assertThat(root.properties()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void managesOurArtifactsAlone() {
        assertThat(root.managed()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(managedFromElsewhere(root)).isEmpty();
    }

    @Test
    void managesEveryPublishedModule() {
        assertThat(modules.stream().filter(Pom::isPublished)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(unmanaged(root, modules)).isEmpty();
    }

    @Test
    void namesEveryVersionOfOthersOnceAndInTheRoot() {
        List<Pom> all = Stream.concat(Stream.of(root), modules.stream()).toList();

        assertThat(all.stream().flatMap(pom -> pom.dependencies().stream()))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(versionsOutsideOf(root, all)).isEmpty();
    }

    @Test
    void namesVersionsOfPluginsInTheRootAlone() {
        assertThat(pluginVersionsIn(modules)).isEmpty();
    }

    @Test
    void namesAVersionForEveryPluginInUse() {
        List<Pom> all = Stream.concat(Stream.of(root), modules.stream()).toList();

        assertThat(pluginsWithoutVersion(root, all)).isEmpty();
    }

    @Test
    void namesNoRepository() {
        assertThat(repositoriesIn(root)).isEmpty();
        assertThat(modules).allSatisfy(module -> assertThat(repositoriesIn(module)).isEmpty());
    }

    @Test
    void usesNothingBanned() {
        assertThat(banned(root, root)).isEmpty();
        assertThat(modules).allSatisfy(module -> assertThat(banned(root, module)).isEmpty());
    }

    @Test
    void hasTheBuildRefuseWhatIsBannedAlsoBehindOthers() {
        assertThat(root.texts("exclude"))
                .contains("javax.*", "commons-logging", "log4j", "net.jqwik:*:[1.10,)");
    }

    @Test
    void hasTheBuildRefuseWhatIsKnownToBeBad() {
        assertThat(root.texts("exclude"))
                .contains(
                        "com.h2database:h2:[,2.1.210)",
                        "com.fasterxml.jackson.core:jackson-core:[,2.18.6)",
                        "org.assertj:assertj-core:[,3.27.7)");
    }

    @Test
    void givesTheDomainsNoRunTimeDependencyOfOthers() {
        Set<String> domains = Set.of("xinyi-governance-domain", "xinyi-trust-accounting");
        List<Pom> poms =
                modules.stream().filter(module -> domains.contains(module.artifactId())).toList();

        assertThat(poms).hasSize(2);
        assertThat(poms).allSatisfy(pom -> assertThat(runTimeOf(pom)).allMatch(Coordinate::isOurs));
        assertThat(runTimeOf(root)).isEmpty();
    }

    @Test
    void seesAManagedArtifactOfOthers() {
        Pom bad = planted(managing("org.example", "theirs", "1"));

        assertThat(managedFromElsewhere(bad)).hasSize(1);
    }

    @Test
    void seesAPublishedModuleThatIsNotManaged() {
        Pom bad = planted("<artifactId>xinyi-forgotten</artifactId>");
        Pom example =
                planted(
                        "<artifactId>xinyi-example</artifactId><properties>"
                                + "<maven.deploy.skip>true</maven.deploy.skip></properties>");

        assertThat(unmanaged(root, List.of(bad, example))).containsExactly("xinyi-forgotten");
    }

    @Test
    void seesAVersionWrittenInAModule() {
        Pom plain = planted(using("org.example", "theirs", "1.2.3"));
        Pom own =
                planted(
                        "<properties><theirs.version>1</theirs.version></properties>"
                                + using("org.example", "theirs", "${theirs.version}"));
        Pom none = planted(using("org.example", "theirs", ""));

        assertThat(versionsOutsideOf(root, List.of(plain, own, none))).hasSize(3);
    }

    @Test
    void seesAPluginVersionInAModule() {
        Pom bad =
                planted(
                        "<build><plugins><plugin><artifactId>p</artifactId>"
                                + "<version>1</version></plugin></plugins></build>");

        assertThat(pluginVersionsIn(List.of(bad))).hasSize(1);
        assertThat(pluginsWithoutVersion(root, List.of(bad))).hasSize(1);
    }

    @Test
    void seesARepository() {
        Pom bad = planted("<repositories><repository><id>r</id></repository></repositories>");

        assertThat(repositoriesIn(bad)).containsExactly("repositories");
    }

    @Test
    void seesWhatIsBanned() {
        Pom bad =
                planted(
                        using("javax.inject", "javax.inject", "1")
                                + using("log4j", "log4j", "1.2.17")
                                + using("commons-logging", "commons-logging", "1.3")
                                + using("net.jqwik", "jqwik", "1.10.0")
                                + using("net.jqwik", "jqwik", "2.0.0"));

        assertThat(banned(root, bad)).hasSize(5);
    }

    @Test
    void allowsJqwikBelow110() {
        Pom good =
                planted(
                        using("net.jqwik", "jqwik", "1.9.3")
                                + using("net.jqwik", "jqwik", "${jqwik.version}"));

        assertThat(banned(root, good)).isEmpty();
    }

    @Test
    void seesARunTimeDependency() {
        assertThat(runTimeOf(planted(using("org.example", "theirs", "1")))).hasSize(1);
    }

    @Test
    void tellsADependencyOfAPluginFromOneOfTheCode() {
        String theirs = using("org.example", "theirs", "1");

        assertThat(runTimeOf(planted("<plugin>" + theirs + "</plugin>"))).isEmpty();
        assertThat(runTimeOf(planted(theirs + "<plugin>" + theirs + "</plugin>"))).hasSize(1);
    }

    private static List<Coordinate> managedFromElsewhere(Pom pom) {
        return pom.managed().stream().filter(managed -> !managed.isOurs()).toList();
    }

    private static List<String> unmanaged(Pom root, List<Pom> modules) {
        Set<String> managed =
                Set.copyOf(root.managed().stream().map(Coordinate::artifactId).toList());
        return modules.stream()
                .filter(Pom::isPublished)
                .map(Pom::artifactId)
                .filter(artifact -> !managed.contains(artifact))
                .toList();
    }

    private static List<String> versionsOutsideOf(Pom root, List<Pom> poms) {
        return poms.stream()
                .flatMap(
                        pom ->
                                Stream.concat(
                                                pom.dependencies().stream(),
                                                pom.annotationProcessors().stream())
                                        .filter(used -> !used.isOurs())
                                        .filter(used -> !isPropertyOf(root, used.version()))
                                        .map(used -> pom.name() + ": " + used))
                .toList();
    }

    private static boolean isPropertyOf(Pom root, String version) {
        Matcher property = PROPERTY.matcher(version);
        return property.matches() && root.properties().containsKey(property.group(1));
    }

    private static List<String> pluginVersionsIn(List<Pom> modules) {
        return modules.stream()
                .flatMap(module -> module.plugins().stream())
                .filter(plugin -> !plugin.version().isEmpty())
                .map(Coordinate::toString)
                .toList();
    }

    private static List<String> pluginsWithoutVersion(Pom root, List<Pom> poms) {
        Set<String> versioned =
                Set.copyOf(
                        root.plugins().stream()
                                .filter(plugin -> !plugin.version().isEmpty())
                                .map(Coordinate::artifactId)
                                .distinct()
                                .toList());
        return poms.stream()
                .flatMap(pom -> pom.plugins().stream())
                .map(Coordinate::artifactId)
                .filter(plugin -> !versioned.contains(plugin))
                .toList();
    }

    private static List<String> repositoriesIn(Pom pom) {
        return REPOSITORIES.stream().filter(pom::has).toList();
    }

    private static List<String> banned(Pom root, Pom pom) {
        return Stream.concat(pom.dependencies().stream(), pom.managed().stream())
                .filter(used -> isBanned(used, root.properties()))
                .map(Coordinate::toString)
                .toList();
    }

    private static boolean isBanned(Coordinate used, Map<String, String> properties) {
        Matcher property = PROPERTY.matcher(used.version());
        String version =
                property.matches()
                        ? properties.getOrDefault(property.group(1), used.version())
                        : used.version();
        return BANNED_GROUP.matcher(used.groupId()).matches()
                || (used.groupId().equals("net.jqwik")
                        && JQWIK_FROM_1_10.matcher(version).matches());
    }

    private static List<Coordinate> runTimeOf(Pom pom) {
        return pom.dependenciesOfCode().stream().filter(Coordinate::isAtRunTime).toList();
    }

    private static Pom planted(String content) {
        return Pom.parse("planted", "<project>" + content + "</project>");
    }

    private static String using(String group, String artifact, String version) {
        return "<dependencies><dependency><groupId>"
                + group
                + "</groupId><artifactId>"
                + artifact
                + "</artifactId><version>"
                + version
                + "</version></dependency></dependencies>";
    }

    private static String managing(String group, String artifact, String version) {
        return "<dependencyManagement>"
                + using(group, artifact, version)
                + "</dependencyManagement>";
    }
}
