package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.openapi.RequestGenerator.Generated;
import jakarta.ws.rs.Priorities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Our resources in Jersey without a connection: thousands of requests in seconds, and headers that
 * no well-behaved client would send.
 */
final class InProcess {

    private static final URI BASE = URI.create("http://127.0.0.1/");

    /**
     * An answer.
     *
     * @param status its status
     * @param headers its headers
     * @param body its body, empty if it has none
     */
    record Answered(int status, HttpHeaders headers, String body) {}

    private final ApplicationHandler handler;

    /** A host that knows some callers, each by a word in the header {@code X-Test-Caller}. */
    InProcess(XinyiRest rest, Map<String, Caller> known) {
        handler =
                new ApplicationHandler(
                        new ResourceConfig()
                                .registerInstances(rest.resources())
                                .register(new HostLogin(known), Priorities.AUTHENTICATION));
    }

    Answered send(Generated request) {
        ContainerRequest asked =
                new ContainerRequest(
                        BASE,
                        BASE.resolve(request.path()),
                        request.verb(),
                        null,
                        new MapPropertiesDelegate(),
                        handler.getConfiguration());
        for (int i = 0; i < request.headers().size(); i += 2) {
            asked.getHeaders().add(request.headers().get(i), request.headers().get(i + 1));
        }
        asked.setEntityStream(
                new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            ContainerResponse answered = handler.apply(asked, body).get();
            Map<String, List<String>> headers = new TreeMap<>();
            answered.getStringHeaders()
                    .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
            return new Answered(
                    answered.getStatus(),
                    HttpHeaders.of(headers, (name, value) -> true),
                    text(answered, body.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(ContainerResponse answered, byte[] body) throws IOException {
        if (!"gzip".equals(answered.getHeaderString("Content-Encoding")) || body.length == 0) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
