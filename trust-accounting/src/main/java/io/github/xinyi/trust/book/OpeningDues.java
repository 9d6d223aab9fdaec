package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What classes owed one another when a book was taken over: it comes in before the book has an
 * entry of its own. Later a debt arises by the rule of its kind alone, or an opening balance would
 * be a way from class to class that is no edge.
 */
final class OpeningDues {

    private static final int PAGE = 100;

    /** Costs that one of two classes paid for the other, the firm's remuneration, shortfalls. */
    private static final Set<Dues> TAKEN_OVER =
            Set.of(
                    Dues.between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME),
                    Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND),
                    Dues.between(FundClass.SERVICE_FUND, FundClass.REMUNERATION),
                    Dues.SHORTFALLS);

    private OpeningDues() {}

    /** One finding for each dues of an opening balance; none for any other entry. */
    static List<Finding> judge(BookReader book, ChartOfAccounts chart, EntryDraft draft) {
        if (draft.kind() != EntryKind.OPENING || draft.reverses().isPresent()) {
            return List.of();
        }
        List<Dues> broughtIn =
                draft.postings().stream()
                        .flatMap(posting -> chart.dues(posting.account()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Dues::name))
                        .toList();
        if (broughtIn.isEmpty()) {
            return List.of();
        }
        Optional<String> begun = firstOfItsOwn(book);
        boolean areDebts =
                draft.postings().stream()
                        .filter(posting -> chart.dues(posting.account()).isPresent())
                        .allMatch(posting -> isOwnSide(chart, posting));
        return broughtIn.stream()
                .<Finding>map(
                        dues ->
                                RuleCheck.of(
                                        LedgerRule.OPENING_DUES,
                                        TAKEN_OVER.contains(dues) && areDebts && begun.isEmpty(),
                                        "dues",
                                        dues.name(),
                                        "begun",
                                        begun.orElse("-")))
                .toList();
    }

    /**
     * A debt is a credit of the debtor and a debit of the creditor; the maintenance fund has none.
     */
    private static boolean isOwnSide(ChartOfAccounts chart, Posting posting) {
        Account account = chart.find(posting.account()).orElseThrow();
        Side own = account.type() == AccountType.LIABILITY ? Side.CREDIT : Side.DEBIT;
        return posting.side() == own && account.fundClass() != FundClass.MAINTENANCE_FUND;
    }

    /** The first entry that is neither an opening balance nor of earlier books. */
    private static Optional<String> firstOfItsOwn(BookReader book) {
        long from = 0;
        List<LogRecord> page = book.records(from, PAGE);
        while (!page.isEmpty()) {
            Optional<String> found =
                    page.stream()
                            .flatMap(record -> record.asEntry().stream())
                            .map(there -> there.entry().draft())
                            .filter(
                                    there ->
                                            there.kind() != EntryKind.OPENING
                                                    && !Imports.isImported(there))
                            .map(there -> there.id().value())
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
            from += page.size();
            page = book.records(from, PAGE);
        }
        return Optional.empty();
    }
}
