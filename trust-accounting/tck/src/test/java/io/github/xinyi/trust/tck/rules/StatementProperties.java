package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Guards L1, L4 and T5 for statements, over arbitrary books and bases. */
class StatementProperties {

    private static final CommunityId ID = CommunityId.of("liuyuan");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** One step of a book: what, of which unit, how many days later, how much. */
    record Step(int what, int unit, int day, long fen) {}

    /** A basis: first day, length in days, how much of the log in eighths. */
    record Asked(int from, int days, int eighths) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.longs().between(1, 5_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Combinators.combine(
                        Arbitraries.integers().between(-5, 125),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 8))
                .as(Asked::new);
    }

    /** What a book refuses of the steps is left out. */
    private static SampleBook book(List<Step> steps) {
        SampleBook sample = new SampleBook(ID, new InMemoryBookStore());
        List<Entry> posted = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Instant at = SampleBook.MOMENT.plusSeconds(60L * i);
            play(sample, posted, steps.get(i), "e" + i, at);
        }
        return sample;
    }

    /** A cost that one class owes another. */
    private static List<Posting> dues(Money fen) {
        return List.of(
                Posting.debit(SampleBook.CLEANING, fen),
                Posting.credit(SampleBook.DUE_TO_PUBLIC, fen),
                Posting.debit(SampleBook.PUBLIC_DUE_FROM_SERVICE, fen),
                Posting.credit(SampleBook.PARKING, fen));
    }

    private static void play(
            SampleBook sample, List<Entry> posted, Step step, String id, Instant at) {
        LocalDate day = FIRST.plusDays(step.day());
        String unit = "7-2-10" + step.unit();
        EntryDraft draft =
                switch (step.what()) {
                    case 0, 1 -> SampleBook.bill(id, unit, step.fen());
                    case 2, 3 -> SampleBook.feeReceipt(id, unit, step.fen());
                    case 4 -> SampleBook.opening(id, step.fen());
                    case 5 -> SampleBook.parking(id, step.fen());
                    case 6 ->
                            SampleBook.draft(id, EntryKind.OPENING, day)
                                    .postings(dues(Money.ofFen(step.fen())));
                    case 7 -> {
                        sample.book().publishBatch(EntryKind.BILL, 5, at, day);
                        yield SampleBook.opening(id, step.fen());
                    }
                    case 8 -> {
                        sample.book().publishBatch(EntryKind.FEE_RECEIPT, 5, at, day);
                        yield SampleBook.parking(id, step.fen());
                    }
                    default ->
                            posted.isEmpty()
                                    ? SampleBook.parking(id, step.fen())
                                    : EntryDraft.reversalOf(
                                                    posted.get(step.unit() % posted.size()),
                                                    EntryId.of(id),
                                                    day,
                                                    SampleBook.salt(id))
                                            .source(SourceDocument.bankLine("back-" + id));
                };
        EntryDraft dated =
                draft.reverses().isPresent()
                        ? draft
                        : EntryDraft.of(draft.id(), draft.kind(), day, draft.source(), draft.salt())
                                .visibility(draft.visibility())
                                .postings(draft.postings());
        if (sample.book().post(dated, at).isAccepted() && dated.reverses().isEmpty()) {
            posted.add(entry(sample, dated));
        }
    }

    private static Entry entry(SampleBook sample, EntryDraft draft) {
        return sample.book().read(reader -> reader.entry(draft.id()).orElseThrow().entry());
    }

    private static StatementBasis basis(BookReader reader, Asked asked, StatementView view) {
        LocalDate from = FIRST.plusDays(asked.from());
        return new StatementBasis(
                ID,
                from,
                from.plusDays(asked.days()),
                reader.frontier().size() * asked.eighths() / 8,
                view);
    }

    private static LedgerExtract extract(SampleBook sample, Asked asked, StatementView view) {
        return sample.book()
                .read(
                        reader ->
                                LedgerExtract.of(
                                        SampleBook.chart(), reader, basis(reader, asked, view)));
    }

    private static List<Statement> statements(LedgerExtract extract) {
        return List.of(
                IncomeAndExpense.of(extract),
                BalanceSheet.of(extract),
                CollectionStatement.of(extract),
                PublicIncomeStatement.of(extract));
    }

    @Property(tries = 150)
    void everyNumberIsTheSumOfThePostingsItNames(
            @ForAll("steps") List<Step> steps, @ForAll("asked") Asked asked) {
        SampleBook sample = book(steps);
        List<LogRecord> log = sample.book().read(reader -> reader.records(0, 1_000));
        for (StatementView view : StatementView.values()) {
            LedgerExtract extract = extract(sample, asked, view);
            for (Statement statement : statements(extract)) {
                assertThat(statement.lines())
                        .extracting(StatementLine::code)
                        .doesNotHaveDuplicates();
                for (StatementLine line : statement.lines()) {
                    assertThat(line.relation()).isEqualTo(StatementLine.Relation.SUM);
                    assertThat(line.amount()).isEqualTo(sum(line.figure()));
                    line.figure().parts().forEach(part -> assertIsOf(log, part, extract.basis()));
                }
            }
        }
    }

    private static Money sum(Figure figure) {
        return figure.parts().stream().map(Figure.Part::amount).reduce(Money.ofFen(0), Money::plus);
    }

    private static void assertIsOf(List<LogRecord> log, Figure.Part part, StatementBasis basis) {
        LogRecord record = log.get(Math.toIntExact(part.index()));
        assertThat(part.index()).isLessThan(basis.logSize());
        assertThat(part.amount().minor()).isNotZero();
        String name =
                record.fold(
                        e -> e.entry().id().value(),
                        b -> b.batch().id(),
                        c -> c.close().id(),
                        a -> a.change().id(),
                        x -> x.erasure().id());
        assertThat(part.record()).isEqualTo(name);
        boolean open =
                record.fold(
                        e -> e.entry().draft().visibility().isOpen(),
                        b -> true,
                        c -> true,
                        a -> true,
                        x -> true);
        assertThat(basis.view() == StatementView.PUBLIC && !open).isFalse();
        List<Posting> postings =
                record.fold(
                        e -> e.entry().draft().postings(),
                        b -> b.batch().totals(),
                        c -> List.of(),
                        a -> List.of(),
                        x -> List.of());
        List<Long> amounts = postings.stream().map(p -> p.amount().minor()).toList();
        assertThat(amounts).contains(Math.abs(part.amount().minor()));
    }

    @Property(tries = 150)
    void everyAccountOpensMovesAndClosesAsANaiveRecountSays(
            @ForAll("steps") List<Step> steps, @ForAll("asked") Asked asked) {
        SampleBook sample = book(steps);
        LedgerExtract extract = extract(sample, asked, StatementView.INTERNAL);
        StatementBasis basis = extract.basis();
        for (Account account : SampleBook.chart().accounts()) {
            AccountCode code = account.code();
            Function<LocalDate, Money> until = day -> recount(sample, code, day, basis.logSize());
            Money before = until.apply(basis.fromInclusive().minusDays(1));
            Money after = until.apply(basis.toInclusive());
            assertThat(extract.opening(code).amount()).isEqualTo(before);
            assertThat(extract.closing(code).amount()).isEqualTo(after);
            assertThat(extract.moved(code).amount()).isEqualTo(after.minus(before));
        }
    }

    private static Money recount(SampleBook sample, AccountCode account, LocalDate day, long size) {
        Balance sum = Balance.zero(account);
        for (LogRecord record : sample.book().read(reader -> reader.records(0, 1_000))) {
            if (record.index() < size && record.asEntry().isPresent()) {
                EntryDraft draft = record.asEntry().orElseThrow().entry().draft();
                for (Posting posting : draft.postings()) {
                    if (posting.account().equals(account) && !draft.effectiveDate().isAfter(day)) {
                        sum = sum.plus(posting);
                    }
                }
            }
        }
        return sum.net();
    }

    @Property(tries = 100)
    void aStatementOfWhatWasKnownStaysWhateverIsRecordedLater(
            @ForAll("steps") List<Step> steps,
            @ForAll("steps") List<Step> later,
            @ForAll("asked") Asked asked) {
        SampleBook first = book(steps);
        SampleBook longer = book(Stream.concat(steps.stream(), later.stream()).toList());
        StatementBasis basis = first.book().read(r -> basis(r, asked, StatementView.INTERNAL));
        for (StatementView view : StatementView.values()) {
            assertThat(statements(extract(longer, basis.seenBy(view))))
                    .isEqualTo(statements(extract(first, basis.seenBy(view))));
        }
    }

    private static LedgerExtract extract(SampleBook sample, StatementBasis basis) {
        return sample.book().read(reader -> LedgerExtract.of(SampleBook.chart(), reader, basis));
    }

    @Property(tries = 100)
    void thePublicViewHasNothingThatThePublicLogHasNot(@ForAll("steps") List<Step> steps) {
        SampleBook sample = book(steps);
        Asked all = new Asked(-1, 4_000, 8);
        LedgerExtract extract = extract(sample, all, StatementView.PUBLIC);
        PublicLedger published =
                sample.book()
                        .read(
                                r ->
                                        PublicLedger.empty()
                                                .upTo(r, Instant.parse("2099-01-01T00:00:00Z")));
        Set<String> households =
                sample.book().read(reader -> reader.records(0, 1_000)).stream()
                        .flatMap(record -> record.asEntry().stream())
                        .filter(e -> !e.entry().draft().visibility().isOpen())
                        .map(e -> e.entry().id().value())
                        .collect(Collectors.toSet());

        published
                .balances(flow -> true)
                .forEach(
                        (account, balance) ->
                                assertThat(extract.closing(account).amount())
                                        .isEqualTo(balance.net()));
        for (Statement statement : statements(extract)) {
            for (StatementLine line : statement.lines()) {
                assertThat(line.figure().records()).noneMatch(households::contains);
            }
        }
        assertThat(CollectionStatement.of(extract).owed()).isEmpty();
    }

    @Property(tries = 100)
    void theLogsSizeAtAMomentIsWhatACountSays(
            @ForAll("steps") List<Step> steps, @ForAll("asked") Asked asked) {
        SampleBook sample = book(steps);
        Instant moment = SampleBook.MOMENT.plusSeconds(60L * asked.days() - 60 + asked.eighths());
        List<LogRecord> log = sample.book().read(reader -> reader.records(0, 1_000));

        long size = sample.book().read(reader -> StatementBasis.logSizeAt(reader, moment));

        assertThat(size)
                .isEqualTo(log.stream().filter(r -> !r.recordedAt().isAfter(moment)).count());
    }

    @Property(tries = 60)
    void theCollectionOfASplitPeriodIsThatOfTheWhole(
            @ForAll("steps") List<Step> steps, @ForAll("asked") Asked asked) {
        SampleBook sample = book(steps);
        LocalDate from = FIRST.plusDays(asked.from());
        LocalDate middle = from.plusDays(asked.days());
        LocalDate to = middle.plusDays(30);
        long size = sample.book().read(reader -> reader.frontier().size());
        Function<LocalDate[], CollectionStatement> of =
                days ->
                        CollectionStatement.of(
                                extract(
                                        sample,
                                        new StatementBasis(
                                                ID,
                                                days[0],
                                                days[1],
                                                size,
                                                StatementView.INTERNAL)));

        CollectionStatement one = of.apply(new LocalDate[] {from, middle});
        CollectionStatement two = of.apply(new LocalDate[] {middle.plusDays(1), to});
        CollectionStatement whole = of.apply(new LocalDate[] {from, to});

        assertThat(two.opening()).isEqualTo(one.closing());
        assertThat(one.billed().plus(two.billed())).isEqualTo(whole.billed());
        assertThat(one.received().plus(two.received())).isEqualTo(whole.received());
        assertThat(whole.owed().values().stream().reduce(Figure.none(), Figure::plus).amount())
                .isEqualTo(whole.closing().amount());
    }
}
