package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedSamplesTest {
    @Test
    void findsFencedBlocksWithTheirLines() {
        String markdown = "# Title\n\n```sh\nmvn verify\n```\n\n- item\n\n  ```java excerpt\n  int i;\n  ```\n";

        assertEquals(
                List.of(
                        new DocumentedSamples.Block("README.md", 3, "sh", "mvn verify\n"),
                        new DocumentedSamples.Block("README.md", 9, "java excerpt", "int i;\n")),
                DocumentedSamples.blocks("README.md", markdown));
    }
}
