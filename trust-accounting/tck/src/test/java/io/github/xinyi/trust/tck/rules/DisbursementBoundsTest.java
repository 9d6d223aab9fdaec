package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no request, voucher or disbursement can be, one below, at and one above each bound. */
class DisbursementBoundsTest {

    private static final SourceDocument PAPER = new SourceDocument("bank", "ZL-1");

    private final Village village = new Village(Ratio.of(8, 100));
    private final PaymentRequest request = village.lights("E1", 50);
    private final Instant expiry = request.order().expiresAt();

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "64, true", "65, false"})
    void aVoucherHasANumber(int length, boolean isOne) {
        expect(isOne, () -> Village.voucher("1".repeat(length), Voucher.Kind.INVOICE, 1));
    }

    @Test
    void aVouchersNumberIsNotBlank() {
        expect(false, () -> Village.voucher(" ", Voucher.Kind.INVOICE, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void aVoucherShowsNothingBelowZero(long fen, boolean isOne) {
        expect(isOne, () -> Village.voucher("P-1", Voucher.Kind.PHOTO, fen));
    }

    @ParameterizedTest
    @CsvSource({"100, 64, true", "101, 64, false", "100, 65, false", "0, 0, true"})
    void aRequestHasShortNames(int name, int report, boolean isOne) {
        expect(
                isOne,
                () ->
                        new PaymentRequest(
                                request.order().naming("名".repeat(name)),
                                "名".repeat(name),
                                "r".repeat(report),
                                request.vouchers(),
                                request.requestedAt()));
    }

    @Test
    void aRequestHasTheVouchersOfItsOrder() {
        expect(
                false,
                () ->
                        new PaymentRequest(
                                request.order().naming("名"),
                                "名",
                                "",
                                List.of(),
                                request.requestedAt()));
    }

    private List<Approval> keys(int number) {
        return Collections.nCopies(
                number, TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), Village.AT));
    }

    private Disbursement of(Status status, int keys, List<Step> steps) {
        return new Disbursement(request, keys(keys), status, steps);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, 0, true",
        "REQUESTED, 1, true",
        "REQUESTED, 2, false",
        "AUTHORISED, 1, false",
        "AUTHORISED, 2, true",
        "AUTHORISED, 3, true",
        "AUTHORISED, 4, false",
        "PAID, 1, false",
        "PAID, 2, true"
    })
    void stateAndNumberOfKeysAgree(Status status, int keys, boolean agree) {
        expect(agree, () -> of(status, keys, List.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SENT", "FAILED", "WITHDRAWN"})
    void whatHappenedAtTheBankHasItsStep(Status status) {
        Step step = new Step(status, Village.AT, PAPER);

        expect(false, () -> of(status, 2, List.of()));
        expect(true, () -> of(status, 2, List.of(step)));
        expect(false, () -> of(Status.AUTHORISED, 2, List.of(step)));
        expect(true, () -> of(Status.PAID, 2, List.of(step)));
        expect(true, () -> of(status, 2, List.of(step, step)));
        expect(false, () -> of(status, 2, List.of(step, step, step)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"REQUESTED", "AUTHORISED", "PAID"})
    void keysAndBookMakeWhatIsNoStep(Status status) {
        expect(false, () -> new Step(status, Village.AT, PAPER));
    }

    @Test
    void holdsItsMoneyUntilItExpiresOrEnds() {
        Step sent = new Step(Status.SENT, Village.AT, PAPER);
        Step failed = new Step(Status.FAILED, Village.AT, PAPER);
        Disbursement asked = of(Status.REQUESTED, 0, List.of());

        assertThat(asked.isOpenAt(expiry.minusNanos(1))).isTrue();
        assertThat(asked.isOpenAt(expiry)).isFalse();
        assertThat(of(Status.SENT, 2, List.of(sent)).isOpenAt(expiry.plusSeconds(9))).isTrue();
        assertThat(of(Status.FAILED, 2, List.of(sent, failed)).isOpenAt(Village.AT)).isFalse();
        assertThat(of(Status.PAID, 2, List.of()).isOpenAt(Village.AT)).isFalse();
        assertThat(of(Status.FAILED, 2, List.of(sent, failed)).sentAt()).contains(Village.AT);
        assertThat(asked.sentAt()).isEmpty();
    }

    private static void expect(boolean isOne, ThrowingCallable made) {
        if (isOne) {
            assertThatCode(made).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException().isThrownBy(made);
        }
    }
}
