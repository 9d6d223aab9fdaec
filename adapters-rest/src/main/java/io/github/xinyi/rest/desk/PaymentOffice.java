package io.github.xinyi.rest.desk;

import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.trusteeship.Trusteeship;

/**
 * What payments of a community are made with.
 *
 * @param trust whose contract and keys are in force
 * @param payments the one way by which money leaves
 * @param store where they are kept, the same as theirs
 * @param secondFactor asked at each approval
 * @since 0.1.0
 */
public record PaymentOffice(
        Trusteeship trust,
        Disbursements payments,
        DisbursementStore store,
        SecondFactor secondFactor) {}
