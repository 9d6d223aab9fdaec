package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.keys.TwoKeys;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards D1 over the public API: no super-user, and no switch that turns two keys off. */
class NoSwitchTest {

    private static final List<String> GUARDED =
            List.of("keys", "disbursement", "trusteeship", "remuneration");

    private static final List<Class<?>> SWITCHES = List.of(boolean.class, Boolean.class);

    private static Stream<Class<?>> publicTypes() {
        return GUARDED.stream()
                .flatMap(part -> names(part).map(NoSwitchTest::load))
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    private static Stream<String> names(String part) {
        try {
            Path code =
                    Path.of(
                            TwoKeys.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            if (Files.isDirectory(code)) {
                return namesIn(code, part).stream();
            }
            try (FileSystem jar = FileSystems.newFileSystem(code, Map.of())) {
                return namesIn(jar.getPath("/"), part).stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> namesIn(Path root, String part) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("io/github/xinyi/trust/" + part))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(
                            name ->
                                    "io.github.xinyi.trust."
                                            + part
                                            + "."
                                            + name.substring(0, name.length() - 6))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Executable> publicMembers() {
        return publicTypes()
                .flatMap(
                        type ->
                                Stream.<Executable>concat(
                                        Arrays.stream(type.getDeclaredMethods()),
                                        Arrays.stream(type.getDeclaredConstructors())))
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !member.getName().equals("equals"))
                .toList();
    }

    @Test
    void nothingThatIsPublicTakesASwitch() {
        List<Executable> members = publicMembers();

        assertThat(members).hasSizeGreaterThan(200);
        assertThat(members)
                .allSatisfy(
                        member ->
                                assertThat(member.getParameterTypes())
                                        .as("%s", member)
                                        .doesNotContainAnyElementsOf(SWITCHES));
    }

    private static boolean makesProofs(Executable member) {
        return member instanceof Method method
                ? method.getGenericReturnType().getTypeName().contains(TwoKeyProof.class.getName())
                : member.getDeclaringClass() == TwoKeyProof.class;
    }

    @Test
    void aProofOfTwoKeysComesFromTheLockAlone() {
        List<String> makers =
                publicMembers().stream()
                        .filter(NoSwitchTest::makesProofs)
                        .map(member -> member.getDeclaringClass().getSimpleName())
                        .toList();

        assertThat(makers).containsExactly("TwoKeys");
    }

    @Test
    void paymentsAndRemunerationStandOnTheCoursesAndOnNothingElse() {
        for (Class<?> type : List.of(Disbursements.class, Remuneration.class)) {
            assertThat(type.getConstructors()).hasSize(1);
            assertThat(type.getConstructors()[0].getParameterTypes()[0])
                    .isEqualTo(Trusteeship.class);
        }
        assertThat(Trusteeship.class.getConstructors()).isEmpty();
    }

    @Test
    void nobodyIsNamedASuperUser() {
        assertThat(publicMembers())
                .allSatisfy(
                        member ->
                                assertThat(member.getName().toLowerCase(Locale.ROOT))
                                        .doesNotContain(
                                                "override",
                                                "bypass",
                                                "force",
                                                "admin",
                                                "superuser",
                                                "disable",
                                                "skip"));
    }
}
