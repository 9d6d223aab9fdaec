package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.tck.InMemoryDisbursementStore;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that grow, page by page, while others write. */
class PagesOverHttpTest {

    private static final Pattern NEXT = Pattern.compile("<([?]cursor=[^>]+)>; rel=\"next\"");

    private VillageHost host;

    @BeforeEach
    void open() {
        host = new VillageHost();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private HttpResponse<String> get(String path) {
        return host.server().get(BASE + path);
    }

    /** The query of the page that a response links as the next. */
    static String next(HttpResponse<?> response) {
        String link = response.headers().firstValue("Link").orElseThrow();
        Matcher next = NEXT.matcher(link);
        assertThat(next.matches()).as(link).isTrue();
        return next.group(1);
    }

    /** Follows the links of a list from its first page, and does something before each. */
    private List<JsonNode> follow(String list, Function<JsonNode, JsonNode> items, Runnable each) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> query = Optional.of("?limit=1");
        while (query.isPresent()) {
            HttpResponse<String> page = get(list + query.get());
            items.apply(json(page)).forEach(all::add);
            query =
                    page.headers().firstValue("Link").isPresent()
                            ? Optional.of(next(page))
                            : Optional.empty();
            each.run();
        }
        return all;
    }

    private static JsonNode items(JsonNode page) {
        return page.isArray() ? page : page.at("/items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/disbursements",
                "/checkpoints",
                "/decisions",
                "/procedures",
                "/conferences"
            })
    void theLinksLeadThroughTheWholeList(String list) {
        List<JsonNode> whole = new ArrayList<>();
        items(json(get(list))).forEach(whole::add);

        assertThat(follow(list, PagesOverHttpTest::items, () -> {})).isEqualTo(whole);
        assertThat(whole).isNotEmpty();
    }

    @Test
    void whatIsAskedForMeanwhileMakesNoPaymentComeTwiceAndNoneIsPassedOver() {
        int[] asked = {0};
        List<JsonNode> before = new ArrayList<>();
        items(json(get("/disbursements"))).forEach(before::add);

        List<JsonNode> followed =
                follow(
                        "/disbursements",
                        PagesOverHttpTest::items,
                        () -> {
                            host.aMinuteLater();
                            askForTwo(asked[0]++);
                        });

        assertThat(followed).isEqualTo(before).hasSize(3);
        assertThat(items(json(get("/disbursements")))).hasSize(3 + 2 * asked[0]);
    }

    private void askForTwo(int round) {
        for (String id : List.of("E7" + round + "1", "E7" + round + "2")) {
            HttpResponse<String> answer =
                    host.server()
                            .post(
                                    BASE + "/disbursements",
                                    """
                                    {"id":"%s","kind":"PAYMENT","payee":"cableworks",
                                     "payeeName":"缆索厂","amountMinor":100,"purpose":"绳索",
                                     "charge":"SF-01",
                                     "vouchers":[{"number":"P-%s","kind":"INVOICE",
                                       "date":"2025-03-18","amountMinor":100,"sha256":"%s"}]}
                                    """
                                            .formatted(id, id, SampleVillage.INVOICE_HASH.toHex()),
                                    "steward",
                                    "asked-for-" + id);
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aCheckpointThatIsPublishedMeanwhileMakesNoneComeTwice() {
        HttpResponse<String> first = get("/checkpoints?limit=1");

        host.village.receive("S2025030008", 8, Instant.parse("2025-03-18T02:00:00Z"));
        host.village.log().publish(Instant.parse("2025-03-18T03:00:00Z"));
        JsonNode second = json(get("/checkpoints" + next(first)));

        assertThat(json(get("/checkpoints")).get(1)).isEqualTo(json(first).get(0));
        assertThat(second).hasSize(1).isNotEqualTo(json(first));
    }

    @Test
    void aCursorIsOfItsOwnListAlone() {
        String cursor = next(get("/disbursements?limit=1"));

        HttpResponse<String> other = get("/checkpoints" + cursor);
        HttpResponse<String> log = get("/records" + cursor);

        assertThat(List.of(other.statusCode(), log.statusCode())).containsOnly(400);
        assertThat(json(other).findValuesAsText("rule")).containsExactly("request.cursor");
        assertThat(json(log).findValuesAsText("rule")).containsExactly("request.cursor");
        assertThat(other.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/disbursements, 1, 200",
        "/disbursements, 200, 200",
        "/disbursements, 0, 400",
        "/disbursements, 201, 400",
        "/decisions, 200, 200",
        "/decisions, 201, 400",
        "/conferences, 0, 400",
        "/conferences, 1, 200"
    })
    void aPageHasOneToTwoHundredEntries(String list, int limit, int status) {
        assertThat(get(list + "?limit=" + limit).statusCode()).isEqualTo(status);
    }

    @Test
    void communitiesComePageByPageAsWell() {
        SampleVillage next =
                new SampleVillage(CommunityId.of("taoyuan"), new InMemoryDisbursementStore());
        CommunityDirectory both =
                CommunityDirectory.of(
                        List.of(
                                host.village.published(Optional.empty()),
                                next.published(Optional.empty())));
        try (RunningServer server = new RunningServer(both)) {
            HttpResponse<String> first = server.get("/api/communities?limit=1");
            HttpResponse<String> second = server.get("/api/communities" + next(first));

            assertThat(json(first).findValuesAsText("id")).hasSize(1);
            assertThat(json(second).findValuesAsText("id")).hasSize(1);
            assertThat(List.of(json(first).at("/0/id").asText(), json(second).at("/0/id").asText()))
                    .containsExactlyInAnyOrder("liuyuan", "taoyuan");
            assertThat(second.headers().firstValue("Link")).isEmpty();
            assertThat(server.get("/api/communities?limit=0").statusCode()).isEqualTo(400);
            assertThat(server.get("/api/communities?cursor=x").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aTableLinksItsNextPageToo() {
        HttpResponse<String> csv =
                host.server().get(BASE + "/disbursements?limit=1", "Accept", "text/csv");

        assertThat(csv.body().lines()).hasSize(2);
        assertThat(get("/disbursements" + next(csv)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCursorTellsNothingOfWhatItStandsAt() {
        String cursor = next(get("/disbursements?limit=1"));
        String text = cursor.replaceAll(".*cursor=([^&]+).*", "$1");

        byte[] decoded = Base64.getUrlDecoder().decode(text);
        assertThat(new String(decoded, StandardCharsets.UTF_8)).matches("1-[0-9a-f]{16}");
    }
}
