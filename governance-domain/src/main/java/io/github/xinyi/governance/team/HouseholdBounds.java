package io.github.xinyi.governance.team;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.team.TeamEvent.HouseholdsCounted;
import java.util.List;

/**
 * The usual size of a grid cell in households, both bounds included, for example 300 to 500. It
 * warns and refuses nothing.
 *
 * @param least from 0
 * @param most not below least
 * @param source where the figures come from
 * @since 0.1.0
 */
public record HouseholdBounds(int least, int most, Source source) {

    private static final Column<Long> LEAST = Column.wholeNumber("最少户数", 0, Team.MAX_HOUSEHOLDS);
    private static final Column<Long> MOST = Column.wholeNumber("最多户数", 0, Team.MAX_HOUSEHOLDS);

    /** Refuses bounds that no number lies between. */
    public HouseholdBounds {
        if (least < 0 || least > most || most > Team.MAX_HOUSEHOLDS) {
            throw new IllegalArgumentException("no such size: " + least + ".." + most);
        }
    }

    /**
     * 300 to 500 households, from practice elsewhere and our reading.
     *
     * @return the shipped bounds
     */
    public static HouseholdBounds usual() {
        return read(TeamPattern.table("households.csv"))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * Bounds from a table of one row with the columns 最少户数, 最多户数, 来源 and 依据.
     *
     * @param file the table
     * @return the bounds; refused with every fault of the table
     */
    public static Outcome<HouseholdBounds> read(SheetFile file) {
        return Sheet.read(file, List.of(LEAST, MOST, Source.DOCUMENT, Source.STANDING))
                .then(
                        sheet ->
                                sheet.rows(
                                        row -> {
                                            int least = row.get(LEAST).intValue();
                                            int most = row.get(MOST).intValue();
                                            if (row.line() > 2) {
                                                row.refuse(LEAST, SheetRule.CONFLICT, "2");
                                            }
                                            if (least > most) {
                                                row.refuse(
                                                        MOST,
                                                        SheetRule.CONFLICT,
                                                        LEAST + "=" + least);
                                            }
                                            return new HouseholdBounds(
                                                    least, Math.max(least, most), Source.from(row));
                                        }))
                .then(
                        rows ->
                                rows.isEmpty()
                                        ? Outcome.refused(
                                                Ruling.of(
                                                        RuleCheck.of(
                                                                TeamRule.PATTERN_SIZE,
                                                                false,
                                                                "slots",
                                                                0,
                                                                "most",
                                                                1)))
                                        : Outcome.accepted(rows.get(0)));
    }

    /**
     * Whether a cell is of the usual size.
     *
     * @param cell the team of the cell
     * @return the finding; {@link Verdict#UNDETERMINED}, with {@code NOT_COUNTED} for its
     *     households, where nobody has counted them yet
     */
    public RuleCheck judge(Team cell) {
        return cell.recorded(HouseholdsCounted.class) > 0
                ? finding(
                        cell,
                        cell.households() >= least && cell.households() <= most
                                ? Verdict.MET
                                : Verdict.NOT_MET,
                        Integer.toString(cell.households()))
                : finding(cell, Verdict.UNDETERMINED, "NOT_COUNTED");
    }

    private RuleCheck finding(Team cell, Verdict verdict, String households) {
        RuleCheck usual =
                RuleCheck.of(
                        TeamRule.HOUSEHOLDS_USUAL,
                        verdict == Verdict.MET,
                        "team",
                        cell.id(),
                        "households",
                        households,
                        "least",
                        least,
                        "most",
                        most,
                        "source",
                        source.document(),
                        "standing",
                        source.standing());
        return new RuleCheck(usual.checked(), verdict, usual.evidence());
    }
}
