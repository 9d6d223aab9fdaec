package io.github.xinyi.trust.keys;

import static io.github.xinyi.trust.keys.Signers.AT;
import static io.github.xinyi.trust.keys.Signers.CHAIR;
import static io.github.xinyi.trust.keys.Signers.CHAIRS_SPARE;
import static io.github.xinyi.trust.keys.Signers.DEPUTY;
import static io.github.xinyi.trust.keys.Signers.EXPIRES;
import static io.github.xinyi.trust.keys.Signers.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.trust.keys.KeyChangeOrder.Enrolment;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards D1 to D3 for changes of the register, and our reading of Civil Code art. 173. */
class KeyHistoryTest {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final String CONTRACT = "HT-2025-01";
    private static final List<Credential> KEYS = List.of(STEWARD, DEPUTY, CHAIR, CHAIRS_SPARE);

    private static KeyHistory history() {
        return KeyHistory.of(COMMUNITY, CONTRACT, new KeyRegister(KEYS));
    }

    private static Enrolment enrolment(String id, String holder, KeySide side, Instant from) {
        return enrolment(id, id, holder, side, from, from.plus(Duration.ofDays(365)));
    }

    private static Enrolment enrolment(
            String id, String pair, String holder, KeySide side, Instant from, Instant until) {
        return new Enrolment(
                new CredentialId(id),
                PersonId.of(holder),
                side,
                Base64.getEncoder().encodeToString(Signers.pair(pair).getPublic().getEncoded()),
                from,
                until);
    }

    private static KeyChangeOrder order(
            String id, List<Credential> revoked, List<Enrolment> enrolled) {
        return new KeyChangeOrder(
                COMMUNITY,
                id,
                CONTRACT,
                revoked.stream().map(Credential::id).toList(),
                enrolled,
                STEWARD.holder(),
                EXPIRES);
    }

    private static KeyChangeOrder newChair() {
        return order(
                "MY-1",
                List.of(CHAIR),
                List.of(enrolment("K-OWN-3", "newchair", KeySide.OWNER_BODY, AT)));
    }

