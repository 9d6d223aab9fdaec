package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request must be, when it is asked for and still when it is paid. */
record RequestRules(ContractTerms terms, OutflowCases cases) {

    /** Nothing else can be judged of other currencies: no two of them add. */
    static boolean isInCurrencyOfBook(PaymentRequest request) {
        return request.order().amount().currency().equals(Book.CURRENCY)
                && request.vouchers().stream()
                        .allMatch(v -> v.amount().currency().equals(Book.CURRENCY));
    }

    /** The moment at which a request made at a moment expires. */
    Instant expiry(Instant requestedAt) {
        return requestedAt.plus(Duration.ofDays(terms.approvalValidDays()));
    }

    /**
     * That no name is shown which the keys do not sign; asked of a new request alone, since an
     * earlier one is verified by the form in which it was signed.
     */
    static Finding payeeNameSigned(PaymentRequest request) {
        return RuleCheck.of(
                DisbursementRule.PAYEE_NAME_SIGNED,
                request.isPayeeNameSigned(),
                "id",
                request.order().id());
    }

    /** That what is charged can be kept; asked of a new request, since a kept one was. */
    static Finding chargeKept(PaymentRequest request) {
        int length = request.order().budgetLine().length();
        return RuleCheck.of(
                DisbursementRule.CHARGE_LENGTH,
                length <= OutflowOrder.MAX_BUDGET_LINE,
                "length",
                length,
                "most",
                OutflowOrder.MAX_BUDGET_LINE);
    }

    List<Finding> judge(PaymentRequest request, DisbursementPolicy policy) {
        OutflowOrder order = request.order();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        DisbursementRule.OF_CONTRACT,
                        order.community().equals(terms.community())
                                && order.policy().equals(terms.id()),
                        "contract",
                        terms.id()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.EXPIRY_AS_AGREED,
                        order.expiresAt().equals(expiry(request.requestedAt())),
                        "expires",
                        order.expiresAt(),
                        "days",
                        terms.approvalValidDays()));
        if (!cases.of(order).isFirms() && !order.kind().isOfPayer()) {
            findings.add(
                    RuleCheck.of(
                            DisbursementRule.PAYEE_NOT_TRUSTEE,
                            !order.payee().equals(terms.trustee()),
                            "payee",
                            order.payee()));
        }
        findings.add(relatedPartyShown(request, policy));
        findings.addAll(cases.of(order).asked(request));
        return findings;
    }

    private Finding relatedPartyShown(PaymentRequest request, DisbursementPolicy policy) {
        Set<Voucher.Kind> shown =
                request.vouchers().stream().map(Voucher::kind).collect(Collectors.toSet());
        return RuleCheck.of(
                DisbursementRule.RELATED_PARTY_SHOWN,
                !policy.isClose(terms.trustee(), request.order().payee())
                        || shown.containsAll(
                                Set.of(Voucher.Kind.CONSENT, Voucher.Kind.PRICE_EVIDENCE)),
                "payee",
                request.order().payee());
    }
}
