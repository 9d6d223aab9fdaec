package io.github.xinyi.governance.region;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A clause that hosts show and no rule of this library reads, with the reason, for example {@code
 * disclosure.display-days}, since what is public here stays public without an end.
 *
 * <p>The table {@code shown-only.csv} beside the profiles has them all.
 *
 * @param key the name of the clause
 * @param reasonZh why no rule reads it, in Chinese
 * @param reasonEn the same in English
 * @since 0.1.0
 */
public record ShownOnly(String key, String reasonZh, String reasonEn) {

    private static final String FILE = "shown-only.csv";
    private static final Column<String> KEY = Column.text("key").unique();
    private static final Column<String> REASON_ZH = Column.text("reason_zh");
    private static final Column<String> REASON_EN = Column.text("reason_en");

    private static final List<ShownOnly> ALL = read();

    /**
     * Every such clause.
     *
     * @return in the order of the table
     */
    public static List<ShownOnly> all() {
        return ALL;
    }

    /**
     * Why no rule reads a clause.
     *
     * @param key the clause
     * @return empty where a rule reads it
     */
    public static Optional<ShownOnly> of(ClauseKey<?> key) {
        return ALL.stream().filter(clause -> clause.key().equals(key.name())).findFirst();
    }

    private static List<ShownOnly> read() {
        try (InputStream in =
                Objects.requireNonNull(ShownOnly.class.getResourceAsStream(FILE), FILE)) {
            Outcome<List<ShownOnly>> rows =
                    Sheet.read(
                                    SheetFile.utf8(FILE, in.readAllBytes()),
                                    List.of(KEY, REASON_ZH, REASON_EN))
                            .then(
                                    sheet ->
                                            sheet.rows(
                                                    row ->
                                                            new ShownOnly(
                                                                    row.get(KEY),
                                                                    row.get(REASON_ZH),
                                                                    row.get(REASON_EN))));
            return List.copyOf(
                    rows.orElseThrow(ruling -> new IllegalStateException(ruling.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
