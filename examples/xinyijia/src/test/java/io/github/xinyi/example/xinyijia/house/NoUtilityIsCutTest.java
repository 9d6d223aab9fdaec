package io.github.xinyi.example.xinyijia.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the library cuts power, water, heat or gas to collect fees: no type, method or
 * constant of either domain is named for it. Civil Code art. 944 para. 3.
 */
class NoUtilityIsCutTest {

    private static final Pattern SUPPLY =
            Pattern.compile(
                    "(?i)(cut.?off|disconnect|shut.?(off|down)|suspend.?(supply|service)"
                            + "|power.?cut|switch.?off|water|electric|heating|gas.?supply)");

    /** What a region guarantees against it, and the low-water mark of the maintenance fund. */
    private static final Set<String> OTHER_MEANING =
            Set.of("NO_CUT_OFF", "FLOOR_NO_CUT_OFF", "LOW_WATER", "LOW_WATER_TO_FUND");

    @Test
    void noTypeMethodOrConstantIsNamedForCuttingASupply() {
        assertThat(named(MainCode.domain())).isEmpty();
    }

    @Test
    void seesAMethodThatIsNamedForIt() {
        assertThat(named(MainCode.planted("supply"))).hasSize(2);
    }

    private static SortedSet<String> named(JavaClasses classes) {
        SortedSet<String> found = new TreeSet<>();
        for (var type : classes) {
            if (SUPPLY.matcher(type.getSimpleName()).find()) {
                found.add(type.getName());
            }
            List<JavaMethod> methods = List.copyOf(type.getMethods());
            List<JavaField> fields = List.copyOf(type.getFields());
            methods.stream().filter(NoUtilityIsCutTest::isNamed).forEach(m -> add(found, m));
            fields.stream().filter(NoUtilityIsCutTest::isNamed).forEach(f -> add(found, f));
        }
        return found;
    }

    private static boolean isNamed(JavaMember member) {
        return SUPPLY.matcher(member.getName()).find() && !OTHER_MEANING.contains(member.getName());
    }

    private static void add(SortedSet<String> found, JavaMember member) {
        found.add(member.getFullName());
    }
}
