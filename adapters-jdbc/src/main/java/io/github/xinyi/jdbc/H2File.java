package io.github.xinyi.jdbc;

import io.github.xinyi.governance.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database before anybody connects to it: a host whose process may be killed
 * calls {@link #recover} first.
 *
 * <p>Example: {@code H2File.recover(Path.of("/srv/xinyi/books"))}, then {@code
 * jdbc:h2:file:/srv/xinyi/books;WRITE_DELAY=0}. For a plain file of its own; not for one that is
 * encrypted, split or within an archive. Source: tried on H2 2.5.252, whose file names the piece
 * before the one that was written last.
 *
 * @since 0.1.0
 */
public final class H2File {

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final String SUFFIX = ".mv.db";

    private static final int HEAD = 4_096;

    /** What H2 writes into the head of a file that was closed, and takes out at the next write. */
    private static final String CLOSED = ",clean:1,";

    private H2File() {}

    /**
     * Has H2 look through a file that was not closed, so that the last commits, which are on disk,
     * are found when it is opened. A file that was closed is left as it is.
     *
     * @param database where the database is, as in its URL, for example {@code /srv/xinyi/books}
     * @return whether the file was looked through; false if it was closed, is empty or is not there
     * @throws StoreException if the file is in use or is no file of H2's; it is then as it was
     */
    public static boolean recover(Path database) {
        Path file = Path.of(database + SUFFIX);
        try {
            if (!Files.exists(file) || Files.size(file) == 0 || isClosed(file)) {
                return false;
            }
            new MVStore.Builder()
                    .fileName(file.toString())
                    .recoveryMode()
                    .autoCommitDisabled()
                    .open()
                    .close();
        } catch (IOException | MVStoreException e) {
            throw new StoreException("H2File.recover of " + file, e);
        }
        LOG.warn("Looked through {}, which had not been closed", file);
        return true;
    }

    /** Both copies of the head are written at once, this one first. */
    private static boolean isClosed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return head.contains(CLOSED);
        }
    }
}
