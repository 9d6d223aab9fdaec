package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyChangeOrder;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every state into which three sides (the firm, the owners, and whoever is neither) with four
 * credentials of their own and one that takes the place of another, and eight actions, can bring
 * one order and the register of keys: breadth first over states that were not seen, to the
 * fixpoint. Guards D1 to D4. Keys are revoked and substituted in between, before and after they
 * have signed.
 */
class TwoKeyControlModelTest {

    private static final Instant EXPIRY = AT.plus(Duration.ofDays(7));
    private static final SourceDocument PAPER = new SourceDocument("notice", "N-1");

    /** The key that takes the place of the owners'. */
    private static final String SUBSTITUTE_KEY = "K-O2";

    /** Two persons of the firm, one of the owners and who follows that one, and a stranger. */
    private static final Map<String, Optional<KeySide>> SIDES =
            new TreeMap<>(
                    Map.of(
                            "K-T1",
                            Optional.of(KeySide.TRUSTEE),
                            "K-T2",
                            Optional.of(KeySide.TRUSTEE),
                            "K-O1",
                            Optional.of(KeySide.OWNER_BODY),
                            SUBSTITUTE_KEY,
                            Optional.of(KeySide.OWNER_BODY),
                            "K-X1",
                            Optional.empty()));

    private enum Action {
        REQUEST,
        APPROVE,
        FORGE,
        EXPIRE,
        SEND,
        PAY,
        REVOKE,
        SUBSTITUTE
    }

    private record Act(Action action, String key) {}

    /** What the model knows: no signatures, only who gave what, and the owners' key in force. */
    private record State(
            Optional<Status> status, List<String> keys, boolean expired, Optional<String> owners) {

        private boolean is(Status wanted) {
            return status.filter(wanted::equals).isPresent();
        }

        /** The state after an act, empty where it must be refused. */
        Optional<State> after(Act act) {
            return switch (act.action()) {
                case REQUEST ->
                        Optional.of(
                                status.isPresent()
                                        ? this
                                        : new State(
                                                Optional.of(Status.REQUESTED),
                                                keys,
                                                expired,
                                                owners));
                case APPROVE -> approved(act.key());
                case FORGE -> Optional.empty();
                case EXPIRE -> Optional.of(new State(status, keys, true, owners));
                case SEND ->
                        isOpen()
                                ? Optional.of(
                                        new State(Optional.of(Status.SENT), keys, false, owners))
                                : Optional.empty();
                case PAY ->
                        is(Status.PAID) || is(Status.SENT) || isOpen()
                                ? Optional.of(
                                        new State(Optional.of(Status.PAID), keys, expired, owners))
                                : Optional.empty();
                case REVOKE -> owners.map(key -> under(Optional.empty()));
                case SUBSTITUTE ->
                        owners.filter(key -> !key.equals(SUBSTITUTE_KEY))
                                .map(key -> under(Optional.of(SUBSTITUTE_KEY)));
            };
        }

        private State under(Optional<String> key) {
            return new State(status, keys, expired, key);
        }

        /** Both keys were given and are in force. */
        private boolean isOpen() {
            return is(Status.AUTHORISED) && !expired && owners.filter(keys::contains).isPresent();
        }

        private boolean isInForce(String key) {
            return !SIDES.getOrDefault(key, Optional.empty())
                            .equals(Optional.of(KeySide.OWNER_BODY))
                    || owners.filter(key::equals).isPresent();
        }

        private Optional<State> approved(String key) {
            Optional<KeySide> side = SIDES.getOrDefault(key, Optional.empty());
            boolean isOther =
                    keys.stream()
                            .noneMatch(k -> SIDES.getOrDefault(k, Optional.empty()).equals(side));
            if (!is(Status.REQUESTED) || expired || side.isEmpty() || !isOther || !isInForce(key)) {
                return Optional.empty();
            }
            List<String> more = new ArrayList<>(keys);
            more.add(key);
            Status next = more.size() == 2 ? Status.AUTHORISED : Status.REQUESTED;
            return Optional.of(new State(Optional.of(next), List.copyOf(more), false, owners));
        }
    }

    private final Map<String, Approval> signed = new HashMap<>();

    @Test
    void noOutflowWithoutTwoSidesInAnyReachableState() {
        State start = new State(Optional.empty(), List.of(), false, Optional.of("K-O1"));
        Map<State, List<Act>> paths = new LinkedHashMap<>(Map.of(start, List.of()));
        Deque<State> open = new ArrayDeque<>(List.of(start));
        int transitions = 0;
        int depth = 0;
        int paid = 0;
        while (!open.isEmpty()) {
            State state = open.remove();
            List<Act> path = paths.getOrDefault(state, List.of());
            depth = Math.max(depth, path.size());
            paid += state.is(Status.PAID) ? 1 : 0;
            for (Act act : acts()) {
                transitions++;
                State next = compared(state, path, act);
                if (!paths.containsKey(next)) {
                    List<Act> longer = new ArrayList<>(path);
                    longer.add(act);
                    paths.put(next, longer);
                    open.add(next);
                }
            }
        }

        System.out.printf(
                "two-key control: %d states to the fixpoint at depth %d, %d transitions, paid in %d"
                        + " states%n",
                paths.size(), depth, transitions, paid);
        assertThat(paths).as("states").hasSize(154);
        assertThat(depth).as("depth of the fixpoint, six at least").isEqualTo(7);
        assertThat(paid).as("states in which it was paid").isEqualTo(40);
    }

