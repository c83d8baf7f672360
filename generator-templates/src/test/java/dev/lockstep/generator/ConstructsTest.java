package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.Diagnostic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the constructs that no call over the network shows, in {@code constructs.yaml}. */
final class ConstructsTest {
    private static GeneratedClient client;
    private static String surface;

    @BeforeAll
    static void generate() {
        client = ClientGenerator.generate(
                Fixtures.document("constructs.yaml"),
                GeneratorOptions.builder("things").build());
        surface = client.model().surface().text();
    }

    private static String type(String name) {
        int start = surface.indexOf("dev.lockstep.vendor.things." + name + " extends");
        assertTrue(start >= 0, "no type " + name + " in:\n" + surface);
        return surface.substring(start, surface.indexOf("\n}", start) + 1);
    }

    private static void has(String type, String member) {
        assertTrue(type(type).contains("    public " + member + "\n"), () -> member + " is not in " + type(type));
    }

    private static String file(String name) {
        return client.files().getOrDefault("dev/lockstep/vendor/things/" + name + ".java", "");
    }

    private static boolean said(String pointer, String message) {
        return client.diagnostics().stream()
                .map(Diagnostic::toString)
                .anyMatch(line -> line.contains(pointer) && line.contains(message));
    }

    @Test
    void theFirstServerWithItsDefaultsIsTheBaseUrl() {
        assertTrue(file("ThingsClient").contains(".baseUrl(\"https://eu.things.example/v1\")"), file("ThingsClient"));
    }

