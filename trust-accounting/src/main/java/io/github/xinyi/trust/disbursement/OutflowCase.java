package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules of one kind of outflow: what a request needs, what limits it, which lines it posts. */
interface OutflowCase {

    /** What must hold already when it is asked for, and still when it is paid. */
    List<Finding> asked(PaymentRequest request);

    /** What must hold against the book at the moment of payment, which belongs to a day. */
    List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at);

    /** What must hold beside open requests of the same charge, which hold so much of it. */
    default List<Finding> beside(BookReader book, OutflowOrder order, Money held) {
        return List.of();
    }

    /** What must hold beside orders at the bank that are paid of the same, whatever the charge. */
    default List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return List.of();
    }

    /** The class whose cash leaves on a day; empty where {@link #asked} is not met. */
    Optional<FundClass> payingClass(OutflowOrder order, LocalDate day);

    /** The lines; called only where {@link #payingClass} is known. */
    List<Posting> postings(OutflowOrder order, LocalDate day);

    /** Who sees the entry; called only where {@link #payingClass} is known. */
    default Visibility visibility(OutflowOrder order) {
        return Visibility.open();
    }

    /** Whether it may be paid with what its class owes another for costs. */
    default boolean mayUseCashOwed() {
        return false;
    }

    /** Whether it is paid while the firm serves; what else holds is among the limits. */
    default boolean isService() {
        return true;
    }

    /** Whether it pays the firm what it has earned; nothing else is paid to it. */
    default boolean isFirms() {
        return false;
    }
}
