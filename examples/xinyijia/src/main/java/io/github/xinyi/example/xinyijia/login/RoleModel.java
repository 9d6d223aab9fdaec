package io.github.xinyi.example.xinyijia.login;

import static io.github.xinyi.example.xinyijia.login.Role.AUDITOR;
import static io.github.xinyi.example.xinyijia.login.Role.COMMITTEE;
import static io.github.xinyi.example.xinyijia.login.Role.COMMUNITY_OFFICER;
import static io.github.xinyi.example.xinyijia.login.Role.OWNER;
import static io.github.xinyi.example.xinyijia.login.Role.STEWARD;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which role may do what, decided for every cell; what is not granted is denied.
 *
 * <p>No role may do everything, and none pays alone: {@link Permission#APPROVE_PAYMENT} lets a
 * person hand in a signature, and the rules of the book judge whose it is and whether a second of
 * the other side stands beside it. Immutable.
 */
public final class RoleModel {

    private RoleModel() {}

    /**
     * Whether a role may do something in its own community.
     *
     * @param role the role
     * @param permission what is to be done
     * @return false unless granted
     */
    public static boolean grants(Role role, Permission permission) {
        return granted(permission).contains(role);
    }

    private static Set<Role> granted(Permission permission) {
        return switch (permission) {
            case READ_PUBLIC, USE_SESSION -> EnumSet.allOf(Role.class);
            case READ_OWN_BILLS, PAY_OWN_BILLS, READ_OWN_CASES, REPORT_CASE -> EnumSet.of(OWNER);
            case READ_DESK -> EnumSet.of(COMMITTEE, STEWARD, COMMUNITY_OFFICER, AUDITOR);
            case READ_BANK_STATEMENT -> EnumSet.of(COMMITTEE, STEWARD, AUDITOR);
            case REQUEST_PAYMENT, APPROVE_PAYMENT -> EnumSet.of(COMMITTEE, STEWARD);
            case CARRY_OUT_PAYMENT -> EnumSet.of(STEWARD);
        };
    }
}
