package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The projects of a stranger stand outside of this build, and start in as few lines as is said. */
class ConsumersTest {

    private final SourceTree tree = SourceTree.found();
    private final Path folder = tree.root().resolve("examples/consumers");
    private final List<Pom> poms =
            SourceTree.children(folder).stream()
                    .map(project -> project.resolve("pom.xml"))
                    .filter(Files::exists)
                    .map(Pom::read)
                    .toList();

    @Test
    void thereAreEightAndNoneIsOfThisBuild() {
        assertThat(poms)
                .extracting(Pom::name)
                .containsExactly(
                        "class-path",
                        "client",
                        "module-path",
                        "plain-java",
                        "plain-java-jersey-4",
                        "spring-boot",
                        "spring-boot-4",
                        "vendor");
        assertThat(tree.rootPom().modules()).noneMatch(module -> module.contains("consumers"));
        assertThat(poms).noneMatch(pom -> pom.has("parent")).noneMatch(pom -> pom.has("module"));
    }

    @Test
    void eachImportsTheBillOfMaterialsAndNamesNoVersionOfOurs() {
        assertThat(poms)
                .allSatisfy(
                        pom -> {
                            assertThat(pom.managed())
                                    .filteredOn(managed -> managed.scope().equals("import"))
                                    .extracting(Pom.Coordinate::artifactId)
                                    .contains("xinyi");
                            assertThat(pom.dependencies())
                                    .filteredOn(used -> used.groupId().equals("${xinyi.group}"))
                                    .isNotEmpty()
                                    .allMatch(used -> used.version().isEmpty());
                        });
    }

    @Test
    void theyUseTheVersionsOfOthersThatWeTestWith() {
        String ours = tree.rootPom().properties().get("h2.version");

        assertThat(poms.stream().flatMap(pom -> pom.dependencies().stream()))
                .filteredOn(used -> used.artifactId().equals("h2"))
                .filteredOn(used -> !used.version().isEmpty())
                .hasSize(5)
                .allMatch(used -> used.version().equals(ours));
    }

    @Test
    void aVerdictAndAProvenEntryTakeThirtyLinesAtMost() throws IOException {
        Path start = folder.resolve("class-path/src/main/java/org/example/start/Start.java");
        List<String> lines =
                Files.readAllLines(start).stream()
                        .dropWhile(line -> !line.contains("void main("))
                        .skip(1)
                        .takeWhile(line -> !line.equals("    }"))
                        .filter(line -> !line.isBlank())
                        .toList();

        assertThat(lines).hasSizeBetween(20, 30);
    }

    @Test
    void eachHostIsAtMostTwoHundredLinesOfGlue() throws IOException {
        for (String host :
                List.of(
                        "plain-java/src/main/java/org/example/plain/Desk.java",
                        "spring-boot/src/main/java/org/example/host/Host.java")) {
            long lines =
                    code(host)
                            + code("founding/src/main/java/org/example/founding/Publication.java");

            assertThat(lines).as(host).isBetween(100L, 200L);
        }
    }

    /** Lines that say something; imports are the tool's. */
    private long code(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .count();
    }
}
