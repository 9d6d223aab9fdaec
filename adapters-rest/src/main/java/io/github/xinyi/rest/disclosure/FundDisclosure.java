package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.Budget;
import io.github.xinyi.rest.answer.FeeCollection;
import io.github.xinyi.rest.answer.Flows;
import io.github.xinyi.rest.answer.Overview;
import io.github.xinyi.rest.published.BankFigures;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.disclosure.PublicLedger.Flow;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.BudgetExecution;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.TrialBalance;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a community has, spends and collects, by the figures that everybody can compute again from
 * the log. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FundDisclosure {

    private final Communities communities;

    /**
     * The funds of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public FundDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * What a community has, owes and is checked by.
     *
     * @param community its id
     * @param at a moment of RFC 3339, now if null
     * @param language of names
     * @return the overview
     */
    public Reply<Overview> overview(String community, @Nullable String at, Language language) {
        Parameters parameters = new Parameters();
        Optional<Instant> moment = parameters.moment(at);
        return parameters.then(
                () ->
                        communities.in(
                                community,
                                found ->
                                        moment.map(then -> overviewAt(found, then, language))
                                                .orElseGet(
                                                        () ->
                                                                overview(
                                                                        found,
                                                                        communities.ledger(found),
                                                                        Instant.MAX,
                                                                        language))));
    }

    private Reply<Overview> overviewAt(
            PublishedCommunity community, Instant at, Language language) {
        return communities
                .ledgerAt(community, at)
                .map(ledger -> overview(community, ledger, at, language))
                .orElseGet(Reply.Busy::new);
    }

    private static Reply<Overview> overview(
            PublishedCommunity community, PublicLedger ledger, Instant until, Language language) {
        Optional<BankFigures> known =
                community.bank().latest().filter(figures -> !figures.asOf().isAfter(until));
        Optional<PublishedCheckpoint> checkpoint = checkpoint(community, until);
        Version version =
                Version.of(
                        "overview",
                        state(community, ledger, language),
                        community.contract().terms(),
                        community.trusteeName(),
                        known,
                        checkpoint.map(PublishedCheckpoint::note));
        return Reply.of(
                version, () -> overview(community, ledger, known, checkpoint, Texts.in(language)));
    }

    /** While households wait, the bank's balance would tell what they have paid. */
    private static Overview overview(
            PublishedCommunity community,
            PublicLedger ledger,
            Optional<BankFigures> known,
            Optional<PublishedCheckpoint> checkpoint,
            Texts texts) {
        ContractTerms terms = community.contract().terms();
        TrialBalance trial = TrialBalance.of(community.book().chart(), ledger.balances());
        boolean withheld = known.isPresent() && ledger.waiting() > 0;
        return new Overview(
                Communities.named(community),
                asOf(ledger),
                ledger.size(),
                Money.ofFen(0).currency().getCurrencyCode(),
                Arrays.stream(FundClass.values())
                        .map(fundClass -> fund(FundStatement.of(trial, fundClass), texts))
                        .toList(),
                jointAccount(trial).minor(),
                new Overview.Pending(ledger.waiting(), terms.batchMinUnits()),
                withheld ? null : known.map(FundDisclosure::bank).orElse(null),
                withheld,
                new Overview.Contract(
                        terms.id(),
                        community.trusteeName(),
                        terms.ratio().toString(),
                        terms.base().name(),
                        terms.startInclusive().toString(),
                        terms.endInclusive().toString()),
                remuneration(terms, ledger),
                checkpoint
                        .map(
                                signed ->
                                        new Overview.Checkpoint(
                                                signed.head().size(),
                                                Leaf.timestamp(signed.publishedAt()),
                                                signed.note(),
                                                community.log().verifierKey()))
                        .orElse(null));
    }

    private static Overview.Fund fund(FundStatement statement, Texts texts) {
        return new Overview.Fund(
                statement.fundClass().name(),
                texts.label("fund." + statement.fundClass()),
                statement.cash().minor(),
                statement.opening().minor(),
                statement.income().minor(),
                statement.expense().minor(),
                statement.receivable().minor(),
                statement.payable().minor(),
                statement.net().minor());
    }

    /** The maintenance fund lies in a special account of its own. */
    private static Money jointAccount(TrialBalance trial) {
        return Arrays.stream(FundClass.values())
                .filter(fundClass -> fundClass != FundClass.MAINTENANCE_FUND)
                .map(fundClass -> trial.total(fundClass, AccountType.CASH))
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static Overview.Bank bank(BankFigures figures) {
        return new Overview.Bank(
                Leaf.timestamp(figures.asOf()),
                figures.balance().minor(),
                figures.matchedLines(),
                figures.unmatchedLines(),
                figures.bookBalance().minor());
    }

    /**
     * By the public figures: the book itself knows receipts whose batch is not published, and the
     * difference would tell of single households.
     */
    private static Overview.Remuneration remuneration(ContractTerms terms, PublicLedger ledger) {
        Predicate<Flow> inTerm =
                flow ->
                        !flow.month().isBefore(YearMonth.from(terms.startInclusive()))
                                && !flow.month().isAfter(YearMonth.from(terms.endInclusive()));
        Money received =
                net(ledger, ChartOfAccounts.FEES_RECEIVABLE, EntryKind.FEE_RECEIPT, inTerm)
                        .negated();
        Money base = received.isNegative() ? Money.ofFen(0) : received;
        Money drawn =
                net(
                                ledger,
                                ChartOfAccounts.REMUNERATION_PAYABLE,
                                EntryKind.REMUNERATION_DRAW,
                                inTerm)
                        .plus(
                                net(
                                        ledger,
                                        ChartOfAccounts.REMUNERATION_PAYABLE,
                                        EntryKind.REMUNERATION_REPAYMENT,
                                        inTerm));
        return new Overview.Remuneration(
                base.minor(), terms.ratio().floorOf(base.minor()), drawn.minor());
    }

    private static Optional<PublishedCheckpoint> checkpoint(
            PublishedCommunity community, Instant until) {
        CheckpointStore store = community.checkpoints();
        int offset = 0;
        List<PublishedCheckpoint> page =
                store.latest(community.id()).map(List::of).orElseGet(List::of);
        while (!page.isEmpty() && offset <= Parameters.MAX_OFFSET) {
            Optional<PublishedCheckpoint> found =
                    page.stream().filter(c -> !c.publishedAt().isAfter(until)).findFirst();
            if (found.isPresent()) {
                return found;
            }
            offset += page.size();
            page = store.list(community.id(), offset, Parameters.MAX_LIMIT);
        }
        return Optional.empty();
    }

    /**
     * Budget against actual.
     *
     * @param community its id
     * @param language for names
     * @return the execution of the year's budget
     */
    public Reply<Budget> budget(String community, Language language) {
        return communities.in(
                community,
                found -> {
                    PublicLedger ledger = communities.ledger(found);
                    return Reply.of(
                            Version.of(
                                    "budget",
                                    state(found, ledger, language),
                                    found.budget().content()),
                            () -> budget(found, ledger));
                });
    }

    private static Budget budget(PublishedCommunity community, PublicLedger ledger) {
        int year = community.budget().content().year();
        BudgetExecution execution =
                BudgetExecution.of(
                        community.budget().content(), account -> spent(ledger, account, year));
        return new Budget(
                execution.year(),
                asOf(ledger),
                execution.lines().stream()
                        .map(
                                line ->
                                        new Budget.Line(
                                                line.line().code(),
                                                line.line().name(),
                                                line.line().fundClass().name(),
                                                line.line().amount().minor(),
                                                line.spent().minor()))
                        .toList(),
                new Budget.Totals(execution.totalBudget().minor(), execution.totalSpent().minor()));
    }

    /** What was paid under two keys or is borne for another class, and what the bank took. */
    private static Money spent(PublicLedger ledger, AccountCode account, int year) {
        Predicate<Flow> inYear = flow -> flow.month().getYear() == year;
        return net(ledger, account, EntryKind.PAYMENT, inYear)
                .plus(net(ledger, account, EntryKind.MISPLACED_COST, inYear))
                .plus(net(ledger, account, EntryKind.BANK_FEE, inYear));
    }

    /**
     * Income and expense by month and account.
     *
     * @param community its id
     * @param language of names
     * @return the flows since the first record
     */
    public Reply<Flows> flows(String community, Language language) {
        return communities.in(
                community,
                found -> {
                    PublicLedger ledger = communities.ledger(found);
                    return Reply.of(
                            Version.of("flows", state(found, ledger, language)),
                            () -> flows(found, ledger, Texts.in(language)));
                });
    }

    private static Flows flows(PublishedCommunity community, PublicLedger ledger, Texts texts) {
        ChartOfAccounts chart = community.book().chart();
        SortedMap<YearMonth, Flows.Month> months = new TreeMap<>();
        SortedMap<AccountCode, Flows.Account> accounts = new TreeMap<>();
        for (Map.Entry<Flow, Balance> moved : ledger.flows()) {
            Flow flow = moved.getKey();
            Optional<Account> account = chart.find(flow.account()).filter(FundDisclosure::isFlow);
            if (account.isEmpty() || flow.kind() == EntryKind.OPENING) {
                continue;
            }
            boolean isIncome = account.get().type() == AccountType.INCOME;
            Money net = moved.getValue().net();
            Money amount = isIncome ? net.negated() : net;
            months.merge(flow.month(), month(flow.month(), amount, isIncome), FundDisclosure::plus);
            accounts.merge(
                    flow.account(), account(account.get(), amount, texts), FundDisclosure::plus);
        }
        return new Flows(
                asOf(ledger), List.copyOf(months.values()), List.copyOf(accounts.values()));
    }

    private static boolean isFlow(Account account) {
        return account.type() == AccountType.INCOME || account.type() == AccountType.EXPENSE;
    }

    private static Flows.Month month(YearMonth month, Money amount, boolean isIncome) {
        long minor = amount.minor();
        return new Flows.Month(month.toString(), isIncome ? minor : 0, isIncome ? 0 : minor);
    }

    private static Flows.Month plus(Flows.Month a, Flows.Month b) {
        return new Flows.Month(
                a.month(),
                Math.addExact(a.incomeMinor(), b.incomeMinor()),
                Math.addExact(a.expenseMinor(), b.expenseMinor()));
    }

    private static Flows.Account account(Account account, Money amount, Texts texts) {
        return new Flows.Account(
                account.code().value(),
                texts.name(account),
                account.fundClass().name(),
                account.type().name(),
                amount.minor());
    }

    private static Flows.Account plus(Flows.Account a, Flows.Account b) {
        return new Flows.Account(
                a.account(),
                a.name(),
                a.fundClass(),
                a.type(),
                Math.addExact(a.amountMinor(), b.amountMinor()));
    }

    /**
     * Property fees billed and received, as far as their batches are published.
     *
     * @param community its id
     * @param language for names
     * @return the collection since the first record
     */
    public Reply<FeeCollection> collection(String community, Language language) {
        return communities.in(
                community,
                found -> {
                    PublicLedger ledger = communities.ledger(found);
                    int minUnits = found.contract().terms().batchMinUnits();
                    return Reply.of(
                            Version.of("collection", state(found, ledger, language), minUnits),
                            () -> collection(ledger, minUnits));
                });
    }

    private static FeeCollection collection(PublicLedger ledger, int minUnits) {
        BiFunction<EntryKind, Predicate<Flow>, Money> fees =
                (kind, selected) -> net(ledger, ChartOfAccounts.FEES_RECEIVABLE, kind, selected);
        List<FeeCollection.Month> months =
                ledger.flows().stream()
                        .map(Map.Entry::getKey)
                        .filter(flow -> flow.account().equals(ChartOfAccounts.FEES_RECEIVABLE))
                        .filter(flow -> isFee(flow.kind()))
                        .map(Flow::month)
                        .distinct()
                        .map(
                                month ->
                                        new FeeCollection.Month(
                                                month.toString(),
                                                fees.apply(EntryKind.BILL, in(month)).minor(),
                                                fees.apply(EntryKind.FEE_RECEIPT, in(month))
                                                        .negated()
                                                        .minor()))
                        .toList();
        Money opening = fees.apply(EntryKind.OPENING, flow -> true);
        Money billed = fees.apply(EntryKind.BILL, flow -> true);
        Money received = fees.apply(EntryKind.FEE_RECEIPT, flow -> true).negated();
        return new FeeCollection(
                asOf(ledger),
                opening.minor(),
                billed.minor(),
                received.minor(),
                opening.plus(billed).minus(received).minor(),
                months,
                ledger.batches().stream().filter(batch -> isFee(batch.kind())).count(),
                minUnits);
    }

    private static boolean isFee(EntryKind kind) {
        return kind == EntryKind.BILL || kind == EntryKind.FEE_RECEIPT;
    }

    private static Predicate<Flow> in(YearMonth month) {
        return flow -> flow.month().equals(month);
    }

    private static Money net(
            PublicLedger ledger, AccountCode account, EntryKind kind, Predicate<Flow> selected) {
        Balance balance =
                ledger.balances(
                                selected.and(
                                        flow ->
                                                flow.account().equals(account)
                                                        && flow.kind() == kind))
                        .getOrDefault(account, Balance.zero(account));
        return balance.net();
    }

    private static @Nullable String asOf(PublicLedger ledger) {
        return ledger.asOf().map(Leaf::timestamp).orElse(null);
    }

    private static List<Object> state(
            PublishedCommunity community, PublicLedger ledger, Language language) {
        return List.of(
                Communities.named(community),
                ledger.size(),
                language,
                community.book().chart().accounts());
    }
}
