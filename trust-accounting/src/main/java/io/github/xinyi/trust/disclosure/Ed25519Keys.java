package io.github.xinyi.trust.disclosure;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns the 32 bytes of an Ed25519 public key (RFC 8032 section 5.1.5) into a JDK key and back.
 *
 * <p>For example the bytes {@code d75a9801...} of the first test of RFC 8032. Not canonical
 * encodings and the points of small order, under which one signature fits many texts, throw {@link
 * IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class Ed25519Keys {
    /** The length of a raw public key, in bytes. */
    public static final int PUBLIC_KEY_BYTES = 32;

    /** The fixed start of an X.509 public key of Ed25519 (RFC 8410 section 4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger P =
            BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19)); // RFC 8032 section 5.1

    private static final BigInteger D =
            BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

    /** A y coordinate of the points of order 8; the others are its negative. */
    private static final BigInteger ORDER_EIGHT_Y =
            new BigInteger("5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);

    private static final List<BigInteger> SMALL_ORDER_Y =
            List.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    P.subtract(BigInteger.ONE),
                    ORDER_EIGHT_Y,
                    P.subtract(ORDER_EIGHT_Y));

    private Ed25519Keys() {}

    /**
     * The JDK key of these 32 bytes.
     *
     * @throws IllegalArgumentException if they are no key that can be trusted
     */
    public static PublicKey fromRaw(byte[] raw) {
        if (raw.length != PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "an Ed25519 public key has 32 bytes, but there were " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded));
            return requireSound(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /**
     * The 32 bytes of this key.
     *
     * @throws IllegalArgumentException if the key is not of Ed25519
     */
    public static byte[] toRaw(PublicKey key) {
        boolean isEd25519 =
                key instanceof EdECPublicKey edec
                        && edec.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        if (!isEd25519) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    }

    private static PublicKey requireSound(PublicKey key) {
        BigInteger y = ((EdECPublicKey) key).getPoint().getY();
        if (y.compareTo(P) >= 0 || SMALL_ORDER_Y.contains(y) || !isOnCurve(y)) {
            throw new IllegalArgumentException(
                    "not canonical, a point of small order, or no point of the curve");
        }
        return key;
    }

    /**
     * The JDK looks for x only when it verifies; x exists if (y^2 - 1) / (d y^2 + 1) is a square.
     */
    private static boolean isOnCurve(BigInteger y) {
        BigInteger ySquared = y.multiply(y);
        BigInteger numerator = ySquared.subtract(BigInteger.ONE);
        BigInteger denominator = D.multiply(ySquared).add(BigInteger.ONE);
        BigInteger halfOrder = P.shiftRight(1);
        return numerator.multiply(denominator).modPow(halfOrder, P).equals(BigInteger.ONE);
    }
}
