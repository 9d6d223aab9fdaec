package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.LateChargeClause;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.WriteOffList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Bills, receipts and decisions of one home of the village. */
final class Fees {

    static final UnitId HOME = Village.unit(1);
    static final FeeAccount ACCOUNT = FeeAccount.ofOwners(HOME);
    static final LocalDate START = LocalDate.of(2025, 4, 1);

    /** One in a thousand a day after 30 days, up to three tenths of the bill. */
    static final LateChargeClause CLAUSE =
            new LateChargeClause(
                    Village.ID, Village.CONTRACT, Ratio.of(1, 1_000), 30, Ratio.of(3, 10));

    private Fees() {}

    static Instant on(LocalDate day) {
        return day.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    static Receivables opened(AllocationRule rule) {
        return Receivables.open(Village.ID, ACCOUNT, rule, on(START));
    }

    static Bill bill(String number, LocalDate due, long fen) {
        return new Bill(number, HOME, YearMonth.from(due), due, Money.ofFen(fen));
    }

    static FeeReceipt receipt(String number, LocalDate day, long fen) {
        return new FeeReceipt(
                number, HOME, SourceDocument.bankLine("YH" + number), day, Money.ofFen(fen));
    }

    static Receivables charged(Receivables before, String number, LocalDate due, long fen) {
        Instant last = before.events().get(before.events().size() - 1).occurredAt();
        return Village.accept(before.charge(bill(number, due, fen), Charge.Kind.METERED_FEE, last));
    }

    static Receivables paid(
            Receivables before, String number, LocalDate day, long fen, String... named) {
        return Village.accept(before.receive(receipt(number, day, fen), List.of(named), on(day)));
    }

    static OwnersDecision decision(Matter matter, WriteOffList list) {
        return OwnersDecision.of(Village.resolution(Village.ID, matter, list.document()));
    }

    static WriteOffList.Adopted adopted(WriteOffList list) {
        return Village.accept(list.adopt(decision(Matter.OTHER_MAJOR_MATTER, list)));
    }

    static WriteOffList list(String number, WriteOffList.Line... lines) {
        return new WriteOffList(Village.ID, number, List.of(lines));
    }

    static WriteOffList.Line line(String bill, long fen) {
        return new WriteOffList.Line(ACCOUNT, bill, fen);
    }

    static LateChargeClause.Agreed agreed(LateChargeClause clause) {
        return Village.accept(
                clause.agree(
                        OwnersDecision.of(
                                Village.resolution(
                                        Village.ID,
                                        Matter.MANAGER_APPOINTMENT,
                                        clause.document()))));
    }

    /** The amount open of each bill, as {@code B1=100}. */
    static List<String> open(Receivables receivables) {
        return receivables.positions().stream()
                .filter(position -> position.openMinor() > 0)
                .map(position -> position.charge().number() + "=" + position.openMinor())
                .toList();
    }

    /** The allocations, as {@code R1>B1=100}. */
    static List<String> allocations(Receivables receivables) {
        return receivables.allocations().stream()
                .map(a -> a.receipt() + ">" + a.bill() + "=" + a.amountMinor())
                .toList();
    }
}
