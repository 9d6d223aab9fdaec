package io.github.xinyi.example.xinyijia.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.TrustTexts;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of this server's own operations: bounded bodies in, answers that no cache keeps out, and
 * problems (RFC 9457) in the language of the request. Thread-safe.
 */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPE = "tag:xinyi.github.io,2026:problem/";

    private Answers() {}

    /**
     * An empty object to be filled.
     *
     * @return a new object
     */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * An answer that only who asked may see.
     *
     * @param body the JSON
     * @return status 200, never stored
     */
    public static ResponseBuilder personal(ObjectNode body) {
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * A problem.
     *
     * @param status of HTTP
     * @param code names title and detail, for example {@code not-logged-in}
     * @param acceptLanguage as sent
     * @return the problem, to be added to
     */
    public static ResponseBuilder problem(
            int status, String code, @Nullable String acceptLanguage) {
        return problem(status, body(status, code, language(acceptLanguage)));
    }

    /**
     * A refusal by rules: every rule, met or not.
     *
     * @param ruling with at least one that is not met
     * @param acceptLanguage as sent
     * @return status 422
     */
    public static Response refused(Ruling ruling, @Nullable String acceptLanguage) {
        Language language = language(acceptLanguage);
        RuleTexts texts = TrustTexts.in(language);
        ObjectNode body = body(422, "refused", language);
        ArrayNode findings = body.putArray("findings");
        for (Finding finding : ruling.findings()) {
            findings.addObject()
                    .put("rule", finding.rule().value())
                    .put("verdict", finding.verdict().name())
                    .put("text", texts.render(finding));
        }
        return problem(422, body).build();
    }

    private static ObjectNode body(int status, String code, Language language) {
        return object().put("type", TYPE + code)
                .put("title", Texts.of(language, code + ".title"))
                .put("status", status)
                .put("detail", Texts.of(language, code + ".detail"));
    }

    private static ResponseBuilder problem(int status, ObjectNode body) {
        return Response.status(status)
                .entity(body.toString())
                .type(PROBLEM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * Reads an object.
     *
     * @param body of the request
     * @param mostBytes how many are read
     * @return the object
     * @throws WebApplicationException 413 if there are more, 400 if it is no JSON object
     */
    public static JsonNode read(InputStream body, int mostBytes) {
        try {
            byte[] bytes = body.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new WebApplicationException(problem(413, "too-large", null).build());
            }
            JsonNode json = JSON.readTree(bytes);
            if (json == null || !json.isObject()) {
                throw malformed();
            }
            return json;
        } catch (JsonProcessingException e) {
            throw malformed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text of an object.
     *
     * @param json the object
     * @param name of the text
     * @param longest in characters
     * @return the text, not empty
     * @throws WebApplicationException 400 if it is absent, no text, blank or longer
     */
    public static String text(JsonNode json, String name, int longest) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > longest) {
            throw malformed();
        }
        return value.asText();
    }

    /**
     * What a request that can not be read is answered with.
     *
     * @return status 400
     */
    public static WebApplicationException malformed() {
        return new WebApplicationException(problem(400, "malformed", null).build());
    }

    private static Language language(@Nullable String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.startsWith("en")
                ? Language.EN
                : Language.ZH_CN;
    }
}
