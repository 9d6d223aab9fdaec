package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.KeyHistory;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeysChanged;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.keys.TwoKeys;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who has signed for a disbursement, and who else must: keys and policy as they stand now. */
record SignedKeys(Trusteeship trusteeship, CumulativeLimits limits) {

    /** The lock under the keys as they stand now. */
    TwoKeys lock() {
        return new TwoKeys(trusteeship.keys().register());
    }

    /** What was agreed on payments; of what is at the bank, as it was agreed when it went there. */
    DisbursementPolicy policy(Disbursement there) {
        return there.sentAt()
                .map(sent -> trusteeship.payments().policyAt(sent))
                .orElseGet(() -> trusteeship.payments().policy());
    }

    /** Whether a limit is passed, alone or with what was split off. */
    boolean needsThird(BookReader reader, Disbursement there, Instant at) {
        return limits.arePassed(reader, policy(there).limits(), there, at);
    }

    /**
     * Judges all signatures for a payment at a moment. Whether a third person signs was judged when
     * it went to the bank.
     */
    Outcome<TwoKeyProof> opened(BookReader reader, Disbursement there, Instant at) {
        OutflowOrder order = there.request().order();
        Instant keysAt = keysAt(there, at);
        TwoKeys lock = lockFor(there);
        Outcome<TwoKeyProof> opened = lock.open(order, there.keys(), keysAt);
        if (there.sentAt().isPresent() || !needsThird(reader, there, at)) {
            return opened;
        }
        return opened.then(
                proof ->
                        there.approvals().size() < 3
                                ? Outcome.refused(
                                        Ruling.of(
                                                RuleCheck.of(
                                                        DisbursementRule.THIRD_PERSON_SIGNED,
                                                        false,
                                                        "id",
                                                        there.id())))
                                : lock.third(order, there.keys(), there.approvals().get(2), keysAt)
                                        .then(third -> Outcome.accepted(proof)));
    }

    /**
     * The lock of now; for what is at the bank, and which that does not open, the last one before
     * that does: a change that was recorded since may be dated before the sending.
     */
    private TwoKeys lockFor(Disbursement there) {
        TwoKeys now = lock();
        return there.sentAt().map(sent -> lockFor(there, sent, now)).orElse(now);
    }

    private TwoKeys lockFor(Disbursement there, Instant sent, TwoKeys now) {
        KeyHistory history = trusteeship.keys();
        List<KeysChanged> changes = history.events();
        return Stream.concat(
                        Stream.of(now),
                        IntStream.range(0, changes.size())
                                .mapToObj(i -> changes.get(changes.size() - 1 - i).occurredAt())
                                .map(at -> new TwoKeys(history.registerAt(at.minusNanos(1)))))
                .filter(lock -> lock.open(there.request().order(), there.keys(), sent).isAccepted())
                .findFirst()
                .orElse(now);
    }

    /** Of what is at the bank, the keys count that were in force when it went there. */
    private Instant keysAt(Disbursement there, Instant at) {
        return there.sentAt().orElseGet(() -> trusteeship.keys().notBeforeLastChange(at));
    }

    /** That none of them is of a person close to the payee. */
    Finding notClose(Disbursement there, List<Approval> approvals) {
        OutflowOrder order = there.request().order();
        DisbursementPolicy policy = policy(there);
        KeyRegister register = trusteeship.keys().register();
        boolean isClose =
                approvals.stream()
                        .flatMap(approval -> register.find(approval.credential()).stream())
                        .anyMatch(key -> policy.isClose(key.holder(), order.payee()));
        return RuleCheck.of(
                DisbursementRule.KEYS_NOT_CLOSE_TO_PAYEE, !isClose, "payee", order.payee());
    }
}
