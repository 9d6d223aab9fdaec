package io.github.xinyi.governance.team;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
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
import java.util.TreeSet;

/**
 * The slots of a team as a table (队伍模式), for example 1+3+N: one liaison instructor, three advisers,
 * any number of volunteers.
 *
 * <p>A pattern is data: a city's variant is another table with the columns 岗位, 最少, 最多, 兼任小区上限, 资格,
 * 类别, 互斥岗位, 独立性, 来源 and 依据. An empty 最多 means {@link Seats#UNBOUNDED}; lists are divided by {@code
 * ;}; 独立性 is 独立于物业企业 or 不限; 依据 is 已读原文, 未核对 or 解读.
 *
 * @param id its name, for example {@code 1+3+N}; at most {@link Slot#MAX_WORD_LENGTH} characters
 * @param slots 1 to {@link #MAX_SLOTS}, each with an id of its own
 * @since 0.1.0
 */
public record TeamPattern(String id, List<Slot> slots) {

    /** The greatest number of slots, so that the largest pattern fits into one stored event. */
    public static final int MAX_SLOTS = 24;

    private static final Column<String> SLOT = word("岗位").unique();
    private static final Column<Long> LEAST = Column.wholeNumber("最少", 0, Seats.UNBOUNDED);
    private static final Column<Optional<Long>> MOST =
            Column.wholeNumber("最多", 1, Seats.UNBOUNDED).optional();
    private static final Column<Optional<Long>> COMMUNITIES =
            Column.wholeNumber("兼任小区上限", 1, Candidate.MAX_COMMUNITIES).optional();
    private static final Column<List<String>> QUALITIES = words("资格");
    private static final Column<List<String>> KINDS = words("类别");
    private static final Column<List<String>> EXCLUSIVE = words("互斥岗位");
    private static final Column<Admission.Independence> INDEPENDENCE =
            Column.label(
                    "独立性",
                    Map.of(
                            "独立于物业企业", Admission.Independence.FROM_SERVING_FIRM,
                            "不限", Admission.Independence.NOT_ASKED));
    private static final List<Column<?>> COLUMNS =
            List.of(
                    SLOT,
                    LEAST,
                    MOST,
                    COMMUNITIES,
                    QUALITIES,
                    KINDS,
                    EXCLUSIVE,
                    INDEPENDENCE,
                    Source.DOCUMENT,
                    Source.STANDING);

