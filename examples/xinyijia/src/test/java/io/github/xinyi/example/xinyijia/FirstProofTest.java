package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a new user needs from the second command of README.md, which starts the server with its
 * whole year, to the first record verified in the browser.
 */
@ExtendWith(SampleServer.class)
@NeedsProgram(value = "chromium", debianPackage = "chromium")
@NeedsProgram(value = "chromedriver", debianPackage = "chromium-driver")
class FirstProofTest {

    private static final Duration PROMISED = Duration.ofMinutes(3);

    @Test
    void aNewUserVerifiesARecordWithinThreeMinutes(Running running) {
        Instant before = Instant.now();
        try (Chromium page = running.open(1280)) {
            page.awaitText("balance", "465,917.79");
            page.click("record-row");
            page.find("record-detail");
            page.click("verify-button");
            page.await("verify-result", "data-result", "ok");
        }
        Duration inTheBrowser = Duration.between(before, Instant.now());
        System.out.printf(
                "first proof: start %d s of work, browser %d s%n",
                running.worked().toSeconds(), inTheBrowser.toSeconds());

        assertThat(running.worked().plus(inTheBrowser)).isLessThan(PROMISED);
    }
}
