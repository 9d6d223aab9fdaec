package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.SourceDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The scripts are worth running: they reach every rule, and a failure can be repeated. */
class BookScriptTest {

    @Test
    void aSeedAlwaysDrawsTheSameScript() {
        assertThat(BookScript.draw(7, 60).toString())
                .isEqualTo(BookScript.draw(7, 60).toString())
                .isNotEqualTo(BookScript.draw(8, 60).toString());
    }

    @Test
    void theScriptsOfTheContractReachEveryRuleAndAcceptMostEntries() {
        Map<String, Integer> reached = new TreeMap<>();
        for (long seed = 1; seed <= 12; seed++) {
            BookStore store = new InMemoryBookStore();
            SampleBook book = new SampleBook(BookCommand.community(seed, 0), store);
            for (BookCommand command : BookScript.draw(seed, 80)) {
                carryOut(book, store, command)
                        .fold(
                                value -> reached.merge("accepted", 1, Integer::sum),
                                ruling -> {
                                    ruling.notMet().stream()
                                            .map(finding -> finding.rule().value())
                                            .distinct()
                                            .forEach(code -> reached.merge(code, 1, Integer::sum));
                                    return 0;
                                });
            }
            store.read(book.book().id(), BookReading::allRecords)
                    .forEach(record -> reached.merge(sort(record), 1, Integer::sum));
        }

        System.out.println("scripts reach " + reached);
        assertThat(reached)
                .containsKeys(
                        "BATCH",
                        "CLOSE",
                        "OPENED",
                        "CLOSED",
                        "BANK_FEE",
                        "SHORTFALL",
                        "REALLOCATION",
                        "REMUNERATION_ACCRUAL",
                        "REMUNERATION_REPAYMENT",
                        "ERASURE",
                        "returned",
                        "twice",
                        "imported");
        // Scripts are in one currency and pay only outside payees; the contract has a check of its
        // own for another currency and for a cost that is passed; OutflowKindsTest has those of
        // ways between fund classes and of
        // what goes back to households, and BookBoundsTest opens a thousand accounts.
        Set<LedgerRule> elsewhere =
                EnumSet.of(
                        LedgerRule.CURRENCY_OF_BOOK,
                        LedgerRule.COST_TAKEN_BACK,
                        LedgerRule.ALONG_EDGE,
                        LedgerRule.REFUND_WITHIN_OWED,
                        LedgerRule.ACCOUNTS_BOUNDED);
        for (LedgerRule rule : EnumSet.complementOf(EnumSet.copyOf(elsewhere))) {
            assertThat(reached).containsKey(rule.code().value());
        }
        assertThat(reached.getOrDefault("accepted", 0)).isGreaterThan(200);
    }

    private static String sort(LogRecord record) {
        return record.fold(
                BookScriptTest::sortOfEntry,
                batch -> "BATCH",
                close -> "CLOSE",
                account -> account.change().kind().name(),
                erasure -> "ERASURE");
    }

    private static String sortOfEntry(LogRecord.OfEntry record) {
        EntryDraft draft = record.entry().draft();
        if (draft.reverses().isPresent()) {
            String id = draft.id().value();
            return id.startsWith("bank/") ? "returned" : id.startsWith("twice/") ? "twice" : "r";
        }
        return draft.source().type().equals(SourceDocument.IMPORTED)
                ? "imported"
                : draft.kind().name();
    }

    @Test
    void everyRefusalNamesItsRulesInTheOrderOfTheirPrecedence() {
        int several = 0;
        for (long seed = 1; seed <= 12; seed++) {
            BookStore store = new InMemoryBookStore();
            SampleBook book = new SampleBook(BookCommand.community(seed, 1), store);
            for (BookCommand command : BookScript.draw(seed, 80)) {
                List<LedgerRule> ranks =
                        carryOut(book, store, command).fold(v -> List.of(), this::ranks);
                assertThat(ranks).as("%s", command).isSorted();
                several += ranks.size() > 1 ? 1 : 0;
            }
        }

        assertThat(several).isGreaterThan(50);
    }

    private List<LedgerRule> ranks(Ruling ruling) {
        return ruling.findings().stream()
                .map(finding -> (LedgerRule) ((RuleCheck) finding).checked())
                .toList();
    }

    @Test
    void aFailureNamesItsSeedAndAShorterScript() {
        BookStore sound = new InMemoryBookStore();
        BookStore broken =
                new BookStore() {
                    @Override
                    public <T> T write(CommunityId book, Function<BookSession, T> work) {
                        return sound.write(book, work);
                    }

                    @Override
                    public <T> T read(CommunityId book, Function<BookReader, T> work) {
                        return sound.read(book, reader -> work.apply(wrong(reader)));
                    }

                    private AskedBook wrong(BookReader reader) {
                        return new AskedBook(reader) {
                            @Override
                            public Balance balance(AccountCode account) {
                                return Balance.zero(account);
                            }
                        };
                    }
                };

        assertThatThrownBy(() -> BookRun.of(broken, 3, 40))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed 3, shortest script:\n  ")
                .satisfies(
                        failure ->
                                assertThat(String.valueOf(failure.getMessage()).lines())
                                        .filteredOn(line -> line.startsWith("  p"))
                                        .hasSizeLessThan(4));
    }

    private static Outcome<?> carryOut(SampleBook book, BookStore store, BookCommand command) {
        if (command instanceof BookCommand.PostEach each) {
            return book.book().postEach(each.drafts(), SampleBook.MOMENT).get(0);
        }
        return command instanceof BookCommand.Fail
                ? Outcome.accepted(command)
                : new BookExecution(store, book).outcome(command);
    }
}
