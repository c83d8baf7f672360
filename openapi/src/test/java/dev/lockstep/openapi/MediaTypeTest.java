package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "application/json, json",
        "Application/JSON; charset=utf-8, json",
        "application/problem+json, json",
        "text/json, json",
        "*/*, json",
        "application/*, json",
        "application/x-ndjson, other",
        "application/jsonlines, other",
        "application/json-seq, other",
        "application/jsonp, other",
        "text/event-stream, events",
        "application/x-www-form-urlencoded, form",
        "multipart/form-data; boundary=x, multipart",
        "multipart/mixed, multipart",
        "text/csv, text",
        "application/xml, text",
        "application/atom+xml, text",
        "application/pdf, other",
        "image/*, other"
    })
    void kinds(String mediaType, String kind) {
        String found = MediaType.isJson(mediaType)
                ? "json"
                : MediaType.isEvents(mediaType)
                        ? "events"
                        : MediaType.isForm(mediaType)
                                ? "form"
                                : MediaType.isMultipart(mediaType)
                                        ? "multipart"
                                        : MediaType.isText(mediaType) ? "text" : "other";

        assertEquals(kind, found);
    }

    @ParameterizedTest
    @CsvSource({
        "'{text/csv: {}, application/x-ndjson: {schema: {}}, application/json: {schema: {}}}', application/json",
        "'{application/json: {}, application/hal+json: {schema: {}}}', application/hal+json",
        "'{application/b+json: {schema: {}}, application/a+json: {schema: {}}}', application/a+json",
        "'{text/plain: {schema: {}}, text/event-stream: {}}', text/event-stream",
        "'{text/plain: {}, application/json: {}}', application/json",
        "'{text/plain: {}, application/pdf: {}}', application/pdf",
        "'{}', ''"
    })
    void whatAClientReads(String content, String read) {
        SpecDocument document = SpecReader.parse("content: " + content, "content.yaml");

        assertEquals(read, MediaType.read(Node.root(document).get("content")));
    }

    @Test
    void rangesAndSuffixes() {
        assertEquals(true, MediaType.accepts("text/html, application/*;q=0.5", "application/json; charset=utf-8"));
        assertEquals(false, MediaType.accepts("text/*", "application/json"));
        assertEquals(true, MediaType.isA("application/hal+json", "application/json"));
        assertEquals(false, MediaType.isA("application/json", "application/hal+json"));
        assertEquals("application/json", MediaType.concrete("application/*"));
    }

    @Test
    void textsOfBodies() {
        var text = JsonNodeFactory.instance.textNode("a");

        assertEquals(
                List.of("\"a\"", "a", "data: \"a\"\n\n"),
                List.of(
                        MediaType.text("application/json", text),
                        MediaType.text("application/x-ndjson", text),
                        MediaType.text("text/event-stream", text)));
    }
}
