package io.github.xinyi.example.vendorstore;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of one book: a block for each call, its length first, so that a call is there as a whole
 * or, where the power went off while it was written, not at all.
 */
final class RecordFile {

    private final Path file;
    private final RecordCodec codec;

    RecordFile(Path folder, CommunityId book) {
        byte[] name = book.value().getBytes(StandardCharsets.UTF_8);
        this.file = folder.resolve(HexFormat.of().formatHex(name) + ".log");
        this.codec = new RecordCodec(book);
    }

    BookRecords read() {
        BookRecords records = new BookRecords();
        if (Files.notExists(file)) {
            return records;
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
            while (all.remaining() >= Integer.BYTES) {
                int length = all.getInt();
                if (length > all.remaining()) {
                    return records;
                }
                byte[] block = new byte[length];
                all.get(block);
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
                while (in.available() > 0) {
                    records.add(codec.read(in, records));
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds records; a text that is erased goes with the old file, in whose place a new one comes.
     */
    void append(List<LogRecord> records, int fromIndex) {
        if (fromIndex == records.size()) {
            return;
        }
        List<LogRecord> added = records.subList(fromIndex, records.size());
        try {
            if (added.stream().anyMatch(record -> record.asErasure().isPresent())) {
                Path whole = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(whole);
                write(whole, records);
                Files.move(
                        whole,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } else {
                write(file, added);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, List<LogRecord> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (LogRecord record : records) {
            codec.write(record, out);
        }
        ByteBuffer block = ByteBuffer.allocate(Integer.BYTES + bytes.size());
        block.putInt(bytes.size()).put(bytes.toByteArray()).flip();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (block.hasRemaining()) {
                channel.write(block);
            }
            channel.force(true);
        }
    }
}
