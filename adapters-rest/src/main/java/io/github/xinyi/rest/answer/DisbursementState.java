package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * How far a payment is, for those who work on it.
 *
 * @param id its number
 * @param status for example {@code REQUESTED}
 * @param orderDigest what both keys sign, 64 hexadecimal digits
 * @param requestedAt when it was asked for
 * @param expiresAt the first moment at which it can no longer be approved or paid
 * @param keys the names of the keys given so far
 * @since 0.1.0
 */
public record DisbursementState(
        String id,
        String status,
        String orderDigest,
        String requestedAt,
        String expiresAt,
        List<String> keys)
        implements Answer {

    /** Copies the list. */
    public DisbursementState {
        keys = List.copyOf(keys);
    }
}
