package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.CostDebt;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Moves a cost between the two classes and records what the one that bears it owes the other: when
 * it is passed, when it is taken back, and when the bank brings its payment back.
 *
 * @param trusteeship whose book and budgets
 * @param held what open requests hold
 * @param warrant that these rules make the entries
 */
record MisplacedCosts(Trusteeship trusteeship, HeldMoney held, Warrant.Accrual warrant) {

    Outcome<Acknowledgement> pass(MisplacedCost cost, Instant at) {
        return one(
                reader -> passing(reader, cost), at, (reader, draft) -> passes(reader, cost, at));
    }

    private Outcome<EntryDraft> passing(BookReader book, MisplacedCost cost) {
        PassedCost passing = cost.passing();
        Optional<EntryDraft> payment = payment(book, passing.payment());
        Optional<CostMove> move =
                payment.flatMap(paid -> move(paid, cost)).filter(m -> m.dues().isPresent());
        Ruling known =
                Ruling.of(
                        RuleCheck.of(
                                DisbursementRule.CURRENCY_OF_BOOK,
                                cost.amount().currency().equals(Book.CURRENCY),
                                "id",
                                passing.payment()),
                        trusteeship.judgeYear(cost.day().getYear()),
                        stands(payment.isPresent(), passing.payment()),
                        RuleCheck.of(
                                DisbursementRule.COST_OF_OTHER_CLASS,
                                move.isPresent(),
                                "line",
                                cost.line()));
        return known.notMet().isEmpty()
                ? Outcome.accepted(
                        draft(
                                book,
                                move.orElseThrow(),
                                Money.zero(Book.CURRENCY),
                                cost.day(),
                                EntryDraft.of(
                                                passing.passing(),
                                                EntryKind.MISPLACED_COST,
                                                cost.day(),
                                                SourceDocument.entry(passing.payment()),
                                                cost.salt())
                                        .narrative(cost.reason())))
                : Outcome.refused(known);
    }

    private Optional<CostMove> move(EntryDraft payment, MisplacedCost cost) {
        return trusteeship
                .year(cost.day().getYear())
                .flatMap(year -> year.budget().line(cost.line()))
                .map(
                        line ->
                                new CostMove(
                                        debited(payment).account(),
                                        line.expenseAccount(),
                                        cost.amount()));
    }

    /** Every entry that makes a cost move is one; what is refused beforehand is refused alone. */
    private Outcome<Acknowledgement> one(
            Function<BookReader, Outcome<EntryDraft>> draft, Instant at, BookGuard guard) {
        return trusteeship
                .book()
                .accrueAll(
                        warrant,
                        reader -> draft.apply(reader).then(made -> Outcome.accepted(List.of(made))),
                        at,
                        guard)
                .then(posted -> Outcome.accepted(posted.get(0)));
    }

    private List<Finding> passes(BookReader book, MisplacedCost cost, Instant at) {
        PassedCost passing = cost.passing();
        EntryDraft payment = payment(book, passing.payment()).orElseThrow();
        Posting paid = debited(payment);
        BudgetYear year = trusteeship.year(cost.day().getYear()).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        findings.add(stands(book.reversalOf(passing.payment()).isEmpty(), passing.payment()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.COST_PASSED_ONCE,
                        passing.isNext(book),
                        "entry",
                        passing.payment(),
                        "time",
                        passing.time()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.COST_WITHIN_PAYMENT,
                        cost.amount().compareTo(paid.amount()) <= 0,
                        "amount",
                        cost.amount(),
                        "paid",
                        paid.amount()));
        findings.addAll(stays(book, passing));
        findings.add(inYear(payment.effectiveDate(), cost.day(), at));
        days(cost.day(), at)
                .map(day -> trusteeship.life().judge(ContractLife.Activity.SERVICE, day))
                .forEach(findings::add);
        lineOf(year, paid.account()).ifPresent(line -> findings.add(notTrustees(book, year, line)));
        findings.addAll(bears(book, year, passing, cost.line(), cost.amount(), cost.day(), at));
        return findings;
    }

    Outcome<Acknowledgement> takeBack(PassedCost passed, LocalDate day, Salt salt, Instant at) {
        return one(
                reader ->
                        passing(reader, passed)
                                .map(there -> takenBack(reader, passed, there, day, salt, at))
                                .map(Outcome::accepted)
                                .orElseGet(() -> Outcome.refused(Ruling.of(passed(passed, false)))),
                at,
                (reader, draft) -> takesBack(reader, passed, day, at));
    }

