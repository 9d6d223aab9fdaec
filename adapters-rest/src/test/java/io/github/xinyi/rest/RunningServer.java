package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.openapi.AnswerCheck;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.published.CommunityDirectory;
import jakarta.ws.rs.Priorities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Our resources in Jersey over the JDK's server, on a port of its own. Every answer that a test
 * gets is held against the OpenAPI document.
 */
final class RunningServer implements AutoCloseable {

    private static final AnswerCheck CHECK = AnswerCheck.of(ApiDocument.kept());

    static {
        // Read once by the JDK's server: without it, each small response waits some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    RunningServer(CommunityDirectory directory) {
        this(XinyiRest.of(directory), Map.of());
    }

    /**
     * A host that knows some callers, each by a word in the header {@code X-Test-Caller}, and has
     * filters of its own.
     */
    RunningServer(XinyiRest rest, Map<String, Caller> known, Class<?>... ofHost) {
        ResourceConfig config =
                new ResourceConfig()
                        .registerInstances(rest.resources())
                        .register(new HostLogin(known), Priorities.AUTHENTICATION)
                        .registerClasses(ofHost);
        server =
                JdkHttpServerFactory.createHttpServer(
                        URI.create("http://127.0.0.1:0/"), config, true);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Sends a GET with headers, names and values in turn. */
    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    /** Sends a body of JSON under an idempotency key, with further headers in turn. */
    HttpResponse<String> post(
            String path, String json, String caller, String key, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .header("Content-Type", "application/json")
                        .header(HostLogin.HEADER, caller)
                        .header("Idempotency-Key", key);
        return send(request, path, headers);
    }

    /** Sends a GET and reads the bytes as they come. */
    HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(
                with(HttpRequest.newBuilder().GET(), path, headers),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
        HttpResponse<String> response = send(with(request, path, headers));
        assertThat(CHECK.faults(response.request().method(), path, response)).isEmpty();
        return response;
    }

    private HttpRequest with(HttpRequest.Builder request, String path, String... headers) {
        request.uri(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** Sends what it is given, and takes the answer as it is. */
    HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
