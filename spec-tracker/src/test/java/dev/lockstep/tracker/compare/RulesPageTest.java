package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/rules.md is the rule table and its examples; {@code -Dlockstep.write=true} writes it. */
class RulesPageTest {
    private static final String HEAD = """
            # Rules

            What a change of a vendor's document means. This page is written from the rule table
            (`spec-tracker/src/main/resources/dev/lockstep/tracker/compare/rules.txt`) and from the examples that are its
            tests: edit those, then run `mvn -pl spec-tracker -am test -Dtest=RulesPageTest -Dlockstep.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            - **wire**: what it does to a client that is already deployed, whoever wrote it. *risky*: it depends on the
              vendor's server, so a person should look. *ours*: for a client of Lockstep's own (`check`, `update`), which
              decodes values and shapes that it does not know; `diff` judges for anyone's.
            - **java**: what it does to code that uses the regenerated client. The level of the table holds where no client
              can be generated from one of the documents; otherwise the clients of both are modelled, the new one with the
              old one's names, and what they offer is compared. With an exclamation mark it holds in any case.
            - A rule whose id begins with `request-` is about what the client sends, `response-` about what it receives.
            - Rules of *security* and *server* that are risky or breaking are only taken over with `--accept`.
            - The fingerprint of a finding is made of its rule, its operation, what it names and its values: it stays the
              same when lines move, schemas are renamed or files lie elsewhere.

            ## Where we disagree with other tools' tests

            Of the pairs in the corpus that were scored (289, each with the verdict of a public tool's own test), these get
            another verdict:

            | pair | asserted | ours | why |
            |---|---|---|---|
            | TestBreaking_RequiredPropertyWriteOnlyEnabled | not breaking | breaking | a required response property that becomes write-only is no longer sent |
            | optic valid-response-union-type-transition | not breaking | breaking | a response that was an object can be a number |
            | optic valid-changes | not breaking | breaking | a query parameter is gone: calls that pass it mean something else now; another tool's pair says so |
            | SchemaBCTest.changedButCompatible | not breaking | breaking | request properties are gone: what is sent in them is ignored or refused |
            | MinLengthBCTest.responseMinLengthDecreasedButCompatible | not breaking | breaking | values that the old contract ruled out can arrive, as with every other limit of a response |
            | TestBreaking_RequestPropertyAllOfAdded | breaking | none | the added allOf member repeats what the others say |
            | criteo readonly_property_changed | breaking | none | readOnly on what is only ever received says nothing new |
            | ApiResponseBCTest.decreased | breaking | compatible | an error that is no longer documented hurts nobody; two other pairs say so |

            Where the pairs contradict each other, these readings decide:

            - What a client may send narrows, or what it may receive widens: breaking. A pattern that goes from a response
              is risky only: patterns describe more often than they promise (two pairs).
            - What a client sends and the vendor no longer knows, a parameter or a property, is refused or ignored: the call
              means something else. For Lockstep's own clients that is *risky*, since `update` regenerates them.
            - OpenAPI waives only `required` for a read-only property in a request. It should not be sent, but clients that
              send back what they received do send it, so that a value must fit (TestBreaking_AddPattern). Where a property
              only becomes read-only, the two pairs that tighten it at the same time count as *risky*.
            - A required write-only property that becomes readable is sent every time, and was promised never to be: often
              it is a secret (WriteOnlyBCTest.responseWriteOnlyRequiredDecreased; another tool warns).
            - XML, CSV and the like carry no JSON types: a body described as a string is any text of that media type
              (TestResponseBodyTypeLooselyTypedCompatible).
            """;

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, RuleExample> examples = RuleExample.all();
        String area = "";
        for (Rule rule : RuleTable.standard().rules()) {
            if (!rule.area().equals(area)) {
                area = rule.area();
                page.append("\n## ").append(area).append("\n\n");
                page.append("| rule | wire | java | says | do | before | after |\n|---|---|---|---|---|---|---|\n");
            }
            RuleExample example = examples.get(rule.id());
            page.append("| `")
                    .append(rule.id())
                    .append("` | ")
                    .append(rule.wire().text());
            page.append(
                    rule.ours() == rule.wire() ? "" : " (ours: " + rule.ours().text() + ")");
            page.append(" | ").append(rule.java().text()).append(rule.hidden() ? "!" : "");
            page.append(" | ").append(cell(rule.message())).append(" | ").append(cell(rule.action()));
            page.append(" | ").append(example == null ? "" : code(example.rows().get(0)));
            page.append(" | ")
                    .append(example == null ? "" : code(example.rows().get(1)))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("`{before}`", "{before}")
                .replace("`{after}`", "{after}")
                .replace("`{name}`", "{name}")
                .replaceAll("\\{(where|name|before|after)}", "*$1*");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    @Test
    void isTheTable() throws IOException {
        Path file = Path.of(System.getProperty("lockstep.root", "..")).resolve("docs/rules.md");
        if (Boolean.getBoolean("lockstep.write")) {
            Files.writeString(file, page());
        }

        assertEquals(Files.readString(file), page());
    }
}
