package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import java.io.Serial;
import java.sql.SQLTransientException;

/**
 * A {@link BookWriter} did not take a call on: the cause of the {@link
 * io.github.xinyi.governance.store.StoreException} that it throws. Nothing of the call was done,
 * and {@link JdbcStores#isRetryable} says that it may be made again.
 *
 * @since 0.1.0
 */
public final class BookBusyException extends SQLTransientException {

    @Serial private static final long serialVersionUID = 1L;

    /** Why a call was not taken on. */
    public enum Reason {
        /** As many calls wait for the book as may. */
        QUEUE_FULL,
        /** Its turn did not come in time, since others took long. */
        WAITED_TOO_LONG,
        /** Its thread was interrupted while it waited. */
        INTERRUPTED,
        /** The writer was closed. */
        CLOSED
    }

    private final Reason reason;
    private final String book;

    BookBusyException(Reason reason, CommunityId book) {
        super("the book of " + book + " takes no call now: " + reason, "HYT00");
        this.reason = reason;
        this.book = book.value();
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Which book.
     *
     * @return its community
     */
    public CommunityId book() {
        return CommunityId.of(book);
    }
}
