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
    /** A credential not valid at the moment, revoked perhaps. */
    CREDENTIAL_VALID("keys.credential-valid"),
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
    /** The third signature is of one of the two persons who signed before. */
    THIRD_PERSON("keys.third-person");

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
