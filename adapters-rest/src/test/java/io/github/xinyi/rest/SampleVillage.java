package io.github.xinyi.rest;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.rest.published.BankFigures;
import io.github.xinyi.rest.published.BankTransfer;
import io.github.xinyi.rest.published.DocumentSource;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.rest.published.PublishedMeeting;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.rest.published.VoucherFile;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.InMemoryDisbursementStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Decisions;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A community of twelve units over two months: bills, receipts, advertising, a payment under two
 * keys, remuneration, two checkpoints. Everything is done through the public API.
 */
final class SampleVillage {

    static final CommunityId ID = CommunityId.of("liuyuan");
    static final int UNITS = 12;
    static final LocalDate RECORD_DATE = LocalDate.of(2024, 11, 30);
    static final String REPORT = "BX2025-0001";
    static final String PAID = "E0001";
    static final String REQUESTED = "E0002";
    static final String DRAWN = "R0001";
    static final VoucherFile INVOICE =
            VoucherFile.of(
                    VoucherFile.Format.SVG,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
    static final Hash INVOICE_HASH = sha256(INVOICE.toByteArray());
    static final Hash TAMPERED = sha256("another paper".getBytes(StandardCharsets.UTF_8));

    private static final PersonId FIRM = PersonId.of("firm");
    private static final KeyPair LOG_KEY = TestKeys.pair("log/liuyuan");

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final InMemoryCheckpointStore checkpoints = new InMemoryCheckpointStore();
    private final InMemoryDisbursementStore payments;
    private final CommunityId id;
    private final BudgetPolicy policy;
    private final TallyResult tally;
    private final TrustContract contract;
    private final AdoptedBudget budget;
    private final Book book;
    private final TransparencyLog log;
    private final InMemoryEventStore events = new InMemoryEventStore(TrustEvents.codec());
    private Trusteeship trusteeship;
    private final Disbursements disbursements;
    private final Remuneration remuneration;

    SampleVillage() {
        this(ID, new InMemoryDisbursementStore());
    }

    /** The same village under another id, its payments in a store that others may share. */
    SampleVillage(CommunityId id, InMemoryDisbursementStore payments) {
        this.id = id;
        this.payments = payments;
        this.policy = BudgetPolicy.usual(id, 2025, 0);
        tally =
                Tally.of(meeting(), roster(id), ballots(), Instant.parse("2024-12-27T01:00:00Z"))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        contract = accept(TrustContract.adopt(terms(), resolution("M1")));
        budget = accept(draftBudget().adopt(resolution("M2")));
        book =
                new Book(
                        id,
                        ChartOfAccounts.standard()
                                .with(budget.accounts())
                                .with(PublicIncome.accounts()),
                        books);
        log =
                new TransparencyLog(
                        id,
                        books,
                        checkpoints,
                        NoteSigner.of(
                                "xinyi.example/book/liuyuan",
                                LOG_KEY.getPrivate(),
                                Ed25519Keys.toRaw(LOG_KEY.getPublic())));
        trusteeship = opened();
        disbursements = new Disbursements(trusteeship, List.of(), payments);
        remuneration = new Remuneration(trusteeship, new SignedDraws(id, payments));
        january();
        february();
    }

    private Trusteeship opened() {
        Instant adopted = Instant.parse("2024-12-27T01:00:00Z");
        Trusteeship opened =
                accept(
                        Trusteeship.open(
                                Agreement.of(contract, clauses()),
                                book,
                                events,
                                Decisions.none(),
                                adopted));
        accept(opened.openYear(budget, policy, adopted));
        return opened;
    }

    /** The process that it was in ends; another one begins over the same stores. */
    void restart() {
        trusteeship = opened();
    }

    private void january() {
        Instant at = Instant.parse("2025-01-05T02:00:00.123Z");
        accept(book.post(SampleBook.opening("opening/service", 5_000_000), at));
        bills(1, at.plusSeconds(60));
        receipts(1, 9, at.plusSeconds(120));
        PublicIncome advertising =
                new PublicIncome(
                        "PI0001",
                        PublicIncome.Source.ADVERTISING,
                        Visibility.open(),
                        SourceDocument.bankLine("BK0001"),
                        LocalDate.of(2025, 1, 20),
                        Money.ofFen(800_000),
                        "电梯广告第一季度");
        accept(book.post(advertising.entry(SampleBook.salt("PI0001")), at.plusSeconds(180)));
        pay(PAID, OutflowKind.PAYMENT, 123_456, "3号楼电梯钢丝绳更换", at.plusSeconds(240));
        monthEnd(LocalDate.of(2025, 1, 31));
    }

    private void february() {
        Instant at = Instant.parse("2025-02-05T02:00:00Z");
        bills(2, at);
        receipts(2, 7, at.plusSeconds(60));
        monthEnd(LocalDate.of(2025, 2, 28));
        pay(DRAWN, OutflowKind.REMUNERATION, 10_000, "2月管理酬金", at.plusSeconds(3_000_000));
        accept(
                disbursements.request(
                        request(
                                REQUESTED,
                                OutflowKind.PAYMENT,
                                7_700,
                                "更换路灯",
                                at.plusSeconds(3_000_100))));
    }

    private void monthEnd(LocalDate day) {
        Instant at = Instant.parse(day + "T15:59:59Z");
        accept(book.publishBatch(EntryKind.BILL, 5, at, day));
        accept(book.publishBatch(EntryKind.FEE_RECEIPT, 5, at, day));
        accept(
                remuneration.accrue(
                        EntryId.of("accrual/" + day), at, day, SampleBook.salt("accrual/" + day)));
        log.publish(at);
    }

    private void bills(int month, Instant at) {
        for (int unit = 1; unit <= UNITS; unit++) {
            String number = "Z2025%02d%04d".formatted(month, unit);
            Bill bill =
                    new Bill(
                            number,
                            UnitId.of(unit(unit)),
                            YearMonth.of(2025, month),
                            at.atZone(Meeting.ZONE).toLocalDate(),
                            Money.ofFen(fee(unit)));
            accept(book.post(bill.entry(SampleBook.salt(number)), at));
        }
    }

    private void receipts(int month, int units, Instant at) {
        for (int unit = 1; unit <= units; unit++) {
            receive("S2025%02d%04d".formatted(month, unit), unit, at);
        }
    }

    /** One household pays; its batch comes later. */
    void receive(String number, int unit, Instant at) {
        FeeReceipt receipt =
                new FeeReceipt(
                        number,
                        UnitId.of(unit(unit)),
                        SourceDocument.bankLine("YH" + number),
                        at.atZone(Meeting.ZONE).toLocalDate(),
                        Money.ofFen(fee(unit)));
        accept(book.post(receipt.entry(SampleBook.salt(number)), at));
    }

    private void pay(String id, OutflowKind kind, long fen, String purpose, Instant at) {
        PaymentRequest request = request(id, kind, fen, purpose, at);
        accept(disbursements.request(request));
        accept(
                disbursements.approve(
                        id,
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), request.order(), at.plusSeconds(10))));
        accept(
                disbursements.approve(
                        id,
                        TestKeys.approval(
                                TestKeys.OWNERS_KEY.id(), request.order(), at.plusSeconds(20))));
        accept(
                disbursements.pay(
                        id,
                        SourceDocument.bankLine("BK-" + id),
                        at.plusSeconds(30),
                        at.atZone(Meeting.ZONE).toLocalDate(),
                        SampleBook.salt(id)));
    }

    private PaymentRequest request(
            String id, OutflowKind kind, long fen, String purpose, Instant at) {
        boolean isPayment = kind == OutflowKind.PAYMENT;
        List<Voucher> vouchers =
                isPayment
                        ? List.of(
                                new Voucher(
                                        "P-" + id,
                                        Voucher.Kind.INVOICE,
                                        LocalDate.of(2025, 1, 4),
                                        Money.ofFen(fen),
                                        id.equals(PAID) ? INVOICE_HASH : TAMPERED))
                        : List.of();
        OutflowOrder order =
                new OutflowOrder(
                        this.id,
                        id,
                        kind,
                        isPayment ? PersonId.of("cableworks") : FIRM,
                        Money.ofFen(fen),
                        purpose,
                        isPayment ? "SF-01" : "",
                        vouchers.stream().map(Voucher::digest).toList(),
                        TestKeys.STEWARD,
                        terms().id(),
                        disbursements.expiry(at));
        String payee = isPayment ? "缆索厂" : "信和物业";
        return new PaymentRequest(
                order.naming(payee), payee, isPayment ? REPORT : "", vouchers, at);
    }

    AdoptedBudget budget() {
        return budget;
    }

    Book book() {
        return book;
    }

    Trusteeship trusteeship() {
        return trusteeship;
    }

    Disbursements disbursements() {
        return disbursements;
    }

    InMemoryDisbursementStore payments() {
        return payments;
    }

    TransparencyLog log() {
        return log;
    }

    PublishedCommunity published(Optional<BankFigures> bank) {
        return published(bank, new Papers());
    }

    PublishedCommunity published(Optional<BankFigures> bank, DocumentSource documents) {
        return new PublishedCommunity(
                id,
                "柳苑",
                "信和物业",
                book,
                log,
                checkpoints,
                payments,
                contract,
                budget,
                List.of(PublishedMeeting.of("2024年第一次业主大会会议", tally)),
                documents,
                () -> bank);
    }

    static BankFigures bank() {
        return new BankFigures(
                Instant.parse("2025-02-28T15:59:59Z"),
                Money.ofFen(5_900_000),
                20,
                0,
                Money.ofFen(5_900_000));
    }

    static String unit(int number) {
        return "7-2-%d0%d".formatted(number, number % 3 + 1);
    }

    static String owner(int number) {
        return "OWNER%04d".formatted(7_000 + number);
    }

    /** A fee that no other figure of the sample happens to be. */
    static long fee(int number) {
        return 20_011 + 1_003L * number * number;
    }

    static String ballot(int number) {
        return "BALLOT%03d".formatted(number);
    }

    private Resolution resolution(String motion) {
        return tally.motion(MotionId.of(motion)).resolution().orElseThrow();
    }

    private ContractTerms terms() {
        return new ContractTerms(
                "HT-2025-01",
                id,
                FIRM,
                Ratio.of(8, 100),
                RemunerationBase.FEES_RECEIVED,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 12, 31),
                7,
                5,
                TestKeys.register());
    }

    private ContractClauses clauses() {
        return new ContractClauses(
                id,
                terms().id(),
                "小区物业服务",
                List.of(
                        new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                        new Party(FIRM, Role.TRUSTEE),
                        new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                ContractClauses.OWNERS_NOTICE_DAYS,
                ContractClauses.FIRM_NOTICE_DAYS,
                30);
    }

    private DraftBudget draftBudget() {
        return new DraftBudget(
                id,
                2025,
                List.of(
                        new BudgetLine(
                                "SF-01", "电梯维保", FundClass.SERVICE_FUND, Money.ofFen(1_000_000)),
                        new BudgetLine(
                                "PI-01", "绿化", FundClass.PUBLIC_INCOME, Money.ofFen(300_000))));
    }

    private Meeting meeting() {
        return new Meeting(
                MeetingId.of("2024-OM-01"),
                id,
                RECORD_DATE,
                LocalDate.of(2024, 12, 1),
                Instant.parse("2024-12-18T01:00:00Z"),
                Instant.parse("2024-12-26T10:00:00Z"),
                List.of(
                        new Motion(
                                MotionId.of("M1"),
                                Matter.MANAGER_APPOINTMENT,
                                "选聘信和物业",
                                List.of(terms().document(), clauses().document())),
                        new Motion(
                                MotionId.of("M2"),
                                Matter.OTHER_MAJOR_MATTER,
                                "2025年度预算",
                                List.of(draftBudget().document(), policy.document())),
                        new Motion(MotionId.of("M3"), Matter.COMMON_PARTS_USE, "外墙广告")));
    }

    static Roster roster() {
        return roster(ID);
    }

    private static Roster roster(CommunityId id) {
        List<Unit> units = new ArrayList<>();
        for (int i = 1; i <= UNITS; i++) {
            units.add(
                    new Unit(
                            UnitId.of(unit(i)),
                            "7号楼",
                            UnitUse.RESIDENTIAL,
                            FloorArea.parse("89.5" + i % 10),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(Set.of(PersonId.of(owner(i))))));
        }
        return accept(Roster.of(id, RECORD_DATE, PersonId.of("DEVELOPER9"), units));
    }

    private static List<Ballot> ballots() {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            ballots.add(ballot(i, i == 10 ? Signature.MISSING : Signature.SIGNED));
        }
        return ballots;
    }

    private static Ballot ballot(int number, Signature signature) {
        Set<Choice> third = Set.of(number % 2 == 0 ? Choice.FOR : Choice.AGAINST);
        return new Ballot(
                BallotId.of(ballot(number)),
                UnitId.of(unit(number)),
                PersonId.of(owner(number)),
                Channel.PAPER,
                Instant.parse("2024-12-20T02:00:00Z").plusSeconds(number),
                signature,
                new TreeMap<>(
                        Map.of(
                                MotionId.of("M1"),
                                Set.of(Choice.FOR),
                                MotionId.of("M2"),
                                Set.of(Choice.FOR),
                                MotionId.of("M3"),
                                third)));
    }

    static <T> T accept(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A host's papers, one of them changed by other hands. */
    private static final class Papers implements DocumentSource {

        @Override
        public Optional<ServiceReport> report(String number) {
            return number.equals(REPORT)
                    ? Optional.of(
                            new ServiceReport(
                                    REPORT,
                                    Instant.parse("2025-01-02T03:04:05.006Z"),
                                    "7号楼",
                                    "电梯",
                                    "钢丝绳磨损"))
                    : Optional.empty();
        }

        @Override
        public Optional<VoucherFile> voucher(Hash sha256) {
            return sha256.equals(INVOICE_HASH) || sha256.equals(TAMPERED)
                    ? Optional.of(INVOICE)
                    : Optional.empty();
        }

        @Override
        public Optional<BankTransfer> transfer(String disbursement) {
            return disbursement.equals(PAID)
                    ? Optional.of(
                            new BankTransfer("BK-E0001", Instant.parse("2025-01-05T02:04:00Z")))
                    : Optional.empty();
        }
    }
}
