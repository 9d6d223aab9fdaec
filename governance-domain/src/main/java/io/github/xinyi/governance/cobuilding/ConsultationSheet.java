package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joint conferences read from two tables: 会议编号, 会议日期, 社区, 议题 and 事项编号, 会议编号, 事项, 状态, 解决日期.
 *
 * <p>Example rows: {@code J01,2025-01-10,社区01,党建联席会} and {@code X001,J01,停车秩序,已解决,2025-01-15}. 状态
 * is 已解决 or 办理中. A row that repeats an earlier one counts once; one that contradicts it is a fault.
 * Topics are free text and dropped unread.
 *
 * @since 0.1.0
 */
public final class ConsultationSheet {

    private static final Column<MeetingId> MEETING = Column.identifier("会议编号", MeetingId::of);
    private static final Column<LocalDate> HELD_ON = Column.date("会议日期");
    private static final Column<CommunityId> COMMUNITY = Column.identifier("社区", CommunityId::of);
    private static final Column<ActionItemId> MATTER = Column.identifier("事项编号", ActionItemId::of);
    private static final Column<Boolean> SOLVED =
            Column.label("状态", Map.of("已解决", true, "办理中", false));
    private static final Column<Optional<LocalDate>> SOLVED_ON = Column.date("解决日期").optional();

    private ConsultationSheet() {}

    /**
     * Reads both tables.
     *
     * @param meetings the meetings
     * @param matters the matters; each must name one of the meetings, and be solved on or after its
     *     day if it is solved
     * @return the records without repetitions; refused with every fault of the first table, or else
     *     of the second
     */
    public static Outcome<Consultations> read(SheetFile meetings, SheetFile matters) {
        Map<MeetingId, HeldConsultation> held = new HashMap<>();
        return Sheet.read(meetings, List.of(MEETING, HELD_ON, COMMUNITY, Column.ignored("议题")))
                .then(sheet -> sheet.rows(row -> meeting(row, held)))
                .then(read -> matters(matters, held).then(all -> both(read, all)));
    }

    private static Outcome<List<ConsultedMatter>> matters(
            SheetFile file, Map<MeetingId, HeldConsultation> held) {
        Map<ActionItemId, ConsultedMatter> known = new HashMap<>();
        return Sheet.read(file, List.of(MATTER, MEETING, Column.ignored("事项"), SOLVED, SOLVED_ON))
                .then(sheet -> sheet.rows(row -> matter(row, held, known)));
    }

    private static Outcome<Consultations> both(
            List<HeldConsultation> held, List<ConsultedMatter> matters) {
        return Outcome.accepted(new Consultations(held, matters));
    }

    private static HeldConsultation meeting(Row row, Map<MeetingId, HeldConsultation> held) {
        HeldConsultation meeting =
                new HeldConsultation(row.get(COMMUNITY), row.get(MEETING), row.get(HELD_ON));
        HeldConsultation earlier = held.putIfAbsent(meeting.meeting(), meeting);
        if (earlier != null && !earlier.equals(meeting)) {
            row.refuse(MEETING, SheetRule.CONFLICT, earlier.heldOn() + " " + earlier.community());
        }
        return meeting;
    }

    private static ConsultedMatter matter(
            Row row,
            Map<MeetingId, HeldConsultation> held,
            Map<ActionItemId, ConsultedMatter> known) {
        HeldConsultation meeting = held.get(row.get(MEETING));
        LocalDate solvedOn = row.get(SOLVED_ON).orElse(LocalDate.MAX);
        if (row.get(SOLVED) == row.get(SOLVED_ON).isEmpty()) {
            row.refuse(SOLVED_ON, SheetRule.CONFLICT, SOLVED.header());
        }
        if (meeting == null) {
            row.refuse(MEETING, SheetRule.REFERENCE, HELD_ON.header());
        } else if (solvedOn.isBefore(meeting.heldOn())) {
            row.refuse(SOLVED_ON, SheetRule.CONFLICT, meeting.heldOn().toString());
        }
        ConsultedMatter matter =
                new ConsultedMatter(
                        meeting == null ? CommunityId.of("-") : meeting.community(),
                        row.get(MATTER),
                        row.get(MEETING),
                        solvedOn);
        ConsultedMatter earlier = known.putIfAbsent(matter.matter(), matter);
        if (earlier != null && !earlier.equals(matter)) {
            LocalDate then = earlier.solvedOn();
            row.refuse(
                    MATTER,
                    SheetRule.CONFLICT,
                    earlier.meeting() + " " + (then.equals(LocalDate.MAX) ? "-" : then));
        }
        return matter;
    }
}
