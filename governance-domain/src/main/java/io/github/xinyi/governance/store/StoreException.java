package io.github.xinyi.governance.store;

import java.io.Serial;

/**
 * A store could not answer, for example because its database is away; nothing was kept of the call
 * that threw it.
 *
 * <p>Never a refusal by a rule: those are {@code Outcome.Refused}.
 *
 * @since 0.1.0
 */
public final class StoreException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String operation;

    /**
     * A failure of the infrastructure.
     *
     * @param operation what was asked for, for example {@code RosterStore.freeze}
     * @param cause what the infrastructure threw
     */
    public StoreException(String operation, Throwable cause) {
        super(operation + " failed: " + cause, cause);
        this.operation = operation;
    }

    /**
     * What was asked for.
     *
     * @return for example {@code RosterStore.freeze}
     */
    public String operation() {
        return operation;
    }
}
