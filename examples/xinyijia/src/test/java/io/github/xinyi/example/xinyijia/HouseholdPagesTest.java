package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.passwords;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** An owner reports something and follows it, and pays the bills, in a browser. */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class HouseholdPagesTest {

    private static final int PHONE = 360;
    private static final String HERE = "?c=chunhuili";

    private static void login(Chromium page, Running running, String name) {
        page.go(HERE + "#/login");
        page.fill("f-name", name);
        page.fill("f-password", passwords(running.data(), name).get(0));
        page.click("login-button");
        page.find("logout");
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void followsWhatWasReportedLikeAParcel(int width, String language, Running running)
            throws Exception {
        try (Chromium page = running.open(width)) {
            if (language.equals("en")) {
                page.click("lang-switch");
            }
            login(page, running, "owner");
            page.click("to-cases");
            page.find("report-button");
            assertThat(page.accessibilityFaults()).as("cases").isEmpty();
            assertThat(page.overflow()).isZero();
            page.fill("f-text", "三楼楼道灯不亮");
            page.click("report-button");
            page.await("case", "data-stage", "REPORTED");
            String number = Objects.requireNonNull(page.find("case").getDomAttribute("data-id"));
            assertThat(page.text("case-steps")).contains("三楼楼道灯不亮");

            Visitor officer = loggedIn(running, "officer");
            officer.step(number, 2, "{\"step\":\"ACCEPT\"}");
            officer.step(number, 3, "{\"step\":\"DISPATCH\",\"person\":\"S-1\"}");
            page.go(HERE + "#/cases");
            page.click("case-row");
            page.await("case", "data-stage", "AT_WORK");
            assertThat(page.all("case-step")).hasSize(7);
            assertThat(page.accessibilityFaults()).as("case").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("case-" + width + "-" + language);
        }
    }

    @Test
    void asksForAClosedCaseToBeOpenedAgain(Running running) {
        String number = Visitor.newNumber();
        loggedIn(running, "owner").report(number, "门禁坏了");
        Visitor officer = loggedIn(running, "officer");
        officer.step(number, 2, "{\"step\":\"ACCEPT\"}");
        officer.step(number, 3, "{\"step\":\"DISPATCH\",\"person\":\"S-1\"}");
        loggedIn(running, "steward")
                .step(number, 4, "{\"step\":\"FINISH\",\"value\":\"" + "b".repeat(64) + "\"}");
        officer.step(number, 5, "{\"step\":\"FOLLOW_UP\",\"value\":\"CONTENT\",\"text\":\"好\"}");
        officer.step(number, 6, "{\"step\":\"CLOSE\"}");
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "owner");
            page.go(HERE + "#/case/" + number);
            page.await("case", "data-stage", "CLOSED");
            page.fill("f-reason", "又坏了");
            page.click("reopen-button");
            page.await("case", "data-stage", "REPORTED");

            assertThat(page.text("case-steps")).contains("又坏了");
        }
    }

    @Test
    void showsAnotherOwnersCaseToNobodyElse(Running running) {
        String number = Visitor.newNumber();
        loggedIn(running, "owner").report(number, "门禁坏了");
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "neighbour");
            page.go(HERE + "#/case/" + number);

            page.find("error");
            assertThat(page.has("case")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void paysBillsThroughTheProviderAndKeepsTheReceipt(int width, String language, Running running)
            throws Exception {
        long open = openOf(running);
        try (Chromium page = running.open(width)) {
            if (language.equals("en")) {
                page.click("lang-switch");
            }
            login(page, running, "payer");
            page.fill("f-payAmount", "100.00");
            page.click("pay-button");
            page.find("provider");
            assertThat(page.accessibilityFaults()).as("provider").isEmpty();
            assertThat(page.overflow()).isZero();
            page.click("provider-confirm");

            page.awaitText("online-receipt", "100.00");
            assertThat(page.accessibilityFaults()).as("receipt").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("receipt-" + width + "-" + language);
            assertThat(openOf(running)).isEqualTo(open - 10_000);
            assertThat(page.text("bills-open").replaceAll("[^0-9]", ""))
                    .isEqualTo(Long.toString(open - 10_000));
            page.script("document.querySelector('[data-testid=online-receipt] a').click()");
            page.find("record-detail");
            page.click("verify-button");
            page.await("verify-result", "data-result", "ok");
        }
    }

    private static long openOf(Running running) {
        return json(loggedIn(running, "payer").get("household/chunhuili"))
                .path("openMinor")
                .asLong();
    }

    @Test
    void cancelsByKeyboardAndPaysNothing(Running running) {
        long open = openOf(running);
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "payer");
            page.fill("f-payAmount", "1.00");
            page.script("document.getElementById('f-payAmount').focus()");
            page.press(Keys.ENTER);
            page.find("provider");
            page.script("document.querySelector('[data-testid=provider-cancel]').focus()");
            page.press(Keys.ENTER);
            page.find("pay-button");

            assertThat(openOf(running)).isEqualTo(open);
        }
    }

    @Test
    void saysWhatAnAmountMustBeAndThatTheNetworkIsGone(Running running) {
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "payer");
            page.fill("f-payAmount", "1.005");
            page.click("pay-button");
            page.awaitText("error", "最多两位小数");

            page.offline(true);
            page.fill("f-payAmount", "1.00");
            page.click("pay-button");
            page.awaitText("error", "连不上服务器");
            page.offline(false);
        }
    }
}
