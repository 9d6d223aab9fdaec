package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.tck.SampleBook;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live feed of the public log. */
class FeedOverHttpTest {

    private static final String FEED = "/api/communities/liuyuan/feed";

    private static final SampleVillage VILLAGE = new SampleVillage();

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                new RunningServer(
                        XinyiRest.builder(
                                        CommunityDirectory.of(
                                                List.of(VILLAGE.published(Optional.empty()))))
                                .feeds(
                                        new FeedLimits(
                                                1,
                                                Duration.ofMillis(900),
                                                Duration.ofMillis(20),
                                                Duration.ofMillis(1_500)))
                                .build(),
                        Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long size() {
        return VILLAGE.book().read(reader -> reader.frontier().size());
    }

    private static List<Long> ids(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.parseLong(line.substring(4)))
                .toList();
    }

    private static List<Long> places(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void tellsEveryRecordOnceAndInOrderFromTheFirst() {
        HttpResponse<String> all = server.get(FEED, "Last-Event-ID", "0");

        assertThat(all.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(all.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(all.body()).startsWith("retry: 1500\n\n");
        assertThat(ids(all.body())).containsExactlyElementsOf(places(1, size()));
    }

    @Test
    void goesOnWithoutAGapWhereTheReaderHadStopped() {
        long middle = size() / 2;

        HttpResponse<String> rest = server.get(FEED + "?after=" + middle);

        assertThat(ids(rest.body())).containsExactlyElementsOf(places(middle + 1, size()));
    }

    @Test
    void tellsWhatComesWhileItIsHeldAndTheRestToWhoComesAgain() {
        long before = size();
        Thread writer =
                new Thread(
                        () ->
                                SampleVillage.accept(
                                        VILLAGE.book()
                                                .post(
                                                        SampleBook.opening("opening/late", 1_000),
                                                        Instant.parse("2025-03-20T00:00:00Z"))));
        writer.start();
        HttpResponse<String> held = server.get(FEED + "?after=" + (before - 1));
        HttpResponse<String> again =
                server.get(FEED, "Last-Event-ID", Long.toString(lastOf(held, before - 1)));

        List<Long> seen = new ArrayList<>(ids(held.body()));
        seen.addAll(ids(again.body()));
        assertThat(seen).containsExactly(before);
    }

    private static long lastOf(HttpResponse<String> stream, long absent) {
        List<Long> ids = ids(stream.body());
        return ids.isEmpty() ? absent : ids.get(ids.size() - 1);
    }

    @Test
    void tellsOnlyWhatComesToWhoNamesNoPlace() {
        assertThat(ids(server.get(FEED).body())).isEmpty();
    }

    @Test
    void aPlaceBeyondTheLogIsItsEnd() {
        assertThat(ids(server.get(FEED, "Last-Event-ID", "999999").body())).isEmpty();
    }

    @Test
    void refusesAPlaceThatIsNone() {
        HttpResponse<String> response = server.get(FEED, "Last-Event-ID", "newest");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("request.log-position");
    }

    @Test
    void namesNoHousehold() {
        String all = server.get(FEED + "?after=0").body();

        for (int unit = 1; unit <= SampleVillage.UNITS; unit++) {
            assertThat(all)
                    .doesNotContain(SampleVillage.unit(unit))
                    .doesNotContain(SampleVillage.owner(unit))
                    .doesNotContain("\"" + SampleVillage.fee(unit) + "\"");
        }
    }
}
