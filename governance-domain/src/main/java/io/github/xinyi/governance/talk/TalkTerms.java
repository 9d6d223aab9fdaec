package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What a locality asks of its talks, read from a table of one row with the columns 限期最多天数, 满意须超过,
 * 来源 and 依据.
 *
 * <p>Example row: {@code 366,1/2,某街道小院说事办法,解读}. No statute gives these figures.
 *
 * @param mostDays the days within which a plan by a day must end, 1 to {@link #MAX_DAYS}
 * @param satisfied the share of reviewers that must be exceeded for an issue to be settled, from 0
 *     to less than 1
 * @param source where the figures come from
 * @since 0.1.0
 */
public record TalkTerms(int mostDays, Ratio satisfied, Source source) {

    /** The greatest number of days. */
    public static final int MAX_DAYS = 366;

    private static final Column<Long> MOST_DAYS = Column.wholeNumber("限期最多天数", 1, MAX_DAYS);
    private static final Column<Ratio> SATISFIED =
            Column.identifier("满意须超过", TalkTerms::shareBelowAll);

    /** Refuses days out of bounds, and a share that nothing exceeds. */
    public TalkTerms {
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
        return Sheet.read(file, List.of(MOST_DAYS, SATISFIED, Source.DOCUMENT, Source.STANDING))
                .then(sheet -> sheet.rows(TalkTerms::terms))
                .then(TalkTerms::only);
    }

    private static Outcome<TalkTerms> only(List<TalkTerms> rows) {
        return rows.size() == 1
                ? Outcome.accepted(rows.get(0))
                : TalkRule.TERMS_ONCE.refused("rows", rows.size());
    }

    private static TalkTerms terms(Row row) {
        return new TalkTerms(row.get(MOST_DAYS).intValue(), row.get(SATISFIED), Source.from(row));
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

    Threshold threshold() {
        return new Threshold.MoreThan(satisfied);
    }
}
