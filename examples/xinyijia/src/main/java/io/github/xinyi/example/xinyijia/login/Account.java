package io.github.xinyi.example.xinyijia.login;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Set;

/**
 * Somebody who may log in, for example {@code chair} of {@code chunhuili}.
 *
 * @param name what is typed, 2 to 32 of {@code a-z0-9-}
 * @param community where the roles hold; elsewhere the holder is {@link Role#PUBLIC}
 * @param person who it is, as the rules know the person
 * @param unit the unit of an owner, empty for others
 * @param roles what the person is there
 * @param passwordHash made by {@link Passwords}
 */
public record Account(
        String name,
        CommunityId community,
        PersonId person,
        String unit,
        Set<Role> roles,
        String passwordHash) {

    /** Copies the roles and refuses a name that could not be typed. */
    public Account {
        roles = Set.copyOf(roles);
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of an account: " + name);
        }
    }

    static boolean isName(String text) {
        return text.matches("[a-z0-9-]{2,32}");
    }

    /** Name and roles; the hash is nobody's business. */
    @Override
    public String toString() {
        return name + " of " + community + " " + roles;
    }
}
