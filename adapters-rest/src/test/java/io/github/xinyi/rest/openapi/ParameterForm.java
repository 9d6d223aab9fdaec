package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What a parameter looks like; resources read each from text, so that no type says it.
 *
 * @param schema of the value
 * @param isRequired whether its absence is refused
 */
record ParameterForm(ObjectNode schema, boolean isRequired) {

    private static final Map<String, ParameterForm> BY_NAME =
            Map.ofEntries(
                    Map.entry("community", text(64)),
                    Map.entry("id", text(64)),
                    Map.entry("meeting", text(64)),
                    Map.entry("unit", text(64)),
                    Map.entry("after", number(0, Long.MAX_VALUE)),
                    Map.entry("Last-Event-ID", number(0, Long.MAX_VALUE)),
                    Map.entry("case", text(64)),
                    Map.entry("index", pattern("^[0-9]{1,18}$")),
                    Map.entry("sha256", pattern(Members.HASH)),
                    Map.entry("limit", number(1, 200).byDefault(50)),
                    Map.entry("cursor", pattern("^[A-Za-z0-9_-]{3,64}$")),
                    Map.entry("size", number(1, Long.MAX_VALUE)),
                    Map.entry("from", number(1, Long.MAX_VALUE).required()),
                    Map.entry("to", number(1, Long.MAX_VALUE).required()),
                    Map.entry("at", moment()),
                    Map.entry("day", pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
                    Map.entry("period", pattern("^[0-9]{4}(-(0[1-9]|1[0-2]))?$").required()),
                    Map.entry(
                            "statement",
                            oneOf(
                                    List.of(
                                            "income-and-expense",
                                            "balance-sheet",
                                            "collection",
                                            "public-income",
                                            "remuneration",
                                            "annual-report"))),
                    Map.entry("year", pattern("^[0-9]{4}$")),
                    Map.entry("filter", oneOf(List.of("all", "open"))));

    static ParameterForm of(String name) {
        ParameterForm form = BY_NAME.get(name);
        if (form == null) {
            throw new IllegalStateException(
                    "ParameterForm.BY_NAME has no line for " + name + ": say what it looks like");
        }
        return form;
    }

    private static ParameterForm of(ObjectNode schema) {
        return new ParameterForm(schema, false);
    }

    private static ObjectNode ofType(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ParameterForm text(int maxLength) {
        return of(ofType("string").put("minLength", 1).put("maxLength", maxLength));
    }

    private static ParameterForm pattern(String pattern) {
        return of(ofType("string").put("pattern", pattern));
    }

    private static ParameterForm moment() {
        return of(ofType("string").put("format", "date-time"));
    }

    /** The first is taken if none is given. */
    private static ParameterForm oneOf(List<String> values) {
        ObjectNode schema = ofType("string").put("default", values.get(0));
        values.forEach(schema.withArray("enum")::add);
        return of(schema);
    }

    private static ParameterForm number(long least, long most) {
        ObjectNode schema = ofType("integer").put("format", "int64").put("minimum", least);
        return of(most == Long.MAX_VALUE ? schema : schema.put("maximum", most));
    }

    private ParameterForm byDefault(long value) {
        return new ParameterForm(schema.deepCopy().put("default", value), isRequired);
    }

    private ParameterForm required() {
        return new ParameterForm(schema, true);
    }
}
