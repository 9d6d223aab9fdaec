package io.github.xinyi.rest.published;

/**
 * The file of a voucher, in a format that runs no script where it is shown. Immutable.
 *
 * @since 0.1.0
 */
public final class VoucherFile {

    /** The formats that are served. */
    public enum Format {
        /** A drawing; served so that scripts in it do not run. */
        SVG("image/svg+xml"),
        /** A picture. */
        PNG("image/png"),
        /** A photograph. */
        JPEG("image/jpeg"),
        /** A document. */
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
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
