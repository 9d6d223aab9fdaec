package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.voting.Motion;

/**
 * A disbursement in the accounts, as a case refers to it, for example {@code D-2025-0031} of 12
 * 000.00; it is never entered as a free figure.
 *
 * @param disbursement its number in the accounts, 1 to {@link #MAX_NUMBER} characters
 * @param amountFen what was paid, in fen, 1 to {@link CasePlan#MAX_BUDGET_FEN}
 * @param order the payment order that both keys signed, known by its content alone
 * @since 0.1.0
 */
public record PaymentReference(String disbursement, long amountFen, Motion.Document order) {

    /** The longest number, in characters. */
    public static final int MAX_NUMBER = 64;

    /** Refuses what is no number or no amount. */
    public PaymentReference {
        if (!PublicText.isName(disbursement, MAX_NUMBER)) {
            throw new IllegalArgumentException("no number of a payment: " + disbursement);
        }
        if (amountFen < 1 || amountFen > CasePlan.MAX_BUDGET_FEN) {
            throw new IllegalArgumentException("amount out of range: " + amountFen);
        }
    }
}
