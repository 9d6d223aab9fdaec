package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One owners' meeting from its call to its result, step after step. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingsOverHttpTest {

    private static final String MEETINGS = BASE + "/meetings";
    private static final String ONE = MEETINGS + "/" + VillageHost.MEETING;
    private static final String CALLED =
            """
            {"id":"2025-OM-01","rosterDate":"2024-11-30","noticeDate":"2025-03-01",
             "opensAt":"2025-03-18T09:00:00+08:00","closesAt":"2025-03-26T18:00:00+08:00",
             "motions":[{"id":"M1","matter":"OTHER_MAJOR_MATTER","title":"更换路灯"}]}
            """;

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    @BeforeAll
    static void open() {
        host = new VillageHost();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static HttpResponse<String> post(String path, String body, String caller, String key) {
        return host.server().post(path, body, caller, key);
    }

    private static String ballot(int unit, String choice, String more) {
        return """
        {"id":"V%02d","unit":"%s","choices":{"M1":"%s"}%s}\
        """
                .formatted(unit, SampleVillage.unit(unit), choice, more);
    }

    private static String paper(int unit, String choice) {
        return ballot(
                unit,
                choice,
                """
                ,"voter":"%s","channel":"PAPER","receivedAt":"2025-03-19T10:00:00+08:00"
                """
                        .formatted(SampleVillage.owner(unit)));
    }

    @Test
    @Order(1)
    void theCommitteeCallsIt() {
        HttpResponse<String> called = post(MEETINGS, CALLED, "chair", "call-0001");

        assertThat(called.statusCode()).as(called.body()).isEqualTo(201);
        assertThat(called.headers().firstValue("Location").orElse("")).endsWith(ONE);
        assertThat(json(host.server().get(ONE))).isEqualTo(json(called));
        assertThat(json(called).at("/motions/0/matter").asInt()).isEqualTo(9);
    }

    @Test
    @Order(2)
    void anotherMeetingUnderItsNameIsRefused() {
        String state = host.state();

        HttpResponse<String> other =
                post(MEETINGS, CALLED.replace("更换路灯", "更换水泵"), "chair", "call-0002");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).at("/findings/0/rule").asText())
                .isEqualTo("voting.meeting-recorded");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    @Order(3)
    void aMeetingThatClosesBeforeItOpensIsRefusedWithEverythingElse() {
        HttpResponse<String> response =
                post(
                        MEETINGS,
                        CALLED.replace("2025-03-26", "2025-03-17").replace("2025-OM-01", "X"),
                        "chair",
                        "call-0003");
        HttpResponse<String> several =
                post(
                        MEETINGS,
                        CALLED.replace("2025-03-01", "2025-02-30")
                                .replace("OTHER_MAJOR_MATTER", "LUNCH"),
                        "chair",
                        "call-0004");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(several.statusCode()).isEqualTo(400);
        assertThat(json(several).at("/findings")).hasSize(2);
    }

    @Test
    @Order(4)
    void anOwnerVotesForHimselfAndForNobodyElse() {
        HttpResponse<String> own =
                post(ONE + "/ballots", ballot(1, "FOR", ""), "owner1", "vote-01");
        HttpResponse<String> others =
                post(
                        ONE + "/ballots",
                        ballot(2, "FOR", ",\"voter\":\"" + SampleVillage.owner(2) + "\""),
                        "owner1",
                        "vote-002");

        assertThat(own.statusCode()).as(own.body()).isEqualTo(400);
        assertThat(others.statusCode()).isEqualTo(403);
        own = post(ONE + "/ballots", ballot(1, "FOR", ""), "owner1", "vote-001");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        assertThat(own.body()).doesNotContain("FOR").doesNotContain(SampleVillage.owner(1));
        assertThat(json(own).at("/receivedAt").asText()).isEqualTo("2025-03-20T01:02:03.004Z");
        assertThat(host.denials).hasSize(1);
    }

    @Test
    @Order(5)
    void anOwnerDoesNotDateHisBallotBackNorCallItPaper() {
        String state = host.state();

        HttpResponse<String> dated =
                post(
                        ONE + "/ballots",
                        ballot(2, "FOR", ",\"receivedAt\":\"2025-03-19T10:00:00+08:00\""),
                        "owner2",
                        "vote-003");
        HttpResponse<String> paper =
                post(
                        ONE + "/ballots",
                        ballot(2, "FOR", ",\"channel\":\"PAPER\""),
                        "owner2",
                        "vote-004");

        assertThat(dated.statusCode()).isEqualTo(403);
        assertThat(paper.statusCode()).isEqualTo(403);
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    @Order(6)
    void aBallotSentAgainLaterUnderAnotherKeyIsTheSameBallot() {
        host.aMinuteLater();

        HttpResponse<String> again =
                post(ONE + "/ballots", ballot(1, "FOR", ""), "owner1", "vote-005");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again).at("/receivedAt").asText()).isEqualTo("2025-03-20T01:02:03.004Z");
        assertThat(host.meetings.ballots(SampleVillage.ID, VillageHost.MEETING)).hasSize(1);
    }

    @Test
    @Order(7)
    void aBallotThatSaysSomethingElseUnderTheSameNumberIsRefused() {
        HttpResponse<String> other =
                post(ONE + "/ballots", ballot(1, "AGAINST", ""), "owner1", "vote-006");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).at("/findings/0/rule").asText()).isEqualTo("voting.ballot-conflict");
    }

    @Test
    @Order(8)
    void aBallotOnNoMotionOfTheMeetingIsRefused() {
        HttpResponse<String> response =
                post(
                        ONE + "/ballots",
                        ballot(2, "FOR", "").replace("M1", "M7"),
                        "owner2",
                        "vote-007");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/findings/0/text").asText()).contains("M7");
    }

    @Test
    @Order(9)
    void theCommitteeRecordsPaperAsItCameInButNotOfTheFuture() {
        for (int unit = 2; unit <= 10; unit++) {
            HttpResponse<String> added =
                    post(ONE + "/ballots", paper(unit, "FOR"), "chair", "paper-0" + unit);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }
        HttpResponse<String> future =
                post(
                        ONE + "/ballots",
                        paper(11, "FOR").replace("2025-03-19", "2025-03-21"),
                        "chair",
                        "paper-011");

        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(json(future).at("/findings/0/rule").asText())
                .isEqualTo("meeting.received-before-now");
    }

    @Test
    @Order(10)
    void isNotCountedWhileABallotCouldStillCount() {
        host.at("2025-03-26T10:00:00Z");
        String state = host.state();

        HttpResponse<String> early = post(ONE + "/result", "{}", "chair", "count-001");

        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(json(early).at("/findings/0/rule").asText())
                .isEqualTo("meeting.closed-before-count");
        assertThat(host.server().get(ONE + "/result").statusCode()).isEqualTo(404);
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    @Order(11)
    void isCountedOnceForAll() {
        host.at("2025-03-26T10:00:00.001Z");
        HttpResponse<String> counted = post(ONE + "/result", "{}", "chair", "count-002");
        host.at("2025-03-28T10:00:00Z");
        HttpResponse<String> again = post(ONE + "/result", "{}", "officer", "count-003");

        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(201);
        JsonNode decision = json(counted).at("/decisions/0");
        assertThat(decision.at("/result").asText()).isEqualTo("PASSED");
        assertThat(decision.at("/findings").findValuesAsText("rule"))
                .contains("voting.area-quorum", "voting.head-consent");
        assertThat(decision.at("/ballots/received").asInt()).isEqualTo(10);
        assertThat(again.body()).isEqualTo(counted.body());
        assertThat(json(host.server().get(ONE + "/result"))).isEqualTo(json(counted));
        assertThat(json(host.server().get(ONE)).at("/counted").asBoolean()).isTrue();
        assertThat(counted.body())
                .doesNotContain(SampleVillage.owner(1))
                .doesNotContain(SampleVillage.unit(1));
    }

    @Test
    @Order(12)
    void takesNoBallotOnceItIsCounted() {
        String state = host.state();

        HttpResponse<String> late =
                post(
                        ONE + "/ballots",
                        ballot(2, "AGAINST", "").replace("V02", "V99"),
                        "owner2",
                        "vote-099");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(json(late).at("/findings/0/rule").asText()).isEqualTo("voting.result-stored");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    @Order(13)
    void aMeetingWithoutItsRosterIsNotCounted() {
        post(
                MEETINGS,
                CALLED.replace("2025-OM-01", "2025-OM-02").replace("2024-11-30", "2024-12-31"),
                "chair",
                "call-0013");

        HttpResponse<String> response =
                post(MEETINGS + "/2025-OM-02/result", "{}", "chair", "count-013");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).at("/findings/0/rule").asText())
                .isEqualTo("meeting.roster-frozen");
    }
}
