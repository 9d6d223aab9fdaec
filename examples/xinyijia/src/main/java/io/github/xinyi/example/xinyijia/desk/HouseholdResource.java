package io.github.xinyi.example.xinyijia.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.Payment;
import io.github.xinyi.trust.receivable.Receivables;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * What the owner who is logged in was billed and has paid. The unit is that of the account: there
 * is no parameter by which another could be asked for. Thread-safe.
 */
@Path("/household/{community: chunhuili}")
public final class HouseholdResource {

    private final DeskCommunity community;

    /**
     * The households of a community.
     *
     * @param community the community
     */
    public HouseholdResource(DeskCommunity community) {
        this.community = community;
    }

    /**
     * Bills, receipts, and which receipt paid which bill.
     *
     * @param request the request
     * @return those of the own unit, the newest first
     */
    @GET
    @Needs(Permission.READ_OWN_BILLS)
    public Response mine(@Context ContainerRequestContext request) {
        UnitId unit = UnitId.of(Gate.mustBeSession(request).account().unit());
        ObjectNode view =
                Answers.object()
                        .put("unit", unit.value())
                        .put("asOf", Leaf.timestamp(community.clock().instant()));
        ArrayNode bills = view.putArray("bills");
        ArrayNode receipts = view.putArray("receipts");
        community
                .receivables(unit)
                .ifPresentOrElse(
                        fees -> {
                            view.put("openMinor", fees.openTotal().minor())
                                    .put("creditMinor", fees.credit().minor());
                            bills(fees, bills);
                            receipts(fees, receipts);
                        },
                        () -> view.put("openMinor", 0).put("creditMinor", 0));
        return Answers.personal(view).build();
    }

    private void bills(Receivables fees, ArrayNode bills) {
        for (int i = fees.positions().size() - 1; i >= 0; i--) {
            Charge.Position position = fees.positions().get(i);
            Charge charge = position.charge();
            ObjectNode bill =
                    bills.addObject()
                            .put("number", charge.number())
                            .put("kind", charge.kind().name())
                            .put("month", charge.month().toString().substring(0, 7))
                            .put("due", charge.due().toString())
                            .put("amountMinor", charge.amountMinor())
                            .put("paidMinor", position.paidMinor())
                            .put("openMinor", position.openMinor());
            putIndex(bill, "bill/" + charge.number());
        }
    }

    private void receipts(Receivables fees, ArrayNode receipts) {
        for (int i = fees.receipts().size() - 1; i >= 0; i--) {
            Payment payment = fees.receipts().get(i);
            ObjectNode receipt =
                    receipts.addObject()
                            .put("number", payment.number())
                            .put("day", payment.day().toString())
                            .put("amountMinor", payment.amountMinor())
                            .put("bankLine", payment.bankLine());
            ArrayNode paid = receipt.putArray("paid");
            fees.allocations().stream()
                    .filter(allocation -> allocation.receipt().equals(payment.number()))
                    .forEach(
                            allocation ->
                                    paid.addObject()
                                            .put("bill", allocation.bill())
                                            .put("amountMinor", allocation.amountMinor()));
            putIndex(receipt, "receipt/" + payment.number());
        }
    }

    /** Where the entry stands in the log, whose commitment everybody can see and check. */
    private void putIndex(ObjectNode json, String entry) {
        community
                .trusteeship()
                .book()
                .find(EntryId.of(entry))
                .ifPresent(there -> json.put("index", there.entry().index()));
    }
}
