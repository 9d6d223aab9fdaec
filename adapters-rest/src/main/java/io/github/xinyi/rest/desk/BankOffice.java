package io.github.xinyi.rest.desk;

import io.github.xinyi.trust.book.Book;
import java.util.Map;

/**
 * What the bank's statements of a community are compared with.
 *
 * @param book the community's
 * @param accounts by the host's short names, for example {@code joint}
 * @since 0.1.0
 */
public record BankOffice(Book book, Map<String, AccountAtBank> accounts) {

    /** Copies the accounts. */
    public BankOffice {
        accounts = Map.copyOf(accounts);
    }
}
