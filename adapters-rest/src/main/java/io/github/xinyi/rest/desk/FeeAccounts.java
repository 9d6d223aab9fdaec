package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.receivable.Receivables;
import java.util.List;

/**
 * Finds what households owe and have paid: you implement this, for example from the streams that
 * {@link io.github.xinyi.trust.receivable.FeeAccount#stream} names. Thread-safe.
 *
 * @since 0.1.0
 */
public interface FeeAccounts {

    /**
     * The accounts of a person's own units, as they stand now.
     *
     * @param person who owns them at this moment; one who has sold does not see what the next owner
     *     pays
     * @return at most 100, by unit; empty for who owns none
     */
    List<Receivables> of(PersonId person);

    /**
     * The accounts of one unit, as they stand now.
     *
     * @param unit which
     * @return the owners' and perhaps the developer's; empty for a unit without one
     */
    List<Receivables> of(UnitId unit);
}
