package dev.lockstep.generator;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.render.Literals;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets openapi-generator host {@link ClientGenerator} as {@code generatorName=retrofit-moshi}. It is a host alone: the
 * document is read by our reader, and what openapi-generator made of it is thrown away before it makes anything of that.
 *
 * <p>Options ({@code configOptions}): {@code lockFile}, the lock of a vendor, decides every name; without one, {@code name}
 * (required), {@code packageName}, {@code className}, {@code clientVersion} and {@code server} do. {@code templateDirectory}
 * holds templates that stand in for ours.
 */
public final class RetrofitMoshiCodegen extends DefaultCodegen {
    /** The generator's name in a build. */
    public static final String NAME = "retrofit-moshi";

    static final String LOCK_FILE = "lockFile";
    static final String CLIENT_NAME = "name";
    static final String PACKAGE = "packageName";
    static final String CLASS = "className";
    static final String VERSION = "clientVersion";
    static final String SERVER = "server";

    private static final Logger LOG = LoggerFactory.getLogger(RetrofitMoshiCodegen.class);
    private static final String SOURCES = "src/main/java";

    /** Made by openapi-generator, through the service file. */
    public RetrofitMoshiCodegen() {
        outputFolder = "generated-code/" + NAME;
        option(LOCK_FILE, "the lock of the vendor: decides the client's names, version and server");
        option(CLIENT_NAME, "without a lock: the vendor's name, of lower-case letters, digits and hyphens");
        option(PACKAGE, "without a lock: the package; by default dev.lockstep.vendor.<name>");
        option(CLASS, "without a lock: the client's class; by default <Name>Client");
        option(VERSION, "without a lock: the client's version; by default 1.0.0");
        option(SERVER, "without a lock: the base URL; by default the document's first usable server");
    }

    private void option(String name, String description) {
        cliOptions.add(CliOption.newString(name, description));
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getHelp() {
        return "Generates a Java client on Retrofit and Moshi.";
    }

    @Override
    public boolean getUseInlineModelResolver() {
        return false;
    }

    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    /** Never asked: foreign text goes through our own writers. */
    @Override
    public String escapeUnsafeCharacters(String input) {
        return Literals.string(input);
    }

    /** Never asked: foreign text goes through our own writers. */
    @Override
    public String escapeQuotationMark(String input) {
        return Literals.string(input);
    }

    /** Leaves the host nothing to generate from: whatever it would write or trip over is not ours. */
    @Override
    public void preprocessOpenAPI(OpenAPI openAPI) {
        openAPI.setPaths(new Paths());
        openAPI.setWebhooks(null);
        openAPI.setComponents(null);
        openAPI.setTags(null);
        openAPI.setExtensions(null);
    }

    /** Generates; the last call of the host, and the place of its banner, which is left out. */
    @Override
    public void postProcess() {
        SpecDocument document = SpecReader.read(Path.of(getInputSpec()));
        GeneratedClient client = ClientGenerator.generate(document, options());
        for (Diagnostic diagnostic : client.diagnostics()) {
            if (diagnostic.level() == Diagnostic.Level.NOTE) {
                LOG.info("{}", diagnostic);
            } else {
                LOG.warn("{}", diagnostic);
            }
        }
        int changed = SourceTree.write(Path.of(getOutputDir(), SOURCES), client.files(), SourceTree.Owner.GENERATOR);
        LOG.info("{} files, {} changed", client.files().size(), changed);
    }

    private GeneratorOptions options() {
        String templates = templateDir();
        Path templateDirectory = templates == null || templates.isEmpty() ? null : Path.of(templates);
        String lockFile = value(LOCK_FILE);
        if (lockFile != null) {
            Path folder = Path.of(lockFile).toAbsolutePath().resolveSibling("");
            Lock lock = LockVerifier.verify(folder).orThrow();
            return GeneratorOptions.fromLock(lock, templateDirectory);
        }
        String name = value(CLIENT_NAME);
        if (name == null) {
            throw new IllegalArgumentException("the generator " + NAME + " needs the configOption " + LOCK_FILE
                    + ", or " + CLIENT_NAME + " where there is no lock");
        }
        GeneratorOptions.Builder options = GeneratorOptions.builder(name)
                .templateDirectory(templateDirectory)
                .server(value(SERVER));
        ifGiven(PACKAGE, options::packageName);
        ifGiven(CLASS, options::className);
        ifGiven(VERSION, options::version);
        return options.build();
    }

    private void ifGiven(String option, Consumer<String> setter) {
        String value = value(option);
        if (value != null) {
            setter.accept(value);
        }
    }

    private @Nullable String value(String option) {
        Map<String, Object> properties = additionalProperties();
        Object value = properties.get(option);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