    private static Approval sign(Credential key, KeyChangeOrder order, Instant at) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(Signers.pair(key.id().value()).getPrivate());
            ed25519.update(order.digest().toByteArray());
            return Approval.of(key.id(), ed25519.sign(), at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome<KeyHistory> change(KeyHistory before, KeyChangeOrder order) {
        return change(before, order, AT, STEWARD, CHAIR);
    }

    private static Outcome<KeyHistory> change(
            KeyHistory before, KeyChangeOrder order, Instant at, Credential... signers) {
        List<Approval> approvals = Arrays.stream(signers).map(key -> sign(key, order, at)).toList();
        return before.change(order, approvals, at);
    }

    private static KeyHistory accept(Outcome<KeyHistory> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    private static void assertRefused(Outcome<?> outcome, Rule... rules) {
        assertThat(
                        outcome.<List<String>>fold(
                                accepted -> List.of(),
                                ruling ->
                                        ruling.notMet().stream()
                                                .map(finding -> finding.rule().value())
                                                .distinct()
                                                .toList()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(rules).map(rule -> rule.code().value()).toList());
    }

    @Test
    void substitutesAKeyUnderTwoKeysAndKeepsTheSignatures() {
        KeyHistory after = accept(change(history(), newChair()));

        assertThat(after.register().find(CHAIR.id()).orElseThrow().validUntil()).isEqualTo(AT);
        assertThat(after.register().find(new CredentialId("K-OWN-3"))).isPresent();
        assertThat(after.events()).hasSize(1);
        assertThat(after.events().get(0).approvals()).hasSize(2);
        assertThat(history().register().find(CHAIR.id())).contains(CHAIR);
    }

    @Test
    void noSetOfKeysButTwoPersonsOfTheTwoSidesChangesAnything() {
        int changed = 0;
        for (int chosen = 0; chosen < 1 << KEYS.size(); chosen++) {
            int bits = chosen;
            Credential[] signers =
                    IntStream.range(0, KEYS.size())
                            .filter(i -> (bits >> i & 1) == 1)
                            .mapToObj(KEYS::get)
                            .toArray(Credential[]::new);
            boolean twoSides = signers.length == 2 && signers[0].side() != signers[1].side();

            boolean accepted = change(history(), newChair(), AT, signers).isAccepted();

            assertThat(accepted).as(Arrays.toString(signers)).isEqualTo(twoSides);
            changed += accepted ? 1 : 0;
        }
        assertThat(changed).isEqualTo(4);
    }

    @Test
    void hasNoSwitchThatTurnsItOff() {
        for (Class<?> type :
                List.of(KeyHistory.class, TwoKeys.class, KeyRegister.class, TwoKeyProof.class)) {
            List<Executable> all =
                    Stream.<Executable>concat(
                                    Arrays.stream(type.getDeclaredMethods()),
                                    Arrays.stream(type.getDeclaredConstructors()))
                            .filter(member -> Modifier.isPublic(member.getModifiers()))
                            .toList();

            assertThat(all).isNotEmpty();
            assertThat(all)
                    .allSatisfy(
                            member ->
                                    assertThat(member.getParameterTypes())
                                            .doesNotContain(boolean.class, int.class));
        }
        assertThat(KeyHistory.class.getConstructors()).isEmpty();
        assertThat(TwoKeyProof.class.getConstructors()).isEmpty();
        assertThat(
                        Arrays.stream(KeyHistory.class.getDeclaredFields())
                                .filter(field -> !Modifier.isStatic(field.getModifiers())))
                .allSatisfy(field -> assertThat(Modifier.isFinal(field.getModifiers())).isTrue());
    }

    @Test
    void aSignatureGivenBeforeARevocationOpensNothingAfterIt() {
        Approval steward = Signers.approval(STEWARD, Signers.ORDER, AT);
        Approval chair = Signers.approval(CHAIR, Signers.ORDER, AT);
        Instant revoked = AT.plusSeconds(60);
        KeyHistory after =
                accept(
                        change(
                                history(),
                                order("MY-1", List.of(CHAIR), List.of()),
                                revoked,
                                STEWARD,
                                CHAIRS_SPARE));
        List<Approval> both = List.of(steward, chair);

        assertThat(
                        new TwoKeys(after.register())
                                .open(Signers.ORDER, both, revoked.minusNanos(1))
                                .isAccepted())
                .isTrue();
        assertRefused(
                new TwoKeys(after.register()).open(Signers.ORDER, both, revoked),
                KeyRule.CREDENTIAL_VALID);
        assertThat(KeyRule.CREDENTIAL_VALID.basis())
                .extracting(Object::toString)
                .containsExactly("CC art. 173");
        assertThat(after.registerAt(revoked.minusNanos(1))).isEqualTo(history().register());
        assertThat(after.registerAt(revoked)).isEqualTo(after.register());
    }

    @Test
    void aKeyMaySignItsOwnRevocationAndNothingLater() {
        KeyHistory after = accept(change(history(), newChair()));

        assertRefused(
                change(
                        after,
                        order("MY-2", List.of(DEPUTY), List.of()),
                        AT.plusSeconds(1),
                        STEWARD,
                        CHAIR),
                KeyRule.CREDENTIAL_VALID);
    }

    @Test
    void anEnrolledKeyOpensUntilItExpires() {
        KeyHistory after = accept(change(history(), newChair()));
        Credential enrolled = after.register().find(new CredentialId("K-OWN-3")).orElseThrow();
        KeyChangeOrder later =
                new KeyChangeOrder(
                        COMMUNITY,
                        "MY-2",
                        CONTRACT,
                        List.of(DEPUTY.id()),
                        List.of(),
                        STEWARD.holder(),
                        enrolled.validUntil().plusSeconds(60));

        assertThat(
                        change(after, later, enrolled.validUntil().minusNanos(1), STEWARD, enrolled)
                                .isAccepted())
                .isTrue();
        assertRefused(
                change(after, later, enrolled.validUntil(), STEWARD, enrolled),
                KeyRule.CREDENTIAL_VALID);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void anEnrolledKeyIsValidForFiveYearsAtMost(long seconds, boolean taken) {
        Instant until = AT.plus(KeyChangeOrder.MAX_VALIDITY).plusSeconds(seconds);

        if (taken) {
            assertThat(
                            enrolment("K-9", "K-9", "p", KeySide.TRUSTEE, AT, until)
                                    .credential()
                                    .validUntil())
                    .isEqualTo(until);
        } else {
            assertThatThrownBy(() -> enrolment("K-9", "K-9", "p", KeySide.TRUSTEE, AT, until))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aChangeExpiresAsAPaymentDoes() {
        assertThat(change(history(), fromEnd(), EXPIRES.minusNanos(1), STEWARD, CHAIR).isAccepted())
                .isTrue();
        assertRefused(change(history(), fromEnd(), EXPIRES, STEWARD, CHAIR), KeyRule.NOT_EXPIRED);
    }

    private static KeyChangeOrder fromEnd() {
        return order("MY-1", List.of(DEPUTY), List.of());
    }

    @Test
    void signaturesOfOneChangeCarryNoOther() {
        KeyChangeOrder signed = newChair();
        KeyChangeOrder other =
                order(
                        "MY-1",
                        List.of(CHAIR),
                        List.of(enrolment("K-OWN-3", "stranger", KeySide.OWNER_BODY, AT)));
        List<Approval> approvals = List.of(sign(STEWARD, signed, AT), sign(CHAIR, signed, AT));

        assertRefused(history().change(other, approvals, AT), KeyRule.SIGNATURE_VALID);
    }

    @Test
    void aChangeHappensOnceAndNeverBackwards() {
        KeyHistory after = accept(change(history(), order("MY-1", List.of(DEPUTY), List.of())));

        assertRefused(
                change(after, order("MY-1", List.of(CHAIRS_SPARE), List.of())),
                KeyRule.CHANGE_ONCE);
        assertRefused(
                change(
                        after,
                        order("MY-2", List.of(CHAIRS_SPARE), List.of()),
                        AT.minusNanos(1),
                        STEWARD,
                        CHAIR),
                KeyRule.CHANGE_FORWARD);
        assertRefused(
                change(after, order("MY-2", List.of(DEPUTY), List.of())), KeyRule.REVOKED_IN_FORCE);
    }

    @Test
    void refusesAKeyThatWouldUndoTheSeparation() {
        assertRefused(
                enrol(enrolment("K-NEW", "steward", KeySide.OWNER_BODY, AT)),
                KeyRule.HOLDER_OF_ONE_SIDE);
        assertRefused(
                enrol(
                        enrolment(
                                "K-NEW",
                                STEWARD.id().value(),
                                "other",
                                KeySide.TRUSTEE,
                                AT,
                                AT.plusSeconds(1))),
                KeyRule.KEY_NEW);
        assertRefused(
                enrol(enrolment("K-FIRM-1", "K-NEW", "other", KeySide.TRUSTEE, AT, EXPIRES)),
                KeyRule.CREDENTIAL_NEW);
        assertRefused(
                enrol(enrolment("K-NEW", "other", KeySide.TRUSTEE, AT.minusNanos(1))),
                KeyRule.ENROLLED_AHEAD);
        assertRefused(
                change(
                        history(),
                        order(
                                "MY-1",
                                List.of(CHAIR),
                                List.of(enrolment("K-NEW", "other", KeySide.TRUSTEE, AT)))),
                KeyRule.SUBSTITUTE_OF_SAME_SIDE);
    }

    private static Outcome<KeyHistory> enrol(Enrolment key) {
        return change(history(), order("MY-1", List.of(), List.of(key)));
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500})
    void aRegisterHasFiveHundredCredentialsAtMost(int there) {
        List<Credential> many = new ArrayList<>(KEYS);
        for (int i = KEYS.size(); i < there; i++) {
            many.add(
                    new Credential(
                            new CredentialId("K-MANY-" + i),
                            STEWARD.holder(),
                            KeySide.TRUSTEE,
                            STEWARD.publicKey(),
                            STEWARD.validFrom(),
                            STEWARD.validUntil()));
        }
        Outcome<KeyHistory> changed =
                change(KeyHistory.of(COMMUNITY, CONTRACT, new KeyRegister(many)), newChair());

        if (there < KeyHistory.MAX_CREDENTIALS) {
            assertThat(changed.isAccepted()).isTrue();
        } else {
            assertRefused(changed, KeyRule.REGISTER_SIZE);
        }
    }

    @Test
    void refusesAChangeOfAnotherRegister() {
        KeyHistory elsewhere =
                KeyHistory.of(CommunityId.of("S002"), CONTRACT, new KeyRegister(KEYS));

        assertRefused(change(elsewhere, newChair()), KeyRule.CHANGE_OF_REGISTER);
    }

    @Test
    void changesComeBackFromTheirTextAndReplayToTheSameHistory() {
        EventCodec codec = EventCodec.of(KeysChanged.class);
        KeyHistory after = accept(change(history(), newChair()));
        after =
                accept(
                        change(
                                after,
                                order("MY-2", List.of(DEPUTY), List.of()),
                                AT.plusSeconds(1),
                                STEWARD,
                                CHAIRS_SPARE));

        List<KeysChanged> read =
                after.events().stream()
                        .map(
                                event ->
                                        (KeysChanged)
                                                codec.decode(codec.encode(event))
                                                        .orElseThrow(
                                                                ruling ->
                                                                        new IllegalStateException(
                                                                                ruling.toString())))
                        .toList();

        assertThat(accept(history().replay(read))).isEqualTo(after);
    }

    @Test
    void refusesARecordedChangeWhoseSignaturesAreNotOverIt() {
        KeysChanged event = accept(change(history(), newChair())).events().get(0);
        KeysChanged forged =
                new KeysChanged(
                        event.community(),
                        event.occurredAt(),
                        order(
                                "MY-1",
                                List.of(CHAIR),
                                List.of(enrolment("K-OWN-3", "thief", KeySide.OWNER_BODY, AT))),
                        event.approvals());
        KeysChanged once =
                new KeysChanged(
                        event.community(),
                        event.occurredAt(),
                        event.order(),
                        event.approvals().subList(0, 1));

        KeysChanged elsewhere =
                new KeysChanged(
                        CommunityId.of("S002"),
                        event.occurredAt(),
                        event.order(),
                        event.approvals());

        assertRefused(history().replay(List.of(forged)), KeyRule.SIGNATURE_VALID);
        assertRefused(history().replay(List.of(elsewhere)), KeyRule.CHANGE_AS_RECORDED);
        assertRefused(history().replay(List.of(once)), KeyRule.TWO_APPROVALS);
    }

    @Test
    void anOrderRevokesOneKeyEnrolsOneOrBoth() {
        Enrolment key = enrolment("K-NEW", "other", KeySide.TRUSTEE, AT);

        assertThatThrownBy(() -> order("MY-1", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("MY-1", List.of(CHAIR, DEPUTY), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> order("MY-1", List.of(), List.of(key, key)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
