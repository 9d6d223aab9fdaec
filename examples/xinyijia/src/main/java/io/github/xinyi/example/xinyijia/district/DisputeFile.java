package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.MediationDigest;
import io.github.xinyi.governance.mediation.Performance;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Disputes as the grid has them, one row a step: 纠纷编号, 时间, 环节, 经办人编号, 当事人编号, 内容. What a row tells
 * is an event of the case, which is judged with all others; that a dispute is settled stands in
 * none.
 */
final class DisputeFile {

    /** What was done. */
    private enum Step {
        FOUND,
        RECEIVED,
        ACCEPTED,
        VISITED,
        MEDIATED,
        AGREED,
        CHECKED,
        HANDED_ON,
        FOLLOWED_UP,
        CLOSED,
        REOPENED
    }

    private static final Column<CaseId> DISPUTE = Column.identifier("纠纷编号", CaseId::of);
    private static final Column<Instant> AT = Column.instant("时间");
    private static final Column<Step> STEP =
            Column.label(
                    "环节",
                    Map.ofEntries(
                            Map.entry("发现", Step.FOUND),
                            Map.entry("受理", Step.RECEIVED),
                            Map.entry("接办", Step.ACCEPTED),
                            Map.entry("走访", Step.VISITED),
                            Map.entry("调解", Step.MEDIATED),
                            Map.entry("达成协议", Step.AGREED),
                            Map.entry("履行核查", Step.CHECKED),
                            Map.entry("转其他途径", Step.HANDED_ON),
                            Map.entry("回访", Step.FOLLOWED_UP),
                            Map.entry("办结", Step.CLOSED),
                            Map.entry("重新办理", Step.REOPENED)));
    private static final Column<PersonId> BY = Column.identifier("经办人编号", PersonId::of);
    private static final Column<List<PersonId>> PARTIES =
            Column.identifier("当事人编号", PersonId::of).list();
    private static final Column<String> CONTENT = Column.text("内容");

    /** All were received under the grade for what needs several visits. */
    private static final SlaGrade GRADE = SlaProfile.usual().grade("一般").orElseThrow();

    private static final CasePlace WALL = new CasePlace("外墙施工现场", new TreeSet<>());

    private record Line(
            CaseId dispute,
            Instant at,
            Step step,
            PersonId by,
            List<PersonId> parties,
            String content) {}

    private record Moment(CaseId dispute, Instant at) {}

    private DisputeFile() {}

    /**
     * The history of each dispute, in the order of their names.
     *
     * @throws IllegalArgumentException if no commands could have made one of them, for example a
     *     close that nobody asked those concerned before
     */
    static Outcome<List<List<CaseEvent>>> read(SheetFile file, CommunityId community) {
        Once<Moment, Line> once = new Once<>();
        return Sheet.read(file, List.of(DISPUTE, AT, STEP, BY, PARTIES, CONTENT))
                .then(sheet -> sheet.rows(row -> line(row, once)))
                .then(rows -> Outcome.accepted(histories(once.values(), community)));
    }

    private static Line line(Row row, Once<Moment, Line> once) {
        Line line =
                new Line(
                        row.get(DISPUTE),
                        row.get(AT),
                        row.get(STEP),
                        row.get(BY),
                        row.get(PARTIES),
                        row.get(CONTENT));
        if (line.step() == Step.FOUND && line.parties().isEmpty()) {
            row.refuse(PARTIES, SheetRule.REQUIRED, "发现");
        }
        return once.take(row, DISPUTE, new Moment(line.dispute(), line.at()), line);
    }

    private static List<List<CaseEvent>> histories(List<Line> lines, CommunityId community) {
        Map<CaseId, List<CaseEvent>> histories = new TreeMap<>();
        lines.stream()
                .sorted(Comparator.comparing(Line::at))
                .forEach(
                        line -> {
                            List<CaseEvent> past =
                                    histories.computeIfAbsent(
                                            line.dispute(), id -> new ArrayList<>());
                            past.add(event(line, community, past));
                        });
        histories.values().forEach(GridCase::from);
        return List.copyOf(histories.values());
    }

    private static CaseEvent event(Line line, CommunityId where, List<CaseEvent> past) {
        CaseId id = line.dispute();
        Instant at = line.at();
        return switch (line.step()) {
            case FOUND ->
                    new CaseFound(
                            where,
                            id,
                            CaseCategory.OTHER_DISPUTE,
                            WALL,
                            line.parties().get(0),
                            line.by(),
                            line.content(),
                            at);
            case RECEIVED -> new CaseReported(where, id, line.by(), GRADE, at);
            case ACCEPTED -> new CaseAccepted(where, id, line.by(), at);
            case VISITED ->
                    new VisitMade(where, id, new TreeSet<>(List.of(line.by())), line.content(), at);
            case HANDED_ON ->
                    new CaseEscalated(
                            where, id, Route.ADMINISTRATIVE, line.by(), line.content(), at);
            case FOLLOWED_UP ->
                    new FollowedUp(
                            where, id, line.by(), FollowedUp.Answer.CONTENT, line.content(), at);
            case CLOSED ->
                    new CaseClosed(
                            where, id, line.by(), CaseClosed.Over.NOTHING, "", new TreeSet<>(), at);
            case REOPENED ->
                    new CaseReopened(
                            where,
                            id,
                            line.by(),
                            CaseReopened.Cause.REQUEST,
                            new TreeSet<>(),
                            line.content(),
                            at);
            case MEDIATED, AGREED, CHECKED -> mediation(line, where, past);
        };
    }

    /** Mediations are known here by the digests of what was proposed and agreed. */
    private static CaseEvent mediation(Line line, CommunityId where, List<CaseEvent> past) {
        CaseId id = line.dispute();
        int rounds = (int) past.stream().filter(MediationOpened.class::isInstance).count();
        if (line.step() == Step.MEDIATED) {
            return new MediationOpened(
                    where,
                    id,
                    rounds + 1,
                    new TreeSet<>(line.parties()),
                    new MediationDigest(line.content()),
                    line.at());
        }
        MediationDigest agreement = new MediationDigest(line.content());
        return line.step() == Step.AGREED
                ? new AgreementReached(
                        where,
                        id,
                        rounds,
                        line.at().atZone(Meeting.ZONE).toLocalDate(),
                        agreement,
                        line.at())
                : new PerformanceChecked(
                        where,
                        id,
                        line.by(),
                        agreement,
                        1,
                        Performance.KEPT,
                        new TreeSet<>(),
                        line.at());
    }
}
