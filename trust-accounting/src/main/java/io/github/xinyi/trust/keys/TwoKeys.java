package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lock with two keys: exactly two persons, one of each side, each with a valid credential, each
 * having signed this very order before it expired.
 *
 * <p>There is no super-user, no lower limit and no switch. Source: invariants D1 to D3; Trust Law
 * art. 25 to 28 behind them; interpretation I21.
 *
 * @since 0.1.0
 */
public final class TwoKeys {

    private final KeyRegister register;

    /**
     * The lock of one account.
     *
     * @param register who may sign for which side
     */
    public TwoKeys(KeyRegister register) {
        this.register = register;
    }

    /**
     * Whether one more approval fits the order and those given before.
     *
     * @param order what is signed
     * @param given the approvals accepted so far
     * @param approval the one handed in
     * @return all approvals, or every rule in the way
     */
    public Outcome<List<Approval>> approve(
            OutflowOrder order, List<Approval> given, Approval approval) {
        return approve(order, given, approval, approval.signedAt());
    }

    /**
     * The same, where the key must be valid at a later moment as well.
     *
     * @param order what is signed
     * @param given the approvals accepted so far
     * @param approval the one handed in
     * @param at not before it was signed: a key revoked in between gives nothing
     * @return all approvals, or every rule in the way
     */
    public Outcome<List<Approval>> approve(
            OutflowOrder order, List<Approval> given, Approval approval, Instant at) {
        List<Approval> all = Stream.concat(given.stream(), Stream.of(approval)).toList();
        List<Finding> findings =
                new ArrayList<>(signature(order.digest(), order.expiresAt(), approval, at));
        findings.add(RuleCheck.of(KeyRule.TWO_APPROVALS, all.size() <= 2, "given", all.size()));
        findings.addAll(separation(all));
        findings.add(payeeHoldsNoKey(order));
        return answer(findings, all);
    }

    /**
     * Whether the order may be carried out at a moment; every approval is checked again.
     *
     * @param order what is to be paid
     * @param approvals the approvals given
     * @param at the moment of payment
     * @return the proof that the book asks for, or every rule in the way
     */
    public Outcome<TwoKeyProof> open(OutflowOrder order, List<Approval> approvals, Instant at) {
        List<Finding> findings =
                new ArrayList<>(judge(order.digest(), order.expiresAt(), approvals, at));
        findings.add(payeeHoldsNoKey(order));
        return answer(findings, new TwoKeyProof(order, approvals));
    }

    /** Whether two persons of the two sides have signed something, whatever it is. */
    List<Finding> judge(Hash digest, Instant expiresAt, List<Approval> approvals, Instant at) {
        List<Finding> findings = new ArrayList<>();
        for (Approval approval : approvals) {
            findings.addAll(signature(digest, expiresAt, approval, at));
            findings.add(
                    RuleCheck.of(
                            KeyRule.SIGNED_BEFORE_PAYMENT,
                            !approval.signedAt().isAfter(at),
                            "credential",
                            approval.credential(),
                            "signed",
                            approval.signedAt(),
                            "at",
                            at));
        }
        if (approvals.isEmpty()) {
            findings.add(expiry(expiresAt, at));
        }
        findings.add(
                RuleCheck.of(
                        KeyRule.TWO_APPROVALS, approvals.size() == 2, "given", approvals.size()));
        findings.addAll(separation(approvals));
        return findings;
    }

    /**
     * Whether a further signature, beside the two keys, is of a third person; it opens nothing by
     * itself and never stands for one of the two.
     *
     * @param order what is signed
     * @param keys the two keys given
     * @param third the signature handed in
     * @param at the moment at which it must hold: that of signing, or of payment
     * @return the same signature, or every rule in the way
     */
    public Outcome<Approval> third(
            OutflowOrder order, List<Approval> keys, Approval third, Instant at) {
        List<Finding> findings =
                new ArrayList<>(signature(order.digest(), order.expiresAt(), third, at));
        Optional<Credential> used = register.find(third.credential());
        boolean isOther =
                keys.stream()
                        .map(key -> register.find(key.credential()).map(Credential::holder))
                        .noneMatch(holder -> holder.equals(used.map(Credential::holder)));
        findings.add(RuleCheck.of(KeyRule.THIRD_PERSON, isOther, "credential", third.credential()));
        return answer(findings, third);
    }

    private List<Finding> signature(Hash digest, Instant expiresAt, Approval approval, Instant at) {
        Optional<Credential> credential = register.find(approval.credential());
        boolean valid =
                credential
                        .filter(c -> c.isValidAt(approval.signedAt()) && c.isValidAt(at))
                        .isPresent();
        boolean signed =
                credential
                        .filter(c -> c.verifies(digest.toByteArray(), approval.signature()))
                        .isPresent();
        return List.of(
                RuleCheck.of(
                        KeyRule.CREDENTIAL_KNOWN,
                        credential.isPresent(),
                        "credential",
                        approval.credential()),
                RuleCheck.of(
                        KeyRule.CREDENTIAL_VALID,
                        valid,
                        "credential",
                        approval.credential(),
                        "at",
                        at),
                RuleCheck.of(
                        KeyRule.SIGNATURE_VALID,
                        signed,
                        "credential",
                        approval.credential(),
                        "digest",
                        digest.toHex()),
                expiry(expiresAt, approval.signedAt().isAfter(at) ? approval.signedAt() : at));
    }

    private static Finding expiry(Instant expiresAt, Instant at) {
        return RuleCheck.of(
                KeyRule.NOT_EXPIRED, at.isBefore(expiresAt), "at", at, "expires", expiresAt);
    }

    private List<Finding> separation(List<Approval> approvals) {
        List<Credential> used =
                approvals.stream()
                        .map(a -> register.find(a.credential()))
                        .flatMap(Optional::stream)
                        .toList();
        long persons = used.stream().map(Credential::holder).distinct().count();
        long sides = used.stream().map(Credential::side).distinct().count();
        return List.of(
                RuleCheck.of(
                        KeyRule.TWO_PERSONS,
                        persons == used.size(),
                        "approvals",
                        used.size(),
                        "persons",
                        persons),
                RuleCheck.of(
                        KeyRule.TWO_SIDES,
                        sides == used.size(),
                        "approvals",
                        used.size(),
                        "sides",
                        sides));
    }

    private Finding payeeHoldsNoKey(OutflowOrder order) {
        return RuleCheck.of(
                KeyRule.PAYEE_HOLDS_NO_KEY,
                register.credentials().stream().noneMatch(c -> c.holder().equals(order.payee())),
                "payee",
                order.payee());
    }

    private static <T> Outcome<T> answer(List<Finding> findings, T value) {
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty() ? Outcome.accepted(value) : Outcome.refused(ruling);
    }
}
