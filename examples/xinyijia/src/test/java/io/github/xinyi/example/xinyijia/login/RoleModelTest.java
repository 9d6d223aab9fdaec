package io.github.xinyi.example.xinyijia.login;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every operation of this server against every role: no cell is left to chance. */
class RoleModelTest {

    /** As the columns stand: OWNER, COMMITTEE, STEWARD, COMMUNITY_OFFICER, AUDITOR, PUBLIC. */
    private static final Map<Permission, String> DECIDED =
            new EnumMap<>(
                    Map.ofEntries(
                            entry(Permission.READ_PUBLIC, "++++++"),
                            entry(Permission.USE_SESSION, "++++++"),
                            entry(Permission.READ_OWN_BILLS, "+-----"),
                            entry(Permission.PAY_OWN_BILLS, "+-----"),
                            entry(Permission.READ_OWN_CASES, "+-----"),
                            entry(Permission.REPORT_CASE, "+-----"),
                            entry(Permission.READ_DESK, "-++++-"),
                            entry(Permission.READ_BANK_STATEMENT, "-++-+-"),
                            entry(Permission.REQUEST_PAYMENT, "-++---"),
                            entry(Permission.APPROVE_PAYMENT, "-++---"),
                            entry(Permission.CARRY_OUT_PAYMENT, "--+---")));

    @Test
    void everyOperationIsDecidedForEveryRole() {
        List<JavaMethod> operations = operations();

        assertThat(operations).hasSizeGreaterThanOrEqualTo(16);
        assertThat(operations)
                .allSatisfy(
                        operation -> {
                            Permission needed =
                                    operation.reflect().getAnnotation(Needs.class).value();
                            StringBuilder row = new StringBuilder();
                            for (Role role : Role.values()) {
                                row.append(RoleModel.grants(role, needed) ? '+' : '-');
                            }
                            assertThat(row).hasToString(DECIDED.get(needed));
                        });
        assertThat(DECIDED).containsOnlyKeys(Permission.values());
    }

    @Test
    void nobodyMayDoEverything() {
        for (Role role : Role.values()) {
            assertThat(Permission.values()).anyMatch(what -> !RoleModel.grants(role, what));
        }
    }

    @Test
    void whatChangesMoneyIsNeverARead() {
        List<String> reads =
                operations().stream()
                        .filter(m -> m.isAnnotatedWith(jakarta.ws.rs.GET.class))
                        .map(m -> m.reflect().getAnnotation(Needs.class).value().name())
                        .distinct()
                        .collect(Collectors.toCollection(ArrayList::new));

        assertThat(reads).allMatch(name -> name.startsWith("READ") || name.equals("USE_SESSION"));
    }

    private static List<JavaMethod> operations() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.xinyi.example.xinyijia")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .toList();
    }
}
