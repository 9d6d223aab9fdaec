package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;

/**
 * A paper on a budget in execution that owners or their body decide on; each kind has its own
 * domain of digests.
 *
 * @since 0.1.0
 */
public sealed interface BudgetPaper {

    /** The longest reason, in characters. */
    int MAX_REASON = 200;

    /** The greatest amount of a paper, a promise or a line in execution: 10^12 yuan. */
    long MAX_AMOUNT_MINOR = 100_000_000_000_000L;

    /**
     * More for a line than was adopted (超预算支出).
     *
     * @param community whose money
     * @param year of which budget
     * @param id once in the year, for example {@code CB-07}
     * @param line the code of the line
     * @param amountMinor in fen, above zero
     * @param reason why, 1 to {@link #MAX_REASON} characters
     */
    record Overrun(
            CommunityId community,
            int year,
            String id,
            String line,
            long amountMinor,
            String reason)
            implements BudgetPaper {

        /** Refuses what no overrun can be. */
        public Overrun {
            requireForm(id, amountMinor);
            if (reason.isBlank() || reason.length() > MAX_REASON) {
                throw new IllegalArgumentException("reason needs 1 to " + MAX_REASON);
            }
        }

        @Override
        public Motion.Document document() {
            return new Motion.Document(
                    bytes("xinyi/budget-overrun/v1", this).text(line).text(reason).sha256Hex());
        }
    }

    /**
     * From one line to another of the same fund (预算调剂).
     *
     * @param community whose money
     * @param year of which budget
     * @param id once in the year
     * @param from the code of the line that gives
     * @param line the code of the line that receives
     * @param amountMinor in fen, above zero
     */
    record Transfer(
            CommunityId community, int year, String id, String from, String line, long amountMinor)
            implements BudgetPaper {

        /** Refuses what no transfer can be. */
        public Transfer {
            requireForm(id, amountMinor);
            if (from.equals(line)) {
                throw new IllegalArgumentException("from and to " + line);
            }
        }

        @Override
        public Motion.Document document() {
            return new Motion.Document(
                    bytes("xinyi/budget-transfer/v1", this).text(from).text(line).sha256Hex());
        }
    }

    /**
     * Whose money.
     *
     * @return the community
     */
    CommunityId community();

    /**
     * Of which budget.
     *
     * @return the year
     */
    int year();

    /**
     * Its name in the year.
     *
     * @return 1 to 32 letters, digits, dots and hyphens
     */
    String id();

    /**
     * The line that has more by it.
     *
     * @return its code
     */
    String line();

    /**
     * How much more.
     *
     * @return in fen, above zero, at most {@link #MAX_AMOUNT_MINOR}
     */
    long amountMinor();

    /**
     * The digest that a decision must carry.
     *
     * @return the SHA-256 of all components, each with its length
     */
    Motion.Document document();

    private static void requireForm(String id, long amountMinor) {
        if (!id.matches("[A-Za-z0-9.-]{1,32}")
                || amountMinor <= 0
                || amountMinor > MAX_AMOUNT_MINOR) {
            throw new IllegalArgumentException(
                    "not a paper on a budget: " + id + " " + amountMinor);
        }
    }

    private static CanonicalBytes bytes(String domain, BudgetPaper paper) {
        return new CanonicalBytes(domain)
                .text(paper.community().value())
                .text(Integer.toString(paper.year()))
                .text(paper.id())
                .u64(paper.amountMinor());
    }
}
