package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Set;

/**
 * One line of an imported bank statement as evidence (银行流水), for example -500.00 on 4 March 2025
 * under {@code BK202503040007} of the joint account.
 *
 * <p>That the line was imported is for the importer to say, as a {@link BookGuard}; the book keeps
 * the digest of the statement with the entry.
 *
 * @param bankAccount the host's short name of the account at the bank, 1 to 9 lower-case letters or
 *     digits, for example {@code joint}
 * @param cash the cash accounts of the chart that are kept in it, at least one; the maintenance
 *     fund shares an account at the bank with no other money, so that it never lends to any
 * @param reference the bank's number, unique in the account
 * @param bookedOn the day on which the bank booked it
 * @param movement in fen: above zero what came in, below zero what went out
 * @param statement the SHA-256 of the statement that the line was read from
 * @since 0.1.0
 */
public record BankEvidence(
        String bankAccount,
        Set<AccountCode> cash,
        String reference,
        LocalDate bookedOn,
        Money movement,
        Hash statement) {

    /** Refuses another form of name or number, and an account at the bank without cash. */
    public BankEvidence {
        if (!bankAccount.matches("[a-z0-9]{1,9}")) {
            throw new IllegalArgumentException("not a short name: " + bankAccount);
        }
        SourceDocument.number(reference);
        cash = Set.copyOf(cash);
        if (cash.isEmpty()) {
            throw new IllegalArgumentException("no cash is kept in " + bankAccount);
        }
        long ofMaintenance = cash.stream().filter(BankEvidence::isOfMaintenance).count();
        if (ofMaintenance > 0 && ofMaintenance < cash.size()) {
            throw new IllegalArgumentException(
                    "the maintenance fund is in " + bankAccount + " with other money: " + cash);
        }
    }

    private static boolean isOfMaintenance(AccountCode account) {
        return account.value().startsWith(FundClass.MAINTENANCE_FUND.prefix() + ".");
    }

    /**
     * The id of the one entry through which a line on which money went out is entered; it can enter
     * nothing else.
     *
     * @return for example {@code bank/joint/BK202503040007}
     */
    public EntryId entryId() {
        return EntryId.of("bank/" + bankAccount + "/" + reference);
    }

    /**
     * The id of the entry that records whose cash the line used up, if its class had not enough.
     *
     * @return for example {@code short/joint/BK202503040007}
     */
    public EntryId shortfallId() {
        return EntryId.of("short/" + bankAccount + "/" + reference);
    }

    SourceDocument source() {
        return SourceDocument.bankLine(reference);
    }

    /** What the entry keeps of the statement, behind the commitment of its text. */
    String narrative() {
        return "sha256:" + statement.toHex();
    }
}
