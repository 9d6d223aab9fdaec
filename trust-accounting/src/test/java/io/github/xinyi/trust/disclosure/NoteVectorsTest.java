package io.github.xinyi.trust.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.Signature;
import java.security.SignatureException;
import org.junit.jupiter.api.Test;

/** The language-neutral vectors, which proof.js is checked with too. */
class NoteVectorsTest {
    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        try (InputStream json = NoteVectorsTest.class.getResourceAsStream("/note-vectors.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("note-vectors.json cannot be read", e);
        }
    }

    @Test
    void signedCheckpointsAreJudgedAsTheVectorsSay() {
        assertThat(VECTORS.get("notes")).hasSizeGreaterThan(50);
        for (JsonNode vector : VECTORS.get("notes")) {
            String reason = reason(vector.get("note").asText(), vector.get("vkey").asText());

            assertThat(reason)
                    .as("%s: %s", vector.get("id"), vector.get("what"))
                    .isEqualTo(vector.get("reason").asText());
            assertThat(vector.get("valid").asBoolean()).isEqualTo(reason.equals("VALID"));
        }
    }

    private static String reason(String note, String vkey) {
        try {
            NoteVerifier verifier = NoteVerifier.parse(vkey);
            SignedNote parsed = SignedNote.parse(note);
            NoteVerifier.Result result = verifier.verify(parsed);
            if (result.isValid()) {
                String text = parsed.text();
                assertThat(CheckpointText.parse(text).toText()).isEqualTo(text);
            }
            return result.name();
        } catch (MalformedNoteException e) {
            return e.rule().name();
        }
    }

    @Test
    void signaturesAreJudgedAsTheVectorsSay() throws Exception {
        assertThat(VECTORS.get("ed25519")).hasSizeGreaterThan(10);
        for (JsonNode vector : VECTORS.get("ed25519")) {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(Ed25519Keys.fromRaw(bytes(vector, "publicKey")));
            ed25519.update(bytes(vector, "message"));

            assertThat(verifies(ed25519, bytes(vector, "signature")))
                    .as("%s: %s", vector.get("id"), vector.get("what"))
                    .isEqualTo(vector.get("valid").asBoolean());
        }
    }

    private static boolean verifies(Signature ed25519, byte[] signature) {
        try {
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static byte[] bytes(JsonNode vector, String field) {
        return TestKeys.hex(vector.get(field).asText());
    }
}
