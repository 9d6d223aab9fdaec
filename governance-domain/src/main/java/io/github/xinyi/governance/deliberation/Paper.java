package io.github.xinyi.governance.deliberation;

/**
 * A paper that proves a step, kept by the host and known here by its digest, for example the
 * minutes of a committee.
 *
 * @param kind what it is
 * @param digest its SHA-256 in 64 lower-case hexadecimal digits
 * @since 0.1.0
 */
public record Paper(Kind kind, String digest) {

    /** What a paper is. */
    public enum Kind {
        /** The text of the proposal (提案). */
        PROPOSAL("提案"),
        /** Minutes (会议纪要). */
        MINUTES("会议纪要"),
        /** The signed list of those present (签到表). */
        ATTENDANCE("签到表"),
        /** A report on what was done (实施报告). */
        REPORT("实施报告"),
        /** The result of the review (评议结果). */
        REVIEW("评议结果");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /**
         * Its name in tables.
         *
         * @return for example {@code 会议纪要}
         */
        public String label() {
            return label;
        }
    }

    /** Checks the digest. */
    public Paper {
        requireDigest(digest);
    }

    static void requireDigest(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + digest.length());
        }
    }
}
