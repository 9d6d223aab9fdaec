package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract over a store that may be broken, and tells which checks said so. */
final class ContractChecks {

    private ContractChecks() {}

    /** The names of the checks that failed, of more than so many that ran. */
    static Set<String> failed(Class<?> contract, int moreThan) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .filters(EngineFilter.includeEngines("junit-jupiter"))
                        .build();
        Set<String> failed = new TreeSet<>();
        List<String> run = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        request,
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(
                                    TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    String name = test.getDisplayName().replace("()", "");
                                    run.add(name);
                                    if (result.getStatus()
                                            != TestExecutionResult.Status.SUCCESSFUL) {
                                        failed.add(name);
                                    }
                                }
                            }
                        });
        assertThat(run).as("checks that ran").hasSizeGreaterThan(moreThan);
        return failed;
    }
}
