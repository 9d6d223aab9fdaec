package io.github.xinyi.example.xinyijia.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.xinyi.example.xinyijia.house.MainCode.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Dependencies run one way: examples, adapters, trust accounting, governance, JDK. Inside the two
 * domains every edge between packages is written down here; a new one is a decision.
 */
class LayersTest {

    private static final String GOVERNANCE = BASE + ".governance.";
    private static final String TRUST = BASE + ".trust.";
    private static final String[] DOMAIN_LIBRARIES = {
        "java..", "org.jspecify..", "jakarta.validation.."
    };

    /** Bank statements are XML; the reader is the JDK's own. */
    private static final String[] TRUST_LIBRARIES = {
        "java..", "javax.xml.stream..", "org.jspecify..", "jakarta.validation.."
    };

    private static final ArchRule HAS_NO_CIRCLE =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    private static final Set<String> GOVERNANCE_EDGES =
            edges(
                    """
                    ruling -> law
                    sheet -> measure law ruling
                    event -> identity measure law ruling
                    region -> identity measure law ruling sheet
                    community -> identity measure law ruling sheet
                    register -> identity law ruling event community
                    ballot -> identity
                    bylaw -> identity measure law ruling community
                    voting -> identity measure law ruling sheet community ballot bylaw
                    casework -> identity measure law ruling sheet event voting mediation grid
                    checkin -> identity law measure ruling sheet event voting
                    conference -> identity law ruling sheet event voting
                    cobuilding -> identity law ruling sheet event voting conference
                    committee -> identity measure law ruling event region voting election
                    consent -> identity law ruling community
                    deliberation -> identity measure law ruling sheet event community voting
                    election -> identity measure law ruling community ballot bylaw voting
                    formation -> identity measure law ruling event voting committee
                    mediation -> identity law ruling event
                    team -> identity law ruling sheet event
                    grid -> identity law ruling sheet event mediation team
                    party -> identity law ruling event region
                    proceeding -> identity measure law ruling event community voting election
                    published -> measure law ruling sheet voting
                    talk -> identity measure law ruling event voting deliberation
                    bylaw -> region
                    committee -> bylaw
                    election -> region
                    formation -> proceeding region
                    proceeding -> bylaw region
                    metrics -> identity measure law ruling event community region
                    metrics -> ballot voting committee team grid conference cobuilding checkin casework
                    metrics -> deliberation
                    deliberation -> proceeding
                    casework -> deliberation proceeding
                    talk -> team sheet
                    step -> sheet
                    team -> step
                    casework -> step team
                    grid -> step
                    talk -> step
                    locality -> law ruling sheet step deliberation conference team grid casework talk
                    records -> identity event register formation proceeding committee party
                    records -> deliberation talk team grid mediation conference cobuilding checkin casework
                    """);

