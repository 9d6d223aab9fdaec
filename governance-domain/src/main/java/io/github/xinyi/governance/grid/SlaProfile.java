package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.SlaGrade.Extensions;
import io.github.xinyi.governance.grid.SlaGrade.Limits;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.StepColumn;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.ToIntFunction;

/**
 * The limits and steps for cases by grade, as a table with the columns 等级, 答复小时, 办结工作日, 回访天数,
 * 可延期次数, 延期工作日, 必经环节, 回访次数, 来源 and 依据. No law fixes them; each place sets its own, and in the rows
 * 下限 and 上限 the bounds, with their source, that no grade of the table goes beyond: a grade asks
 * every step of the one and none that is not in the other. 必经环节 lists 调解前走访, 派工前走访 and 结案前审核, and
 * steps of the place's own such as {@code 结案前:街道会商} or, left to a post, {@code 结案前:签认:网格长}, divided
 * by {@code ;}, or none of them.
 *
 * @param grades 1 to {@link #MAX_GRADES}, each with an id of its own
 * @param least the row 下限: the least figures that a grade can have
 * @param most the row 上限: the greatest ones, none below its least
 * @since 0.1.0
 */
public record SlaProfile(List<SlaGrade> grades, SlaGrade least, SlaGrade most) {

    /** The greatest number of grades. */
    public static final int MAX_GRADES = 32;

    /** The row of the least figures. */
    public static final String LEAST = "下限";

    /** The row of the greatest figures. */
    public static final String MOST = "上限";

    private static final Column<String> GRADE =
            Column.text("等级")
                    .where(SlaGrade::isWord, SheetRule.RANGE, "1.." + Slot.MAX_WORD_LENGTH)
                    .unique();
    private static final Column<Long> RESPOND = figure("答复小时", 1, 24L * SlaGrade.MAX_DAYS);
    private static final Column<Long> RESOLVE = figure("办结工作日", 1, SlaGrade.MAX_DAYS);
    private static final Column<Long> FOLLOW_UP = figure("回访天数", 1, SlaGrade.MAX_DAYS);
    private static final Column<Long> EXTENSIONS = figure("可延期次数", 0, SlaGrade.MAX_EXTENSIONS);
    private static final Column<Long> EXTENDED = figure("延期工作日", 0, SlaGrade.MAX_DAYS);
    private static final StepColumn<CaseStep> STEPS =
            StepColumn.of(
                    "必经环节",
                    Map.of(
                            "调解前走访",
                            CaseStep.VISIT_BEFORE_MEDIATION,
                            "派工前走访",
                            CaseStep.VISIT_BEFORE_WORK,
                            "结案前审核",
                            CaseStep.REVIEW_BEFORE_CLOSE),
                    CaseSteps.GATES);
    private static final Column<Long> FOLLOW_UPS = figure("回访次数", 0, CaseSteps.MAX_FOLLOW_UPS);

