package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A conference read from a table with the columns 项目, 值, 出处 and 依据程度.
 *
 * <p>Example row: {@code 议程提前天数,3,某区做法，未核对原文,未核实}. 项目 is one of the labels of {@link PatternItem};
 * 依据程度 is 已读原文, 未核实 or 本库解读. A place with other parties or another convener loads its own table.
 *
 * @since 0.1.0
 */
public final class ConferencePatternSheet {

    private static final Column<PatternItem> ITEM =
            Column.label(
                    "项目",
                    Arrays.stream(PatternItem.values())
                            .collect(Collectors.toMap(PatternItem::label, item -> item)));
    private static final Column<String> VALUE = Column.text("值");
    private static final Column<String> SOURCE =
            Column.text("出处")
                    .where(PatternRow::isSource, SheetRule.RANGE, "1.." + PatternRow.MAX_SOURCE);
    private static final Column<Standing> STANDING =
            Column.label(
                    "依据程度",
                    Map.of(
                            "已读原文", Standing.TEXT_READ,
                            "未核实", Standing.UNVERIFIED,
                            "本库解读", Standing.INTERPRETATION));

    private ConferencePatternSheet() {}

    /**
     * Reads a table of a place.
     *
     * @param file the table
     * @return the pattern; refused with every fault of a cell, or else with every fault of the
     *     pattern
     */
    public static Outcome<ConferencePattern> read(SheetFile file) {
        return Sheet.read(file, List.of(ITEM, VALUE, SOURCE, STANDING))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new PatternRow(
                                                        row.get(ITEM),
                                                        row.get(VALUE),
                                                        row.get(SOURCE),
                                                        row.get(STANDING))))
                .then(ConferencePattern::of);
    }

    /**
     * The four-party conference (四方联席会议) as a district's newspaper names it; most figures are
     * readings or practice elsewhere, as their rows say.
     *
     * @return monthly, convened by 社区党组织
     */
    public static ConferencePattern fourParty() {
        return shipped("four_party.csv");
    }

    /**
     * The joint conference of Party-building (党建联席会) between a community's Party organisation and
     * the units of its district.
     *
     * @return quarterly, convened by 社区党组织
     */
    public static ConferencePattern partyBuilding() {
        return shipped("party_building.csv");
    }

    /**
     * The conference on property management (物业管理联席会议) of Shandong's regulation art. 74, whose
     * parties are law; the figures are readings of ours.
     *
     * @return convened by the street office or township
     */
    public static ConferencePattern shandong() {
        return shipped("shandong.csv");
    }

    private static ConferencePattern shipped(String name) {
        try (InputStream in = ConferencePatternSheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            return read(SheetFile.utf8(name, in.readAllBytes()))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
