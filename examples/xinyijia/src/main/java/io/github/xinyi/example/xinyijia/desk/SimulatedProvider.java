package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A payment provider that moves no money (模拟支付机构): it keeps an order for a quarter of an hour, and
 * once the payer has confirmed it, says under which line the bank got the money.
 *
 * <p>Orders are in memory, so that a restart forgets those that were not confirmed. Thread-safe.
 */
final class SimulatedProvider {

    /** How long a payer has. */
    static final Duration OPEN_FOR = Duration.ofMinutes(15);

    /** How many orders are kept; beyond that the oldest goes. */
    private static final int KEPT = 1_000;

    private final Map<String, Order> orders = new LinkedHashMap<>();

    /**
     * What is to be paid.
     *
     * @param id of whoever asked
     * @param unit whose bills
     * @param amount above zero
     * @param expiresAt until when it can be confirmed
     */
    record Order(String id, UnitId unit, Money amount, Instant expiresAt) {

        /** The line of the bank once it is paid, always the same. */
        SourceDocument line() {
            return SourceDocument.bankLine("ZF-" + id);
        }
    }

    /** Opens an order; the same again is that order, and another one with its id is none. */
    synchronized Optional<Order> open(String id, UnitId unit, Money amount, Instant now) {
        Order order = new Order(id, unit, amount, now.plus(OPEN_FOR));
        Order known = orders.putIfAbsent(id, order);
        if (orders.size() > KEPT) {
            orders.remove(orders.keySet().iterator().next());
        }
        return known == null
                ? Optional.of(order)
                : Optional.of(known)
                        .filter(one -> one.unit().equals(unit) && one.amount().equals(amount));
    }

    /** An order of a unit that can still be confirmed, or was. */
    synchronized Optional<Order> find(String id, UnitId unit, Instant now) {
        return Optional.ofNullable(orders.get(id))
                .filter(order -> order.unit().equals(unit) && now.isBefore(order.expiresAt()));
    }

    /** Takes an order back. */
    synchronized void cancel(Order order) {
        orders.remove(order.id());
    }
}
