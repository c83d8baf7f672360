package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.gate.CompiledClient;
import dev.lockstep.generator.gate.RetrofitCheck;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.surface.Surface;
import dev.lockstep.generator.surface.SurfaceDump;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the generator calls things, and that it says the same twice. */
class ClientGeneratorTest {
    private static final String PACKAGE = "dev/lockstep/vendor/shop/";

    private static String file(GeneratedClient client, String className) {
        return Objects.requireNonNull(client.files().get(PACKAGE + className + ".java"), className);
    }

    @Test
    void namesOperationsAfterWhatTheyDo() {
        List<String> names = Fixtures.shopSources().model().operations().stream()
                .map(OperationModel::name)
                .toList();

        assertEquals(List.of("dropOrder", "events", "matrix", "getOrder", "photo", "createOrder"), names);
    }

    @Test
    void groupsOperationsByTagElseByPath() {
        assertEquals(
                List.of("Events", "Matrix", "Orders", "Photo"),
                Fixtures.shopSources().model().apis().stream()
                        .map(api -> api.name())
                        .toList());
    }

    @Test
    void neverHidesALibraryClassOrAnotherSchema() throws Exception {
        SortedMap<String, String> files = Fixtures.shop().files();

        for (String name : List.of("ObjectModel", "StringModel", "ListModel", "BuilderModel", "SMS", "Sms2")) {
            assertTrue(files.containsKey(PACKAGE + name + ".java"), name + " in " + files.keySet());
        }
    }

    @Test
    void numbersMembersThatWouldCollide() {
        String order = file(Fixtures.shopSources(), "Order");

        for (String accessor : List.of("classValue()", "getClassValue()", "fooBar()", "fooBar2()")) {
            assertTrue(order.contains(" " + accessor), accessor);
        }
    }

    @Test
    void writesForeignTextOnlyAsText() {
        String order = file(Fixtures.shopSources(), "Order");

        assertFalse(order.contains("*/ class Hacked"), order);
    }

    @Test
    void theModelKnowsWhatTheClassesOffer() throws Exception {
        CompiledClient shop = Fixtures.shop();
        Surface surface = shop.model().surface();

        assertEquals(surface.text(), SurfaceDump.of(shop.classes().values()).text());
        assertEquals(surface, Surface.parse(surface.text()));
    }

    @Test
    void retrofitAcceptsEveryMethod() throws Exception {
        RetrofitCheck.validate(Fixtures.shop());
    }

    @Test
    void givesTheSameBytesInAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        SortedMap<String, String> files = Fixtures.shopSources().files();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(files, Fixtures.shopSources().files());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void keepsItsNamesWhenTheVendorRenames() {
        GeneratedClient before = Fixtures.shopSources();
        String renamed = Fixtures.text("shop.yaml")
                .replace("tags: [Orders]", "tags: [Purchases]")
                .replace("operationId: createOrder", "operationId: purchase")
                .replace("schemas/Money'", "schemas/Amount'")
                .replace("    Money:", "    Amount:");
        GeneratedClient after = ClientGenerator.generate(
                SpecReader.parse(renamed, "renamed.yaml"),
                GeneratorOptions.builder("shop").names(before.model().names()).build());

        assertEquals(before.model().surface().text(), after.model().surface().text());
    }

    /** A fraction that the lock knows stands among the constants once, and one that the document dropped is kept. */
    @Test
    void findsFractionsOfTheLockAmongTheConstants() {
        String text = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                servers: [{url: https://shop.test}]
                paths:
                  /speed:
                    get:
                      operationId: getSpeed
                      responses:
                        '200':
                          description: ok
                          content: {application/json: {schema: {$ref: '#/components/schemas/Speed'}}}
                components:
                  schemas:
                    Speed:
                      type: object
                      properties:
                        factor: {type: number, enum: [0.5, 1.5, 2.50]}
                """;
        GeneratedClient before = ClientGenerator.generate(
                SpecReader.parse(text, "speed.yaml"),
                GeneratorOptions.builder("shop").build());
        GeneratedClient after = ClientGenerator.generate(
                SpecReader.parse(text.replace("0.5, ", ""), "speed.yaml"),
                GeneratorOptions.builder("shop").names(before.model().names()).build());

        assertEquals(
                before.model().surface().text(),
                ClientGenerator.generate(
                                SpecReader.parse(text, "speed.yaml"),
                                GeneratorOptions.builder("shop")
                                        .names(before.model().names())
                                        .build())
                        .model()
                        .surface()
                        .text());
        assertEquals(1, occurrences(after.model().surface().text(), "VALUE_1_5"));
        assertEquals(1, occurrences(after.model().surface().text(), "VALUE_0_5"));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void namesGivenByTheLockCount() {
        GeneratedClient client = ClientGenerator.generate(
                Fixtures.document("shop.yaml"),
                GeneratorOptions.builder("shop")
                        .names(Map.of("POST /orders", "placeOrder"))
                        .build());

        assertTrue(file(client, "OrdersApi").contains("placeOrder(Order body)"));
    }
}
