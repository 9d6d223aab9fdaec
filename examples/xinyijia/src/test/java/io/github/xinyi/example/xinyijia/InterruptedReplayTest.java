package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.disclosure.PublicRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A replay that loses its database twice in the middle of a day. */
@ExtendWith(SampleServer.class)
class InterruptedReplayTest {

    @Test
    void goesOnWhereItWasCutOffAndEndsWithTheSameLog(Running running, @TempDir Path keys) {
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:mem:interrupted", "sa", "");
        try (var alive = database.getConnection()) {
            JdbcStores.on(database).migrate();
            for (int connections : List.of(2_500, 9_000)) {
                assertThatThrownBy(
                                () ->
                                        Community.open(
                                                JdbcStores.on(lostAfter(connections, database)),
                                                keys,
                                                silent()))
                        .hasStackTraceContaining("lost");
            }

            Community community = Community.open(JdbcStores.on(database), keys, silent());

            community.check(silent());
            assertThat(log(community)).isEqualTo(log(running.server().community()));
            assertThat(alive.isClosed()).isFalse();
        } catch (SQLException e) {
            throw new AssertionError(e);
        } finally {
            database.dispose();
        }
    }

    /** What everybody sees of each record, but for what differs by the keys of an installation. */
    private static List<String> log(Community community) {
        List<String> seen = new ArrayList<>();
        community
                .office()
                .book()
                .read(
                        book -> {
                            for (long from = 0; from < book.frontier().size(); from += 1_000) {
                                book.records(from, 1_000).stream()
                                        .map(PublicRecord::of)
                                        .map(InterruptedReplayTest::line)
                                        .forEach(seen::add);
                            }
                            return seen;
                        });
        return seen;
    }

    private static String line(PublicRecord record) {
        return record.fold(
                open -> open.entry().recordedAt() + " " + open.entry().draft(),
                household -> household.recordedAt() + " " + household.kind(),
                batch -> batch.batch().recordedAt() + " " + batch.batch().totals(),
                close -> close.toString(),
                account -> account.toString(),
                erasure -> erasure.toString());
    }

    /** A data source that gives out so many connections and then none. */
    private static DataSource lostAfter(int connections, DataSource database) {
        AtomicInteger given = new AtomicInteger();
        return (DataSource)
                Proxy.newProxyInstance(
                        InterruptedReplayTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, args) -> {
                            if (given.incrementAndGet() > connections) {
                                throw new SQLException("the database is lost");
                            }
                            try {
                                return method.invoke(database, args);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    private static PrintStream silent() {
        return new PrintStream(ByteArrayOutputStream.nullOutputStream());
    }
}
