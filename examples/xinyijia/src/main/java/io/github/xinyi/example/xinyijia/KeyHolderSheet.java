package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.trust.keys.KeySide;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who holds a key of the account, from 编号, 姓名, 方, 职务, 起 and 止 (last day). */
final class KeyHolderSheet {

    private static final Column<PersonId> PERSON = Column.identifier("编号", PersonId::of).unique();
    private static final Column<KeySide> SIDE =
            Column.label("方", Map.of("TRUSTEE", KeySide.TRUSTEE, "OWNER_BODY", KeySide.OWNER_BODY));
    private static final Column<LocalDate> FROM = Column.date("起");
    private static final Column<LocalDate> TO = Column.date("止");

    private KeyHolderSheet() {}

    /** A holder and the days on which the key may sign. */
    record KeyHolder(
            PersonId person, KeySide side, LocalDate fromInclusive, LocalDate toInclusive) {}

    static Outcome<List<KeyHolder>> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(PERSON, Column.ignored("姓名"), SIDE, Column.ignored("职务"), FROM, TO))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new KeyHolder(
                                                        row.get(PERSON),
                                                        row.get(SIDE),
                                                        row.get(FROM),
                                                        row.get(TO))));
    }
}
