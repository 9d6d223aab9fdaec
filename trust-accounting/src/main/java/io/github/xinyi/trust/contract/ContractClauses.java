package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.util.Arrays;
import java.util.List;

/**
 * What a contract says beside its terms: purpose, parties and how it ends; voted on as a second
 * paper of the same motion.
 *
 * <p>Example: {@code new ContractClauses(community, "HT-2025-01", "小区物业服务", parties, 60, 90, 30)}.
 * Source: Trust Law art. 9 (purpose and parties), Civil Code arts. 946, 947 and 949 (days that may
 * be agreed).
 *
 * @param community whose money
 * @param contract the contract's number
 * @param purpose what the money is entrusted for, 1 to {@link #MAX_PURPOSE} characters
 * @param parties one settlor, one trustee, one body of beneficiaries, up to {@link
 *     #MAX_SUPERVISORS} supervisors
 * @param ownersNoticeDays before the last day when owners dismiss, 1 to {@link #MAX_DAYS}; {@link
 *     #OWNERS_NOTICE_DAYS} by law
 * @param firmNoticeDays before the end of the term when the firm declines to renew, 1 to {@link
 *     #MAX_DAYS}; {@link #FIRM_NOTICE_DAYS} by law
 * @param exitDays after the end to hand over and leave, 1 to {@link #MAX_DAYS}; the law knows no
 *     number
 * @since 0.1.0
 */
public record ContractClauses(
        CommunityId community,
        String contract,
        String purpose,
        List<Party> parties,
        int ownersNoticeDays,
        int firmNoticeDays,
        int exitDays) {

    /** The days of notice of a dismissal where nothing else is agreed, Civil Code art. 946. */
    public static final int OWNERS_NOTICE_DAYS = 60;

    /** The days of notice of no renewal where nothing else is agreed, Civil Code art. 947. */
    public static final int FIRM_NOTICE_DAYS = 90;

    /** The most days of any period. */
    public static final int MAX_DAYS = 365;

    /** The longest purpose, in characters. */
    public static final int MAX_PURPOSE = 200;

    /** The greatest number of supervisors. */
    public static final int MAX_SUPERVISORS = 5;

    /** What a party is (信托当事人). Source: Trust Law arts. 9 and 64, the last an interpretation. */
    public enum Role {
        /** Entrusts the money (委托人): the owners' meeting, or its committee for it. */
        SETTLOR,
        /** Keeps it (受托人): the property firm. */
        TRUSTEE,
        /** For whom it is kept (受益人): all owners. */
        BENEFICIARIES,
        /** Watches (监督人); optional in a community's trust. */
        SUPERVISOR
    }

    /**
     * Who has a role.
     *
     * @param person the host's identifier of the person or body
     * @param role what it is
     */
    public record Party(PersonId person, Role role) {}

    /** Copies the parties and refuses clauses that no contract may have. */
    public ContractClauses {
        parties = List.copyOf(parties);
        if (purpose.isBlank() || purpose.length() > MAX_PURPOSE) {
            throw new IllegalArgumentException("purpose needs 1 to " + MAX_PURPOSE + " characters");
        }
        requireDays(ownersNoticeDays);
        requireDays(firmNoticeDays);
        requireDays(exitDays);
        requireParties(parties);
    }

    private static void requireDays(int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days are not 1 to " + MAX_DAYS + ": " + days);
        }
    }

    private static void requireParties(List<Party> parties) {
        boolean eachOnce =
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.SUPERVISOR)
                        .allMatch(
                                role ->
                                        parties.stream().filter(p -> p.role() == role).count()
                                                == 1);
        boolean trusteeWatches =
                parties.stream()
                        .filter(p -> p.role() == Role.TRUSTEE)
                        .anyMatch(p -> parties.contains(new Party(p.person(), Role.SUPERVISOR)));
        if (!eachOnce
                || trusteeWatches
                || parties.size() > Role.values().length - 1 + MAX_SUPERVISORS
                || parties.stream().distinct().count() != parties.size()) {
            throw new IllegalArgumentException("not the parties of a trust: " + parties);
        }
    }

    /**
     * Who keeps the money.
     *
     * @return the one party that is {@link Role#TRUSTEE}
     */
    public PersonId trustee() {
        return parties.stream()
                .filter(party -> party.role() == Role.TRUSTEE)
                .map(Party::person)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/contract-clauses/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/contract-clauses/v1")
                        .text(community.value())
                        .text(contract)
                        .text(purpose)
                        .u32(parties.size());
        parties.forEach(party -> bytes.text(party.person().value()).text(party.role().name()));
        return new Motion.Document(
                bytes.u32(ownersNoticeDays).u32(firmNoticeDays).u32(exitDays).sha256Hex());
    }
}
