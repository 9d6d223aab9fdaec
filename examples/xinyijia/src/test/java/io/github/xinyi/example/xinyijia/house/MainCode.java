package io.github.xinyi.example.xinyijia.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;

/**
 * The compiled main code of the modules, as the house rules see it. Every scan names how many
 * classes it must see at least, so that a rule over nothing fails instead of passing.
 */
final class MainCode {

    static final String BASE = "io.github.xinyi";
    static final String[] CONTRACT_PACKAGES = {BASE + ".governance.tck..", BASE + ".trust.tck.."};

    private static final String PLANTED = MainCode.class.getPackageName() + ".planted";
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    private MainCode() {}

    static JavaClasses governance() {
        return besidesContracts(650, BASE + ".governance..");
    }

    static JavaClasses trust() {
        return besidesContracts(150, BASE + ".trust..");
    }

    static JavaClasses domain() {
        return besidesContracts(800, BASE + ".governance..", BASE + ".trust..");
    }

    static JavaClasses jdbc() {
        return besidesContracts(50, BASE + ".jdbc..");
    }

    static JavaClasses rest() {
        return besidesContracts(85, BASE + ".rest..");
    }

    static JavaClasses example() {
        return besidesContracts(20, BASE + ".example..");
    }

    static JavaClasses domainAndAdapters() {
        return besidesContracts(
                940, BASE + ".governance..", BASE + ".trust..", BASE + ".jdbc..", BASE + ".rest..");
    }

    static JavaClasses besidesContracts() {
        return besidesContracts(960, BASE + "..");
    }

    static JavaClasses contractsOfGovernance() {
        return seen(12, resideInAnyPackage(CONTRACT_PACKAGES[0]));
    }

    static JavaClasses contractsOfTrust() {
        return seen(34, resideInAnyPackage(CONTRACT_PACKAGES[1]));
    }

    static JavaClasses contracts() {
        return seen(46, resideInAnyPackage(CONTRACT_PACKAGES));
    }

    static JavaClasses all() {
        return seen(1000, resideInAnyPackage(BASE + ".."));
    }

    static JavaClasses besidesContracts(int atLeast, String... packages) {
        return seen(
                atLeast,
                resideInAnyPackage(packages).and(not(resideInAnyPackage(CONTRACT_PACKAGES))));
    }

    static DescribedPredicate<JavaClass> resideIn(Set<String> packages) {
        return resideInAnyPackage(packages.toArray(String[]::new));
    }

    /** Classes of the test sources that break a rule on purpose. */
    static JavaClasses planted(String name) {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + "." + name);
        assertThat(planted).as("planted " + name).isNotEmpty();
        return planted;
    }

    static String plantedPackage(String name) {
        return PLANTED + "." + name;
    }

    private static JavaClasses seen(int atLeast, DescribedPredicate<? super JavaClass> wanted) {
        JavaClasses seen = ALL.that(wanted);
        assertThat(seen.size())
                .as("classes seen that " + wanted.getDescription())
                .isGreaterThanOrEqualTo(atLeast);
        return seen;
    }
}
