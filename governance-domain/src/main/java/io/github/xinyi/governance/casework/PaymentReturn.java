package io.github.xinyi.governance.casework;

/**
 * Money of a payment that came back (退回), as a case refers to it, for example {@code T-2025-004} by
 * which the bank returned 12 000.00 of {@code D-2025-0031}; it is never entered as a free figure.
 *
 * @param reference its number in the accounts, where a line of the bank shows it, 1 to {@link
 *     PaymentReference#MAX_NUMBER} characters
 * @param disbursement the number of the payment
 * @param amountFen what came back, in fen, 1 to {@link CasePlan#MAX_BUDGET_FEN}
 * @since 0.1.0
 */
public record PaymentReturn(String reference, String disbursement, long amountFen) {

    /** Refuses what is no number or no amount. */
    public PaymentReturn {
        if (!PublicText.isName(reference, PaymentReference.MAX_NUMBER)
                || !PublicText.isName(disbursement, PaymentReference.MAX_NUMBER)) {
            throw new IllegalArgumentException(
                    "no number of a return or a payment: " + reference + ", " + disbursement);
        }
        if (amountFen < 1 || amountFen > CasePlan.MAX_BUDGET_FEN) {
            throw new IllegalArgumentException("amount out of range: " + amountFen);
        }
    }
}
