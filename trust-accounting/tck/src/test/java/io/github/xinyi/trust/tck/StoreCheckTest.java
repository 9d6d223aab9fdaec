package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of checks is complete, and an id stands for one check. */
class StoreCheckTest {

    private static final List<Class<?>> CONTRACTS =
            List.of(
                    BookStoreContract.class,
                    BudgetStoreContract.class,
                    ContractStoreContract.class,
                    DisbursementStoreContract.class,
                    CheckpointStoreContract.class,
                    WitnessContract.class);

    @Test
    void everyCheckOfAContractIsInTheListAndNothingElse() {
        Set<String> listed = new TreeSet<>();
        StoreCheck.all().forEach(check -> listed.add(check.contract() + "," + check.name()));
        Set<String> there = new TreeSet<>();
        CONTRACTS.forEach(
                contract ->
                        checks(contract)
                                .forEach(name -> there.add(contract.getSimpleName() + "," + name)));

        assertThat(listed).as("lines of checks.csv without their ids").isEqualTo(there);
    }

    @Test
    void anIdIsOfItsContractAndStandsForOneCheck() {
        List<String> ids = StoreCheck.all().stream().map(StoreCheck::id).toList();
        Map<String, String> letters = new HashMap<>();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]{1,2}-[0-9]{3}"));
        for (StoreCheck check : StoreCheck.all()) {
            String prefix = check.id().substring(0, check.id().indexOf('-'));
            assertThat(letters.computeIfAbsent(check.contract(), contract -> prefix))
                    .isEqualTo(prefix);
        }
        assertThat(letters.values()).doesNotHaveDuplicates();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(80);
    }

    private static List<String> checks(Class<?> contract) {
        List<String> names = new ArrayList<>();
        for (Class<?> each = contract; each != null; each = each.getSuperclass()) {
            Stream.of(each.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .forEach(names::add);
        }
        return names;
    }
}
