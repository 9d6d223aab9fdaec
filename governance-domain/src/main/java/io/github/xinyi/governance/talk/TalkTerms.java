package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.team.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a locality asks of its talks, read from a table of one row with the columns 限期最多天数, 满意须超过,
 * 必经环节, 附议人数, 来源 and 依据. 必经环节 lists 公开 and 评议, divided by {@code ;}, or none of them.
 *
 * <p>Example row: {@code 366,1/2,公开;评议,0,某街道小院说事办法,解读}. No statute gives these figures.
 *
 * @param mostDays the days within which a plan by a day must end, 1 to {@link #MAX_DAYS}
 * @param satisfied the share of reviewers that must be exceeded for an issue to be settled, from 0
 *     to less than 1
 * @param required the steps that may not be left out; without both, what is done is settled
 * @param supporters how many must want the same before an issue is talked over, besides who raised
 *     it, 0 to {@link Talk#MAX_SUPPORTERS}
 * @param source where all of it comes from
 * @since 0.1.0
 */
public record TalkTerms(
        int mostDays,
        Ratio satisfied,
        SortedSet<TalkStep> required,
        int supporters,
        Source source) {

    /** The greatest number of days. */
    public static final int MAX_DAYS = 366;

    private static final Column<Long> MOST_DAYS = Column.wholeNumber("限期最多天数", 1, MAX_DAYS);
    private static final Column<Ratio> SATISFIED =
            Column.identifier("满意须超过", TalkTerms::shareBelowAll);
    private static final Column<List<TalkStep>> STEPS =
            Column.label("必经环节", Map.of("公开", TalkStep.PUBLICATION, "评议", TalkStep.REVIEW))
                    .list()
                    .where(
                            steps -> Set.copyOf(steps).size() == steps.size(),
                            SheetRule.LIST_REPEAT,
                            "");
    private static final Column<Long> SUPPORTERS =
            Column.wholeNumber("附议人数", 0, Talk.MAX_SUPPORTERS);

    /** Copies the steps, and refuses figures out of bounds and a share that nothing exceeds. */
    public TalkTerms {
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        if (supporters < 0 || supporters > Talk.MAX_SUPPORTERS) {
            throw new IllegalArgumentException("supporters: " + supporters);
        }
        if (mostDays < 1 || mostDays > MAX_DAYS) {
            throw new IllegalArgumentException("days of a plan: " + mostDays);
        }
        requireBelowAll(satisfied);
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
                                STEPS,
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
                new TreeSet<>(row.get(STEPS)),
                row.get(SUPPORTERS).intValue(),
                Source.from(row));
    }

    private static Ratio shareBelowAll(String text) {
        Ratio share = Ratio.parse(text);
        requireBelowAll(share);
        return share;
    }

    private static void requireBelowAll(Ratio share) {
        if (share.compareTo(Ratio.of(1, 1)) >= 0) {
            throw new IllegalArgumentException("nothing is more than " + share);
        }
    }

    boolean asks(TalkStep step) {
        return required.contains(step);
    }

    Threshold threshold() {
        return new Threshold.MoreThan(satisfied);
    }
}
