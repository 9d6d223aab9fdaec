package io.github.xinyi.trust.keys;

import static io.github.xinyi.trust.keys.Signers.AT;
import static io.github.xinyi.trust.keys.Signers.CHAIR;
import static io.github.xinyi.trust.keys.Signers.CHAIRS_SPARE;
import static io.github.xinyi.trust.keys.Signers.DEPUTY;
import static io.github.xinyi.trust.keys.Signers.EXPIRES;
import static io.github.xinyi.trust.keys.Signers.ORDER;
import static io.github.xinyi.trust.keys.Signers.STEWARD;
import static io.github.xinyi.trust.keys.Signers.approval;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** D1 to D3; every rule is broken alone where it can be. */
class TwoKeysTest {

    private static final KeyRegister REGISTER =
            new KeyRegister(List.of(STEWARD, DEPUTY, CHAIR, CHAIRS_SPARE));
    private static final TwoKeys LOCK = new TwoKeys(REGISTER);
    private static final Approval FIRST = approval(STEWARD, ORDER, AT);
    private static final Approval SECOND = approval(CHAIR, ORDER, AT);

    @Test
    void opensForTwoPersonsOfTwoSidesInEitherOrder() {
        assertThat(LOCK.open(ORDER, List.of(FIRST, SECOND), AT).isAccepted()).isTrue();
        TwoKeyProof proof =
                LOCK.open(ORDER, List.of(SECOND, FIRST), AT)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(proof.order()).isEqualTo(ORDER);
        assertThat(proof.approvals()).containsExactly(SECOND, FIRST);
    }

    @Test
    void takesTheApprovalsOneByOne() {
        List<Approval> one =
                LOCK.approve(ORDER, List.of(), FIRST)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        List<Approval> two =
                LOCK.approve(ORDER, one, SECOND)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(two).containsExactly(FIRST, SECOND);
    }

    @Test
    void refusesNoKeyOneKeyAndThreeKeys() {
        Approval third = approval(DEPUTY, ORDER, AT);

        assertRefused(LOCK.open(ORDER, List.of(), AT), KeyRule.TWO_APPROVALS);
        assertRefused(LOCK.open(ORDER, List.of(FIRST), AT), KeyRule.TWO_APPROVALS);
        assertRefused(
                LOCK.open(ORDER, List.of(FIRST, SECOND, third), AT),
                KeyRule.TWO_APPROVALS,
                KeyRule.TWO_SIDES);
        assertRefused(
                LOCK.approve(ORDER, List.of(FIRST, SECOND), third),
                KeyRule.TWO_APPROVALS,
                KeyRule.TWO_SIDES);
    }

    @Test
    void refusesTheSameSignatureTwice() {
        assertRefused(
                LOCK.open(ORDER, List.of(FIRST, FIRST), AT),
                KeyRule.TWO_PERSONS,
                KeyRule.TWO_SIDES);
    }

    @Test
    void refusesOnePersonWithTwoCredentials() {
        Approval spare = approval(CHAIRS_SPARE, ORDER, AT);

        assertRefused(
                LOCK.open(ORDER, List.of(SECOND, spare), AT),
                KeyRule.TWO_PERSONS,
                KeyRule.TWO_SIDES);
        assertRefused(
                LOCK.approve(ORDER, List.of(SECOND), spare),
                KeyRule.TWO_PERSONS,
                KeyRule.TWO_SIDES);
    }

    @Test
    void refusesTwoPersonsOfOneSide() {
        Approval deputy = approval(DEPUTY, ORDER, AT);

        assertRefused(LOCK.open(ORDER, List.of(FIRST, deputy), AT), KeyRule.TWO_SIDES);
        assertRefused(LOCK.approve(ORDER, List.of(FIRST), deputy), KeyRule.TWO_SIDES);
    }

    @Test
    void refusesACredentialThatNobodyRegistered() {
        Credential stranger = Signers.credential("K-X", "stranger", KeySide.OWNER_BODY);

        assertRefused(
                LOCK.open(ORDER, List.of(FIRST, approval(stranger, ORDER, AT)), AT),
                KeyRule.CREDENTIAL_KNOWN,
                KeyRule.CREDENTIAL_VALID,
                KeyRule.SIGNATURE_VALID);
    }

    @Test
    void refusesACredentialBeforeItsFirstMomentAndFromItsLast() {
        Credential narrow =
                new Credential(
                        CHAIR.id(),
                        CHAIR.holder(),
                        CHAIR.side(),
                        CHAIR.publicKey(),
                        AT,
                        AT.plusMillis(2));
        TwoKeys lock = new TwoKeys(new KeyRegister(List.of(STEWARD, narrow)));

        assertRefused(
                lock.approve(ORDER, List.of(), approval(narrow, ORDER, AT.minusMillis(1))),
                KeyRule.CREDENTIAL_VALID);
        assertThat(lock.approve(ORDER, List.of(), SECOND).isAccepted()).isTrue();
        assertThat(
                        lock.approve(ORDER, List.of(), approval(narrow, ORDER, AT.plusMillis(1)))
                                .isAccepted())
                .isTrue();
        assertRefused(
                lock.approve(ORDER, List.of(), approval(narrow, ORDER, AT.plusMillis(2))),
                KeyRule.CREDENTIAL_VALID);
    }