    /** Copies the slots and refuses none, too many or two of one name. */
    public TeamPattern {
        slots = List.copyOf(slots);
        if (!Slot.isWord(id)) {
            throw new IllegalArgumentException("not a name for a pattern: " + id);
        }
        if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException(id + " has slots: " + slots.size());
        }
        Set<String> names = new HashSet<>(slots.stream().map(Slot::id).toList());
        if (names.size() < slots.size()
                || !slots.stream()
                        .allMatch(s -> names.containsAll(s.admission().exclusiveWith()))) {
            throw new IllegalArgumentException(
                    id + " has slots of one name, or names an unknown one");
        }
    }

    /**
     * 1+3+N as reported: one instructor of deputy rank, three advisers, retired members and members
     * who checked in. What the report leaves open is marked as our reading.
     *
     * @return the shipped table
     */
    public static TeamPattern onePlusThreePlusN() {
        return shipped("1+3+N", "liaison.csv");
    }

    /**
     * 1+4+X: one grid lead, four kinds of staff, others. The report names the people but not the
     * figures; the division is our reading.
     *
     * @return the shipped table
     */
    public static TeamPattern onePlusFourPlusX() {
        return shipped("1+4+X", "grid.csv");
    }

    /**
     * 1+4 as a page reports it of Quanzhou: one Party committee, and four others; how many people
     * each sends is our reading. The same label as elsewhere, and other people.
     *
     * @return the shipped table
     */
    public static TeamPattern onePlusFourOfQuanzhou() {
        return shipped("1+4（泉州丰泽）", "quanzhou.csv");
    }

    /**
     * The team that is called together for one dispute (议事队) in the district of the article:
     * enforcement, steward, volunteers. Another place calls one by a table of its own.
     *
     * @return the shipped table
     */
    public static TeamPattern disputeTeam() {
        return shipped("议事队", "dispute.csv");
    }

    /**
     * A pattern from a table of the caller.
     *
     * @param id its name, for example that of its file
     * @param file the table
     * @return the pattern; refused with every fault of the table, and of an id that is not one
     */
    public static Outcome<TeamPattern> read(String id, SheetFile file) {
        RuleCheck named =
                RuleCheck.of(
                        TeamRule.PATTERN_ID,
                        Slot.isWord(id),
                        "table",
                        file.name(),
                        "length",
                        id.length(),
                        "most",
                        Slot.MAX_WORD_LENGTH);
        Outcome<List<Slot>> read = slots(file);
        if (named.isMet()) {
            return read.then(slots -> Outcome.accepted(new TeamPattern(id, slots)));
        }
        List<Finding> faults = new ArrayList<>(List.of(named));
        faults.addAll(read.fold(slots -> List.of(), Ruling::notMet));
        return Outcome.refused(new Ruling(faults));
    }

    private static Outcome<List<Slot>> slots(SheetFile file) {
        Set<String> names = new HashSet<>();
        // The faults of this reading are found again, with all others, by the next one.
        Sheet.read(file, namesOnly()).then(sheet -> sheet.rows(row -> names.add(row.get(SLOT))));
        return Sheet.read(file, COLUMNS)
                .then(sheet -> sheet.rows(row -> slot(row, names)))
                .then(
                        slots ->
                                slots.isEmpty() || slots.size() > MAX_SLOTS
                                        ? Outcome.refused(tooManyOrNone(slots.size()))
                                        : Outcome.accepted(slots));
    }

    /**
     * A slot by its id.
     *
     * @param slot for example {@code 专业顾问}
     * @return the slot, or nothing
     */
    public Optional<Slot> slot(String slot) {
        return slots.stream().filter(s -> s.id().equals(slot)).findFirst();
    }

    private static Ruling tooManyOrNone(int slots) {
        return Ruling.of(
                RuleCheck.of(TeamRule.PATTERN_SIZE, false, "slots", slots, "most", MAX_SLOTS));
    }

    private static Slot slot(Row row, Set<String> names) {
        String id = row.get(SLOT);
        int least = row.get(LEAST).intValue();
        int most = row.get(MOST).map(Long::intValue).orElse(Seats.UNBOUNDED);
        if (least > most) {
            row.refuse(MOST, SheetRule.CONFLICT, LEAST + "=" + least);
        }
        if (row.get(KINDS).size() > most) {
            row.refuse(KINDS, SheetRule.CONFLICT, MOST + "=" + most);
        }
        if (!names.containsAll(row.get(EXCLUSIVE)) || row.get(EXCLUSIVE).contains(id)) {
            row.refuse(EXCLUSIVE, SheetRule.REFERENCE, SLOT.header());
        }
        return new Slot(
                id,
                new Seats(
                        Math.min(least, most),
                        Math.max(most, row.get(KINDS).size()),
                        row.get(COMMUNITIES).map(Long::intValue).orElse(0)),
                new Admission(
                        new TreeSet<>(row.get(QUALITIES)),
                        new TreeSet<>(row.get(KINDS)),
                        new TreeSet<>(row.get(EXCLUSIVE)),
                        row.get(INDEPENDENCE)),
                Source.from(row));
    }

    private static List<Column<?>> namesOnly() {
        return COLUMNS.stream()
                .<Column<?>>map(c -> c == SLOT ? SLOT : Column.ignored(c.header()))
                .toList();
    }

    private static Column<String> word(String header) {
        return Column.text(header)
                .where(Slot::isWord, SheetRule.RANGE, "1.." + Slot.MAX_WORD_LENGTH);
    }

    private static Column<List<String>> words(String header) {
        return word(header)
                .list()
                .where(
                        w -> w.size() <= Admission.MAX_WORDS,
                        SheetRule.RANGE,
                        "0.." + Admission.MAX_WORDS)
                .where(w -> Set.copyOf(w).size() == w.size(), SheetRule.LIST_REPEAT, "");
    }

    private static TeamPattern shipped(String id, String resource) {
        return read(id, table(resource))
                .orElseThrow(ruling -> new IllegalStateException(resource + ": " + ruling));
    }

    static SheetFile table(String resource) {
        try (InputStream in = TeamPattern.class.getResourceAsStream(resource)) {
            return SheetFile.utf8(resource, Objects.requireNonNull(in, resource).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
