package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a case is to do and may cost (实施方案), for example the repair of a wall for at most 86 000.00
 * out of the maintenance fund.
 *
 * <p>Its {@link #sheet} is announced with the motion, so that {@link #document} is among the papers
 * voted on: whoever adopts it adopts this plan of this case with this budget, and no other.
 *
 * @param community where
 * @param caseId of which case
 * @param paper the plan itself, known by its content alone
 * @param funding whose money
 * @param budgetFen the most that it may cost, in fen: 0 exactly where {@code funding} is {@link
 *     Funding#NONE}, else 1 to {@link #MAX_BUDGET_FEN}
 * @since 0.1.0
 */
public record CasePlan(
        CommunityId community,
        CaseId caseId,
        Motion.Document paper,
        Funding funding,
        long budgetFen) {

    /** The greatest budget: ten billion yuan. */
    public static final long MAX_BUDGET_FEN = 1_000_000_000_000L;

    /** Refuses a budget without money behind it, and money without a budget. */
    public CasePlan {
        if (budgetFen < 0 || budgetFen > MAX_BUDGET_FEN) {
            throw new IllegalArgumentException("budget out of range: " + budgetFen);
        }
        if ((budgetFen == 0) != (funding == Funding.NONE)) {
            throw new IllegalArgumentException("a budget of " + budgetFen + " out of " + funding);
        }
    }

    /**
     * The text to announce with the motion: five lines, each ended by a line feed.
     *
     * @return for example {@code xinyi-plan/1}, {@code anheyuan}, {@code C-2024-0007}, the digest
     *     of the paper, {@code MAINTENANCE_FUND 8600000}
     */
    public String sheet() {
        return "xinyi-plan/1\n"
                + community
                + "\n"
                + caseId
                + "\n"
                + paper
                + "\n"
                + funding.name()
                + " "
                + budgetFen
                + "\n";
    }

    /**
     * The paper by which a resolution is tied to this plan.
     *
     * @return SHA-256 of the sheet in UTF-8
     */
    public Motion.Document document() {
        return new Motion.Document(sha256(sheet()));
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
