package io.github.xinyi.example.stories;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Writes down what a story tells. */
final class Notebook {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Teller teller() {
        return new Teller(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
