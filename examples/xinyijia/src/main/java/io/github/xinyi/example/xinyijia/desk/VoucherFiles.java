package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.rest.published.VoucherFile.Format;
import io.github.xinyi.trust.merkle.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Vouchers handed in at the desk, each under the hash of its bytes: a picture or a document, known
 * by its first bytes and not by what the sender calls it. Thread-safe.
 */
final class VoucherFiles implements DocumentSource {

    /** The largest file that is taken, in bytes. */
    static final int MOST_BYTES = 500_000;

    private static final List<Format> TAKEN = List.of(Format.PNG, Format.JPEG, Format.PDF);

    private final Path folder;

    VoucherFiles(Path folder) {
        this.folder = folder;
    }

    /** Keeps a file; empty if it is too large, or neither PNG, JPEG nor PDF. */
    Optional<Hash> keep(byte[] bytes) {
        Optional<Format> format =
                TAKEN.stream()
                        .filter(each -> bytes.length <= MOST_BYTES && begins(bytes, magic(each)))
                        .findFirst();
        return format.map(
                known -> {
                    Hash hash = Hash.of(sha256(bytes));
                    try {
                        Files.createDirectories(folder);
                        Files.write(file(hash, known), bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return hash;
                });
    }

    private static byte[] magic(Format format) {
        return switch (format) {
            case PNG -> new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
            case JPEG -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
            case PDF -> "%PDF-".getBytes(StandardCharsets.US_ASCII);
            case SVG -> throw new IllegalArgumentException("a drawing may hold a script");
        };
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length
                && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private Path file(Hash hash, Format format) {
        return folder.resolve(hash.toHex() + "." + format.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<VoucherFile> voucher(Hash sha256) {
        return TAKEN.stream()
                .filter(format -> Files.exists(file(sha256, format)))
                .findFirst()
                .map(format -> VoucherFile.of(format, bytes(file(sha256, format))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ServiceReport> report(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<BankTransfer> transfer(String disbursement) {
        return Optional.empty();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
