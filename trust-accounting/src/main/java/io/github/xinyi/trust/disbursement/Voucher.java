package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * A paper that shows a cost (凭证): known by the hash of its file.
 *
 * @param number its number, for example {@code P2025-0055}, at most 64 characters
 * @param kind what kind of paper
 * @param date its date
 * @param amount what it shows; zero for a contract or a photo
 * @param sha256 the hash of the file
 * @since 0.1.0
 */
public record Voucher(String number, Kind kind, LocalDate date, Money amount, Hash sha256) {

    /** Kinds of voucher. */
    public enum Kind {
        /** 发票. */
        INVOICE,
        /** 收据. */
        RECEIPT,
        /** 合同. */
        CONTRACT,
        /** 照片. */
        PHOTO,
        /** 同意书: the owners' or their body's consent to deal with a related party. */
        CONSENT,
        /** 比价材料: what shows that a price is fair, for example a second quotation. */
        PRICE_EVIDENCE;

        /**
         * Whether papers of the kind show an amount that was charged.
         *
         * @return true for invoices and receipts
         */
        public boolean showsCost() {
            return this == INVOICE || this == RECEIPT;
        }
    }

    /**
     * What both keys sign of it: the SHA-256 over number, kind, date, amount and the file's hash,
     * under the domain {@code xinyi/voucher/v1}.
     *
     * @return 32 bytes
     */
    public Hash digest() {
        return Hash.of(
                new CanonicalBytes("xinyi/voucher/v1")
                        .text(number)
                        .text(kind.name())
                        .text(date.toString())
                        .u64(amount.minor())
                        .text(amount.currency().getCurrencyCode())
                        .raw(sha256.toByteArray())
                        .sha256());
    }

    /** Refuses a paper without a number. */
    public Voucher {
        if (number.isBlank() || number.length() > 64 || amount.isNegative()) {
            throw new IllegalArgumentException("not a voucher: " + number);
        }
    }
}
