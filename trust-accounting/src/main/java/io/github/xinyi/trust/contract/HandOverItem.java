package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;

/**
 * What the firm hands over when a contract has ended (交接清单).
 *
 * @since 0.1.0
 */
public enum HandOverItem {
    /** The rooms used for the service (物业服务用房). */
    SERVICE_ROOMS(Statutes.CIVIL_CODE.at(949, 1)),
    /** The facilities (相关设施). */
    FACILITIES(Statutes.CIVIL_CODE.at(949, 1)),
    /** The papers that the service needs (物业服务所必需的相关资料). */
    PAPERS(Statutes.CIVIL_CODE.at(949, 1)),
    /** A true account of use and management (使用和管理状况). */
    STATE_OF_PROPERTY(Statutes.CIVIL_CODE.at(949, 1)),
    /** The report on the trust, accepted or not (清算报告). */
    FINAL_STATEMENT(Statutes.TRUST_LAW.at(58)),
    /** The money left, in the new account (信托财产移交). */
    BALANCE(Statutes.TRUST_LAW.at(55).asInterpretation()),
    /** Books and vouchers of the trust (账簿和凭证). */
    BOOKS_AND_VOUCHERS(Statutes.TRUST_LAW.at(33).asInterpretation());

    private final Citation basis;

    HandOverItem(Citation basis) {
        this.basis = basis;
    }

    /**
     * Why it is handed over.
     *
     * @return the article, with how far it can be relied on
     */
    public Citation basis() {
        return basis;
    }
}
