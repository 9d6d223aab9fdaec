package io.github.xinyi.rest.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The javadoc of main sources, so that the document says what the code says and nothing twice. */
final class Sources {

    /**
     * A comment.
     *
     * @param text the part before the first tag
     * @param params what is said of each parameter or component
     * @param returned what is said of the result, empty if nothing is
     */
    record Comment(String text, Map<String, String> params, String returned) {

        /** The first sentence of the text, without its full stop. */
        String summary() {
            int end = text.indexOf(". ");
            String first = end < 0 ? text : text.substring(0, end);
            return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        }
    }

    private static final Pattern INLINE = Pattern.compile("\\{@(code|link|linkplain) ([^}]*)}");
    private static final Pattern TAG =
            Pattern.compile("(?m)^@(param|return|throws|since|see)\\b *");

    private final Path root;

    Sources(Path root) {
        this.root = root;
    }

    Comment of(Class<?> type) {
        return before(type, "(?:record|interface|enum|class) " + type.getSimpleName() + "\\b");
    }

    Comment of(Method method) {
        return before(method.getDeclaringClass(), "public \\S+ " + method.getName() + "\\(");
    }

    Comment of(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        return before(type, "public " + type.getSimpleName() + "\\(");
    }

    private Comment before(Class<?> type, String declaration) {
        String source = source(type);
        Matcher declared = Pattern.compile("(?m)^[ a-z]*" + declaration).matcher(source);
        if (!declared.find()) {
            throw new IllegalStateException(type + " declares no " + declaration);
        }
        int end = source.lastIndexOf("*/", declared.start());
        int start = source.lastIndexOf("/**", end);
        String between = source.substring(end + 2, declared.start());
        if (start < 0 || !between.strip().replaceAll("@\\w+(\\([^)]*\\))?", "").isBlank()) {
            throw new IllegalStateException("no javadoc at " + declaration + " of " + type);
        }
        return parse(source.substring(start + 3, end));
    }

    private String source(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getDeclaringClass() != null) {
            outermost = outermost.getDeclaringClass();
        }
        Path file = root.resolve(outermost.getName().replace('.', '/') + ".java");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Comment parse(String javadoc) {
        String plain = javadoc.replaceAll("(?m)^\\s*\\* ?", "").strip();
        Matcher tag = TAG.matcher(plain);
        Map<String, String> params = new LinkedHashMap<>();
        String text = plain;
        String returned = "";
        int from = -1;
        String name = "";
        while (tag.find()) {
            if (from < 0) {
                text = plain.substring(0, tag.start());
            } else {
                returned = keep(name, plain.substring(from, tag.start()), params, returned);
            }
            from = tag.end();
            name = tag.group(1);
        }
        if (from >= 0) {
            returned = keep(name, plain.substring(from), params, returned);
        }
        return new Comment(words(text), params, returned);
    }

    private static String keep(
            String tag, String body, Map<String, String> params, String returned) {
        if (tag.equals("param")) {
            String[] nameAndText = body.strip().split("\\s+", 2);
            params.put(nameAndText[0], words(nameAndText[1]));
        }
        return tag.equals("return") ? words(body) : returned;
    }

    private static String words(String javadoc) {
        String spaced = javadoc.replace("<p>", " ").replaceAll("\\s+", " ").strip();
        return INLINE.matcher(spaced)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(1).equals("code")
                                                ? "`" + match.group(2) + "`"
                                                : match.group(2).replaceAll(".*[.#]", "")));
    }
}
