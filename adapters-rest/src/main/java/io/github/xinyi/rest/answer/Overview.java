package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a community has, owes and is checked by, at one moment.
 *
 * @param community whose
 * @param asOf when the last record counted was recorded, null for an empty log
 * @param logSize how many records are counted
 * @param currency for example {@code CNY}
 * @param funds one for each class of money
 * @param jointAccountMinor the cash of all classes but the maintenance fund's special account
 * @param householdsPending what waits for its batch
 * @param bank what the bank says, null if it has not said or is withheld
 * @param bankWithheld true if the bank's figures would tell of households whose batch is not
 *     published
 * @param contract the contract in force
 * @param remuneration what the firm may draw
 * @param checkpoint the latest signed checkpoint, null before the first
 * @since 0.1.0
 */
public record Overview(
        CommunityList.Community community,
        @Nullable String asOf,
        long logSize,
        String currency,
        List<Fund> funds,
        long jointAccountMinor,
        Pending householdsPending,
        @Nullable Bank bank,
        boolean bankWithheld,
        Contract contract,
        Remuneration remuneration,
        @Nullable Checkpoint checkpoint)
        implements Answer {

    /** Copies the funds. */
    public Overview {
        funds = List.copyOf(funds);
    }

    /**
     * A class of money.
     *
     * @param fundClass its code
     * @param name as shown
     * @param cashMinor what it has in the bank
     * @param openingMinor what it began with
     * @param incomeMinor what it earned
     * @param expenseMinor what it spent
     * @param receivableMinor what it is owed
     * @param payableMinor what it owes
     * @param netMinor cash and receivables less payables
     */
    public record Fund(
            String fundClass,
            String name,
            long cashMinor,
            long openingMinor,
            long incomeMinor,
            long expenseMinor,
            long receivableMinor,
            long payableMinor,
            long netMinor) {}

    /**
     * Household entries that move no public figure yet.
     *
     * @param entries how many
     * @param minUnits how many units a batch needs
     */
    public record Pending(int entries, int minUnits) {}

    /**
     * A bank statement against the book.
     *
     * @param asOf when the statement ends
     * @param balanceMinor the bank's balance
     * @param matchedLines lines that have their entry
     * @param unmatchedLines lines that have none
     * @param bookBalanceMinor what the book says
     */
    public record Bank(
            String asOf,
            long balanceMinor,
            int matchedLines,
            int unmatchedLines,
            long bookBalanceMinor) {}

    /**
     * The contract in force.
     *
     * @param id its number
     * @param trusteeName the firm
     * @param ratio the firm's share of the base, for example {@code 2/25}
     * @param base what the share is taken of
     * @param start the first day
     * @param end the last day
     */
    public record Contract(
            String id, String trusteeName, String ratio, String base, String start, String end) {}

    /**
     * The firm's remuneration by the public figures.
     *
     * @param baseMinor fees received in the contract's months
     * @param entitledMinor the share of it, rounded down
     * @param drawnMinor what was drawn
     */
    public record Remuneration(long baseMinor, long entitledMinor, long drawnMinor) {}

    /**
     * A signed checkpoint and the key that verifies it.
     *
     * @param size of the log
     * @param publishedAt when
     * @param note the signed note
     * @param verifierKey a C2SP verifier key
     */
    public record Checkpoint(long size, String publishedAt, String note, String verifierKey) {}
}
