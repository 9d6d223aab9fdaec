package io.github.xinyi.trust.publication;

import io.github.xinyi.governance.law.Standing;

/**
 * Something that must be made public by a term (公开事项), for example public income every quarter.
 *
 * @param code its name in a profile, for example {@code public-income}
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param audience who sees it
 * @param term by when
 * @param source where the term comes from, in words
 * @param standing how far the source can be relied on
 * @since 0.1.0
 */
public record DisclosureItem(
        String code,
        String nameZh,
        String nameEn,
        Audience audience,
        DisclosureTerm term,
        String source,
        Standing standing) {

    /** Who sees an item. */
    public enum Audience {
        /** Every owner, in full. */
        ALL_OWNERS,
        /** Every owner, with the names of persons taken out (脱敏). */
        ALL_OWNERS_REDACTED,
        /** Every owner, as totals of at least five households only (仅汇总). */
        ALL_OWNERS_AGGREGATE,
        /** Who reported it in full, everybody else as statistics. */
        REPORTER_AND_STATISTICS,
        /** The owner who asked. */
        ASKING_OWNER,
        /** Anybody who stands before the board (公示栏). */
        PUBLIC_BOARD
    }

    /** Checks the code. */
    public DisclosureItem {
        if (!code.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("no code of an item: " + code);
        }
    }
}
