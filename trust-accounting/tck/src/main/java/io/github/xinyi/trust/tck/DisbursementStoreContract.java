package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of disbursements must keep: what was signed comes back to the last bit, and of
 * two changes at once one is kept.
 *
 * @since 0.1.0
 */
public abstract class DisbursementStoreContract {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");
    private static final Instant NANOS = Instant.parse("2025-03-01T02:00:00.123456789Z");

    private DisbursementStore store = new InMemoryDisbursementStore();

    /** For subclasses. */
    protected DisbursementStoreContract() {}

    /**
     * The store to be judged.
     *
     * @return a new store without disbursements, safe for 8 threads
     */
    protected abstract DisbursementStore createStore();

    /**
     * The same disbursements in a store that has nothing left in memory.
     *
     * @param store what {@link #createStore} returned
     * @return for a durable store a new one over the same data; by default the store itself
     */
    protected DisbursementStore reopen(DisbursementStore store) {
        return store;
    }

    /**
     * A request with two vouchers, not yet approved, expiring to the nanosecond.
     *
     * @param community whose money
     * @param id its number
     * @param requestedAt when it is asked for
     * @return the disbursement
     */
    public static Disbursement requested(CommunityId community, String id, Instant requestedAt) {
        List<Voucher> vouchers =
                List.of(
                        voucher("P2025-0055", Voucher.Kind.INVOICE, 12_345),
                        voucher("照片-1", Voucher.Kind.PHOTO, 0));
        OutflowOrder order =
                new OutflowOrder(
                        community,
                        id,
                        OutflowKind.PAYMENT,
                        PersonId.of("cleaner"),
                        Money.ofFen(12_345),
                        "三月保洁 𠮷 '\"\\% " + "x".repeat(180),
                        "SF-01",
                        vouchers.stream().map(Voucher::digest).toList(),
                        TestKeys.STEWARD,
                        "HT-2025-01",
                        requestedAt.plusSeconds(604_800),
                        "洪谷保洁有限公司");
        return new Disbursement(
                new PaymentRequest(order, "洪谷保洁有限公司", "R-17", vouchers, requestedAt),
                List.of(),
                Status.REQUESTED);
    }

    /**
     * The same request with both keys, handed to the bank three nanoseconds later.
     *
     * @param community whose money
     * @param id its number
     * @param requestedAt when it is asked for
     * @return the disbursement
     */
    public static Disbursement sent(CommunityId community, String id, Instant requestedAt) {
        Disbursement requested = requested(community, id, requestedAt);
        OutflowOrder order = requested.request().order();
        return new Disbursement(
                requested.request(),
                List.of(
                        TestKeys.approval(TestKeys.OWNERS_KEY.id(), order, requestedAt),
                        TestKeys.approval(TestKeys.FIRM_KEY.id(), order, requestedAt)),
                Status.SENT,
                List.of(step(Status.SENT, requestedAt.plusNanos(3))));
    }

    private static Step step(Status status, Instant at) {
        return new Step(status, at, new SourceDocument("notice", "ZL-" + status + " 𠮷"));
    }

    private static Voucher voucher(String number, Voucher.Kind kind, long fen) {
        return new Voucher(
                number,
                kind,
                LocalDate.of(2025, 2, 28),
                Money.ofFen(fen),
                MerkleHash.leaf(number.getBytes(StandardCharsets.UTF_8)));
    }

    @BeforeEach
    void openStore() {
        store = createStore();
    }

    @Test
    void required_D2_whatIsSignedComesBackWithItsDigest() {
        Disbursement requested = requested(COMMUNITY, "E0001", NANOS);
        assertThat(store.find(COMMUNITY, "E0001")).isEmpty();

        assertThat(store.insert(requested)).isTrue();

        store = reopen(store);
        Disbursement there = find("E0001");
        assertThat(there).isEqualTo(requested);
        assertThat(there.request().order().digest())
                .isEqualTo(requested.request().order().digest());
    }

