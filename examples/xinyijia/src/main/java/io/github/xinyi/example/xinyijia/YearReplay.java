package io.github.xinyi.example.xinyijia;

import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.remuneration.Remuneration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Drives the library through the sample's year, every event at its own time, as the systems of a
 * property company would have day by day.
 *
 * <p>Events run strictly in order of time and every command carries its own id, so that a replay
 * that was cut off goes on where it stopped: what is in the book already is acknowledged again, and
 * what would look at the book as it stood then is passed over once the book has gone on.
 */
final class YearReplay {

    private static final List<EntryKind> HOUSEHOLD_KINDS =
            List.of(EntryKind.BILL, EntryKind.FEE_RECEIPT, EntryKind.PUBLIC_INCOME);
    private static final LocalTime BILLING = LocalTime.of(0, 5);
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final SampleImport files;
    private final TrustOffice office;
    private final Disbursements disbursements;
    private final Remuneration remuneration;
    private final TransparencyLog log;
    private final CheckpointStore checkpoints;
    private final List<Event> events = new ArrayList<>();

    /** Something that happens at a moment; of one moment, the lower rank first. */
    private record Event(Instant at, int rank, String what, Runnable action) {}

    YearReplay(
            SampleImport files,
            TrustOffice office,
            TransparencyLog log,
            CheckpointStore checkpoints) {
        this.files = files;
        this.office = office;
        this.disbursements = office.disbursements();
        this.remuneration = office.remuneration();
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /**
     * Puts everything that happened in the order of time.
     *
     * @param drillAt when payments are tried that must not be possible
     * @param drill tries them
     */
    YearReplay prepare(Instant drillAt, Runnable drill) {
        events.add(
                new Event(
                        drillAt,
                        8,
                        "drill",
                        () -> {
                            if (!isPast(drillAt)) {
                                drill.run();
                            }
                        }));
        files.openings().forEach(this::opening);
        bills();
        files.receipts()
                .forEach(r -> post(r.at(), r.receipt()::entry, "receipt/" + r.receipt().number()));
        files.publicIncome()
                .forEach(r -> post(r.at(), r.income()::entry, "income/" + r.income().number()));
        files.expenses().forEach(this::spending);
        files.draws().forEach(this::draw);
        for (LocalDate day = LocalDate.of(SampleCommunity.YEAR, 1, 1);
                day.getYear() == SampleCommunity.YEAR;
                day = day.plusDays(1)) {
            endOfDay(day);
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::rank));
        return this;
    }

    /**
     * Lets the year happen.
     *
     * @param monthDone is told the first day of each month that is over
     * @throws IllegalStateException if something is refused; the message names what, and every rule
     */
    void run(Consumer<LocalDate> monthDone) {
        LocalDate month = LocalDate.of(SampleCommunity.YEAR, 1, 1);
        for (Event event : events) {
            LocalDate day = event.at().atZone(SampleCommunity.ZONE).toLocalDate();
            if (day.getMonth() != month.getMonth()) {
                monthDone.accept(month);
                month = day;
            }
            try {
                event.action().run();
            } catch (Refused refused) {
                throw new IllegalStateException(
                        event.what() + "\n" + refused.getMessage(), refused);
            }
        }
        monthDone.accept(month);
    }

    private void opening(OpeningBalance opening) {
        post(
                moment(opening.day(), LocalTime.MIDNIGHT),
                opening::entry,
                "opening/" + opening.fundClass().prefix());
    }

    private void bills() {
        Map<LocalDate, List<EntryDraft>> byDay = new TreeMap<>();
        for (Bill bill : files.bills().bills()) {
            byDay.computeIfAbsent(bill.issued(), d -> new ArrayList<>())
                    .add(bill.entry(office.salt(EntryId.of("bill/" + bill.number()))));
        }
        byDay.forEach(
                (day, drafts) -> {
                    Instant at = moment(day, BILLING);
                    events.add(
                            new Event(
                                    at,
                                    1,
                                    "bills of " + day,
                                    () -> Refused.orThrow(office.book().postAll(drafts, at))));
                });
    }

