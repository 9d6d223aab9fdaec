package io.github.xinyi.example.quickstart;

import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.BallotSheet;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Reads a roster and ballots, counts them, and prints why the motion passed. */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Prints the explained verdict.
     *
     * @param args none
     * @throws IOException if a table cannot be read
     */
    public static void main(String[] args) throws IOException {
        var community = CommunityId.of("anheyuan");
        var recordDate = LocalDate.parse("2025-02-28");
        var notice = LocalDate.parse("2025-03-01");
        var from = Instant.parse("2025-03-16T01:00:00Z");
        var to = Instant.parse("2025-03-20T10:00:00Z");
        var motion = new Motion(MotionId.of("M1"), Matter.MANAGER_APPOINTMENT, "选聘物业服务企业");
        var id = MeetingId.of("2025-OM-01");
        var meeting = new Meeting(id, community, recordDate, notice, from, to, List.of(motion));

        var developer = PersonId.of("D0001");
        var roster = orThrow(RosterSheet.read(file("units.csv"), community, recordDate, developer));
        var ballots = orThrow(BallotSheet.read(file("ballots.csv"), meeting, roster));
        var counted = Instant.parse("2025-03-21T02:00:00Z");
        var result = orThrow(Tally.of(meeting, roster, ballots, counted)).motion(motion.id());

        var texts = RuleTexts.governance(Language.EN);
        System.out.println(result + "\n" + texts.render(result.ruling()));
        result.setAside().forEach(ballot -> System.out.println(texts.render(ballot.ruling())));
    }

    private static SheetFile file(String name) throws IOException {
        try (InputStream in = Quickstart.class.getResourceAsStream(name)) {
            return SheetFile.utf8(name, Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    private static <T> T orThrow(Outcome<T> outcome) {
        return outcome.orElseThrow(Quickstart::refused);
    }

    static IllegalStateException refused(Ruling ruling) {
        return new IllegalStateException(RuleTexts.governance(Language.EN).render(ruling));
    }
}
