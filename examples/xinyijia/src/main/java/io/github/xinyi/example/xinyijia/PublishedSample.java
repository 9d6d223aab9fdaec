package io.github.xinyi.example.xinyijia;

import io.github.xinyi.rest.published.BankFigures;
import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the example hands to the HTTP adapter: the community, its papers and the bank's word. */
final class PublishedSample implements DocumentSource {

    private final Map<String, ServiceReport> reports = new HashMap<>();
    private final Map<Hash, byte[]> vouchers = new HashMap<>();

    private PublishedSample(SampleFiles files) {
        Refused.orThrow(ReportSheet.read(files.sheet("reports.csv")))
                .forEach(report -> reports.put(report.id(), report));
        files.archive("vouchers.zip")
                .values()
                .forEach(bytes -> vouchers.put(Hash.of(Digests.sha256(bytes)), bytes));
    }

    static PublishedCommunity of(Community community) {
        TrustOffice office = community.office();
        List<BankLine> statement = community.statement().lines();
        BankReconciliation matched = community.reconciliation();
        BankFigures bank = BankFigures.of(statement.get(statement.size() - 1).at(), matched);
        return new PublishedCommunity(
                office.community().id(),
                office.community().name(),
                office.community().trusteeName(),
                office.book(),
                community.log(),
                community.stores().checkpoints(),
                community.stores().disbursements(),
                office.contract(),
                office.budget(),
                List.of(
                        PublishedMeeting.of(
                                office.community().meetingTitle(), community.decisions().result())),
                new PublishedSample(community.files()),
                () -> Optional.of(bank));
    }

    @Override
    public Optional<ServiceReport> report(String number) {
        return Optional.ofNullable(reports.get(number));
    }

    @Override
    public Optional<VoucherFile> voucher(Hash sha256) {
        return Optional.ofNullable(vouchers.get(sha256))
                .map(bytes -> VoucherFile.of(VoucherFile.Format.SVG, bytes));
    }

    /** The book's own entry names the bank's line. */
    @Override
    public Optional<BankTransfer> transfer(String disbursement) {
        return Optional.empty();
    }
}