    @Test
    void required_D2_aNameThatNobodySignedComesBackAsOneThatNobodySigned() {
        Disbursement signed = requested(COMMUNITY, "E0001", NANOS);
        PaymentRequest request = signed.request();
        OutflowOrder unnamed = request.order().naming("");
        Disbursement unsigned =
                new Disbursement(
                        new PaymentRequest(
                                unnamed,
                                request.payeeName(),
                                request.report(),
                                request.vouchers(),
                                request.requestedAt()),
                        List.of(),
                        Status.REQUESTED);

        assertThat(store.insert(unsigned)).isTrue();

        store = reopen(store);
        Disbursement there = find("E0001");
        assertThat(there).isEqualTo(unsigned);
        assertThat(there.request().isPayeeNameSigned()).isFalse();
        assertThat(there.request().order().digest()).isEqualTo(unnamed.digest());
        assertThat(there.request().order().digest()).isNotEqualTo(request.order().digest());
    }

    @Test
    void required_D2_anOrderWithoutVouchersComesBack() {
        OutflowOrder order =
                new OutflowOrder(
                        COMMUNITY,
                        "酬金-3",
                        OutflowKind.REMUNERATION,
                        PersonId.of("firm"),
                        Money.ofFen(Long.MAX_VALUE),
                        "酬",
                        "",
                        List.of(),
                        TestKeys.STEWARD,
                        "HT-2025-01",
                        NANOS);
        Disbursement requested =
                new Disbursement(
                        new PaymentRequest(order, "", "", List.of(), NANOS),
                        List.of(),
                        Status.REQUESTED);

        assertThat(store.insert(requested)).isTrue();

        assertThat(reopen(store).find(COMMUNITY, "酬金-3")).contains(requested);
    }

    @Test
    void required_D3_anIdIsUsedOnce() {
        Disbursement first = requested(COMMUNITY, "E0001", NANOS);
        assertThat(store.insert(first)).isTrue();

        assertThat(store.insert(requested(COMMUNITY, "E0001", NANOS.plusSeconds(1)))).isFalse();
        assertThat(store.insert(first)).isFalse();

        assertThat(find("E0001")).isEqualTo(first);
        assertThat(store.list(COMMUNITY, 0, 10)).containsExactly(first);
    }

    @Test
    void required_D3_advancesStepByStep() {
        List<Disbursement> steps = steps("E0001");
        assertThat(store.insert(steps.get(0))).isTrue();

        for (int i = 1; i < steps.size(); i++) {
            assertThat(store.advance(steps.get(i - 1), steps.get(i))).as("step %s", i).isTrue();
            store = reopen(store);
            assertThat(find("E0001")).isEqualTo(steps.get(i));
        }
    }

    @Test
    void required_D3_refusesToAdvanceWhatIsNoLongerAsExpected() {
        List<Disbursement> steps = steps("E0001");
        assertThat(store.advance(steps.get(0), steps.get(1))).as("nothing there").isFalse();
        assertThat(store.find(COMMUNITY, "E0001")).isEmpty();
        assertThat(store.insert(steps.get(0))).isTrue();
        assertThat(store.advance(steps.get(0), steps.get(1))).isTrue();

        assertThat(store.advance(steps.get(0), steps.get(1))).as("again").isFalse();
        assertThat(store.advance(steps.get(2), steps.get(3))).as("too early").isFalse();

        assertThat(find("E0001")).isEqualTo(steps.get(1));
    }