    /**
     * Copies the grades.
     *
     * @throws IllegalArgumentException where {@link #of} would refuse them
     */
    public SlaProfile {
        grades = List.copyOf(grades);
        Ruling ruling = check(grades, least, most);
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("not a profile: " + ruling.notMet());
        }
    }

    /**
     * The limits of a place.
     *
     * @param grades 1 to {@link #MAX_GRADES}, each with an id of its own
     * @param least the least figures
     * @param most the greatest figures
     * @return the profile; refused with every reason: none or too many grades, two of one name or
     *     one that has the name of a bound, bounds that leave no room, and each figure of a grade
     *     outside them
     */
    public static Outcome<SlaProfile> of(List<SlaGrade> grades, SlaGrade least, SlaGrade most) {
        Ruling ruling = check(grades, least, most);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new SlaProfile(grades, least, most))
                : Outcome.refused(ruling);
    }

    private static Ruling check(List<SlaGrade> grades, SlaGrade least, SlaGrade most) {
        List<Finding> found = new ArrayList<>();
        found.add(
                RuleCheck.of(
                        CaseRule.GRADES,
                        !grades.isEmpty() && grades.size() <= MAX_GRADES,
                        "grades",
                        grades.size(),
                        "most",
                        MAX_GRADES));
        Set<String> seen = new HashSet<>(Set.of(LEAST, MOST));
        for (SlaGrade grade : grades) {
            found.add(RuleCheck.of(CaseRule.GRADE_ONCE, seen.add(grade.id()), "grade", grade.id()));
        }
        for (Figure figure : Figure.values()) {
            int from = figure.of.applyAsInt(least);
            int to = figure.of.applyAsInt(most);
            found.add(
                    RuleCheck.of(
                            CaseRule.GRADE_BOUNDS,
                            from <= to,
                            "column",
                            figure.column.header(),
                            "least",
                            from,
                            "most",
                            to));
            for (SlaGrade grade : grades) {
                found.add(figure.within(grade, least, most));
            }
        }
        for (SlaGrade grade : grades) {
            found.add(steps(grade, least, most));
        }
        return new Ruling(found);
    }

    private static RuleCheck steps(SlaGrade grade, SlaGrade least, SlaGrade most) {
        SortedSet<CaseStep> asked = grade.steps().required();
        List<LocalStep> local = grade.steps().local().all();
        return RuleCheck.of(
                CaseRule.STEPS_WITHIN,
                asked.containsAll(least.steps().required())
                        && most.steps().required().containsAll(asked)
                        && !asked.contains(CaseStep.UNSTATED)
                        && local.containsAll(least.steps().local().all())
                        && most.steps().local().all().containsAll(local),
                "grade",
                grade.id(),
                "steps",
                words(grade),
                "least",
                words(least),
                "most",
                words(most),
                "source",
                most.source().document(),
                "standing",
                most.source().standing());
    }

    private static List<Object> words(SlaGrade grade) {
        List<Object> words = new ArrayList<>(grade.steps().required());
        words.addAll(grade.steps().local().all());
        return words;
    }

    /** What a grade says in figures, with its column. */
    private enum Figure {
        RESPOND(SlaProfile.RESPOND, grade -> grade.limits().respondHours()),
        RESOLVE(SlaProfile.RESOLVE, grade -> grade.limits().resolveWorkingDays()),
        FOLLOW_UP(SlaProfile.FOLLOW_UP, grade -> grade.limits().followUpDays()),
        EXTENSIONS(SlaProfile.EXTENSIONS, grade -> grade.extensions().most()),
        EXTENDED(SlaProfile.EXTENDED, grade -> grade.extensions().workingDays()),
        FOLLOW_UPS(SlaProfile.FOLLOW_UPS, grade -> grade.steps().followUps());

        private final Column<Long> column;
        private final ToIntFunction<SlaGrade> of;

        Figure(Column<Long> column, ToIntFunction<SlaGrade> of) {
            this.column = column;
            this.of = of;
        }

        private RuleCheck within(SlaGrade grade, SlaGrade least, SlaGrade most) {
            int figure = of.applyAsInt(grade);
            return RuleCheck.of(
                    CaseRule.GRADE_WITHIN,
                    of.applyAsInt(least) <= figure && figure <= of.applyAsInt(most),
                    "grade",
                    grade.id(),
                    "column",
                    column.header(),
                    "figure",
                    figure,
                    "least",
                    of.applyAsInt(least),
                    "most",
                    of.applyAsInt(most),
                    "source",
                    most.source().document(),
                    "standing",
                    most.source().standing());
        }
    }

    /**
     * The shipped limits and their bounds, our reading of common practice: 紧急, 简单, 一般 and 复杂.
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
     * @return the profile; refused with every fault of a cell, or else with every fault of the
     *     profile
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
                                STEPS.column(),
                                FOLLOW_UPS,
                                Source.DOCUMENT,
                                Source.STANDING))
                .then(sheet -> sheet.rows(SlaProfile::grade))
                .then(SlaProfile::profile);
    }

    private static Outcome<SlaProfile> profile(List<SlaGrade> rows) {
        List<SlaGrade> grades =
                rows.stream().filter(row -> !Set.of(LEAST, MOST).contains(row.id())).toList();
        Optional<SlaGrade> least = row(rows, LEAST);
        Optional<SlaGrade> most = row(rows, MOST);
        if (least.isPresent() && most.isPresent()) {
            return of(grades, least.get(), most.get());
        }
        return Outcome.refused(
                Ruling.of(
                        RuleCheck.of(
                                CaseRule.GRADES,
                                !grades.isEmpty() && grades.size() <= MAX_GRADES,
                                "grades",
                                grades.size(),
                                "most",
                                MAX_GRADES),
                        bound(LEAST, rows),
                        bound(MOST, rows)));
    }

    private static RuleCheck bound(String name, List<SlaGrade> rows) {
        return RuleCheck.of(CaseRule.GRADE_BOUND_ROW, row(rows, name).isPresent(), "row", name);
    }

    private static Optional<SlaGrade> row(List<SlaGrade> rows, String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /**
     * A grade by its id.
     *
     * @param id for example {@code 一般}
     * @return the grade, or nothing
     */
    public Optional<SlaGrade> grade(String id) {
        return row(grades, id);
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
                new CaseSteps(STEPS.known(row), row.get(FOLLOW_UPS).intValue(), STEPS.local(row)),
                Source.from(row));
    }

    private static Column<Long> figure(String header, long least, long most) {
        return Column.wholeNumber(header, least, most);
    }
}
