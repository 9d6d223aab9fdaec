package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores of disbursements that are wrong in one way each, and the check that says so. */
class BrokenDisbursementStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(TakesAnIdTwice.class, "required_D3_anIdIsUsedOnce"),
                Arguments.of(
                        AdvancesFromAnything.class,
                        "required_D3_refusesToAdvanceWhatIsNoLongerAsExpected"),
                Arguments.of(LosesSteps.class, "required_D4_stepsAtTheBankComeBack"),
                Arguments.of(
                        LosesTheStepOnPayment.class, "required_D4_whatWasSentAndPaidKeepsItsStep"),
                Arguments.of(
                        ForgetsWhatIsAtTheBank.class,
                        "required_D5_opensAreThoseNotEndedAndNotExpired"),
                Arguments.of(
                        ExpiresAMomentLate.class, "required_D5_opensAreThoseNotEndedAndNotExpired"),
                Arguments.of(
                        ReservesForTheEnded.class,
                        "required_D5_opensAreThoseNotEndedAndNotExpired"),
                Arguments.of(
                        InsertsBesideAnything.class,
                        "required_D5_insertsBesideTheOpenOnesThatWereSeenOnly"),
                Arguments.of(
                        LooksBeforeItInserts.class,
                        "required_D5_oneOfConcurrentRequestsSeesNothingOpen"),
                Arguments.of(MixesCommunities.class, "required_F8_twoCommunitiesNeverMix"),
                Arguments.of(FoldsCase.class, "required_D3_idsThatLookAlikeAreDifferent"),
                Arguments.of(ListsTheEarliestFirst.class, "required_T1_listsTheLatestRequestFirst"),
                Arguments.of(
                        CutsToMilliseconds.class, "required_D2_whatIsSignedComesBackWithItsDigest"),
                Arguments.of(
                        LosesTheNameThatIsSigned.class,
                        "required_D2_whatIsSignedComesBackWithItsDigest"),
                Arguments.of(
                        TakesAnyNameForSigned.class,
                        "required_D2_aNameThatNobodySignedComesBackAsOneThatNobodySigned"),
                Arguments.of(JoinsItsVouchers.class, "required_D2_anOrderWithoutVouchersComesBack"),
                Arguments.of(ChangesTheRequest.class, "required_D2_theRequestNeverChanges"),
                Arguments.of(LosesTheSecondKey.class, "required_D3_advancesStepByStep"),
                Arguments.of(HoldsNothing.class, "required_D5_opensAreThoseNotEndedAndNotExpired"),
                Arguments.of(DeletesWhatEnded.class, "required_D4_stepsAtTheBankComeBack"));
    }

    private static final KillMatrix MATRIX = KillMatrix.of(DisbursementStoreContract.class);

    @ParameterizedTest
    @MethodSource("brokenStores")
    void aBrokenStoreFailsTheCheckThatIsMeant(Class<?> contract, String check) {
        Set<String> failed = ContractChecks.failed(contract, 14);

        MATRIX.add(contract, failed);
        assertThat(failed).contains(check);
    }

    @AfterAll
    static void writeTheMatrix() {
        KillMatrix.write();
        assertThat(MATRIX.caughtByNone(brokenStores())).as("checks that caught no store").isEmpty();
    }

    @Test
    void theUnbrokenStorePassesByTheSameRoute() {
        assertThat(ContractChecks.failed(Broken.class, 14)).isEmpty();
    }

    /** A contract whose store asks a sound one and changes an answer. */
    static class Broken extends DisbursementStoreContract implements DisbursementStore {

        final InMemoryDisbursementStore sound = new InMemoryDisbursementStore();

        @Override
        protected DisbursementStore createStore() {
            return this;
        }

        @Override
        public boolean insert(Disbursement disbursement) {
            return sound.insert(disbursement);
        }

        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            return sound.insertBeside(disbursement, open);
        }

        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return sound.open(community, at);
        }

        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            return sound.advance(expected, next);
        }

        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return sound.find(community, id);
        }

        @Override
        public List<Disbursement> list(CommunityId community, int offset, int limit) {
            return sound.list(community, offset, limit);
        }
    }

    static class TakesAnIdTwice extends Broken {
        @Override
        public boolean insert(Disbursement disbursement) {
            super.insert(disbursement);
            return true;
        }
    }

    static class AdvancesFromAnything extends Broken {
        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            CommunityId community = expected.request().order().community();
            return find(community, expected.id())
                    .map(there -> super.advance(there, next))
                    .orElse(false);
        }
    }

    static class LosesSteps extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id)
                    .map(
                            there ->
                                    there.steps().isEmpty()
                                            ? there
                                            : new Disbursement(
                                                    there.request(),
                                                    there.approvals(),
                                                    Status.AUTHORISED));
        }
    }

    static class LosesTheStepOnPayment extends Broken {
        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            return super.advance(
                    expected,
                    next.status() == Status.PAID
                            ? new Disbursement(next.request(), next.approvals(), Status.PAID)
                            : next);
        }
    }

    static class ForgetsWhatIsAtTheBank extends Broken {
        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return super.open(community, at).stream()
                    .filter(one -> at.isBefore(one.request().order().expiresAt()))
                    .toList();
        }
    }

    static class ExpiresAMomentLate extends Broken {
        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return super.open(community, at.minusNanos(1));
        }
    }

    static class ReservesForTheEnded extends Broken {
        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return list(community, 0, 100).stream()
                    .filter(
                            one ->
                                    one.isOpenAt(at)
                                            || at.isBefore(one.request().order().expiresAt()))
                    .sorted(Comparator.comparing(Disbursement::id))
                    .toList();
        }
    }

    static class InsertsBesideAnything extends Broken {
        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            return insert(disbursement);
        }
    }

    /** The two steps of a check and a write, with room for another thread between them. */
    static class LooksBeforeItInserts extends Broken {
        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            boolean isAlone =
                    open.containsAll(
                            open(
                                    disbursement.request().order().community(),
                                    disbursement.request().requestedAt()));
            long until = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return isAlone && insert(disbursement);
        }
    }

    static class MixesCommunities extends Broken {
        @Override
        public List<Disbursement> list(CommunityId community, int offset, int limit) {
            return Stream.of("S001", "S002")
                    .flatMap(id -> super.list(CommunityId.of(id), offset, limit).stream())
                    .toList();
        }
    }

    static class FoldsCase extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id.toUpperCase(Locale.ROOT))
                    .or(() -> super.find(community, id));
        }
    }

    static class ListsTheEarliestFirst extends Broken {
        @Override
        public List<Disbursement> list(CommunityId community, int offset, int limit) {
            return super.list(community, 0, 1_000).stream()
                    .sorted(Comparator.comparing((Disbursement one) -> one.request().requestedAt()))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }
    }

    static class CutsToMilliseconds extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id)
                    .map(
                            there ->
                                    new Disbursement(
                                            cut(there.request()),
                                            there.approvals(),
                                            there.status(),
                                            there.steps()));
        }

        private static PaymentRequest cut(PaymentRequest request) {
            return new PaymentRequest(
                    request.order(),
                    request.payeeName(),
                    request.report(),
                    request.vouchers(),
                    request.requestedAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** One column for the name that is shown, and none that says whether the keys signed it. */
    abstract static class KeepsOneName extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id)
                    .map(
                            there ->
                                    new Disbursement(
                                            told(there.request()),
                                            there.approvals(),
                                            there.status(),
                                            there.steps()));
        }

        private PaymentRequest told(PaymentRequest request) {
            return new PaymentRequest(
                    request.order().naming(signed(request.payeeName())),
                    request.payeeName(),
                    request.report(),
                    request.vouchers(),
                    request.requestedAt());
        }

        abstract String signed(String shown);
    }

    static class LosesTheNameThatIsSigned extends KeepsOneName {
        @Override
        String signed(String shown) {
            return "";
        }
    }

    static class TakesAnyNameForSigned extends KeepsOneName {
        @Override
        String signed(String shown) {
            return shown;
        }
    }

    /** An order and its vouchers in one query, which has no row for an order without any. */
    static class JoinsItsVouchers extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id).filter(one -> !one.request().vouchers().isEmpty());
        }
    }

    /** What both keys have signed is replaced by something else. */
    static class ChangesTheRequest extends Broken {

        private final Map<String, Disbursement> changed = new ConcurrentHashMap<>();

        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            if (expected.request().equals(next.request())) {
                return super.advance(expected, next);
            }
            changed.put(next.id(), next);
            return true;
        }

        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return Optional.ofNullable(changed.get(id)).or(() -> super.find(community, id));
        }
    }

    static class LosesTheSecondKey extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id)
                    .map(
                            there ->
                                    there.status() == Status.AUTHORISED
                                            ? new Disbursement(
                                                    there.request(),
                                                    there.approvals().subList(0, 1),
                                                    Status.REQUESTED)
                                            : there);
        }
    }

    /** What is asked for is not counted against what is available, as in many a ledger. */
    static class HoldsNothing extends Broken {
        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return List.of();
        }

        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            return insert(disbursement);
        }
    }

    /** What came to nothing is removed, so that nobody sees that it was asked for. */
    static class DeletesWhatEnded extends Broken {
        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return super.find(community, id)
                    .filter(one -> one.status() == Status.PAID || !one.status().isEnd());
        }
    }
}
