package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.SlaGrade.Extensions;
import io.github.xinyi.governance.grid.SlaGrade.Limits;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The limits for cases by grade, as a table with the columns 等级, 答复小时, 办结工作日, 回访天数, 可延期次数, 延期工作日,
 * 来源 and 依据. No law fixes the figures; each place sets its own.
 *
 * @param grades 1 to {@link #MAX_GRADES}, each with an id of its own
 * @since 0.1.0
 */
public record SlaProfile(List<SlaGrade> grades) {

    /** The greatest number of grades. */
    public static final int MAX_GRADES = 32;

    private static final Column<String> GRADE =
            Column.text("等级")
                    .where(SlaGrade::isWord, SheetRule.RANGE, "1.." + Slot.MAX_WORD_LENGTH)
                    .unique();
    private static final Column<Long> RESPOND = figure("答复小时", 1, 24L * SlaGrade.MAX_DAYS);
    private static final Column<Long> RESOLVE = figure("办结工作日", 1, SlaGrade.MAX_DAYS);
    private static final Column<Long> FOLLOW_UP = figure("回访天数", 1, SlaGrade.MAX_DAYS);
    private static final Column<Long> EXTENSIONS = figure("可延期次数", 0, SlaGrade.MAX_EXTENSIONS);
    private static final Column<Long> EXTENDED = figure("延期工作日", 0, SlaGrade.MAX_DAYS);

    /** Copies the grades and refuses none, too many, or two of one name. */
    public SlaProfile {
        grades = List.copyOf(grades);
        if (grades.isEmpty()
                || grades.size() > MAX_GRADES
                || grades.stream().map(SlaGrade::id).distinct().count() < grades.size()) {
            throw new IllegalArgumentException("grades: " + grades.size());
        }
    }

    /**
     * The shipped limits, our reading of common practice: 紧急, 简单, 一般 and 复杂.
     *
     * @return the profile
     */
    public static SlaProfile usual() {
        try (InputStream in = SlaProfile.class.getResourceAsStream("sla.csv")) {
            byte[] table = Objects.requireNonNull(in, "sla.csv").readAllBytes();
            return read(SheetFile.utf8("sla.csv", table))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Limits from a table of the caller.
     *
     * @param file the table
     * @return the profile; refused with every fault of the table
     */
    public static Outcome<SlaProfile> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(
                                GRADE,
                                RESPOND,
                                RESOLVE,
                                FOLLOW_UP,
                                EXTENSIONS,
                                EXTENDED,
                                Source.DOCUMENT,
                                Source.STANDING))
                .then(sheet -> sheet.rows(SlaProfile::grade))
                .then(
                        grades ->
                                grades.isEmpty() || grades.size() > MAX_GRADES
                                        ? Outcome.refused(noneOrTooMany(grades.size()))
                                        : Outcome.accepted(new SlaProfile(grades)));
    }

    /**
     * A grade by its id.
     *
     * @param id for example {@code 一般}
     * @return the grade, or nothing
     */
    public Optional<SlaGrade> grade(String id) {
        return grades.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    private static SlaGrade grade(Row row) {
        int most = row.get(EXTENSIONS).intValue();
        int extended = row.get(EXTENDED).intValue();
        if (most > 0 && extended == 0) {
            row.refuse(EXTENDED, SheetRule.CONFLICT, EXTENSIONS + "=" + most);
        }
        return new SlaGrade(
                row.get(GRADE),
                new Limits(
                        row.get(RESPOND).intValue(),
                        row.get(RESOLVE).intValue(),
                        row.get(FOLLOW_UP).intValue()),
                new Extensions(most, extended),
                Source.from(row));
    }

    private static Ruling noneOrTooMany(int grades) {
        return Ruling.of(
                RuleCheck.of(CaseRule.GRADES, false, "grades", grades, "most", MAX_GRADES));
    }

    private static Column<Long> figure(String header, long least, long most) {
        return Column.wholeNumber(header, least, most);
    }
}
