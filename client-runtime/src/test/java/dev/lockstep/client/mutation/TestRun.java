package dev.lockstep.client.mutation;

import java.util.concurrent.Callable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test class; gives the first failed test's name, or an empty text. */
public final class TestRun implements Callable<String>, TestExecutionListener {
    private final String testClass;
    private String failed = "";

    /** For {@link MutationCheck}, by reflection. */
    public TestRun(String testClass) {
        this.testClass = testClass;
    }

    @Override
    public String call() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .build();
        LauncherFactory.create().execute(request, this);
        return failed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (failed.isEmpty() && result.getStatus() == TestExecutionResult.Status.FAILED) {
            UntilOneFails.failed();
            failed = testClass.substring(testClass.lastIndexOf('.') + 1) + " " + test.getDisplayName();
        }
    }
}
