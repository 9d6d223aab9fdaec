package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three tables of profiles: heads, instruments, clauses. */
final class ClauseSheet {

    /** The greatest number of rows of one profile. */
    static final int MAX_ROWS = 1_000;

    private static final Map<String, ClauseKey<?>> KEYS =
            Clauses.all().stream()
                    .collect(Collectors.toUnmodifiableMap(ClauseKey::name, Function.identity()));

    private static final Column<String> KEY = Column.text("key");
    private static final Column<String> VALUE = Column.text("value");
    private static final Column<String> INSTRUMENT = Column.text("instrument");
    private static final Column<Long> ARTICLE = Column.wholeNumber("article", 1, 9_999);
    private static final Column<Long> PARAGRAPH = Column.wholeNumber("paragraph", 0, 99);
    private static final Column<Standing> STANDING = words("standing", Standing.values());
    private static final Column<LocalDate> FROM = Column.date("from");
    private static final Column<Optional<LocalDate>> TO = Column.date("to").optional();

    private static final Column<RegionId> PROFILE =
            Column.identifier("profile", RegionId::of).unique();
    private static final Column<RegionId> PARENT = Column.identifier("parent", RegionId::of);
    private static final Column<String> NAME_ZH = Column.text("name_zh");
    private static final Column<String> NAME_EN = Column.text("name_en");
    private static final Column<ProfileHead.Texts> TEXTS =
            words("texts", ProfileHead.Texts.values());

    private static final Column<String> ID = Column.text("id").unique();
    private static final Column<String> TITLE_ZH = Column.text("title_zh");
    private static final Column<String> TITLE_EN = Column.text("title_en");
    private static final Column<LocalDate> VERSION = Column.date("version");

    private ClauseSheet() {}

    private static <E extends Enum<E>> Column<E> words(String header, E[] words) {
        return Column.label(
                header,
                Stream.of(words).collect(Collectors.toMap(Enum::name, Function.identity())));
    }

    static Outcome<List<ProfileHead>> heads(SheetFile file) {
        return Sheet.read(file, List.of(PROFILE, PARENT, NAME_ZH, NAME_EN, TEXTS))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new ProfileHead(
                                                        row.get(PROFILE),
                                                        row.get(PARENT),
                                                        row.get(NAME_ZH),
                                                        row.get(NAME_EN),
                                                        row.get(TEXTS))));
    }

    /** The instruments by identifier, the national ones included. */
    static Outcome<Map<String, Instrument>> instruments(SheetFile file) {
        return Sheet.read(file, List.of(ID, TITLE_ZH, TITLE_EN, VERSION))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new Instrument(
                                                        row.get(ID),
                                                        row.get(TITLE_ZH),
                                                        row.get(TITLE_EN),
                                                        row.get(VERSION).toString())))
                .then(
                        local -> {
                            Map<String, Instrument> known = new HashMap<>();
                            local.forEach(text -> known.put(text.id(), text));
                            for (Statutes national : Statutes.values()) {
                                known.put(national.instrument().id(), national.instrument());
                            }
                            return Outcome.accepted(known);
                        });
    }

    /** The rows of a profile, or every fault, contradiction and breach of a floor. */
    static Outcome<List<ClauseRow<?>>> clauses(
            SheetFile file, Map<String, Instrument> instruments) {
        List<ClauseRow<?>> sound = new ArrayList<>();
        return Sheet.read(
                        file,
                        List.of(KEY, VALUE, INSTRUMENT, ARTICLE, PARAGRAPH, STANDING, FROM, TO))
                .then(sheet -> sheet.rows(row -> clause(row, instruments).map(sound::add)))
                .fold(rows -> judged(sound, List.of()), faults -> judged(sound, faults.findings()));
    }

    private static Outcome<List<ClauseRow<?>>> judged(
            List<ClauseRow<?>> rows, List<Finding> faults) {
        List<Finding> found = new ArrayList<>(faults);
        if (rows.size() > MAX_ROWS) {
            found.add(RuleCheck.of(RegionRule.TOO_MANY, false, "limit", MAX_ROWS));
            return Outcome.refused(new Ruling(found));
        }
        for (int i = 0; i < rows.size(); i++) {
            ClauseRow<?> row = rows.get(i);
            breaches(row).forEach(found::add);
            rows.subList(0, i).stream()
                    .filter(row::contradicts)
                    .map(
                            other ->
                                    RuleCheck.of(
                                            RegionRule.CLAUSE_CONTRADICTED,
                                            false,
                                            "clause",
                                            row.key(),
                                            "first",
                                            other.value(),
                                            "second",
                                            row.value()))
                    .forEach(found::add);
        }
        return found.isEmpty()
                ? Outcome.accepted(List.copyOf(rows))
                : Outcome.refused(new Ruling(found));
    }

    private static <T> Stream<Finding> breaches(ClauseRow<T> row) {
        return row.key().floors().stream()
                .filter(floor -> floor.rule() != RegionRule.LOCAL_BELOW_NATION)
                .filter(floor -> !floor.keeps().test(row.value()))
                .map(
                        floor ->
                                RuleCheck.of(
                                        floor.rule(),
                                        false,
                                        "clause",
                                        row.key(),
                                        "value",
                                        row.value(),
                                        "floor",
                                        floor.bound()));
    }

    private static Optional<ClauseRow<?>> clause(Row row, Map<String, Instrument> instruments) {
        Instrument instrument = instruments.get(row.get(INSTRUMENT));
        if (instrument == null) {
            row.refuse(INSTRUMENT, SheetRule.REFERENCE, "id");
        }
        LocalDate end = row.get(TO).orElse(LocalDate.MAX);
        if (!row.get(FROM).isBefore(end)) {
            row.refuse(TO, SheetRule.CONFLICT, ">" + row.get(FROM));
        }
        ClauseKey<?> key = KEYS.get(row.get(KEY));
        if (key == null) {
            row.refuse(KEY, SheetRule.REFERENCE, "key");
        } else if (key.read(row.get(VALUE)).isEmpty()) {
            row.refuse(VALUE, SheetRule.LABEL, key.form());
        }
        if (key == null || instrument == null || !row.get(FROM).isBefore(end)) {
            return Optional.empty();
        }
        Citation citation =
                new Citation(
                        instrument,
                        Provision.of(
                                Math.toIntExact(row.get(ARTICLE)),
                                Math.toIntExact(row.get(PARAGRAPH))),
                        new EffectivePeriod(row.get(FROM), end),
                        row.get(STANDING));
        return rowOf(key, row.get(VALUE), citation);
    }

    private static <T> Optional<ClauseRow<?>> rowOf(
            ClauseKey<T> key, String value, Citation citation) {
        return key.read(value).map(figure -> new ClauseRow<>(key, figure, citation));
    }
}
