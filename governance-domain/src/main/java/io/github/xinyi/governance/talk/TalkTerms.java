package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.step.StepColumn;
import io.github.xinyi.governance.team.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a locality asks of its talks, read from a table of one row with the columns 限期最多天数, 满意须超过,
 * 必经环节, 附议人数, 来源 and 依据. 必经环节 lists 公开 and 评议, and steps of the place's own before 商议, 办理, 公开 or 评议
 * such as {@code 办理前:物业核价} or, left to a post, {@code 办理前:核价:物业企业}, divided by {@code ;}, or none
 * of them.
 *
 * <p>Example row: {@code 366,1/2,公开;评议,0,某街道小院说事办法,解读}. No statute gives these figures.
 *
 * @param mostDays the days within which a plan by a day must end, 1 to {@link #MAX_DAYS}
 * @param satisfied the share of reviewers that must be exceeded for an issue to be settled, from 0
 *     to less than 1
 * @param required the steps that may not be left out; without both, what is done is settled
 * @param local the steps that the place adds before {@link #GATES}; none is before an escalation,
 *     and a gate that a talk does not pass asks nothing
 * @param supporters how many must want the same before an issue is talked over, besides who raised
 *     it, 0 to {@link Talk#MAX_SUPPORTERS}
 * @param source where all of it comes from
 * @since 0.1.0
 */
public record TalkTerms(
        int mostDays,
        Ratio satisfied,
        SortedSet<TalkStep> required,
        LocalSteps local,
        int supporters,
        Source source) {

    /** Before the issue is talked over and a plan made. */
    static final String DISCUSSION = "商议";

    /** Before the plan is carried out. */
    static final String DOING = "办理";

    /** Before the result is published. */
    static final String PUBLICATION = "公开";

    /** Before the result is reviewed. */
    static final String REVIEW = "评议";

    /** Before what a place may add steps: 商议, 办理, 公开 and 评议. */
    public static final List<String> GATES = List.of(DISCUSSION, DOING, PUBLICATION, REVIEW);

    /** The greatest number of days. */
    public static final int MAX_DAYS = 366;

    private static final Column<Long> MOST_DAYS = Column.wholeNumber("限期最多天数", 1, MAX_DAYS);
    private static final Column<Ratio> SATISFIED =
            Column.ratio("满意须超过").where(TalkTerms::isBelowAll, SheetRule.RANGE, "0/1..<1/1");
    private static final StepColumn<TalkStep> STEPS =
            StepColumn.of("必经环节", Map.of("公开", TalkStep.PUBLICATION, "评议", TalkStep.REVIEW), GATES);
    private static final Column<Long> SUPPORTERS =
            Column.wholeNumber("附议人数", 0, Talk.MAX_SUPPORTERS);

    /** Copies the steps, and refuses figures out of bounds, other gates, and too great a share. */
    public TalkTerms {
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        if (supporters < 0 || supporters > Talk.MAX_SUPPORTERS) {
            throw new IllegalArgumentException("supporters: " + supporters);
        }
        if (mostDays < 1 || mostDays > MAX_DAYS) {
            throw new IllegalArgumentException("days of a plan: " + mostDays);
        }
        if (!local.areBefore(GATES)) {
            throw new IllegalArgumentException("before no gate of a talk: " + local);
        }
        if (!isBelowAll(satisfied)) {
            throw new IllegalArgumentException("nothing is more than " + satisfied);
        }
    }

    /**
     * Terms of a place that adds no steps of its own.
     *
     * @param mostDays the days within which a plan by a day must end
     * @param satisfied the share of reviewers that must be exceeded
     * @param required the steps that may not be left out
     * @param supporters how many must want the same
     * @param source where all of it comes from
     */
    public TalkTerms(
            int mostDays,
            Ratio satisfied,
            SortedSet<TalkStep> required,
            int supporters,
            Source source) {
        this(mostDays, satisfied, required, LocalSteps.NONE, supporters, source);
    }

    /**
     * The shipped terms, our reading of what is reported: 366 days, more than half.
     *
     * @return by these every talk goes that adopted no others
     */
    public static TalkTerms usual() {
        String name = "terms.csv";
        try (InputStream in = TalkTerms.class.getResourceAsStream(name)) {
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
    public static Outcome<TalkTerms> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(
                                MOST_DAYS,
                                SATISFIED,
                                STEPS.column(),
                                SUPPORTERS,
                                Source.DOCUMENT,
                                Source.STANDING))
                .then(sheet -> sheet.rows(TalkTerms::terms))
                .then(TalkTerms::only);
    }

    private static Outcome<TalkTerms> only(List<TalkTerms> rows) {
        return rows.size() == 1
                ? Outcome.accepted(rows.get(0))
                : TalkRule.TERMS_ONCE.refused("rows", rows.size());
    }

    private static TalkTerms terms(Row row) {
        return new TalkTerms(
                row.get(MOST_DAYS).intValue(),
                row.get(SATISFIED),
                STEPS.known(row),
                STEPS.local(row),
                row.get(SUPPORTERS).intValue(),
                Source.from(row));
    }

    private static boolean isBelowAll(Ratio share) {
        return share.compareTo(Ratio.of(1, 1)) < 0;
    }

    boolean asks(TalkStep step) {
        return required.contains(step);
    }

    Threshold threshold() {
        return new Threshold.MoreThan(satisfied);
    }
}
