package io.github.xinyi.example.xinyijia.login;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.access.Access;
import io.github.xinyi.rest.access.Operation;
import java.time.Instant;

/**
 * Somebody logged in.
 *
 * @param account who
 * @param csrf what every request that changes something must repeat; the page alone can read it
 * @param since when it began
 * @param lastSeen when it was last used
 */
public record Session(Account account, String csrf, Instant since, Instant lastSeen) {

    Session seen(Instant now) {
        return new Session(account, csrf, since, now);
    }

    /**
     * Whether the holder may do something in a community.
     *
     * @param permission what
     * @param community where
     * @return in any other community than the holder's own, what everybody may
     */
    public boolean may(Permission permission, CommunityId community) {
        return RoleModel.grants(Role.PUBLIC, permission)
                || (account.community().equals(community)
                        && account.roles().stream()
                                .anyMatch(role -> RoleModel.grants(role, permission)));
    }

    /**
     * Whether the holder may call an operation of the library in the own community.
     *
     * @param operation which
     * @return as the library's role model decides, which is asked again by each call
     */
    public boolean may(Operation operation) {
        return io.github.xinyi.rest.access.RoleModel.shipped()
                        .decide(SessionContext.caller(account), operation, account.community())
                == Access.ALLOWED;
    }

    /** The holder; the token is nobody's business. */
    @Override
    public String toString() {
        return account + " since " + since;
    }
}
