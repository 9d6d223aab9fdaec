package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the file, made after a commit was answered, is what a kill would leave. */
class H2FileTest {

    private static final int OPENINGS = 12;
    private static final int COMMITS = 6;
    private static final String TEXT = "x".repeat(2_000);

    @TempDir Path directory;

    @Test
    void findsEveryCommitThatWasAnsweredBeforeAKill() throws Exception {
        Path database = directory.resolve("books");
        Path copy = directory.resolve("copy");
        int committed = 0;

        for (int opening = 0; opening < OPENINGS; opening++) {
            H2File.recover(database);
            try (Connection connection = open(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS entry (id INT PRIMARY KEY, txt VARCHAR)");
                for (int i = 0; i < COMMITS; i++) {
                    statement.execute(
                            "INSERT INTO entry VALUES (" + committed++ + ", '" + TEXT + "')");
                    Files.copy(file(database), file(copy), StandardCopyOption.REPLACE_EXISTING);

                    assertThat(H2File.recover(copy)).isTrue();
                    assertThat(entries(copy)).isEqualTo(committed);
                }
            }
        }
    }

    @Test
    void leavesAFileAsItIsThatWasClosed() throws Exception {
        Path database = directory.resolve("books");
        open(database).close();
        byte[] before = Files.readAllBytes(file(database));

        assertThat(H2File.recover(database)).isFalse();

        assertThat(file(database)).hasBinaryContent(before);
    }

    @Test
    void makesNoFile() {
        assertThat(H2File.recover(directory.resolve("books"))).isFalse();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAnEmptyFileToH2() throws Exception {
        Path database = directory.resolve("books");
        Files.createFile(file(database));

        assertThat(H2File.recover(database)).isFalse();

        try (Connection connection = open(database)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void saysSoWhereTheFileIsInUse() throws Exception {
        Path database = directory.resolve("books");

        try (Connection user = open(database);
                Statement statement = user.createStatement()) {
            statement.execute("CREATE TABLE entry (id INT PRIMARY KEY)");
            assertThatThrownBy(() -> H2File.recover(database))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("books.mv.db");
            assertThat(user.isValid(1)).isTrue();
        }
    }

    @Test
    void saysSoWhereTheFileIsNotOfH2() throws Exception {
        Path database = directory.resolve("books");
        Files.writeString(file(database), "ledger\n".repeat(2_000));

        assertThatThrownBy(() -> H2File.recover(database)).isInstanceOf(StoreException.class);

        assertThat(file(database)).hasContent("ledger\n".repeat(2_000));
    }

    private static Path file(Path database) {
        return Path.of(database + ".mv.db");
    }

    private static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + database + ";WRITE_DELAY=0", "sa", "");
    }

    private static int entries(Path database) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM entry")) {
            count.next();
            return count.getInt(1);
        }
    }
}
