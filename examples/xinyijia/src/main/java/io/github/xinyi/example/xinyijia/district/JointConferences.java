package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.cobuilding.ConsultationSheet;
import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.cobuilding.HeldConsultation;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Joint conferences as they were entered, and those among them that were called off, from 会议编号 and
 * 取消日期.
 *
 * @param entered conferences and their matters
 * @param cancelled which of the conferences were not held
 */
record JointConferences(Consultations entered, Set<HeldConsultation> cancelled) {

    private static final Column<MeetingId> MEETING = Column.identifier("会议编号", MeetingId::of);
    private static final Column<LocalDate> CANCELLED_ON = Column.date("取消日期");

    JointConferences {
        cancelled = Set.copyOf(cancelled);
    }

    static Outcome<JointConferences> read(Function<String, SheetFile> files) {
        return ConsultationSheet.read(files.apply("conferences.csv"), files.apply("matters.csv"))
                .then(entered -> read(files.apply("cancellations.csv"), entered));
    }

    private static Outcome<JointConferences> read(SheetFile cancellations, Consultations entered) {
        Map<MeetingId, HeldConsultation> known = new HashMap<>();
        entered.held().forEach(meeting -> known.put(meeting.meeting(), meeting));
        Set<HeldConsultation> cancelled = new HashSet<>();
        return Sheet.read(cancellations, List.of(MEETING, CANCELLED_ON))
                .then(sheet -> sheet.rows(row -> cancel(row, known, cancelled)))
                .then(rows -> Outcome.accepted(new JointConferences(entered, cancelled)));
    }

    private static MeetingId cancel(
            Row row, Map<MeetingId, HeldConsultation> known, Set<HeldConsultation> cancelled) {
        HeldConsultation meeting = known.get(row.get(MEETING));
        if (meeting == null) {
            row.refuse(MEETING, SheetRule.REFERENCE, "conferences.csv");
        } else if (row.get(CANCELLED_ON).isAfter(meeting.heldOn())) {
            row.refuse(CANCELLED_ON, SheetRule.CONFLICT, meeting.heldOn().toString());
        } else {
            cancelled.add(meeting);
        }
        return row.get(MEETING);
    }
}
