package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.newNumber;
import static io.github.xinyi.example.xinyijia.Visitor.passwords;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins and the desk as a program meets them: what goes through, and everything that must not. */
@ExtendWith(SampleServer.class)
class DeskTest {

    private static final String DESK = "desk/chunhuili";
    private static final String BILLS = "household/chunhuili";
    private static final String RECORDS = "api/communities/chunhuili/records?filter=all&limit=1";

    private static Visitor stranger(Running running) {
        return new Visitor(running.server().address());
    }

    private static String second(Running running, String name) {
        return passwords(running.data(), name).get(1);
    }

    private static List<String> broken(HttpResponse<String> refused) {
        return json(refused).path("findings").findValuesAsText("verdict").stream().toList();
    }

    @Test
    void paysWhatStewardAndChairHaveSignedAndShowsItToEverybody(Running running) {
        String number = newNumber();
        Visitor steward = loggedIn(running, "steward");
        Visitor chair = loggedIn(running, "chair");

        assertThat(steward.ask(number, "SF-03", 1_250).statusCode()).isEqualTo(200);
        assertThat(steward.approve(number, second(running, "steward")).body())
                .contains("REQUESTED");
        assertThat(steward.post(DESK + "/payments/" + number + "/payment", "").statusCode())
                .as("one key is not enough")
                .isEqualTo(422);
        assertThat(chair.approve(number, second(running, "chair")).body()).contains("AUTHORISED");
        assertThat(steward.post(DESK + "/payments/" + number + "/payment", "").body())
                .contains("PAID");

        JsonNode open =
                json(stranger(running).get("api/communities/chunhuili/disbursements/" + number));
        assertThat(open.path("status").asText()).isEqualTo("PAID");
        assertThat(open.path("approvals")).hasSize(2);
        long index = open.path("entryIndex").asLong();
        assertThat(
                        stranger(running)
                                .get("api/communities/chunhuili/records/" + index + "/proof")
                                .statusCode())
                .isEqualTo(200);
        String voucher = open.path("vouchers").get(0).path("href").asText().substring(1);
        assertThat(stranger(running).get(voucher).headers().firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void opensAKeyByItsHoldersSecondPasswordAlone(Running running) {
        String number = newNumber();
        Visitor steward = loggedIn(running, "steward");
        Visitor chair = loggedIn(running, "chair");
        steward.ask(number, "SF-03", 100);

        assertThat(chair.approve(number, passwords(running.data(), "chair").get(0)).statusCode())
                .as("the first password")
                .isEqualTo(403);
        assertThat(chair.approve(number, second(running, "steward")).statusCode())
                .as("the other holder's second password")
                .isEqualTo(403);
        assertThat(chair.payment(number).path("approvals")).isEmpty();
        assertThat(chair.approve(number, second(running, "chair")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoSecondKeyFromTheSamePersonOrTheSameSide(Running running) {
        String number = newNumber();
        Visitor chair = loggedIn(running, "chair");
        Visitor member = loggedIn(running, "member");
        assertThat(chair.ask(number, "SF-03", 100).statusCode()).isEqualTo(200);
        assertThat(chair.approve(number, second(running, "chair")).statusCode()).isEqualTo(200);

        HttpResponse<String> again = chair.approve(number, second(running, "chair"));
        HttpResponse<String> sameSide = member.approve(number, second(running, "member"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("keys.two-persons");
        assertThat(sameSide.statusCode()).isEqualTo(422);
        assertThat(sameSide.body()).contains("keys.two-sides");
        assertThat(chair.payment(number).path("approvals")).hasSize(1);
    }

    @Test
    void refusesAboveTheBudgetWithEveryFindingAndLeavesNothing(Running running) {
        Visitor steward = loggedIn(running, "steward").with("Accept-Language", "en");
        int before = json(steward.get(DESK)).path("payments").size();
        String log = stranger(running).get(RECORDS).body();

        HttpResponse<String> refused = steward.ask(newNumber(), "SF-03", 99_999_999_999L);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(broken(refused)).contains("MET", "NOT_MET").hasSizeGreaterThan(4);
        assertThat(refused.body()).contains("disbursement.line-available");
        assertThat(json(steward.get(DESK)).path("payments")).hasSize(before);
        assertThat(stranger(running).get(RECORDS).body()).isEqualTo(log);
    }

    @Test
    void signsNothingButWhatWasShown(Running running) {
        String number = newNumber();
        Visitor steward = loggedIn(running, "steward");
        steward.ask(number, "SF-03", 100);

        assertThat(steward.approve(number, "0".repeat(64), second(running, "steward")).statusCode())
                .isEqualTo(409);
        assertThat(steward.payment(number).path("approvals")).isEmpty();
    }

    @Test
    void takesBackOnlyTheOwnRequest(Running running) {
        String number = newNumber();
        Visitor steward = loggedIn(running, "steward");
        steward.ask(number, "SF-03", 100);

        Visitor chair = loggedIn(running, "chair");
        assertThat(chair.post(DESK + "/payments/" + number + "/withdrawal", "").statusCode())
                .isEqualTo(422);
        assertThat(steward.post(DESK + "/payments/" + number + "/withdrawal", "").body())
                .contains("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({
        "owner, 403",
        "neighbour, 403",
        "chair, 200",
        "steward, 200",
        "officer, 200",
        "auditor, 200"
    })
    void showsTheDeskToWhomTheRoleModelNames(String name, int status, Running running) {
        assertThat(loggedIn(running, name).get(DESK).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "chair", "officer", "auditor"})
    void letsNobodyButTheStewardHaveTheBankPay(String name, Running running) {
        Visitor visitor = loggedIn(running, name);

        assertThat(visitor.post(DESK + "/payments/any/payment", "").statusCode()).isEqualTo(403);
    }

    @Test
    void asksAStrangerToLogIn(Running running) {
        assertThat(stranger(running).get(DESK).statusCode()).isEqualTo(401);
        assertThat(stranger(running).get(BILLS).statusCode()).isEqualTo(401);
        assertThat(stranger(running).get("household/anheyuan").statusCode()).isEqualTo(404);
        assertThat(loggedIn(running, "chair").get("desk/anheyuan").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAnOwnerTheOwnBillsAndNoOthers(Running running) {
        JsonNode mine = json(loggedIn(running, "owner").get(BILLS));
        JsonNode other = json(loggedIn(running, "neighbour").get(BILLS));

        assertThat(mine.path("unit").asText()).isEqualTo("1-101");
        assertThat(mine.toString()).doesNotContain("3-108");
        assertThat(other.path("unit").asText()).isEqualTo("3-108");
        assertThat(other.path("receipts")).isEmpty();
        long billed = 30_000L * other.path("bills").size();
        assertThat(other.path("openMinor").asLong()).isEqualTo(billed);
        assertThat(loggedIn(running, "steward").get(BILLS).statusCode()).isEqualTo(403);
    }

    @Test
    void keepsASessionInACookieThatNoScriptReads(Running running) {
        String password = passwords(running.data(), "auditor").get(0);
        HttpResponse<String> plain = stranger(running).login("auditor", password);
        HttpResponse<String> behindTls =
                stranger(running).with("X-Forwarded-Proto", "https").login("auditor", password);

        assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(behindTls.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void forgetsASessionThatWasLoggedOut(Running running) {
        Visitor auditor = loggedIn(running, "auditor");
        assertThat(auditor.delete("session").statusCode()).isEqualTo(200);

        assertThat(auditor.get(DESK).statusCode()).isEqualTo(401);
    }

    @Test
    void changesNothingForAnotherSite(Running running) {
        Visitor steward = loggedIn(running, "steward");

        assertThat(steward.without("X-CSRF-Token").ask(newNumber(), "SF-03", 1).statusCode())
                .isEqualTo(403);
        assertThat(
                        steward.with("X-CSRF-Token", "guessed")
                                .ask(newNumber(), "SF-03", 1)
                                .statusCode())
                .isEqualTo(403);
        HttpResponse<String> foreign =
                stranger(running)
                        .with("Origin", "https://elsewhere.example")
                        .login("auditor", passwords(running.data(), "auditor").get(0));
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void locksANameAfterFiveWrongPasswordsWhetherItExistsOrNot(Running running) {
        Visitor guesser = stranger(running);
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.login("officer-nobody", "wrong password").statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> locked = guesser.login("officer-nobody", "wrong password");

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(600L, 901L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"name\":\"chair\"}", "{\"name\":1,\"password\":2}"})
    void refusesALoginThatIsNone(String body, Running running) {
        assertThat(stranger(running).post("session", body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLargeOrNoVoucher(Running running) {
        Visitor steward = loggedIn(running, "steward");

        assertThat(steward.post(DESK + "/payments", "x".repeat(700_001)).statusCode())
                .isEqualTo(413);
        assertThat(steward.post(DESK + "/payments", "{\"id\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(steward.ask("a/b", "SF-03", 1).statusCode()).isEqualTo(400);
        assertThat(steward.ask(newNumber(), "SF-03", -1).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.js",
                "session",
                "notices/anheyuan",
                "reports",
                "nothing-here",
                "api/communities",
                DESK
            })
    void tellsTheBrowserOnEveryAnswerWhatToRefuse(String path, Running running) {
        HttpResponse<String> answer = stranger(running).get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void saysAndStoresNoPassword(Running running) throws Exception {
        List<String> secrets =
                Stream.of("owner", "chair", "steward", "auditor")
                        .flatMap(name -> passwords(running.data(), name).stream())
                        .toList();
        loggedIn(running, "chair");

        assertThat(secrets).hasSize(6).allMatch(secret -> secret.length() >= 16);
        assertThat(secrets).noneMatch(running.said()::contains);
        try (Stream<Path> files = Files.walk(running.data().resolve("desk"))) {
            List<String> texts =
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("demo-logins.txt"))
                            .map(DeskTest::text)
                            .toList();
            assertThat(texts).hasSizeGreaterThan(8);
            assertThat(secrets)
                    .allMatch(secret -> texts.stream().noneMatch(t -> t.contains(secret)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
