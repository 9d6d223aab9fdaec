package io.github.xinyi.rest;

import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.desk.AccountAtBank;
import io.github.xinyi.rest.desk.BankOffice;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.bankfile.CsvBankFormat;
import io.github.xinyi.trust.bankfile.LineClass;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.MatchRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the village's bank says of January, as a table; each line says how the next balance is. */
final class BankOfVillage {

    static final String NUMBER = "6222000000000001";
    static final String PAYER = "张某某";

    /** The book's opening entry is of a later day than the lines. */
    static final long OPENING = 0;

    private static final String HEADER = "流水号,交易时间,收入,支出,余额,对方户名,摘要";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));
    private long balance;

    private BankOfVillage(long opening) {
        this.balance = opening;
    }

    static BankOfVillage from(long opening) {
        return new BankOfVillage(opening);
    }

    /** Every line that an entry of January stands on. */
    static BankOfVillage january() {
        BankOfVillage table = from(OPENING);
        for (int unit = 1; unit <= 9; unit++) {
            table.line("YHS202501%04d".formatted(unit), "2025-01-05", SampleVillage.fee(unit), "");
        }
        return table.line("BK-E0001", "2025-01-05", -123_456, "")
                .line("BK0001", "2025-01-20", 800_000, "");
    }

    BankOfVillage line(String reference, String day, long fen, String text) {
        balance += fen;
        Money amount = Money.ofFen(Math.abs(fen));
        lines.add(
                String.join(
                        ",",
                        reference,
                        day + " 10:02:00",
                        fen > 0 ? amount.toString() : "",
                        fen > 0 ? "" : amount.toString(),
                        Money.ofFen(balance).toString(),
                        PAYER,
                        text));
        return this;
    }

    long balance() {
        return balance;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A command with tables, each under a name of its own. */
    static String compared(String through, List<List<String>> tables) {
        List<String> files = new ArrayList<>();
        for (List<String> table : tables) {
            files.add(file("bank-" + (files.size() + 1) + ".csv", "TABLE", table));
        }
        return body(through, files);
    }

    static String body(String through, List<String> files) {
        return "{\"account\":\"joint\",\"through\":\"%s\",\"files\":[%s]}"
                .formatted(through, String.join(",", files));
    }

    static String file(String name, String form, List<String> lines) {
        return "{\"name\":\"%s\",\"form\":\"%s\",\"lines\":[%s]}"
                .formatted(
                        name,
                        form,
                        lines.stream()
                                .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\""))
                                .map(line -> '"' + line + '"')
                                .collect(Collectors.joining(",")));
    }

    static BankOffice office(SampleVillage village) {
        CsvBankFormat format =
                new CsvBankFormat(
                        StandardCharsets.UTF_8,
                        0,
                        "流水号",
                        List.of("交易时间"),
                        "uuuu-MM-dd HH:mm:ss",
                        Meeting.ZONE,
                        new CsvBankFormat.Amounts.TwoColumns("收入", "支出"),
                        "余额",
                        "对方户名",
                        List.of("摘要"),
                        List.of(),
                        CsvBankFormat.Order.OLDEST_FIRST,
                        LineClass.common());
        return new BankOffice(
                village.book(),
                Map.of(
                        "joint",
                        new AccountAtBank(
                                NUMBER,
                                Set.of(
                                        ChartOfAccounts.SERVICE_CASH,
                                        ChartOfAccounts.PUBLIC_CASH,
                                        ChartOfAccounts.DEPOSITS_CASH),
                                format,
                                MatchRule.standard())));
    }
}
