package dev.lockstep.generator.gate;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names do not move: of our own vendors the clients are the ones that {@link AsBeforeClient} has the hashes of. */
class AsBeforeTest {
    private static AsBefore asBefore;

    @BeforeAll
    static void read() throws Exception {
        asBefore = AsBefore.read(Path.of("src/test/resources"), "vendors", AsBeforeClient.COLUMNS);
    }

    @AfterAll
    static void write() throws Exception {
        asBefore.write();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyreach", "hamsa", "openhands", "tavus"})
    void theSameClient(String vendor) throws Exception {
        Path folder = Path.of("../specs").resolve(vendor);
        Lock lock = LockVerifier.verify(folder).orThrow();
        SpecDocument document = SpecReader.read(folder.resolve(lock.spec().file()));

        Function<SortedMap<String, String>, GeneratorOptions> options =
                names -> GeneratorOptions.fromLock(lock.withNames(names));
        asBefore.check(vendor, AsBeforeClient.hashes(vendor, document, options));
        String locked = vendor + " locked";
        asBefore.check(locked, AsBeforeClient.hashes(locked, document, lock.names(), options));
    }
}
