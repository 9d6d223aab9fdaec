package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * What a firm pays back of remuneration that it drew above what its base is worth now (酬金退还), for
 * example 30.00 on the line {@code YH-0077} of the service fund's account at the bank.
 *
 * @param id the caller's name for it, once in the contract
 * @param payer who paid: the firm of the contract
 * @param amount above zero, at most what the firm owes
 * @param bankLine the bank's line of it, which no other repayment of the contract names
 * @param day the day of receipt, at the latest that of recording
 * @param salt hides what may have to be erased
 * @since 0.1.0
 */
public record RemunerationRepayment(
        EntryId id,
        PersonId payer,
        Money amount,
        SourceDocument bankLine,
        LocalDate day,
        Salt salt) {

    private static final int DIGITS = 40;
    private static final int CONTRACT_DIGITS = 16;

    /**
     * The id of the entry that records it.
     *
     * @param contract the contract's number
     * @return {@code repaid/}, 16 digits of the contract's digest and the caller's name, or 40
     *     digits of its digest where it is longer than 40 characters
     */
    public EntryId entryId(String contract) {
        String name = id.value();
        return EntryId.of(begin(contract) + (name.length() > DIGITS ? digits(name, DIGITS) : name));
    }

    /**
     * Whether an entry of the kind records a repayment under a contract.
     *
     * @param contract the contract's number
     * @param entry the id of a repayment's entry
     * @return false for that of another contract
     */
    public static boolean isOf(String contract, EntryId entry) {
        return entry.value().startsWith(begin(contract));
    }

    private static String begin(String contract) {
        return "repaid/" + digits(contract, CONTRACT_DIGITS) + "/";
    }

    private static String digits(String text, int count) {
        return CanonicalBytes.part().text(text).sha256Hex().substring(0, count);
    }
}
