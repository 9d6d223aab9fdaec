package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.LedgerRule;
import java.util.EnumSet;
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
            SampleBook book =
                    new SampleBook(BookCommand.community(seed, 0), new InMemoryBookStore());
            for (BookCommand command : BookScript.draw(seed, 60)) {
                carryOut(book, command)
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
        }

        System.out.println("scripts reach " + reached);
        // Scripts are in one currency and pay only outside payees; the contract has a check of its
        // own for another currency, OutflowKindsTest has those of ways between fund classes.
        Set<LedgerRule> elsewhere =
                EnumSet.of(
                        LedgerRule.CURRENCY_OF_BOOK,
                        LedgerRule.ALONG_EDGE,
                        LedgerRule.BANK_DEBIT_SHOWN,
                        LedgerRule.BANK_LINE_DIRECTION,
                        LedgerRule.BANK_LINE_FITS,
                        LedgerRule.BANK_LINE_BEFORE_ENTRY,
                        LedgerRule.BANK_FEE_IS_COST,
                        LedgerRule.RECEIPT_STANDS,
                        LedgerRule.RECEIPT_WITH_ITS_UNIT,
                        LedgerRule.RECORDED_TWICE,
                        LedgerRule.REALLOCATION_LINKED,
                        LedgerRule.REALLOCATION_MOVES);
        for (LedgerRule rule : EnumSet.complementOf(EnumSet.copyOf(elsewhere))) {
            assertThat(reached).containsKey(rule.code().value());
        }
        assertThat(reached.getOrDefault("accepted", 0)).isGreaterThan(200);
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

    private static Outcome<?> carryOut(SampleBook book, BookCommand command) {
        if (command instanceof BookCommand.Post post) {
            return book.post(post.draft());
        }
        if (command instanceof BookCommand.Pay pay) {
            return book.book()
                    .pay(
                            TestKeys.open(pay.in(book), SampleBook.MOMENT),
                            pay.draft(),
                            SampleBook.MOMENT,
                            BookGuard.none());
        }
        if (command instanceof BookCommand.PostAll all) {
            return book.book().postAll(all.drafts(), SampleBook.MOMENT);
        }
        if (command instanceof BookCommand.Close close) {
            return book.book().close(close.through(), SampleBook.MOMENT, SampleBook.DAY);
        }
        if (command instanceof BookCommand.Publish publish) {
            return book.book()
                    .publishBatch(
                            publish.kind(), publish.minUnits(), SampleBook.MOMENT, SampleBook.DAY);
        }
        return Outcome.accepted(command);
    }
}
