package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.UnitId;
import java.util.Comparator;

/**
 * Proof that the ballot paper reached a unit (送达), for example with a signature at the door.
 *
 * @param unit the unit
 * @param channel how it was brought
 * @param proof where the proof lies, as the host names it; 1 to {@link #MAX_PROOF_LENGTH}
 *     characters, no control characters
 * @since 0.1.0
 */
public record Delivery(UnitId unit, Channel channel, String proof) {

    /** The longest name of a proof, in characters. */
    public static final int MAX_PROOF_LENGTH = 200;

    /** One fixed order: unit, channel, proof. */
    public static final Comparator<Delivery> ORDER =
            Comparator.comparing(Delivery::unit)
                    .thenComparing(Delivery::channel)
                    .thenComparing(Delivery::proof);

    /** Refuses a delivery without a usable proof. */
    public Delivery {
        if (proof.isBlank()
                || proof.length() > MAX_PROOF_LENGTH
                || proof.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("delivery to " + unit + " has no usable proof");
        }
    }
}
