package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The bodies of all communities, from 小区编号, 小区, 机构类型, 成立日期 and 届满日期; a community has a row for each
 * term, past and future ones too. A body of a community that is not listed is refused, or it would
 * be left out in silence.
 */
final class BodySheet {

    private static final Column<CommunityId> COMMUNITY = Column.identifier("小区编号", CommunityId::of);
    private static final Column<GoverningBody.Kind> KIND =
            Column.label(
                    "机构类型",
                    Map.of(
                            "业主委员会", GoverningBody.Kind.OWNERS_COMMITTEE,
                            "物业管理委员会", GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE));
    private static final Column<LocalDate> FROM = Column.date("成立日期");
    private static final Column<LocalDate> TO = Column.date("届满日期");

    /** What names a term: a community begins no two terms on one day. */
    private record Term(CommunityId community, LocalDate from) {}

    private BodySheet() {}

    static Outcome<List<GoverningBody>> read(SheetFile file, Communities communities) {
        Once<Term, GoverningBody> bodies = new Once<>();
        return Sheet.read(file, List.of(COMMUNITY, Column.ignored("小区"), KIND, FROM, TO))
                .then(sheet -> sheet.rows(row -> body(row, bodies, communities)))
                .then(rows -> Outcome.accepted(bodies.values()));
    }

    private static CommunityId body(
            Row row, Once<Term, GoverningBody> bodies, Communities communities) {
        CommunityId community = row.get(COMMUNITY);
        if (!communities.isListed(community)) {
            row.refuse(COMMUNITY, SheetRule.REFERENCE, Communities.FILE);
        }
        LocalDate from = row.get(FROM);
        if (from.isBefore(row.get(TO))) {
            bodies.take(
                    row,
                    FROM,
                    new Term(community, from),
                    new GoverningBody(
                            community, row.get(KIND), new EffectivePeriod(from, row.get(TO))));
        } else {
            row.refuse(TO, SheetRule.CONFLICT, from.toString());
        }
        return community;
    }
}
