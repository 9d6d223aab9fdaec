package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.Authority;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.EndNotice;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.fund.FundPlan;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryDisbursementStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Decisions;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import io.github.xinyi.trust.trusteeship.RemunerationCourse;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A community that has chosen a firm at a ratio and adopted a budget; its book is empty. */
final class Village {

    static final CommunityId ID = CommunityId.of("liuyuan");
    static final CommunityId OTHER = CommunityId.of("taoyuan");
    static final PersonId FIRM = PersonId.of("firm");
    static final PersonId NEXT_FIRM = PersonId.of("next-firm");
    static final PersonId ELECTRICIAN = PersonId.of("electrician");
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);
    static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");
    static final String CONTRACT = "HT-2025-01";
    static final String NEXT_CONTRACT = "HT-2025-06";
    static final int UNITS = 6;

    /** 10,000.00 of the service fund. */
    static final BudgetLine LIGHTS =
            new BudgetLine("SF-03", "照明", FundClass.SERVICE_FUND, Money.ofFen(1_000_000));

    /** 3,000.00 of public income. */
    static final BudgetLine GREENERY =
            new BudgetLine("PI-03", "绿化", FundClass.PUBLIC_INCOME, Money.ofFen(300_000));

    /** When contract and budget were recorded, on the day after the vote. */
    static final Instant ADOPTED = Instant.parse("2024-12-27T02:00:00Z");

    static final ContractClauses CLAUSES =
            new ContractClauses(
                    ID,
                    CONTRACT,
                    "小区物业服务",
                    List.of(
                            new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                            new Party(FIRM, Role.TRUSTEE),
                            new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                    60,
                    90,
                    30);

    /** Two keys and nothing more. */
    static final DisbursementPolicy USUAL_PAYMENTS = DisbursementPolicy.usual(ID, CONTRACT);

    /** The body may grant 5/100 of a line, and 800.00 in the year over all lines. */
    static final BudgetPolicy BUDGET_POLICY = BudgetPolicy.usual(ID, 2025, 80_000);

    final InMemoryBookStore books = new InMemoryBookStore();
    final InMemoryDisbursementStore payments = new InMemoryDisbursementStore();
    final VillageEvents events = new VillageEvents();
    final Map<Authority.Name, Authority> authorities = new HashMap<>();
    final TrustContract contract;
    final AdoptedBudget budget;
    final Book book;
    final Trusteeship trusteeship;
    final Remuneration remuneration;
    final Disbursements disbursements;
    private int commands;

    Village(Ratio ratio) {
        this(ratio, List.of(), USUAL_PAYMENTS);
    }

    Village(Ratio ratio, List<AdoptedPlan> plans, DisbursementPolicy policy) {
        this(ratio, plans, policy, TestKeys.register());
    }

    Village(Ratio ratio, List<AdoptedPlan> plans, DisbursementPolicy policy, KeyRegister keys) {
        this(terms(ratio, keys), RemunerationClauses.usual(ID, CONTRACT), plans, policy);
    }

    /** With more lines than usual. */
    Village(Ratio ratio, List<AdoptedPlan> plans, DraftBudget draft) {
        this(
                terms(ratio, TestKeys.register()),
                RemunerationClauses.usual(ID, CONTRACT),
                plans,
                USUAL_PAYMENTS,
                draft);
    }

    Village(
            ContractTerms terms,
            RemunerationClauses remunerated,
            List<AdoptedPlan> plans,
            DisbursementPolicy policy) {
        this(terms, remunerated, plans, policy, draftBudget());
    }

    private Village(
            ContractTerms terms,
            RemunerationClauses remunerated,
            List<AdoptedPlan> plans,
            DisbursementPolicy policy,
            DraftBudget draft) {
        contract = contract(terms, CLAUSES.document(), remunerated.document(), policy.document());
        budget =
                accept(
                        draft.adopt(
                                resolution(
                                        ID,
                                        Matter.OTHER_MAJOR_MATTER,
                                        draft.document(),
                                        BUDGET_POLICY.document())));
        book =
                new Book(
                        ID,
                        SampleBook.chart()
                                .with(budget.accounts())
                                .with(PublicIncome.accounts())
                                .with(Disbursements.handOverAccounts())
                                .with(TrusteeDebt.accounts(2025, CONTRACT))
                                .with(plans.stream().flatMap(p -> p.accounts().stream()).toList()),
                        books);
        trusteeship =
                accept(
                        Trusteeship.open(
                                new Agreement(contract, CLAUSES, remunerated, policy),
                                book,
                                events,
                                decisions(),
                                ADOPTED));
        accept(trusteeship.openYear(budget, BUDGET_POLICY, ADOPTED));
        remuneration = new Remuneration(trusteeship, new SignedDraws(ID, payments));
        disbursements = new Disbursements(trusteeship, plans, payments);
    }

    /** All owners have voted for every paper on the contract, and authorities are kept by name. */
    Decisions decisions() {
        return new Decisions(
                name ->
                        Optional.of(
                                OwnersDecision.of(
                                        resolution(
                                                ID, Matter.MANAGER_APPOINTMENT, name.document()))),
                name -> Optional.ofNullable(authorities.get(name)));
    }

    CommandId command() {
        return CommandId.of("command-" + ++commands);
    }

    /** Changes the contract. */
    Outcome<ContractLife> change(Function<ContractLife, Outcome<ContractLife>> step) {
        return trusteeship.change(command(), step);
    }

    /** Evaluates, finds a loss or has it made good. */
    Outcome<RemunerationCourse> judge(
            Function<RemunerationCourse, Outcome<RemunerationCourse>> step) {
        return trusteeship.judge(command(), step);
    }

    /** Executes the budget of 2025. */
    Outcome<BudgetYear> execute(BiFunction<BudgetYear, BookReader, Outcome<BudgetYear>> step) {
        return trusteeship.execute(2025, command(), step);
    }

    /** A decision of all owners on a paper on the contract. */
    static OwnersDecision onFirm(ContractPaper paper) {
        return OwnersDecision.of(resolution(ID, Matter.MANAGER_APPOINTMENT, paper.document()));
    }

    /** The owners' authority for a paper on the budget, which can be shown again. */
    Authority owners(BudgetPaper paper) {
        Authority authority =
                Authority.of(
                        OwnersDecision.of(
                                resolution(ID, Matter.OTHER_MAJOR_MATTER, paper.document())));
        authorities.put(authority.name(), authority);
        return authority;
    }

    /** The firm is dismissed, and somebody has taken over on a day. */
    void takenOver(LocalDate on) {
        takenOver(trusteeship, on);
    }

    /** The firm of a contract is dismissed, and somebody has taken over on a day. */
    void takenOver(Trusteeship trust, LocalDate on) {
        ContractPaper.Dismissal paper =
                new ContractPaper.Dismissal(ID, trust.agreement().contract().terms().id());
        LocalDate last = on.minusDays(1);
        EndNotice notice =
                new EndNotice(
                        EndNotice.Kind.DISMISSAL,
                        last.minusDays(60),
                        last,
                        new Motion.Document("cd".repeat(32)));
        accept(
                trust.change(
                        command(), life -> life.end(notice, onFirm(paper), noon(notice.given()))));
        accept(trust.change(command(), life -> life.takeOver(on, noon(on))));
    }

    /** The next firm of the community, over the same book and the same budget. */
    Trusteeship successor(LocalDate from) {
        ContractTerms terms =
                new ContractTerms(
                        NEXT_CONTRACT,
                        ID,
                        NEXT_FIRM,
                        Ratio.of(1, 10),
                        RemunerationBase.FEES_RECEIVED,
                        from,
                        LAST_DAY,
                        7,
                        5,
                        TestKeys.register());
        ContractClauses clauses =
                new ContractClauses(
                        ID,
                        terms.id(),
                        "小区物业服务",
                        List.of(
                                new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                                new Party(NEXT_FIRM, Role.TRUSTEE),
                                new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                        60,
                        90,
                        30);
        Trusteeship next =
                accept(
                        Trusteeship.open(
                                Agreement.of(contract(terms, clauses.document()), clauses),
                                book,
                                events,
                                decisions(),
                                noon(from)));
        accept(next.openYear(budget, BUDGET_POLICY, noon(from)));
        return next;
    }

    /** The same request, made at another moment. */
    PaymentRequest at(PaymentRequest asked, Instant moment) {
        OutflowOrder o = asked.order();
        return new PaymentRequest(
                new OutflowOrder(
                        o.community(),
                        o.id(),
                        o.kind(),
                        o.payee(),
                        o.amount(),
                        o.purpose(),
                        o.budgetLine(),
                        o.vouchers(),
                        o.initiator(),
                        o.policy(),
                        disbursements.expiry(moment),
                        o.payeeName()),
                asked.payeeName(),
                asked.report(),
                asked.vouchers(),
                moment);
    }

    /** Asks at noon of a day, signs twice and pays. */
    Outcome<Acknowledgement> authoriseAndPayOn(LocalDate day, PaymentRequest asked) {
        PaymentRequest request = at(asked, noon(day));
        OutflowOrder order = request.order();
        accept(disbursements.request(request));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    disbursements.approve(
                            order.id(), TestKeys.approval(key.id(), order, noon(day))));
        }
        return payAt(order.id(), noon(day), day);
    }

    /** Asks for remuneration at noon of a day, signs twice and pays. */
    Outcome<Acknowledgement> drawOn(LocalDate day, long fen) {
        return authoriseAndPayOn(day, draw("W" + day, fen));
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();
    }

    static ContractTerms terms(Ratio ratio, KeyRegister keys) {
        return new ContractTerms(
                CONTRACT,
                ID,
                FIRM,
                ratio,
                RemunerationBase.FEES_RECEIVED,
                FIRST_DAY,
                LAST_DAY,
                7,
                5,
                keys);
    }

    /** A contract whose terms all owners have voted for. */
    static TrustContract contract(ContractTerms terms, Motion.Document... more) {
        return accept(
                TrustContract.adopt(
                        terms,
                        resolution(
                                terms.community(),
                                Matter.MANAGER_APPOINTMENT,
                                Stream.concat(Stream.of(terms.document()), Stream.of(more))
                                        .toList())));
    }

    static DraftBudget draftBudget() {
        return new DraftBudget(ID, 2025, List.of(LIGHTS, GREENERY));
    }

    /** A resolution that all owners of a community have voted for. */
    static Resolution resolution(CommunityId community, Matter matter, Motion.Document... papers) {
        return resolution(community, matter, List.of(papers));
    }

    /** A resolution that all owners of a community have voted for. */
    static Resolution resolution(
            CommunityId community, Matter matter, List<Motion.Document> papers) {
        MotionId motion = MotionId.of("M1");
        Meeting meeting =
                new Meeting(
                        MeetingId.of("2024-OM-01"),
                        community,
                        LocalDate.of(2024, 11, 30),
                        LocalDate.of(2024, 12, 1),
                        Instant.parse("2024-12-18T01:00:00Z"),
                        Instant.parse("2024-12-26T10:00:00Z"),
                        List.of(new Motion(motion, matter, "议题", papers)));
        List<Ballot> ballots =
                IntStream.rangeClosed(1, UNITS)
                        .mapToObj(
                                i ->
                                        new Ballot(
                                                BallotId.of("B" + i),
                                                unit(i),
                                                PersonId.of("owner" + i),
                                                Channel.PAPER,
                                                Instant.parse("2024-12-20T02:00:00Z"),
                                                Signature.SIGNED,
                                                new TreeMap<>(Map.of(motion, Set.of(Choice.FOR)))))
                        .toList();
        return Tally.of(meeting, roster(community), ballots, AT)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(motion)
                .resolution()
                .orElseThrow();
    }

    /** Six homes of 60.13, 60.50, 61.10, 89.99, 90.00 and 100.00 m². */
    static Roster roster(CommunityId community) {
        List<String> areas = List.of("60.13", "60.50", "61.10", "89.99", "90.00", "100.00");
        List<Unit> units =
                IntStream.rangeClosed(1, UNITS)
                        .mapToObj(
                                i ->
                                        home(
                                                unit(i),
                                                FloorArea.parse(areas.get(i - 1)),
                                                PersonId.of("owner" + i)))
                        .toList();
        return accept(
                Roster.of(community, LocalDate.of(2024, 11, 30), PersonId.of("builder"), units));
    }

    static Unit home(UnitId id, FloorArea area, PersonId owner) {
        return new Unit(
                id,
                "7号楼",
                UnitUse.RESIDENTIAL,
                area,
                AreaEvidence.REGISTRY,
                DeliveryStatus.SOLD_DELIVERED,
                new TreeSet<>(Set.of(owner)));
    }

    static UnitId unit(int number) {
        return UnitId.of("7-2-10" + number);
    }

    Money net(AccountCode account) {
        return book.read(reader -> reader.balance(account).net());
    }

    List<Balance> balances() {
        return book.read(reader -> reader.balances());
    }

    TreeHead head() {
        return book.read(reader -> reader.frontier().head());
    }

    Acknowledgement post(EntryDraft draft) {
        return accept(book.post(draft, AT));
    }

    /** A household's fee received. */
    Acknowledgement receive(String number, int unit, LocalDate day, long fen) {
        return post(
                new FeeReceipt(
                                number,
                                unit(unit),
                                SourceDocument.bankLine("YH" + number),
                                day,
                                Money.ofFen(fen))
                        .entry(SampleBook.salt(number)));
    }

    /** A fee received in the open, as of a shop: nothing of it waits for a batch. */
    Acknowledgement collect(String number, LocalDate day, long fen) {
        return post(
                SampleBook.draft(number, EntryKind.FEE_RECEIPT, day)
                        .source(SourceDocument.bankLine("YH" + number))
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(fen)),
                                Posting.credit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(fen))));
    }

    /** Records what the book's own rules refuse, as an import or a bounced payment may do yet. */
    void force(EntryDraft draft) {
        Frontier after =
                books.write(
                        ID,
                        session -> {
                            Entry entry = new Entry(ID, session.frontier().size(), AT, draft);
                            Hash leaf = Leaf.hashOf(entry);
                            List<Balance> balances =
                                    draft.postings().stream()
                                            .map(p -> session.balance(p.account()).plus(p))
                                            .toList();
                            Frontier.Appended next = session.frontier().append(leaf);
                            session.append(
                                    new BookSession.Appended(
                                            new LogRecord.OfEntry(entry, leaf, balances),
                                            next.completed(),
                                            next.frontier()));
                            return next.frontier();
                        });
        Assertions.assertThat(after.head()).isEqualTo(head());
    }

    /** A request to pay for lights, with one invoice over the amount. */
    PaymentRequest lights(String id, long fen) {
        return request(
                id,
                OutflowKind.PAYMENT,
                ELECTRICIAN,
                fen,
                LIGHTS.code(),
                List.of(voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    /** A plan that all owners have voted for. */
    static AdoptedPlan plan(String id, FundUse use, long fen) {
        FundPlan plan = new FundPlan(ID, id, use, Money.ofFen(fen));
        AdoptedPlan adopted =
                accept(
                        plan.adopt(
                                resolution(
                                        ID, Matter.OTHER_MAJOR_MATTER, List.of(plan.document()))));
        return use.fold(
                transfer -> adopted,
                kept -> adopted,
                shared -> accept(adopted.sharedAmong(roster(ID))));
    }

    /** A request of any kind but a payment, to an outside payee. */
    PaymentRequest outflow(String id, OutflowKind kind, String charge, long fen) {
        return request(id, kind, PersonId.of("payee"), fen, charge, List.of());
    }

    /** A request to draw remuneration. */
    PaymentRequest draw(String id, long fen) {
        return request(id, OutflowKind.REMUNERATION, FIRM, fen, "", List.of());
    }

    PaymentRequest request(
            String id,
            OutflowKind kind,
            PersonId payee,
            long fen,
            String line,
            List<Voucher> vouchers) {
        OutflowOrder order =
                new OutflowOrder(
                        ID,
                        id,
                        kind,
                        payee,
                        Money.ofFen(fen),
                        "更换路灯",
                        line,
                        vouchers.stream().map(Voucher::digest).toList(),
                        TestKeys.STEWARD,
                        CONTRACT,
                        disbursements.expiry(AT));
        return new PaymentRequest(order.naming("收款方"), "收款方", "", vouchers, AT);
    }

    static Voucher voucher(String number, Voucher.Kind kind, long fen) {
        return new Voucher(
                number,
                kind,
                DAY,
                Money.ofFen(fen),
                Hash.of(SampleBook.salt(number).toByteArray()));
    }

    /** Asks for a payment and gives both keys. */
    void authorise(PaymentRequest request) {
        accept(disbursements.request(request));
        approve(request.order(), TestKeys.FIRM_KEY);
        approve(request.order(), TestKeys.OWNERS_KEY);
    }

    void approve(OutflowOrder order, Credential key) {
        accept(disbursements.approve(order.id(), TestKeys.approval(key.id(), order, AT)));
    }

    Outcome<Acknowledgement> payAt(String id, Instant at, LocalDate day) {
        return disbursements.pay(
                id, SourceDocument.bankLine("BK-" + id), at, day, SampleBook.salt(id));
    }

    Outcome<Acknowledgement> pay(String id) {
        return payAt(id, AT.plusSeconds(1), DAY);
    }

    /** Asks, signs twice and pays; refused already where the request is. */
    Outcome<Acknowledgement> authoriseAndPay(PaymentRequest request) {
        return disbursements
                .request(request)
                .then(
                        asked -> {
                            approve(request.order(), TestKeys.FIRM_KEY);
                            approve(request.order(), TestKeys.OWNERS_KEY);
                            return pay(request.order().id());
                        });
    }

    static <T> T accept(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    /** That the rules in the way are exactly these. */
    static void assertRefused(Outcome<?> outcome, Rule... rules) {
        Assertions.assertThat(
                        outcome.<List<String>>fold(
                                accepted -> List.of("accepted"),
                                ruling ->
                                        ruling.notMet().stream()
                                                .map(finding -> finding.rule().value())
                                                .toList()))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(rules).stream().map(rule -> rule.code().value()).toList());
    }
}
