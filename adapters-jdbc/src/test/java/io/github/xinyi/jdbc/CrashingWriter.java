package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.tck.SampleBook;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A process that posts to one book from several threads until it is killed, and says of each entry
 * that it was acknowledged, not before it was.
 */
final class CrashingWriter {

    static final int THREADS = 8;

    private CrashingWriter() {}

    /**
     * Posts for ever.
     *
     * @param arguments the address of the database, the book, and a word for this process
     */
    public static void main(String[] arguments) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source(arguments[0]));
        CommunityId book = CommunityId.of(arguments[1]);
        BookWriter writer = JdbcStores.on(pool).bookWriter();
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = id(arguments[2], thread);
            new Thread(() -> post(new SampleBook(book, writer), name, out)).start();
        }
    }

    static ConnectionPoolDataSource source(String url) {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            h2.setUser("sa");
            return h2;
        }
        PGConnectionPoolDataSource postgresql = new PGConnectionPoolDataSource();
        postgresql.setUrl(url);
        return postgresql;
    }

    /** The ids of a thread begin with this and end with a number, from 0. */
    static String id(String process, int thread) {
        return process + "-t" + thread + "-";
    }

    private static void post(SampleBook sample, String name, FileOutputStream out) {
        for (int number = 0; ; number++) {
            String id = name + number;
            if (!sample.post(SampleBook.opening(id, 1)).isAccepted()) {
                throw new IllegalStateException("refused: " + id);
            }
            try {
                out.write((id + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