    @Test
    void required_D4_stepsAtTheBankComeBack() {
        Disbursement sent = sent(COMMUNITY, "E0001", NANOS);
        List<Step> both =
                List.of(sent.steps().get(0), step(Status.FAILED, NANOS.plusSeconds(2_000_000)));
        Disbursement failed =
                new Disbursement(sent.request(), sent.approvals(), Status.FAILED, both);
        assertThat(store.insert(requested(COMMUNITY, "E0002", NANOS))).isTrue();
        assertThat(store.insert(sent)).isTrue();

        store = reopen(store);
        assertThat(find("E0001")).isEqualTo(sent);
        assertThat(store.advance(sent, failed)).isTrue();

        store = reopen(store);
        assertThat(find("E0001")).isEqualTo(failed);
        assertThat(store.advance(sent, failed)).as("again").isFalse();
    }

    @Test
    void required_D4_whatWasSentAndPaidKeepsItsStep() {
        Disbursement sent = sent(COMMUNITY, "E0001", NANOS);
        Disbursement paid =
                new Disbursement(sent.request(), sent.approvals(), Status.PAID, sent.steps());
        assertThat(store.insert(sent)).isTrue();

        assertThat(store.advance(sent, paid)).isTrue();

        assertThat(reopen(store).find(COMMUNITY, "E0001")).contains(paid);
    }

    @Test
    void required_D5_opensAreThoseNotEndedAndNotExpired() {
        Disbursement asked = requested(COMMUNITY, "E2", NANOS);
        Instant expiry = asked.request().order().expiresAt();
        Disbursement paid = steps("E3").get(3);
        Disbursement withdrawn =
                new Disbursement(
                        requested(COMMUNITY, "E4", NANOS).request(),
                        List.of(),
                        Status.WITHDRAWN,
                        List.of(step(Status.WITHDRAWN, NANOS)));
        Disbursement sent = sent(COMMUNITY, "E1", NANOS);
        Disbursement theirs = requested(NEIGHBOUR, "E5", NANOS);
        for (Disbursement one : List.of(asked, paid, withdrawn, sent, theirs)) {
            assertThat(store.insert(one)).isTrue();
        }

        assertThat(store.open(COMMUNITY, NANOS)).containsExactly(sent, asked);
        assertThat(store.open(COMMUNITY, expiry.minusNanos(1))).containsExactly(sent, asked);
        assertThat(store.open(COMMUNITY, expiry)).containsExactly(sent);
        assertThat(store.open(NEIGHBOUR, NANOS)).containsExactly(theirs);
    }

    @Test
    void required_D5_insertsBesideTheOpenOnesThatWereSeenOnly() {
        Disbursement first = requested(COMMUNITY, "E1", NANOS);
        Disbursement second = requested(COMMUNITY, "E2", NANOS.plusNanos(1));
        assertThat(store.insertBeside(first, List.of())).isTrue();
        assertThat(store.insert(requested(NEIGHBOUR, "E9", NANOS))).isTrue();

        assertThat(store.insertBeside(second, List.of())).as("unseen").isFalse();
        assertThat(store.find(COMMUNITY, "E2")).isEmpty();
        assertThat(store.insertBeside(first, List.of(first))).as("there").isFalse();
        assertThat(store.insertBeside(second, List.of(first))).isTrue();

        assertThat(store.open(COMMUNITY, NANOS)).containsExactly(first, second);
    }

    @Test
    void required_D5_oneOfConcurrentRequestsSeesNothingOpen() {
        List<Boolean> inserted =
                Together.run(
                        8,
                        thread ->
                                store.insertBeside(
                                        requested(COMMUNITY, "E" + thread, NANOS), List.of()));

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(store.list(COMMUNITY, 0, 10)).hasSize(1);
    }

    @Test
    void required_D2_theRequestNeverChanges() {
        Disbursement first = requested(COMMUNITY, "E0001", NANOS);
        assertThat(store.insert(first)).isTrue();
        Disbursement other = requested(COMMUNITY, "E0001", NANOS.plusSeconds(1));

        boolean advanced;
        try {
            advanced = store.advance(first, other);
        } catch (IllegalArgumentException refused) {
            advanced = false;
        }

        assertThat(advanced).isFalse();
        assertThat(find("E0001")).isEqualTo(first);
    }

