package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of a place: how long before, how long, by when, for example those of {@code HANGZHOU}.
 * A term that no text read gives is not there, and nothing is checked against it. Immutable.
 *
 * <p>Read from a table with the columns 地区, 期限, 天数, 文件, 名称, 英文名称, 版本, 条, 款 and 性质, for example
 * {@code HANGZHOU,临时会议通知,7,HZ,杭州市物业管理条例,Hangzhou Property Management
 * Regulation,2021-08-09,19,1,原文}. 性质 is 原文, 未核实 or 解读. The built-in table is {@code terms.csv}
 * beside this class.
 *
 * @since 0.1.0
 */
public final class ProceedingTerms {

    /** The greatest number of terms in one table. */
    public static final int MAX_TERMS = 1_000;

    private static final Column<String> PLACE =
            Column.text("地区").where(p -> p.length() <= 64, SheetRule.RANGE, "1..64");
    private static final Column<Kind> KIND =
            Column.label(
                    "期限",
                    Map.ofEntries(
                            Map.entry("定期会议通知", Kind.REGULAR_NOTICE),
                            Map.entry("临时会议通知", Kind.EXTRAORDINARY_NOTICE),
                            Map.entry("投票最短", Kind.VOTING_AT_LEAST),
                            Map.entry("投票最长", Kind.VOTING_AT_MOST),
                            Map.entry("责令召开", Kind.CONVENING),
                            Map.entry("结果公布", Kind.PUBLICATION),
                            Map.entry("征求意见", Kind.COMMENT),
                            Map.entry("备案", Kind.FILING),
                            Map.entry("筹备组公示", Kind.GROUP_PUBLICATION),
                            Map.entry("首次会议召开", Kind.FIRST_MEETING)));
    private static final Column<Long> DAYS = Column.wholeNumber("天数", 0, Term.MAX_DAYS);
    private static final Source SOURCE = new Source();

    /** A term and where it applies. */
    private record Entry(String place, Term term) {}

    private final String place;
    private final List<Term> terms;

    private ProceedingTerms(String place, List<Term> terms) {
        this.place = place;
        this.terms = List.copyOf(terms);
    }

    /**
     * The built-in terms of a place.
     *
     * @param place {@code NATIONAL}, {@code BEIJING}, {@code HANGZHOU}, {@code QINGYUAN}, {@code
     *     SHANDONG} or {@code SHANGHAI}
     * @return its own terms, and those of {@code NATIONAL} where it has none of that kind
     * @throws IllegalArgumentException if the table has no such place
     */
    public static ProceedingTerms of(String place) {
        return read(Source.builtIn("terms.csv"), place)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * The terms of a place from a host's own table.
     *
     * @param file the table
     * @param place the place wanted
     * @return its own terms, and those of {@code NATIONAL} where it has none of that kind; refused
     *     with every fault of the table, among them more than {@link #MAX_TERMS} rows
     * @throws IllegalArgumentException if the table has no such place
     */
    public static Outcome<ProceedingTerms> read(SheetFile file, String place) {
        return Sheet.read(file, SOURCE.columnsAfter(PLACE, KIND, DAYS))
                .then(sheet -> sheet.rows(ProceedingTerms::entry))
                .then(entries -> Outcome.accepted(select(entries, place)));
    }

    private static ProceedingTerms select(List<Entry> entries, String place) {
        List<Term> own = ofPlace(entries, place);
        if (own.isEmpty() || entries.size() > MAX_TERMS) {
            throw new IllegalArgumentException(
                    "no terms of " + place + " in a table of " + entries.size());
        }
        List<Term> terms = new ArrayList<>(own);
        ofPlace(entries, "NATIONAL").stream()
                .filter(term -> own.stream().noneMatch(o -> o.kind() == term.kind()))
                .forEach(terms::add);
        return new ProceedingTerms(place, terms);
    }

    private static List<Term> ofPlace(List<Entry> entries, String place) {
        return entries.stream().filter(e -> e.place().equals(place)).map(Entry::term).toList();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.get(PLACE),
                new Term(row.get(KIND), row.get(DAYS).intValue(), SOURCE.citation(row)));
    }

    /**
     * Which place.
     *
     * @return for example {@code HANGZHOU}
     */
    public String place() {
        return place;
    }

    /**
     * One term.
     *
     * @param kind what is limited
     * @return empty if no text gives it
     */
    public Optional<Term> term(Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).findFirst();
    }

    /** For example {@code HANGZHOU}. */
    @Override
    public String toString() {
        return place;
    }
}
