package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.money.Apportionment;
import io.github.xinyi.trust.money.Money;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cost of several units together, such as the electricity of a lift, split among them so that the
 * parts sum to it (公摊费用).
 *
 * <p>Example: {@code new SharedCost(Money.ofFen(10_000)).byArea(units)}. Source: Civil Code art.
 * 283: as agreed, otherwise by exclusive area; the odd fen go by the largest remainder, then by the
 * smaller identifier (interpretation).
 *
 * @param whole what is to be split, at least zero
 * @since 0.1.0
 */
public record SharedCost(Money whole) {

    /** Refuses a cost below nothing with {@link IllegalArgumentException}. */
    public SharedCost {
        if (whole.isNegative()) {
            throw new IllegalArgumentException("a cost is not below nothing: " + whole);
        }
    }

    /**
     * By exclusive area, as the law has it where nothing is agreed.
     *
     * @param units who shares it, at least one
     * @return the part of each
     */
    public SortedMap<UnitId, Money> byArea(Collection<Unit> units) {
        Map<UnitId, Long> weights = new TreeMap<>();
        units.forEach(unit -> weights.put(unit.id(), unit.area().squareDecimetres()));
        return Apportionment.largestRemainder(whole, weights);
    }

    /**
     * The same part for each unit, where that is agreed.
     *
     * @param units who shares it, at least one
     * @return the part of each
     */
    public SortedMap<UnitId, Money> byUnit(Collection<Unit> units) {
        Map<UnitId, Long> weights = new TreeMap<>();
        units.forEach(unit -> weights.put(unit.id(), 1L));
        return Apportionment.largestRemainder(whole, weights);
    }

    /**
     * By what the meters of the units counted, where that is agreed.
     *
     * @param readings for each unit what its meter counted, at least 0 and one above 0
     * @return the part of each
     */
    public SortedMap<UnitId, Money> byMeter(Map<UnitId, Long> readings) {
        return Apportionment.largestRemainder(whole, readings);
    }
}
