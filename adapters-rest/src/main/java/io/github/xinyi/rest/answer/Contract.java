package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * The terms of a trust contract.
 *
 * @param id its number
 * @param trustee the property firm as shown
 * @param ratio of remuneration as an exact fraction, for example {@code 2/25}
 * @param base of what, for example {@code FEES_RECEIVED}
 * @param startInclusive its first day
 * @param endInclusive its last day
 * @param approvalValidDays how long a request can be approved and paid
 * @param batchMinUnits from how many units on household entries are published in sum
 * @param documentSha256 the paper that the owners voted on
 * @param keys the public keys of the account as they were agreed
 * @since 0.1.0
 */
public record Contract(
        String id,
        String trustee,
        String ratio,
        String base,
        String startInclusive,
        String endInclusive,
        int approvalValidDays,
        int batchMinUnits,
        String documentSha256,
        List<Key> keys)
        implements Answer {

    /** Copies the list. */
    public Contract {
        keys = List.copyOf(keys);
    }

    /**
     * A public key.
     *
     * @param id its name
     * @param side for which side it signs
     * @param publicKey Ed25519, X.509 encoded, in Base64
     */
    public record Key(String id, String side, String publicKey) {}
}
