package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may sign for which side, through time (密钥登记簿): the register of the contract and every change,
 * each made under two keys of both sides as the register then stood, and kept with its signatures.
 *
 * <p>There is no other way to change it: no super-user, no lower limit, no switch. Where a side has
 * no valid key left nothing can be paid, and only the owners can name keys anew, by adopting other
 * contract terms. A key that is revoked or expired opens nothing from then on, also with a
 * signature given before; what was paid before stays paid ({@link #registerAt}), since the
 * authority to sign ends without reaching back (our reading of Civil Code art. 173). Source:
 * invariants D1 to D3. Immutable.
 *
 * @since 0.1.0
 */
public final class KeyHistory {

    /** The most credentials that a register may have, ended ones included. */
    public static final int MAX_CREDENTIALS = 500;

    private final CommunityId community;
    private final String contract;
    private final KeyRegister initial;
    private final KeyRegister current;
    private final List<KeysChanged> events;

    private KeyHistory(
            CommunityId community,
            String contract,
            KeyRegister initial,
            KeyRegister current,
            List<KeysChanged> events) {
        this.community = community;
        this.contract = contract;
        this.initial = initial;
        this.current = current;
        this.events = List.copyOf(events);
    }

    /**
     * The history of a register that was adopted with its contract.
     *
     * @param community whose money
     * @param contract the contract's number
     * @param initial the keys that the contract names
     * @return a history without changes
     */
    public static KeyHistory of(CommunityId community, String contract, KeyRegister initial) {
        return new KeyHistory(community, contract, initial, initial, List.of());
    }

    /**
     * Judges recorded changes again, in their order, signatures included.
     *
     * @param events what was recorded
     * @return the history they make from this one, or the rules that the first wrong one breaks
     */
    public Outcome<KeyHistory> replay(List<KeysChanged> events) {
        Outcome<KeyHistory> history = Outcome.accepted(this);
        for (KeysChanged event : events) {
            history =
                    history.then(
                                    before ->
                                            before.change(
                                                    event.order(),
                                                    event.given(),
                                                    event.occurredAt()))
                            .then(after -> after.asRecorded(event));
        }
        return history;
    }

    private Outcome<KeyHistory> asRecorded(KeysChanged event) {
        RuleCheck same =
                RuleCheck.of(
                        KeyRule.CHANGE_AS_RECORDED,
                        events.get(events.size() - 1).equals(event),
                        "change",
                        event.order().id());
        return same.isMet() ? Outcome.accepted(this) : Outcome.refused(Ruling.of(same));
    }

    /**
     * The register as it stands.
     *
     * @return every credential that there has been, ended ones with their end
     */
    public KeyRegister register() {
        return current;
    }

    /**
     * The register as it was known at a moment.
     *
     * @param at the moment
     * @return the contract's keys and the changes until then
     */
    public KeyRegister registerAt(Instant at) {
        KeyRegister register = initial;
        for (KeysChanged event : events) {
            if (!event.occurredAt().isAfter(at)) {
                register = changed(register, event.order(), event.occurredAt());
            }
        }
        return register;
    }

    /**
     * The first moment at which the register can be used as it stands: a signature, and a payment,
     * that is dated earlier is judged as of this moment, so that a date set back opens nothing with
     * a key that was revoked.
     *
     * @param at the moment told
     * @return that moment, or that of the last change if it is later
     */
    public Instant notBeforeLastChange(Instant at) {
        return events.isEmpty() || at.isAfter(events.get(events.size() - 1).occurredAt())
                ? at
                : events.get(events.size() - 1).occurredAt();
    }

    /**
     * Every change.
     *
     * @return in the order recorded, each with its signatures
     */
    public List<KeysChanged> events() {
        return events;
    }

    /**
     * Changes the register under two keys; the change takes effect at once and never earlier.
     *
     * @param order what is to change
     * @param approvals the signatures over {@link KeyChangeOrder#digest}
     * @param at when it takes effect
     * @return the changed history, or every rule in the way
     */
    public Outcome<KeyHistory> change(KeyChangeOrder order, List<Approval> approvals, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(
                new TwoKeys(current).judge(order.digest(), order.expiresAt(), approvals, at));
        findings.add(
                RuleCheck.of(
                        KeyRule.CHANGE_OF_REGISTER,
                        order.community().equals(community) && order.contract().equals(contract),
                        "contract",
                        contract));
        findings.add(
                RuleCheck.of(
                        KeyRule.CHANGE_ONCE,
                        events.stream().noneMatch(e -> e.order().id().equals(order.id())),
                        "change",
                        order.id()));
        findings.add(timeForward(at));
        order.revoked().forEach(key -> findings.add(inForce(key, at)));
        order.enrolled().forEach(key -> findings.addAll(enrollable(key, order, at)));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(with(order, approvals, at))
                : Outcome.refused(ruling);
    }

    private KeyHistory with(KeyChangeOrder order, List<Approval> approvals, Instant at) {
        List<KeysChanged> after = new ArrayList<>(events);
        after.add(
                new KeysChanged(
                        community,
                        at,
                        order,
                        approvals.stream().map(KeysChanged.Signed::of).toList()));
        return new KeyHistory(community, contract, initial, changed(current, order, at), after);
    }

    private static KeyRegister changed(KeyRegister before, KeyChangeOrder order, Instant at) {
        List<Credential> after = new ArrayList<>();
        for (Credential credential : before.credentials()) {
            after.add(
                    order.revoked().contains(credential.id())
                            ? credential.revokedAt(at)
                            : credential);
        }
        order.enrolled().forEach(key -> after.add(key.credential()));
        return new KeyRegister(after);
    }

    private RuleCheck timeForward(Instant at) {
        Instant last = events.isEmpty() ? Instant.MIN : events.get(events.size() - 1).occurredAt();
        return RuleCheck.of(KeyRule.CHANGE_FORWARD, !at.isBefore(last), "at", at, "last", last);
    }

    private RuleCheck inForce(CredentialId key, Instant at) {
        return RuleCheck.of(
                KeyRule.REVOKED_IN_FORCE,
                current.find(key)
                        .filter(c -> c.isValidAt(at) && c.validFrom().isBefore(at))
                        .isPresent(),
                "credential",
                key,
                "at",
                at);
    }

    private List<Finding> enrollable(
            KeyChangeOrder.Enrolment key, KeyChangeOrder order, Instant at) {
        List<Credential> there = current.credentials();
        String point = key.credential().point();
        Optional<KeySide> replaced =
                order.revoked().stream()
                        .map(current::find)
                        .flatMap(Optional::stream)
                        .map(Credential::side)
                        .findFirst();
        return List.of(
                RuleCheck.of(
                        KeyRule.REGISTER_SIZE,
                        there.size() < MAX_CREDENTIALS,
                        "credentials",
                        there.size(),
                        "limit",
                        MAX_CREDENTIALS),
                RuleCheck.of(
                        KeyRule.CREDENTIAL_NEW,
                        current.find(key.id()).isEmpty(),
                        "credential",
                        key.id()),
                RuleCheck.of(
                        KeyRule.HOLDER_OF_ONE_SIDE,
                        there.stream()
                                .noneMatch(
                                        c ->
                                                c.holder().equals(key.holder())
                                                        && c.side() != key.side()),
                        "credential",
                        key.id()),
                RuleCheck.of(
                        KeyRule.KEY_NEW,
                        there.stream().noneMatch(c -> c.point().equals(point)),
                        "credential",
                        key.id()),
                RuleCheck.of(
                        KeyRule.SUBSTITUTE_OF_SAME_SIDE,
                        replaced.filter(side -> side != key.side()).isEmpty(),
                        "credential",
                        key.id()),
                RuleCheck.of(
                        KeyRule.ENROLLED_AHEAD,
                        !key.validFrom().isBefore(at),
                        "from",
                        key.validFrom(),
                        "at",
                        at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHistory that
                && community.equals(that.community)
                && contract.equals(that.contract)
                && initial.equals(that.initial)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** For example {@code HT-2025-01, 2 changes}. */
    @Override
    public String toString() {
        return contract + ", " + events.size() + " changes";
    }
}
