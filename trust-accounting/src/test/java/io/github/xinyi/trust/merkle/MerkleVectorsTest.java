package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The language-neutral vectors, which proof.js is checked with too. */
class MerkleVectorsTest {
    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        try (InputStream json =
                MerkleVectorsTest.class.getResourceAsStream("/merkle-vectors.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("merkle-vectors.json cannot be read", e);
        }
    }

    @Test
    void rootsAreThoseOfTheVectors() {
        assertThat(VECTORS.get("roots")).hasSize(9);
        for (JsonNode vector : VECTORS.get("roots")) {
            List<Hash> leaves = new ArrayList<>();
            for (JsonNode leaf : vector.get("leaves")) {
                leaves.add(MerkleHash.leaf(HexFormat.of().parseHex(leaf.asText())));
            }

            assertThat(Frontier.empty().appendAll(leaves).frontier().root())
                    .isEqualTo(hash(vector, "root"));
        }
    }

    @Test
    void inclusionProofsAreJudgedAsTheVectorsSay() {
        assertThat(VECTORS.get("inclusion")).hasSizeGreaterThan(80);
        for (JsonNode vector : VECTORS.get("inclusion")) {
            InclusionProof proof =
                    new InclusionProof(
                            vector.get("index").asLong(),
                            vector.get("size").asLong(),
                            path(vector));

            ProofCheck check =
                    MerkleVerifier.verifyInclusion(
                            hash(vector, "leafHash"), proof, hash(vector, "root"));

            assertJudged(check, vector);
        }
    }

    @Test
    void consistencyProofsAreJudgedAsTheVectorsSay() {
        assertThat(VECTORS.get("consistency")).hasSizeGreaterThan(80);
        for (JsonNode vector : VECTORS.get("consistency")) {
            ConsistencyProof proof =
                    new ConsistencyProof(
                            vector.get("oldSize").asLong(),
                            vector.get("newSize").asLong(),
                            path(vector));

            ProofCheck check =
                    MerkleVerifier.verifyConsistency(
                            proof, hash(vector, "oldRoot"), hash(vector, "newRoot"));

            assertJudged(check, vector);
        }
    }

    private static void assertJudged(ProofCheck check, JsonNode vector) {
        String id = vector.get("id").asText();
        assertThat(check).as(id).hasToString(vector.get("reason").asText());
        assertThat(check.isValid()).as(id).isEqualTo(vector.get("valid").asBoolean());
    }

    private static Hash hash(JsonNode vector, String field) {
        return Hash.fromHex(vector.get(field).asText());
    }

    private static List<Hash> path(JsonNode vector) {
        List<Hash> path = new ArrayList<>();
        vector.get("path").forEach(hash -> path.add(Hash.fromHex(hash.asText())));
        return path;
    }
}
