package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import java.time.LocalDate;
import java.util.List;

/**
 * One condition under which a first meeting is due, all parts together, for example in Hangzhou 30%
 * of the area and two years since the first handing over.
 *
 * <p>Read from a table with the columns 地区, 面积比例, 人数比例, 满年数 and the source as in {@link
 * ProceedingTerms}; a share is written {@code ≥3/10} or {@code >1/2}, and {@code ≥0/1} where
 * nothing is asked. The built-in table is {@code first-meeting.csv} beside this class.
 *
 * @param area the share of the area that is handed over
 * @param heads the share of the owners to whom was handed over
 * @param years full years since the first handing over, 0 where nothing is asked
 * @param basis where it stands
 * @since 0.1.0
 */
public record FirstMeetingTrigger(Threshold area, Threshold heads, int years, Citation basis) {

    private static final Column<String> PLACE = Column.text("地区");
    private static final Column<Threshold> AREA =
            Column.identifier("面积比例", FirstMeetingTrigger::share);
    private static final Column<Threshold> HEADS =
            Column.identifier("人数比例", FirstMeetingTrigger::share);
    private static final Column<Long> YEARS = Column.wholeNumber("满年数", 0, 99);
    private static final Source SOURCE = new Source();

    /** A trigger and where it applies. */
    private record Entry(String place, FirstMeetingTrigger trigger) {}

    /**
     * The built-in triggers of a place.
     *
     * @param place {@code NATIONAL}, {@code BEIJING}, {@code HANGZHOU}, {@code SHANDONG} or {@code
     *     SHANGHAI}
     * @return one suffices; empty if the table has no such place
     */
    public static List<FirstMeetingTrigger> of(String place) {
        return read(Source.builtIn("first-meeting.csv"), place)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * The triggers of a place from a host's own table.
     *
     * @param file the table
     * @param place the place wanted
     * @return one suffices; empty if the table has no such place; refused with every fault
     */
    public static Outcome<List<FirstMeetingTrigger>> read(SheetFile file, String place) {
        return Sheet.read(file, SOURCE.columnsAfter(PLACE, AREA, HEADS, YEARS))
                .then(sheet -> sheet.rows(FirstMeetingTrigger::entry))
                .then(
                        entries ->
                                Outcome.accepted(
                                        entries.stream()
                                                .filter(e -> e.place().equals(place))
                                                .map(Entry::trigger)
                                                .toList()));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.get(PLACE),
                new FirstMeetingTrigger(
                        row.get(AREA),
                        row.get(HEADS),
                        row.get(YEARS).intValue(),
                        SOURCE.citation(row)));
    }

    private static Threshold share(String text) {
        Ratio ratio = Ratio.parse(text.substring(Math.min(1, text.length())));
        if (text.startsWith(">")) {
            return new MoreThan(ratio);
        }
        if (text.startsWith("≥")) {
            return new AtLeast(ratio);
        }
        throw new IllegalArgumentException("not a share: " + text);
    }

    boolean isMetBy(FirstMeeting.Delivery delivery, LocalDate today) {
        boolean old =
                years == 0
                        || (!delivery.first().isAfter(today)
                                && !delivery.first().plusYears(years).isAfter(today));
        return old
                && area.isMetBy(
                        delivery.area().squareDecimetres(), delivery.allArea().squareDecimetres())
                && heads.isMetBy(delivery.heads().value(), delivery.allHeads().value());
    }
}
