package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is checked in other languages than Java, as part of the build. */
class OtherLanguagesTest {

    @Test
    @NeedsProgram(value = "node", debianPackage = "nodejs")
    void theScriptOfThePageAgreesWithEveryGoldenVector() throws Exception {
        String said = Programs.run("node", "--test", "src/test/js/");

        assertThat(said).containsPattern("pass [1-9][0-9]*").contains("fail 0");
    }

    @Test
    @NeedsProgram(value = "python3", debianPackage = "python3")
    void theExpectedTotalsFollowFromTheRawFiles() throws Exception {
        Programs.run("python3", "sample/totals.py", "--check");
    }
}
