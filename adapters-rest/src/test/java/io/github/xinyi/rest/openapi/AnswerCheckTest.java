package io.github.xinyi.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A check that lets a wrong answer pass is worth nothing: so it is given wrong ones. */
class AnswerCheckTest {

    private static final String BASE = "/api/communities/liuyuan";

    private final JsonNode document = ApiDocument.kept();
    private final AnswerCheck check = AnswerCheck.of(document);

    private static HttpHeaders headers(String type) {
        return HttpHeaders.of(
                Map.of(
                        "Content-Type", List.of(type),
                        "Content-Language", List.of("zh-CN"),
                        "Cache-Control", List.of("no-cache"),
                        "X-Correlation-Id", List.of("12345678"),
                        "ETag", List.of("\"1\"")),
                (name, value) -> true);
    }

    private List<String> faults(String path, JsonNode body) {
        return check.faults("GET", path, 200, headers("application/json"), body.toString());
    }

    private JsonNode example(DescribedOperation operation) {
        return document.get("paths")
                .get(operation.path())
                .at("/get/responses/200/content/application~1json/example");
    }

    /** The operations that answer with JSON. */
    private List<DescribedOperation> operations() {
        return DescribedOperation.in(document).stream()
                .filter(operation -> operation.verb().equals("GET"))
                .filter(operation -> !example(operation).isMissingNode())
                .toList();
    }

    @Test
    void everyExampleIsAsItsSchemaSays() {
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(operations())
                .allSatisfy(
                        operation ->
                                assertThat(faults(operation.examplePath(), example(operation)))
                                        .isEmpty());
    }

    @Test
    void seesAnyMemberOfAnotherType() {
        assertThat(passed(AnswerCheckTest::ofAnotherType)).isEmpty();
    }

    @Test
    void seesAnyMemberThatIsMissing() {
        assertThat(passed(AnswerCheckTest::without)).isEmpty();
    }

    @Test
    void seesAMemberThatIsNotDescribed() {
        assertThat(passed(AnswerCheckTest::withOneMore)).isEmpty();
    }

    @Test
    void seesACodeThatIsNotDescribed() {
        ObjectNode page = example("/disbursements?limit=2").deepCopy();
        ((ObjectNode) page.at("/items/0")).put("status", "LOST");

        assertThat(faults(BASE + "/disbursements", page))
                .singleElement()
                .asString()
                .contains("/items/0/status");
    }

    @Test
    void seesAMomentWithoutMilliseconds() {
        ObjectNode overview = example("/overview").deepCopy();
        overview.put("asOf", "2025-03-11T19:20:30Z");

        assertThat(faults(BASE + "/overview", overview)).isNotEmpty();
    }

    @Test
    void seesAStatusThatIsNotDeclared() {
        assertThat(check.faults("GET", BASE + "/overview", 202, headers("application/json"), "{}"))
                .anyMatch(fault -> fault.contains("declares no such status"));
    }

    @Test
    void seesAMediaTypeThatIsNotDescribed() {
        assertThat(check.faults("GET", BASE + "/overview", 404, headers("text/html"), "<p>"))
                .anyMatch(fault -> fault.contains("text/html"));
    }

    @Test
    void seesAHeaderThatIsMissing() {
        HttpHeaders none =
                HttpHeaders.of(
                        Map.of("Content-Type", List.of("application/json")), (name, value) -> true);

        assertThat(check.faults("GET", "/api/communities", 200, none, "[]"))
                .anyMatch(fault -> fault.contains("Cache-Control"))
                .anyMatch(fault -> fault.contains("Content-Language"));
    }

    @Test
    void seesABodyWhereNoneIsDescribed() {
        assertThat(check.faults("GET", BASE + "/budget", 304, headers("application/json"), "{}"))
                .anyMatch(fault -> fault.contains("a body"));
    }

    @Test
    void seesAnOperationThatIsNotDescribed() {
        assertThat(check.faults("POST", BASE + "/budget", 200, headers("application/json"), "{}"))
                .anyMatch(fault -> fault.contains("no such operation"));
    }

    @Test
    void leavesOtherPathsAlone() {
        assertThat(check.faults("GET", "/api/communities2", 200, headers("text/html"), "<p>"))
                .isEmpty();
    }

    @Test
    void schemasAreSchemasOfTheirDialect() {
        var dialect =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}",
                                InputFormat.JSON);

        assertThat(document.at("/components/schemas")).hasSizeGreaterThan(40);
        assertThat(document.at("/components/schemas"))
                .allSatisfy(
                        schema ->
                                assertThat(dialect.validate(schema.toString(), InputFormat.JSON))
                                        .isEmpty());
        assertThat(dialect.validate("{\"type\":\"decimal\"}", InputFormat.JSON)).isNotEmpty();
    }

    private JsonNode example(String path) {
        return operations().stream()
                .filter(operation -> operation.examplePath().equals(BASE + path))
                .map(this::example)
                .findFirst()
                .orElseThrow();
    }

    /** Changed bodies that the check let pass. */
    private List<String> passed(Mutation mutation) {
        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (DescribedOperation operation : operations()) {
            JsonNode example = example(operation);
            for (String place : places(example, "").collect(Collectors.toSet())) {
                JsonNode changed = example.deepCopy();
                if (mutation.at(changed, place)) {
                    tried++;
                    if (faults(operation.examplePath(), changed).isEmpty()) {
                        passed.add(operation.id() + " " + place);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(90);
        return passed;
    }

    /** Changes a body at a place, and tells whether there was something to change. */
    @FunctionalInterface
    private interface Mutation {
        boolean at(JsonNode body, String place);
    }

    /** The pointers to every member and element. */
    private static Stream<String> places(JsonNode node, String here) {
        Stream<String> below =
                node.isObject()
                        ? node.properties().stream()
                                .flatMap(m -> places(m.getValue(), here + "/" + m.getKey()))
                        : Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                                .flatMap(i -> places(node.get(i), here + "/" + i));
        return Stream.concat(Stream.of(here), below);
    }

    private static boolean ofAnotherType(JsonNode body, String place) {
        if (place.isEmpty()) {
            return false;
        }
        JsonNode holder = holder(body, place);
        String name = name(place);
        JsonNode other =
                body.at(place).isContainerNode()
                        ? BooleanNode.TRUE
                        : JsonNodeFactory.instance.arrayNode();
        if (holder instanceof ObjectNode object) {
            object.set(name, other);
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), other);
        }
        return true;
    }

    /** A map has what it has; all else is required. */
    private static boolean without(JsonNode body, String place) {
        return !place.contains("/members/")
                && holder(body, place) instanceof ObjectNode object
                && object.remove(name(place)) != null;
    }

    private static boolean withOneMore(JsonNode body, String place) {
        return body.at(place) instanceof ObjectNode object && object.put("more", 1).has("more");
    }

    private static JsonNode holder(JsonNode body, String place) {
        return body.at(place.replaceAll("/[^/]*$", ""));
    }

    private static String name(String place) {
        return place.replaceAll(".*/", "");
    }
}
