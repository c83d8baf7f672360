package dev.lockstep.tracker.page;

/** Pages written for tests, in the forms in which vendors publish theirs. */
final class Pages {
    private Pages() {}

    /** A document with one operation, {@code POST /things/{id}/end}. */
    static String document() {
        return """
                openapi: 3.0.3
                info:
                  title: Things
                  version: 1.0.0
                servers:
                  - url: https://api.things.test
                paths:
                  /things/{id}/end:
                    post:
                      operationId: endThing
                      parameters:
                        - name: id
                          in: path
                          required: true
                          schema:
                            type: string
                      responses:
                        '200':
                          description: OK
                """;
    }

    /** A current Mintlify page: line 5 has the fence. */
    static String mintlify(String body) {
        return mintlify("yaml things.json post /things/{id}/end", body);
    }

    static String mintlify(String info, String body) {
        return "# End thing\n\n## OpenAPI\n\n````" + info + "\n" + body + "\n````";
    }
}
