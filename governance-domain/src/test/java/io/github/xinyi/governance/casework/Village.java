package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Words;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.BallotSheet;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ten units, their votes, and a case at whatever stage a test needs. */
final class Village {

    static final CommunityId COMMUNITY = CommunityId.of("v1");
    static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    /** On which the owners begin to vote, the day after the plan was drawn up. */
    static final LocalDate VOTE = LocalDate.of(2025, 3, 30);

    static final PersonId VISITOR = PersonId.of("P9");
    static final SquadId SQUAD = SquadId.of("squad-1");
    static final CaseworkTerms TERMS =
            new CaseworkTerms(
                    Ratio.of(4, 5), Ratio.of(1, 2), 2, "街道方案", CaseworkTerms.Reading.UNVERIFIED);
    static final String DIGEST = "0f".repeat(32);

    static final MeetingId MEETING = MeetingId.of("2025-OM-01");
    static final MotionId MOTION = MotionId.of("M1");
    static final PersonId OFFICER = PersonId.of("P8");

    /** Each vote is read and counted once; it is the same whoever asks. */
    private static final Map<List<Object>, TallyResult> VOTES = new ConcurrentHashMap<>();

    /** At most 1000.00 out of the service fees. */
    static final CasePlan PLAN = plan(100_000);

    private Village() {}

    static CasePlan plan(long budgetFen) {
        return new CasePlan(
                COMMUNITY,
                CaseId.of("C-1"),
                new Motion.Document(DIGEST),
                budgetFen == 0 ? Funding.NONE : Funding.SERVICE_FEES,
                budgetFen);
    }

    static PaymentReturn returned(String reference, String payment, long amountFen) {
        return new PaymentReturn(reference, payment, amountFen);
    }

    static PaymentReference payment(String number, long amountFen) {
        return new PaymentReference(number, amountFen, new Motion.Document(DIGEST));
    }

    static UnitId unit(int number) {
        return UnitId.of("U" + number);
    }

    static Set<UnitId> units(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(Village::unit)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** So many weeks after the start; the owners vote in the fifth, once the plan is drawn up. */
    static Instant at(int week) {
        return START.plusSeconds(week * 604_800L);
    }

    static Casework opened(Matter... matters) {
        CaseOpened opened =
                new CaseOpened(
                        COMMUNITY,
                        START,
                        CaseId.of("C-1"),
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        new TreeSet<>(Arrays.asList(matters)),
                        OFFICER,
                        new TreeSet<>(units(1, 10)),
                        TERMS);
        return Casework.from(List.of(accepted(Casework.open(opened))));
    }

    static Casework visited(Casework opened, int reached) {
        Casework formed =
                next(opened, opened.formSquad(SQUAD, Set.of(VISITOR), units(1, 10), at(1)));
        for (int i = 1; i <= reached; i++) {
            formed = next(formed, formed.visit(unit(i), VISITOR, ContactResult.AGREES, "", at(2)));
        }
        return formed;
    }

    static Casework consulted(Matter... matters) {
        Casework visited = visited(opened(matters), 8);
        Casework collected = next(visited, visited.collectOpinions(at(3)));
        return next(collected, collected.consult(List.of("I1", "I2"), DIGEST, at(4)));
    }

    static Casework planned(Matter... matters) {
        Casework consulted = consulted(matters);
        return next(consulted, consulted.draw(PLAN, at(4)));
    }

    static Casework working() {
        Casework planned = planned();
        return next(planned, planned.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
    }

    static Casework finished() {
        Casework working = working();
        Casework whole = next(working, working.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        return next(whole, whole.finishWork(at(7)));
    }

    static Casework rated(Casework finished, int count) {
        return rated(finished, count, 8);
    }

    static Casework rated(Casework finished, int count, int week) {
        Casework state = finished;
        for (int i = 1; i <= count; i++) {
            state = next(state, state.rate(person(i), units(i, i), 4, at(week)));
        }
        return state;
    }

    static PersonId person(int number) {
        return PersonId.of("R" + number);
    }

    /** The resolution of all ten units on the plan, open for five days from its first. */
    static Resolution adopted(LocalDate firstDay) {
        return vote("v1", Matter.MAINTENANCE_FUND_USE, 10, firstDay, PLAN.document())
                .resolution()
                .orElseThrow();
    }

    /** A vote of the ten units; each of so many says yes, all others no. */
    static MotionResult vote(String community, Matter matter, int inFavour) {
        return vote(community, matter, inFavour, VOTE, PLAN.document());
    }

    static MotionResult vote(
            String community,
            Matter matter,
            int inFavour,
            LocalDate firstDay,
            Motion.Document paper) {
        return vote(MEETING, community, matter, inFavour, firstDay, paper).motion(MOTION);
    }

    /** The same vote of another meeting, with all that it was counted from. */
    static TallyResult vote(
            MeetingId meeting,
            String community,
            Matter matter,
            int inFavour,
            LocalDate firstDay,
            Motion.Document paper) {
        return VOTES.computeIfAbsent(
                List.of(meeting, community, matter, inFavour, firstDay, paper),
                key -> counted(meeting, community, matter, inFavour, firstDay, paper));
    }

    private static TallyResult counted(
            MeetingId id,
            String community,
            Matter matter,
            int inFavour,
            LocalDate firstDay,
            Motion.Document paper) {
        String units =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "U%1$d,1,,,住宅,100.00,登记,已售已交付,P%1$d,".formatted(i))
                        .collect(Collectors.joining("\n"));
        String ballots =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(
                                i ->
                                        "V%1$d,U%1$d,P%1$d,线上,%3$sT08:00:00+08:00,是,%2$s"
                                                .formatted(
                                                        i,
                                                        i <= inFavour ? "同意" : "反对",
                                                        firstDay.plusDays(1)))
                        .collect(Collectors.joining("\n"));
        LocalDate recordDate = firstDay.minusDays(16);
        Motion motion = new Motion(MOTION, matter, "维修", List.of(paper));
        Meeting meeting =
                new Meeting(
                        id,
                        CommunityId.of(community),
                        recordDate,
                        firstDay.minusDays(15),
                        Instant.parse(firstDay + "T01:00:00Z"),
                        Instant.parse(firstDay.plusDays(4) + "T10:00:00Z"),
                        List.of(motion));
        Roster roster =
                accepted(
                        RosterSheet.read(
                                table("房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主\n" + units),
                                meeting.community(),
                                recordDate,
                                PersonId.of("D1")));
        return Tally.of(
                        meeting,
                        roster,
                        accepted(
                                BallotSheet.read(
                                        table("票号,房号,表决人编号,渠道,收到时间,签名,M1\n" + ballots),
                                        meeting,
                                        roster)),
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static SheetFile table(String text) {
        return SheetFile.utf8("table.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Casework next(Casework before, Outcome<CaseworkEvent> outcome) {
        return before.after(accepted(outcome));
    }

    static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** The codes in the way, without {@code casework.}. */
    static List<String> refused(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling ->
                        Words.told(ruling).notMet().stream()
                                .map(Finding::rule)
                                .map(code -> code.value().replace("casework.", ""))
                                .toList());
    }
}
