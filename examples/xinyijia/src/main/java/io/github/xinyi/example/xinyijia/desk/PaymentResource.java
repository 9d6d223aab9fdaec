package io.github.xinyi.example.xinyijia.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Payment;
import io.github.xinyi.trust.receivable.Receivables;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * An owner pays the bills of the own unit through the simulated provider: an order, then the
 * payer's word to the provider, then the receipt. The unit is that of the account. Thread-safe.
 */
@Path("/household/{community: chunhuili}/payments")
public final class PaymentResource {

    /** The most that is paid at once, 100,000.00 yuan. */
    static final long MOST_FEN = 10_000_000;

    private static final String ID = "[A-Za-z0-9-]{8,32}";
    private static final int MOST_BYTES = 1_000;

    private final DeskCommunity community;
    private final SimulatedProvider provider = new SimulatedProvider();

    /**
     * The payments of a community's households.
     *
     * @param community the community
     */
    public PaymentResource(DeskCommunity community) {
        this.community = community;
    }

    /**
     * Places an order with the provider; nothing is paid by it.
     *
     * @param request the request
     * @param body id, 8 to 32 of {@code A-Za-z0-9-}, and amountMinor in fen as text, above zero
     * @return the order and until when it can be confirmed; 409 if another order has the id
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAY_OWN_BILLS)
    public Response order(@Context ContainerRequestContext request, InputStream body) {
        JsonNode json = Answers.read(body, MOST_BYTES);
        String id = Answers.text(json, "id", 32);
        String amount = Answers.text(json, "amountMinor", 9);
        if (!id.matches(ID)
                || !amount.matches("[1-9][0-9]*")
                || Long.parseLong(amount) > MOST_FEN) {
            throw Answers.malformed();
        }
        return provider.open(id, unit(request), Money.ofFen(Long.parseLong(amount)), now())
                .map(order -> Answers.personal(written(order)).build())
                .orElseGet(() -> over(request));
    }

    private static ObjectNode written(SimulatedProvider.Order order) {
        return Answers.object()
                .put("id", order.id())
                .put("amountMinor", order.amount().minor())
                .put("payee", Founding.NAME + "业主共管账户")
                .put("expiresAt", Leaf.timestamp(order.expiresAt()));
    }

    /**
     * The payer confirms to the provider, the bank gets the money, and it is receipted.
     *
     * @param request the request
     * @param id the order's
     * @return the receipt and which bills it paid; 409 if the order is over, 422 with every rule
     */
    @POST
    @Path("{id: " + ID + "}/confirmation")
    @Needs(Permission.PAY_OWN_BILLS)
    public Response confirm(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return ordered(
                request,
                id,
                order -> {
                    Instant now = now();
                    FeeReceipt receipt = receipt(order, now);
                    return community
                            .receive(receipt, now)
                            .fold(
                                    fees -> {
                                        community.log().publish(now);
                                        return Answers.personal(receipted(fees, receipt)).build();
                                    },
                                    ruling -> Answers.refused(ruling, language(request)));
                });
    }

    /** The day is that of the first confirmation, so that a second one is the same receipt. */
    private FeeReceipt receipt(SimulatedProvider.Order order, Instant now) {
        String number = order.line().id();
        LocalDate day =
                community.receivables(order.unit()).stream()
                        .flatMap(fees -> fees.receipts().stream())
                        .filter(payment -> payment.number().equals(number))
                        .map(Payment::day)
                        .findFirst()
                        .orElse(LocalDate.ofInstant(now, Meeting.ZONE));
        return new FeeReceipt(number, order.unit(), order.line(), day, order.amount());
    }

    private ObjectNode receipted(Receivables fees, FeeReceipt receipt) {
        ObjectNode json =
                Answers.object()
                        .put("number", receipt.number())
                        .put("unit", receipt.unit().value())
                        .put("day", receipt.day().toString())
                        .put("amountMinor", receipt.amount().minor())
                        .put("bankLine", receipt.bankLine().id())
                        .put("openMinor", fees.openTotal().minor())
                        .put("creditMinor", fees.credit().minor());
        ArrayNode paid = json.putArray("paid");
        fees.allocations().stream()
                .filter(allocation -> allocation.receipt().equals(receipt.number()))
                .forEach(
                        allocation ->
                                paid.addObject()
                                        .put("bill", allocation.bill())
                                        .put("amountMinor", allocation.amountMinor()));
        community
                .trusteeship()
                .book()
                .find(EntryId.of("receipt/" + receipt.number()))
                .ifPresent(there -> json.put("index", there.entry().index()));
        return json;
    }

    /**
     * Takes an order back that was not confirmed.
     *
     * @param request the request
     * @param id the order's
     * @return the order; 409 if it is over
     */
    @POST
    @Path("{id: " + ID + "}/cancellation")
    @Needs(Permission.PAY_OWN_BILLS)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("id") String id) {
        return ordered(
                request,
                id,
                order -> {
                    provider.cancel(order);
                    return Answers.personal(written(order)).build();
                });
    }

    private Response ordered(
            ContainerRequestContext request,
            String id,
            Function<SimulatedProvider.Order, Response> then) {
        Optional<SimulatedProvider.Order> order = provider.find(id, unit(request), now());
        return order.map(then).orElseGet(() -> over(request));
    }

    private static Response over(ContainerRequestContext request) {
        return Answers.problem(409, "payment-over", language(request)).build();
    }

    private static UnitId unit(ContainerRequestContext request) {
        return UnitId.of(Gate.mustBeSession(request).account().unit());
    }

    private static String language(ContainerRequestContext request) {
        return String.valueOf(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Instant now() {
        return community.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
