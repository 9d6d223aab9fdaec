package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.time.Instant;
import java.util.List;

/**
 * Whose money one line of the bank was (到账分摊), for example {@code YH1} of 300.00: 100.00 of one
 * payer and 200.00 of another; kept in a stream of the line, so that it serves nobody else.
 *
 * @param community whose account at the bank
 * @param occurredAt when it was recorded
 * @param bankLine the bank's number of the line, 1 to 64 characters
 * @param amountMinor in fen, what the line brought
 * @param shares who paid how much of it, at least one, at most {@link #MAX_SHARES}
 * @since 0.1.0
 */
public record LineReceived(
        CommunityId community,
        Instant occurredAt,
        String bankLine,
        long amountMinor,
        List<Share> shares)
        implements DomainEvent {

    /** The most payers of one line. */
    public static final int MAX_SHARES = 100;

    private static final int DIGITS = 40;

    /**
     * One payer's part.
     *
     * @param account who paid
     * @param receipt the receipt's number
     * @param amountMinor in fen, above zero
     */
    public record Share(FeeAccount account, String receipt, long amountMinor) {}

    /** Copies the shares and refuses a line that is no receipt with an exception. */
    public LineReceived {
        shares = List.copyOf(shares);
        if (bankLine.isBlank()
                || bankLine.length() > 64
                || shares.isEmpty()
                || shares.size() > MAX_SHARES) {
            throw new IllegalArgumentException(
                    "not a line received: " + bankLine + " of " + shares.size() + " payers");
        }
    }

    /** Whether the shares are the whole line, to the fen, each above zero. */
    boolean isWhole() {
        long left = amountMinor;
        for (Share share : shares) {
            if (share.amountMinor() <= 0 || share.amountMinor() > left) {
                return false;
            }
            left -= share.amountMinor();
        }
        return left == 0;
    }

    /** Whether it says the same, whenever it was recorded. */
    boolean isSameAs(LineReceived other) {
        return bankLine.equals(other.bankLine)
                && amountMinor == other.amountMinor
                && shares.equals(other.shares);
    }

    /**
     * Where the events of a line are kept.
     *
     * @param community whose account at the bank
     * @param bankLine the bank's number of the line
     * @return a stream named by a digest, since the bank's numbers have any form
     */
    public static StreamName stream(CommunityId community, String bankLine) {
        return new StreamName(
                community,
                "bank-line",
                CanonicalBytes.part().text(bankLine).sha256Hex().substring(0, DIGITS));
    }
}
