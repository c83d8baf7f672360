package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/openapi-support.md lists every keyword of OpenAPI's object models, and each of its tests exists. */
final class SupportTableTest {
    private static final Path ROOT = Path.of(System.getProperty("lockstep.root", ".."));
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+)\\.([A-Za-z0-9]+)`");

    /** The fixed fields of OpenAPI 3.0.4 and 3.1.1 but for those of example, tag, XML, contact and license objects. */
    private static final String KEYWORDS = """
            openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs
            title summary description termsOfService contact license version url variables default enum
            schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems
            $ref get put post delete options head patch trace
            operationId requestBody deprecated
            name in required allowEmptyValue style explode allowReserved schema example content encoding contentType
            multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems
            uniqueItems maxProperties minProperties type allOf oneOf anyOf not items properties additionalProperties
            format nullable discriminator readOnly writeOnly xml propertyName mapping
            $schema $id $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs const if then else dependentSchemas
            prefixItems contains patternProperties propertyNames unevaluatedItems unevaluatedProperties dependentRequired
            minContains maxContains contentEncoding contentMediaType contentSchema
            scheme bearerFormat flows openIdConnectUrl implicit password clientCredentials authorizationCode
            authorizationUrl tokenUrl refreshUrl scopes
            """;

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/openapi-support.md"))) {
            if (line.startsWith("| ") && !line.startsWith("| construct")) {
                rows.add(line.substring(2, line.length() - 2).split(" \\| ", -1));
            }
        }
        return rows;
    }

    @Test
    void everyKeywordHasARow() throws IOException {
        Set<String> missing = new TreeSet<>(Arrays.asList(KEYWORDS.strip().split("\\s+")));
        for (String[] row : rows()) {
            Matcher code = CODE.matcher(row[0]);
            while (code.find()) {
                missing.remove(code.group(1));
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRowNamesATestThatExists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("openapi", "generator-templates")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                for (Path file : walk.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    tests.put(String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows()) {
            Matcher test = TEST.matcher(row.length == 3 ? row[2] : "");
            if (!test.find() || !tests.getOrDefault(test.group(1), "").contains(" void " + test.group(2) + "(")) {
                wrong.add(String.join(" | ", row));
            }
        }

        assertEquals(List.of(), wrong);
    }
}
