package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.rest.openapi.AnswerCheck;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.openapi.DescribedOperation;
import io.github.xinyi.rest.openapi.RequestGenerator;
import io.github.xinyi.rest.openapi.RequestGenerator.Generated;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests drawn from the document: none brings the server down, each answer is one
 * that the document declares, and nothing is written.
 */
class GeneratedRequestsTest {

    /** {@code -Dxinyi.fuzz.seed=N} draws the same requests again. */
    private static final long SEED = Long.getLong("xinyi.fuzz.seed", new Random().nextLong());

    private static final int REQUESTS = Integer.getInteger("xinyi.fuzz.requests", 5_000);

    private final SampleVillage village = new SampleVillage();
    private final AnswerCheck check = AnswerCheck.of(ApiDocument.kept());
    private final Map<Integer, Integer> answered = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyAnswerIsDeclaredAndNothingIsWritten() {
        RequestGenerator generator =
                new RequestGenerator(DescribedOperation.in(ApiDocument.kept()), SEED);
        InProcess server =
                new InProcess(
                        CommunityDirectory.of(
                                List.of(village.published(Optional.of(SampleVillage.bank())))));

        for (int i = 0; i < REQUESTS && faults.size() < 10; i++) {
            send(server, generator.next());
        }

        assertThat(faults).as("-Dxinyi.fuzz.seed=%d", SEED).isEmpty();
        assertThat(answered.keySet()).contains(200, 304, 400, 404, 405, 406, 412);
        assertThat(answered.get(200)).isGreaterThan(REQUESTS / 5);
    }

    private void send(InProcess server, Generated request) {
        String before = village.state();

        InProcess.Answered answer = server.send(request);

        answered.merge(answer.status(), 1, Integer::sum);
        List<String> found = new ArrayList<>();
        if (answer.status() >= 500) {
            found.add(answer.body());
        }
        if (request.mustBeRefused() && answer.status() < 400) {
            found.add("the document allows no such parameter");
        }
        if (!village.state().equals(before)) {
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
