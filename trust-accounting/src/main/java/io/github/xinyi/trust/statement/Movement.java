package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One posting as a statement counts it, with the record it stands in.
 *
 * @param index the record's place in the log
 * @param record the record's name
 * @param day the record's effective date
 * @param kind the kind of entry, or of the entries of a batch
 * @param visibility who sees it; of a batch, everyone
 * @param posting the posting
 */
record Movement(
        long index,
        String record,
        LocalDate day,
        EntryKind kind,
        Visibility visibility,
        Posting posting) {

    AccountCode account() {
        return posting.account();
    }

    /** Debit above zero, credit below. */
    Money net() {
        return posting.side() == Side.DEBIT ? posting.amount() : posting.amount().negated();
    }

    Optional<UnitId> unit() {
        return visibility.fold(Optional::empty, Optional::of);
    }

    Figure.Part part() {
        return new Figure.Part(index, record, net());
    }
}