    private static final Set<String> TRUST_EDGES =
            edges(
                    """
                    journal -> merkle money account
                    journal -> governance.identity governance.law governance.ruling
                    keys -> merkle canonical money
                    keys -> governance.identity governance.law governance.ruling
                    keys -> governance.event
                    warrant -> keys
                    book -> merkle canonical money account journal keys warrant
                    book -> governance.identity governance.ruling
                    contract -> canonical merkle keys
                    contract -> governance.identity governance.measure governance.law
                    contract -> governance.ruling governance.voting governance.published
                    contract -> governance.event
                    fund -> canonical merkle money account journal keys book
                    fund -> governance.identity governance.ruling governance.sheet
                    fund -> governance.community governance.law governance.measure governance.voting
                    formula -> money
                    formula -> governance.law governance.ruling
                    budget -> canonical money account journal book contract
                    budget -> governance.identity governance.law governance.ruling governance.sheet
                    budget -> governance.voting governance.event governance.measure
                    budget -> governance.committee
                    trusteeship -> canonical money account journal keys book contract budget fund
                    trusteeship -> governance.identity governance.measure governance.law
                    trusteeship -> governance.ruling governance.voting governance.event
                    trusteeship -> governance.metrics governance.store
                    trusteeship -> governance.team
                    trusteeship -> warrant
                    records -> contract budget keys trusteeship receivable
                    records -> governance.event governance.records
                    remuneration -> money account journal book contract budget trusteeship
                    remuneration -> canonical warrant
                    remuneration -> governance.identity governance.measure governance.law
                    remuneration -> governance.ruling governance.voting
                    billing -> money account journal formula
                    billing -> governance.identity governance.measure governance.law
                    billing -> governance.ruling governance.sheet governance.community
                    billing -> governance.register
                    receivable -> money account journal billing canonical keys contract
                    receivable -> governance.identity governance.measure governance.law
                    receivable -> governance.ruling governance.event governance.voting
                    collection -> receivable money
                    collection -> governance.identity governance.law governance.measure
                    collection -> governance.ruling
                    disbursement -> canonical merkle money account journal keys book fund
                    disbursement -> contract budget remuneration trusteeship warrant
                    disbursement -> governance.identity governance.law governance.ruling
                    disbursement -> governance.event
                    reconciliation -> merkle money account journal book
                    reconciliation -> governance.measure governance.law
                    reconciliation -> governance.ruling governance.sheet
                    bankfile -> money book reconciliation
                    bankfile -> governance.ruling governance.sheet
                    statement -> merkle money account journal book budget contract
                    statement -> remuneration
                    statement -> governance.identity governance.law governance.measure
                    statement -> governance.ruling
                    disclosure -> canonical merkle money account journal book
                    disclosure -> governance.identity
                    publication -> canonical contract
                    publication -> governance.identity governance.law governance.ruling
                    publication -> governance.voting
                    proof -> canonical merkle money account journal book disclosure
                    proof -> governance.identity
                    export -> money account journal book statement
                    export -> governance.identity
                    """);

    @Test
    void governanceStandsOnTheJdkAlone() {
        standsOn(DOMAIN_LIBRARIES, GOVERNANCE + ".").check(MainCode.governance());
    }

    @Test
    void trustStandsOnGovernance() {
        standsOn(TRUST_LIBRARIES, GOVERNANCE + ".", TRUST + ".").check(MainCode.trust());
    }

    @Test
    void theJdbcAdapterStandsOnTheDomainsAndNotOnTheHttpAdapter() {
        standsOn(
                        DOMAIN_LIBRARIES,
                        GOVERNANCE + ".",
                        TRUST + ".",
                        BASE + ".jdbc..",
                        "javax.sql..",
                        "org.slf4j..",
                        "org.h2.api..",
                        "org.h2.mvstore..")
                .check(MainCode.jdbc());
    }

    @Test
    void theHttpAdapterStandsOnTheDomainsAndNotOnTheJdbcAdapter() {
        standsOn(
                        DOMAIN_LIBRARIES,
                        GOVERNANCE + ".",
                        TRUST + ".",
                        BASE + ".rest..",
                        "jakarta.ws.rs..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..")
                .check(MainCode.rest());
    }

    @Test
    void contractsOfGovernanceStandOnGovernanceAndTestLibraries() {
        standsOn(DOMAIN_LIBRARIES, GOVERNANCE + ".", "org.junit..", "org.assertj..")
                .check(MainCode.contractsOfGovernance());
    }

    @Test
    void contractsOfTrustStandOnTheDomainsAndTestLibraries() {
        standsOn(DOMAIN_LIBRARIES, GOVERNANCE + ".", TRUST + ".", "org.junit..", "org.assertj..")
                .check(MainCode.contractsOfTrust());
    }

    @Test
    void mainCodeUsesNoContractTests() {
        usesNothingIn(MainCode.CONTRACT_PACKAGES).check(MainCode.besidesContracts());
    }

    @Test
    void noPackagesFormACircle() {
        HAS_NO_CIRCLE.check(MainCode.all());
    }

    @Test
    void packagesOfGovernanceUseOnlyWhatIsWrittenDown() {
        assertThat(edgesOf(MainCode.governance(), GOVERNANCE)).isSubsetOf(GOVERNANCE_EDGES);
    }

