package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.desk.AccountAtBank;
import io.github.xinyi.rest.desk.BankOffice;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.bankfile.CsvBankFormat;
import io.github.xinyi.trust.bankfile.LineClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.MatchRule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bank that moves no money (模拟银行) and has the joint account: it did what the book says, and took
 * a fee on the 21st of each third month, of which the book knows nothing.
 */
final class SimulatedBank {

    /** What the account is called in a comparison. */
    static final String ACCOUNT = "joint";

    private static final String NUMBER = "6222000000000024";
    private static final Set<AccountCode> CASH =
            Set.of(
                    ChartOfAccounts.SERVICE_CASH,
                    ChartOfAccounts.PUBLIC_CASH,
                    ChartOfAccounts.DEPOSITS_CASH);
    private static final long FEE_FEN = 1_000;
    private static final int FEE_DAY = 21;
    private static final int FEE_MONTHS = 3;
    private static final int PAGE = 1_000;

    private static final CsvBankFormat FORMAT =
            new CsvBankFormat(
                    StandardCharsets.UTF_8,
                    0,
                    "流水号",
                    List.of("交易日期"),
                    "uuuu-MM-dd",
                    Meeting.ZONE,
                    new CsvBankFormat.Amounts.TwoColumns("收入", "支出"),
                    "余额",
                    "",
                    List.of("摘要"),
                    List.of(),
                    CsvBankFormat.Order.OLDEST_FIRST,
                    LineClass.common());

    private static final String HEADER = "流水号,交易日期,收入,支出,余额,摘要";

    private SimulatedBank() {}

    /** What its statements are compared with. */
    static BankOffice office(Book book) {
        return new BankOffice(
                book,
                Map.of(ACCOUNT, new AccountAtBank(NUMBER, CASH, FORMAT, MatchRule.standard())));
    }

    private record Line(LocalDate day, String reference, long fen, String text) {}

    /** The statement from the opening of the book until a day, the header first. */
    static List<String> statement(Book book, LocalDate through) {
        return book.read(reader -> statement(reader, through));
    }

    private static List<String> statement(BookReader book, LocalDate through) {
        List<Line> lines = new ArrayList<>();
        long balance = 0;
        for (EntryDraft entry : entries(book)) {
            long moved = moved(entry);
            if (entry.kind() == EntryKind.OPENING) {
                balance += moved;
            } else if (moved != 0 && !entry.effectiveDate().isAfter(through)) {
                lines.add(
                        new Line(
                                entry.effectiveDate(),
                                entry.source().id(),
                                moved,
                                moved > 0 ? "收款" : "付款"));
            }
        }
        lines.addAll(fees(lines, through));
        lines.sort(Comparator.comparing(Line::day));
        List<String> table = new ArrayList<>(List.of(HEADER));
        for (Line line : lines) {
            balance += line.fen();
            table.add(row(line, balance));
        }
        return table;
    }

    private static List<EntryDraft> entries(BookReader book) {
        List<EntryDraft> all = new ArrayList<>();
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            page.forEach(record -> record.asEntry().ifPresent(e -> all.add(e.entry().draft())));
            next += page.size();
            page = book.records(next, PAGE);
        }
        return all;
    }

    private static long moved(EntryDraft entry) {
        return entry.postings().stream()
                .filter(posting -> CASH.contains(posting.account()))
                .mapToLong(SimulatedBank::signed)
                .reduce(0, Math::addExact);
    }

    private static long signed(Posting posting) {
        long fen = posting.amount().minor();
        return posting.side() == Side.DEBIT ? fen : -fen;
    }

    /** From the first movement on; before it the bank had nothing to keep. */
    private static List<Line> fees(List<Line> movements, LocalDate through) {
        List<Line> fees = new ArrayList<>();
        LocalDate first =
                movements.stream().map(Line::day).min(LocalDate::compareTo).orElse(through);
        LocalDate day = LocalDate.of(first.getYear(), FEE_MONTHS, FEE_DAY);
        while (!day.isAfter(through)) {
            if (!day.isBefore(first)) {
                fees.add(new Line(day, "GL-" + day, -FEE_FEN, "账户管理费"));
            }
            day = day.plusMonths(FEE_MONTHS);
        }
        return fees;
    }

    private static String row(Line line, long balance) {
        String amount = Money.ofFen(Math.abs(line.fen())).toString();
        return String.join(
                ",",
                line.reference(),
                line.day().toString(),
                line.fen() > 0 ? amount : "",
                line.fen() > 0 ? "" : amount,
                Money.ofFen(balance).toString(),
                line.text());
    }
}
