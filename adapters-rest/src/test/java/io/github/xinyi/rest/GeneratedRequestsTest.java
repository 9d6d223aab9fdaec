package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.rest.openapi.AnswerCheck;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.openapi.DescribedOperation;
import io.github.xinyi.rest.openapi.RequestGenerator;
import io.github.xinyi.rest.openapi.RequestGenerator.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests drawn from the document: none brings the server down, each answer is one
 * that the document declares, and nothing is written but by a command that is carried out.
 */
class GeneratedRequestsTest {

    /** {@code -Dxinyi.fuzz.seed=N} draws the same requests again. */
    private static final long SEED = Long.getLong("xinyi.fuzz.seed", new Random().nextLong());

    private static final int REQUESTS = Integer.getInteger("xinyi.fuzz.requests", 5_000);

    private final AnswerCheck check = AnswerCheck.of(ApiDocument.kept());
    private final Map<Integer, Integer> answered = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyAnswerIsDeclaredAndNoRefusalWrites() {
        List<List<String>> logins =
                VillageHost.PEOPLE.keySet().stream()
                        .map(name -> List.of(HostLogin.HEADER, name))
                        .toList();
        RequestGenerator generator =
                new RequestGenerator(DescribedOperation.in(ApiDocument.kept()), logins, SEED);

        try (VillageHost host = new VillageHost()) {
            InProcess server = new InProcess(host.rest(), VillageHost.PEOPLE);
            for (int i = 0; i < REQUESTS && faults.size() < 10; i++) {
                send(host, server, generator);
            }
        }

        assertThat(faults).as("-Dxinyi.fuzz.seed=%d", SEED).isEmpty();
        assertThat(answered.keySet()).contains(200, 201, 304, 400, 403, 404, 405, 406, 412, 422);
        assertThat(answered.get(200)).isGreaterThan(REQUESTS / 10);
    }

    private void send(VillageHost host, InProcess server, RequestGenerator generator) {
        Generated request = generator.next();
        String before = host.state();

        InProcess.Answered answer = server.send(request);

        answered.merge(answer.status(), 1, Integer::sum);
        generator.learn(request, answer.headers());
        List<String> found = new ArrayList<>();
        if (answer.status() >= 500) {
            found.add(answer.body());
        }
        if (request.mustBeRefused() && answer.status() < 400) {
            found.add("the document allows no such parameter");
        }
        boolean mayWrite = request.verb().equals("POST") && answer.status() < 300;
        if (!mayWrite && !host.state().equals(before)) {
            found.add("something was written");
        }
        found.addAll(
                check.faults(
                        request.verb(),
                        request.path(),
                        answer.status(),
                        answer.headers(),
                        answer.body()));
        found.forEach(
                fault ->
                        faults.add(
                                RequestGenerator.shown(request) + answer.status() + ": " + fault));
    }
}
