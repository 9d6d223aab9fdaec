package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with everything that it stands on.
 *
 * @param id its number
 * @param kind {@code PAYMENT} or {@code REMUNERATION}
 * @param status where it stands
 * @param amountMinor how much
 * @param purpose what for
 * @param payeeName to whom, by the name that the keys sign; empty where they sign none
 * @param budgetLine the line charged
 * @param budgetLineName its name, null if the budget has no such line
 * @param requestedAt when it was asked for
 * @param entryIndex the record of its payment, null before
 * @param expiresAt until when it may be approved and paid
 * @param digest what both keys sign
 * @param report what gave rise to it, null if nothing did
 * @param vouchers the papers
 * @param approvals the keys given
 * @param paidAt when it was paid, null before
 * @param bankReference the bank's number, null before
 * @since 0.1.0
 */
public record DisbursementDetail(
        String id,
        String kind,
        String status,
        long amountMinor,
        String purpose,
        String payeeName,
        String budgetLine,
        @Nullable String budgetLineName,
        String requestedAt,
        @Nullable Long entryIndex,
        String expiresAt,
        String digest,
        @Nullable Report report,
        List<Voucher> vouchers,
        List<Approval> approvals,
        @Nullable String paidAt,
        @Nullable String bankReference)
        implements Answer {

    /** Copies the lists. */
    public DisbursementDetail {
        vouchers = List.copyOf(vouchers);
        approvals = List.copyOf(approvals);
    }

    /**
     * A report.
     *
     * @param id its number
     * @param reportedAt when it came in
     * @param building where
     * @param category of what
     * @param description what was reported
     */
    public record Report(
            String id, String reportedAt, String building, String category, String description) {}

    /**
     * A paper.
     *
     * @param number its number
     * @param kind for example {@code INVOICE}
     * @param date its date
     * @param amountMinor what it shows
     * @param sha256 the hash of its file
     * @param href where its file is served
     */
    public record Voucher(
            String number,
            String kind,
            String date,
            long amountMinor,
            String sha256,
            String href) {}

    /**
     * A key given.
     *
     * @param side {@code TRUSTEE} or {@code OWNER_BODY}, null if the contract no longer has the key
     * @param credential the key's name
     * @param signedAt when it was given
     * @param signature Ed25519 over the digest, in Base 64
     * @param publicKey X.509 in Base 64, null if the contract no longer has the key
     */
    public record Approval(
            @Nullable String side,
            String credential,
            String signedAt,
            String signature,
            @Nullable String publicKey) {}
}
