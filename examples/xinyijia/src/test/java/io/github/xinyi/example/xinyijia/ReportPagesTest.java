package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements of chosen months, and the book that is taken home, as everybody uses them. */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class ReportPagesTest {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"360, zh", "360, en", "1280, zh", "1280, en"})
    void everyReportIsReadByEverybody(int width, String language, Running running)
            throws Exception {
        try (Chromium page = running.open(width)) {
            if (language.equals("en")) {
                page.click("lang-switch");
            }
            for (String name :
                    List.of(
                            "fund-statement",
                            "income-and-expense",
                            "budget-execution",
                            "annual-report")) {
                page.go("#/statement/" + name + "/2025-01/2025-12");
                page.await("statement", "data-name", name);
                page.click("line-open");
                page.find("line-record");

                assertThat(page.accessibilityFaults()).as(name).isEmpty();
                assertThat(page.overflow()).as(name).isZero();
                page.screenshot(name + "-" + width + "-" + language);
            }
        }
    }

    @Test
    void choosesMonthsFromTheOwnersPageOn(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.find("statement-fund-statement");
            page.fill("months-to", "2025-03");
            page.click("statement-fund-statement");
            page.awaitText("statement", "2025-01-01 至 2025-03-31");

            page.fill("months-from", "2025-06");
            page.awaitText("statement", "2025-06-01 至 2025-06-30");
            page.click("back");
            page.awaitText("statement", "2025-01-01 至 2025-03-31");
            page.go("#/statement/fund-statement");
            page.awaitText("statement-lines", "114,754.99");
        }
    }

    @Test
    void leadsFromALineToTheRecordsBehindIt(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.go("#/statement/income-and-expense/2025-01/2025-12");
            page.click("line-open");
            page.find("line-record");
            assertThat(page.find("line-open").getDomAttribute("aria-expanded")).isEqualTo("true");
            page.script("document.querySelector('[data-testid=line-record] a').click()");
            page.find("record-detail");

            page.click("back");
            page.find("statement-lines");
        }
    }

    @Test
    void tellsWhyAYearHasNoReportYet(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go("?c=chunhuili#/statement/annual-report");

            page.awaitText("error", "✘");
            assertThat(page.accessibilityFaults()).isEmpty();
            page.go("?c=chunhuili#/statement/budget-execution");
            page.awaitText("statement-lines", "36,000.00");
        }
    }

    @Test
    void givesTheFundStatementAwayAsATable(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.go("#/statement/fund-statement/2025-01/2025-12");
            page.find("statement-csv");
            page.script(
                    "URL.createObjectURL = blob => { blob.text().then(t => window.given = t);"
                            + " return '#/statement/fund-statement'; }");
            page.click("statement-csv");
            page.awaitScript("window.given || ''", "PUBLIC_INCOME.cash");

            assertThat(page.script("window.given")).contains("\"11475499\"");
        }
    }

    @Test
    void saysThatTheNetworkIsGoneAndGoesOn(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go("#/statement/fund-statement/2025-01/2025-12");
            page.find("statement-lines");
            page.offline(true);
            page.click("line-open");
            page.awaitText("statement-lines", "连不上服务器");

            page.offline(false);
            page.click("retry");
            page.find("line-record");
        }
    }

    @Test
    void printsAStatementWithItsPeriodAndWithoutItsButtons(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.go("#/statement/fund-statement/2025-01/2025-12");
            page.find("statement-lines");
            page.media("print");

            assertThat(page.find("months-from").isDisplayed()).isFalse();
            assertThat(page.find("line-open").isDisplayed()).isFalse();
            assertThat(page.text("statement")).contains("2025-12-31");
            page.media("");
        }
    }

    @Test
    void leadsToTheBookAndTheOfflinePage(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.find("take-away");

            assertThat(page.find("download-book").getDomAttribute("href"))
                    .isEqualTo("/download/anheyuan-book.ndjson");
            assertThat(page.find("download-verifier").getDomAttribute("href"))
                    .isEqualTo("/download/xinyi-verifier.html");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void checksTheBookFromADiskWithoutAnyNetwork(int width, String language, Running running)
            throws Exception {
        Path verifier = verifier(running);
        Path book = book(running, text -> text);
        try (Chromium page = running.open(width)) {
            page.offline(true);
            page.visit(verifier.toUri());
            if (language.equals("en")) {
                page.click("lang-switch");
            }
            page.find("book").sendKeys(book.toString());
            page.click("check-button");
            page.await("offline-result", "data-result", "ok");

            assertThat(page.text("offline-cash")).contains("315,162.80", "114,754.99");
            assertThat(page.accessibilityFaults()).isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("offline-" + width + "-" + language);
            page.offline(false);
        }
    }

    @Test
    void checksTheBookUnderAKeyAndCheckpointsFromElsewhere(Running running) throws Exception {
        Community community = running.server().community();
        var id = community.office().community().id();
        var checkpoints = community.stores().checkpoints();
        String latest = checkpoints.latest(id).orElseThrow().note();
        String earlier = checkpoints.covering(id, 100).orElseThrow().note();
        Path verifier = verifier(running);
        Path book = book(running, text -> text);
        try (Chromium page = running.open(DESKTOP)) {
            page.visit(verifier.toUri());
            page.find("book").sendKeys(book.toString());
            page.fill("vkey", community.log().verifierKey());
            page.fill("checkpoint", latest);
            page.fill("earlier", earlier);
            page.click("check-button");
            page.await("offline-result", "data-result", "ok");

            assertThat(page.text("offline-result")).contains("旧账没有改");
            assertThat(page.all("offline-step")).hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one amount, ROOT_MISMATCH",
        "one side only, UNBALANCED",
        "a record left out, SIZE_MISMATCH",
        "two records changed over, INDEX_MISMATCH"
    })
    void refusesABookThatWasChanged(String change, String reason, Running running)
            throws Exception {
        Path verifier = verifier(running);
        Path book = book(running, text -> changed(change, text));
        try (Chromium page = running.open(DESKTOP)) {
            page.visit(verifier.toUri());
            page.find("book").sendKeys(book.toString());
            page.click("check-button");
            page.await("offline-result", "data-result", "failed");

            assertThat(page.text("offline-result")).contains(reason);
        }
    }

    private static String changed(String change, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = 1;
        while (!lines.get(at).contains("\"amountMinor\":1250,")) {
            at++;
        }
        switch (change) {
            case "one amount" ->
                    lines.set(
                            at,
                            lines.get(at)
                                    .replace("\"amountMinor\":1250,", "\"amountMinor\":1251,"));
            case "one side only" ->
                    lines.set(
                            at,
                            lines.get(at)
                                    .replaceFirst(
                                            "\"amountMinor\":1250,", "\"amountMinor\":1251,"));
            case "a record left out" -> lines.remove(at);
            default -> Collections.swap(lines, at, at + 1);
        }
        return String.join("\n", lines) + "\n";
    }

    private Path verifier(Running running) throws IOException {
        return keep(running, "xinyi-verifier.html", text -> text);
    }

    private Path book(Running running, UnaryOperator<String> change) throws IOException {
        return keep(running, "anheyuan-book.ndjson", change);
    }

    private Path keep(Running running, String name, UnaryOperator<String> change)
            throws IOException {
        String text = new Visitor(running.server().address()).get("download/" + name).body();
        return Files.writeString(folder.resolve(name), change.apply(text), StandardCharsets.UTF_8);
    }
}
