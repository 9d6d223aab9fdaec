package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.tck.TrialEvent;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A community with several different rows in every table, kept in two parts. */
final class TamperSample {

    private static final LocalDate NEXT_ROSTER = LocalDate.of(2025, 11, 30);
    private static final Instant OPENS = Instant.parse("2025-12-20T01:00:00.000003Z");

    private final JdbcStores stores;
    private final SampleBook book;

    private TamperSample(JdbcStores stores) {
        this.stores = stores;
        this.book = new SampleBook(Samples.COMMUNITY, stores.books());
    }

    /** Six bills, what they brought, a batch of each; and one of everything else. */
    static TamperSample first(JdbcStores stores) {
        TamperSample sample = new TamperSample(stores);
        sample.households("a", SampleBook.MOMENT);
        accepted(
                sample.book
                        .book()
                        .closeAccount(SampleBook.PARKING, SampleBook.DAY, SampleBook.MOMENT));
        accepted(
                sample.book
                        .book()
                        .close(LocalDate.of(2024, 12, 31), SampleBook.MOMENT, SampleBook.DAY));
        Samples.keepOneOfEach(stores);
        return sample;
    }

    private void post(EntryDraft draft) {
        accepted(book.post(draft));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private void households(String prefix, Instant at) {
        for (int i = 0; i < 6; i++) {
            String name = prefix + i;
            post(SampleBook.bill("b" + name, "u" + name, 100 + i));
            post(SampleBook.feeReceipt("f" + name, "u" + name, 100 + i).narrative("收 " + i));
        }
        accepted(book.book().publishBatch(EntryKind.BILL, 5, at, SampleBook.DAY));
        accepted(book.book().publishBatch(EntryKind.FEE_RECEIPT, 5, at, SampleBook.DAY));
    }

    /** More of everything. */
    void more() {
        Instant later = SampleBook.MOMENT.plusSeconds(60);
        households("c", later);
        post(SampleBook.opening("open", 5));
        for (String text : List.of("fa1", "open")) {
            Samples.erase(stores, EntryId.of(text));
        }
        EntryDraft mistaken = SampleBook.bill("r1", "u1", 7);
        post(mistaken);
        post(
                SampleBook.bill("r2", "u1", 7)
                        .postings(mistaken.postings().stream().map(Posting::reversed).toList())
                        .reversing(EntryId.of("r1")));
        accepted(
                book.book()
                        .openAccount(
                                new Account(
                                        AccountCode.of("service.expense.SF-09"),
                                        "消杀费",
                                        "Pest control",
                                        FundClass.SERVICE_FUND,
                                        AccountType.EXPENSE),
                                SampleBook.DAY.plusDays(1),
                                later));
        accepted(book.book().close(LocalDate.of(2025, 1, 31), later, SampleBook.DAY));
        money();
        votes();
        stores.checkpoints()
                .append(Samples.checkpoint(Samples.head(stores), Samples.NOW.plusSeconds(9)));
    }

    private void money() {
        stores.contracts()
                .save(
                        new ContractTerms(
                                "HT-2",
                                Samples.COMMUNITY,
                                PersonId.of("other-firm"),
                                Ratio.of(3, 50),
                                RemunerationBase.FEES_RECEIVABLE,
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2028, 12, 31),
                                9,
                                6,
                                new KeyRegister(TestKeys.register().credentials())));
        stores.budgets().save(Samples.budget(2026, 700));
        Instant at = Samples.NOW.plusSeconds(5);
        Disbursement sent = DisbursementStoreContract.sent(Samples.COMMUNITY, "E3", at);
        stores.disbursements().insert(sent);
        List<Step> both = new ArrayList<>(sent.steps());
        both.add(
                new Step(
                        Disbursement.Status.FAILED,
                        at.plusSeconds(60),
                        new SourceDocument("return", "TH-1")));
        stores.disbursements()
                .advance(
                        sent,
                        new Disbursement(
                                sent.request(),
                                sent.approvals(),
                                Disbursement.Status.FAILED,
                                both));
        stores.disbursements().insert(Samples.disbursement("E4", at));
        stores.fundFigures()
                .handIn(
                        new FundFigures(
                                Samples.COMMUNITY,
                                LocalDate.of(2026, 12, 31),
                                "CNY",
                                new TreeMap<>(Map.of("feesReceived", 2L, "feesDue", 3L))));
        for (String stream : List.of("T-1", "T-2")) {
            long version = stream.equals("T-1") ? 1 : 0;
            stores.withOutbox()
                    .events(TrialEvent.CODEC)
                    .append(
                            new Append(
                                    new StreamName(Samples.COMMUNITY, "trial", stream),
                                    CommandId.of("C-2" + stream),
                                    version,
                                    List.of(
                                            new TrialEvent.Said(
                                                    Samples.COMMUNITY,
                                                    SampleBook.MOMENT,
                                                    "已修 " + stream))));
        }
    }

