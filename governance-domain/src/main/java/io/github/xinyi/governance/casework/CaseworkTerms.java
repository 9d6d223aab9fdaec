package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.step.StepColumn;
import io.github.xinyi.governance.voting.Matter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a locality asks of a case before it goes on, read from a table of one row with the columns
 * 入户覆盖率, 评价参与率, 每人评价户数上限, 必经环节, 须走程序事项, 决策主体, 征集天数, 评价天数, 来源 and 依据. 必经环节 lists 协商, 决策前公开, 结案前公开
 * and steps of the place's own before 协商, 方案, 实施 or 结案 such as {@code 方案前:造价审核} or, left to a post,
 * {@code 实施前:安全交底:物业企业}; 须走程序事项 lists items of Civil Code art. 278 para. 1; 决策主体 is empty where any
 * body decides what is not the owners'; lists are divided by {@code ;}.
 *
 * <p>Example row: {@code 1/1,1/2,2,协商,5;6;7;8;9,,0,0,红古区煤电六小区保温板维修,解读}. No statute gives these
 * figures: the shipped ones are our reading of the article, and a locality names its own.
 *
 * @param contact the share of units whose opinion must have been asked for before consultation
 * @param evaluation the share of units that must have rated the result before the case closes
 * @param unitsPerRater for how many units one person can rate, 1 to {@link
 *     Casework#MAX_UNITS_AT_ONCE}; an owner of more leaves the others to those who live there
 * @param steps which steps are asked, who decides, and by when
 * @param source the paper they come from, 1 to 200 characters
 * @param reading whether they are read out of a text or into it
 * @since 0.1.0
 */
public record CaseworkTerms(
        Ratio contact,
        Ratio evaluation,
        int unitsPerRater,
        CaseworkSteps steps,
        String source,
        Reading reading) {

    /** How far the source says it. */
    public enum Reading {
        /** The source was read and says this. */
        TEXT,
        /** The source was not at hand. */
        UNVERIFIED,
        /** The source leaves room; this is how we read it. */
        INTERPRETATION
    }

    private static final int MAX_SOURCE = 200;

    private static final Column<Ratio> CONTACT = share("入户覆盖率");
    private static final Column<Ratio> EVALUATION = share("评价参与率");
    private static final Column<Long> PER_RATER =
            Column.wholeNumber("每人评价户数上限", 1, Casework.MAX_UNITS_AT_ONCE);
    private static final StepColumn<CaseworkStep> STEPS =
            StepColumn.of(
                    "必经环节",
                    Map.of(
                            "协商",
                            CaseworkStep.CONSULTATION,
                            "决策前公开",
                            CaseworkStep.DISCLOSURE_BEFORE_DECISION,
                            "结案前公开",
                            CaseworkStep.DISCLOSURE_BEFORE_CLOSE),
                    CaseworkSteps.GATES);
    private static final Column<List<Long>> PROCEDURES =
            set(Column.wholeNumber("须走程序事项", 1, Matter.values().length));
    private static final Column<List<String>> BODIES =
            set(Column.text("决策主体").where(CaseworkSteps::isBody, SheetRule.CELL_LENGTH, "1..64"))
                    .where(
                            names -> names.size() <= CaseworkSteps.MAX_BODIES,
                            SheetRule.RANGE,
                            "0.." + CaseworkSteps.MAX_BODIES);
    private static final Column<Long> SURVEY_DAYS =
            Column.wholeNumber("征集天数", 0, CaseworkSteps.MAX_DAYS);
    private static final Column<Long> RATING_DAYS =
            Column.wholeNumber("评价天数", 0, CaseworkSteps.MAX_DAYS);
    private static final Column<String> SOURCE =
            Column.text("来源")
                    .where(
                            text -> PublicText.isName(text, MAX_SOURCE),
                            SheetRule.RANGE,
                            "1.." + MAX_SOURCE);
    private static final Column<Reading> READING =
            Column.label(
                    "依据",
                    Map.of(
                            "原文",
                            Reading.TEXT,
                            "未核对",
                            Reading.UNVERIFIED,
                            "解读",
                            Reading.INTERPRETATION));

    /** Refuses shares above the whole, persons who rate for none or for too many, and no source. */
    public CaseworkTerms {
        Ratio whole = Ratio.of(1, 1);
        if (contact.compareTo(whole) > 0 || evaluation.compareTo(whole) > 0) {
            throw new IllegalArgumentException("more than all: " + contact + ", " + evaluation);
        }
        if (unitsPerRater < 1 || unitsPerRater > Casework.MAX_UNITS_AT_ONCE) {
            throw new IllegalArgumentException("units of one rater: " + unitsPerRater);
        }
        if (!PublicText.isName(source, MAX_SOURCE)) {
            throw new IllegalArgumentException("no source: " + source.length() + " characters");
        }
    }

    /**
     * Terms with the {@link CaseworkSteps#USUAL} steps.
     *
     * @param contact the share of units to be asked
     * @param evaluation the share of units to rate
     * @param unitsPerRater for how many units one person can rate
     * @param source the paper they come from
     * @param reading whether they are read out of a text or into it
     */
    public CaseworkTerms(
            Ratio contact, Ratio evaluation, int unitsPerRater, String source, Reading reading) {
        this(contact, evaluation, unitsPerRater, CaseworkSteps.USUAL, source, reading);
    }

    /**
     * The shipped terms, of the district of the article.
     *
     * @return every unit asked, half of them rating, and two units of one person, all a reading
     */
    public static CaseworkTerms shipped() {
        String name = "terms.csv";
        try (InputStream in = CaseworkTerms.class.getResourceAsStream(name)) {
            return read(SheetFile.utf8(name, Objects.requireNonNull(in, name).readAllBytes()))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the terms of a locality.
     *
     * @param file a table of exactly one row
     * @return the terms; refused with every fault of the table
     */
    public static Outcome<CaseworkTerms> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(
                                CONTACT,
                                EVALUATION,
                                PER_RATER,
                                STEPS.column(),
                                PROCEDURES,
                                BODIES,
                                SURVEY_DAYS,
                                RATING_DAYS,
                                SOURCE,
                                READING))
                .then(sheet -> sheet.rows(CaseworkTerms::terms))
                .then(CaseworkTerms::only);
    }

    private static Outcome<CaseworkTerms> only(List<CaseworkTerms> rows) {
        return rows.size() == 1
                ? Outcome.accepted(rows.get(0))
                : CaseworkRule.TERMS_ONCE.refused("rows", rows.size());
    }

    private static CaseworkTerms terms(Row row) {
        return new CaseworkTerms(
                row.get(CONTACT),
                row.get(EVALUATION),
                Math.toIntExact(row.get(PER_RATER)),
                steps(row),
                row.get(SOURCE),
                row.get(READING));
    }

    private static CaseworkSteps steps(Row row) {
        SortedSet<Matter> matters = new TreeSet<>();
        row.get(PROCEDURES).forEach(item -> matters.add(Matter.ofItem(item.intValue())));
        return new CaseworkSteps(
                STEPS.known(row),
                matters,
                row.get(BODIES),
                Math.toIntExact(row.get(SURVEY_DAYS)),
                Math.toIntExact(row.get(RATING_DAYS)),
                STEPS.local(row));
    }

    private static <T> Column<List<T>> set(Column<T> column) {
        return column.list()
                .where(all -> Set.copyOf(all).size() == all.size(), SheetRule.LIST_REPEAT, "");
    }

    private static Column<Ratio> share(String header) {
        return Column.ratio(header)
                .where(share -> share.compareTo(Ratio.of(1, 1)) <= 0, SheetRule.RANGE, "0/1..1/1");
    }
}
