package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.money.Money;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant T5: no response tells who a household is or what it owes or paid. */
class HouseholdPrivacyTest {

    private static final String BASE = "/api/communities/liuyuan";

    /** After the last record of the sample. */
    private static final Instant LATER = Instant.parse("2025-03-20T02:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private SampleVillage village;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeEach
    void start() {
        village = new SampleVillage();
        server =
                new RunningServer(
                        CommunityDirectory.of(
                                List.of(village.published(Optional.of(SampleVillage.bank())))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noResponseNamesAHouseholdOrItsAmounts() {
        village.receive("S2025030099", 11, LATER);
        Set<String> secrets = secrets();
        Set<Long> amounts = amounts();

        List<HttpResponse<String>> responses = everything();

        assertThat(responses).hasSizeGreaterThan(150);
        for (HttpResponse<String> response : responses) {
            String all = response.headers().map() + response.body();
            assertThat(secrets.stream().filter(all::contains)).as(all).isEmpty();
            if (response.body().startsWith("{") || response.body().startsWith("[")) {
                assertThat(numbers(json(response))).doesNotContainAnyElementsOf(amounts);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget",
                "/flows",
                "/collection",
                "/decisions",
                "/disbursements",
                "/statements/collection?period=2025",
                "/statements/income-and-expense?period=2025",
                "/statements/balance-sheet?period=2025"
            })
    void noTableNamesAHouseholdOrItsAmounts(String path) {
        village.receive("S2025030099", 11, LATER);
        Set<String> yuan = new HashSet<>();
        amounts().forEach(fen -> yuan.add(Money.ofFen(fen).toString()));

        for (String type : List.of("text/csv", "text/plain")) {
            HttpResponse<String> table = server.get(BASE + path, "Accept", type);

            assertThat(table.statusCode()).isEqualTo(200);
            assertThat(secrets().stream().filter(table.body()::contains)).isEmpty();
            assertThat(table.body().split("[,\\s]+")).doesNotContainAnyElementsOf(yuan);
        }
    }

    @Test
    void aSingleReceiptMovesNoFigureBeforeItsBatch() {
        JsonNode before = json(server.get(BASE + "/overview"));
        JsonNode collectionBefore = json(server.get(BASE + "/collection"));

        village.receive("S2025030099", 11, LATER);

        JsonNode after = json(server.get(BASE + "/overview"));
        assertThat(after.at("/funds")).isEqualTo(before.at("/funds"));
        assertThat(after.at("/jointAccountMinor")).isEqualTo(before.at("/jointAccountMinor"));
        assertThat(after.at("/remuneration")).isEqualTo(before.at("/remuneration"));
        assertThat(json(server.get(BASE + "/collection")).at("/months"))
                .isEqualTo(collectionBefore.at("/months"));
        assertThat(after.at("/householdsPending/entries").asInt()).isEqualTo(1);
        assertThat(after.at("/logSize").asLong()).isEqualTo(before.at("/logSize").asLong() + 1);
    }

    @Test
    void withholdsTheBankBalanceWhileHouseholdsWait() {
        JsonNode before = json(server.get(BASE + "/overview"));

        village.receive("S2025030099", 11, LATER);

        JsonNode after = json(server.get(BASE + "/overview"));
        assertThat(before.at("/bank/balanceMinor").isIntegralNumber()).isTrue();
        assertThat(before.at("/bankWithheld").asBoolean()).isFalse();
        assertThat(after.at("/bank").isNull()).isTrue();
        assertThat(after.at("/bankWithheld").asBoolean()).isTrue();
    }

    /** Every address, every record and every proof, in both languages, now and earlier. */
    private List<HttpResponse<String>> everything() {
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/api/communities",
                                BASE + "/overview",
                                BASE + "/overview?at=2025-01-10T00:00:00Z",
                                BASE + "/overview?at=2025-02-10T00:00:00Z",
                                BASE + "/budget",
                                BASE + "/flows",
                                BASE + "/collection",
                                BASE + "/decisions",
                                BASE + "/records?limit=200",
                                BASE + "/records?filter=open&limit=200",
                                BASE + "/consistency?from=3&to=30",
                                BASE + "/checkpoints",
                                BASE + "/checkpoints/latest.txt",
                                BASE + "/disbursements",
                                BASE + "/disbursements/" + SampleVillage.PAID,
                                BASE + "/disbursements/" + SampleVillage.REQUESTED,
                                BASE + "/disbursements/" + SampleVillage.DRAWN,
                                BASE + "/vouchers/" + SampleVillage.INVOICE_HASH.toHex()));
        long size = json(server.get(BASE + "/overview")).at("/logSize").asLong();
        for (long index = 0; index <= size; index++) {
            paths.add(BASE + "/records/" + index);
            paths.add(BASE + "/records/" + index + "/proof");
        }
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (String path : paths) {
            responses.add(server.get(path));
            responses.add(server.get(path, "Accept-Language", "en"));
        }
        return responses;
    }

    private Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        for (int i = 1; i <= SampleVillage.UNITS; i++) {
            secrets.add(SampleVillage.unit(i));
            secrets.add(SampleVillage.owner(i));
            secrets.add(SampleVillage.ballot(i));
        }
        for (EntryDraft draft : householdDrafts()) {
            secrets.add(draft.id().value());
            secrets.add(draft.salt().toHex());
            secrets.add(draft.source().id());
        }
        assertThat(secrets).hasSizeGreaterThan(3 * SampleVillage.UNITS);
        return secrets;
    }

    private Set<Long> amounts() {
        Set<Long> amounts = new HashSet<>();
        for (EntryDraft draft : householdDrafts()) {
            draft.postings().forEach(posting -> amounts.add(posting.amount().minor()));
        }
        assertThat(amounts).hasSize(SampleVillage.UNITS);
        return amounts;
    }

    private List<EntryDraft> householdDrafts() {
        List<EntryDraft> drafts = new ArrayList<>();
        List<LogRecord> records = village.book().read(reader -> reader.records(0, 10_000));
        for (LogRecord record : records) {
            record.asEntry()
                    .map(e -> e.entry().draft())
                    .filter(draft -> !draft.visibility().isOpen())
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    private static Set<Long> numbers(JsonNode node) {
        Set<Long> numbers = new HashSet<>();
        if (node.isIntegralNumber()) {
            numbers.add(node.asLong());
        }
        assertThat(node.isFloatingPointNumber()).isFalse();
        node.forEach(child -> numbers.addAll(numbers(child)));
        return numbers;
    }
}
