package io.github.xinyi.rest;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Decisions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The budget of the village's next year, and the meeting in which its owners adopt it. */
final class NextBudget {

    static final int YEAR = 2026;
    static final String REFERENCE = "2025-OM-02 M1";

    static final DraftBudget DRAFT =
            new DraftBudget(
                    SampleVillage.ID,
                    YEAR,
                    List.of(
                            new BudgetLine(
                                    "SF-01",
                                    "电梯维保",
                                    FundClass.SERVICE_FUND,
                                    Money.ofFen(1_200_000)),
                            new BudgetLine(
                                    "SF-02", "保洁", FundClass.SERVICE_FUND, Money.ofFen(800_000))));

    static final BudgetPolicy POLICY = BudgetPolicy.usual(SampleVillage.ID, YEAR, 50_000);

    private static final String USUAL =
            """
            {"delegation":"PERMITTED","bodyTier":"5/100","contingencyMinor":50000,
             "emergencyDays":7,"surplus":"CARRY_FORWARD","deficit":"CARRY_FORWARD"}\
            """;

    static final String DRAFTED =
            """
            {"year":2026,"file":"budget.csv","policy":%s,"lines":[
             "科目编号,科目,资金类别,预算金额",
             "SF-01,电梯维保,SERVICE_FUND,12000.00",
             "SF-02,保洁,SERVICE_FUND,8000.00"]}
            """
                    .formatted(USUAL);

    static final String ADOPTED =
            """
            {"provenance":"COUNTED","reference":"2025-OM-02 M1","budget":%s}
            """
                    .formatted(DRAFTED);

    private static final MotionId MOTION = MotionId.of("M1");

    private static final Resolution RESOLUTION =
            Tally.of(meeting(), SampleVillage.roster(), ballots(), time("2025-12-27T01:00:00Z"))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                    .motion(MOTION)
                    .resolution()
                    .orElseThrow();

    private NextBudget() {}

    /** A host that can show what the meeting decided, and nothing else. */
    static Decisions decisions() {
        return new Decisions(
                name ->
                        Optional.of(OwnersDecision.of(RESOLUTION))
                                .filter(known -> known.provenance() == name.provenance())
                                .filter(known -> known.reference().equals(name.reference())),
                name -> Optional.empty());
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }

    private static Meeting meeting() {
        return new Meeting(
                MeetingId.of("2025-OM-02"),
                SampleVillage.ID,
                SampleVillage.RECORD_DATE,
                LocalDate.of(2025, 12, 1),
                time("2025-12-18T01:00:00Z"),
                time("2025-12-26T10:00:00Z"),
                List.of(
                        new Motion(
                                MOTION,
                                Matter.OTHER_MAJOR_MATTER,
                                "2026年度预算",
                                List.of(DRAFT.document(), POLICY.document()))));
    }

    private static List<Ballot> ballots() {
        return IntStream.rangeClosed(1, SampleVillage.UNITS).mapToObj(NextBudget::ballot).toList();
    }

    private static Ballot ballot(int number) {
        return new Ballot(
                BallotId.of("NEXT%03d".formatted(number)),
                UnitId.of(SampleVillage.unit(number)),
                PersonId.of(SampleVillage.owner(number)),
                Channel.PAPER,
                time("2025-12-20T02:00:00Z").plusSeconds(number),
                Signature.SIGNED,
                new TreeMap<>(Map.of(MOTION, Set.of(Choice.FOR))));
    }
}
