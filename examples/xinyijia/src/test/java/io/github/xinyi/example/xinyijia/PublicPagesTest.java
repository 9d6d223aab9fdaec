package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What everybody may open: on a phone and a desk, in both languages, by keyboard, without sight.
 */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class PublicPagesTest {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    /** What a first visit may take over the network, in bytes. */
    private static final long FIRST_LOAD = 300_000;

    @ParameterizedTest
    @CsvSource({"360, zh", "360, en", "1280, zh", "1280, en"})
    void noPageKeepsAnybodyOut(int width, String language, Running running) throws Exception {
        try (Chromium page = running.open(width)) {
            page.awaitText("balance", "465,917.79");
            if (language.equals("en")) {
                page.click("lang-switch");
                page.awaitText("decision-M1", "Area");
            }
            page.find("notices");
            page.find("statement-annual-report");
            page.find("record-row");
            assertThat(page.accessibilityFaults()).as("home").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("home-" + width + "-" + language);

            page.go("#/disbursement/E0046");
            page.find("voucher");
            assertThat(page.accessibilityFaults()).as("trace").isEmpty();
            assertThat(page.overflow()).isZero();

            page.click("to-record");
            page.find("record-detail");
            assertThat(page.accessibilityFaults()).as("record").isEmpty();
            assertThat(page.overflow()).isZero();

            page.go("#/statement/balance-sheet");
            page.find("statement-lines");
            assertThat(page.accessibilityFaults()).as("statement").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("statement-" + width + "-" + language);
        }
    }

    @Test
    void aFirstVisitTakesAtMostThreeHundredKilobytes(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.find("record-row");
            page.find("notices");
            page.find("decision-M3");

            assertThat(page.transferred()).isBetween(20_000L, FIRST_LOAD);
        }
    }

    @Test
    void whoAsksForACommunityThatIsNotThereIsShownTheMoneyOfNoOther(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go("?c=elsewhere");

            page.awaitText("empty", "没有这个小区");
        }
    }

    @Test
    void findsARecordByWordsKindAndDayAndSaysSoWhereThereIsNone(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.find("record-row");
            page.script("document.querySelector('.searching').open = true");
            page.fill("search-words", "12.50");
            page.fill("search-kind", "PAYMENT");
            page.fill("search-from", "2025-01-01");
            page.fill("search-to", "2025-12-31");
            page.click("search-button");
            page.awaitText("records-count", "找到");

            assertThat(page.all("record-row"))
                    .isNotEmpty()
                    .extracting(WebElement::getText)
                    .allMatch(text -> text.contains("12.50"));

            page.fill("search-words", "没有这样的事由");
            page.click("search-button");
            page.awaitText("records", "没有符合条件的记录");
            page.click("search-reset");
            page.awaitText("records-count", "已显示 20 条");
            page.click("load-more");
            page.awaitText("records-count", "已显示 40 条");
        }
    }

    @Test
    void leadsFromAPaymentToItsRecordAndBack(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go("#/disbursement/E0046");
            page.click("to-record");
            page.find("record-detail");
            page.click("to-trace");
            page.find("disbursement-detail");
            page.click("back");
            page.find("record-detail");
            page.click("back");

            assertThat(page.text("disbursement-detail")).contains("E0046");
        }
    }

    @Test
    void showsTheWholeNumbersThatDecideAndGivesTheTotalsAway(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            // 46011.13 of 59677.88 m2 took part: in hundredths, times 3 and times 2.
            page.awaitText("decision-M1", "13,803,339 > 11,935,576");
            assertThat(page.text("decision-M1")).contains("voting.area-quorum");

            page.script(
                    "URL.createObjectURL = blob => { blob.text().then(t => window.given = t);"
                            + " return '#/decisions'; }");
            page.click("decision-download");
            page.awaitScript("window.given || ''", "46011.13");

            assertThat(page.script("window.given").lines())
                    .hasSize(5)
                    .element(1)
                    .asString()
                    .contains("\"M1\",\"PASSED\",\"voting.area-quorum\"")
                    .contains("\"59677.88\"");
        }
    }

    @Test
    void tellsWhatWasMadePublicInTimeAndWhatWasNot(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.awaitText("announcement", "2024-12-01");

            assertThat(page.text("announcement")).contains("15");
            assertThat(page.find("duty-entries").getAttribute("data-late")).isEqualTo("0");
            assertThat(page.find("duty-collection").getAttribute("data-late")).isEqualTo("0");
            assertThat(page.find("duty-committee").getAttribute("data-late")).isEqualTo("1");
        }
    }

    @Test
    void saysThatTheNetworkIsGoneAndGoesOnWhenItIsBack(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.find("record-row");
            page.offline(true);
            page.find("offline");
            page.click("load-more");
            page.awaitText("records", "连不上服务器");

            page.offline(false);
            page.click("retry");
            page.awaitText("records-count", "已显示 40 条");
        }
    }

    @Test
    void saysWhatIsNotThere(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go("#/disbursement/E9999");

            assertThat(page.text("error")).isNotBlank();
            page.click("back");
            page.find("balance");
        }
    }

    @Test
    void isUsedByKeyboardAlone(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.find("record-row");
            page.press(Keys.TAB);
            assertThat(page.focused()).isEqualTo("跳到正文");
            page.press(Keys.ENTER, Keys.TAB);
            page.press(Keys.ENTER);

            page.awaitScript("document.activeElement.id", "title-balance");
        }
    }

    @Test
    void printsAStatementWithoutTheFrameOfTheScreen(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.go("#/statement/annual-report");
            page.find("statement-lines");
            page.media("print");

            assertThat(page.find("back").isDisplayed()).isFalse();
            assertThat(page.find("statement-lines").isDisplayed()).isTrue();
            assertThat(page.printed()).isGreaterThan(10_000);
            page.media("");
        }
    }
}
