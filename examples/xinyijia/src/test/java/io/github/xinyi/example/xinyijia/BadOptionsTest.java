package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user types wrongly is told in one line, before anything is done. */
class BadOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--port x", "--port 70000", "--port", "--nonsense", "--port -1"})
    void namesTheWordAndTheUsage(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usage: ");
    }

    @Test
    void takesPortFolderAndCheck() {
        assertThat(Options.parse("--port", "0", "--data", "d", "--check"))
                .isEqualTo(new Options(0, Path.of("d"), true));
    }

    @Test
    void saysThatThePortIsInUseBeforeTheYearIsReplayed(@TempDir Path data) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Options options = new Options(taken.getLocalPort(), data.resolve("new"), false);

            assertThatThrownBy(() -> Xinyijia.start(options, silent()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--port");
            assertThat(data.resolve("new")).doesNotExist();
        }
    }

    @Test
    void namesAFolderThatCannotBeOne(@TempDir Path data) throws Exception {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> Xinyijia.start(new Options(0, file, false), silent()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The folder " + file + " cannot be used");
    }

    private static PrintStream silent() {
        return new PrintStream(ByteArrayOutputStream.nullOutputStream());
    }
}
