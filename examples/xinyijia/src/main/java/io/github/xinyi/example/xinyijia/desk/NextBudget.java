package io.github.xinyi.example.xinyijia.desk;

import static io.github.xinyi.example.xinyijia.desk.Founding.COMMUNITY;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.trusteeship.Decisions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The budget of the year after that of the founding, which the owners of 春晖里 have decided and their
 * committee has still to adopt: a meeting of their own decided it in the week before the first
 * start, and stays as it was held.
 */
final class NextBudget {

    private static final MotionId MOTION = MotionId.of("M1");
    private static final String HEADER = "科目编号,科目,资金类别,预算金额";

    private final int year;
    private final TallyResult decided;

    private NextBudget(int year, TallyResult decided) {
        this.year = year;
        this.decided = decided;
    }

    /** Has the meeting held, unless it was; again, it changes nothing. */
    static NextBudget decide(int year, JdbcStores stores, LocalDate today) {
        Meeting meeting =
                stores.meetings()
                        .find(COMMUNITY, meetingId(year))
                        .orElseGet(() -> meeting(year, today));
        return new NextBudget(year, Founding.held(stores, meeting));
    }

    private static MeetingId meetingId(int year) {
        return MeetingId.of((year - 1) + "-OM-01");
    }

    private static Meeting meeting(int year, LocalDate today) {
        return Founding.meeting(
                meetingId(year),
                today.minusDays(7),
                List.of(
                        new Motion(
                                MOTION,
                                TrustMatter.ANNUAL_BUDGET.matter(),
                                "通过" + year + "年度预算",
                                List.of(draft(year).document(), policy(year).document()))));
    }

    private static DraftBudget draft(int year) {
        return new DraftBudget(
                COMMUNITY,
                year,
                List.of(
                        Founding.line("SF-01", "清洁卫生", 3_720_000),
                        Founding.line("SF-02", "共用部位日常维修", 2_400_000),
                        Founding.line("SF-03", "楼道照明", 600_000),
                        Founding.line("SF-04", "门禁维护", 480_000)));
    }

    private static BudgetPolicy policy(int year) {
        return BudgetPolicy.usual(COMMUNITY, year, 0);
    }

    int year() {
        return year;
    }

    /** The policy that was decided with it. */
    BudgetPolicy policy() {
        return policy(year);
    }

    /** The table that was put to the owners. */
    List<String> table() {
        return Stream.concat(Stream.of(HEADER), draft(year).lines().stream().map(NextBudget::row))
                .toList();
    }

    private static String row(BudgetLine line) {
        return String.join(
                ",", line.code(), line.name(), line.fundClass().name(), line.amount().toString());
    }

    OwnersDecision decision() {
        return OwnersDecision.of(decided.motion(MOTION).resolution().orElseThrow());
    }

    String title() {
        return Founding.NAME + (year - 1) + "年第一次业主大会会议";
    }

    PublishedMeeting published() {
        return PublishedMeeting.of(title(), decided);
    }

    /** Shows the one decision by its name; on which papers it decides, the rules judge. */
    Decisions decisions() {
        return new Decisions(
                name ->
                        Optional.of(decision())
                                .filter(
                                        one ->
                                                one.provenance() == name.provenance()
                                                        && one.reference()
                                                                .equals(name.reference())),
                Decisions.none().authorities());
    }
}
