package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.voting.Matter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A pattern read from a table with the columns 环节, 名称, 类型, 主体, 材料, 出席, 同意, 同意基数, 至少天数, 期限天数, 补办天数,
 * 适用事项, 来源 and 效力, one row for each stage, in their order.
 *
 * <p>Example row: {@code examination,审议,议决,党员会议,会议纪要;签到表,≥2/3,≥1/2,应到,0,0,0,,四议两公开,解释}. 适用事项 lists
 * items of Civil Code art. 278 para. 1 divided by {@code ;}, and is empty for all nine. 出席, 同意 and
 * 同意基数 are given for 议决 only, and 补办天数, in days after an urgent repair, for what comes before 实施
 * only; 0 leaves the day open.
 *
 * @since 0.1.0
 */
public final class PatternSheet {

    private static final Column<String> ID =
            Column.text("环节")
                    .where(id -> id.matches("[a-z0-9-]{1,32}"), SheetRule.IDENTIFIER, "[a-z0-9-]")
                    .unique();
    private static final Column<String> NAME = text("名称", Stage.MAX_NAME_LENGTH);
    private static final Column<Stage.Kind> KIND =
            Column.label(
                    "类型",
                    Map.of(
                            "材料",
                            Stage.Kind.PAPERS,
                            "议决",
                            Stage.Kind.BODY,
                            "业主表决",
                            Stage.Kind.OWNERS_VOTE,
                            "公开",
                            Stage.Kind.DISCLOSURE,
                            "实施",
                            Stage.Kind.EXECUTION));
    private static final Column<List<String>> ACTORS =
            text("主体", Stage.MAX_NAME_LENGTH)
                    .list()
                    .where(
                            all -> !all.isEmpty() && all.size() <= Stage.MAX_ACTORS,
                            SheetRule.RANGE,
                            "1.." + Stage.MAX_ACTORS);
    private static final Column<List<Paper.Kind>> PAPERS =
            Column.label(
                            "材料",
                            Arrays.stream(Paper.Kind.values())
                                    .collect(Collectors.toMap(Paper.Kind::label, kind -> kind)))
                    .list()
                    .where(PatternSheet::isSet, SheetRule.LIST_REPEAT, "");
    private static final Column<Optional<String>> ATTENDANCE = share("出席");
    private static final Column<Optional<String>> CONSENT = share("同意");
    private static final Column<Optional<Stage.Base>> BASE =
            Column.label("同意基数", Map.of("应到", Stage.Base.DUE, "实到", Stage.Base.PRESENT)).optional();
    private static final Column<Long> LEAST_DAYS = Column.wholeNumber("至少天数", 0, Stage.MAX_DAYS);
    private static final Column<Long> WITHIN_DAYS = Column.wholeNumber("期限天数", 0, Stage.MAX_DAYS);
    private static final Column<Long> MAKE_UP_DAYS = Column.wholeNumber("补办天数", 0, Stage.MAX_DAYS);
    private static final Column<List<Long>> ITEMS =
            Column.wholeNumber("适用事项", 1, Matter.values().length)
                    .list()
                    .where(PatternSheet::isSet, SheetRule.LIST_REPEAT, "");
    private static final Column<String> SOURCE = text("来源", Stage.MAX_SOURCE_LENGTH);
    private static final Column<Standing> STANDING =
            Column.label(
                    "效力",
                    Map.of(
                            "原文",
                            Standing.TEXT_READ,
                            "待核",
                            Standing.UNVERIFIED,
                            "解释",
                            Standing.INTERPRETATION));
    private static final List<Column<?>> COLUMNS =
            List.of(
                    ID,
                    NAME,
                    KIND,
                    ACTORS,
                    PAPERS,
                    ATTENDANCE,
                    CONSENT,
                    BASE,
                    LEAST_DAYS,
                    WITHIN_DAYS,
                    MAKE_UP_DAYS,
                    ITEMS,
                    SOURCE,
                    STANDING);

    private PatternSheet() {}

    /**
     * Reads a pattern.
     *
     * @param name the name of the pattern, for example {@code 五议两公开}
     * @param file the table
     * @return the pattern; refused with every fault of the table, or else with every {@link
     *     PatternRule} it breaks
     */
    public static Outcome<ProcedurePattern> read(String name, SheetFile file) {
        return Sheet.read(file, COLUMNS)
                .then(sheet -> sheet.rows(PatternSheet::stage))
                .then(stages -> ProcedurePattern.of(name, stages));
    }

    /**
     * 五议两公开 as this library proposes it; its rows are our reading.
     *
     * @return the pattern
     */
    public static ProcedurePattern fiveDeliberations() {
        return shipped("五议两公开", "five-deliberations.csv");
    }

    /**
     * 四议两公开 with the owners' vote in place of the residents' meeting.
     *
     * @return the pattern
     */
    public static ProcedurePattern fourDeliberations() {
        return shipped("四议两公开", "four-deliberations.csv");
    }

    /**
     * A city that does not exist (示例市), to show how far a locality may go by its table alone: a
     * draft on display before the vote, a hearing for some matters only, a review before the result
     * is published, other days. No document stands behind its rows but the owners' vote.
     *
     * @return the pattern
     */
    public static ProcedurePattern sampleCity() {
        return shipped("示例市议事规程（虚构）", "sample-city.csv");
    }

    private static ProcedurePattern shipped(String name, String file) {
        try (InputStream in = PatternSheet.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its table " + file);
            }
            return read(name, SheetFile.utf8(file, in.readAllBytes()))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stage stage(Row row) {
        SortedSet<Matter> matters = new TreeSet<>();
        row.get(ITEMS).forEach(item -> matters.add(Matter.ofItem(item.intValue())));
        boolean body = row.get(KIND) == Stage.Kind.BODY;
        if (body && row.get(CONSENT).isEmpty()) {
            row.refuse(CONSENT, SheetRule.REQUIRED, "≥1/2");
        }
        if (body && row.get(BASE).isEmpty()) {
            row.refuse(BASE, SheetRule.REQUIRED, "应到/实到");
        }
        return new Stage(
                row.get(ID),
                row.get(NAME),
                row.get(KIND),
                row.get(ACTORS),
                row.get(PAPERS),
                row.get(ATTENDANCE).map(Share::parse).orElse(Share.NONE),
                row.get(CONSENT).map(Share::parse).orElse(Share.NONE),
                row.get(BASE).orElse(Stage.Base.DUE),
                row.get(LEAST_DAYS).intValue(),
                row.get(WITHIN_DAYS).intValue(),
                row.get(MAKE_UP_DAYS).intValue(),
                matters.isEmpty() ? new TreeSet<>(Arrays.asList(Matter.values())) : matters,
                row.get(SOURCE),
                row.get(STANDING));
    }

    private static Column<String> text(String header, int limit) {
        return Column.text(header)
                .where(
                        text ->
                                !text.isBlank()
                                        && text.length() <= limit
                                        && text.codePoints().noneMatch(Stage::cannotBeKept),
                        SheetRule.CELL_LENGTH,
                        "1.." + limit);
    }

    private static Column<Optional<String>> share(String header) {
        return Column.text(header).where(Share::isShare, SheetRule.RANGE, "≥n/d >n/d").optional();
    }

    private static boolean isSet(List<?> values) {
        return values.stream().distinct().count() == values.size();
    }
}
