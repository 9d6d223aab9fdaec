package io.github.xinyi.example.xinyijia;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * One server with the whole year on a fresh folder, started once and shared by all tests that read.
 */
final class SampleServer implements ParameterResolver {

    /**
     * The server, what it said while it started, its folder, and how much its start worked: the
     * processor time of the one thread that replays the year, which other programs on the same
     * machine do not lengthen as they do the clock's.
     */
    record Running(Xinyijia server, String said, Path data, Duration worked, Browser browser)
            implements AutoCloseable {

        /** Opens the page anew, as wide as that. */
        Chromium open(int width) {
            return Chromium.open(browser.driver(), server.address(), width);
        }

        @Override
        public void close() throws IOException {
            browser.close();
            server.close();
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The one browser of all tests, started when the first asks for it. */
    static final class Browser implements AutoCloseable {

        private @Nullable ChromeDriver driver;

        ChromeDriver driver() {
            ChromeDriver running = driver;
            if (running == null) {
                running = Chromium.start();
                driver = running;
            }
            return running;
        }

        @Override
        public void close() {
            if (driver != null) {
                driver.quit();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SampleServer.class))
                .computeIfAbsent(Running.class, type -> start(), Running.class);
    }

    private static Running start() {
        try {
            Path data = Files.createTempDirectory("xinyijia");
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Xinyijia server =
                    Xinyijia.start(
                            new Options(0, data, false),
                            new PrintStream(said, true, StandardCharsets.UTF_8));
            return new Running(
                    server,
                    said.toString(StandardCharsets.UTF_8),
                    data,
                    Duration.ofNanos(
                            ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before),
                    new Browser());
        } catch (IOException e) {
            throw new IllegalStateException("the sample server does not start", e);
        }
    }
}
