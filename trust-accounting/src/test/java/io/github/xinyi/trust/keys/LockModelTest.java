package io.github.xinyi.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every state that three persons can bring the lock into, in every distribution of the sides: no
 * proof comes out without two persons of two sides, and with them one always does.
 */
class LockModelTest {

    private static final List<String> PERSONS = List.of("ann", "bea", "cai");

    private enum Role {
        TRUSTEE,
        OWNER_BODY,
        OUTSIDER
    }

    /**
     * What a person may hand in: their own signature, one over other words, one as someone else.
     */
    private record Act(String signer, String claimed, boolean otherOrder) {
        boolean isGenuine() {
            return signer.equals(claimed) && !otherOrder;
        }
    }

    /** Approvals taken so far, and whether the order has expired. */
    private record State(List<Act> given, boolean expired) {}

    private static final OutflowOrder OTHER =
            new OutflowOrder(
                    Signers.ORDER.community(),
                    Signers.ORDER.id(),
                    Signers.ORDER.kind(),
                    Signers.ORDER.payee(),
                    Signers.ORDER.amount().plus(Signers.ORDER.amount()),
                    Signers.ORDER.purpose(),
                    Signers.ORDER.budgetLine(),
                    Signers.ORDER.vouchers(),
                    Signers.ORDER.initiator(),
                    Signers.ORDER.policy(),
                    Signers.ORDER.expiresAt());

    private final Map<String, Approval> signed = new LinkedHashMap<>();

    @Test
    void noProofWithoutTwoPersonsOfTwoSides() {
        int states = 0;
        int lists = 0;
        int proofs = 0;
        for (Role a : Role.values()) {
            for (Role b : Role.values()) {
                for (Role c : Role.values()) {
                    Map<String, Role> roles = Map.of("ann", a, "bea", b, "cai", c);
                    TwoKeys lock = new TwoKeys(register(roles));
                    Set<State> reached = explore(lock, roles);
                    states += reached.size();
                    for (State state : reached) {
                        proofs += checked(lock, roles, state) ? 1 : 0;
                    }
                    for (List<Act> list : pairs()) {
                        lists++;
                        checked(lock, roles, new State(list, false));
                    }
                }
            }
        }

        System.out.printf(
                "lock: %d states reached, %d of them open; %d more lists tried past the lock's own"
                        + " steps%n",
                states, proofs, lists);
        assertThat(states).isGreaterThan(200);
        assertThat(proofs).isPositive();
    }

    /** Breadth first, until no action leads to a new state. */
    private Set<State> explore(TwoKeys lock, Map<String, Role> roles) {
        State start = new State(List.of(), false);
        Set<State> reached = new LinkedHashSet<>(Set.of(start));
        Deque<State> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (State next : next(lock, roles, open.remove())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private List<State> next(TwoKeys lock, Map<String, Role> roles, State state) {
        List<State> next = new ArrayList<>();
        next.add(new State(state.given(), true));
        Instant at = state.expired() ? Signers.EXPIRES : Signers.AT;
        for (Act act : acts()) {
            Outcome<List<Approval>> taken =
                    lock.approve(Signers.ORDER, approvals(state), approval(act, at));
            boolean mayBeTaken =
                    act.isGenuine()
                            && !state.expired()
                            && roles.get(act.signer()) != Role.OUTSIDER
                            && sides(roles, state.given()).add(roles.get(act.signer()));
            assertThat(taken.isAccepted())
                    .as("%s after %s in %s", act, state, roles)
                    .isEqualTo(mayBeTaken);
            if (taken.isAccepted()) {
                List<Act> given = new ArrayList<>(state.given());
                given.add(act);
                next.add(new State(List.copyOf(given), state.expired()));
            }
        }
        return next;
    }

    private boolean checked(TwoKeys lock, Map<String, Role> roles, State state) {
        boolean mayOpen =
                !state.expired()
                        && state.given().size() == 2
                        && state.given().stream().allMatch(Act::isGenuine)
                        && sides(roles, state.given())
                                .equals(Set.of(Role.TRUSTEE, Role.OWNER_BODY));
        Instant at = state.expired() ? Signers.EXPIRES : Signers.AT;

        Outcome<TwoKeyProof> opened = lock.open(Signers.ORDER, approvals(state), at);

        assertThat(opened.isAccepted()).as("%s in %s", state, roles).isEqualTo(mayOpen);
        return mayOpen;
    }

    private static Set<Role> sides(Map<String, Role> roles, List<Act> given) {
        Set<Role> sides = new LinkedHashSet<>();
        given.forEach(act -> sides.add(roles.getOrDefault(act.signer(), Role.OUTSIDER)));
        return sides;
    }

    private static List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (String signer : PERSONS) {
            for (String claimed : PERSONS) {
                acts.add(new Act(signer, claimed, false));
            }
            acts.add(new Act(signer, signer, true));
        }
        return acts;
    }

    private static List<List<Act>> pairs() {
        List<List<Act>> pairs = new ArrayList<>();
        for (Act first : acts()) {
            for (Act second : acts()) {
                pairs.add(List.of(first, second));
            }
        }
        return pairs;
    }

    private List<Approval> approvals(State state) {
        return state.given().stream().map(act -> approval(act, Signers.AT)).toList();
    }

    private Approval approval(Act act, Instant at) {
        return signed.computeIfAbsent(
                act + " " + at,
                key ->
                        Signers.approval(
                                new CredentialId("K-" + act.claimed()),
                                "K-" + act.signer(),
                                act.otherOrder() ? OTHER : Signers.ORDER,
                                at));
    }

    private static KeyRegister register(Map<String, Role> roles) {
        List<Credential> credentials = new ArrayList<>();
        for (String person : PERSONS) {
            if (roles.get(person) == Role.TRUSTEE) {
                credentials.add(Signers.credential("K-" + person, person, KeySide.TRUSTEE));
            } else if (roles.get(person) == Role.OWNER_BODY) {
                credentials.add(Signers.credential("K-" + person, person, KeySide.OWNER_BODY));
            }
        }
        return new KeyRegister(credentials);
    }
}
