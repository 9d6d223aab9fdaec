package io.github.xinyi.governance.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConferencePatternTest {

    @Test
    void theFourPartiesMeetMonthlyWithTheConvenerFirst() {
        ConferencePattern pattern = ConferencePatternSheet.fourParty();

        assertThat(pattern.title()).isEqualTo("四方联席会议");
        assertThat(pattern.parties()).hasSize(4).startsWith(pattern.convener());
        assertThat(pattern.figure(PatternItem.PERIOD_MONTHS)).isEqualTo(1);
        assertThat(pattern.figure(PatternItem.AGENDA_DAYS)).isEqualTo(3);
        assertThat(pattern.figure(PatternItem.EXTRA_DAYS)).isEqualTo(7);
        assertThat(pattern.figure(PatternItem.QUORUM)).isEqualTo(3);
        assertThat(pattern.rows()).noneMatch(row -> row.standing() == Standing.TEXT_READ);
    }

    @Test
    void thePartyBuildingConferenceIsTheSameCoreWithAnotherTable() {
        ConferencePattern pattern = ConferencePatternSheet.partyBuilding();

        assertThat(pattern.parties()).hasSize(3);
        assertThat(pattern.figure(PatternItem.PERIOD_MONTHS)).isEqualTo(3);
    }

    @Test
    void shandongArticle74NamesEightPartiesAndTheStreetOfficeAsConvener() {
        ConferencePattern pattern = ConferencePatternSheet.shandong();

        assertThat(pattern.convener()).isEqualTo(new Party("街道办事处、乡镇人民政府"));
        assertThat(pattern.parties()).hasSize(8);
        assertThat(pattern.row(PatternItem.CONVENER).standing()).isEqualTo(Standing.TEXT_READ);
        assertThat(pattern.row(PatternItem.QUORUM).standing()).isEqualTo(Standing.INTERPRETATION);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false", "12, false", "13, true"})
    void aTableHasThreeToTwelveParties(int parties, boolean refused) {
        List<PatternRow> rows = rows(parties, parties / 2 + 1);

        assertThat(refuses(ConferencePattern.of(rows), ConferenceRule.PATTERN_PARTIES))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, false", "6, false", "7, true"})
    void theQuorumOfSixPartiesIsMoreThanHalfAndAtMostAll(int quorum, boolean refused) {
        assertThat(refuses(ConferencePattern.of(rows(6, quorum)), ConferenceRule.PATTERN_QUORUM))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "PERIOD_MONTHS, 0, true",
        "PERIOD_MONTHS, 1, false",
        "PERIOD_MONTHS, 12, false",
        "PERIOD_MONTHS, 13, true",
        "AGENDA_DAYS, -1, true",
        "AGENDA_DAYS, 0, false",
        "AGENDA_DAYS, 30, false",
        "AGENDA_DAYS, 31, true",
        "EXTRA_DAYS, 0, true",
        "EXTRA_DAYS, 1, false",
        "EXTRA_DAYS, 30, false",
        "EXTRA_DAYS, 31, true"
    })
    void figuresHaveTheirRange(PatternItem item, String value, boolean refused) {
        List<PatternRow> rows = new ArrayList<>(rows(4, 3));
        rows.removeIf(row -> row.item() == item);
        rows.add(row(item, value));

        assertThat(refuses(ConferencePattern.of(rows), ConferenceRule.PATTERN_RANGE))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(value = PatternItem.class, mode = EnumSource.Mode.EXCLUDE, names = "PARTY")
    void everyRowButThatOfAPartyStandsThereOnce(PatternItem item) {
        List<PatternRow> whole = rows(4, 3);
        PatternRow row = whole.stream().filter(r -> r.item() == item).findFirst().orElseThrow();
        List<PatternRow> without = whole.stream().filter(r -> !r.equals(row)).toList();
        List<PatternRow> twice = new ArrayList<>(whole);
        twice.add(row);

        assertThat(ConferencePattern.of(whole).isAccepted()).isTrue();
        for (List<PatternRow> rows : List.of(without, twice)) {
            assertThat(refuses(ConferencePattern.of(rows), ConferenceRule.PATTERN_ONCE)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "40, false", "41, true"})
    void theConferenceAndEachPartyHaveANameOfOneToFortyCharacters(int length, boolean refused) {
        String name = "联".repeat(length);

        assertThat(refused(replaced(PatternItem.TITLE, name)))
                .isEqualTo(refused ? List.of(ConferenceRule.PATTERN_TITLE.code()) : List.of());
        assertThat(refused(replaced(PatternItem.CONVENER, name)))
                .isEqualTo(refused ? List.of(ConferenceRule.PATTERN_PARTY.code()) : List.of());
    }

    @Test
    void aPartyStandsThereOnce() {
        assertThat(refused(replaced(PatternItem.CONVENER, "第2方")))
                .containsExactly(ConferenceRule.PATTERN_PARTY.code());
        assertThat(refused(replaced(PatternItem.CONVENER, "第5方"))).isEmpty();
    }

    private static List<PatternRow> replaced(PatternItem item, String value) {
        List<PatternRow> rows = new ArrayList<>(rows(4, 3));
        rows.replaceAll(row -> row.item() == item ? row(item, value) : row);
        return rows;
    }

    private static List<RuleCode> refused(List<PatternRow> rows) {
        return ConferencePattern.of(rows)
                .fold(
                        pattern -> List.of(),
                        ruling -> ruling.notMet().stream().map(Finding::rule).toList());
    }

    @Test
    void aFaultyTableIsRefusedWithEveryFault() {
        List<PatternRow> rows =
                List.of(
                        row(PatternItem.CONVENER, "甲"),
                        row(PatternItem.CONVENER, "乙"),
                        row(PatternItem.PARTY, "甲"),
                        row(PatternItem.PARTY, "很".repeat(41)),
                        row(PatternItem.PERIOD_MONTHS, "每月"),
                        row(PatternItem.QUORUM, "2"));

        Ruling ruling = ConferencePattern.of(rows).fold(a -> Ruling.of(), refused -> refused);

        assertThat(ruling.notMet())
                .extracting(finding -> finding.rule() + " " + finding.evidence().values())
                .containsExactly(
                        "conference.pattern-once [名称, 0]",
                        "conference.pattern-once [召集方, 2]",
                        "conference.pattern-once [议程提前天数, 0]",
                        "conference.pattern-once [临时会议天数, 0]",
                        "conference.pattern-party [" + "很".repeat(41) + "]",
                        "conference.pattern-party [甲]",
                        "conference.pattern-range [例会间隔月数, 每月, 1, 12]",
                        "conference.pattern-quorum [2, 3, 4]");
        assertThatIllegalArgumentException().isThrownBy(() -> new ConferencePattern(rows));
    }

    @Test
    void aTableIsReadWithEveryFaultOfItsCells() {
        String table = "项目,值,出处,依据程度\n会期,1,某文,已读原文\n名称,,某文,听说\n";
        SheetFile file = SheetFile.utf8("a.csv", table.getBytes(StandardCharsets.UTF_8));

        Ruling ruling = ConferencePatternSheet.read(file).fold(a -> Ruling.of(), r -> r);

        assertThat(ruling.notMet())
                .extracting(finding -> finding.rule())
                .containsExactly(
                        SheetRule.LABEL.code(), SheetRule.REQUIRED.code(), SheetRule.LABEL.code());
    }

    private static boolean refuses(Outcome<ConferencePattern> outcome, ConferenceRule rule) {
        return outcome.fold(pattern -> false, ruling -> ruling.refuses(rule.code()));
    }

    /** A valid table but for what the figures given make of it. */
    static List<PatternRow> rows(int parties, int quorum) {
        List<PatternRow> rows = new ArrayList<>();
        rows.add(row(PatternItem.TITLE, "联席会议"));
        rows.add(row(PatternItem.CONVENER, "第1方"));
        IntStream.rangeClosed(2, parties)
                .forEach(i -> rows.add(row(PatternItem.PARTY, "第" + i + "方")));
        rows.add(row(PatternItem.PERIOD_MONTHS, "2"));
        rows.add(row(PatternItem.AGENDA_DAYS, "3"));
        rows.add(row(PatternItem.EXTRA_DAYS, "7"));
        rows.add(row(PatternItem.QUORUM, Integer.toString(quorum)));
        return rows;
    }

    private static PatternRow row(PatternItem item, String value) {
        return new PatternRow(item, value, "测试", Standing.INTERPRETATION);
    }
}
