package io.github.xinyi.trust.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Guards T2: this check and {@code proof.js} give the same answers to the same files. */
class EntryProofVectorsTest {

    private static final Path WHOLE =
            Path.of("..", "examples", "xinyijia", "src", "test", "resources", "proof-vectors.json");

    private static JsonNode read(InputStream in) {
        try (in) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answersEveryWholeEntryAsTheScriptDoes() throws IOException {
        int refused = 0;
        JsonNode vectors = read(Files.newInputStream(WHOLE)).get("entries");
        for (JsonNode vector : vectors) {
            JsonNode request = vector.get("request");
            EntryProofCheck check =
                    EntryProofCheck.of(
                            request.toString(),
                            request.get("vkey").asText(),
                            request.path("origin").asText(""));
            String step = vector.get("step").asText();
            assertThat(check.steps()).hasSize(6);
            assertThat(check.isProven())
                    .as(vector.get("what").asText())
                    .isEqualTo(vector.get("valid").asBoolean());
            assertThat(check.steps())
                    .as("%s %s", vector.get("id").asText(), vector.get("what").asText())
                    .contains(
                            new EntryProofCheck.Step(
                                    step,
                                    vector.get("valid").asBoolean(),
                                    vector.get("reason").asText()));
            refused += vector.get("valid").asBoolean() ? 0 : 1;
        }
        assertThat(vectors.size()).isGreaterThan(650);
        assertThat(refused).isGreaterThan(600);
    }

    @Test
    void hashesEveryEntryAsTheScriptDoes() {
        JsonNode vectors =
                read(Objects.requireNonNull(getClass().getResourceAsStream("/leaf-vectors.json")))
                        .get("leaves");
        for (JsonNode vector : vectors) {
            String reason = vector.get("reason").asText();
            String expected = reason.equals("OUTSIDE_DOMAIN") ? "VALID" : reason;
            assertThat(reasonOf(vector))
                    .as("%s %s", vector.get("id").asText(), vector.get("what").asText())
                    .isEqualTo(expected);
        }
        assertThat(vectors.size()).isGreaterThan(900);
    }

    private static String reasonOf(JsonNode vector) {
        try {
            EntryLeaf leaves = new EntryLeaf(MerkleDigest.SHA_256);
            Object entry = JsonText.read(vector.get("entry").toString());
            Hash made = leaves.of(entry, leaves.content(entry));
            return made.toHex().equals(vector.get("leafHash").asText()) ? "VALID" : "LEAF_MISMATCH";
        } catch (Members.Refusal e) {
            return String.valueOf(e.getMessage());
        }
    }
}
