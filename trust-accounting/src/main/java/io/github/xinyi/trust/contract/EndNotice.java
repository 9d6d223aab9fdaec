package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.voting.Motion;
import java.time.LocalDate;

/**
 * A written notice that a contract will end (书面通知), for example given on 2026-11-01 for the last
 * day 2026-12-31.
 *
 * @param kind who ends it, and how
 * @param given the day on which it reached the other side; not counted
 * @param lastDay the last day of the contract
 * @param paper the digest of the written notice
 * @since 0.1.0
 */
public record EndNotice(Kind kind, LocalDate given, LocalDate lastDay, Motion.Document paper) {

    /** Who ends a contract, and how. */
    public enum Kind {
        /** The owners dismiss the firm in its term (Civil Code art. 946). */
        DISMISSAL,
        /** The firm does not renew at the end of the term (Civil Code art. 947). */
        NO_RENEWAL,
        /** The owners end a contract that went on without a term (Civil Code art. 948). */
        INDEFINITE_BY_OWNERS,
        /** The firm ends a contract that went on without a term (Civil Code art. 948). */
        INDEFINITE_BY_FIRM;

        /**
         * Whether it rests on a decision of the owners.
         *
         * @return true for what the owners' side gives
         */
        public boolean isByOwners() {
            return this == DISMISSAL || this == INDEFINITE_BY_OWNERS;
        }
    }

    /** Refuses a notice of a day that is over. */
    public EndNotice {
        if (lastDay.isBefore(given)) {
            throw new IllegalArgumentException("ends before it is told: " + lastDay);
        }
    }
}
