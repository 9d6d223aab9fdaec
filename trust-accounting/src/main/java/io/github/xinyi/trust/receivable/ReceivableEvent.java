package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to the receivables of one payer, kept in the stream {@link FeeAccount#stream} by an
 * {@code EventStore}; which receipt paid which bill is recorded and never computed anew.
 *
 * @since 0.1.0
 */
public sealed interface ReceivableEvent extends DomainEvent {

    /**
     * Whose receivables.
     *
     * @return the account
     */
    FeeAccount account();

    /**
     * The account was opened.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param rule which bill a payment pays first
     */
    record Opened(
            CommunityId community, Instant occurredAt, FeeAccount account, AllocationRule rule)
            implements ReceivableEvent {}

    /**
     * A fee was billed, and credit paid what it could of it.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param charge the bill
     * @param allocations what credit pays
     */
    record Charged(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            Charge charge,
            List<Allocation> allocations)
            implements ReceivableEvent {

        /** Copies the allocations. */
        public Charged {
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Late payment was charged for, as agreed.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param charge the late charge
     * @param bill the bill that is late
     * @param clause the digest of the clause
     * @param through the last day charged for
     */
    record LateCharged(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            Charge charge,
            String bill,
            Motion.Document clause,
            LocalDate through)
            implements ReceivableEvent {}

    /**
     * A bill was taken back; what had paid it is credit and pays other bills.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param bill the bill's number
     * @param allocations what the credit pays now
     */
    record ChargeWithdrawn(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            String bill,
            List<Allocation> allocations)
            implements ReceivableEvent {

        /** Copies the allocations. */
        public ChargeWithdrawn {
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Money came; what is left of it is credit.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param payment the receipt
     * @param named the bills that the payer named
     * @param allocations what it pays
     */
    record Received(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            Payment payment,
            List<String> named,
            List<Allocation> allocations)
            implements ReceivableEvent {

        /** Copies the lists. */
        public Received {
            named = List.copyOf(named);
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * A receipt was undone: its bills are open again, and other credit pays what it can.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param receipt the receipt's number
     * @param reason why
     * @param paper the number of the bank's line, or of the paper that shows the mistake
     * @param day the day on which the money went back, or the mistake was found
     * @param allocations what other credit pays now
     */
    record ReceiptUndone(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            String receipt,
            Reason reason,
            String paper,
            LocalDate day,
            List<Allocation> allocations)
            implements ReceivableEvent {

        /** Why a receipt is undone. */
        public enum Reason {
            /** The bank took the money back (退票). */
            BOUNCED,
            /** It was recorded for the wrong payer, or twice. */
            MISTAKEN
        }

        /** Copies the allocations. */
        public ReceiptUndone {
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Credit was set aside to go back.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param order the number of the order to pay it
     * @param amountMinor in fen
     * @param reason why
     */
    record RefundRequested(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            String order,
            long amountMinor,
            RefundClaim.Reason reason)
            implements ReceivableEvent {}

    /**
     * A refund was paid under two keys.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param order the number of the order
     */
    record RefundPaid(CommunityId community, Instant occurredAt, FeeAccount account, String order)
            implements ReceivableEvent {}

    /**
     * A refund was given up; it is credit again and pays what it can.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param order the number of the order
     * @param allocations what it pays
     */
    record RefundDropped(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            String order,
            List<Allocation> allocations)
            implements ReceivableEvent {

        /** Copies the allocations. */
        public RefundDropped {
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * The owners gave up what they decided to.
     *
     * @param community whose unit
     * @param occurredAt when it was recorded
     * @param account who pays
     * @param list the digest of the list decided on
     * @param decision its name within the community
     * @param lines what was still open of it and is given up
     */
    record WrittenOff(
            CommunityId community,
            Instant occurredAt,
            FeeAccount account,
            Motion.Document list,
            String decision,
            List<WriteOffList.Line> lines)
            implements ReceivableEvent {

        /** Copies the lines. */
        public WrittenOff {
            lines = List.copyOf(lines);
        }
    }
}
