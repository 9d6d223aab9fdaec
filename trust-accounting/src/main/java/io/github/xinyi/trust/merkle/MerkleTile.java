package io.github.xinyi.trust.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Up to 256 hashes of one height, side by side, as a log serves them in one file (C2SP tlog-tiles).
 *
 * <p>For example level 0, index 1, width 112: the leaf hashes 256 to 367 of a log of 368 records,
 * at {@code tile/0/001.p/112}. A full tile never changes again. With the tiles of a size anybody
 * makes every proof of that size himself, so a log can be served from plain files. The
 * specification knows SHA-256; a log of another digest has the same tiles over its own hashes.
 * Throws {@link IllegalArgumentException} for numbers that no tile has.
 *
 * @param level the height: each hash is over {@code 256^level} leaves, 0 to 7
 * @param index how many tiles of the level stand left of it
 * @param width how many hashes it has, 1 to 256
 * @since 0.1.0
 */
public record MerkleTile(int level, long index, int width) {

    /** How many hashes a full tile has. */
    public static final int FULL = 256;

    /** The greatest level: a tree of {@link Long#MAX_VALUE} leaves has no tile above. */
    public static final int MAX_LEVEL = 7;

    private static final int HEIGHT = 8;

    public MerkleTile {
        if (level < 0 || level > MAX_LEVEL || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile of level " + level + ", width " + width);
        }
        if (index < 0 || index > (Long.MAX_VALUE >> (HEIGHT * level)) / FULL) {
            throw new IllegalArgumentException("no tile " + index + " at level " + level);
        }
    }

    /**
     * The tiles of a log of some size, the partial ones at the right edge included.
     *
     * @param size how many leaves, from 0
     * @return level by level from the leaves up, each from left to right
     * @throws IllegalArgumentException if the size is negative, or needs more than 2^31 - 1 tiles
     */
    public static List<MerkleTile> of(long size) {
        if (size < 0 || size / FULL >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no list of the tiles of " + size);
        }
        List<MerkleTile> tiles = new ArrayList<>();
        long hashes = size;
        for (int level = 0; hashes > 0; level++, hashes /= FULL) {
            for (long index = 0; index < hashes / FULL; index++) {
                tiles.add(new MerkleTile(level, index, FULL));
            }
            if (hashes % FULL > 0) {
                tiles.add(new MerkleTile(level, hashes / FULL, (int) (hashes % FULL)));
            }
        }
        return tiles;
    }

    /**
     * Where it is served, below the log's prefix.
     *
     * @return for example {@code tile/0/x001/x234/067} or {@code tile/1/000.p/17}
     */
    public String path() {
        StringBuilder digits = new StringBuilder(part(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            digits.insert(0, "x" + part(rest % 1_000) + "/");
        }
        return "tile/" + level + "/" + digits + (width == FULL ? "" : ".p/" + width);
    }

    private static String part(long threeDigits) {
        String digits = Long.toString(threeDigits);
        return "0".repeat(3 - digits.length()) + digits;
    }

    /**
     * Its bytes out of stored nodes: its hashes one after the other.
     *
     * @param reader where the nodes are kept
     * @return 32 bytes a hash
     */
    public byte[] toByteArray(NodeReader reader) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(width * Hash.BYTES);
        for (int i = 0; i < width; i++) {
            NodeAddress address = new NodeAddress(HEIGHT * level, index * FULL + i);
            bytes.writeBytes(reader.read(address).toByteArray());
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the nodes of a tree of some size out of its tiles, so that {@link MerkleProofs} makes
     * proofs of them.
     *
     * @param size how many leaves the tree has
     * @param tiles gives the bytes of a tile of that tree
     * @param digest that of the log
     * @return reads at most one tile for each node
     */
    public static NodeReader reader(
            long size, Function<MerkleTile, byte[]> tiles, MerkleDigest digest) {
        return address -> {
            int level = address.level() / HEIGHT;
            int above = address.level() % HEIGHT;
            long first = address.index() << above;
            long hashes = size >> (HEIGHT * level);
            long index = first / FULL;
            int width = (int) Math.min(FULL, hashes - index * FULL);
            byte[] bytes = tiles.apply(new MerkleTile(level, index, width));
            if (bytes.length != width * Hash.BYTES) {
                throw new IllegalArgumentException(
                        "a tile of width " + width + " with " + bytes.length + " bytes");
            }
            return subtree(bytes, (int) (first % FULL), 1 << above, digest);
        };
    }

    private static Hash subtree(byte[] tile, int from, int count, MerkleDigest digest) {
        if (count == 1) {
            byte[] hash = new byte[Hash.BYTES];
            System.arraycopy(tile, from * Hash.BYTES, hash, 0, Hash.BYTES);
            return Hash.owning(hash);
        }
        int half = count / 2;
        return digest.node(
                subtree(tile, from, half, digest), subtree(tile, from + half, half, digest));
    }
}
