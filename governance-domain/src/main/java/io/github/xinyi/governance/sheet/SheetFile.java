package io.github.xinyi.governance.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an exported table with the name that its faults will carry, for example {@code
 * SheetFile.utf8("units.csv", bytes)}.
 *
 * <p>The charset is never guessed: UTF-8, or the one the caller names. Not thread-safe against
 * changes to the array, which is copied at once.
 *
 * @since 0.1.0
 */
public final class SheetFile {

    private final String name;
    private final byte[] bytes;
    private final Charset charset;

    private SheetFile(String name, byte[] bytes, Charset charset) {
        this.name = Cells.shorten(name);
        this.bytes = bytes.clone();
        this.charset = charset;
    }

    /**
     * A file in UTF-8, with or without a byte order mark.
     *
     * @param name shown with every fault, for example {@code units.csv}; shortened to 40 characters
     * @param bytes the content, copied
     * @return the file
     */
    public static SheetFile utf8(String name, byte[] bytes) {
        return new SheetFile(name, bytes, StandardCharsets.UTF_8);
    }

    /**
     * A file in a charset the caller knows.
     *
     * @param name shown with every fault; shortened to 40 characters
     * @param bytes the content, copied
     * @param charset for example {@code Charset.forName("GB18030")}
     * @return the file
     */
    public static SheetFile in(String name, byte[] bytes, Charset charset) {
        return new SheetFile(name, bytes, charset);
    }

    /**
     * The name given.
     *
     * @return for example {@code units.csv}
     */
    public String name() {
        return name;
    }

    /**
     * The charset in which the bytes are read.
     *
     * @return UTF-8 unless the caller named another
     */
    public Charset charset() {
        return charset;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name + " (" + charset + ", " + bytes.length + " bytes)";
    }
}
