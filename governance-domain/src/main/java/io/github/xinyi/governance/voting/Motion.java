package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.MotionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One question put to the owners (表决事项), for example {@code M1}, item 4, 选聘物业服务企业.
 *
 * @param id once within its meeting
 * @param matter which of the nine matters it is; it decides the consent needed
 * @param title as announced; 1 to {@link #MAX_TITLE_LENGTH} characters, no control characters
 * @param documents the papers voted on, 0 to {@link #MAX_DOCUMENTS} and distinct, in the order
 *     announced; they tie a resolution to its text
 * @param trust what it decides under the trust model, none or one, of the same matter, for example
 *     {@link TrustMatter#ANNUAL_BUDGET} of item 9
 * @since 0.1.0
 */
public record Motion(
        MotionId id,
        Matter matter,
        String title,
        List<Document> documents,
        List<TrustMatter> trust) {

    /** The longest title, in characters. */
    public static final int MAX_TITLE_LENGTH = 200;

    /** The greatest number of papers of one motion. */
    public static final int MAX_DOCUMENTS = 20;

    /** Copies the papers, and checks them, the title and the matter of the trust model. */
    public Motion {
        documents = List.copyOf(documents);
        trust = List.copyOf(trust);
        if (trust.size() > 1 || !trust.stream().map(TrustMatter::matter).allMatch(matter::equals)) {
            throw new IllegalArgumentException("motion " + id + " of " + matter + ": " + trust);
        }
        if (documents.size() > MAX_DOCUMENTS
                || documents.stream().distinct().count() != documents.size()) {
            throw new IllegalArgumentException(
                    "motion " + id + " has too many papers or one twice: " + documents.size());
        }
        if (title.isBlank()
                || title.length() > MAX_TITLE_LENGTH
                || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("motion " + id + " has no usable title");
        }
    }

    /**
     * A motion of no known matter of the trust model.
     *
     * @param id once within its meeting
     * @param matter which of the nine matters it is
     * @param title as announced
     * @param documents the papers voted on
     */
    public Motion(MotionId id, Matter matter, String title, List<Document> documents) {
        this(id, matter, title, documents, List.of());
    }

    /**
     * A motion under the trust model.
     *
     * @param id once within its meeting
     * @param trust what it decides, which says the matter
     * @param title as announced
     * @param documents the papers voted on
     * @return a motion of {@link TrustMatter#matter}
     */
    public static Motion of(
            MotionId id, TrustMatter trust, String title, List<Document> documents) {
        return new Motion(id, trust.matter(), title, documents, List.of(trust));
    }

    /**
     * A motion without papers.
     *
     * @param id once within its meeting
     * @param matter which of the nine matters it is
     * @param title as announced
     */
    public Motion(MotionId id, Matter matter, String title) {
        this(id, matter, title, List.of());
    }

    /**
     * A paper that is voted on, known by its content alone.
     *
     * @param sha256 the SHA-256 of its bytes as 64 lower-case hexadecimal digits
     */
    public record Document(String sha256) {

        /** Refuses what is no digest. */
        public Document {
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "not a SHA-256 in lower-case hexadecimal digits, length "
                                + sha256.length());
            }
        }

        /**
         * The paper with this text.
         *
         * @param text what is voted on, character by character
         * @return the SHA-256 of the text in UTF-8
         */
        public static Document of(String text) {
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Document(HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        /** The digits. */
        @Override
        public String toString() {
            return sha256;
        }
    }
}
