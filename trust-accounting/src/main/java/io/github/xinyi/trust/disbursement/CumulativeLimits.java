package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an order passes a limit above which a third person signs, alone or with what was split
 * off it.
 *
 * <p>What was paid counts by the moment at which the book recorded it, and never by the one at
 * which somebody says to have asked; what is still open counts however long ago it was asked for.
 * So of any orders recorded within one window, the last one sees all the others.
 */
record CumulativeLimits(CommunityId community, DisbursementStore store) {

    private static final int PAGE = 1_000;

    /** Another order, and when it was recorded; an open one counts as of now. */
    private record Counted(OutflowOrder order, Instant at) {}

    /** A moment as the book would record it: never before its last record. */
    static Instant recorded(BookReader book, Instant at) {
        return book.lastRecordedAt().filter(last -> last.isAfter(at)).orElse(at);
    }

    /**
     * Whether a third person must sign for an order to leave at a moment. What went to the bank was
     * judged with all that was open then, and is judged again with what was recorded until then.
     */
    boolean arePassed(BookReader book, List<ApprovalLimit> limits, Disbursement there, Instant at) {
        if (limits.isEmpty()) {
            return false;
        }
        Instant moment = there.sentAt().orElseGet(() -> recorded(book, at));
        int longest = limits.stream().mapToInt(ApprovalLimit::days).max().orElse(0);
        List<Counted> others =
                Stream.concat(
                                paidAfter(book, moment.minus(Duration.ofDays(longest))).stream()
                                        .filter(paid -> !paid.at().isAfter(moment)),
                                there.sentAt().isPresent()
                                        ? Stream.<Counted>empty()
                                        : open(book, moment).stream())
                        .filter(other -> !other.order().id().equals(there.id()))
                        .toList();
        OutflowOrder order = there.request().order();
        return limits.stream()
                .anyMatch(limit -> sum(limit, order, others, moment).compareTo(limit.above()) > 0);
    }

    private static Money sum(
            ApprovalLimit limit, OutflowOrder order, List<Counted> others, Instant moment) {
        Duration window = Duration.ofDays(limit.days());
        return others.stream()
                .filter(other -> adds(limit.scope(), order, other.order()))
                .filter(other -> Duration.between(other.at(), moment).compareTo(window) < 0)
                .map(other -> other.order().amount())
                .reduce(order.amount(), Money::plus);
    }

    private static boolean adds(ApprovalLimit.Scope scope, OutflowOrder order, OutflowOrder other) {
        return switch (scope) {
            case ORDER -> false;
            case PAYEE -> order.payee().equals(other.payee());
            case LINE -> order.kind() == other.kind() && line(order).equals(line(other));
        };
    }

    /** What is promised of a line counts with the line. */
    private static String line(OutflowOrder order) {
        return PaymentCase.charge(order).line();
    }

    private List<Counted> open(BookReader book, Instant moment) {
        return store.open(community, moment).stream()
                .map(other -> other.request().order())
                .filter(order -> book.entry(Book.paymentId(order)).isEmpty())
                .map(order -> new Counted(order, moment))
                .toList();
    }

    /** From the end of the log back to the first record that is too old. */
    private List<Counted> paidAfter(BookReader book, Instant from) {
        List<Counted> paid = new ArrayList<>();
        long end = book.frontier().size();
        while (end > 0) {
            long start = Math.max(0, end - PAGE);
            List<LogRecord> page = book.records(start, (int) (end - start));
            page.stream()
                    .filter(record -> record.recordedAt().isAfter(from))
                    .flatMap(record -> paid(record).stream())
                    .forEach(paid::add);
            end = page.get(0).recordedAt().isAfter(from) ? start : 0;
        }
        return paid;
    }

    private Optional<Counted> paid(LogRecord record) {
        return record.asEntry()
                .flatMap(of -> Book.orderPaidBy(of.entry().id()))
                .flatMap(number -> store.find(community, number))
                .map(there -> new Counted(there.request().order(), record.recordedAt()));
    }
}
