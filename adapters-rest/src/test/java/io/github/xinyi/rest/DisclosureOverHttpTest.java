package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.NoteVerifier;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.TreeHead;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every address of the API, as a page reads it. */
class DisclosureOverHttpTest {

    private static final String BASE = "/api/communities/liuyuan";
    private static final SampleVillage VILLAGE = new SampleVillage();

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                new RunningServer(
                        CommunityDirectory.of(
                                List.of(VILLAGE.published(Optional.of(SampleVillage.bank())))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode read(String path, String... headers) {
        HttpResponse<String> response = server.get(path, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static long sumOfFees(int units) {
        long sum = 0;
        for (int unit = 1; unit <= units; unit++) {
            sum += SampleVillage.fee(unit);
        }
        return sum;
    }

    @Test
    void listsTheCommunities() {
        assertThat(read("/api/communities").toString())
                .isEqualTo("[{\"id\":\"liuyuan\",\"name\":\"柳苑\"}]");
    }

    @Test
    void showsWhatEachClassOfMoneyHas() {
        JsonNode overview = read(BASE + "/overview");

        long received = sumOfFees(9) + sumOfFees(7);
        JsonNode service = overview.at("/funds/0");
        assertThat(overview.at("/funds")).hasSize(5);
        assertThat(service.at("/fundClass").asText()).isEqualTo("SERVICE_FUND");
        assertThat(service.at("/name").asText()).isEqualTo("物业服务资金");
        assertThat(service.at("/cashMinor").asLong())
                .isEqualTo(5_000_000 + received - 123_456 - 10_000);
        assertThat(service.at("/openingMinor").asLong()).isEqualTo(5_000_000);
        assertThat(service.at("/incomeMinor").asLong()).isEqualTo(2 * sumOfFees(12));
        assertThat(overview.at("/jointAccountMinor").asLong())
                .isEqualTo(service.at("/cashMinor").asLong() + 800_000);
        assertThat(overview.at("/asOf").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(overview.at("/contract/ratio").asText()).isEqualTo("2/25");
        assertThat(overview.at("/contract/base").asText()).isEqualTo("FEES_RECEIVED");
        assertThat(overview.at("/remuneration/baseMinor").asLong()).isEqualTo(received);
        assertThat(overview.at("/remuneration/entitledMinor").asLong())
                .isEqualTo(received * 2 / 25);
        assertThat(overview.at("/remuneration/drawnMinor").asLong()).isEqualTo(10_000);
        assertThat(overview.at("/bank/balanceMinor").asLong()).isEqualTo(5_900_000);
        assertThat(overview.at("/householdsPending/minUnits").asInt()).isEqualTo(5);
        assertThat(overview.at("/checkpoint/verifierKey").asText())
                .isEqualTo(VILLAGE.log().verifierKey());
    }

    @Test
    void showsAnEarlierMomentAsItWas() {
        JsonNode before = read(BASE + "/overview?at=2025-01-31T15:59:58Z");
        JsonNode after = read(BASE + "/overview?at=2025-01-31T23:59:59%2B08:00");
        JsonNode beginning = read(BASE + "/overview?at=2024-01-01T00:00:00Z");

        assertThat(before.at("/householdsPending/entries").asInt()).isEqualTo(21);
        assertThat(before.at("/funds/0/cashMinor").asLong()).isEqualTo(5_000_000 - 123_456);
        assertThat(before.at("/checkpoint").isNull()).isTrue();
        assertThat(after.at("/householdsPending/entries").asInt()).isZero();
        assertThat(after.at("/funds/0/cashMinor").asLong())
                .isEqualTo(5_000_000 - 123_456 + sumOfFees(9));
        assertThat(after.at("/checkpoint/publishedAt").asText())
                .isEqualTo("2025-01-31T15:59:59.000Z");
        assertThat(after.at("/bank").isNull()).isTrue();
        assertThat(beginning.at("/logSize").asLong()).isZero();
        assertThat(beginning.at("/asOf").isNull()).isTrue();
    }

    @Test
    void setsBudgetAgainstActual() {
        JsonNode budget = read(BASE + "/budget");

        assertThat(budget.at("/year").asInt()).isEqualTo(2025);
        assertThat(budget.at("/lines/0/spentMinor").asLong()).isEqualTo(123_456);
        assertThat(budget.at("/totals/budgetMinor").asLong()).isEqualTo(1_300_000);
        assertThat(budget.at("/totals/spentMinor").asLong()).isEqualTo(123_456);
    }

    @Test
    void showsFlowsByMonthWithoutOpenings() {
        JsonNode flows = read(BASE + "/flows");

        assertThat(flows.at("/months/0/month").asText()).isEqualTo("2025-01");
        assertThat(flows.at("/months/0/incomeMinor").asLong()).isEqualTo(sumOfFees(12) + 800_000);
        assertThat(flows.at("/months/0/expenseMinor").asLong())
                .isEqualTo(123_456 + sumOfFees(9) * 2 / 25);
        assertThat(flows.at("/accounts").findValuesAsText("account"))
                .containsExactlyInAnyOrder(
                        "public.income.advertising",
                        "service.expense.SF-01",
                        "service.income",
                        "service.remuneration");
    }

    @Test
    void showsFeesBilledAndReceived() {
        JsonNode collection = read(BASE + "/collection");

        assertThat(collection.at("/billedMinor").asLong()).isEqualTo(2 * sumOfFees(12));
        assertThat(collection.at("/receivedMinor").asLong()).isEqualTo(sumOfFees(9) + sumOfFees(7));
        assertThat(collection.at("/outstandingMinor").asLong())
                .isEqualTo(2 * sumOfFees(12) - sumOfFees(9) - sumOfFees(7));
        assertThat(collection.at("/months/1/receivedMinor").asLong()).isEqualTo(sumOfFees(7));
        assertThat(collection.at("/batches").asInt()).isEqualTo(4);
    }

    @Test
    void pagesThroughAllRecordsNewestFirst() {
        List<Long> indexes = new ArrayList<>();
        JsonNode page = read(BASE + "/records?limit=7");
        while (true) {
            page.at("/records").forEach(record -> indexes.add(record.at("/index").asLong()));
            if (page.at("/next").isNull()) {
                break;
            }
            page = read(BASE + "/records?limit=7&cursor=" + page.at("/next").asText());
        }

        long size = read(BASE + "/overview").at("/logSize").asLong();
        assertThat(indexes).hasSize((int) size).doesNotHaveDuplicates();
        assertThat(indexes.get(0)).isEqualTo(size - 1);
        assertThat(indexes).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void showsOpenRecordsWithTheirDisbursementAndBatches() {
        JsonNode records = read(BASE + "/records?filter=open&limit=200").at("/records");

        assertThat(records.findValuesAsText("visibility")).contains("OPEN", "BATCH");
        assertThat(records.findValuesAsText("visibility")).doesNotContain("HOUSEHOLD");
        JsonNode draw = records.get(0);
        assertThat(draw.at("/kind").asText()).isEqualTo("REMUNERATION_DRAW");
        assertThat(draw.at("/disbursement").asText()).isEqualTo(SampleVillage.DRAWN);
        assertThat(draw.at("/postings/0/side").asText()).isEqualTo("D");
        assertThat(draw.at("/postings/0/unit").asText()).isEmpty();
        assertThat(draw.at("/narrativeSalt").asText()).hasSize(64);
        JsonNode opening = records.get(records.size() - 1);
        assertThat(opening.at("/disbursement").isNull()).isTrue();
    }

    @Test
    void namesTheBatchOfAHouseholdEntry() {
        JsonNode household = read(BASE + "/records/1");

        JsonNode batch = read(BASE + "/records/" + household.at("/inBatch").asLong());
        assertThat(household.at("/visibility").asText()).isEqualTo("HOUSEHOLD");
        assertThat(household.at("/commitment").asText()).hasSize(64);
        assertThat(household.has("postings")).isFalse();
        assertThat(batch.at("/batch/kind").asText()).isEqualTo("BILL");
        assertThat(batch.at("/batch/unitCount").asInt()).isEqualTo(12);
        assertThat(batch.at("/entryId").asText()).startsWith("batch/");
    }

    @Test
    void provesEveryCoveredRecordOffline() {
        JsonNode latest = read(BASE + "/checkpoints").get(0);
        long covered = latest.at("/size").asLong();

        for (long index = 0; index < covered; index++) {
            JsonNode proof = read(BASE + "/records/" + index + "/proof");

            SignedNote note = SignedNote.parse(proof.at("/checkpoint").asText());
            NoteVerifier verifier = NoteVerifier.parse(proof.at("/verifierKey").asText());
            TreeHead head = CheckpointText.parse(note.text()).head();
            assertThat(verifier.verify(note).isValid()).isTrue();
            assertThat(
                            MerkleVerifier.verifyInclusion(
                                            Hash.fromHex(proof.at("/entry/leaf").asText()),
                                            new InclusionProof(
                                                    proof.at("/proof/index").asLong(),
                                                    proof.at("/proof/size").asLong(),
                                                    path(proof)),
                                            head)
                                    .isValid())
                    .isTrue();
        }
    }

    @Test
    void provesAgainstTheCheckpointOfASize() {
        JsonNode first = read(BASE + "/checkpoints").get(1);
        long size = first.at("/size").asLong();

        JsonNode proof = read(BASE + "/records/0/proof?size=" + size);

        assertThat(proof.at("/checkpoint")).isEqualTo(first.at("/note"));
        assertThat(server.get(BASE + "/records/0/proof?size=" + (size + 1)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void hasNoProofBeforeACheckpointCoversTheRecord() {
        long last = read(BASE + "/overview").at("/logSize").asLong() - 1;

        HttpResponse<String> response = server.get(BASE + "/records/" + last + "/proof");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).at("/title").asText()).isEqualTo("没有找到");
    }

    @Test
    void provesThatTheLogWasOnlyExtended() {
        JsonNode checkpoints = read(BASE + "/checkpoints");
        TreeHead newer = head(checkpoints.get(0));
        TreeHead older = head(checkpoints.get(1));

        JsonNode proof = read(BASE + "/consistency?from=" + older.size() + "&to=" + newer.size());

        assertThat(
                        MerkleVerifier.verifyConsistency(
                                        new ConsistencyProof(
                                                proof.at("/proof/oldSize").asLong(),
                                                proof.at("/proof/newSize").asLong(),
                                                path(proof)),
                                        older,
                                        newer)
                                .isValid())
                .isTrue();
        assertThat(server.get(BASE + "/consistency?from=1&to=999999").statusCode()).isEqualTo(404);
    }

    private static TreeHead head(JsonNode checkpoint) {
        return CheckpointText.parse(SignedNote.parse(checkpoint.at("/note").asText()).text())
                .head();
    }

    private static List<Hash> path(JsonNode proof) {
        List<Hash> path = new ArrayList<>();
        proof.at("/proof/path").forEach(hash -> path.add(Hash.fromHex(hash.asText())));
        return path;
    }

    @Test
    void servesTheLatestCheckpointAsText() {
        HttpResponse<String> response = server.get(BASE + "/checkpoints/latest.txt");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(response.body())
                .isEqualTo(read(BASE + "/checkpoints").get(0).at("/note").asText());
    }

    @Test
    void linksTheNextPage() {
        HttpResponse<String> checkpoints = server.get(BASE + "/checkpoints?limit=1");
        HttpResponse<String> records = server.get(BASE + "/records?limit=3&filter=open");

        assertThat(json(checkpoints)).hasSize(1);
        assertThat(checkpoints.headers().firstValue("Link").orElseThrow())
                .matches("<[?]cursor=[A-Za-z0-9_-]+&limit=1>; rel=\"next\"");
        assertThat(records.headers().firstValue("Link").orElseThrow())
                .startsWith("<?cursor=")
                .contains("&filter=open&limit=3>; rel=\"next\"");
        HttpResponse<String> last =
                server.get(BASE + "/checkpoints" + PagesOverHttpTest.next(checkpoints));
        assertThat(json(last)).hasSize(1).isNotEqualTo(json(checkpoints));
        assertThat(last.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void listsPayments() {
        JsonNode first = read(BASE + "/disbursements?limit=2");
        JsonNode second =
                read(BASE + "/disbursements?limit=2&cursor=" + first.at("/next").asText());

        assertThat(first.at("/items").findValuesAsText("status"))
                .containsExactly("REQUESTED", "PAID");
        assertThat(first.at("/items/0/entryIndex").isNull()).isTrue();
        assertThat(first.at("/items/1/id").asText()).isEqualTo(SampleVillage.DRAWN);
        assertThat(second.at("/items/0/id").asText()).isEqualTo(SampleVillage.PAID);
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void tracesAPaymentFromReportToEntry() {
        JsonNode payment = read(BASE + "/disbursements/" + SampleVillage.PAID);

        assertThat(payment.at("/report/id").asText()).isEqualTo(SampleVillage.REPORT);
        assertThat(payment.at("/report/reportedAt").asText()).isEqualTo("2025-01-02T03:04:05.006Z");
        assertThat(payment.at("/budgetLineName").asText()).isEqualTo("电梯维保");
        assertThat(payment.at("/digest").asText()).hasSize(64);
        assertThat(payment.at("/approvals").findValuesAsText("side"))
                .containsExactly("TRUSTEE", "OWNER_BODY");
        assertThat(payment.at("/approvals/0/publicKey").asText()).isNotEmpty();
        assertThat(payment.at("/bankReference").asText()).isEqualTo("BK-E0001");
        assertThat(payment.at("/paidAt").asText()).isEqualTo("2025-01-05T02:04:00.000Z");
        assertThat(payment.at("/vouchers/0/href").asText())
                .isEqualTo(BASE + "/vouchers/" + SampleVillage.INVOICE_HASH.toHex());
        JsonNode record = read(BASE + "/records/" + payment.at("/entryIndex").asLong());
        assertThat(record.at("/disbursement").asText()).isEqualTo(SampleVillage.PAID);
    }

    @Test
    void takesTheBankReferenceFromTheEntryWhereTheHostHasNone() {
        JsonNode draw = read(BASE + "/disbursements/" + SampleVillage.DRAWN);

        assertThat(draw.at("/bankReference").asText()).isEqualTo("BK-R0001");
        assertThat(draw.at("/budgetLineName").isNull()).isTrue();
        assertThat(draw.at("/report").isNull()).isTrue();
    }

    @Test
    void servesVoucherFilesSoThatNothingInThemRuns() {
        HttpResponse<String> file =
                server.get(BASE + "/vouchers/" + SampleVillage.INVOICE_HASH.toHex());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void explainsDecisionsWithoutNamingAnyone() {
        JsonNode decisions = read(BASE + "/decisions");

        JsonNode first = decisions.get(0);
        assertThat(decisions).hasSize(3);
        assertThat(first.at("/result").asText()).isEqualTo("PASSED");
        assertThat(decisions.get(2).at("/result").asText()).isEqualTo("REJECTED");
        assertThat(decisions.get(2).at("/voteClass").asText()).isEqualTo("SPECIAL");
        assertThat(first.at("/bars").findValuesAsText("rule"))
                .containsExactly(
                        "voting.area-quorum",
                        "voting.head-quorum",
                        "voting.area-consent",
                        "voting.head-consent");
        assertThat(first.at("/bars/1").toString())
                .isEqualTo(
                        "{\"rule\":\"voting.head-quorum\",\"label\":\"参与表决人数\",\"part\":\"9\","
                                + "\"whole\":\"12\",\"unit\":\"heads\",\"threshold\":\"≥2/3\","
                                + "\"met\":true}");
        assertThat(first.at("/findings")).hasSize(6);
        assertThat(first.at("/ballots").toString())
                .isEqualTo(
                        "{\"received\":10,\"effective\":9,\"setAside\":[{\"reason\":\"UNSIGNED\","
                                + "\"text\":\"没有签名\",\"count\":1}]}");
    }

    @Test
    void speaksBothLanguages() {
        String english = "en-GB,en;q=0.9,zh;q=0.5";

        assertThat(
                        read(BASE + "/overview", "Accept-Language", english)
                                .at("/funds/0/name")
                                .asText())
                .isEqualTo("Service fund");
        assertThat(
                        read(BASE + "/decisions", "Accept-Language", english)
                                .at("/0/findings/1/text")
                                .asText())
                .contains("Area taking part");
        assertThat(
                        read(BASE + "/decisions", "Accept-Language", "fr")
                                .at("/0/findings/1/text")
                                .asText())
                .contains("参与表决面积");
        assertThat(
                        server.get(BASE + "/overview", "Accept-Language", english)
                                .headers()
                                .firstValue("Content-Language"))
                .contains("en");
        assertThat(server.get(BASE + "/overview").headers().firstValue("Vary").orElseThrow())
                .contains("Accept-Language");
    }

    @Test
    void answersNotModifiedToWhoHasItAlready() {
        for (String path :
                List.of(
                        "/overview",
                        "/budget",
                        "/flows",
                        "/collection",
                        "/records",
                        "/records/0",
                        "/records/0/proof",
                        "/decisions",
                        "/checkpoints/latest.txt")) {
            HttpResponse<String> first = server.get(BASE + path);
            String tag = first.headers().firstValue("ETag").orElseThrow();

            HttpResponse<String> again = server.get(BASE + path, "If-None-Match", tag);
            HttpResponse<String> english =
                    server.get(BASE + path, "If-None-Match", tag, "Accept-Language", "en");

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(english.statusCode()).as(path).isEqualTo(path.endsWith(".txt") ? 304 : 200);
        }
    }
}
