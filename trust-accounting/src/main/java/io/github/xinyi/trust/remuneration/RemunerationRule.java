package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a draw of remuneration must satisfy.
 *
 * @since 0.1.0
 */
public enum RemunerationRule implements Rule {
    /** The payee is the firm of the contract. */
    PAYEE_IS_TRUSTEE("remuneration.payee-is-trustee", Statutes.TRUST_LAW.at(26).asInterpretation()),
    /** No household's fee waits for its batch: the amount would tell what it paid. */
    RECEIPTS_PUBLISHED(
            "remuneration.receipts-published",
            Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** Drawn so far and this draw are at most the floor of ratio × base (F4). */
    WITHIN_ENTITLEMENT("remuneration.within-entitlement", Statutes.TRUST_LAW.at(35)),
    /** No loss caused by the firm is unrepaired. */
    LOSS_REPAIRED("remuneration.loss-repaired", Statutes.TRUST_LAW.at(36)),
    /** The firm has paid in what it spent without authority. */
    TRUSTEE_DEBT_PAID(
            "remuneration.trustee-debt-paid",
            Statutes.TRUST_LAW.at(36).asInterpretation(),
            Statutes.TRUST_LAW.at(37, 2).asInterpretation()),
    /** Who pays back is the firm of the contract. */
    PAYER_IS_TRUSTEE("remuneration.payer-is-trustee", Statutes.TRUST_LAW.at(18).asInterpretation()),
    /** A line of the bank shows what is paid back, and shows no other repayment that stands. */
    REPAYMENT_SHOWN_BY_BANK("remuneration.repayment-shown-by-bank"),
    /** It is paid into the fund while the contract's money is kept in this book. */
    REPAID_INTO_FUND("remuneration.repaid-into-fund"),
    /** What is paid back is at most what the firm has drawn above its base. */
    REPAID_WITHIN_OWED(
            "remuneration.repaid-within-owed", Statutes.TRUST_LAW.at(35).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    RemunerationRule(String code, Citation... basis) {
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
