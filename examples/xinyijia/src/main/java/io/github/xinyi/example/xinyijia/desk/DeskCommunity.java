package io.github.xinyi.example.xinyijia.desk;

import static io.github.xinyi.example.xinyijia.desk.Founding.COMMUNITY;
import static io.github.xinyi.example.xinyijia.desk.Founding.must;

import io.github.xinyi.example.xinyijia.login.AccountFiles;
import io.github.xinyi.example.xinyijia.login.AccountStore;
import io.github.xinyi.example.xinyijia.login.PrivateFolder;
import io.github.xinyi.example.xinyijia.statement.StatementYear;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.desk.BudgetOffice;
import io.github.xinyi.rest.desk.CaseOffice;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.LineReceipts;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * 春晖里 as it is today: a small community whose contract and budget are in force, so that a payment
 * can be asked for, signed and made now, which the sample's closed year does not allow.
 *
 * <p>It is set up on the first start, in the year of that day; a restart finds it as it was left,
 * and where a set-up was cut off it goes on. Its budget is that year's: in the next, a payment is
 * refused until the owners adopt another. Safe for use by several threads.
 */
public final class DeskCommunity {

    /** The fee of a home for a month. */
    private static final Money FEE = Money.ofFen(30_000);

    /** The last homes of the list pay nothing, so that something is outstanding. */
    private static final int UNPAID_HOMES = 2;

    private final JdbcStores stores;
    private final Function<EntryId, Salt> salts;
    private final Clock clock;
    private final KeyVault vault;
    private final AccountStore accounts;
    private final VoucherFiles vouchers;
    private final EventStore events;
    private final TransparencyLog log;
    private final Founding founding;
    private final TallyResult decided;
    private final NextBudget nextBudget;
    private final TrustContract contract;
    private final AdoptedBudget budget;
    private final Trusteeship trusteeship;
    private final Disbursements disbursements;