    @Test
    void refusesAKeyRevokedBetweenSignatureAndPayment() {
        Instant payment = AT.plusSeconds(60);
        TwoKeys lock =
                new TwoKeys(new KeyRegister(List.of(STEWARD, CHAIR.revokedAt(AT.plusSeconds(30)))));

        assertThat(lock.open(ORDER, List.of(FIRST, SECOND), AT).isAccepted()).isTrue();
        assertRefused(lock.open(ORDER, List.of(FIRST, SECOND), payment), KeyRule.CREDENTIAL_VALID);
    }

    @Test
    void refusesASignatureOfAnotherKeyAndNoSignatureAtAll() {
        Approval forged = approval(CHAIR.id(), "K-FIRM-1", ORDER, AT);
        Approval none = Approval.of(CHAIR.id(), new byte[0], AT);
        Approval zeros = Approval.of(CHAIR.id(), new byte[64], AT);

        for (Approval bad : List.of(forged, none, zeros)) {
            assertRefused(LOCK.open(ORDER, List.of(FIRST, bad), AT), KeyRule.SIGNATURE_VALID);
            assertRefused(LOCK.approve(ORDER, List.of(FIRST), bad), KeyRule.SIGNATURE_VALID);
        }
    }

    @Test
    void refusesASignatureWithAnyBitChanged() {
        byte[] signature = SECOND.signature();
        for (int bit = 0; bit < signature.length * 8; bit += 37) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertRefused(
                    LOCK.open(ORDER, List.of(FIRST, Approval.of(CHAIR.id(), changed, AT)), AT),
                    KeyRule.SIGNATURE_VALID);
        }
    }

    @Test
    void anyChangeOfTheOrderVoidsBothSignatures() {
        Map<String, OutflowOrder> altered = altered();
        assertThat(altered.keySet())
                .as("every component is changed once")
                .isEqualTo(
                        Arrays.stream(OutflowOrder.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.toSet()));

        altered.forEach(
                (component, order) -> {
                    assertThat(order.digest()).as(component).isNotEqualTo(ORDER.digest());
                    assertRefused(
                            LOCK.open(order, List.of(FIRST, SECOND), AT), KeyRule.SIGNATURE_VALID);
                });
    }

    @Test
    void theCurrencyAndEveryVoucherAreSignedToo() {
        Hash one = ORDER.vouchers().get(0);
        Hash two = ORDER.vouchers().get(1);
        Stream<OutflowOrder> orders =
                Stream.of(
                        order(
                                Money.ofMinor(12_345, Currency.getInstance("USD")),
                                List.of(one, two)),
                        order(ORDER.amount(), List.of(two, one)),
                        order(ORDER.amount(), List.of(one)),
                        order(ORDER.amount(), List.of(one, two, two)),
                        order(ORDER.amount(), List.of()));

        assertThat(orders.map(OutflowOrder::digest)).doesNotContain(ORDER.digest());
    }

    @Test
    void textCannotMoveFromOneComponentToTheNext() {
        OutflowOrder one = order("ab", "c");
        OutflowOrder other = order("a", "bc");

        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void refusesAnExpiredOrderToTheMillisecond() {
        Instant last = EXPIRES.minusMillis(1);

        assertThat(LOCK.open(ORDER, List.of(FIRST, SECOND), last).isAccepted()).isTrue();
        assertRefused(LOCK.open(ORDER, List.of(FIRST, SECOND), EXPIRES), KeyRule.NOT_EXPIRED);
        assertRefused(
                LOCK.open(ORDER, List.of(), EXPIRES), KeyRule.NOT_EXPIRED, KeyRule.TWO_APPROVALS);
        assertRefused(
                LOCK.approve(ORDER, List.of(), approval(STEWARD, ORDER, EXPIRES)),
                KeyRule.NOT_EXPIRED);
    }

    @Test
    void refusesASignatureDatedAfterTheEndHoweverEarlyThePayment() {
        assertRefused(
                LOCK.open(ORDER, List.of(FIRST, approval(CHAIR, ORDER, EXPIRES)), AT),
                KeyRule.NOT_EXPIRED,
                KeyRule.SIGNED_BEFORE_PAYMENT);
    }

    @Test
    void refusesAPayeeWhoHoldsAKeyEvenOneThatDidNotSign() {
        for (PersonId holder : List.of(STEWARD.holder(), DEPUTY.holder(), CHAIR.holder())) {
            OutflowOrder order = order(holder);

            assertRefused(
                    LOCK.open(
                            order,
                            List.of(approval(STEWARD, order, AT), approval(CHAIR, order, AT)),
                            AT),
                    KeyRule.PAYEE_HOLDS_NO_KEY);
        }
    }

    @Test
    void reportsEveryRuleInTheWayAtOnce() {
        OutflowOrder order = order(CHAIR.holder());

        assertRefused(
                LOCK.open(order, List.of(FIRST, FIRST, SECOND), EXPIRES),
                KeyRule.SIGNATURE_VALID,
                KeyRule.NOT_EXPIRED,
                KeyRule.TWO_APPROVALS,
                KeyRule.TWO_PERSONS,
                KeyRule.TWO_SIDES,
                KeyRule.PAYEE_HOLDS_NO_KEY);
    }

    @Test
    void theLockHasNoSwitch() {
        Constructor<?>[] constructors = TwoKeys.class.getConstructors();
        assertThat(constructors).hasSize(1);
        assertThat(constructors[0].getParameterTypes()).containsExactly(KeyRegister.class);
        assertThat(TwoKeys.class.getDeclaredConstructors()).hasSize(1);
        assertThat(
                        Arrays.stream(TwoKeys.class.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .map(Method::getName))
                .containsExactlyInAnyOrder("approve", "approve", "open", "third");
        assertThat(
                        Arrays.stream(TwoKeys.class.getMethods())
                                .filter(
                                        method ->
                                                method.getGenericReturnType()
                                                        .getTypeName()
                                                        .contains(TwoKeyProof.class.getName()))
                                .map(Method::getName))
                .as("what opens a payment; a third signature does not")
                .containsExactly("open");
        assertThat(
                        Arrays.stream(TwoKeys.class.getDeclaredFields())
                                .filter(field -> !field.getName().startsWith("$"))
                                .filter(field -> !Modifier.isFinal(field.getModifiers())))
                .isEmpty();
        assertThat(TwoKeyProof.class.getConstructors()).isEmpty();
    }

    private static Map<String, OutflowOrder> altered() {
        Map<String, OutflowOrder> altered = new LinkedHashMap<>();
        OutflowOrder o = ORDER;
        CommunityId community = CommunityId.of("S002");
        PersonId someone = PersonId.of("someone");
        altered.put("community", order(community, o.id(), o.kind(), o.initiator(), o.policy()));
        altered.put("id", order(o.community(), "E0002", o.kind(), o.initiator(), o.policy()));
        altered.put(
                "kind",
                order(o.community(), o.id(), OutflowKind.REMUNERATION, o.initiator(), o.policy()));
        altered.put("payee", order(someone));
        altered.put("amount", order(Money.ofFen(12_346), o.vouchers()));
        altered.put("purpose", order("四月保洁", o.budgetLine()));
        altered.put("budgetLine", order(o.purpose(), "SF-02"));
        altered.put("vouchers", order(o.amount(), List.of()));
        altered.put("initiator", order(o.community(), o.id(), o.kind(), someone, o.policy()));
        altered.put("policy", order(o.community(), o.id(), o.kind(), o.initiator(), "HT-2"));
        altered.put(
                "expiresAt",
                new OutflowOrder(
                        o.community(),
                        o.id(),
                        o.kind(),
                        o.payee(),
                        o.amount(),
                        o.purpose(),
                        o.budgetLine(),
                        o.vouchers(),
                        o.initiator(),
                        o.policy(),
                        o.expiresAt().plusNanos(1)));
        altered.put("payeeName", o.naming("洪谷保洁有限公司"));
        return altered;
    }

    private static OutflowOrder order(
            CommunityId community, String id, OutflowKind kind, PersonId initiator, String policy) {
        return new OutflowOrder(
                community,
                id,
                kind,
                ORDER.payee(),
                ORDER.amount(),
                ORDER.purpose(),
                ORDER.budgetLine(),
                ORDER.vouchers(),
                initiator,
                policy,
                ORDER.expiresAt());
    }

    private static OutflowOrder order(PersonId payee) {
        return order(payee, ORDER.amount(), ORDER.purpose(), ORDER.budgetLine(), ORDER.vouchers());
    }

    private static OutflowOrder order(Money amount, List<Hash> vouchers) {
        return order(ORDER.payee(), amount, ORDER.purpose(), ORDER.budgetLine(), vouchers);
    }

    private static OutflowOrder order(String purpose, String budgetLine) {
        return order(ORDER.payee(), ORDER.amount(), purpose, budgetLine, ORDER.vouchers());
    }

    private static OutflowOrder order(
            PersonId payee, Money amount, String purpose, String budgetLine, List<Hash> vouchers) {
        return new OutflowOrder(
                ORDER.community(),
                ORDER.id(),
                ORDER.kind(),
                payee,
                amount,
                purpose,
                budgetLine,
                vouchers,
                ORDER.initiator(),
                ORDER.policy(),
                ORDER.expiresAt());
    }

    /** Exactly these rules stand in the way, and no other. */
    private static void assertRefused(Outcome<?> outcome, Rule... rules) {
        Set<String> expected = new TreeSet<>();
        for (Rule rule : rules) {
            expected.add(rule.code().value());
        }
        Set<String> actual =
                outcome.fold(
                        value -> Set.<String>of(),
                        ruling ->
                                ruling.notMet().stream()
                                        .map(Finding::rule)
                                        .map(RuleCode::value)
                                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(actual).isEqualTo(expected);
    }
}
