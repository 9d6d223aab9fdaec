package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a co-building agreement (共建协议), for example {@code XY-2025-03}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record AgreementId(String value) implements Comparable<AgreementId> {

    /** Checks the text. */
    public AgreementId {
        value = IdentifierText.require("AgreementId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "XY-2025-03"}
     * @return the identifier
     */
    public static AgreementId of(String value) {
        return new AgreementId(value);
    }

    @Override
    public int compareTo(AgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
