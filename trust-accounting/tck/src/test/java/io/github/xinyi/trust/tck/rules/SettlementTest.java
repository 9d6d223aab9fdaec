package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.statement.HandOverStatement;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementRule;
import io.github.xinyi.trust.statement.StatementView;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Guards F4 after a take-over: what a replaced firm has earned and not drawn (Trust Law 35, 58).
 */
class SettlementTest {

    /** The first day on which the firm no longer serves. */
    private static final LocalDate OVER = LocalDate.of(2025, 6, 1);

    private final Village village = new Village(Ratio.of(1, 3));

    /** 100 fen earned and 40 of them drawn; what comes from the take-over on earns nothing. */
    SettlementTest() {
        village.collect("R1", OVER.minusDays(10), 300);
        accept(village.drawOn(OVER.minusDays(5), 40));
        village.takenOver(OVER);
        village.collect("R2", OVER, 600);
    }

    private PaymentRequest settlement(String id, PersonId payee, long fen) {
        return village.request(id, OutflowKind.HAND_OVER, payee, fen, "REMUNERATION", List.of());
    }

    private Outcome<Acknowledgement> settle(String id, long fen) {
        return village.authoriseAndPayOn(OVER.plusDays(1), settlement(id, FIRM, fen));
    }

    private void report() {
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        OVER,
                                        PersonId.of("committee"),
                                        Village.noon(OVER))));
    }

    private Money available() {
        return village.book.read(
                reader -> village.remuneration.available(reader, OVER.plusDays(1)));
    }

    @Test
    void paysWhatWasEarnedAndNotDrawnAndNotOneFenMore() {
        report();

        assertRefused(settle("above", 61), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(settle("below", 59));
        assertThat(available()).isEqualTo(Money.ofFen(1));
        accept(settle("at", 1));
        assertRefused(settle("again", 1), RemunerationRule.WITHIN_ENTITLEMENT);

        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(800));
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(100));
    }

    @Test
    void isPaidAfterTheReportOnTheTrust() {
        assertRefused(settle("S1", 1), LifeRule.HANDED_OVER_IN_ORDER);
    }

    @Test
    void isPaidToTheFirmAndToNobodyElse() {
        report();

        assertRefused(
                village.authoriseAndPayOn(
                        OVER.plusDays(1), settlement("S1", PersonId.of("sister-firm"), 1)),
                RemunerationRule.PAYEE_IS_TRUSTEE);
    }

    @Test
    void isNotPaidWhileTheFirmServes() {
        Village serving = new Village(Ratio.of(1, 3));
        serving.collect("R1", Village.DAY, 300);

        assertRefused(
                serving.authoriseAndPayOn(
                        Village.DAY,
                        serving.request(
                                "S1", OutflowKind.HAND_OVER, FIRM, 1, "REMUNERATION", List.of())),
                LifeRule.OPEN_FOR_ACTIVITY,
                LifeRule.HANDED_OVER_IN_ORDER);
    }

    @Test
    void isNotPaidWhileALossIsUnrepairedByTrustLaw36() {
        report();
        accept(
                village.judge(
                        course ->
                                course.findLoss(
                                        "L1",
                                        OVER,
                                        new SourceDocument("finding", "CF-1"),
                                        Village.noon(OVER))));

        assertRefused(settle("S1", 1), RemunerationRule.LOSS_REPAIRED);
    }

    @Test
    void isNoDrawOfTheFirmThatFollows() {
        report();
        accept(settle("S1", 60));

        assertThat(
                        village.book.<Money>read(
                                reader ->
                                        reader.turnover(
                                                        ChartOfAccounts.REMUNERATION_PAYABLE,
                                                        EntryKind.REMUNERATION_DRAW,
                                                        OVER,
                                                        Village.LAST_DAY)
                                                .net()))
                .isEqualTo(Money.ofFen(0));
    }

    private LedgerExtract extract(LocalDate from) {
        return village.book.read(
                reader ->
                        LedgerExtract.of(
                                village.book.chart(),
                                reader,
                                new StatementBasis(
                                        Village.ID,
                                        from,
                                        OVER.plusDays(1),
                                        reader.frontier().size(),
                                        StatementView.INTERNAL)));
    }

    @Test
    void isStatedApartFromDrawsAndFromWhatTheSuccessorGets() {
        report();
        accept(settle("S1", 50));

        RemunerationStatement remuneration =
                RemunerationStatement.of(
                        extract(Village.FIRST_DAY), village.trusteeship.life(), Money.ofFen(0));
        HandOverStatement handOver =
                accept(HandOverStatement.of(extract(OVER), village.trusteeship.life()));

        assertThat(remuneration.drawnInTerm().amount()).isEqualTo(Money.ofFen(40));
        assertThat(remuneration.settled().records()).containsExactly("pay/S1");
        assertThat(remuneration.left()).contains(available()).contains(Money.ofFen(10));
        assertThat(remuneration.lines()).extracting(StatementLine::code).contains("settled");
        HandOverStatement.Section service = handOver.sections().get(0);
        assertThat(service.atEnd().amount()).isEqualTo(Money.ofFen(260));
        assertThat(service.since().amount()).isEqualTo(Money.ofFen(600 - 50));
        assertThat(service.handedOver().amount()).isEqualTo(Money.ofFen(0));
    }

    @Test
    void aHandOverIsStatedFromTheDayAfterTheLastOfAContractThatEndedEarly() {
        Village serving = new Village(Ratio.of(1, 3));

        assertRefused(
                HandOverStatement.of(extract(OVER), serving.trusteeship.life()),
                StatementRule.AFTER_TERM);
        assertThat(accept(HandOverStatement.of(extract(OVER), village.trusteeship.life())))
                .extracting(HandOverStatement::contract)
                .isEqualTo(Village.CONTRACT);
    }
}
