package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.rest.answer.BillList;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.Payment;
import io.github.xinyi.trust.receivable.Receivables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows bills and receipts: to an owner his own, to who keeps the accounts those of one unit.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class BillDesk {

    private final DeskDirectory desks;

    /**
     * The bills of these communities.
     *
     * @param desks what the host offers
     */
    public BillDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * The bills of a person's own units.
     *
     * @param community its id
     * @param person whose
     * @return every account of his
     */
    public Reply<BillList> own(String community, PersonId person) {
        return in(community, accounts -> accounts.of(person));
    }

    /**
     * The bills of one unit.
     *
     * @param community its id
     * @param unit the unit as it is written
     * @return its accounts; missing for a unit that has none
     */
    public Reply<BillList> ofUnit(String community, String unit) {
        Optional<UnitId> wanted = Fields.named(unit, UnitId::of);
        return wanted.isEmpty()
                ? Reply.missing()
                : in(community, accounts -> accounts.of(wanted.get()));
    }

    private Reply<BillList> in(String community, Function<FeeAccounts, List<Receivables>> reading) {
        Optional<CommunityId> id = Fields.communityId(community);
        return id.flatMap(desks::find)
                .flatMap(CommunityDesk::bills)
                .map(reading)
                .map(all -> all.stream().filter(one -> one.community().equals(id.get())).toList())
                .map(all -> Reply.of(new BillList(all.stream().map(BillDesk::account).toList())))
                .orElseGet(Reply::missing);
    }

    private static BillList.Account account(Receivables account) {
        return new BillList.Account(
                account.account().unit().value(),
                account.account().payer().name(),
                account.openTotal().minor(),
                account.credit().minor(),
                account.positions().stream().map(BillDesk::bill).toList(),
                account.receipts().stream().map(BillDesk::receipt).toList());
    }

    private static BillList.Bill bill(Charge.Position position) {
        Charge charge = position.charge();
        return new BillList.Bill(
                charge.number(),
                charge.kind().name(),
                charge.month().toString(),
                charge.due().toString(),
                charge.amountMinor(),
                position.paidMinor(),
                position.openMinor());
    }

    private static BillList.Receipt receipt(Payment payment) {
        return new BillList.Receipt(
                payment.number(),
                payment.day().toString(),
                payment.amountMinor(),
                payment.bankLine());
    }
}
