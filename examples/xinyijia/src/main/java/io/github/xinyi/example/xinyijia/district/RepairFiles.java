package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.casework.ContactResult;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The repair of one community's insulation as a case: 专班编号, 组建时间, 成员编号, 房号; 房号, 入户人编号, 入户时间, 结果;
 * 事项, 协商时间, 公开时间, 公开位置, 纪要sha256; its disputes as {@link DisputeFile} has them; and what the
 * district asks of it, as {@link CaseworkTerms}.
 */
final class RepairFiles {

    private static final CommunityId COMMUNITY = CommunityId.of("C006");
    private static final Column<SquadId> SQUAD = Column.identifier("专班编号", SquadId::of);
    private static final Column<Instant> FORMED_AT = Column.instant("组建时间");
    private static final Column<List<PersonId>> MEMBERS =
            Column.identifier("成员编号", PersonId::of).list();
    private static final Column<List<UnitId>> UNITS = Column.identifier("房号", UnitId::of).list();
    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of);
    private static final Column<PersonId> VISITOR = Column.identifier("入户人编号", PersonId::of);
    private static final Column<Instant> VISITED_AT = Column.instant("入户时间");
    private static final Column<ContactResult> RESULT =
            Column.label(
                    "结果",
                    Map.of(
                            "同意", ContactResult.AGREES,
                            "反对", ContactResult.OBJECTS,
                            "未定", ContactResult.UNDECIDED,
                            "不在", ContactResult.ABSENT,
                            "谢绝", ContactResult.DECLINED));
    private static final Column<String> ITEM = Column.text("事项");
    private static final Column<Instant> CONSULTED_AT = Column.instant("协商时间");
    private static final Column<Optional<Instant>> DISCLOSED_AT = Column.instant("公开时间").optional();
    private static final Column<String> PLACE = Column.text("公开位置");
    private static final Column<String> MINUTES = digest("纪要sha256");

    /** Who opened the case and declared what it touches. */
    private static final PersonId DECLARED_BY = PersonId.of("G01");

    /** What is told of a dispute in the case, when its own case in the grid has come so far. */
    private record Turn(Instant at, Function<Casework, Outcome<CaseworkEvent>> told) {}

    /**
     * The case with its disputes.
     *
     * @param work the case, in which each dispute was raised, and ended as its history shows
     * @param disputes their histories in the grid
     */
    record Repair(Casework work, List<List<CaseEvent>> disputes) {}

    private RepairFiles() {}

    private static Column<String> digest(String header) {
        return Column.text(header)
                .where(text -> text.matches("[0-9a-f]{64}"), SheetRule.RANGE, "64 × [0-9a-f]");
    }

    static Outcome<Repair> read(Function<String, SheetFile> files) {
        return squads(files.apply("squads.csv"))
                .then(
                        squads ->
                                visits(files.apply("visits.csv"))
                                        .then(visits -> joined(squads, visits)))
                .then(
                        asked ->
                                consulted(files.apply("consulted.csv"))
                                        .then(items -> joined(asked, items)))
                .then(
                        events ->
                                CaseworkTerms.read(files.apply("terms.csv"))
                                        .then(terms -> opened(events, terms)))
                .then(
                        work ->
                                DisputeFile.read(files.apply("disputes.csv"), COMMUNITY)
                                        .then(disputes -> disputed(work, disputes)));
    }

    private static Outcome<Casework> opened(List<CaseworkEvent> events, CaseworkTerms terms) {
        return Outcome.accepted(Casework.from(course(events, terms)));
    }

    private static Outcome<List<CaseworkEvent>> squads(SheetFile file) {
        Once<SquadId, CaseworkEvent> once = new Once<>();
        return Sheet.read(file, List.of(SQUAD, FORMED_AT, MEMBERS, UNITS))
                .then(sheet -> sheet.rows(row -> once.take(row, SQUAD, row.get(SQUAD), squad(row))))
                .then(rows -> Outcome.accepted(once.values()));
    }

    private static SquadFormed squad(Row row) {
        return new SquadFormed(
                COMMUNITY,
                row.get(FORMED_AT),
                row.get(SQUAD),
                new TreeSet<>(row.get(MEMBERS)),
                new TreeSet<>(row.get(UNITS)));
    }

    private static Outcome<List<CaseworkEvent>> visits(SheetFile file) {
        return Sheet.read(file, List.of(UNIT, VISITOR, VISITED_AT, RESULT))
                .then(sheet -> sheet.rows(RepairFiles::visit))
                .then(visits -> Outcome.accepted(visits.stream().distinct().toList()));
    }

    private static CaseworkEvent visit(Row row) {
        return new UnitVisited(
                COMMUNITY,
                row.get(VISITED_AT),
                row.get(UNIT),
                row.get(VISITOR),
                row.get(RESULT),
                "");
    }

    private static Outcome<List<CaseworkEvent>> consulted(SheetFile file) {
        Once<String, List<CaseworkEvent>> once = new Once<>();
        return Sheet.read(file, List.of(ITEM, CONSULTED_AT, DISCLOSED_AT, PLACE, MINUTES))
                .then(sheet -> sheet.rows(row -> item(row, once)))
                .then(rows -> flat(once));
    }

    private static String item(Row row, Once<String, List<CaseworkEvent>> once) {
        String item = row.get(ITEM);
        List<CaseworkEvent> course = new ArrayList<>();
        course.add(
                new ItemsConsulted(
                        COMMUNITY, row.get(CONSULTED_AT), List.of(item), row.get(MINUTES)));
        row.get(DISCLOSED_AT)
                .ifPresent(
                        at -> course.add(new ItemDisclosed(COMMUNITY, at, item, row.get(PLACE))));
        once.take(row, ITEM, item, course);
        return item;
    }

    /** Each dispute is raised when it is received, and ends as its records in the grid show. */
    private static Outcome<Repair> disputed(Casework work, List<List<CaseEvent>> disputes) {
        List<Turn> turns = new ArrayList<>();
        for (List<CaseEvent> history : disputes) {
            for (int i = 0; i < history.size(); i++) {
                turn(history.subList(0, i + 1)).ifPresent(turns::add);
            }
        }
        turns.sort(Comparator.comparing(Turn::at));
        Outcome<Casework> state = Outcome.accepted(work);
        for (Turn turn : turns) {
            state =
                    state.then(
                            c ->
                                    turn.told()
                                            .apply(c)
                                            .then(event -> Outcome.accepted(c.after(event))));
        }
        return state.then(c -> Outcome.accepted(new Repair(c, disputes)));
    }

    private static Optional<Turn> turn(List<CaseEvent> past) {
        CaseEvent last = past.get(past.size() - 1);
        Instant at = last.occurredAt();
        if (last instanceof CaseReported || last instanceof CaseReopened) {
            return Optional.of(new Turn(at, c -> c.raiseDispute(last.caseId(), at)));
        }
        return last instanceof AgreementReached || last instanceof CaseEscalated
                ? Optional.of(new Turn(at, c -> c.endDispute(past, at)))
                : Optional.empty();
    }

    private static Outcome<List<CaseworkEvent>> flat(Once<?, List<CaseworkEvent>> once) {
        return Outcome.accepted(once.values().stream().flatMap(List::stream).toList());
    }

    private static Outcome<List<CaseworkEvent>> joined(
            List<CaseworkEvent> first, List<CaseworkEvent> second) {
        return Outcome.accepted(Stream.concat(first.stream(), second.stream()).toList());
    }

    /** Everything by its time, after the opening; opinions are collected with the last visit. */
    private static List<CaseworkEvent> course(List<CaseworkEvent> events, CaseworkTerms terms) {
        Instant opened = Instant.MAX;
        Instant lastVisit = Instant.MIN;
        TreeSet<UnitId> concerned = new TreeSet<>();
        for (CaseworkEvent event : events) {
            opened = Collections.min(List.of(opened, event.occurredAt()));
            if (event instanceof SquadFormed squad) {
                concerned.addAll(squad.units());
            } else if (event instanceof UnitVisited) {
                lastVisit = Collections.max(List.of(lastVisit, event.occurredAt()));
            }
        }
        List<CaseworkEvent> course = new ArrayList<>();
        course.add(
                new CaseOpened(
                        COMMUNITY,
                        opened,
                        CaseId.of("BW-2025"),
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        new TreeSet<>(Set.of(Matter.MAINTENANCE_FUND_USE)),
                        DECLARED_BY,
                        concerned,
                        terms));
        course.addAll(events);
        course.add(new OpinionsCollected(COMMUNITY, lastVisit));
        course.sort(Comparator.comparing(CaseworkEvent::occurredAt));
        return course;
    }
}
