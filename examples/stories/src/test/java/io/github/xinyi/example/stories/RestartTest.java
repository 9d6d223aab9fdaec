package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.jdbc.BookFault;
import io.github.xinyi.jdbc.JdbcStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between any two chapters the program and the database stop, and the story goes on. */
class RestartTest {

    @TempDir private Path folder;

    /** Runs something on the database file, and shuts the database down after it. */
    private <R> R reopened(Function<JdbcStores, R> use) throws SQLException {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("story"), "sa", "");
        try {
            R result = use.apply(JdbcStores.on(pool).migrate());
            try (Connection connection = pool.getConnection()) {
                connection.createStatement().execute("SHUTDOWN");
            }
            return result;
        } finally {
            pool.dispose();
        }
    }

    private <S> String toldWithRestarts(
            BiFunction<Stores, Teller, S> story,
            Function<S, List<Runnable>> chapters,
            int chaptersAtOnce)
            throws SQLException {
        Notebook notebook = new Notebook();
        int count = chapters.apply(story.apply(Stores.inMemory(), silent())).size();
        for (int chapter = 0; chapter < count; chapter += chaptersAtOnce) {
            int from = chapter;
            int to = Math.min(count, chapter + chaptersAtOnce);
            reopened(
                    database -> {
                        S again = story.apply(Stores.in(database), notebook.teller());
                        chapters.apply(again).subList(from, to).forEach(Runnable::run);
                        return again;
                    });
        }
        return notebook.text();
    }

    private static <S> String toldInMemory(
            BiFunction<Stores, Teller, S> story, Function<S, List<Runnable>> chapters) {
        Notebook notebook = new Notebook();
        chapters.apply(story.apply(Stores.inMemory(), notebook.teller())).forEach(Runnable::run);
        return notebook.text();
    }

    @Test
    void theInsulationRepairLosesNothingWhenItStopsAfterEachChapter() throws SQLException {
        String told = toldWithRestarts(InsulationRepair::new, InsulationRepair::chapters, 1);

        assertThat(told).isEqualTo(toldInMemory(InsulationRepair::new, InsulationRepair::chapters));
        MotionResult vote =
                reopened(database -> new InsulationRepair(Stores.in(database), silent()).vote());
        assertThat(vote).hasToString("M1 PASSED");
        assertNothingWasChanged(InsulationRepair.HOMES.community());
    }

    @Test
    void theBarkingDogLosesNothingWhenItStopsTwice() throws SQLException {
        assertThat(toldWithRestarts(BarkingDog::new, BarkingDog::chapters, 3))
                .isEqualTo(toldInMemory(BarkingDog::new, BarkingDog::chapters));
    }

    @Test
    void theTrustPilotLosesNothingWhenItStopsTwice() throws SQLException {
        assertThat(toldWithRestarts(TrustPilot::new, TrustPilot::chapters, 4))
                .isEqualTo(toldInMemory(TrustPilot::new, TrustPilot::chapters));
        assertNothingWasChanged(TrustPilot.HOMES.community());
    }

    private void assertNothingWasChanged(CommunityId book) throws SQLException {
        Optional<BookFault> fault = reopened(database -> database.verify(book));
        assertThat(fault).isEmpty();
    }

    private static Teller silent() {
        return new Notebook().teller();
    }
}