    private DeskCommunity(
            JdbcStores stores,
            Path folder,
            Function<EntryId, Salt> salts,
            NoteSigner signer,
            Clock clock) {
        this.stores = stores;
        this.salts = salts;
        this.clock = clock;
        PrivateFolder secrets = new PrivateFolder(folder);
        this.vault = new KeyVault(new SealedKeyFiles(secrets));
        this.accounts = new AccountFiles(secrets);
        this.vouchers = new VoucherFiles(folder.resolve("vouchers"));
        this.events = stores.events(TrustEvents.codec());
        this.log = new TransparencyLog(COMMUNITY, stores.books(), stores.checkpoints(), signer);
        Optional<ContractTerms> kept = stores.contracts().find(COMMUNITY, Founding.CONTRACT);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Meeting.ZONE);
        this.founding =
                new Founding(kept.map(t -> t.startInclusive().getYear()).orElse(today.getYear()));
        ContractTerms terms = kept.orElseGet(() -> newTerms(secrets));
        this.decided = founding.decide(stores, terms);
        this.nextBudget = NextBudget.decide(founding.year() + 1, stores, today);
        this.contract = must(TrustContract.adopt(terms, Founding.onContract(decided)));
        stores.budgets().save(founding.budget());
        this.budget = must(founding.budget().adopt(Founding.onBudget(decided)));
        ChartOfAccounts chart =
                ChartOfAccounts.standard().with(PublicIncome.accounts()).with(budget.accounts());
        Instant adopted = decided.meeting().closesAt();
        this.trusteeship =
                must(
                        Trusteeship.open(
                                Agreement.of(contract, Founding.clauses()),
                                new Book(COMMUNITY, chart, stores.books()),
                                events,
                                nextBudget.decisions(),
                                adopted));
        must(trusteeship.openYear(budget, founding.policy(), adopted));
        stores.budgets().find(COMMUNITY, nextBudget.year()).ifPresent(this::openAgain);
        this.disbursements = new Disbursements(trusteeship, List.of(), stores.disbursements());
    }

    /** A year that was adopted over HTTP is open in that process alone. */
    private void openAgain(DraftBudget kept) {
        AdoptedBudget next = must(kept.adopt(nextBudget.decision()));
        must(trusteeship.openYear(next, nextBudget.policy(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keys and passwords come first: once the terms are kept, they are never made anew. */
    private ContractTerms newTerms(PrivateFolder secrets) {
        Instant from = founding.day(1, 1).atStartOfDay(Meeting.ZONE).toInstant();
        ContractTerms terms =
                founding.terms(new DemoLogins(accounts, vault, secrets).make(COMMUNITY, from));
        stores.contracts().save(terms);
        return terms;
    }

    /**
     * The community, set up as far as it is not.
     *
     * @param stores of the server's database
     * @param folder for sealed keys, accounts and vouchers
     * @param salts the salt of an entry, always the same
     * @param signer of the checkpoints of its log
     * @param clock the present
     * @return the community
     */
    public static DeskCommunity open(
            JdbcStores stores,
            Path folder,
            Function<EntryId, Salt> salts,
            NoteSigner signer,
            Clock clock) {
        DeskCommunity community = new DeskCommunity(stores, folder, salts, signer, clock);
        if (stores.checkpoints().latest(COMMUNITY).isEmpty()) {
            community.liveUntilToday();
            community.log.publish(clock.instant());
        }
        return community;
    }

    /** The months of the year so far: bills on the fifth, receipts on the twentieth. */
    private void liveUntilToday() {
        Instant now = clock.instant();
        Instant start = at(founding.day(1, 2));
        post(
                List.of(
                        new OpeningBalance(
                                        FundClass.SERVICE_FUND,
                                        founding.day(1, 2),
                                        Money.ofFen(10_000_000))
                                .entry(salt("opening"))),
                start);
        List<Unit> homes = Founding.homes();
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(founding.year(), month);
            Instant billed = at(period.atDay(5));
            Instant received = at(period.atDay(20));
            if (billed.isBefore(now)) {
                List<EntryDraft> bills = new ArrayList<>();
                homes.forEach(home -> bills.add(entry(bill(home.id(), period))));
                post(bills, billed);
                publish(EntryKind.BILL, billed, period.atDay(5));
            }
            if (received.isBefore(now)) {
                List<Unit> paying = homes.subList(0, homes.size() - UNPAID_HOMES);
                List<EntryDraft> receipts = new ArrayList<>();
                paying.forEach(home -> receipts.add(entry(receipt(home.id(), period))));
                post(receipts, received);
                publish(EntryKind.FEE_RECEIPT, received, period.atDay(20));
            }
        }
        for (int number = 0; number < homes.size(); number++) {
            keepAccount(homes.get(number).id(), number < homes.size() - UNPAID_HOMES, now);
        }
    }

    private void keepAccount(UnitId unit, boolean isPaying, Instant now) {
        FeeAccount account = FeeAccount.ofOwners(unit);
        Receivables fees =
                Receivables.open(
                        COMMUNITY, account, AllocationRule.OLDEST_FIRST, at(founding.day(1, 2)));
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(founding.year(), month);
            Instant billed = at(period.atDay(5));
            Instant received = at(period.atDay(20));
            if (billed.isBefore(now)) {
                fees = must(fees.charge(bill(unit, period), Charge.Kind.PROPERTY_FEE, billed));
            }
            if (isPaying && received.isBefore(now)) {
                fees = must(fees.receive(receipt(unit, period), List.of(), received));
            }
        }
        List<DomainEvent> all = new ArrayList<>(fees.events());
        must(
                events.append(
                        new Append(
                                account.stream(COMMUNITY),
                                CommandId.of("founding-" + unit.value()),
                                0,
                                all)));
    }

    private void publish(EntryKind kind, Instant at, LocalDate day) {
        must(trusteeship.book().publishBatch(kind, contract.terms().batchMinUnits(), at, day));
    }

    private void post(List<EntryDraft> drafts, Instant at) {
        must(trusteeship.book().postAll(drafts, at));
    }

    private EntryDraft entry(Bill bill) {
        return bill.entry(salt("bill/" + bill.number()));
    }

    private EntryDraft entry(FeeReceipt receipt) {
        return receipt.entry(salt("receipt/" + receipt.number()));
    }

    private static Bill bill(UnitId unit, YearMonth period) {
        return new Bill(number("B", unit, period), unit, period, period.atDay(5), FEE);
    }

    private static FeeReceipt receipt(UnitId unit, YearMonth period) {
        String number = number("R", unit, period);
        return new FeeReceipt(
                number, unit, SourceDocument.bankLine("YH-" + number), period.atDay(20), FEE);
    }

    /** The number of a home's bill or receipt for a month, for example {@code B202601-1-101}. */
    private static String number(String prefix, UnitId unit, YearMonth period) {
        return prefix + period.toString().replace("-", "") + "-" + unit.value();
    }

    private Salt salt(String entry) {
        return salts.apply(EntryId.of(COMMUNITY.value() + "/" + entry));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Meeting.ZONE).toInstant();
    }

    /**
     * The salt of a payment's entry.
     *
     * @param payment its number
     * @return always the same
     */
    Salt paymentSalt(String payment) {
        return salt("pay/" + payment);
    }

    /**
     * The bills and receipts of a unit's owners.
     *
     * @param unit whose
     * @return empty if the unit has none
     */
    Optional<Receivables> receivables(UnitId unit) {
        List<ReceivableEvent> kept =
                events.history(FeeAccount.ofOwners(unit).stream(COMMUNITY), ReceivableEvent.class);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(must(Receivables.replay(kept, Receivables.Papers.none())));
    }

    /**
     * Takes money that came for a unit: on its account, and in the book.
     *
     * @param receipt what came
     * @param at when it is recorded
     * @return the account afterwards; again, it changes nothing
     */
    Outcome<Receivables> receive(FeeReceipt receipt, Instant at) {
        LineReceipts.Part whole =
                new LineReceipts.Part(FeeAccount.ofOwners(receipt.unit()), receipt, List.of());
        return new LineReceipts(COMMUNITY, events, Receivables.Papers.none())
                .receive(receipt.bankLine(), receipt.amount(), List.of(whole), at)
                .then(
                        accounts ->
                                trusteeship
                                        .book()
                                        .post(entry(receipt), at)
                                        .then(posted -> Outcome.accepted(accounts.get(0))));
    }

    /**
     * What may be done for it through the library's own operations: cases of the grid, the budget
     * of the next year, and the statements of the bank.
     *
     * @return the desk
     */
    public CommunityDesk libraryDesk() {
        return CommunityDesk.of(COMMUNITY)
                .withCases(cases())
                .withBudgets(
                        new BudgetOffice(stores.budgets(), trusteeship, nextBudget.decisions()))
                .withBank(SimulatedBank.office(trusteeship.book()));
    }

    /** Cases with the usual limits; of rest days only weekends are known here. */
    CaseOffice cases() {
        EffectivePeriod known = EffectivePeriod.from(founding.day(1, 1));
        return new CaseOffice(
                events,
                SlaProfile.usual(),
                new HolidayCalendar(known, new TreeSet<>(), new TreeSet<>()));
    }

    /**
     * What everybody may read of it.
     *
     * @return to be published beside others
     */
    public PublishedCommunity published() {
        return new PublishedCommunity(
                COMMUNITY,
                Founding.NAME,
                Founding.FIRM_NAME,
                trusteeship.book(),
                log,
                stores.checkpoints(),
                stores.disbursements(),
                contract,
                budget,
                List.of(
                        PublishedMeeting.of(founding.meetingTitle(), decided),
                        nextBudget.published()),
                vouchers,
                Optional::empty);
    }

    /**
     * The statements of its year so far.
     *
     * @return for everybody
     */
    public StatementYear statements() {
        return new StatementYear(trusteeship, budget, clock);
    }

    /**
     * Who may log in.
     *
     * @return the accounts
     */
    public AccountStore accounts() {
        return accounts;
    }

    JdbcStores stores() {
        return stores;
    }

    KeyVault vault() {
        return vault;
    }

    VoucherFiles vouchers() {
        return vouchers;
    }

    Clock clock() {
        return clock;
    }

    TransparencyLog log() {
        return log;
    }

    TrustContract contract() {
        return contract;
    }

    AdoptedBudget budget() {
        return budget;
    }

    NextBudget nextBudget() {
        return nextBudget;
    }

    Trusteeship trusteeship() {
        return trusteeship;
    }

    Disbursements disbursements() {
        return disbursements;
    }
}
