package io.github.xinyi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.answer.Answer;
import io.github.xinyi.rest.answer.Problem;
import io.github.xinyi.rest.desk.Command;
import io.github.xinyi.rest.desk.CommandReply;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.idempotency.Claim;
import io.github.xinyi.rest.idempotency.IdempotencyStore;
import io.github.xinyi.rest.idempotency.KeptAnswer;
import io.github.xinyi.rest.idempotency.KeyScope;
import io.github.xinyi.rest.request.CommandBody;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, each once for its {@code Idempotency-Key}. Thread-safe.
 *
 * <p>Kept is the answer to what was carried out and to what a rule refused. What was malformed, was
 * about an old version or is not there was not carried out, and its key is free again.
 */
final class Writes {

    static final String KEY = "Idempotency-Key";

    /** Tells that the answer is that of the first time. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyStore keys;
    private final Gate gate;
    private final InstantSource clock;

    Writes(IdempotencyStore keys, Gate gate, InstantSource clock) {
        this.keys = keys;
        this.gate = gate;
        this.clock = clock;
    }

    /** What is done with a body that was read. */
    @FunctionalInterface
    interface Execution<B, T> {

        CommandReply<T> execute(B body, Command command, Language language);
    }

    /** What a resource knows of one write. */
    Writing of(InCommunity in) {
        return new Writing(in.community(), in.call(), in.headers(), in.uri());
    }

    /** One write and its response. Not thread-safe. */
    final class Writing {

        private final String community;
        private final Call call;
        private final HttpHeaders headers;
        private final UriInfo uri;
        private final Refusals refusals;

        private Writing(String community, Call call, HttpHeaders headers, UriInfo uri) {
            this.community = community;
            this.call = call;
            this.headers = headers;
            this.uri = uri;
            this.refusals = Refusals.of(headers);
        }