    /**
     * What is not paid of its debt is owed no more: no paid debt lessens another's, and what open
     * requests are to pay stays owed. A debt was there on every day since its own, so that none is
     * below zero on one.
     */
    private EntryDraft takenBack(
            BookReader book,
            PassedCost passed,
            EntryDraft passing,
            LocalDate day,
            Salt salt,
            Instant at) {
        CostMove there = CostMove.of(passing);
        return draft(
                book,
                there.back(),
                held.unpaid(book, there.dues().orElseThrow(), passed.passing(), at),
                day,
                EntryDraft.of(
                        passed.takingBack(),
                        EntryKind.MISPLACED_COST,
                        day,
                        passing.source(),
                        salt));
    }

    private List<Finding> takesBack(BookReader book, PassedCost passed, LocalDate day, Instant at) {
        EntryDraft passing = passing(book, passed).orElseThrow();
        CostMove move = CostMove.of(passing).back();
        List<Finding> findings = new ArrayList<>();
        findings.add(passed(passed, passed.stands(book)));
        findings.add(inYear(passing.effectiveDate(), day, at));
        days(day, at)
                .map(judged -> OutflowCases.servedOrHandedOver(trusteeship, judged))
                .forEach(findings::add);
        if (!trusteeship
                .life()
                .judge(ContractLife.Activity.SERVICE, OutflowCases.dayOf(at))
                .isMet()) {
            findings.add(payable(book, move, at));
        }
        findings.add(trusteeship.judgeYear(day.getYear()));
        trusteeship
                .year(day.getYear())
                .ifPresent(
                        year ->
                                findings.addAll(
                                        bears(
                                                book,
                                                year,
                                                passed,
                                                lineOf(year, move.to())
                                                        .map(BudgetLine::code)
                                                        .orElse(move.to().value()),
                                                move.amount(),
                                                day,
                                                at)));
        return findings;
    }

    /**
     * That a line has a cost left for good and beside the open requests, so that no moved cost is
     * ever the debt of a firm, be it this one's or another's.
     */
    private List<Finding> bears(
            BookReader book,
            BudgetYear year,
            PassedCost cost,
            String line,
            Money amount,
            LocalDate day,
            Instant at) {
        List<Finding> findings = new ArrayList<>(year.judgeMoved(book, cost, line, amount, day));
        findings.add(
                held.lineBesideRequests(
                        book, year, year.leftForMoved(book, cost, line, amount), line, amount, at));
        return findings;
    }

    Outcome<Acknowledgement> giveBack(ReturnedPayment returned, Instant at, BookGuard guard) {
        return trusteeship
                .book()
                .accrueAll(warrant, reader -> returned(reader, returned, at), at, guard)
                .then(posted -> Outcome.accepted(posted.get(posted.size() - 1)));
    }

    /** The return, and before it the taking back of a cost that stands passed. */
    private Outcome<List<EntryDraft>> returned(
            BookReader book, ReturnedPayment returned, Instant at) {
        Optional<Entry> payment =
                book.entry(returned.payment())
                        .map(there -> there.entry())
                        .filter(there -> isPayment(there.draft()));
        if (payment.isEmpty()) {
            return Outcome.refused(Ruling.of(stands(false, returned.payment())));
        }
        EntryDraft reversal =
                EntryDraft.reversalOf(payment.get(), returned.id(), returned.day(), returned.salt())
                        .source(returned.bankLine());
        Optional<EntryDraft> before =
                book.entry(returned.id()).isPresent()
                        ? Optional.empty()
                        : PassedCost.standing(book, returned.payment())
                                .map(passed -> takenBackWith(book, passed, returned, at));
        return Outcome.accepted(Stream.concat(before.stream(), Stream.of(reversal)).toList());
    }

    /** No earlier than it was passed, however early the money was back. */
    private EntryDraft takenBackWith(
            BookReader book, PassedCost passed, ReturnedPayment returned, Instant at) {
        EntryDraft passing = passing(book, passed).orElseThrow();
        LocalDate passedOn = passing.effectiveDate();
        return takenBack(
                book,
                passed,
                passing,
                returned.day().isBefore(passedOn) ? passedOn : returned.day(),
                saltOfTakingBack(returned.salt()),
                at);
    }

    private static Salt saltOfTakingBack(Salt salt) {
        return Salt.of(
                new CanonicalBytes("xinyi/cost-taken-back-salt/v1")
                        .raw(salt.toByteArray())
                        .sha256());
    }

    /** The entry that is there already if the same was asked for, whatever was owed then. */
    private EntryDraft draft(
            BookReader book, CostMove move, Money less, LocalDate day, EntryDraft bare) {
        return book.entry(bare.id())
                .map(there -> there.entry().draft())
                .filter(there -> there.effectiveDate().equals(day))
                .filter(there -> CostMove.of(there).equals(move))
                .orElseGet(() -> bare.postings(move.postings(less)));
    }