    @Test
    void packagesOfTrustUseOnlyWhatIsWrittenDown() {
        assertThat(edgesOf(MainCode.trust(), TRUST)).isSubsetOf(TRUST_EDGES);
    }

    @Test
    void everyWrittenEdgeOfGovernanceIsInUse() {
        assertThat(GOVERNANCE_EDGES).isSubsetOf(edgesOf(MainCode.governance(), GOVERNANCE));
    }

    @Test
    void everyWrittenEdgeOfTrustIsInUse() {
        assertThat(TRUST_EDGES).isSubsetOf(edgesOf(MainCode.trust(), TRUST));
    }

    @Test
    void moneyLeavesThroughDisbursementsAndNothingElse() {
        makesNo(Warrant.Payment.class, Disbursements.class, Warrant.Payment.class)
                .check(MainCode.besidesContracts());
    }

    @Test
    void whatFallsDueIsRecordedByItsRulesAndNothingElse() {
        makesNo(Warrant.Accrual.class, Remuneration.class, TrusteeDebt.class, Disbursements.class)
                .check(MainCode.besidesContracts());
    }

    @Test
    void seesAClassThatMakesAWarrant() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () ->
                                makesNo(Warrant.Payment.class, Remuneration.class)
                                        .check(MainCode.besidesContracts()))
                .withMessageContaining("Disbursements");
    }

    private static ArchRule makesNo(Class<? extends Warrant> warrant, Class<?>... besides) {
        return noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(besides)))
                .should()
                .callConstructorWhere(
                        JavaCall.Predicates.target(
                                HasOwner.Predicates.With.owner(
                                        JavaClass.Predicates.equivalentTo(warrant))));
    }

    @Test
    void seesALayerThatReachesUp() {
        ArchRule rule = standsOn(DOMAIN_LIBRARIES, MainCode.plantedPackage("layers.lower.."));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(MainCode.planted("layers.lower")))
                .withMessageContaining("layers.upper.Ceiling");
    }

    @Test
    void seesMainCodeThatUsesAContract() {
        ArchRule rule = usesNothingIn(MainCode.plantedPackage("layers.upper.."));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(MainCode.planted("layers.lower")))
                .withMessageContaining("layers.upper.Ceiling");
    }

    @Test
    void seesACircle() {
        JavaClasses circle = MainCode.planted("circle");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> HAS_NO_CIRCLE.check(circle))
                .withMessageContaining("circle.egg")
                .withMessageContaining("circle.hen");
    }

    @Test
    void seesAnEdge() {
        Set<String> edges = edgesOf(MainCode.planted("layers"), MainCode.plantedPackage("layers."));

        assertThat(edges).containsExactly("lower -> upper");
    }

    @Test
    void refusesAScanThatSeesTooLittle() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> MainCode.besidesContracts(1, BASE + ".nowhere.."));
    }

    private static ArchRule standsOn(String[] libraries, String... packages) {
        String[] allowed = Arrays.copyOf(packages, packages.length + libraries.length);
        System.arraycopy(libraries, 0, allowed, packages.length, libraries.length);
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }

    private static ArchRule usesNothingIn(String... packages) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    /** Edges between the packages directly below a base; our other modules by a longer name. */
    private static Set<String> edgesOf(JavaClasses classes, String base) {
        Set<String> edges = new TreeSet<>();
        for (JavaClass from : classes) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (to.startsWith(BASE) && !to.equals(from.getPackageName())) {
                    edges.add(
                            shortName(from.getPackageName(), base) + " -> " + shortName(to, base));
                }
            }
        }
        return edges;
    }

    private static String shortName(String packageName, String base) {
        return packageName.startsWith(base)
                ? packageName.substring(base.length())
                : packageName.substring(BASE.length() + 1);
    }

    /** Lines of the form {@code from -> to to to}. */
    private static Set<String> edges(String written) {
        return written.lines()
                .map(line -> line.split(" -> ", 2))
                .flatMap(line -> Arrays.stream(line[1].split(" ")).map(to -> line[0] + " -> " + to))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every package a slice of its own, the root package of a module too. */
    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
