package io.github.xinyi.trust.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.bankfile.CsvBankFormat.Amounts;
import io.github.xinyi.trust.bankfile.CsvBankFormat.Order;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankLineKind;
import io.github.xinyi.trust.reconciliation.BankStatement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three ways in which banks write the same three lines. */
class CsvBankFormatTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static CsvBankFormat format(
            Charset charset, int before, Amounts amounts, String pattern, Order order) {
        return new CsvBankFormat(
                charset,
                before,
                "流水号",
                pattern.contains(" ") ? List.of("日期", "时间") : List.of("日期"),
                pattern,
                ZONE,
                amounts,
                "余额",
                "对方户名",
                List.of("摘要", "附言"),
                pattern.contains(" ") ? List.of() : List.of("时间"),
                order,
                LineClass.common());
    }

    private static final CsvBankFormat TWO_COLUMNS =
            format(
                    GB18030,
                    2,
                    new Amounts.TwoColumns("贷方发生额", "借方发生额"),
                    "uuuuMMdd HH:mm:ss",
                    Order.NEWEST_FIRST);

    private static final String TWO_COLUMNS_FILE =
            """
            账号：6222000000000001
            打印时间：2025-03-04
            流水号,日期,时间,借方发生额,贷方发生额,余额,对方户名,摘要,附言
            Y3,20250303,18:00:00,5.00,,"1,071.50",,账户管理费,
            Y2,20250303,10:00:01,"1,123.50",0.00,"1,076.50",电工公司,转账,3月照明
            Y1,20250303,09:15:27,,"1,200.00","2,200.00",张三,转账,物业费
            """;

    private static Outcome<BankStatement> read(CsvBankFormat format, String text) {
        return format.read("bank.csv", text.getBytes(format.charset()), "6222000000000001");
    }

    private static BankStatement accept(Outcome<BankStatement> outcome) {
        return outcome.orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
    }

    private static List<String> refused(Outcome<?> outcome) {
        return outcome.fold(
                v -> List.of("accepted"),
                r -> r.notMet().stream().map(f -> f.rule().value()).toList());
    }

    @Test
    void readsTwoColumnsInGb18030NewestFirst() {
        BankStatement statement = accept(read(TWO_COLUMNS, TWO_COLUMNS_FILE));

        assertThat(statement.opening()).isEqualTo(Money.ofFen(100_000));
        assertThat(statement.closing()).isEqualTo(Money.ofFen(107_150));
        assertThat(statement.lines().get(0))
                .isEqualTo(
                        new BankLine(
                                "Y1",
                                Instant.parse("2025-03-03T01:15:27Z"),
                                Money.ofFen(120_000),
                                Money.ofFen(220_000),
                                "张三",
                                "转账 物业费",
                                BankLineKind.PAYMENT));
        assertThat(statement.lines())
                .extracting(l -> l.amount().minor(), BankLine::kind)
                .containsExactly(
                        tuple(120_000L, BankLineKind.PAYMENT),
                        tuple(-112_350L, BankLineKind.PAYMENT),
                        tuple(-500L, BankLineKind.BANK_FEE));
    }

    @ParameterizedTest
    @CsvSource({"IN, 12.00, -3.00", "OUT, -12.00, +3.00"})
    void readsASignAsTheBankMeansIt(LineClass.Direction positive, String first, String second) {
        CsvBankFormat format =
                format(
                        StandardCharsets.UTF_8,
                        0,
                        new Amounts.Signed("金额", positive),
                        "uuuu-MM-dd",
                        Order.OLDEST_FIRST);
        String file =
                "流水号,日期,时间,金额,余额,对方户名,摘要,附言\n"
                        + "Y1,2025-03-03,,"
                        + first
                        + ",112.00,,,\nY2,2025-03-04,,"
                        + second
                        + ",109.00,,,\n";

        BankStatement statement = accept(read(format, file));

        assertThat(statement.opening()).isEqualTo(Money.ofFen(10_000));
        assertThat(statement.lines())
                .extracting(l -> l.amount().minor())
                .containsExactly(1_200L, -300L);
        assertThat(statement.lines().get(0).at()).isEqualTo(Instant.parse("2025-03-02T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"贷, 112.00, 1200", "借, 88.00, -1200"})
    void readsAWordForTheDirection(String word, String balance, long fen) {
        BankStatement statement = accept(read(indicated(), indicatedFile(word, "12.00", balance)));

        assertThat(statement.lines().get(0).amount().minor()).isEqualTo(fen);
        assertThat(statement.opening()).isEqualTo(Money.ofFen(10_000));
    }

    private static CsvBankFormat indicated() {
        return format(
                StandardCharsets.UTF_8,
                0,
                new Amounts.Indicated("金额", "借贷", "贷", "借"),
                "uuuu/MM/dd",
                Order.OLDEST_FIRST);
    }

    private static String indicatedFile(String word, String amount, String balance) {
        return "流水号,日期,时间,金额,借贷,余额,对方户名,摘要,附言\nY1,2025/03/03,,"
                + amount
                + ","
                + word
                + ","
                + balance
                + ",,,\n";
    }

    @ParameterizedTest
    @CsvSource({
        "收, 12.00, 112.00, sheet.label",
        "贷, 12.001, 112.00, sheet.amount",
        "贷, -12.00, 112.00, sheet.amount",
        "贷, '12,00', 112.00, sheet.column-count",
        "贷, 0.00, 112.00, sheet.required",
        "贷, '', 112.00, sheet.required",
        "贷, 12.00, '', sheet.amount",
        "贷, 123456789012.00, 1.00, sheet.amount"
    })
    void refusesACellOfAnotherForm(String word, String amount, String balance, String rule) {
        assertThat(refused(read(indicated(), indicatedFile(word, amount, balance))))
                .contains(rule)
                .doesNotContain("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "2025/02/29, sheet.date",
        "2025-03-03, sheet.date",
        "25/03/03, sheet.date",
        "+12025/03/03, sheet.date",
        "-2025/03/03, sheet.date",
        "2024/02/29, accepted"
    })
    void readsADateStrictlyAsTheFormatSays(String day, String rule) {
        String file = indicatedFile("贷", "12.00", "112.00").replace("2025/03/03", day);

        assertThat(refused(read(indicated(), file))).containsExactly(rule);
    }

    @Test
    void refusesALineWithMoneyBothInAndOut() {
        String file = TWO_COLUMNS_FILE.replace("0.00,\"1,076.50\"", "1.00,\"1,076.50\"");

        assertThat(refused(read(TWO_COLUMNS, file))).containsExactly("sheet.conflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,071.49", "1,071.51"})
    void refusesABalanceThatDoesNotFollowByOneFen(String balance) {
        assertThat(refused(read(TWO_COLUMNS, TWO_COLUMNS_FILE.replace("1,071.50", balance))))
                .contains("bank.running-balance");
    }

    @Test
    void refusesAReferenceTwiceOrWithASpace() {
        assertThat(refused(read(TWO_COLUMNS, TWO_COLUMNS_FILE.replace("Y2,", "Y1,"))))
                .contains("bank.reference-once");
        assertThat(refused(read(TWO_COLUMNS, TWO_COLUMNS_FILE.replace("Y2,", "Y 2,"))))
                .containsExactly("sheet.identifier");
    }

    @Test
    void refusesAColumnThatNobodyNamed() {
        assertThat(refused(read(TWO_COLUMNS, TWO_COLUMNS_FILE.replace("对方户名", "对方账号"))))
                .contains("sheet.header-unknown", "sheet.header-missing");
    }

    @Test
    void neverGuessesTheCharset() {
        byte[] utf8 = TWO_COLUMNS_FILE.getBytes(StandardCharsets.UTF_8);

        assertThat(TWO_COLUMNS.read("bank.csv", utf8, "A").isAccepted()).isFalse();
    }

    @Test
    void readsATableWithoutLines() {
        String file = "流水号,日期,时间,金额,借贷,余额,对方户名,摘要,附言\n";

        assertThat(accept(read(indicated(), file)).lines()).isEmpty();
    }

    @Test
    void refusesAFormatThatCannotBe() {
        assertThatThrownBy(
                        () ->
                                format(
                                        GB18030,
                                        0,
                                        new Amounts.TwoColumns("余额", "借方"),
                                        "uuuuMMdd",
                                        Order.OLDEST_FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                format(
                                        GB18030,
                                        101,
                                        new Amounts.TwoColumns("贷方", "借方"),
                                        "uuuuMMdd",
                                        Order.OLDEST_FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                format(
                                        GB18030,
                                        0,
                                        new Amounts.TwoColumns("贷方", "借方"),
                                        "jjj",
                                        Order.OLDEST_FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amounts.Signed("金额", LineClass.Direction.EITHER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new LineClass(
                                        BankLineKind.BANK_FEE,
                                        LineClass.Direction.OUT,
                                        List.of(),
                                        List.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
