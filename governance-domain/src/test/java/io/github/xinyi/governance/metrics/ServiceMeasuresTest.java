package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.checkin.ServiceKind;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMeasuresTest {

    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final CommunityId PLACE = CommunityId.of("C1");
    private static final VolunteerTeamId TEAM = VolunteerTeamId.of("Q1");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Instant AT = DAY.atTime(9, 0).atZone(Meeting.ZONE).toInstant();

    private static CheckInRegister register(ServiceKind kind) {
        CheckInRegister register =
                CheckInRegister.from(
                        DISTRICT,
                        List.of(
                                new TeamFounded(
                                        DISTRICT, PLACE, TEAM, new Wording("服务队"), DAY, AT)));
        for (int i = 1; i <= 7; i++) {
            ServiceItemId item = ServiceItemId.of("F" + i);
            register =
                    register.after(
                            new ServiceItemRegistered(
                                    DISTRICT, PLACE, item, kind, new Wording("事项"), TEAM, DAY, AT));
            register =
                    i < 7
                            ? register.after(
                                    new ServiceItemCompleted(DISTRICT, PLACE, item, DAY, AT))
                            : register;
        }
        return register;
    }

    /**
     * Personal Information Protection Law art. 25: a register may hold a kind from before such
     * words were refused. Its items count, and its word is in nothing that everybody reads.
     */
    @ParameterizedTest
    @CsvSource({"管道问题, 管道问题", "水管13800000000, 隐去", "水管057187654321, 隐去", "620101198001011234, 隐去"})
    void noPublicMeasurementShowsAKindThatHoldsANumberOfSomebody(String word, String shown) {
        ServiceKind kind = new ServiceKind(word);

        List<PublicMeasurement> view =
                PublicMeasurement.view(
                        List.of(ServiceMeasures.itemsSolved(DAY, kind, register(kind))));

        PublicMeasurement solved = view.get(0);
        assertThat(solved.subject()).isEqualTo(shown);
        assertThat(solved.toString()).isEqualTo("ITEMS_SOLVED " + shown + " 2025-06-01: 6/7");
        assertThat(solved.evidence()).containsEntry("subject", shown);
        for (Language language : Language.values()) {
            String text = RuleTexts.governance(language).render(Ruling.of(solved));
            assertThat(text).contains(shown);
            assertThat(text.contains(word)).isEqualTo(word.equals(shown));
        }
        assertThat(solved.evidence().toString().contains(word)).isEqualTo(word.equals(shown));
    }
}
