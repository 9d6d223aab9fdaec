package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.journal.EntryDraft;
import java.util.List;

/**
 * A further rule on an entry, judged in the same moment in which the entry is applied, for example
 * a budget line or the limit of remuneration.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BookGuard {

    /**
     * Judges an entry against the book as it stands.
     *
     * @param book the book, before the entry
     * @param draft the entry
     * @return findings, met and not met; the entry is refused if one is not met
     */
    List<Finding> judge(BookReader book, EntryDraft draft);

    /**
     * A guard that has nothing to say.
     *
     * @return no findings
     */
    static BookGuard none() {
        return (book, draft) -> List.of();
    }
}