    @Test
    void everyMethodOfAPathIsAnOperation() {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS", "TRACE", "PATCH", "PUT"}) {
            assertTrue(file("ThingsService").contains("key = \"" + method + " /things/{id}\""), method);
        }
        assertFalse(surface.contains("DELETE"), "an operation that the document does not have");
    }

    @Test
    void parametersOfThePathAndReferencesCount() {
        String api = file("ThingsApi");
        assertTrue(api.contains("ApiCall<Child> getThing(String id, GetThingOptions options)"), api);
        has("GetThingOptions", "@Nullable Integer page()");
    }

    @Test
    void textsBecomeJavadoc() {
        String api = file("ThingsApi");
        assertTrue(api.contains("Gets a thing."), api);
        assertTrue(api.contains("@param id Which thing."), api);
        assertTrue(api.contains("@deprecated"), api);
        assertTrue(file("Holder").contains("Old."), file("Holder"));
    }

    @Test
    void headersThatHttpOwnsAreLeftOut() {
        assertTrue(
                said("#/paths/~1things~1{id}/get/parameters/1", "the header Accept"), client.diagnostics()::toString);
    }

    @Test
    void aBodyOfHeadIsLeftOut() {
        assertTrue(
                said("#/paths/~1things~1{id}/head/requestBody", "HEAD takes no body"), client.diagnostics()::toString);
    }

    @Test
    void webhooksAreNoOperations() {
        assertTrue(said("#/webhooks", "webhooks"), client.diagnostics()::toString);
        assertFalse(file("ThingsService").contains("thingMade"));
        has("Made", "@Nullable OffsetDateTime at()");
    }

    @Test
    void whatIsLeftOutIsTold() {
        assertTrue(said("#/paths/~1things~1{id}/servers", "servers of their own are not used"));
        assertTrue(said("#/paths/~1things~1{id}/get/servers", "servers of their own are not used"));
        assertTrue(said("#/paths/~1things~1{id}/get/callbacks", "callbacks are calls of the vendor's"));
        assertTrue(said("#/components/schemas/Holder/properties/cond/if", "if, then and else are not read"));
        assertTrue(said("#/components/schemas/Holder/properties/tuple/prefixItems", "a tuple is read as raw JSON"));
        assertTrue(said("#/components/schemas/Holder/properties/dyn/$dynamicRef", "is not followed"));
        assertTrue(said("#/components/schemas/Property", "the class is called PropertyModel, since Property is taken"));
    }

    @Test
    void callbacksAndLinksAreNoOperations() {
        assertFalse(file("ThingsService").contains("request.body"), file("ThingsService"));
    }

    @Test
    void filesAndJsonArePartsOfAMultipartBody() {
        has("PutThingRequest", "@Nullable Upload file()");
        has("PutThingRequest", "@Nullable PutThingRequestMeta meta()");
        assertTrue(file("ThingsApi").contains("Bodies.multipart("), file("ThingsApi"));
    }

    @Test
    void anErrorsBodyHasItsClass() {
        has("PatchThingNotFound", "@Nullable String why()");
    }

    @Test
    void credentialsAreSetOnTheBuilder() {
        String client = file("ThingsClient");
        assertTrue(client.contains("public Builder basic(String"), client);
        assertTrue(client.contains("public Builder open(Supplier<@Nullable String> supplier)"), client);
        assertTrue(client.contains("public Builder o(String"), client);
        assertFalse(client.contains("public Builder cert("), "a client certificate belongs to the OkHttp client");
    }

    @Test
    void allOfIsMergedAndTheChildNarrows() {
        has("Child", "String kind()");
        has("Child", "Long size()");
        has("Base", "@Nullable BigDecimal size()");
    }

    @Test
    void siblingsOfAReferenceCount() {
        assertTrue(file("Child").contains("sibling"), file("Child"));
    }

    @Test
    void objectsBesideVariantsAreOneClass() {
        has("Beside", "@Nullable String a()");
        has("Beside", "@Nullable String b()");
        has("Beside", "@Nullable String common()");
    }

    @Test
    void enumOfBooleansIsBoolean() {
        has("Holder", "@Nullable Boolean flag()");
    }

    @Test
    void constIsAnOpenEnum() {
        assertTrue(surface.contains("public static final HolderFixed ON\n"), surface);
    }

    @Test
    void patternPropertiesAreAMap() {
        has("Holder", "@Nullable Map<String, Long> patterned()");
    }

    @Test
    void additionalPropertiesAreAMap() {
        has("Holder", "@Nullable Map<String, String> map()");
        has("HolderClosed", "@Nullable String a()");
    }

    @Test
    void whatHasNoOneTypeIsRawJson() {
        for (String name : new String[] {"tuple", "any", "yes", "not", "dyn"}) {
            has("Holder", "@Nullable JsonValue " + name + "()");
        }
    }

    @Test
    void dependentSchemasAddOptionalProperties() {
        has("HolderDep", "@Nullable String z()");
    }

    @Test
    void conditionsAddNothing() {
        has("HolderCond", "@Nullable String a()");
        assertFalse(type("HolderCond").contains("String b()"), surface);
    }

    @Test
    void boundsAreNotCheckedAndDefaultsAreNotSent() {
        has("Holder", "@Nullable String bounded()");
        has("Holder", "@Nullable Long big()");
        has("Holder", "@Nullable List<String> list()");
        assertFalse(file("Holder").contains("\"^a\""), "a pattern");
        assertFalse(file("Holder").contains("\"abc\""), "a default");
    }

    @Test
    void unknownFormatsAreTheirBaseType() {
        has("Holder", "@Nullable String odd()");
    }

    @Test
    void base64ContentIsBytes() {
        has("Holder", "@Nullable ByteString encoded()");
    }

    @Test
    void definitionsWithinASchemaAreReached() {
        assertTrue(surface.contains("    public @Nullable String i()\n"), surface);
    }

    @Test
    void aSchemaMayHoldItself() {
        has("Holder", "@Nullable Holder self()");
    }

    @Test
    void nullAmongTypesIsNullability() {
        has("Holder", "@Nullable String nul()");
    }

    @Test
    void severalTypesAreAUnionOfScalars() {
        assertTrue(surface.contains("    public static HolderMulti ofLong(Long)\n"), surface);
        assertTrue(surface.contains("    public static HolderMulti ofString(String)\n"), surface);
    }

    @Test
    void aStringOrAnEnumIsTheOpenEnum() {
        assertTrue(surface.contains("    public static final String A\n"), surface);
        assertFalse(type("Holder").contains("JsonValue open()"), surface);
    }
}
