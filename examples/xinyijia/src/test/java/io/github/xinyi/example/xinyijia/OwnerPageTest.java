package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** The owners' page as a person uses it, in a real browser against the real server. */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class OwnerPageTest {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;

    /** The corridor light bulb for 12.50 yuan. */
    private static final String BULB = "#/disbursement/E0046";

    @Test
    void showsTheBalanceThatTheRawFilesGive(Running running) throws Exception {
        try (Chromium page = running.open(PHONE)) {
            page.awaitText("balance", "465,917.79");

            assertThat(page.text("fund-SERVICE_FUND")).contains("315,162.80");
            assertThat(page.text("fund-PUBLIC_INCOME")).contains("114,754.99");
            assertThat(page.text("fund-MAINTENANCE_FUND")).contains("5,863,412.08");
            assertThat(page.text("budget-line-SF-07")).contains("12,000.00");
            assertThat(page.text("collection")).contains("1,279,393.25");
            assertThat(page.overflow()).isZero();
            page.screenshot("home-phone-zh");
        }
    }

    @Test
    void tracesABulbFromReportToVoucherAndBothKeys(Running running) throws Exception {
        try (Chromium page = running.open(DESKTOP)) {
            page.go(BULB);

            assertThat(page.all("trace-step")).hasSizeGreaterThanOrEqualTo(6);
            assertThat(page.text("trace"))
                    .contains("G0033")
                    .contains("12.50")
                    .contains("TRUSTEE-2")
                    .contains("OWNER-BODY-")
                    .doesNotContain("P0097")
                    .contains("P2025-0055");
            assertThat(page.all("voucher")).hasSize(2);
            page.screenshot("trace-desktop-zh");
        }
    }

    @Test
    void verifiesAnEntryInTheBrowserAndRefusesATamperedOne(Running running) throws Exception {
        try (Chromium page = running.open(DESKTOP)) {
            page.go(BULB);
            page.click("to-record");
            page.find("record-detail");

            page.click("verify-button");
            page.await("verify-result", "data-result", "ok");
            page.screenshot("proof-desktop-zh");

            page.click("tamper-toggle");
            page.click("verify-button");
            page.await("verify-result", "data-result", "failed");
            page.screenshot("tampered-desktop-zh");
        }
    }

    @Test
    void verifiesAgainstACheckpointThatWasPinnedBefore(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.click("pin-button");
            page.await("pin", "data-state", "ok");
            page.go(BULB);
            page.click("to-record");

            page.click("anchor-pinned");
            page.click("verify-button");

            page.await("verify-result", "data-result", "ok");
            page.await("verify-result", "data-anchor", "pinned");
        }
    }

    @Test
    void verifiesAgainstACheckpointPastedFromElsewhereAndRefusesAForgedOne(Running running) {
        Community community = running.server().community();
        String note =
                community
                        .stores()
                        .checkpoints()
                        .latest(community.office().community().id())
                        .orElseThrow()
                        .note();
        try (Chromium page = running.open(DESKTOP)) {
            page.go(BULB);
            page.click("to-record");
            page.click("anchor-pasted");

            page.fill("vkey-input", community.log().verifierKey());
            page.fill("checkpoint-input", note);
            page.click("verify-button");
            page.await("verify-result", "data-result", "ok");

            page.fill("checkpoint-input", note.replaceFirst("\\n[0-9]+\\n", "\n16000\n"));
            page.click("verify-button");
            page.await("verify-result", "data-result", "failed");
        }
    }

    @Test
    void showsFourBarsForEachMotionAndWhichOneFailed(Running running) throws Exception {
        try (Chromium page = running.open(DESKTOP)) {
            page.go("#/decision/M1");

            assertThat(page.text("decision-M1")).contains("46,011.13").contains("59,677.88");
            assertThat(page.text("decision-M3")).contains("299").contains("411");
            assertThat(page.all("bar"))
                    .hasSize(12)
                    .filteredOn(bar -> "false".equals(bar.getAttribute("data-met")))
                    .hasSize(1);
        }
    }

    @Test
    void speaksEnglishOnRequest(Running running) throws Exception {
        try (Chromium page = running.open(PHONE)) {
            page.awaitText("balance", "465,917.79");
            page.click("lang-switch");

            page.awaitText("decision-M1", "Area");

            assertThat(page.language()).isEqualTo("en");
            page.screenshot("home-phone-en");
        }
    }

    @Test
    void namesNoHouseholdInTheListOfRecords(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.click("filter-all");
            page.awaitText("records", "承诺");

            assertThat(page.all("record-row"))
                    .extracting(WebElement::getText)
                    .noneMatch(text -> text.matches("(?s).*\\b[1-8]-[1-3]-\\d{3,4}\\b.*"));
        }
    }
}
