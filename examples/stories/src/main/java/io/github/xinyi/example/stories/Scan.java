package io.github.xinyi.example.stories;

import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.voting.Motion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A paper that the host keeps and the records know by its digest.
 *
 * @param sha256 64 hexadecimal digits
 */
record Scan(String sha256) {

    /** The scan of a paper with these words. */
    static Scan of(String words) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return new Scan(HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As what owners vote on. */
    Motion.Document document() {
        return new Motion.Document(sha256);
    }

    /** As what proves a stage. */
    Paper as(Paper.Kind kind) {
        return new Paper(kind, sha256);
    }
}
