package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Vouchers, from 凭证号, 类别, 开具方, 日期, 金额, 文件 and sha256; each must be the file it names. */
final class VoucherSheet {

    private static final Column<String> NUMBER =
            Column.identifier("凭证号", SourceDocument::number).unique();
    private static final Column<Voucher.Kind> KIND =
            Column.label(
                    "类别",
                    Map.of(
                            "发票", Voucher.Kind.INVOICE,
                            "收据", Voucher.Kind.RECEIPT,
                            "合同", Voucher.Kind.CONTRACT,
                            "照片", Voucher.Kind.PHOTO));
    private static final Column<LocalDate> DATE = Column.date("日期");
    private static final Column<Long> AMOUNT = Column.amountMinor("金额");
    private static final Column<String> FILE = Column.text("文件");
    private static final Column<Hash> SHA256 = Column.identifier("sha256", Hash::fromHex);

    private VoucherSheet() {}

    static Outcome<List<Voucher>> read(SheetFile file, Map<String, byte[]> files) {
        return Sheet.read(
                        file,
                        List.of(NUMBER, KIND, Column.ignored("开具方"), DATE, AMOUNT, FILE, SHA256))
                .then(sheet -> sheet.rows(row -> voucher(row, files)));
    }

    private static Voucher voucher(Row row, Map<String, byte[]> files) {
        byte[] bytes = files.getOrDefault(row.get(FILE), new byte[0]);
        if (!Arrays.equals(Digests.sha256(bytes), row.get(SHA256).toByteArray())) {
            row.refuse(SHA256, SheetRule.CONFLICT, row.get(FILE));
        }
        return new Voucher(
                row.get(NUMBER),
                row.get(KIND),
                row.get(DATE),
                Money.ofFen(row.get(AMOUNT)),
                row.get(SHA256));
    }
}
