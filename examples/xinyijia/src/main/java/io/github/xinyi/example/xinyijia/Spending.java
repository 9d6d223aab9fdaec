package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One payment as the property company's files tell it, from request to bank line. */
record Spending(
        OutflowKind kind,
        String number,
        String report,
        Instant requestedAt,
        PersonId initiator,
        PersonId payee,
        String payeeName,
        String purpose,
        String budgetLine,
        Money amount,
        List<Voucher> vouchers,
        List<Signing> signings,
        Instant paidAt,
        String bankLine) {

    /** Who signed and when. */
    record Signing(PersonId person, Instant at) {}

    private static final Column<String> NUMBER =
            Column.identifier("支出单号", SourceDocument::number).unique();
    private static final Column<Optional<String>> REPORT =
            Column.identifier("报事单号", SourceDocument::number).optional();
    private static final Column<Instant> REQUESTED_AT = Column.instant("申请时间");
    private static final Column<PersonId> INITIATOR = Column.identifier("申请人编号", PersonId::of);
    private static final Column<PersonId> PAYEE = Column.identifier("收款方编号", PersonId::of);
    private static final Column<String> PAYEE_NAME = Column.text("收款方");
    private static final Column<String> PURPOSE =
            Column.text("事由").where(text -> text.length() <= 200, SheetRule.RANGE, "1..200");
    private static final Column<Long> AMOUNT =
            Column.amountMinor("金额").where(fen -> fen > 0, SheetRule.RANGE, ">0.00");
    private static final Column<PersonId> TRUSTEE = Column.identifier("物业方审批人", PersonId::of);
    private static final Column<Instant> TRUSTEE_AT = Column.instant("物业方审批时间");
    private static final Column<PersonId> OWNER = Column.identifier("业主方审批人", PersonId::of);
    private static final Column<Instant> OWNER_AT = Column.instant("业主方审批时间");
    private static final Column<Instant> PAID_AT = Column.instant("付款时间");
    private static final Column<String> BANK_LINE =
            Column.identifier("银行流水号", SourceDocument::number).unique();
    private static final Column<String> DRAW_NUMBER =
            Column.identifier("支付单号", SourceDocument::number).unique();
    private static final Column<String> PERIOD = Column.text("期间");

    LocalDate paidOn() {
        return paidAt.atZone(SampleCommunity.ZONE).toLocalDate();
    }

    /** Expenses, each with vouchers that are there. */
    static Outcome<List<Spending>> expenses(
            SheetFile file, Map<String, Voucher> vouchers, DraftBudget budget) {
        Column<String> line =
                Column.text("预算科目")
                        .where(
                                code ->
                                        budget.lines().stream()
                                                .anyMatch(l -> l.code().equals(code)),
                                SheetRule.REFERENCE,
                                "budget.csv");
        Column<List<String>> papers =
                Column.identifier("凭证号", SourceDocument::number)
                        .where(vouchers::containsKey, SheetRule.REFERENCE, "vouchers.csv")
                        .list();
        return Sheet.read(
                        file,
                        List.of(
                                NUMBER,
                                REPORT,
                                REQUESTED_AT,
                                INITIATOR,
                                PAYEE,
                                PAYEE_NAME,
                                PURPOSE,
                                line,
                                AMOUNT,
                                papers,
                                TRUSTEE,
                                TRUSTEE_AT,
                                OWNER,
                                OWNER_AT,
                                PAID_AT,
                                BANK_LINE))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                expense(
                                                        row,
                                                        row.get(line),
                                                        row.get(papers).stream()
                                                                .map(n -> paper(vouchers, n))
                                                                .toList())));
    }

    private static Voucher paper(Map<String, Voucher> vouchers, String number) {
        Voucher voucher = vouchers.get(number);
        if (voucher == null) {
            throw new IllegalStateException("voucher was there: " + number);
        }
        return voucher;
    }

    private static Spending expense(Row row, String line, List<Voucher> papers) {
        return new Spending(
                OutflowKind.PAYMENT,
                row.get(NUMBER),
                row.get(REPORT).orElse(""),
                row.get(REQUESTED_AT),
                row.get(INITIATOR),
                row.get(PAYEE),
                row.get(PAYEE_NAME),
                row.get(PURPOSE),
                line,
                Money.ofFen(row.get(AMOUNT)),
                papers,
                signings(row),
                row.get(PAID_AT),
                row.get(BANK_LINE));
    }

    /**
     * Draws of remuneration; the trustee's signer asks for each ten minutes before the first key.
     */
    static Outcome<List<Spending>> draws(SheetFile file, String firm) {
        return Sheet.read(
                        file,
                        List.of(
                                DRAW_NUMBER,
                                PERIOD,
                                PAYEE,
                                AMOUNT,
                                TRUSTEE,
                                TRUSTEE_AT,
                                OWNER,
                                OWNER_AT,
                                PAID_AT,
                                BANK_LINE))
                .then(sheet -> sheet.rows(row -> draw(row, firm)));
    }

    private static Spending draw(Row row, String firm) {
        List<Signing> signings = signings(row);
        return new Spending(
                OutflowKind.REMUNERATION,
                row.get(DRAW_NUMBER),
                "",
                signings.get(0).at().minus(Duration.ofMinutes(10)),
                row.get(TRUSTEE),
                row.get(PAYEE),
                firm,
                row.get(PERIOD) + " 管理酬金",
                "",
                Money.ofFen(row.get(AMOUNT)),
                List.of(),
                signings,
                row.get(PAID_AT),
                row.get(BANK_LINE));
    }

    private static List<Signing> signings(Row row) {
        Signing trustee = new Signing(row.get(TRUSTEE), row.get(TRUSTEE_AT));
        Signing owner = new Signing(row.get(OWNER), row.get(OWNER_AT));
        return trustee.at().isAfter(owner.at()) ? List.of(owner, trustee) : List.of(trustee, owner);
    }
}
