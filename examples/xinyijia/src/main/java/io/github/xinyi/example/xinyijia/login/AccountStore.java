package io.github.xinyi.example.xinyijia.login;

import java.util.Optional;

/** Keeps accounts; a host puts its own in the place of {@link AccountFiles}. Thread-safe. */
public interface AccountStore {

    /**
     * The account of a name.
     *
     * @param name as typed
     * @return empty if there is none
     */
    Optional<Account> find(String name);

    /**
     * Keeps an account in the place of the one of its name.
     *
     * @param account the account
     */
    void save(Account account);
}
