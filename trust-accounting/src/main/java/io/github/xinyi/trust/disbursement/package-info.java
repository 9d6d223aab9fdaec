/**
 * Every payment (双密码支付): {@link io.github.xinyi.trust.disbursement.PaymentRequest}, two keys,
 * payment. Start at {@link io.github.xinyi.trust.disbursement.Disbursements}. May depend on budget,
 * trusteeship, remuneration, contract, keys, book.
 */
@NullMarked
package io.github.xinyi.trust.disbursement;

import org.jspecify.annotations.NullMarked;
