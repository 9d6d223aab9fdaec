package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.journal.TrustTexts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad cell in one file: a message with file, line, field and reason, and nothing imported. */
class BadFilesTest {

    private static final SampleFiles FILES = new SampleFiles("anheyuan");
    private static final SampleCommunity COMMUNITY =
            SampleCommunity.from(FILES.json("community.json"));

    @ParameterizedTest(name = "{0} line {1}: {2} becomes {3}")
    @CsvSource({
        "units.csv, 2, 89.42, 89.4m, 专有部分面积",
        "units.csv, 3, 108.75, 108.755, 专有部分面积",
        "units.csv, 3, 108.75, １０８.７５, 专有部分面积",
        "units.csv, 3, 1-1-202, 1-1-201, 房号",
        "ballots.csv, 3, V0002, V0001, 票号",
        "ballots.csv, 3, 同意, 赞成, M1",
        "bills.csv, 2, 3-2-402, 9-9-999, 房号",
        "bills.csv, 3, 158.42, -158.42, 应收金额",
        "receipts.csv, 2, 367.23, ３６７.２３, 金额",
        "receipts.csv, 3, R000002, R000001, 收款单号",
        "public_income.csv, 2, 临时停车, 停车, 类别",
        "receipts.csv, 2, 367.23, 0.00, 金额",
        "expenses.csv, 2, P2025-0001, P2025-9999, 凭证号",
        "expenses.csv, 2, SF-06, SF-66, 预算科目",
        "vouchers.csv, 2, 49ec9e, 49ec9f, sha256",
        "bank.csv, 3, 274979.18, 274979.19, 余额",
        "budget.csv, 2, 465000.00, 46.5万, 预算金额",
    })
    void namesFileLineFieldAndValue(
            String file, int line, String there, String instead, String field) {
        SampleFiles bad = FILES.with(file, replaced(file, line, there, instead));

        Outcome<SampleImport> outcome = SampleImport.read(COMMUNITY, bad);

        String message = message(outcome);
        assertThat(message).contains(file).contains(String.valueOf(line)).contains(field);
        assertThat(message.lines()).as(message).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void namesEveryBadCellOfEveryFileAtOnce() {
        SampleFiles bad =
                FILES.with("receipts.csv", replaced("receipts.csv", 2, "367.23", "?"))
                        .with("bank.csv", replaced("bank.csv", 3, "274979.18", "!"));

        String message = message(SampleImport.read(COMMUNITY, bad));

        assertThat(message).contains("receipts.csv").contains("bank.csv");
    }

    @Test
    void refusesGbkWithTheAdviceToNameTheCharset() {
        byte[] gbk =
                new String(FILES.bytes("units.csv"), StandardCharsets.UTF_8)
                        .getBytes(Charset.forName("GB18030"));

        String message = message(SampleImport.read(COMMUNITY, FILES.with("units.csv", gbk)));

        assertThat(message).contains("units.csv").contains("GB18030");
    }

    @Test
    void readsAFileWithAByteOrderMark() {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marked.writeBytes(FILES.bytes("units.csv"));

        Outcome<SampleImport> outcome =
                SampleImport.read(COMMUNITY, FILES.with("units.csv", marked.toByteArray()));

        assertThat(outcome.isAccepted()).isTrue();
    }

    @Test
    void refusesABillThatIsOneFenOffTheTariff() {
        SampleFiles bad = FILES.with("bills.csv", replaced("bills.csv", 3, "158.42", "158.43"));

        assertThat(message(SampleImport.read(COMMUNITY, bad)))
                .contains("B2025010002")
                .contains("158.43")
                .contains("158.42");
    }

    @Test
    void importsNothingAtAllWhereTheLastFileIsBad(@TempDir Path keys) {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:bad", "sa", "");
        try {
            JdbcStores stores = JdbcStores.on(database).migrate();
            SampleFiles bad = FILES.with("bank.csv", replaced("bank.csv", 3, "274979.18", "!"));
            PrintStream silent = new PrintStream(ByteArrayOutputStream.nullOutputStream());

            Assertions.assertThatThrownBy(() -> Community.open(bad, stores, keys, silent))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("bank.csv");

            assertThat(stores.rosters().find(COMMUNITY.id(), COMMUNITY.rosterDate())).isEmpty();
            assertThat(stores.meetings().find(COMMUNITY.id(), COMMUNITY.meeting().id())).isEmpty();
            assertThat(stores.budgets().find(COMMUNITY.id(), SampleCommunity.YEAR)).isEmpty();
            long size = stores.books().read(COMMUNITY.id(), book -> book.frontier().size());
            assertThat(size).isZero();
        } finally {
            database.dispose();
        }
    }

    @Test
    void importsNothingAtAllWhereTheYearWouldBeRefusedInMarch(@TempDir Path keys) {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:march", "sa", "");
        try {
            JdbcStores stores = JdbcStores.on(database).migrate();
            SampleFiles bad =
                    FILES.with(
                            "expenses.csv",
                            replaced("expenses.csv", 47, "S002,2025", "P0097,2025"));
            PrintStream silent = new PrintStream(ByteArrayOutputStream.nullOutputStream());

            Assertions.assertThatThrownBy(() -> Community.open(bad, stores, keys, silent))
                    .hasMessageContaining("payment E0046")
                    .hasMessageContaining("must be different persons");

            long size = stores.books().read(COMMUNITY.id(), book -> book.frontier().size());
            assertThat(size).isZero();
            assertThat(stores.rosters().find(COMMUNITY.id(), COMMUNITY.rosterDate())).isEmpty();
        } finally {
            database.dispose();
        }
    }

    /** The file with the first occurrence of a text in a line, counted from 1, replaced. */
    private static byte[] replaced(String file, int line, String there, String instead) {
        String[] lines =
                new String(FILES.bytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toArray(String[]::new);
        assertThat(lines[line - 1]).contains(there);
        lines[line - 1] = lines[line - 1].replaceFirst(Pattern.quote(there), instead);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String message(Outcome<?> outcome) {
        RuleTexts texts = TrustTexts.in(Language.ZH_CN);
        return outcome.fold(
                value -> {
                    throw new AssertionError("it was read");
                },
                texts::render);
    }
}
