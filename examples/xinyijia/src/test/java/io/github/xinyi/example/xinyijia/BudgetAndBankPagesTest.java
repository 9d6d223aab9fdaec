package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.passwords;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/**
 * A committee adopts the next budget, and a steward compares the bank's statement, in a browser.
 */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class BudgetAndBankPagesTest {

    private static final int PHONE = 360;
    private static final String HERE = "?c=chunhuili";
    private static final String TABLE = "desk/chunhuili/budget/table.csv";
    private static final String STATEMENT = "desk/chunhuili/bank/statement.csv";

    @TempDir private Path folder;

    private static void login(Chromium page, Running running, String name) {
        page.go(HERE + "#/login");
        page.fill("f-name", name);
        page.fill("f-password", passwords(running.data(), name).get(0));
        page.click("login-button");
        page.find("desk");
    }

    private static void speak(Chromium page, String language) {
        if (language.equals("en")) {
            page.click("lang-switch");
        }
    }

    private String file(Running running, String address, String name) throws IOException {
        String text = loggedIn(running, "chair").get(address).body();
        return write(name, text).toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static int nextYear(Running running) {
        return json(loggedIn(running, "chair").get("desk/chunhuili/budget"))
                .path("nextYear")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void theCommitteeAdoptsTheNextBudget(int width, String language, Running running)
            throws Exception {
        String table = file(running, TABLE, "budget.csv");
        int next = nextYear(running);
        try (Chromium page = running.open(width)) {
            speak(page, language);
            login(page, running, "chair");
            page.click("to-budgets");
            page.find("executed-" + (next - 1));
            assertThat(page.accessibilityFaults()).as("budgets").isEmpty();
            assertThat(page.overflow()).isZero();
            page.find("f-budgetFile").sendKeys(table);
            page.click("draft-button");
            page.awaitText("checked", "SF-04");
            assertThat(page.accessibilityFaults()).as("checked").isEmpty();
            assertThat(page.overflow()).isZero();

            page.click("adopt-button");
            page.awaitText("checked", "✓");

            assertThat(page.text("executed-" + next)).contains("SF-04", "4,800.00");
            assertThat(page.accessibilityFaults()).as("adopted").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("budgets-" + width + "-" + language);
        }
    }

    @Test
    void tellsEveryFaultOfATable(Running running) throws Exception {
        String text =
                loggedIn(running, "chair").get(TABLE).body().replace("SERVICE_FUND", "OTHERS");
        String table = write("wrong.csv", text).toString();
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "chair");
            page.go(HERE + "#/budgets");
            page.find("f-budgetFile").sendKeys(table);
            page.click("draft-button");

            page.awaitText("error", "wrong.csv");
            assertThat(page.has("adopt-button")).isFalse();
            assertThat(page.accessibilityFaults()).as("refused").isEmpty();
            assertThat(page.overflow()).isZero();
        }
    }

    @Test
    void saysThatATableIsNotInUnicode(Running running) throws Exception {
        Path table = folder.resolve("gb.csv");
        Files.write(table, "科目编号,科目".getBytes(Charset.forName("GB18030")));
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "chair");
            page.go(HERE + "#/budgets");
            page.find("f-budgetFile").sendKeys(table.toString());
            page.click("draft-button");

            page.awaitText("error", "UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, zh", "1280, en"})
    void theStewardComparesTheBanksStatement(int width, String language, Running running)
            throws Exception {
        String statement = file(running, STATEMENT, "bank.csv");
        try (Chromium page = running.open(width)) {
            speak(page, language);
            login(page, running, "steward");
            page.click("to-bank");
            page.find("compare-button");
            assertThat(page.accessibilityFaults()).as("bank").isEmpty();
            assertThat(page.overflow()).isZero();
            page.find("f-bankFiles").sendKeys(statement);
            page.script("document.querySelector('[data-testid=compare-button]').focus()");
            page.press(Keys.ENTER);

            page.find("matched");
            assertThat(page.text("compared")).contains("10.00", "GL-");
            assertThat(page.find("proposal").getDomAttribute("data-kind")).isEqualTo("FEE");
            assertThat(page.accessibilityFaults()).as("compared").isEmpty();
            assertThat(page.overflow()).isZero();
            page.screenshot("bank-" + width + "-" + language);
        }
    }

    @Test
    void anAuditorComparesAndAnOfficerDoesNot(Running running) {
        try (Chromium page = running.open(PHONE)) {
            login(page, running, "auditor");
            assertThat(page.has("to-bank")).isTrue();
            page.click("to-budgets");
            page.find("budgets");
            assertThat(page.has("draft-button")).isFalse();
            page.click("logout");
            page.find("to-login");
            login(page, running, "officer");

            assertThat(page.has("to-bank")).isFalse();
        }
    }
}
