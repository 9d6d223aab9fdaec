package io.github.xinyi.example.stories;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.statement.BudgetExecution;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.TrialBalance;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Decisions;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where the owners' money is kept: their contract, their budget, the book, and payments under the
 * keys of two sides. The keys are the sample keys of the contract tests; a host keeps real ones in
 * the hands of those who sign.
 */
final class TrustOffice {

    static final String CONTRACT = "HT-2025-01";
    static final PersonId FIRM = PersonId.of("firm");

    private final TrustContract contract;
    private final AdoptedBudget budget;
    private final Book book;
    private final Disbursements payments;
    private final Remuneration remuneration;

    private TrustOffice(TrustContract contract, AdoptedBudget budget, Stores stores) {
        CommunityId community = contract.terms().community();
        this.contract = contract;
        this.budget = budget;
        ChartOfAccounts chart =
                ChartOfAccounts.standard().with(PublicIncome.accounts()).with(budget.accounts());
        this.book = new Book(contract.terms().community(), chart, stores.books());
        Trusteeship trusteeship =
                Outcomes.accepted(
                        Trusteeship.open(
                                Agreement.of(contract, clauses(community)),
                                book,
                                stores.events(),
                                Decisions.none(),
                                adopted(contract.decision())));
        Outcomes.accepted(
                trusteeship.openYear(
                        budget,
                        policy(community, budget.content().year()),
                        adopted(budget.decision())));
        this.payments = new Disbursements(trusteeship, List.of(), stores.payments());
        this.remuneration =
                new Remuneration(trusteeship, new SignedDraws(community, stores.payments()));
    }

    /** The moment of the vote, so that whoever opens the office records the same. */
    private static Instant adopted(OwnersDecision decision) {
        return decision.adoptedOn().atTime(20, 0).atZone(Meeting.ZONE).toInstant();
    }

    /** What the contract says beside its terms; the days of notice are those of the law. */
    static ContractClauses clauses(CommunityId community) {
        return new ContractClauses(
                community,
                CONTRACT,
                "小区物业服务与公共收益管理",
                List.of(
                        new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                        new Party(FIRM, Role.TRUSTEE),
                        new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                ContractClauses.OWNERS_NOTICE_DAYS,
                ContractClauses.FIRM_NOTICE_DAYS,
                30);
    }

    /** By whom and how far the budget may be exceeded: by nobody but the owners. */
    static BudgetPolicy policy(CommunityId community, int year) {
        return BudgetPolicy.usual(community, year, 0);
    }

    /** What owners and firm agree on: 8 of 100 of the fees received. */
    static ContractTerms terms(CommunityId community) {
        return new ContractTerms(
                CONTRACT,
                community,
                FIRM,
                Ratio.of(8, 100),
                RemunerationBase.FEES_RECEIVED,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 12, 31),
                7,
                ContractTerms.MIN_BATCH_UNITS,
                TestKeys.register());
    }

    /** Opens the office on what is in the stores and what the owners adopted. */
    static TrustOffice open(Stores stores, Resolution onFirm, Resolution onBudget, int year) {
        ContractTerms terms = stores.contracts().find(onFirm.community(), CONTRACT).orElseThrow();
        return new TrustOffice(
                Outcomes.accepted(TrustContract.adopt(terms, onFirm)),
                Outcomes.accepted(
                        stores.budgets()
                                .find(onBudget.community(), year)
                                .orElseThrow()
                                .adopt(onBudget)),
                stores);
    }

    TrustContract contract() {
        return contract;
    }

    Book book() {
        return book;
    }

    Remuneration remuneration() {
        return remuneration;
    }

    Disbursements payments() {
        return payments;
    }

    /** Asks for a payment; an invoice over the same sum is handed in with it. */
    Outcome<OutflowOrder> ask(Spending spending, Instant at) {
        List<Voucher> invoices =
                spending.kind() == OutflowKind.PAYMENT
                        ? List.of(invoice(spending, Teller.dayOf(at)))
                        : List.of();
        OutflowOrder order =
                new OutflowOrder(
                        book.id(),
                        spending.number(),
                        spending.kind(),
                        spending.payee(),
                        spending.amount(),
                        spending.purpose(),
                        spending.line(),
                        invoices.stream().map(Voucher::digest).toList(),
                        TestKeys.STEWARD,
                        contract.terms().id(),
                        payments.expiry(at),
                        spending.payee().value());
        return payments.request(
                        new PaymentRequest(order, spending.payee().value(), "", invoices, at))
                .then(requested -> Outcome.accepted(order));
    }

    private static Voucher invoice(Spending spending, LocalDate day) {
        String number = "FP-" + spending.number();
        return new Voucher(
                number,
                Voucher.Kind.INVOICE,
                day,
                spending.amount(),
                Hash.of(SampleBook.salt(number).toByteArray()));
    }

    /** Turns one key: an Ed25519 signature over the digest of the order. */
    Outcome<Disbursement> sign(OutflowOrder order, Credential key, Instant at) {
        return payments.approve(order.id(), TestKeys.approval(key.id(), order, at));
    }

    /** Pays what both sides have signed. */
    Outcome<Acknowledgement> pay(String number, Instant at) {
        return payments.pay(
                number,
                SourceDocument.bankLine("YH-" + number),
                at,
                Teller.dayOf(at),
                SampleBook.salt("pay/" + number));
    }

    /** Asks, signs for both sides and pays. */
    Outcome<Acknowledgement> settle(Spending spending, Instant at) {
        return ask(spending, at)
                .then(
                        order ->
                                sign(order, TestKeys.FIRM_KEY, at)
                                        .then(half -> sign(order, TestKeys.OWNERS_KEY, at))
                                        .then(signed -> pay(spending.number(), at)));
    }

    /** What each line was to cost and has cost. */
    BudgetExecution execution() {
        return book.read(
                reader ->
                        BudgetExecution.of(
                                budget.content(), account -> reader.balance(account).net()));
    }

    /** Where a fund stands. */
    FundStatement statement(FundClass fund) {
        return book.read(
                reader -> FundStatement.of(TrialBalance.of(book.chart(), reader.balances()), fund));
    }
}