        /** The version that {@code If-Match} names; a text that is no version matches none. */
        OptionalLong version() {
            String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
            if (ifMatch == null) {
                return OptionalLong.empty();
            }
            return ifMatch.matches("\"[0-9]{1,9}\"")
                    ? OptionalLong.of(Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)))
                    : OptionalLong.of(Long.MAX_VALUE);
        }

        /**
         * Carries a command out, or answers as the first time.
         *
         * @param body what was sent
         * @param location where a new thing is below its community, for example {@code cases/{id}}
         * @param execution what to do
         */
        <B extends CommandBody, T extends Answer> Response write(
                @Nullable B body, String location, Execution<B, T> execution) {
            Optional<PersonId> person = call.caller().person();
            if (person.isEmpty()) {
                return denied(refusals.denied());
            }
            String key = String.valueOf(headers.getHeaderString(KEY)).replaceAll("^\"|\"$", "");
            if (body == null || !KeyScope.isKey(key)) {
                return refusals.response(refusals.problems().malformed(List.of(missing(body, key))))
                        .build();
            }
            KeyScope scope = new KeyScope(CommunityId.of(community), person.get(), key);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String fingerprint = fingerprint(body);
            Command command = new Command(scope, call.passage(), fingerprint, at);
            try {
                return keys.claim(scope, fingerprint, at)
                        .fold(
                                () ->
                                        carryOut(
                                                scope,
                                                location,
                                                () ->
                                                        execution.execute(
                                                                body,
                                                                command,
                                                                refusals.language())),
                                known -> response(known.answer()).header(REPLAYED, true).build(),
                                new Claim.Refusals<>(
                                        refusals::running,
                                        () ->
                                                refusals.response(refusals.problems().keyReused())
                                                        .build()));
            } catch (RuntimeException e) {
                // Whatever fails below, the caller gets a problem with an id and no stack trace;
                // the log gets the rest under the same id.
                return refusals.failed(e);
            }
        }

        private Finding missing(@Nullable CommandBody body, String key) {
            return body == null
                    ? RuleCheck.of(RequestRule.BODY, false, "line", 1, "column", 1)
                    : RuleCheck.of(
                            RequestRule.IDEMPOTENCY_KEY,
                            false,
                            "given",
                            headers.getHeaderString(KEY) == null
                                    ? ""
                                    : key.substring(0, Math.min(key.length(), 64)));
        }

        private <T extends Answer> Response carryOut(
                KeyScope scope, String location, Supplier<CommandReply<T>> execution) {
            boolean isKept = false;
            try {
                CommandReply<T> reply = execution.get();
                Optional<KeptAnswer> answer =
                        reply.fold(
                                done -> Optional.of(kept(done, location)),
                                declined ->
                                        declined.why().isOfRule()
                                                ? Optional.of(kept(declined))
                                                : Optional.empty());
                if (answer.isPresent()) {
                    keys.keep(scope, answer.get());
                    isKept = true;
                    return response(answer.get()).build();
                }
                return reply.fold(
                        done -> {
                            throw new IllegalStateException("done and not kept");
                        },
                        this::declined);
            } finally {
                if (!isKept) {
                    keys.release(scope);
                }
            }
        }

        private <T extends Answer> KeptAnswer kept(CommandReply.Done<T> done, String location) {
            boolean isNew = done.effect() == CommandReply.Effect.CREATED;
            return new KeptAnswer(
                    (isNew ? Response.Status.CREATED : Response.Status.OK).getStatusCode(),
                    MediaType.APPLICATION_JSON,
                    Refusals.tag(refusals.language()),
                    isNew ? path(location, done.id()) : "",
                    done.version().value(),
                    json(done.body()));
        }

        private KeptAnswer kept(CommandReply.Declined<?> declined) {
            Problem problem = refusals.problems().byRule(declined.findings());
            return new KeptAnswer(
                    problem.status(),
                    Refusals.PROBLEM_JSON,
                    Refusals.tag(refusals.language()),
                    "",
                    "",
                    json(problem));
        }

        private Response declined(CommandReply.Declined<?> declined) {
            return switch (declined.why()) {
                case MISSING -> refusals.missing();
                case HIDDEN -> denied(refusals.missing());
                case NOT_OWN -> denied(refusals.denied());
                case MALFORMED ->
                        refusals.response(refusals.problems().malformed(declined.findings()))
                                .build();
                case STALE ->
                        refusals.response(refusals.problems().stale(declined.findings())).build();
                case UNCONDITIONAL ->
                        refusals.response(refusals.problems().unconditional()).build();
                case REFUSED -> throw new IllegalStateException("refused and not kept");
            };
        }

        private Response denied(Response response) {
            gate.deniedOthersThing(call.caller(), call.operation(), call.correlation(), community);
            return response;
        }

        private ResponseBuilder response(KeptAnswer answer) {
            ResponseBuilder response =
                    Response.status(answer.status())
                            .type(answer.mediaType())
                            .header(HttpHeaders.CONTENT_LANGUAGE, answer.language())
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .entity(answer.body().getBytes(StandardCharsets.UTF_8));
            if (!answer.location().isEmpty()) {
                response.header(HttpHeaders.LOCATION, answer.location());
            }
            return answer.version().isEmpty()
                    ? response
                    : response.tag(new EntityTag(answer.version()));
        }

        private String path(String location, String id) {
            return uri.getBaseUriBuilder()
                    .path(CommonHeaders.ROOT)
                    .path("{community}")
                    .path(location)
                    .build(community, id)
                    .getRawPath();
        }

        private String fingerprint(CommandBody body) {
            return HexFormat.of()
                    .formatHex(
                            new CanonicalBytes("xinyi/rest/write/v1")
                                    .text(call.operation().id())
                                    .text(uri.getPath())
                                    .text(json(body))
                                    .sha256());
        }
    }

    private static String json(Object value) {
        try {
            return Json.ANSWERS.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }
}
