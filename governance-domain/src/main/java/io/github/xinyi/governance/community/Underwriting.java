package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.Comparator;

/**
 * That an underwriter (包销人) has bought an unsold unit at the price of its contract and sells it in
 * its own name; until the unit is handed over, the underwriter stands for it as a developer does.
 *
 * <p>Source: SPC-Own art. 17; that it is a head of its own beside the developer is our reading.
 *
 * @param unit the unit
 * @param underwriter who bought it
 * @since 0.1.0
 */
public record Underwriting(UnitId unit, PersonId underwriter) implements Comparable<Underwriting> {

    private static final Comparator<Underwriting> ORDER =
            Comparator.comparing(Underwriting::unit).thenComparing(Underwriting::underwriter);

    @Override
    public int compareTo(Underwriting other) {
        return ORDER.compare(this, other);
    }
}
