package io.github.xinyi.rest.disclosure;

import io.github.xinyi.rest.answer.DisbursementDetail;
import io.github.xinyi.rest.answer.DisbursementPage;
import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.budget.BudgetCharge;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every payment with its report, its papers, its two keys and its entry. Thread-safe.
 *
 * <p>A payment whose entry is in the book is shown as paid, also before its store says so.
 *
 * @since 0.1.0
 */
public final class DisbursementDisclosure {

    private static final int MAX_ID_LENGTH = 64;

    private final Communities communities;

    /**
     * The payments of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public DisbursementDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * Payments, the latest request first.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the latest
     * @param limit 1 to 200, 50 if null
     * @return a page, without what was paid to one household
     */
    public Reply<DisbursementPage> list(
            String community, @Nullable String cursor, @Nullable String limit) {
        return ListWindow.of(
                cursor,
                limit,
                window ->
                        communities.in(
                                community,
                                found ->
                                        window.in(
                                                (offset, most) ->
                                                        found.disbursements()
                                                                .list(found.id(), offset, most),
                                                DisbursementDisclosure::isPublic,
                                                Disbursement::id,
                                                part -> Reply.of(page(found, part)))));
    }

    private static DisbursementPage page(
            PublishedCommunity community, ListWindow.Part<Disbursement> part) {
        List<DisbursementPage.Item> items =
                community
                        .book()
                        .read(reader -> part.entries().stream().map(d -> item(d, reader)).toList());
        return new DisbursementPage(items, part.next());
    }

    /** What is paid to one household is in the public sums of its batch and nowhere else. */
    private static boolean isPublic(Disbursement disbursement) {
        return !disbursement.isHouseholds();
    }

    private static DisbursementPage.Item item(Disbursement disbursement, BookReader reader) {
        PaymentRequest request = disbursement.request();
        OutflowOrder order = request.order();
        Optional<Entry> entry = entry(order, reader);
        return new DisbursementPage.Item(
                order.id(),
                order.kind().name(),
                status(disbursement, entry),
                order.amount().minor(),
                order.purpose(),
                order.payeeName(),
                order.budgetLine(),
                Leaf.timestamp(request.requestedAt()),
                entry.map(Entry::index).orElse(null));
    }

    private static Optional<Entry> entry(OutflowOrder order, BookReader reader) {
        return reader.entry(Book.paymentId(order)).map(LogRecord.OfEntry::entry);
    }

    private static String status(Disbursement disbursement, Optional<Entry> entry) {
        return entry.isPresent() ? Disbursement.Status.PAID.name() : disbursement.status().name();
    }

    /**
     * One payment.
     *
     * @param community its id
     * @param id the payment's number
     * @param voucherHref where the file with a hash is served
     * @return the payment
     */
    public Reply<DisbursementDetail> one(
            String community, String id, Function<Hash, String> voucherHref) {
        if (id.length() > MAX_ID_LENGTH) {
            return Reply.missing();
        }
        return communities.in(
                community,
                found ->
                        found.disbursements()
                                .find(found.id(), id)
                                .filter(DisbursementDisclosure::isPublic)
                                .map(payment -> Reply.of(detail(found, payment, voucherHref)))
                                .orElseGet(Reply::missing));
    }

    private static DisbursementDetail detail(
            PublishedCommunity community,
            Disbursement disbursement,
            Function<Hash, String> voucherHref) {
        PaymentRequest request = disbursement.request();
        OutflowOrder order = request.order();
        Optional<Entry> entry = community.book().read(reader -> entry(order, reader));
        Optional<BankTransfer> transfer =
                community
                        .documents()
                        .transfer(order.id())
                        .or(() -> entry.flatMap(e -> transfer(e)));
        return new DisbursementDetail(
                order.id(),
                order.kind().name(),
                status(disbursement, entry),
                order.amount().minor(),
                order.purpose(),
                order.payeeName(),
                order.budgetLine(),
                community
                        .budget()
                        .line(BudgetCharge.parse(order.budgetLine()).line())
                        .map(BudgetLine::name)
                        .orElse(null),
                Leaf.timestamp(request.requestedAt()),
                entry.map(Entry::index).orElse(null),
                Leaf.timestamp(order.expiresAt()),
                order.digest().toHex(),
                report(community, request.report()),
                request.vouchers().stream().map(v -> voucher(v, voucherHref)).toList(),
                disbursement.approvals().stream().map(a -> approval(community, a)).toList(),
                transfer.map(BankTransfer::paidAt)
                        .or(() -> entry.map(Entry::recordedAt))
                        .map(Leaf::timestamp)
                        .orElse(null),
                transfer.map(BankTransfer::reference).orElse(null));
    }

    /** What the entry itself says, where the host knows no better. */
    private static Optional<BankTransfer> transfer(Entry entry) {
        SourceDocument source = entry.draft().source();
        return source.type().equals(SourceDocument.BANK_LINE)
                ? Optional.of(new BankTransfer(source.id(), entry.recordedAt()))
                : Optional.empty();
    }

    private static DisbursementDetail.@Nullable Report report(
            PublishedCommunity community, String number) {
        return number.isEmpty()
                ? null
                : community
                        .documents()
                        .report(number)
                        .map(DisbursementDisclosure::report)
                        .orElse(null);
    }

    private static DisbursementDetail.Report report(ServiceReport report) {
        return new DisbursementDetail.Report(
                report.id(),
                Leaf.timestamp(report.reportedAt()),
                report.building(),
                report.category(),
                report.description());
    }

    private static DisbursementDetail.Voucher voucher(
            Voucher voucher, Function<Hash, String> voucherHref) {
        return new DisbursementDetail.Voucher(
                voucher.number(),
                voucher.kind().name(),
                voucher.date().toString(),
                voucher.amount().minor(),
                voucher.sha256().toHex(),
                voucherHref.apply(voucher.sha256()));
    }

    private static DisbursementDetail.Approval approval(
            PublishedCommunity community, Approval approval) {
        Optional<Credential> credential =
                community.contract().terms().keys().find(approval.credential());
        return new DisbursementDetail.Approval(
                credential.map(known -> known.side().name()).orElse(null),
                approval.credential().value(),
                Leaf.timestamp(approval.signedAt()),
                Base64.getEncoder().encodeToString(approval.signature()),
                credential.map(Credential::publicKey).orElse(null));
    }

    /**
     * The file of a voucher.
     *
     * @param community its id
     * @param sha256 the hash of its bytes in hexadecimal digits
     * @return the file
     * @throws IllegalStateException if the host hands out bytes of another hash, or of another
     *     format than it says
     */
    public Reply<VoucherFile> voucher(String community, String sha256) {
        Hash wanted;
        try {
            wanted = Hash.fromHex(sha256);
        } catch (IllegalArgumentException e) {
            return Reply.missing();
        }
        return communities.in(
                community,
                found ->
                        found.documents()
                                .voucher(wanted)
                                .map(file -> requireHash(file, wanted))
                                .map(file -> requireForm(file, wanted))
                                .map(file -> Reply.of(Version.of("voucher", wanted), () -> file))
                                .orElseGet(Reply::missing));
    }

    private static VoucherFile requireHash(VoucherFile file, Hash wanted) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.toByteArray());
            if (Hash.of(digest).equals(wanted)) {
                return file;
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        throw new IllegalStateException("the voucher kept for " + wanted + " has another hash");
    }

    private static VoucherFile requireForm(VoucherFile file, Hash wanted) {
        if (!file.isAsItSays()) {
            throw new IllegalStateException("the voucher " + wanted + " is no " + file.format());
        }
        return file;
    }
}
