package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a firm that was replaced has earned and not drawn, paid while the trust is handed over: the
 * hand-over of the class that is the firm's, after the report on the trust. Source: Trust Law arts.
 * 35 and 57; the order is an interpretation.
 */
record SettlementCase(Trusteeship trusteeship, Remuneration remuneration, DisbursementStore store)
        implements OutflowCase {

    private static final int PAGE = 1_000;

    private static final String PAYMENT = "pay/";

    /** Whether an order hands over the firm's own class. */
    static boolean isOf(OutflowOrder order) {
        return order.budgetLine().equals(FundClass.REMUNERATION.name());
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of();
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(trusteeship.life().judge(ContractLife.Activity.HAND_OVER, day));
        findings.add(trusteeship.life().judgeOrder(HandOverItem.BALANCE, day));
        findings.addAll(
                remuneration.judgeSettlement(
                        book, order.payee(), order.amount().plus(drawnLate(book)), day));
        return findings;
    }

    /**
     * Draws under this contract that the book has after the last day on which the firm served: sent
     * before and recorded since, or of a day that turned out to be after the take-over. A later
     * firm's own draws are of another contract.
     */
    private Money drawnLate(BookReader book) {
        return trusteeship
                .life()
                .lastServed()
                .map(last -> drawnAfter(book, last))
                .orElse(Money.zero(Book.CURRENCY));
    }

    private Money drawnAfter(BookReader book, LocalDate last) {
        Money drawn = Money.zero(Book.CURRENCY);
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            drawn =
                    page.stream()
                            .flatMap(record -> record.asEntry().stream())
                            .map(record -> record.entry().draft())
                            .filter(draft -> isDrawnAfter(book, draft, last))
                            .flatMap(draft -> ofContract(draft).stream())
                            .reduce(drawn, Money::plus);
            next += page.size();
            page = book.records(next, PAGE);
        }
        return drawn;
    }

    private static boolean isDrawnAfter(BookReader book, EntryDraft draft, LocalDate last) {
        return draft.kind() == EntryKind.REMUNERATION_DRAW
                && draft.effectiveDate().isAfter(last)
                && draft.id().value().startsWith(PAYMENT)
                && book.reversalOf(draft.id()).isEmpty();
    }

    private Optional<Money> ofContract(EntryDraft draft) {
        String contract = trusteeship.agreement().contract().terms().id();
        return store.find(
                        trusteeship.agreement().contract().terms().community(),
                        draft.id().value().substring(PAYMENT.length()))
                .map(there -> there.request().order())
                .filter(drawn -> drawn.policy().equals(contract))
                .map(OutflowOrder::amount);
    }

    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<OutflowOrder> sent) {
        Money left = remuneration.available(book, day).minus(drawnLate(book));
        return List.of(RemunerationCase.beside(order, left, sent));
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return Optional.of(FundClass.SERVICE_FUND);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        return RemunerationCase.paid(order.amount());
    }

    @Override
    public boolean isService() {
        return false;
    }

    @Override
    public boolean isFirms() {
        return true;
    }
}
