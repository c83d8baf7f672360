package dev.lockstep.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives fakes to JUnit tests. Each vendor has one fake a test, whether its {@code @BeforeEach} or itself asks for it. After the test the fakes are stopped, and the test fails if one of them received something unexpected.
 *
 * <pre>{@code
 * @ExtendWith(FakeVendors.class)
 * class HangupTest {
 *     @Test
 *     void knowsWhatIsGone(@Fake("tavus") FakeVendor tavus) { ... }
 * }
 * }</pre>
 */
public final class FakeVendors implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FakeVendors.class);

    /** For JUnit. */
    public FakeVendors() {}

    /** The fakes of one test. */
    private static final class Started {
        private final Map<String, FakeVendor> fakes = new TreeMap<>();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeVendor.class && parameter.isAnnotated(Fake.class);
    }

    @Override
    public FakeVendor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a fake vendor lasts for one test: take it in a test or in"
                    + " @BeforeEach, or start one with FakeVendor.of");
        }
        String vendor = parameter.findAnnotation(Fake.class).orElseThrow().value();
        return started(context).fakes.computeIfAbsent(vendor, FakeVendor::of);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> unexpected = new ArrayList<>();
        for (FakeVendor fake : started(context).fakes.values()) {
            try (fake) {
                fake.assertNothingUnexpected();
            } catch (AssertionError e) {
                unexpected.add(e.getMessage());
            }
        }
        if (!unexpected.isEmpty()) {
            throw new AssertionError(String.join("\n", unexpected));
        }
    }

    private static Started started(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Started started = store.get(Started.class, Started.class);
        if (started == null) {
            started = new Started();
            store.put(Started.class, started);
        }
        return started;
    }
}
