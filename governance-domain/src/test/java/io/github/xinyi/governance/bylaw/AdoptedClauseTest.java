package io.github.xinyi.governance.bylaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptedClauseTest {

    @Test
    void takesANameOfTwoHundredCharactersAndNoLonger() {
        String longest = "条".repeat(AdoptedClause.MAX_LENGTH);

        assertThat(clause(longest).clause()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clause(longest + "款"))
                .withMessageContaining("SILENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "第26条\n第27条", "第26条\u0000"})
    void takesNoNameThatCannotBeRead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> clause(name));
    }

    private static AdoptedClause clause(String name) {
        return new AdoptedClause(
                CountTopic.SILENCE,
                name,
                LocalDate.of(2024, 12, 26),
                MeetingId.of("2024-OM-00"),
                MotionId.of("M1"));
    }
}
