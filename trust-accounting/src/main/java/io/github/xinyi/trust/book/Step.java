package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.keys.TwoKeyProof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry on its way into a book, and by what right.
 *
 * @param draft the entry
 * @param keys the two keys of a payment
 * @param command what the command that makes the entry has found, if one makes it: such an entry
 *     stands on evidence and not on keys
 */
record Step(EntryDraft draft, @Nullable TwoKeyProof keys, @Nullable List<Finding> command) {

    static Step plain(EntryDraft draft) {
        return new Step(draft, null, null);
    }

    static Step underKeys(EntryDraft draft, TwoKeyProof keys) {
        return new Step(draft, keys, null);
    }

    static Step byCommand(EntryDraft draft, List<Finding> findings) {
        return new Step(draft, null, List.copyOf(findings));
    }

    boolean isByCommand() {
        return command != null;
    }

    List<Finding> commandFindings() {
        return command == null ? List.of() : command;
    }
}
