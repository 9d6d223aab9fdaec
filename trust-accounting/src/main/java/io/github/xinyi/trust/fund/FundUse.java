package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What the owners do with money of a class beside spending it: pass it to another class, or share
 * it among themselves.
 *
 * @since 0.1.0
 */
public sealed interface FundUse {

    /**
     * Money passes along an edge.
     *
     * @param edge from which class to which
     */
    record Transfer(TransferEdge edge) implements FundUse {

        /** Refuses to take deposits, which are households', without naming whose. */
        public Transfer {
            if (edge.from() == FundClass.DEPOSITS) {
                throw new IllegalArgumentException("a forfeiture names the household");
            }
        }

        @Override
        public <R> R fold(
                Function<Transfer, R> transfer,
                Function<Forfeiture, R> forfeiture,
                Function<Distribution, R> distribution) {
            return transfer.apply(this);
        }
    }

    /**
     * A deposit is kept, as contract and decision allow, and passes to the service fund.
     *
     * @param unit whose household paid the deposit
     */
    record Forfeiture(UnitId unit) implements FundUse {
        @Override
        public <R> R fold(
                Function<Transfer, R> transfer,
                Function<Forfeiture, R> forfeiture,
                Function<Distribution, R> distribution) {
            return forfeiture.apply(this);
        }
    }

    /**
     * Money is shared among the owners of a day, by area (Civil Code art. 283).
     *
     * @param fundClass the service fund or public income
     * @param recordDate the day whose roster counts
     */
    record Distribution(FundClass fundClass, LocalDate recordDate) implements FundUse {

        /** Refuses classes whose money is not the owners' to share. */
        public Distribution {
            if (fundClass != FundClass.SERVICE_FUND && fundClass != FundClass.PUBLIC_INCOME) {
                throw new IllegalArgumentException("no distribution of " + fundClass);
            }
        }

        @Override
        public <R> R fold(
                Function<Transfer, R> transfer,
                Function<Forfeiture, R> forfeiture,
                Function<Distribution, R> distribution) {
            return distribution.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param transfer for a transfer
     * @param forfeiture for a forfeiture
     * @param distribution for a distribution
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<Transfer, R> transfer,
            Function<Forfeiture, R> forfeiture,
            Function<Distribution, R> distribution);
}
