package io.github.xinyi.rest.published;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of a voucher, in a format that runs no script where it is shown. Immutable.
 *
 * @since 0.1.0
 */
public final class VoucherFile {

    /** The formats that are served. */
    public enum Format {
        /** A drawing; served so that scripts in it do not run. */
        SVG("image/svg+xml", ""),
        /** A picture. */
        PNG("image/png", "89504e470d0a1a0a"),
        /** A photograph. */
        JPEG("image/jpeg", "ffd8ff"),
        /** A document. */
        PDF("application/pdf", "255044462d");

        /** A drawing names itself within so many bytes. */
        private static final int MAX_PROLOG = 1_024;

        private final String mediaType;

        /** How every file of the format begins; text has no such beginning. */
        private final byte[] beginning;

        Format(String mediaType, String beginning) {
            this.mediaType = mediaType;
            this.beginning = HexFormat.of().parseHex(beginning);
        }

        /**
         * The format of a content, by how it begins and never by a name.
         *
         * @param bytes the content
         * @return empty if it is of none that is served
         */
        public static Optional<Format> of(byte[] bytes) {
            return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
        }

        private boolean fits(byte[] bytes) {
            return this == SVG
                    ? isDrawing(bytes)
                    : bytes.length >= beginning.length
                            && Arrays.equals(
                                    bytes, 0, beginning.length, beginning, 0, beginning.length);
        }

        /** Markup, with or without a byte order mark, whose first element is a drawing. */
        private static boolean isDrawing(byte[] bytes) {
            String prolog =
                    new String(
                            bytes, 0, Math.min(bytes.length, MAX_PROLOG), StandardCharsets.UTF_8);
            String markup = prolog.startsWith("\uFEFF") ? prolog.substring(1) : prolog;
            return FIRST_ELEMENT_IS_SVG.matcher(markup).lookingAt();
        }

        /**
         * The media type.
         *
         * @return for example {@code image/png}
         */
        public String mediaType() {
            return mediaType;
        }
    }

    /** Blanks, declarations and comments, and then a drawing. */
    private static final Pattern FIRST_ELEMENT_IS_SVG =
            Pattern.compile(
                    "(?:\\s|<\\?[^>]{0,200}\\?>|<!--[^>]{0,500}-->|<!DOCTYPE svg[^>]{0,200}>)*+"
                            + "<svg[\\s/>]");

    /** The largest file that is served, in bytes. */
    public static final int MAX_BYTES = 20_000_000;

    private final Format format;
    private final byte[] bytes;

    private VoucherFile(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    /**
     * A file.
     *
     * @param format its format
     * @param bytes its content, copied
     * @return the file
     * @throws IllegalArgumentException if there are more than {@link #MAX_BYTES}
     */
    public static VoucherFile of(Format format, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a voucher of " + bytes.length + " bytes");
        }
        return new VoucherFile(format, bytes.clone());
    }

    /**
     * A file of the format that its content shows, for what somebody has sent.
     *
     * @param bytes its content, copied
     * @return empty if it is of no format that is served, or larger than {@link #MAX_BYTES}
     */
    public static Optional<VoucherFile> from(byte[] bytes) {
        return bytes.length > MAX_BYTES
                ? Optional.empty()
                : Format.of(bytes).map(format -> of(format, bytes));
    }

    /**
     * Whether the content is of the format that it is said to be of; what is not is not served.
     *
     * @return false for what would be shown as something else than it is
     */
    public boolean isAsItSays() {
        return format.fits(bytes);
    }

    /**
     * The format.
     *
     * @return one of those that are served
     */
    public Format format() {
        return format;
    }

    /**
     * The content.
     *
     * @return a copy
     */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** For example {@code PNG, 14233 bytes}. */
    @Override
    public String toString() {
        return format + ", " + bytes.length + " bytes";
    }
}