    private static List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (Action action : Action.values()) {
            if (action == Action.APPROVE || action == Action.FORGE) {
                SIDES.keySet().forEach(key -> acts.add(new Act(action, key)));
            } else {
                acts.add(new Act(action, ""));
            }
        }
        return acts;
    }

    /** Walks the same way in a new village, and compares it with the model. */
    private State compared(State state, List<Act> path, Act act) {
        Village village = village();
        boolean expired = false;
        for (Act before : path) {
            assertThat(does(village, before, expired)).as("%s on %s", before, path).isTrue();
            expired |= before.action() == Action.EXPIRE;
        }
        Optional<State> expected = state.after(act);

        boolean isDone = does(village, act, expired);

        boolean isRepeated = act.action() == Action.APPROVE && state.keys().contains(act.key());
        boolean isSentBefore = act.action() == Action.SEND && state.is(Status.SENT);
        if (isDone && expected.isEmpty()) {
            assertThat(!state.expired() && (isRepeated || isSentBefore || sentThenPaid(path, act)))
                    .as("%s after %s", act, path)
                    .isTrue();
        } else {
            assertThat(isDone).as("%s after %s", act, path).isEqualTo(expected.isPresent());
        }
        State next = expected.orElse(state);
        assertThat(seen(village)).as("%s after %s", act, path).isEqualTo(next.status());
        assertTwoSides(village, next);
        return next;
    }

    /** The same instruction again is answered as before, also when it has been paid since. */
    private static boolean sentThenPaid(List<Act> path, Act act) {
        return act.action() == Action.SEND
                && path.stream().anyMatch(before -> before.action() == Action.SEND);
    }

    private static Optional<Status> seen(Village village) {
        return village.payments.find(Village.ID, "E1").map(Disbursement::status);
    }

    private static void assertTwoSides(Village village, State state) {
        PaymentRequest request = village.lights("E1", 100);
        boolean hasLeft = village.book.find(Book.paymentId(request.order())).isPresent();
        assertThat(hasLeft).isEqualTo(state.is(Status.PAID));
        if (hasLeft) {
            assertThat(state.keys())
                    .hasSize(2)
                    .containsAnyOf("K-O1", SUBSTITUTE_KEY)
                    .containsAnyOf("K-T1", "K-T2");
        }
    }

    private boolean does(Village village, Act act, boolean expired) {
        Instant now = expired ? EXPIRY : AT;
        PaymentRequest request = village.lights("E1", 100);
        return switch (act.action()) {
            case REQUEST -> village.disbursements.request(request).isAccepted();
            case APPROVE ->
                    village.disbursements
                            .approve("E1", signature(act.key(), request.order(), now))
                            .isAccepted();
            case FORGE ->
                    village.disbursements
                            .approve(
                                    "E1",
                                    signature(act.key(), village.lights("E2", 100).order(), now))
                            .isAccepted();
            case EXPIRE -> true;
            case SEND -> village.disbursements.send("E1", PAPER, now).isAccepted();
            case PAY -> village.payAt("E1", now, expired ? DAY.plusDays(7) : DAY).isAccepted();
            case REVOKE -> changes(village, now, List.of());
            case SUBSTITUTE ->
                    changes(
                            village,
                            now,
                            List.of(
                                    TestKeys.credential(
                                            SUBSTITUTE_KEY,
                                            PersonId.of("p-" + SUBSTITUTE_KEY),
                                            KeySide.OWNER_BODY)));
        };
    }

    /** Takes the owners' key away under itself and a key of the firm. */
    private static boolean changes(Village village, Instant at, List<Credential> enrolled) {
        KeyRegister register = village.trusteeship.keys().register();
        boolean isChanged = register.find(new CredentialId(SUBSTITUTE_KEY)).isPresent();
        Instant now = isChanged ? at.plusSeconds(1) : at;
        Optional<CredentialId> revoked =
                register.credentials().stream()
                        .filter(key -> key.side() == KeySide.OWNER_BODY && key.isValidAt(now))
                        .map(Credential::id)
                        .findFirst();
        KeyChangeOrder order =
                new KeyChangeOrder(
                        Village.ID,
                        "MY-" + register.credentials().size() + enrolled.size(),
                        Village.CONTRACT,
                        List.of(revoked.orElse(new CredentialId("K-O1"))),
                        enrolled.stream()
                                .map(
                                        key ->
                                                new KeyChangeOrder.Enrolment(
                                                        key.id(),
                                                        key.holder(),
                                                        key.side(),
                                                        key.publicKey(),
                                                        now,
                                                        now.plus(Duration.ofDays(365))))
                                .toList(),
                        TestKeys.STEWARD,
                        EXPIRY.plus(Duration.ofDays(3)));
        List<Approval> approvals =
                List.of(new CredentialId("K-T1"), order.revoked().get(0)).stream()
                        .map(
                                key ->
                                        Approval.of(
                                                key,
                                                TestKeys.sign(
                                                        TestKeys.pair(key.value()),
                                                        order.digest().toByteArray()),
                                                now))
                        .toList();
        return village.trusteeship
                .changeKeys(village.command(), order, approvals, now)
                .isAccepted();
    }

    private Approval signature(String key, OutflowOrder order, Instant at) {
        return signed.computeIfAbsent(
                key + " " + order.id() + " " + at,
                name -> TestKeys.approval(new CredentialId(key), order, at));
    }

    private static Village village() {
        List<Credential> credentials = new ArrayList<>();
        SIDES.forEach(
                (key, side) ->
                        side.filter(known -> !key.equals(SUBSTITUTE_KEY))
                                .ifPresent(
                                        known ->
                                                credentials.add(
                                                        TestKeys.credential(
                                                                key,
                                                                PersonId.of("p-" + key),
                                                                known))));
        Village village =
                new Village(
                        Ratio.of(8, 100),
                        List.of(),
                        Village.USUAL_PAYMENTS,
                        new KeyRegister(credentials));
        village.post(SampleBook.opening("opening", 1_000));
        return village;
    }
}