    private void post(Instant at, Function<Salt, EntryDraft> entry, String id) {
        EntryDraft draft = entry.apply(office.salt(EntryId.of(id)));
        events.add(new Event(at, 1, id, () -> Refused.orThrow(office.book().post(draft, at))));
    }

    private void spending(Spending spending) {
        OutflowOrder order =
                new OutflowOrder(
                        office.community().id(),
                        spending.number(),
                        spending.kind(),
                        spending.payee(),
                        spending.amount(),
                        spending.purpose(),
                        spending.budgetLine(),
                        spending.vouchers().stream().map(Voucher::digest).toList(),
                        spending.initiator(),
                        office.contract().terms().id(),
                        disbursements.expiry(spending.requestedAt()),
                        spending.payeeName());
        PaymentRequest request =
                new PaymentRequest(
                        order,
                        spending.payeeName(),
                        spending.report(),
                        spending.vouchers(),
                        spending.requestedAt());
        String what = "payment " + spending.number();
        events.add(
                new Event(
                        spending.requestedAt(),
                        1,
                        what,
                        () -> Refused.orThrow(disbursements.request(request))));
        for (Spending.Signing signing : spending.signings()) {
            events.add(new Event(signing.at(), 2, what, () -> sign(order, signing)));
        }
        events.add(new Event(spending.paidAt(), 3, what, () -> pay(spending)));
    }

    private void sign(OutflowOrder order, Spending.Signing signing) {
        if (!office.book().find(Book.paymentId(order)).isPresent()) {
            Refused.orThrow(
                    disbursements.approve(
                            order.id(), office.signs(signing.person(), order, signing.at())));
        }
    }

    private void pay(Spending spending) {
        Refused.orThrow(
                disbursements.pay(
                        spending.number(),
                        SourceDocument.bankLine(spending.bankLine()),
                        spending.paidAt(),
                        spending.paidOn(),
                        office.salt(EntryId.of("pay/" + spending.number()))));
    }

    /**
     * What has fallen due is recorded before it is drawn, and before that the households' sums are
     * published, since the amount tells what was received.
     */
    private void draw(Spending draw) {
        EntryId id = EntryId.of("accrual/" + draw.number());
        events.add(
                new Event(
                        draw.requestedAt(),
                        0,
                        id.value(),
                        () -> {
                            publishBatches(draw.requestedAt(), draw.paidOn());
                            accrue(id, draw);
                        }));
        spending(draw);
    }

    private void accrue(EntryId id, Spending draw) {
        if (office.book().find(id).isEmpty()) {
            Refused.orThrow(
                    remuneration.accrue(id, draw.requestedAt(), draw.paidOn(), office.salt(id)));
        }
    }

    /**
     * The day's household sums are published where enough units stand behind them, then the log.
     */
    private void endOfDay(LocalDate day) {
        Instant at = moment(day, END_OF_DAY);
        events.add(
                new Event(
                        at,
                        9,
                        "end of " + day,
                        () -> {
                            if (!isPublished(at)) {
                                publishBatches(at, day);
                                log.publish(at);
                            }
                        }));
    }

    /** Where too few units stand behind a sum, the kind waits for more. */
    private void publishBatches(Instant at, LocalDate day) {
        if (!isPast(at)) {
            int minUnits = office.contract().terms().batchMinUnits();
            HOUSEHOLD_KINDS.forEach(kind -> office.book().publishBatch(kind, minUnits, at, day));
        }
    }

    /** Whether the book has gone on since a moment. */
    private boolean isPast(Instant moment) {
        return office.book()
                .read(BookReader::lastRecordedAt)
                .filter(last -> last.isAfter(moment))
                .isPresent();
    }

    private boolean isPublished(Instant at) {
        return checkpoints
                .latest(office.community().id())
                .map(PublishedCheckpoint::publishedAt)
                .filter(last -> !last.isBefore(at))
                .isPresent();
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SampleCommunity.ZONE).toInstant();
    }
}
