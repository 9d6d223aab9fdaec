package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry on its way into a book, and by what right.
 *
 * @param draft the entry
 * @param warrant the two keys of a payment, or that a rule of the trust makes the entry
 * @param command what the command that makes the entry has found, if one makes it: such an entry
 *     stands on evidence and not on keys
 * @param isImport whether it comes from earlier books, whose payments had no keys
 */
record Step(
        EntryDraft draft,
        @Nullable Warrant warrant,
        @Nullable List<Finding> command,
        boolean isImport) {

    static Step plain(EntryDraft draft) {
        return new Step(draft, null, null, false);
    }

    static Step under(Warrant warrant, EntryDraft draft) {
        return new Step(draft, warrant, null, false);
    }

    static Step byCommand(EntryDraft draft, List<Finding> findings) {
        return new Step(draft, null, List.copyOf(findings), false);
    }

    static Step imported(EntryDraft draft, List<Finding> findings) {
        return new Step(draft, null, List.copyOf(findings), true);
    }

    boolean isByCommand() {
        return command != null;
    }

    /** The two keys; none of what a rule makes, under which no cash leaves the bank. */
    @Nullable TwoKeyProof keys() {
        return warrant instanceof Warrant.Payment payment ? payment.keys() : null;
    }

    /** Whether the bank may have paid it already. */
    boolean isSent() {
        return warrant instanceof Warrant.Payment payment && payment.isSent();
    }

    boolean isMadeByItsRule() {
        return warrant instanceof Warrant.Accrual;
    }

    List<Finding> commandFindings() {
        return command == null ? List.of() : command;
    }
}
