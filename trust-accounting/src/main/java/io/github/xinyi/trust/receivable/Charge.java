package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.LocalDate;

/**
 * Something that a payer was billed, for example {@code B2025010001} of 111.93 for January 2025.
 *
 * @param number the bill's number, unique in the community
 * @param kind what it is for
 * @param month the first day of the month it is for
 * @param due the day on which it falls due
 * @param amountMinor in fen, 1 to {@link #MAX_MINOR}
 * @since 0.1.0
 */
public record Charge(String number, Kind kind, LocalDate month, LocalDate due, long amountMinor) {

    /** The greatest bill: one thousand million yuan. */
    public static final long MAX_MINOR = 100_000_000_000L;

    /** What a bill is for. */
    public enum Kind {
        /** The property fee of a month; once for each month. */
        PROPERTY_FEE,
        /** What a formula or a meter gives, such as hot water. */
        METERED_FEE,
        /** For paying late, where agreed (违约金); the fund's and not the firm's. */
        LATE_CHARGE;

        /**
         * Whether it is a fee.
         *
         * @return false for a late charge
         */
        public boolean isFee() {
            return this != LATE_CHARGE;
        }
    }

    /** Refuses what no bill can be with {@link IllegalArgumentException}. */
    public Charge {
        SourceDocument.number(number);
        if (month.getDayOfMonth() != 1 || !isAmount(amountMinor)) {
            throw new IllegalArgumentException(
                    "not a bill: " + number + " of " + month + ", " + amountMinor + " fen");
        }
    }

    static Charge of(Bill bill, Kind kind) {
        return new Charge(
                bill.number(), kind, bill.period().atDay(1), bill.issued(), bill.amount().minor());
    }

    static boolean isAmount(long minor) {
        return minor > 0 && minor <= MAX_MINOR;
    }

    /**
     * A charge with what has become of it.
     *
     * @param community whose unit
     * @param account who owes
     * @param charge what was billed
     * @param paidMinor what receipts paid of it, in fen
     * @param writtenOffMinor what the owners gave up of it, in fen
     */
    public record Position(
            CommunityId community,
            FeeAccount account,
            Charge charge,
            long paidMinor,
            long writtenOffMinor) {

        /**
         * What is still owed.
         *
         * @return in fen, at least 0
         */
        public long openMinor() {
            return charge.amountMinor() - paidMinor - writtenOffMinor;
        }
    }
}
