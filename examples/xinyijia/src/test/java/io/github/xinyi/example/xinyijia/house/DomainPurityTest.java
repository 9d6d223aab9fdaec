package io.github.xinyi.example.xinyijia.house;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The domain computes from what it is given: no floating point, no database, no clock, no random,
 * no locale of the machine, no output, and nothing that could be changed or deleted afterwards.
 */
class DomainPurityTest {

    /**
     * Clock, random, locale, zone, charset and environment of the machine, also the hidden ones.
     */
    private static final Pattern READS_OF_THE_MACHINE =
            anyOf(
                    "java\\.time\\..*\\.now\\(.*",
                    "java\\.time\\.Clock\\.(system|tick).*",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
                    "java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator)\\(.*",
                    "java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)",
                    "java\\.util\\.Calendar\\.getInstance\\(.*",
                    "java\\.util\\.UUID\\.randomUUID\\(.*",
                    "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
                    "java\\.security\\.SecureRandom\\..*",
                    "java\\.lang\\.(Strict)?Math\\.random\\(.*",
                    "java\\.util\\.Locale\\.getDefault\\(.*",
                    "java\\.time\\.ZoneId\\.systemDefault\\(.*",
                    "java\\.util\\.TimeZone\\.getDefault\\(.*",
                    "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*",
                    "java\\.lang\\.String\\.getBytes\\(\\)",
                    "java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)",
                    "java\\.lang\\.String\\.formatted\\(.*",
                    "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                    "java\\.text\\.(NumberFormat|DateFormat)\\.get[A-Za-z]*Instance\\(\\)",
                    "java\\.text\\.(DecimalFormat|SimpleDateFormat)\\.<init>\\(.*",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofLocalized.*");

    private static final Pattern OUTPUT =
            anyOf("java\\.lang\\.System\\.(out|err)", ".*\\.printStackTrace\\(.*");

    private static final Pattern CHANGING_NAME =
            Pattern.compile("(update|delete|remove)([A-Z].*)?");

    @Test
    void holdsNoFloatingPoint() {
        assertThat(floatingPointIn(MainCode.domainAndAdapters())).isEmpty();
    }

    @Test
    void callsNothingThatTakesOrGivesFloatingPoint() {
        assertThat(floatingPointCallsIn(MainCode.domain())).isEmpty();
    }

    @Test
    void knowsNoDatabaseOutsideTheJdbcAdapter() {
        assertThat(databaseIn(MainCode.domain())).isEmpty();
        assertThat(databaseIn(MainCode.rest())).isEmpty();
        assertThat(databaseIn(MainCode.contracts())).isEmpty();
        assertThat(databaseIn(MainCode.example())).isEmpty();
    }

    @Test
    void readsNoClockNoRandomAndNoLocale() {
        assertThat(accesses(MainCode.domain(), READS_OF_THE_MACHINE)).isEmpty();
    }

    @Test
    void printsNothing() {
        assertThat(accesses(MainCode.domainAndAdapters(), OUTPUT)).isEmpty();
    }

    @Test
    void offersNothingThatUpdatesDeletesOrRemoves() {
        assertThat(changingMethodsOf(MainCode.domain())).isEmpty();
    }

    @Test
    void seesFloatingPointInFieldsParametersReturnsAndTypeArguments() {
        List<String> seen = floatingPointIn(MainCode.planted("impure"));

        assertThat(String.join("\n", seen))
                .contains("Scale.grams", "Scale.weigh", "Scale.average", "Scale.history");
    }

    @Test
    void seesCallsThatTakeOrGiveFloatingPoint() {
        assertThat(floatingPointCallsIn(MainCode.planted("impure")))
                .anyMatch(call -> call.contains("java.lang.Math.sqrt"));
    }

    @Test
    void seesADatabase() {
        assertThat(databaseIn(MainCode.planted("impure")))
                .anyMatch(use -> use.contains("java.sql.Connection"))
                .anyMatch(use -> use.contains("javax.sql.DataSource"));
    }

    @Test
    void seesReadsOfTheMachine() {
        List<String> seen = accesses(MainCode.planted("impure"), READS_OF_THE_MACHINE);

        assertThat(String.join("\n", seen))
                .contains(
                        "java.time.Instant.now()",
                        "java.time.LocalDate.now(java.time.ZoneId)",
                        "java.time.Clock.systemUTC()",
                        "java.lang.System.currentTimeMillis()",
                        "java.lang.System.nanoTime()",
                        "java.util.UUID.randomUUID()",
                        "java.util.Random.<init>()",
                        "java.security.SecureRandom.<init>()",
                        "java.lang.Math.random()",
                        "java.util.Locale.getDefault()",
                        "java.time.ZoneId.systemDefault()",
                        "java.lang.String.formatted(");
    }

    @Test
    void seesAReadThatIsPassedOnAsAFunction() {
        assertThat(accesses(MainCode.planted("impure"), READS_OF_THE_MACHINE))
                .anyMatch(read -> read.contains("later") && read.contains("Instant.now()"));
    }

    @Test
    void seesOutput() {
        List<String> seen = accesses(MainCode.planted("impure"), OUTPUT);

        assertThat(String.join("\n", seen))
                .contains("java.lang.System.out", "java.lang.System.err", ".printStackTrace(");
    }

    @Test
    void seesNamesThatChangeWhatIsRecorded() {
        assertThat(changingMethodsOf(MainCode.planted("impure")))
                .hasSize(3)
                .anyMatch(method -> method.contains("updateEntry"))
                .anyMatch(method -> method.contains("delete"))
                .anyMatch(method -> method.contains("removeAll"));
    }

    private static List<String> floatingPointIn(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> typesOf(member).anyMatch(DomainPurityTest::isFloatingPoint))
                .map(JavaMember::getFullName)
                .toList();
    }

    private static List<String> floatingPointCallsIn(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(DomainPurityTest::passesFloatingPoint)
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean passesFloatingPoint(JavaCodeUnitAccess<?> call) {
        return isFloatingPoint(call.getTarget().getRawReturnType())
                || call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(DomainPurityTest::isFloatingPoint);
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        Stream<? extends JavaType> types =
                member instanceof JavaCodeUnit unit
                        ? Stream.concat(
                                Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                        : Stream.of(((JavaField) member).getType());
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static boolean isFloatingPoint(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return Set.of("double", "float").contains(element.getName())
                || (element.getPackageName().startsWith("java.")
                        && element.getSimpleName().matches(".*(Double|Float).*"));
    }

    private static List<String> databaseIn(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isDatabase(use.getTargetClass().getBaseComponentType()))
                .map(use -> use.getDescription())
                .toList();
    }

    private static boolean isDatabase(JavaClass type) {
        return type.getPackageName().matches("javax?\\.sql(\\..*)?");
    }

    private static List<String> accesses(JavaClasses classes, Pattern forbidden) {
        return classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> forbidden.matcher(access.getTarget().getFullName()).matches())
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static List<String> changingMethodsOf(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(PUBLIC))
                .filter(method -> CHANGING_NAME.matcher(method.getName()).matches())
                .map(JavaMember::getFullName)
                .toList();
    }

    private static Pattern anyOf(String... names) {
        return Pattern.compile(String.join("|", names));
    }
}
