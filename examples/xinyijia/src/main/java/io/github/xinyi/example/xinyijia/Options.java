package io.github.xinyi.example.xinyijia;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The command line: {@code [--port N] [--data DIR] [--check]}.
 *
 * @param port where the page is served on localhost; 0 takes a free one
 * @param data where the database and the keys are kept
 * @param check whether to exit after the self-check
 */
record Options(int port, Path data, boolean check) {

    static final String USAGE =
            "usage: java -jar xinyijia.jar [--port 8080] [--data data/xinyijia] [--check]";

    static Options parse(String... args) {
        int port = 8080;
        Path data = Path.of("data", "xinyijia");
        boolean check = false;
        for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals("--check")) {
                check = true;
            } else if (option.equals("--port") && rest.hasNext()) {
                port = port(rest.next());
            } else if (option.equals("--data") && rest.hasNext()) {
                data = Path.of(rest.next());
            } else {
                throw new IllegalArgumentException("not understood: " + option + "; " + USAGE);
            }
        }
        return new Options(port, data, check);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("not a port: " + text + "; " + USAGE);
        }
        return Integer.parseInt(text);
    }
}
