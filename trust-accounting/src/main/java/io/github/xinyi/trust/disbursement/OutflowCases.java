package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of every kind of outflow under one trust. */
final class OutflowCases {

    /** The calendar by which the day of a payment is told. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PaymentCase payments;
    private final SettlementCase settlement;
    private final DuesCase dues;
    private final Map<OutflowKind, OutflowCase> cases = new EnumMap<>(OutflowKind.class);

    OutflowCases(Trusteeship trusteeship, List<AdoptedPlan> plans, DisbursementStore store) {
        payments = new PaymentCase(trusteeship);
        dues = new DuesCase(trusteeship);
        Remuneration remuneration =
                new Remuneration(trusteeship, new SignedDraws(trusteeship.book().id(), store));
        settlement = new SettlementCase(trusteeship, remuneration);
        PlanCase planned =
                new PlanCase(
                        trusteeship,
                        payments,
                        plans.stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                plan -> plan.content().id(), Function.identity())));
        for (OutflowKind kind : OutflowKind.values()) {
            cases.put(
                    kind,
                    switch (kind) {
                        case PAYMENT -> payments;
                        case REMUNERATION -> new RemunerationCase(remuneration);
                        case REFUND -> HouseholdCase.refund();
                        case DEPOSIT_RETURN -> HouseholdCase.deposit(planned);
                        case TRANSFER, FORFEITURE, SURPLUS_DISTRIBUTION -> planned;
                        case HAND_OVER -> new HandOverCase(trusteeship);
                    });
        }
    }

    /** The day of a moment where the community is. */
    static LocalDate dayOf(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /**
     * What the classes owe each other is put right while the firm serves and while it hands over.
     */
    static RuleCheck servedOrHandedOver(Trusteeship trusteeship, LocalDate day) {
        RuleCheck served = trusteeship.life().judge(ContractLife.Activity.SERVICE, day);
        return served.isMet()
                ? served
                : trusteeship.life().judge(ContractLife.Activity.HAND_OVER, day);
    }

    OutflowCase of(OutflowOrder order) {
        if (DuesCase.isOf(order)) {
            return dues;
        }
        return order.kind() == OutflowKind.HAND_OVER && SettlementCase.isOf(order)
                ? settlement
                : Objects.requireNonNull(cases.get(order.kind()), order.kind().name());
    }

    PaymentCase payments() {
        return payments;
    }

    /** The class whose cash leaves; empty where the request names none. */
    Optional<FundClass> payingClass(PaymentRequest request) {
        OutflowOrder order = request.order();
        return of(order).payingClass(order, dayOf(request.requestedAt()));
    }
}
