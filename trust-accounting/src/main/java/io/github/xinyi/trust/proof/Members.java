package io.github.xinyi.trust.proof;

import io.github.xinyi.trust.merkle.Hash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Reads members of a proof file, and refuses what has not the form that the format gives. */
final class Members {

    private static final BigInteger MAX_NUMBER = BigInteger.valueOf((1L << 53) - 1);

    private Members() {}

    /** Carries the reason of a step. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }

    static void must(boolean condition, String reason) {
        if (!condition) {
            throw new Refusal(reason);
        }
    }

    static long unsigned(Object value, int bits) {
        BigInteger exact = integer(value, "ENTRY_FIELD");
        must(exact.signum() >= 0 && exact.bitLength() <= bits, "ENTRY_FIELD");
        return exact.longValue();
    }

    static BigInteger number(Object holder, String name) {
        return integer(get(holder, name), "NOT_AN_INTEGER");
    }

    /** A JSON number up to 2^53 - 1, or a decimal text without leading zeros. */
    static BigInteger integer(Object value, String reason) {
        if (value instanceof String text) {
            must(text.matches("0|-?[1-9][0-9]{0,18}"), reason);
            return new BigInteger(text);
        }
        must(value instanceof BigDecimal, reason);
        BigDecimal number = ((BigDecimal) value).stripTrailingZeros();
        must(number.scale() <= 0 && number.precision() - number.scale() <= 16, reason);
        BigInteger exact = number.toBigIntegerExact();
        must(exact.abs().compareTo(MAX_NUMBER) <= 0, reason);
        return exact;
    }

    static Hash hash(Object value, String reason) {
        must(value instanceof String text && text.matches("[0-9a-fA-F]{64}"), reason);
        return Hash.fromHex((String) value);
    }

    static Object get(Object holder, String name) {
        Object member = holder instanceof Map<?, ?> members ? members.get(name) : null;
        return member == null ? JsonText.NULL : member;
    }

    static boolean isAbsent(Object value) {
        return value.equals(JsonText.NULL);
    }

    static Object orEmpty(Object value) {
        return isAbsent(value) ? "" : value;
    }

    static Object existing(Object value) {
        if (isAbsent(value)) {
            throw new IllegalArgumentException("missing");
        }
        return value;
    }

    static Object object(Object holder, String name) {
        Object value = get(holder, name);
        must(value instanceof Map || value instanceof List, "ENTRY_FIELD");
        return value;
    }
}
