package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cost that leaves an account of the one class for an account of the other, which owes it. */
record CostMove(AccountCode from, AccountCode to, Money amount) {

    /** What an entry moved that {@link #postings} made. */
    static CostMove of(EntryDraft entry) {
        Posting to = entry.postings().get(0);
        return new CostMove(entry.postings().get(1).account(), to.account(), to.amount());
    }

    CostMove back() {
        return new CostMove(/* from= */ to, /* to= */ from, amount);
    }

    /** What the class that gets the cost will owe; empty where it can owe the other nothing. */
    Optional<Dues> dues() {
        return Dues.ofCosts(classOf(to) + "-" + classOf(from));
    }

    private static String classOf(AccountCode account) {
        return account.value().split("\\.", 2)[0];
    }

    /** The cost, and what is owed for it: first less of what the other class owes, then a debt. */
    List<Posting> postings(Money less) {
        Dues owes = dues().orElseThrow();
        Dues owed = Dues.between(/* debtor= */ owes.creditor(), /* creditor= */ owes.debtor());
        Money more = amount.minus(less);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(to, amount));
        postings.add(Posting.credit(from, amount));
        if (less.isPositive()) {
            postings.add(Posting.debit(owed.debt(), less));
            postings.add(Posting.credit(owed.claim(), less));
        }
        if (more.isPositive()) {
            postings.add(Posting.debit(owes.claim(), more));
            postings.add(Posting.credit(owes.debt(), more));
        }
        return postings;
    }
}