    @Test
    void required_D4_oneOfConcurrentChangesIsKept() {
        List<Disbursement> steps = steps("E0001");
        assertThat(store.insert(steps.get(0))).isTrue();

        List<Boolean> changed =
                Together.run(8, thread -> store.advance(steps.get(0), steps.get(1)));

        assertThat(changed).containsOnlyOnce(true);
        assertThat(find("E0001")).isEqualTo(steps.get(1));
    }

    @Test
    void required_D3_oneOfConcurrentRequestsIsKept() {
        List<Boolean> inserted =
                Together.run(
                        8,
                        thread ->
                                store.insert(
                                        requested(COMMUNITY, "E0001", NANOS.plusSeconds(thread))));

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(store.list(COMMUNITY, 0, 10)).hasSize(1);
    }

    @Test
    void required_F8_twoCommunitiesNeverMix() {
        Disbursement mine = requested(COMMUNITY, "E0001", NANOS);
        Disbursement theirs = requested(NEIGHBOUR, "E0001", NANOS.plusSeconds(1));

        assertThat(store.insert(mine)).isTrue();
        assertThat(store.insert(theirs)).isTrue();
        assertThat(store.advance(mine, steps("E0001").get(1))).isTrue();

        assertThat(store.find(NEIGHBOUR, "E0001")).contains(theirs);
        assertThat(store.list(NEIGHBOUR, 0, 10)).containsExactly(theirs);
        assertThat(store.find(NEIGHBOUR, "E0002")).isEmpty();
    }

    @Test
    void required_D3_idsThatLookAlikeAreDifferent() {
        Disbursement lower = requested(COMMUNITY, "e1", NANOS);
        Disbursement upper = requested(COMMUNITY, "E1", NANOS);

        assertThat(store.insert(lower)).isTrue();
        assertThat(store.insert(upper)).isTrue();

        assertThat(find("e1")).isEqualTo(lower);
        assertThat(find("E1")).isEqualTo(upper);
    }

    @Test
    void required_T1_listsTheLatestRequestFirst() {
        Disbursement late = requested(COMMUNITY, "E0", NANOS.plusNanos(1));
        Disbursement second = requested(COMMUNITY, "E2", NANOS);
        Disbursement first = requested(COMMUNITY, "E1", NANOS);
        for (Disbursement disbursement : List.of(late, second, first)) {
            assertThat(store.insert(disbursement)).isTrue();
        }

        assertThat(store.list(COMMUNITY, 0, 10)).containsExactly(late, first, second);
        assertThat(store.list(COMMUNITY, 1, 1)).containsExactly(first);
        assertThat(store.list(COMMUNITY, 2, 10)).containsExactly(second);
        assertThat(store.list(COMMUNITY, 3, 10)).isEmpty();
    }

    private Disbursement find(String id) {
        Optional<Disbursement> found = store.find(COMMUNITY, id);
        assertThat(found).isPresent();
        return found.orElseThrow();
    }

    /** Requested, one key, two keys, paid. */
    private static List<Disbursement> steps(String id) {
        Disbursement requested = requested(COMMUNITY, id, NANOS);
        OutflowOrder order = requested.request().order();
        List<Approval> approvals = new ArrayList<>();
        List<Disbursement> steps = new ArrayList<>(List.of(requested));
        approvals.add(TestKeys.approval(TestKeys.OWNERS_KEY.id(), order, NANOS.plusNanos(1)));
        steps.add(new Disbursement(requested.request(), approvals, Status.REQUESTED));
        approvals.add(TestKeys.approval(TestKeys.FIRM_KEY.id(), order, NANOS.plusNanos(2)));
        steps.add(new Disbursement(requested.request(), approvals, Status.AUTHORISED));
        steps.add(new Disbursement(requested.request(), approvals, Status.PAID));
        return steps;
    }
}
