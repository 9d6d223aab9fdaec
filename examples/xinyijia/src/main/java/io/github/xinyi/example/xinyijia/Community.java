package io.github.xinyi.example.xinyijia;

import io.github.xinyi.example.xinyijia.statement.StatementYear;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.journal.TrustTexts;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import io.github.xinyi.trust.reconciliation.BankStatement;
import io.github.xinyi.trust.reconciliation.MatchStatus;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.statement.StatementView;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** The sample community as it is once the year has happened. */
final class Community {

    private static final Instant DRILL_AT =
            LocalDate.of(SampleCommunity.YEAR, 1, 10)
                    .atTime(10, 0)
                    .atZone(SampleCommunity.ZONE)
                    .toInstant();
    private static final Instant YEAR_END =
            LocalDate.of(SampleCommunity.YEAR, 12, 31)
                    .atTime(23, 59, 59)
                    .atZone(SampleCommunity.ZONE)
                    .toInstant();

    private final SampleFiles files;
    private final JdbcStores stores;
    private final Decisions decisions;
    private final TrustOffice office;
    private final TransparencyLog log;
    private final BankStatement statement;

    private Community(
            SampleFiles files,
            JdbcStores stores,
            Decisions decisions,
            TrustOffice office,
            TransparencyLog log,
            BankStatement statement) {
        this.files = files;
        this.stores = stores;
        this.decisions = decisions;
        this.office = office;
        this.log = log;
        this.statement = statement;
    }

    /**
     * Imports what the database lacks, lets the year happen if it has not, and checks the result.
     */
    static Community open(JdbcStores stores, Path keys, PrintStream out) {
        return open(new SampleFiles("anheyuan"), stores, keys, out);
    }

    static Community open(SampleFiles files, JdbcStores stores, Path keys, PrintStream out) {
        SampleCommunity sample = SampleCommunity.from(files.json("community.json"));
        Secrets secrets = new Secrets(keys);
        if (yearIsOver(sample, stores)) {
            Community community = wired(sample, files, stores, secrets);
            community.printVerdicts(out);
            community.year().close();
            community.office.destroyDemoKeys();
            out.println("The year is in the database already; nothing is imported again.");
            return community;
        }
        SampleImport read = Refused.orThrow(SampleImport.read(sample, files));
        rehearse(sample, files, read, secrets);
        store(sample, read, stores, secrets);
        Community community = wired(sample, files, stores, secrets);
        community.printVerdicts(out);
        community.replay(read, out);
        community.office.destroyDemoKeys();
        return community;
    }

    /**
     * Lets the whole year happen in memory first: what any rule refuses on any day is told before a
     * word is written to the file.
     */
    private static void rehearse(
            SampleCommunity sample, SampleFiles files, SampleImport read, Secrets secrets) {
        JdbcConnectionPool memory =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:rehearsal-" + System.identityHashCode(read), "sa", "");
        try {
            JdbcStores stores = JdbcStores.on(memory).migrate();
            store(sample, read, stores, secrets);
            wired(sample, files, stores, secrets)
                    .replay(read, new PrintStream(OutputStream.nullOutputStream()));
        } finally {
            memory.dispose();
        }
    }

    private static void store(
            SampleCommunity sample, SampleImport read, JdbcStores stores, Secrets secrets) {
        ContractTerms terms = TrustOffice.terms(sample, read, secrets);
        Decisions.store(sample, read, terms, stores.rosters(), stores.meetings());
        TrustOffice.store(terms, read, stores.contracts(), stores.budgets());
    }

    private static Community wired(
            SampleCommunity sample, SampleFiles files, JdbcStores stores, Secrets secrets) {
        Decisions decisions = Decisions.of(sample, stores.rosters(), stores.meetings());
        TrustOffice office =
                TrustOffice.open(
                        sample,
                        decisions,
                        stores.contracts(),
                        stores.budgets(),
                        stores.books(),
                        stores.events(TrustEvents.codec()),
                        stores.disbursements(),
                        secrets);
        TransparencyLog log =
                new TransparencyLog(
                        sample.id(),
                        stores.books(),
                        stores.checkpoints(),
                        secrets.checkpointSigner("xinyi.example/" + sample.id()));
        BankStatement statement = Refused.orThrow(SampleImport.statement(files));
        return new Community(files, stores, decisions, office, log, statement);
    }

