package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasePlanTest {

    private static final CommunityId HERE = CommunityId.of("安和苑");
    private static final CaseId CASE = CaseId.of("C-1");
    private static final Motion.Document PAPER = new Motion.Document("0f".repeat(32));

    @Test
    void announcesFiveLines() {
        assertThat(plan(Funding.MAINTENANCE_FUND, 8_600_000).sheet())
                .isEqualTo("xinyi-plan/1\n安和苑\nC-1\n" + PAPER + "\nMAINTENANCE_FUND 8600000\n");
    }

    /** {@code printf 'xinyi-plan/1\n...' | sha256sum} gives the same digits. */
    @Test
    void isKnownByTheDigestOfItsSheet() {
        assertThat(plan(Funding.MAINTENANCE_FUND, 8_600_000).document().sha256())
                .isEqualTo("28b4a03d5640adbc31a1da9611a6769eebcae8770e13d5e4a0b22724fa321872");
    }

    @Test
    void differsWithEveryPartOfIt() {
        CasePlan plan = plan(Funding.DONATION, 5);
        Stream<CasePlan> others =
                Stream.of(
                        new CasePlan(CommunityId.of("x"), CASE, PAPER, Funding.DONATION, 5),
                        new CasePlan(HERE, CaseId.of("C-2"), PAPER, Funding.DONATION, 5),
                        new CasePlan(
                                HERE,
                                CASE,
                                new Motion.Document("1f".repeat(32)),
                                Funding.DONATION,
                                5),
                        plan(Funding.SERVICE_FEES, 5),
                        plan(Funding.DONATION, 6));

        assertThat(others.map(CasePlan::document).distinct())
                .hasSize(5)
                .doesNotContain(plan.document());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, CasePlan.MAX_BUDGET_FEN})
    void takesABudgetFromOneFenToTenBillionYuan(long fen) {
        assertThatCode(() -> plan(Funding.DONATION, fen)).doesNotThrowAnyException();
        assertThatCode(() -> new PaymentReference("E1", fen, PAPER)).doesNotThrowAnyException();
        assertThatCode(() -> new PaymentReturn("T1", "E1", fen)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, CasePlan.MAX_BUDGET_FEN + 1})
    void refusesABudgetOutsideOfThat(long fen) {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(Funding.DONATION, fen));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentReference("E1", fen, PAPER));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentReturn("T1", "E1", fen));
    }

    @Test
    void costsNothingExactlyWhereNobodyPays() {
        assertThat(plan(Funding.NONE, 0).budgetFen()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> plan(Funding.NONE, 1));
    }

    @Test
    void namesAPaymentByItsNumberInTheAccounts() {
        assertThat(new PaymentReference("D".repeat(64), 1, PAPER).disbursement()).hasSize(64);
        for (String number : List.of("", " ", "D".repeat(65), "D\n1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PaymentReference(number, 1, PAPER));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PaymentReturn(number, "E1", 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PaymentReturn("T1", number, 1));
        }
    }

    private static CasePlan plan(Funding funding, long fen) {
        return new CasePlan(HERE, CASE, PAPER, funding, fen);
    }
}
