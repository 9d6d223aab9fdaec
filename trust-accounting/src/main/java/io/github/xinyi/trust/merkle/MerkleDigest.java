package io.github.xinyi.trust.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The digest that a book's log is hashed with (杂凑算法), chosen once for each book: SHA-256, or
 * another of 32 bytes such as SM3 (GB/T 32905-2016), which neither the JDK nor a browser has.
 *
 * <p>Example: {@code MerkleDigest.of("SM3", () -> MessageDigest.getInstance("SM3", provider))},
 * where the supplier wraps the checked exception. The name is part of what is hashed, so that no
 * leaf of one digest can be passed off as that of another; for SHA-256 it is left out, as {@code
 * docs/leaf-format.md} has it. Hashing is that of RFC 9162 section 2.1.1 with this digest for HASH.
 * Safe for any number of threads if its supplier is.
 *
 * @since 0.1.0
 */
public final class MerkleDigest {

    /** SHA-256, the default. */
    public static final MerkleDigest SHA_256 = new MerkleDigest("SHA-256", MerkleDigest::sha256);

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9/-]{0,31}");
    private static final byte[] PROBE = {'a', 'b', 'c'};

    /** Digests of the bytes "abc" as their standards give them. */
    private static final Map<String, String> KNOWN =
            Map.of(
                    "SHA-256",
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    "SM3",
                    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

    private final String name;
    private final Supplier<MessageDigest> source;
    private final Hash emptyRoot;

    private MerkleDigest(String name, Supplier<MessageDigest> source) {
        this.name = name;
        this.source = source;
        this.emptyRoot = digest(new byte[0]);
    }

    /**
     * A digest from outside the JDK, tried once before it is taken.
     *
     * @param name 1 to 32 capital letters, digits, hyphens and slashes, for example {@code SM3}
     * @param source gives a new, unused digest at each call
     * @return the digest
     * @throws IllegalArgumentException if the name has another form, if the digest has not 32 bytes
     *     or gives two answers for the same bytes, or if it is called SHA-256 or SM3 and is not
     */
    public static MerkleDigest of(String name, Supplier<MessageDigest> source) {
        Objects.requireNonNull(source, "source");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a digest: " + name);
        }
        MerkleDigest digest = new MerkleDigest(name, source);
        Hash first = digest.digest(PROBE);
        String known = KNOWN.getOrDefault(name, first.toHex());
        boolean sound =
                first.equals(digest.digest(PROBE))
                        && !first.equals(digest.emptyRoot)
                        && first.toHex().equals(known);
        if (!sound) {
            throw new IllegalArgumentException("not the digest " + name + ": " + first);
        }
        return digest;
    }

    /**
     * Its name.
     *
     * @return for example {@code SHA-256}
     */
    public String name() {
        return name;
    }

    /**
     * The first text of what is hashed with this digest.
     *
     * @param domain for example {@code xinyi/leaf/v1}
     * @return the same for SHA-256; for any other with its name, {@code xinyi/leaf/v1+SM3}
     */
    public String domain(String domain) {
        return equals(SHA_256) ? domain : domain + "+" + name;
    }

    /** The hash of a leaf: HASH(0x00 || leaf). */
    public Hash leaf(byte[] leaf) {
        return leaf(digest -> digest.update(leaf));
    }

    /** The hash of a leaf whose bytes the writer hands to the digest, without a copy of them. */
    public Hash leaf(Consumer<MessageDigest> leaf) {
        MessageDigest digest = source.get();
        digest.update(LEAF);
        leaf.accept(digest);
        return Hash.owning(digest.digest());
    }

    /** The hash of a node over its two children: HASH(0x01 || left || right). */
    public Hash node(Hash left, Hash right) {
        MessageDigest digest = source.get();
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.owning(digest.digest());
    }

    /** The root of the tree without leaves: HASH of nothing. */
    public Hash emptyRoot() {
        return emptyRoot;
    }

    /** The digest of any bytes, as commitments need it. */
    public Hash digest(byte[] bytes) {
        return digest(digest -> digest.update(bytes));
    }

    /** The digest of bytes that the writer hands over, without a copy of them. */
    public Hash digest(Consumer<MessageDigest> bytes) {
        MessageDigest digest = source.get();
        bytes.accept(digest);
        return Hash.owning(digest.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MerkleDigest that
                && name.equals(that.name)
                && emptyRoot.equals(that.emptyRoot);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
