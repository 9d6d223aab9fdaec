package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who speaks to the server without a browser; logs in by the passwords of the demo. */
final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The smallest picture there is. */
    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8A"
                                    + "AQUBAScY42YAAAAASUVORK5CYII=");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final Map<String, String> headers = new HashMap<>();

    Visitor(URI server) {
        this.server = server;
    }

    /** The passwords of a name: the first to log in, the second, if any, to unlock a key. */
    static List<String> passwords(Path data, String name) {
        try {
            return Files.readAllLines(data.resolve("desk").resolve("demo-logins.txt")).stream()
                    .map(line -> List.of(line.split(" ")))
                    .filter(words -> words.get(0).equals(name))
                    .map(words -> words.subList(1, words.size()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody of the small community who has logged in. */
    static Visitor loggedIn(SampleServer.Running running, String name) {
        Visitor visitor = new Visitor(running.server().address());
        HttpResponse<String> answer = visitor.login(name, passwords(running.data(), name).get(0));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + ": " + answer.body());
        }
        return visitor;
    }

    HttpResponse<String> login(String name, String password) {
        String body =
                JSON.createObjectNode().put("name", name).put("password", password).toString();
        HttpResponse<String> answer = post("session", body);
        answer.headers()
                .firstValue("Set-Cookie")
                .ifPresent(cookie -> headers.put("Cookie", cookie.split(";", 2)[0]));
        if (answer.statusCode() == 200) {
            headers.put("X-CSRF-Token", json(answer).path("csrf").asText());
        }
        return answer;
    }

    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    HttpResponse<String> post(String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                path);
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder().DELETE(), path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        headers.forEach(request::setHeader);
        try {
            return client.send(
                    request.uri(server.resolve("/" + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return parse(answer.body());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture as a file, to be chosen in a browser. */
    static Path picture(Path folder) throws IOException {
        return Files.write(folder.resolve("invoice.png"), PICTURE);
    }

    /** Asks for a payment on a line; the answer's id is {@code number}. */
    HttpResponse<String> ask(String number, String line, long fen) {
        var body =
                JSON.createObjectNode()
                        .put("id", number)
                        .put("payee", "V-1")
                        .put("payeeName", "明*照明维修")
                        .put("purpose", "更换楼道灯")
                        .put("line", line)
                        .put("amountMinor", Long.toString(fen));
        body.putObject("voucher")
                .put("number", "FP-" + number)
                .put("kind", "INVOICE")
                .put("date", "2026-01-05")
                .put("file", Base64.getEncoder().encodeToString(PICTURE));
        return post("desk/chunhuili/payments", body.toString());
    }

    /** Gives the own key to the payment as the desk shows it. */
    HttpResponse<String> approve(String number, String secondPassword) {
        String digest = payment(number).path("digest").asText();
        return approve(number, digest, secondPassword);
    }

    HttpResponse<String> approve(String number, String digest, String secondPassword) {
        String body =
                JSON.createObjectNode()
                        .put("digest", digest)
                        .put("secondPassword", secondPassword)
                        .toString();
        return post("desk/chunhuili/payments/" + number + "/approvals", body);
    }

    JsonNode payment(String number) {
        for (JsonNode payment : json(get("desk/chunhuili")).path("payments")) {
            if (payment.path("id").asText().equals(number)) {
                return payment;
            }
        }
        throw new IllegalStateException("the desk shows no " + number);
    }

    /** Reports something of the own home; the answer's id is {@code number}. */
    HttpResponse<String> report(String number, String text) {
        return post(
                "household/chunhuili/cases",
                JSON.createObjectNode()
                        .put("id", number)
                        .put("category", "REPAIR")
                        .put("text", text)
                        .toString());
    }

    /** Takes the next step of a case through the library's operation, about a version. */
    HttpResponse<String> step(String number, int version, String step) {
        Visitor once = new Visitor(server);
        once.headers.putAll(headers);
        return once.with("Idempotency-Key", number + "-" + version)
                .with("If-Match", "\"" + version + "\"")
                .post("api/communities/chunhuili/cases/" + number + "/steps", step);
    }

    /** Places an order for the own bills. */
    HttpResponse<String> order(String number, long fen) {
        return post(
                "household/chunhuili/payments",
                JSON.createObjectNode()
                        .put("id", number)
                        .put("amountMinor", Long.toString(fen))
                        .toString());
    }

    /** A number that no other test has used. */
    static String newNumber() {
        return "Z" + UUID.randomUUID().toString().substring(0, 13);
    }
}
