package io.github.xinyi.rest.published;

import java.util.Optional;

/**
 * What the bank says of the joint account: you implement this. Thread-safe.
 *
 * <p>Hand out the figures of a statement that ends where the households' batches end, such as a
 * month: a balance between two batches tells what single households paid. While household entries
 * wait for their batch the figures are withheld.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BankStatus {

    /**
     * The figures of the latest statement.
     *
     * @return empty if there is none
     */
    Optional<BankFigures> latest();

    /**
     * A bank that has not been asked.
     *
     * @return always empty
     */
    static BankStatus none() {
        return Optional::empty;
    }
}
