package io.github.xinyi.example.xinyijia.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");
    private static final Account CHAIR =
            new Account(
                    "chair",
                    CommunityId.of("chunhuili"),
                    PersonId.of("owner-1-102"),
                    "1-102",
                    Set.of(Role.OWNER, Role.COMMITTEE),
                    "hash");

    private final Sessions sessions = new Sessions();

    @Test
    void endsAfterHalfAnHourWithoutUse() {
        String token = sessions.begin(CHAIR, NOON);
        Instant used = NOON.plus(Sessions.IDLE).minusMillis(1);

        assertThat(sessions.find(token, used)).isPresent();
        assertThat(sessions.find(token, used.plus(Sessions.IDLE))).isEmpty();
    }

    @Test
    void endsAfterEightHoursHoweverOftenItIsUsed() {
        String token = sessions.begin(CHAIR, NOON);
        for (int quarter = 1; quarter < 32; quarter++) {
            assertThat(sessions.find(token, NOON.plusSeconds(900L * quarter))).isPresent();
        }

        assertThat(sessions.find(token, NOON.plus(Sessions.LONGEST))).isEmpty();
    }

    @Test
    void endsWhenTheHolderLogsOut() {
        String token = sessions.begin(CHAIR, NOON);
        sessions.end(token);

        assertThat(sessions.find(token, NOON)).isEmpty();
    }

    @Test
    void givesNoTokenTwiceAndKnowsNoneThatItDidNotGive() {
        String first = sessions.begin(CHAIR, NOON);
        String second = sessions.begin(CHAIR, NOON);

        assertThat(first).isNotEqualTo(second).hasSize(43);
        assertThat(sessions.find(first + "x", NOON)).isEmpty();
        assertThat(sessions.find("", NOON)).isEmpty();
    }

    @Test
    void letsAChairDoNothingMoreThanAnybodyInAnotherCommunity() {
        Session session = sessions.find(sessions.begin(CHAIR, NOON), NOON).orElseThrow();

        assertThat(session.may(Permission.READ_DESK, CHAIR.community())).isTrue();
        assertThat(session.may(Permission.READ_DESK, CommunityId.of("anheyuan"))).isFalse();
        assertThat(session.may(Permission.READ_PUBLIC, CommunityId.of("anheyuan"))).isTrue();
        assertThat(session.toString()).doesNotContain(session.csrf());
    }
}
