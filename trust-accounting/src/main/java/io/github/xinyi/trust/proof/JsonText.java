package io.github.xinyi.trust.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes one JSON document (RFC 8259): maps, lists, texts, {@link BigDecimal}s, {@link
 * Boolean}s and {@link #NULL}; of a name given twice the last counts, as in a browser.
 */
final class JsonText {

    /** The value null. */
    static final Object NULL = Optional.empty();

    private static final int MAX_DEPTH = 32;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * The value of a document.
     *
     * @throws IllegalArgumentException if the text is no JSON, or nested deeper than 32
     */
    static Object read(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.space();
        json.require(json.at == text.length());
        return value;
    }

    /** A document of maps, lists, texts and whole numbers. */
    static String write(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> write(member.getKey()) + ":" + write(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> values) {
            return values.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Long number ? number.toString() : quoted((String) value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private Object value() {
        space();
        require(at < text.length() && ++depth <= MAX_DEPTH);
        Object value =
                switch (text.charAt(at)) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", NULL);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        for (boolean first = true; !isNext('}'); first = false) {
            require(first || isNext(','));
            space();
            require(at < text.length() && text.charAt(at) == '"');
            String name = string();
            require(isNext(':'));
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        at++;
        for (boolean first = true; !isNext(']'); first = false) {
            require(first || isNext(','));
            values.add(value());
        }
        return values;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        at++;
        while (true) {
            require(at < text.length() && text.charAt(at) >= ' ');
            char c = text.charAt(at++);
            if (c == '"') {
                return read.toString();
            }
            read.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        require(at < text.length());
        char c = text.charAt(at++);
        if (c == 'u') {
            require(at + 4 <= text.length());
            String digits = text.substring(at, at + 4);
            require(digits.matches("[0-9a-fA-F]{4}"));
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        require(known >= 0);
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private Object word(String word, Object value) {
        require(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        require(number.lookingAt());
        at = number.end();
        return new BigDecimal(number.group());
    }

    private boolean isNext(char c) {
        space();
        boolean is = at < text.length() && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("no JSON at character " + at);
        }
    }
}
