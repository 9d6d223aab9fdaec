package io.github.xinyi.trust.journal;

/**
 * The paper an entry stands on (原始单据), for example a bank line {@code BK202501030007}.
 *
 * @param type what kind of paper, for example {@code bank-line}, at most 32 characters
 * @param id its number, at most 64 characters
 * @since 0.1.0
 */
public record SourceDocument(String type, String id) {

    /** Refuses an empty or over-long name. */
    public SourceDocument {
        if (type.isEmpty() || type.length() > 32 || id.isEmpty() || id.length() > 64) {
            throw new IllegalArgumentException("not a source document: " + type + " " + id);
        }
    }
}