    /**
     * The payment of one cost under two keys: its vouchers are those of the cost, whoever bears it.
     */
    private static Optional<EntryDraft> payment(BookReader book, EntryId id) {
        return book.entry(id)
                .map(there -> there.entry().draft())
                .filter(MisplacedCosts::isPayment)
                .filter(draft -> !draft.source().type().equals(SourceDocument.IMPORTED));
    }

    private static boolean isPayment(EntryDraft draft) {
        return draft.kind() == EntryKind.PAYMENT
                && draft.reverses().isEmpty()
                && draft.postings().size() == 2;
    }

    private static Optional<EntryDraft> passing(BookReader book, PassedCost passed) {
        return book.entry(passed.passing()).map(there -> there.entry().draft());
    }

    private static Posting debited(EntryDraft payment) {
        return payment.postings().stream()
                .filter(posting -> posting.side() == Side.DEBIT)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<BudgetLine> lineOf(BudgetYear year, AccountCode expense) {
        return year.budget().content().lines().stream()
                .filter(line -> line.expenseAccount().equals(expense))
                .findFirst();
    }

    /**
     * Otherwise a cost that is taken back before every close, and passed again after it, would be
     * settled never.
     */
    private static List<Finding> stays(BookReader book, PassedCost passing) {
        return book.closedThrough().stream()
                .flatMap(
                        closed ->
                                IntStream.range(1, passing.time())
                                        .mapToObj(time -> new PassedCost(passing.payment(), time))
                                        .flatMap(earlier -> stays(book, earlier, closed).stream()))
                .toList();
    }

    private static Optional<Finding> stays(BookReader book, PassedCost earlier, LocalDate closed) {
        return passing(book, earlier).map(passing -> stays(book, earlier, passing, closed));
    }

    private static Finding stays(
            BookReader book, PassedCost earlier, EntryDraft passing, LocalDate closed) {
        Dues dues = CostMove.of(passing).dues().orElseThrow();
        return RuleCheck.of(
                DisbursementRule.COST_STAYS,
                passing.effectiveDate().isAfter(closed) || isSettled(book, earlier, dues),
                "entry",
                earlier.payment(),
                "day",
                passing.effectiveDate(),
                "closed",
                closed);
    }

    /** Neither was its debt lessened when it came back, nor has a request left it unpaid since. */
    private static boolean isSettled(BookReader book, PassedCost earlier, Dues dues) {
        boolean isLessened =
                book.entry(earlier.takingBack()).stream()
                        .flatMap(back -> back.entry().draft().postings().stream())
                        .anyMatch(posting -> posting.account().equals(dues.debt()));
        Money owed = DuesCase.owed(book, dues);
        return !isLessened && !CostDebt.unpaidOf(book, dues, owed, earlier.passing()).isPositive();
    }

    /** What a class that is handed over owes it can pay, or its successor would never get it. */
    private Finding payable(BookReader book, CostMove move, Instant at) {
        FundClass debtor = move.dues().orElseThrow().debtor();
        Money owed = DuesCase.owedNet(book, debtor).plus(move.amount()).atLeastZero();
        Money left = held.cashForDues(book, debtor, at);
        return RuleCheck.of(
                DisbursementRule.DUES_PAYABLE,
                owed.compareTo(left) <= 0,
                "class",
                debtor,
                "owed",
                owed,
                "left",
                left);
    }

    private static Finding stands(boolean stands, EntryId payment) {
        return RuleCheck.of(DisbursementRule.COST_STANDS, stands, "entry", payment);
    }

    private static Finding passed(PassedCost passed, boolean stands) {
        return RuleCheck.of(
                DisbursementRule.COST_PASSED,
                stands,
                "entry",
                passed.payment(),
                "time",
                passed.time());
    }

    /** The day to which an entry belongs and that of its recording: both are the firm's own. */
    private static Stream<LocalDate> days(LocalDate day, Instant at) {
        return Stream.of(day, OutflowCases.dayOf(at)).distinct();
    }

    private static Finding inYear(LocalDate from, LocalDate day, Instant at) {
        return RuleCheck.of(
                DisbursementRule.COST_IN_YEAR,
                !day.isBefore(from)
                        && day.getYear() == from.getYear()
                        && !day.isAfter(OutflowCases.dayOf(at)),
                "day",
                day,
                "from",
                from);
    }

    /** Above what the line may come to for good it is the firm's, or will be if nobody confirms. */
    private static Finding notTrustees(BookReader book, BudgetYear year, BudgetLine line) {
        Money paid = year.budget().paid(book, line, LocalDate.of(year.policy().year(), 12, 31));
        Money limit = year.confirmedLimit(line);
        return RuleCheck.of(
                DisbursementRule.COST_NOT_TRUSTEES,
                paid.compareTo(limit) <= 0,
                "line",
                line.code(),
                "paid",
                paid,
                "limit",
                limit);
    }
}
