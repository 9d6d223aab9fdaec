package io.github.xinyi.example.xinyijia;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server with the whole year on a fresh folder, started once and shared by all tests that read.
 */
final class SampleServer implements ParameterResolver {

    /** The server, what it said while it started, and its folder. */
    record Running(Xinyijia server, String said, Path data) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
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
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Xinyijia server =
                    Xinyijia.start(
                            new Options(0, data, false),
                            new PrintStream(said, true, StandardCharsets.UTF_8));
            return new Running(server, said.toString(StandardCharsets.UTF_8), data);
        } catch (IOException e) {
            throw new IllegalStateException("the sample server does not start", e);
        }
    }
}
