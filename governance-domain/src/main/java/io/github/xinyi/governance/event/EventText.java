package io.github.xinyi.governance.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a stored event, read character by character; nothing in a text can look like form.
 *
 * <pre>
 * event  = "xinyi-event/1 " type "/" version record
 * record = "{" *( name "=" value ";" ) "}"
 * list   = "[" *( value "," ) "]"
 * text   = number of characters (code points) ":" characters
 * value  = text / list / record
 * </pre>
 */
final class EventText {

    static final String FORMAT = "xinyi-event/1 ";
    static final int MAX_DEPTH = 8;
    static final int MAX_ITEMS = 1000;

    private static final Pattern HEADER =
            Pattern.compile("xinyi-event/1 ([a-z]+\\.[A-Za-z0-9]{1,80})/([1-9][0-9]{0,3})");
    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9]{0,79})=");
    private static final Pattern LENGTH = Pattern.compile("(0|[1-9][0-9]{0,5}):");

    /** What a text has at one place. */
    sealed interface Node {

        /** A text. */
        record Text(String value) implements Node {}

        /** A list. */
        record Items(List<Node> nodes) implements Node {}

        /** A record. */
        record Components(Map<String, Node> nodes) implements Node {}
    }

    /** A whole text, its values not yet understood. */
    record Parsed(String type, int version, Map<String, Node> components) {}

    /** The text has another form; the position is the offset of the first wrong character. */
    static final class FormException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final int position;

        FormException(int position) {
            super("not the form of a stored event from character " + position);
            this.position = position;
        }

        int position() {
            return position;
        }
    }

    private final String text;
    private int at;

    private EventText(String text) {
        this.text = text;
    }

    static Parsed parse(String text) {
        EventText reader = new EventText(text);
        Matcher header = reader.expect(HEADER);
        Node body = reader.node(0);
        reader.requireEnd();
        if (body instanceof Node.Components components) {
            return new Parsed(
                    header.group(1), Integer.parseInt(header.group(2)), components.nodes());
        }
        throw new FormException(header.end());
    }

    static Node value(String text) {
        EventText reader = new EventText(text);
        Node value = reader.node(1);
        reader.requireEnd();
        return value;
    }

    static void writeText(String value, StringBuilder out) {
        out.append(value.codePointCount(0, value.length())).append(':').append(value);
    }

    private Node node(int depth) {
        if (depth > MAX_DEPTH || at == text.length()) {
            throw new FormException(at);
        }
        return switch (text.charAt(at)) {
            case '{' -> components(depth);
            case '[' -> items(depth);
            default -> text();
        };
    }

    private Node components(int depth) {
        Map<String, Node> components = new LinkedHashMap<>();
        at++;
        while (!skip('}')) {
            int start = at;
            String name = expect(NAME).group(1);
            if (components.put(name, node(depth + 1)) != null) {
                throw new FormException(start);
            }
            require(';');
        }
        return new Node.Components(components);
    }

    private Node items(int depth) {
        List<Node> items = new ArrayList<>();
        at++;
        while (!skip(']')) {
            if (items.size() == MAX_ITEMS) {
                throw new FormException(at);
            }
            items.add(node(depth + 1));
            require(',');
        }
        return new Node.Items(items);
    }

    private Node text() {
        int start = at;
        int length = Integer.parseInt(expect(LENGTH).group(1));
        if (length > text.codePointCount(at, text.length())) {
            throw new FormException(start);
        }
        int end = text.offsetByCodePoints(at, length);
        String value = text.substring(at, end);
        at = end;
        return new Node.Text(value);
    }

    private Matcher expect(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new FormException(at);
        }
        at = matcher.end();
        return matcher;
    }

    private boolean skip(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void require(char wanted) {
        if (!skip(wanted)) {
            throw new FormException(at);
        }
    }

    private void requireEnd() {
        if (at < text.length()) {
            throw new FormException(at);
        }
    }
}