    private void votes() {
        Roster roster = roster();
        accepted(stores.rosters().freeze(roster));
        Meeting meeting =
                new Meeting(
                        MeetingId.of("2025-OM-02"),
                        Samples.COMMUNITY,
                        NEXT_ROSTER,
                        LocalDate.of(2025, 12, 2),
                        OPENS,
                        Instant.parse("2025-12-26T10:00:00.000004Z"),
                        List.of(
                                new Motion(
                                        MotionId.of("N1"),
                                        Matter.MANAGER_APPOINTMENT,
                                        "续聘物业",
                                        List.of(
                                                new Motion.Document("1".repeat(64)),
                                                new Motion.Document("2".repeat(64)))),
                                new Motion(MotionId.of("N2"), Matter.OTHER_MAJOR_MATTER, "其他")));
        accepted(stores.meetings().record(meeting));
        List<Ballot> ballots =
                List.of(
                        ballot("W1", "2-1-101", "Q1", new Mandate.Own(), Channel.PAPER, 1),
                        ballot(
                                "W2",
                                "2-1-102",
                                "Q4",
                                new Mandate.Proxy(
                                        PersonId.of("Q2"),
                                        LocalDate.of(2025, 12, 21),
                                        LocalDate.of(2025, 12, 25),
                                        new TreeMap<>(
                                                Map.of(
                                                        MotionId.of("N1"),
                                                        Choice.AGAINST,
                                                        MotionId.of("N2"),
                                                        Choice.FOR))),
                                Channel.ONLINE,
                                2));
        for (Ballot ballot : ballots) {
            accepted(stores.meetings().add(Samples.COMMUNITY, meeting.id(), ballot));
        }
        stores.meetings()
                .add(
                        Samples.COMMUNITY,
                        meeting.id(),
                        new Withdrawal(PersonId.of("Q2"), PersonId.of("Q4"), OPENS.plusSeconds(3)));
        for (String unit : List.of("2-1-101", "2-1-102")) {
            stores.meetings()
                    .add(
                            Samples.COMMUNITY,
                            meeting.id(),
                            new Delivery(UnitId.of(unit), Channel.ONLINE, "短信 " + unit));
            stores.meetings().notePaperRequest(Samples.COMMUNITY, meeting.id(), UnitId.of(unit));
        }
        Instant counted = meeting.closesAt().plusSeconds(1);
        accepted(stores.meetings().store(accepted(Tally.of(meeting, roster, ballots, counted))));
    }

    private static Ballot ballot(
            String id, String unit, String voter, Mandate mandate, Channel channel, long second) {
        return new Ballot(
                BallotId.of(id),
                UnitId.of(unit),
                PersonId.of(voter),
                channel,
                OPENS.plusSeconds(second).plusNanos(1_000 * second),
                channel == Channel.PAPER ? Signature.MISSING : Signature.SIGNED,
                mandate,
                new TreeMap<>(
                        Map.of(
                                MotionId.of("N1"),
                                Set.of(Choice.AGAINST),
                                MotionId.of("N2"),
                                Set.of(Choice.FOR))));
    }

    private static Roster roster() {
        Unit shared =
                new Unit(
                        UnitId.of("2-1-101"),
                        "2号楼",
                        UnitUse.RESIDENTIAL,
                        new TreeSet<>(
                                Set.of(
                                        new AreaFigure(
                                                AreaEvidence.REGISTRY, FloorArea.parse("90")),
                                        new AreaFigure(
                                                AreaEvidence.SURVEY, FloorArea.parse("91.5")))),
                        DeliveryStatus.SOLD_DELIVERED,
                        OwnerTitle.REGISTERED,
                        people("Q1", "Q3"),
                        new TreeSet<>(
                                Set.of(
                                        new OwnerShare(PersonId.of("Q1"), Ratio.of(1, 3)),
                                        new OwnerShare(PersonId.of("Q3"), Ratio.of(2, 3)))));
        Unit shop =
                new Unit(
                        UnitId.of("2-1-102"),
                        "3号楼",
                        UnitUse.COMMERCIAL,
                        FloorArea.parse("120.07"),
                        AreaEvidence.CONTRACT,
                        DeliveryStatus.SOLD_DELIVERED,
                        people("Q2"));
        Unit unsold =
                new Unit(
                        UnitId.of("2-1-103"),
                        "3号楼",
                        UnitUse.RESIDENTIAL,
                        FloorArea.parse("77"),
                        AreaEvidence.REGISTRY,
                        DeliveryStatus.UNSOLD,
                        people("B2"));
        Parties parties =
                Parties.of(PersonId.of("D2"))
                        .withUnderwritings(
                                List.of(new Underwriting(unsold.id(), PersonId.of("B2"))))
                        .withGuardianships(
                                List.of(
                                        new Guardianship(
                                                PersonId.of("Q1"),
                                                PersonId.of("Q2"),
                                                new EffectivePeriod(
                                                        NEXT_ROSTER, NEXT_ROSTER.plusDays(900)))))
                        .withDeceased(List.of(PersonId.of("Q3")));
        return Roster.of(Samples.COMMUNITY, NEXT_ROSTER, parties, List.of(shared, shop, unsold))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static SortedSet<PersonId> people(String... names) {
        return new TreeSet<>(Stream.of(names).map(PersonId::of).toList());
    }
}
