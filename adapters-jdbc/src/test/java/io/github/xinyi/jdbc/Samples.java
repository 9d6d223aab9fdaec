package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.tck.TrialEvent;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.ErasureRequest;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One of everything that is kept. */
final class Samples {

    static final CommunityId COMMUNITY = CommunityId.of("安和苑");
    static final int BILLS = 25;

    /** How many records {@link #fill} makes. */
    static final int RECORDS = 2 * BILLS + 4;

    static final Instant NOW = Instant.parse("2025-03-01T02:00:00.123456789Z");

    private Samples() {}

    static ContractTerms terms(String id, int percent) {
        return new ContractTerms(
                id,
                COMMUNITY,
                PersonId.of("firm"),
                Ratio.of(percent, 100),
                RemunerationBase.FEES_RECEIVED,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 12, 31),
                7,
                5,
                TestKeys.register());
    }

    static DraftBudget budget(int year, long fen) {
        return new DraftBudget(
                COMMUNITY,
                year,
                List.of(
                        new BudgetLine("SF-02", "绿化", FundClass.SERVICE_FUND, Money.ofFen(fen)),
                        new BudgetLine("SF-01", "保洁", FundClass.SERVICE_FUND, Money.ofFen(0))));
    }

    static Disbursement disbursement(String id, Instant requestedAt) {
        Hash file = Hash.of(new CanonicalBytes("test").text(id).sha256());
        Voucher voucher =
                new Voucher(
                        "发票-" + id,
                        Voucher.Kind.INVOICE,
                        LocalDate.of(2025, 2, 28),
                        Money.ofFen(100),
                        file);
        OutflowOrder order =
                new OutflowOrder(
                        COMMUNITY,
                        id,
                        OutflowKind.PAYMENT,
                        PersonId.of("cleaner"),
                        Money.ofFen(100),
                        "三月保洁",
                        "SF-01",
                        List.of(voucher.digest()),
                        TestKeys.STEWARD,
                        "HT-1",
                        NOW.plusSeconds(86_400));
        return new Disbursement(
                new PaymentRequest(
                        order.naming("某保洁公司"), "某保洁公司", "R-1", List.of(voucher), requestedAt),
                List.of(),
                Disbursement.Status.REQUESTED);
    }

    static Roster roster() {
        LocalDate date = LocalDate.of(2024, 11, 30);
        Unit sold = unit("1-1-101", DeliveryStatus.SOLD_DELIVERED, "P1", "P2", "P3");
        Unit unsold = unit("1-1-102", DeliveryStatus.UNSOLD, "B1");
        Parties parties =
                Parties.of(PersonId.of("D"))
                        .withUnderwritings(
                                List.of(new Underwriting(unsold.id(), PersonId.of("B1"))))
                        .withGuardianships(
                                List.of(
                                        new Guardianship(
                                                PersonId.of("P1"),
                                                PersonId.of("P2"),
                                                EffectivePeriod.from(date))))
                        .withDeceased(List.of(PersonId.of("P3")));
        return Roster.of(COMMUNITY, date, parties, List.of(sold, unsold))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Unit unit(String id, DeliveryStatus status, String... owners) {
        return new Unit(
                UnitId.of(id),
                "1号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.parse("89.42"),
                AreaEvidence.REGISTRY,
                status,
                new TreeSet<>(Stream.of(owners).map(PersonId::of).toList()));
    }

    static Meeting meeting() {
        return new Meeting(
                MeetingId.of("2024-OM-01"),
                COMMUNITY,
                LocalDate.of(2024, 11, 30),
                LocalDate.of(2024, 12, 1),
                Instant.parse("2024-12-20T01:00:00.000001Z"),
                Instant.parse("2024-12-26T10:00:00Z"),
                List.of(
                        new Motion(
                                MotionId.of("M1"),
                                Matter.MANAGER_APPOINTMENT,
                                "选聘物业",
                                List.of(new Motion.Document("0".repeat(64))))));
    }

    static Ballot ballot() {
        return new Ballot(
                BallotId.of("V1"),
                UnitId.of("1-1-101"),
                PersonId.of("P3"),
                Channel.ON_SITE,
                Instant.parse("2024-12-20T01:00:00.000002Z"),
                Signature.SIGNED,
                new Mandate.Proxy(
                        PersonId.of("P2"),
                        LocalDate.of(2024, 12, 20),
                        LocalDate.of(2024, 12, 26),
                        new TreeMap<>(Map.of(MotionId.of("M1"), Choice.FOR))),
                new TreeMap<>(Map.of(MotionId.of("M1"), Set.of(Choice.FOR))));
    }

    static Append said() {
        Instant at = Instant.parse("2025-03-01T02:00:00.000001Z");
        return new Append(
                new StreamName(COMMUNITY, "trial", "T-1"),
                CommandId.of("C-1"),
                0,
                List.of(new TrialEvent.Said(COMMUNITY, at, "三号楼漏水")));
    }

    /** Keeps one of everything but what {@link #fill} keeps. */
    static void keepOneOfEach(JdbcStores stores) {
        EntryId first =
                stores.books()
                        .read(COMMUNITY, book -> book.records(0, 1).get(0).asEntry().orElseThrow())
                        .entry()
                        .id();
        erase(stores, first);
        stores.checkpoints().append(checkpoint(head(stores), NOW));
        stores.contracts().save(terms("HT-1", 8));
        stores.budgets().save(budget(2025, 100));
        Disbursement requested = disbursement("E1", NOW);
        stores.disbursements().insert(requested);
        stores.disbursements().advance(requested, approved(requested));
        Disbursement sent = DisbursementStoreContract.sent(COMMUNITY, "E2", NOW);
        stores.disbursements().insertBeside(sent, List.of(requested));
        stores.rosters().freeze(roster());
        stores.withOutbox().events(TrialEvent.CODEC).append(said());
        stores.meetings().record(meeting());
        stores.meetings().add(COMMUNITY, meeting().id(), ballot());
        stores.fundFigures()
                .handIn(
                        new FundFigures(
                                COMMUNITY,
                                LocalDate.of(2025, 12, 31),
                                "CNY",
                                new TreeMap<>(Map.of("feesReceived", 1L))));
        stores.meetings()
                .add(
                        COMMUNITY,
                        meeting().id(),
                        new Withdrawal(PersonId.of("P1"), PersonId.of("P2"), meeting().opensAt()));
        stores.meetings()
                .add(
                        COMMUNITY,
                        meeting().id(),
                        new Delivery(ballot().unit(), Channel.PAPER, "签收单1"));
        stores.meetings().notePaperRequest(COMMUNITY, meeting().id(), ballot().unit());
        stores.meetings()
                .store(
                        Tally.of(meeting(), roster(), List.of(ballot()), NOW)
                                .orElseThrow(
                                        ruling -> new IllegalStateException(ruling.toString())));
    }

    /** A record that was kept before there was a docket, taken into it. */
    static DocketAdoption adoptOne(TestDatabase database) throws SQLException {
        database.execute("INSERT INTO xy_budget (community, budget_year) VALUES ('安和苑', 1999)");
        return database.stores().adoptIntoDocket(COMMUNITY, LocalDate.of(2025, 3, 2));
    }

    static Erasure erase(JdbcStores stores, EntryId entry) {
        ErasureRequest request =
                new ErasureRequest(
                        entry,
                        ErasureGround.CONSENT_WITHDRAWN,
                        PersonId.of("director"),
                        SampleBook.DAY,
                        SampleBook.salt("erasure of " + entry));
        return new SampleBook(COMMUNITY, stores.books())
                .book()
                .erase(request, SampleBook.MOMENT, SampleBook.DAY.plusDays(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    static Disbursement approved(Disbursement requested) {
        return new Disbursement(
                requested.request(),
                List.of(
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), requested.request().order(), NOW)),
                Disbursement.Status.REQUESTED);
    }

    static PublishedCheckpoint checkpoint(TreeHead head, Instant at) {
        return new PublishedCheckpoint(COMMUNITY, head, at, "note of " + at + "\n");
    }

    /** A book with 25 bills, the cash they brought, and a batch of each. */
    static SampleBook fill(JdbcStores stores) {
        SampleBook sample = new SampleBook(COMMUNITY, stores.books());
        for (int i = 0; i < BILLS; i++) {
            sample.post(SampleBook.bill("b" + i, "u" + i, 100 + i));
            sample.post(SampleBook.feeReceipt("f" + i, "u" + i, 100 + i));
        }
        sample.book().publishBatch(EntryKind.BILL, 5, SampleBook.MOMENT, SampleBook.DAY);
        sample.book().publishBatch(EntryKind.FEE_RECEIPT, 5, SampleBook.MOMENT, SampleBook.DAY);
        sample.book().closeAccount(SampleBook.PARKING, SampleBook.DAY, SampleBook.MOMENT);
        LocalDate lastYear = LocalDate.of(SampleBook.DAY.getYear() - 1, 12, 31);
        sample.book().close(lastYear, SampleBook.MOMENT, SampleBook.DAY);
        return sample;
    }

    static TreeHead head(JdbcStores stores) {
        return stores.books().read(COMMUNITY, reader -> reader.frontier().head());
    }
}
