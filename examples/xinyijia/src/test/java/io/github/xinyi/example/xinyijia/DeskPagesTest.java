package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.newNumber;
import static io.github.xinyi.example.xinyijia.Visitor.passwords;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Logging in, an owner's bills and the desk, as people of the small community use them. */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class DeskPagesTest {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;
    private static final String HERE = "?c=chunhuili";

    @TempDir private Path folder;

    private static void login(Chromium page, Running running, String name) {
        page.go(HERE + "#/login");
        page.fill("f-name", name);
        page.fill("f-password", passwords(running.data(), name).get(0));
        page.click("login-button");
        page.find("logout");
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void showsAnOwnerTheOwnBillsAndReceipts(int width, String language, Running running)
            throws Exception {
        try (Chromium page = running.open(width)) {
            if (language.equals("en")) {
                page.click("lang-switch");
            }
            page.go(HERE + "#/login");
            page.find("login-button");
            assertThat(page.accessibilityFaults()).as("login").isEmpty();
            assertThat(page.overflow()).isZero();
            login(page, running, "owner");

            page.awaitText("bills", "1-101");
            assertThat(page.accessibilityFaults()).as("bills").isEmpty();
            assertThat(page.overflow()).isZero();
            assertThat(page.has("to-desk")).isFalse();
            page.screenshot("bills-" + width + "-" + language);
        }
    }

    @Test
    void tellsAWrongPasswordAndKeepsItNowhere(Running running) {
        try (Chromium page = running.open(PHONE)) {
            page.go(HERE + "#/login");
            page.fill("f-name", "nobody-here");
            page.fill("f-password", "not the password");
            page.click("login-button");

            page.awaitText("error", "用户名或密码不对");
            assertThat(page.find("f-password").getDomProperty("value")).isEmpty();
            assertThat(page.script("document.cookie")).isEmpty();
            assertThat(page.script("JSON.stringify(localStorage)")).doesNotContain("password");
        }
    }

    @Test
    void takesAPaymentFromTheRequestToThePublicTrace(Running running) throws Exception {
        Path invoice = Visitor.picture(folder);
        try (Chromium page = running.open(DESKTOP)) {
            login(page, running, "steward");
            page.awaitText("desk", "TRUSTEE-1");
            String purpose = "更换楼道灯 " + newNumber();
            page.fill("f-purpose", purpose);
            page.fill("f-payeeName", "明*照明维修");
            page.fill("f-payee", "V-1");
            page.fill("f-amount", "12.50");
            page.fill("f-voucherNumber", "FP-1");
            page.find("f-voucherFile").sendKeys(invoice.toString());
            page.click("request-button");
            page.awaitText("payments", purpose);
            assertThat(page.accessibilityFaults()).as("desk").isEmpty();
            page.screenshot("desk-1280-zh");
            String number = Objects.requireNonNull(page.find("payment").getDomAttribute("data-id"));

            page.fill("second-password", passwords(running.data(), "steward").get(1));
            page.click("approve-button");
            page.awaitText("payment", "TRUSTEE-1");
            page.click("logout");
            page.find("to-login");
            loggedIn(running, "chair").approve(number, passwords(running.data(), "chair").get(1));
            login(page, running, "steward");
            page.click("pay-button");
            page.await("payment", "data-status", "PAID");

            page.click("logout");
            page.find("to-login");
            page.go(HERE + "#/disbursement/" + number);
            assertThat(page.text("trace")).contains("TRUSTEE-1", "OWNER-BODY-1", "SIM-" + number);
            page.click("to-record");
            page.click("verify-button");
            page.await("verify-result", "data-result", "ok");
        }
    }

    @Test
    void showsEveryRuleInTheWayOnAPhoneInEnglish(Running running) throws Exception {
        Path invoice = Visitor.picture(folder);
        try (Chromium page = running.open(PHONE)) {
            page.click("lang-switch");
            login(page, running, "chair");
            page.click("to-desk");
            page.find("desk");
            page.fill("f-purpose", "More than there is");
            page.fill("f-payeeName", "Lamps");
            page.fill("f-payee", "V-1");
            page.fill("f-amount", "99999999.99");
            page.fill("f-voucherNumber", "FP-2");
            page.find("f-voucherFile").sendKeys(invoice.toString());
            page.click("request-button");

            page.awaitText("error", "Refused");
            assertThat(page.text("error")).contains("✘").contains("✔");
            assertThat(page.accessibilityFaults()).as("refused").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("refused-360-en");
        }
    }

    @Test
    void logsInByKeyboardAlone(Running running) {
        try (Chromium page = running.open(DESKTOP)) {
            page.go(HERE + "#/login");
            page.find("login-button");
            page.script("document.getElementById('f-name').focus()");
            page.press("auditor", Keys.TAB);
            page.press(passwords(running.data(), "auditor").get(0), Keys.ENTER);
            page.find("desk");

            assertThat(page.has("request-button")).isFalse();
            assertThat(page.has("approve-button")).isFalse();
        }
    }
}
