package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Guards D1 and F3: two keys are the floor of every policy, and no amount is below it. */
class OneKeyProperties {

    private static final long CASH = 1_000_000;

    @Provide
    static Arbitrary<List<ApprovalLimit>> limits() {
        return Combinators.combine(
                        Arbitraries.of(ApprovalLimit.Scope.class),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(1, 366))
                .as(ApprovalLimit::new)
                .list()
                .ofMaxSize(DisbursementPolicy.MAX_LIMITS);
    }

    @Provide
    static Arbitrary<List<DisbursementPolicy.Relation>> relations() {
        return Combinators.combine(
                        Arbitraries.of(Village.FIRM, TestKeys.CHAIR, TestKeys.STEWARD),
                        Arbitraries.of(PersonId.of("somebody"), PersonId.of("another")))
                .as(DisbursementPolicy.Relation::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 60)
    void noPolicyLetsOneKeyOpenTheAccount(
            @ForAll("limits") List<ApprovalLimit> limits,
            @ForAll("relations") List<DisbursementPolicy.Relation> relations,
            @ForAll @LongRange(min = 1, max = CASH) long fen,
            @ForAll boolean isFirms) {
        Village village =
                new Village(
                        Ratio.of(8, 100),
                        List.of(),
                        Village.USUAL_PAYMENTS.withLimits(limits).withRelations(relations));
        village.post(SampleBook.opening("opening", CASH));
        Credential key = isFirms ? TestKeys.FIRM_KEY : TestKeys.OWNERS_KEY;
        PaymentRequest request = village.lights("E1", fen);
        accept(village.disbursements.request(request));
        assertThat(village.pay("E1").isAccepted()).isFalse();

        village.approve(request.order(), key);
        village.disbursements.approve(
                "E1", TestKeys.approval(key.id(), request.order(), AT.plusMillis(1)));

        assertRefused(
                village.disbursements.send("E1", new SourceDocument("notice", "ZL-1"), AT),
                DisbursementRule.READY_TO_SEND);
        assertThat(refusals(village)).contains(KeyRule.TWO_APPROVALS.code().value());
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(CASH));
    }

    private static List<String> refusals(Village village) {
        return village.pay("E1")
                .fold(
                        paid -> List.of("paid"),
                        ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }
}
