package io.github.xinyi.example.xinyijia;

import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementView;
import java.time.Instant;
import java.time.LocalDate;

/** Closes the sample's year on the first day after it, and states what it came to. */
final class YearClosing {

    /** The last day of the year. */
    static final LocalDate LAST_DAY = LocalDate.of(SampleCommunity.YEAR, 12, 31);

    private static final Instant AT =
            LAST_DAY.plusDays(1).atTime(0, 10).atZone(SampleCommunity.ZONE).toInstant();

    private final TrustOffice office;
    private final TransparencyLog log;
    private final CheckpointStore checkpoints;

    YearClosing(TrustOffice office, TransparencyLog log, CheckpointStore checkpoints) {
        this.office = office;
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** Closes the year and publishes the log with it; again, and after a cut-off, it goes on. */
    void close() {
        Book book = office.book();
        boolean closed =
                book.read(BookReader::closedThrough)
                        .filter(through -> !through.isBefore(LAST_DAY))
                        .isPresent();
        if (!closed) {
            Refused.orThrow(book.close(LAST_DAY, AT, LAST_DAY.plusDays(1)));
        }
        long size = book.read(reader -> reader.frontier().size());
        boolean published =
                checkpoints
                        .latest(book.id())
                        .filter(latest -> latest.head().size() == size)
                        .isPresent();
        if (!published) {
            log.publish(AT);
        }
    }

    /** The trustee's report on the year (Trust Law art. 33), as far as a view may see it. */
    AnnualReport report(StatementView view) {
        ContractLife life = office.trusteeship().life();
        Money deducted = office.trusteeship().remuneration().deducted(LAST_DAY);
        return Refused.orThrow(AnnualReport.of(extract(view), office.budget(), life, deducted));
    }

    private LedgerExtract extract(StatementView view) {
        Book book = office.book();
        return book.read(
                reader ->
                        LedgerExtract.of(
                                book.chartIn(reader),
                                reader,
                                StatementBasis.year(
                                                book.id(),
                                                SampleCommunity.YEAR,
                                                reader.frontier().size())
                                        .seenBy(view)));
    }
}
