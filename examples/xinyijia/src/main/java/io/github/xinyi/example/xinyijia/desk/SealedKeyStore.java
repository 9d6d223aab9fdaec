package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.governance.identity.PersonId;
import java.util.Optional;

/**
 * Keeps sealed keys (密码存储), each by itself; a host puts its own in the place of {@link
 * SealedKeyFiles}, such as a device that never gives a key away. Thread-safe.
 */
public interface SealedKeyStore {

    /**
     * The sealed key of a person.
     *
     * @param holder whose
     * @return empty if none is kept here
     */
    Optional<SealedKey> find(PersonId holder);

    /**
     * Keeps a sealed key in the place of the holder's earlier one.
     *
     * @param holder whose
     * @param key sealed
     */
    void save(PersonId holder, SealedKey key);
}