    private void printVerdicts(PrintStream out) {
        RuleTexts texts = TrustTexts.in(Language.ZH_CN);
        for (MotionResult motion : decisions.result().motions()) {
            out.println();
            out.println(
                    motion.motion().id() + " " + motion.motion().title() + ": " + motion.result());
            out.println(texts.render(motion.ruling()));
        }
        out.println();
    }

    private static boolean yearIsOver(SampleCommunity sample, JdbcStores stores) {
        return stores.checkpoints()
                .latest(sample.id())
                .filter(last -> !last.publishedAt().isBefore(YEAR_END))
                .isPresent();
    }

    private void replay(SampleImport files, PrintStream out) {
        Instant start = Instant.now();
        YearReplay replay =
                new YearReplay(files, office, log, stores.checkpoints())
                        .prepare(DRILL_AT, () -> drill(out));
        replay.run(
                month ->
                        out.printf(
                                "%tY-%<tm replayed, %d records in the log%n",
                                month, office.book().read(book -> book.frontier().size())));
        year().close();
        out.printf("The year took %d s.%n", Duration.between(start, Instant.now()).toSeconds());
    }

    private void drill(PrintStream out) {
        out.println("Payments that must not be possible:");
        new Drill(office, DRILL_AT)
                .run()
                .forEach(r -> out.println("  " + r.attempt() + "\n    " + r.because()));
    }

    /**
     * Compares the community with totals computed elsewhere, and the database with itself.
     *
     * @throws IllegalStateException if a figure differs or a record was changed
     */
    void check(PrintStream out) {
        stores.verify(office.community().id())
                .ifPresent(
                        fault -> {
                            throw new IllegalStateException("the database was changed: " + fault);
                        });
        List<SelfCheck.Figure> figures =
                new SelfCheck(files.json("expected.json")).figures(decisions, office, statement);
        List<SelfCheck.Figure> wrong = figures.stream().filter(f -> !f.agrees()).toList();
        wrong.forEach(f -> out.println("✘ " + f));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong.size() + " figures differ");
        }
        if (reconciliation().status() != MatchStatus.MATCHED) {
            throw new IllegalStateException("bank and book differ: " + reconciliation());
        }
        List<FundFigures> handed = fundReport().handIn(stores.fundFigures());
        out.printf("Funds of %d month ends are handed in to the district.%n", handed.size());
        out.printf(
                "Self-check passed: %d figures agree, %d bank lines matched, every record"
                        + " re-hashed.%n",
                figures.size(), reconciliation().matchedLines());
        out.printf(
                "The year is closed through %s; its report has %d lines:"
                        + " /reports/anheyuan/annual-report.csv%n",
                YearClosing.LAST_DAY, year().report(StatementView.PUBLIC).lines().size());
    }

    /** The end of the year, and what it came to. */
    YearClosing year() {
        return new YearClosing(office, log, stores.checkpoints());
    }

    /** The statements of the year, of any of its months. */
    StatementYear statements(Clock clock) {
        return new StatementYear(office.trusteeship(), office.budget(), clock);
    }

    FundReport fundReport() {
        return new FundReport(office.community().id(), office.book(), stores.checkpoints());
    }

    BankReconciliation reconciliation() {
        return office.book().read(book -> SelfCheck.reconcile(book, statement));
    }

    SampleFiles files() {
        return files;
    }

    Decisions decisions() {
        return decisions;
    }

    TrustOffice office() {
        return office;
    }

    TransparencyLog log() {
        return log;
    }

    JdbcStores stores() {
        return stores;
    }

    BankStatement statement() {
        return statement;
    }
}
