package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps frozen rosters; you implement this, and {@code RosterStoreContract} of the contract tests
 * says when it is right.
 *
 * <p>Nothing kept is ever changed or deleted. Implementations are safe for use by several threads.
 * Every method throws {@link io.github.xinyi.governance.store.StoreException} when the store cannot
 * answer.
 *
 * @since 0.1.0
 */
public interface RosterStore {

    /**
     * Keeps a roster.
     *
     * <p>Freezing the same content again changes nothing and is accepted.
     *
     * @param roster the roster
     * @return its digest; refused with {@link RosterFinding.AlreadyFrozen} if another roster stands
     *     for that community and day
     */
    Outcome<RosterDigest> freeze(Roster roster);

    /**
     * The roster of a day.
     *
     * @param community whose roster
     * @param recordDate the day
     * @return empty if none was frozen
     */
    Optional<Roster> find(CommunityId community, LocalDate recordDate);

    /**
     * The roster with a digest, as a verdict names it.
     *
     * @param community whose roster
     * @param digest the digest
     * @return empty if none with that digest was frozen
     */
    Optional<Roster> find(CommunityId community, RosterDigest digest);
}
