package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an earlier version stored: its results stay, and its motions are read. */
class EarlierTalliesTest {

    private static final MotionId M1 = MotionId.of("M1");

    private final TestDatabase database = TestDatabase.inMemory();
    private final MeetingStore store = database.stores().migrate().meetings();

    @AfterEach
    void close() {
        database.close();
    }

    /** The defect: the same count, stored by the version before, was refused as another result. */
    @Test
    void storesTheSameResultAgainThatAnEarlierVersionStored() throws SQLException {
        Meeting meeting = meeting(new Motion(M1, Matter.MANAGER_APPOINTMENT, "选聘"));
        TallyResult same = counted(meeting, Choice.FOR);
        String former = same.canonicalText().replace("xinyi-tally-6", "xinyi-tally-5");
        store.record(meeting);
        database.execute(
                "INSERT INTO xy_meeting_result (community, meeting_id, canonical_text) VALUES ("
                        + "'c1', 'OM-1', '"
                        + former
                        + "')");

        Outcome<String> again = store.store(same);
        Outcome<String> other = store.store(counted(meeting, Choice.AGAINST));

        assertThat(again).isEqualTo(Outcome.accepted(former));
        assertThat(
                        other.<Boolean>fold(
                                text -> false,
                                ruling -> ruling.refuses(MeetingFinding.ResultStored.CODE)))
                .isTrue();
        assertThat(store.result(meeting.community(), meeting.id())).contains(former);
    }

    @Test
    void readsAMotionOfTheNineAndOneOfTheTrustModel() throws SQLException {
        Meeting meeting =
                meeting(
                        Motion.of(M1, TrustMatter.ANNUAL_BUDGET, "年度预算", List.of()),
                        new Motion(MotionId.of("M2"), Matter.OTHER_MAJOR_MATTER, "其他"));

        store.record(meeting);

        assertThat(store.find(meeting.community(), meeting.id())).contains(meeting);
        assertThat(database.ask("SELECT matter FROM xy_motion WHERE motion_id = 'M1'"))
                .isEqualTo("ANNUAL_BUDGET");
        assertThat(database.ask("SELECT matter FROM xy_motion WHERE motion_id = 'M2'"))
                .isEqualTo("OTHER_MAJOR_MATTER");
    }

    @Test
    void noNameOfTheTrustModelIsThatOfOneOfTheNine() {
        for (TrustMatter trust : TrustMatter.values()) {
            assertThat(Matter.values()).extracting(Matter::name).doesNotContain(trust.name());
            assertThat(trust.name()).hasSizeLessThanOrEqualTo(32);
        }
    }

    private static Meeting meeting(Motion... motions) {
        return new Meeting(
                MeetingId.of("OM-1"),
                CommunityId.of("c1"),
                LocalDate.of(2024, 11, 30),
                LocalDate.of(2024, 12, 1),
                Instant.parse("2024-12-16T01:00:00Z"),
                Instant.parse("2024-12-26T10:00:00Z"),
                List.of(motions));
    }

    private static TallyResult counted(Meeting meeting, Choice choice) {
        Unit home =
                new Unit(
                        UnitId.of("U1"),
                        "1号楼",
                        UnitUse.RESIDENTIAL,
                        FloorArea.parse("90"),
                        AreaEvidence.REGISTRY,
                        DeliveryStatus.SOLD_DELIVERED,
                        new TreeSet<>(Set.of(PersonId.of("P1"))));
        Ballot ballot =
                new Ballot(
                        BallotId.of("V1"),
                        home.id(),
                        PersonId.of("P1"),
                        Channel.PAPER,
                        meeting.opensAt(),
                        Signature.SIGNED,
                        new TreeMap<>(Map.of(M1, Set.of(choice))));
        return Roster.of(
                        meeting.community(), meeting.rosterDate(), PersonId.of("D1"), List.of(home))
                .then(
                        roster ->
                                Tally.of(
                                        meeting,
                                        roster,
                                        List.of(ballot),
                                        meeting.closesAt().plusSeconds(1)))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }
}
