package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that a published module shows to callers has a comment. */
class DescribedTest {

    private final SourceTree tree = SourceTree.found();

    @Test
    void everythingExportedIsDescribed() {
        List<String> sources = exported();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(400);
        assertThat(Described.lacking(sources)).isEmpty();
    }

    @Test
    void seesATypeAMethodAndAConstantWithoutAComment() {
        String source =
                """
                package a;
                public final class A {
                    public static final int LIMIT = 1;
                    /** Told. */
                    public int told() { return 1; }
                    public int untold() { return 1; }
                    @Override public String toString() { return ""; }
                    int within() { return 1; }
                    private A() {}
                    public record B(int c) {}
                    private record D(int e) { public int f() { return 1; } }
                }
                """;

        assertThat(Described.lacking(List.of(source)))
                .containsExactly("a.A", "a.A.LIMIT", "a.A.untold", "a.A.B");
    }

    @Test
    void takesWhatAnInterfaceAndAnEnumHoldAsPublic() {
        String source =
                """
                package a;
                /** Told. */
                public interface A {
                    int untold();
                    private int within() { return 1; }
                    record B(int c) implements A {}
                    /** Told. */
                    enum D { E, /** Told. */ F }
                }
                """;

        assertThat(Described.lacking(List.of(source)))
                .containsExactly("a.A.untold", "a.A.B", "a.A.D.E");
    }

    private List<String> exported() {
        return tree.modules().stream()
                .flatMap(
                        module ->
                                SourceTree.exportsOf(module).stream()
                                        .map(name -> name.replace('.', '/'))
                                        .map(module.resolve("src/main/java")::resolve))
                .flatMap(folder -> SourceTree.children(folder).stream())
                .filter(SourceTree::isJava)
                .filter(file -> !file.endsWith("package-info.java"))
                .map(DescribedTest::text)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
