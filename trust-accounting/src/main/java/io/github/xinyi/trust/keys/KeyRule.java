package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * Every reason for which two keys do not open the account; none can be switched off.
 *
 * @since 0.1.0
 */
public enum KeyRule implements Rule {
    /** A credential that the register does not have. */
    CREDENTIAL_KNOWN("keys.credential-known"),
    /**
     * A credential not valid when it signed, or not valid any more: a revoked one opens nothing,
     * also with a signature given before.
     */
    CREDENTIAL_VALID("keys.credential-valid", Statutes.CIVIL_CODE.at(173).asInterpretation()),
    /** A signature that is not the credential's over this very order. */
    SIGNATURE_VALID("keys.signature-valid"),
    /** A signature handed in, or a payment asked for, after the order expired. */
    NOT_EXPIRED("keys.not-expired"),
    /** A signature dated after the payment that it is for. */
    SIGNED_BEFORE_PAYMENT("keys.signed-before-payment"),
    /** Not exactly two approvals. */
    TWO_APPROVALS("keys.two-approvals"),
    /** One person signed twice. */
    TWO_PERSONS("keys.two-persons"),
    /** Both signatures come from one side. */
    TWO_SIDES("keys.two-sides"),
    /** A key-holder is the payee. */
    PAYEE_HOLDS_NO_KEY("keys.payee-holds-no-key", Statutes.TRUST_LAW.at(28).asInterpretation()),
    /** A change is of this very register. */
    CHANGE_OF_REGISTER("keys.change-of-register"),
    /** A change of one number happens once. */
    CHANGE_ONCE("keys.change-once"),
    /** Nothing is changed before what was changed already. */
    CHANGE_FORWARD("keys.change-forward"),
    /** Only a key in force is revoked, and from now on. */
    REVOKED_IN_FORCE("keys.revoked-in-force", Statutes.CIVIL_CODE.at(173).asInterpretation()),
    /** A register has so many credentials and no more. */
    REGISTER_SIZE("keys.register-size"),
    /** A credential's name is given once. */
    CREDENTIAL_NEW("keys.credential-new"),
    /** Who ever held a key of one side holds none of the other. */
    HOLDER_OF_ONE_SIDE("keys.holder-of-one-side"),
    /** A key that the register ever had is not enrolled again. */
    KEY_NEW("keys.key-new"),
    /** A key is substituted by one of the same side. */
    SUBSTITUTE_OF_SAME_SIDE("keys.substitute-of-same-side"),
    /** An enrolled key signs from now on at the earliest. */
    ENROLLED_AHEAD("keys.enrolled-ahead"),
    /** What is recorded is what the change makes. */
    CHANGE_AS_RECORDED("keys.change-as-recorded");

    private final RuleCode code;
    private final List<Citation> basis;

    KeyRule(String code, Citation... basis) {
        this.code = new RuleCode(code);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
