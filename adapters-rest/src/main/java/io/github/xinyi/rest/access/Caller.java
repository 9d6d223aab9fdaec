package io.github.xinyi.rest.access;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.security.Principal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the host has found out, and his roles in each community, for example {@code P-0131}
 * with {@link Role#COMMITTEE} in {@code anheyuan}. Immutable.
 *
 * @since 0.1.0
 */
public final class Caller implements Principal {

    private static final Caller ANONYMOUS = new Caller(null, Map.of());

    private final @Nullable PersonId person;
    private final Map<CommunityId, Set<Role>> roles;

    private Caller(@Nullable PersonId person, Map<CommunityId, Set<Role>> roles) {
        this.person = person;
        this.roles = roles;
    }

    /**
     * A known caller.
     *
     * @param person the host's id of the person
     * @param roles what he is in which community; copied
     * @return the caller
     */
    public static Caller of(PersonId person, Map<CommunityId, Set<Role>> roles) {
        Map<CommunityId, Set<Role>> copy = new HashMap<>();
        roles.forEach((community, some) -> copy.put(community, Set.copyOf(some)));
        return new Caller(person, Map.copyOf(copy));
    }

    /**
     * A caller of whom nothing is known.
     *
     * @return with {@link Role#PUBLIC} alone
     */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /**
     * The person, in whose name commands are given.
     *
     * @return empty if the caller is not known
     */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person);
    }

    /**
     * The roles in one community.
     *
     * @param community which
     * @return {@link Role#PUBLIC} and what the host gave
     */
    public Set<Role> rolesIn(CommunityId community) {
        Set<Role> all = EnumSet.of(Role.PUBLIC);
        all.addAll(roles.getOrDefault(community, Set.of()));
        return all;
    }

    /**
     * Whether the caller is anything in a community beside a member of the public.
     *
     * @param community which
     * @return true if the host gave a role there
     */
    public boolean belongsTo(CommunityId community) {
        return rolesIn(community).size() > 1;
    }

    /**
     * The roles that the caller has anywhere.
     *
     * @return {@link Role#PUBLIC} and all that the host gave
     */
    public Set<Role> roles() {
        Set<Role> all = EnumSet.of(Role.PUBLIC);
        roles.values().forEach(all::addAll);
        return all;
    }

    /** The person's id, empty if not known. */
    @Override
    public String getName() {
        return person == null ? "" : person.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Caller that
                && getName().equals(that.getName())
                && roles.equals(that.roles);
    }

    @Override
    public int hashCode() {
        return getName().hashCode();
    }

    /** For example {@code P-0131}, or {@code anonymous}. */
    @Override
    public String toString() {
        return person == null ? "anonymous" : getName();
    }
}
