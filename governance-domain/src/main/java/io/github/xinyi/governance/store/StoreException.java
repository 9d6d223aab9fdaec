package io.github.xinyi.governance.store;

import java.io.Serial;

/**
 * A store could not answer, for example because its database is away; nothing was kept of the call
 * that threw it, unless its {@link #reason} is {@link Reason#OUTCOME_UNKNOWN}.
 *
 * <p>Never a refusal by a rule: those are {@code Outcome.Refused}.
 *
 * @since 0.1.0
 */
public final class StoreException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String operation;
    private final Reason reason;

    /** Why a store could not answer, and with it whether the same call may be made again. */
    public enum Reason {
        /** Somebody else holds a lock for too long: call again. */
        LOCK_NOT_GIVEN(true),
        /** A deadlock, or somebody else wrote the same at the same time: call again. */
        CONFLICT(true),
        /** The database is away or has lost the connection before the commit: call again. */
        UNAVAILABLE(true),
        /**
         * The connection was lost at the commit, and nobody knows whether the call was kept: call
         * again with the same ids, then it is kept once.
         */
        OUTCOME_UNKNOWN(true),
        /** Anything else, for example a missing table: the same call fails again. */
        OTHER(false);

        private final boolean retryable;

        Reason(boolean retryable) {
            this.retryable = retryable;
        }

        /**
         * Whether the same call may succeed if it is made again.
         *
         * @return false for {@link #OTHER} alone
         */
        public boolean isRetryable() {
            return retryable;
        }
    }

    /**
     * A failure of the infrastructure that comes again.
     *
     * @param operation what was asked for, for example {@code RosterStore.freeze}
     * @param cause what the infrastructure threw
     */
    public StoreException(String operation, Throwable cause) {
        this(operation, cause, Reason.OTHER);
    }

    /**
     * A failure of the infrastructure.
     *
     * @param operation what was asked for, for example {@code RosterStore.freeze}
     * @param cause what the infrastructure threw
     * @param reason why, for example {@link Reason#CONFLICT}
     */
    public StoreException(String operation, Throwable cause, Reason reason) {
        super(operation + " failed: " + cause, cause);
        this.operation = operation;
        this.reason = reason;
    }

    /**
     * What was asked for.
     *
     * @return for example {@code RosterStore.freeze}
     */
    public String operation() {
        return operation;
    }

    /**
     * Why the store could not answer.
     *
     * @return for example {@link Reason#LOCK_NOT_GIVEN}
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether the same call, with the same ids, may succeed if it is made again.
     *
     * @return what {@link Reason#isRetryable} says of the reason
     */
    public boolean isRetryable() {
        return reason.isRetryable();
    }
}
