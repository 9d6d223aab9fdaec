package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.YearMonth;

/** Does again what an event says, by the command that made it. */
record ReceivableReplay(Receivables before, Receivables.Papers papers) {

    Outcome<Receivables> of(ReceivableEvent event) {
        if (event instanceof ReceivableEvent.Charged e) {
            Charge charge = e.charge();
            return charge.kind().isFee()
                    ? before.charge(
                            new Bill(
                                    charge.number(),
                                    e.account().unit(),
                                    e.account().payer(),
                                    YearMonth.from(charge.month()),
                                    charge.due(),
                                    Money.ofFen(charge.amountMinor())),
                            charge.kind(),
                            e.occurredAt())
                    : notAsRecorded(event);
        } else if (event instanceof ReceivableEvent.LateCharged e) {
            return papers.clause(e.clause())
                    .map(
                            clause ->
                                    before.lateCharge(
                                            e.charge().number(),
                                            e.bill(),
                                            clause,
                                            e.through(),
                                            e.charge().due(),
                                            e.occurredAt()))
                    .orElseGet(() -> notAsRecorded(event));
        } else if (event instanceof ReceivableEvent.ChargeWithdrawn e) {
            return before.withdraw(e.bill(), e.occurredAt());
        } else if (event instanceof ReceivableEvent.Received e) {
            Payment payment = e.payment();
            return before.receive(
                    new FeeReceipt(
                            payment.number(),
                            e.account().unit(),
                            SourceDocument.bankLine(payment.bankLine()),
                            payment.day(),
                            Money.ofFen(payment.amountMinor())),
                    e.named(),
                    e.occurredAt());
        } else if (event instanceof ReceivableEvent.ReceiptUndone e) {
            return before.undo(
                    e.receipt(),
                    e.reason(),
                    SourceDocument.bankLine(e.paper()),
                    e.day(),
                    e.occurredAt());
        } else if (event instanceof ReceivableEvent.RefundRequested e) {
            return before.requestRefund(
                    e.order(), Money.ofFen(e.amountMinor()), e.reason(), e.occurredAt());
        } else if (event instanceof ReceivableEvent.RefundPaid e) {
            return before.refundPaid(e.order(), e.occurredAt());
        } else if (event instanceof ReceivableEvent.RefundDropped e) {
            return before.dropRefund(e.order(), e.occurredAt());
        } else if (event instanceof ReceivableEvent.WrittenOff e) {
            return papers.writeOff(e.list())
                    .map(list -> before.writeOff(list, e.occurredAt()))
                    .orElseGet(() -> notAsRecorded(event));
        }
        // Only an opening is left, and an account is opened once, at its beginning.
        return notAsRecorded(event);
    }

    static Outcome<Receivables> notAsRecorded(ReceivableEvent event) {
        return Outcome.refused(
                Ruling.of(
                        RuleCheck.of(
                                ReceivableRule.AS_RECORDED,
                                false,
                                "event",
                                event.getClass().getSimpleName(),
                                "at",
                                event.occurredAt())));
    }
}
