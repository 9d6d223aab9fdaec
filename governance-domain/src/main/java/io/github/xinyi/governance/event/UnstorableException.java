package io.github.xinyi.governance.event;

import java.io.Serial;

/** A value that no stored text can hold. */
final class UnstorableException extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1L;

    /** What is in the way; the names are evidence of {@link EventRule#STORABLE}. */
    enum Fault {
        /** A moment finer than a microsecond. */
        MOMENT,
        /** Half a character, or U+0000. */
        CHARACTER,
        /** A list that is too long. */
        LIST,
        /** The whole text is too long. */
        LENGTH
    }

    private final Fault fault;

    UnstorableException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
