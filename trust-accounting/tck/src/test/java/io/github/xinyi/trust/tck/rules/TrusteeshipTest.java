package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.LAST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyChangeOrder;
import io.github.xinyi.trust.keys.KeyHistory;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards D1, D3, F5 and F9 where payments ask the courses of contract, keys and budget. */
class TrusteeshipTest {

    static final Credential DEPUTY =
            TestKeys.credential("K-OWN-2", PersonId.of("deputy"), KeySide.OWNER_BODY);
    static final Credential SUCCESSOR =
            TestKeys.credential("K-OWN-3", PersonId.of("new-chair"), KeySide.OWNER_BODY);
    private static final Instant LATER = AT.plusSeconds(60);

    private final Village village = village();

    static Village village() {
        Village village =
                new Village(
                        Ratio.of(8, 100),
                        List.of(),
                        Village.USUAL_PAYMENTS,
                        new KeyRegister(List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY, DEPUTY)));
        village.post(SampleBook.opening("opening", 5_000_000));
        return village;
    }

    /** The chair's key is revoked, and perhaps replaced by another. */
    static KeyChangeOrder revocation(String id, Credential... replaced) {
        return new KeyChangeOrder(
                Village.ID,
                id,
                Village.CONTRACT,
                List.of(TestKeys.OWNERS_KEY.id()),
                Stream.of(replaced)
                        .map(
                                key ->
                                        new KeyChangeOrder.Enrolment(
                                                key.id(),
                                                key.holder(),
                                                key.side(),
                                                key.publicKey(),
                                                LATER,
                                                LATER.plus(Duration.ofDays(365))))
                        .toList(),
                TestKeys.STEWARD,
                AT.plus(Duration.ofDays(3)));
    }

    static Outcome<KeyHistory> change(Trusteeship trusteeship, KeyChangeOrder order, Instant at) {
        List<Approval> approvals =
                Stream.of(TestKeys.FIRM_KEY, DEPUTY)
                        .map(
                                key ->
                                        Approval.of(
                                                key.id(),
                                                TestKeys.sign(
                                                        TestKeys.pair(key.id().value()),
                                                        order.digest().toByteArray()),
                                                at))
                        .toList();
        return trusteeship.changeKeys(CommandId.of("keys/" + order.id()), order, approvals, at);
    }

    /** A second server on the same stores, which has seen nothing of what the first has done. */
    private Trusteeship elsewhere() {
        Trusteeship other =
                accept(
                        Trusteeship.open(
                                village.trusteeship.agreement(),
                                village.book,
                                village.events,
                                village.decisions(),
                                AT));
        accept(other.openYear(village.budget, Village.BUDGET_POLICY, AT));
        return other;
    }

    @Test
    void paysNothingWithAKeyThatWasRevokedAfterItSigned() {
        village.authorise(village.lights("E1", 100));

        accept(change(village.trusteeship, revocation("MY-1"), LATER));

        assertRefused(village.payAt("E1", LATER, DAY), KeyRule.CREDENTIAL_VALID);
        assertRefused(village.payAt("E1", LATER.plusSeconds(1), DAY), KeyRule.CREDENTIAL_VALID);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(5_000_000));
    }

    @Test
    void paysWithTheSameKeysTheMomentBeforeTheRevocation() {
        village.authorise(village.lights("E1", 100));

        accept(village.payAt("E1", LATER.minusNanos(1_000), DAY));
        accept(change(village.trusteeship, revocation("MY-1"), LATER));

        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(4_999_900));
    }

    @Test
    void aDateSetBackOpensNothingWithARevokedKey() {
        village.authorise(village.lights("E1", 100));
        accept(village.disbursements.request(village.lights("E2", 100)));
        accept(change(village.trusteeship, revocation("MY-1"), LATER));

        assertRefused(village.payAt("E1", AT.plusSeconds(1), DAY), KeyRule.CREDENTIAL_VALID);
        assertRefused(
                village.disbursements.send(
                        "E1", new SourceDocument("notice", "N-1"), AT.plusSeconds(1)),
                KeyRule.CREDENTIAL_VALID);
        assertRefused(
                village.disbursements.approve(
                        "E2",
                        TestKeys.approval(
                                TestKeys.OWNERS_KEY.id(), village.lights("E2", 100).order(), AT)),
                KeyRule.CREDENTIAL_VALID);
    }

    @Test
    void whatWentToTheBankBeforeTheRevocationIsRecordedAfterIt() {
        village.authorise(village.lights("E1", 100));
        accept(
                village.disbursements.send(
                        "E1", new SourceDocument("notice", "N-1"), LATER.minusSeconds(1)));
        accept(change(village.trusteeship, revocation("MY-1"), LATER));

        accept(village.payAt("E1", LATER.plusSeconds(1), DAY));
    }

    @Test
    void aSubstituteSignsFromItsMomentOnAndTheOldKeyNoMore() {
        accept(change(village.trusteeship, revocation("MY-1", SUCCESSOR), LATER));
        var request = village.lights("E1", 100);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);
        assertRefused(
                village.disbursements.approve(
                        "E1", TestKeys.approval(TestKeys.OWNERS_KEY.id(), request.order(), LATER)),
                KeyRule.CREDENTIAL_VALID);

        accept(
                village.disbursements.approve(
                        "E1", TestKeys.approval(SUCCESSOR.id(), request.order(), LATER)));

        accept(village.payAt("E1", LATER.plusSeconds(1), DAY));
    }

    @Test
    void anotherServerSeesARevocationItWasNeverToldOf() {
        Trusteeship other = elsewhere();
        Disbursements there = new Disbursements(other, List.of(), village.payments);
        village.authorise(village.lights("E1", 100));

        accept(change(village.trusteeship, revocation("MY-1"), LATER));

        assertRefused(
                there.pay(
                        "E1", SourceDocument.bankLine("BK-E1"), LATER, DAY, SampleBook.salt("E1")),
                KeyRule.CREDENTIAL_VALID);
        assertThat(other.keys()).isEqualTo(village.trusteeship.keys());
    }

    @Test
    void drawsOnWhileTheContractContinuesByCivilCode948() {
        village.collect("R1", DAY, 10_000);

        assertThat(drawnOn(LAST_DAY)).isTrue();
        assertThat(village.trusteeship.life().statusOn(LAST_DAY.plusDays(1)))
                .isEqualTo(ContractLife.Status.CONTINUED);
        assertThat(drawnOn(LAST_DAY.plusDays(1))).isTrue();
        assertThat(drawnOn(LAST_DAY.plusDays(400))).isTrue();
    }

    @Test
    void drawsOnWhileTheFirmServesOnAndNotFromTheTakeOverByCivilCode950() {
        village.collect("R1", DAY, 10_000);
        ContractPaper.Succession paper =
                new ContractPaper.Succession(Village.ID, Village.CONTRACT, PersonId.of("newcomer"));
        accept(village.change(life -> life.succeed(paper, Village.onFirm(paper), noon(LAST_DAY))));
        LocalDate on = LAST_DAY.plusDays(31);

        assertThat(village.trusteeship.life().statusOn(LAST_DAY.plusDays(1)))
                .isEqualTo(ContractLife.Status.SERVING_ON);
        assertThat(drawnOn(LAST_DAY.plusDays(1))).isTrue();
        accept(village.change(life -> life.takeOver(on, noon(on))));

        assertThat(drawnOn(on.minusDays(1))).isTrue();
        assertThat(drawnOn(on)).isFalse();
    }

    private boolean drawnOn(LocalDate day) {
        return village.drawOn(day, 1)
                .fold(paid -> true, ruling -> !ruling.refuses(LifeRule.OPEN_FOR_ACTIVITY.code()));
    }

    @Test
    void freezesEverythingButTheHandOverOnceSomebodyHasTakenOver() {
        LocalDate on = DAY.plusDays(3);
        village.post(
                new OpeningBalance(FundClass.MAINTENANCE_FUND, DAY, Money.ofFen(100))
                        .entry(SampleBook.salt("maintenance")));
        village.authorise(village.lights("E1", 100));
        village.authorise(village.draw("W1", 1));
        village.authorise(village.outflow("H1", OutflowKind.HAND_OVER, "MAINTENANCE_FUND", 100));
        village.takenOver(on);

        assertRefused(village.payAt("E1", noon(on), on), LifeRule.OPEN_FOR_ACTIVITY);
        assertRefused(
                village.payAt("W1", noon(on), on),
                LifeRule.OPEN_FOR_ACTIVITY,
                RemunerationRule.WITHIN_ENTITLEMENT);
        assertRefused(village.pay("H1"), LifeRule.OPEN_FOR_ACTIVITY, LifeRule.HANDED_OVER_IN_ORDER);
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        on,
                                        PersonId.of("committee"),
                                        noon(on))));
        accept(village.payAt("H1", noon(on), on));
        assertThat(village.net(ChartOfAccounts.MAINTENANCE_CASH)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void doesNotOpenAYearTwiceUnderAnotherBudgetOrPolicy() {
        DraftBudget draft =
                new DraftBudget(
                        Village.ID,
                        2025,
                        List.of(
                                new BudgetLine(
                                        "SF-03",
                                        "照明",
                                        FundClass.SERVICE_FUND,
                                        Money.ofFen(2_000_000))));
        BudgetPolicy policy = Village.BUDGET_POLICY;
        AdoptedBudget larger =
                accept(
                        draft.adopt(
                                Village.resolution(
                                        Village.ID,
                                        Matter.OTHER_MAJOR_MATTER,
                                        draft.document(),
                                        policy.document())));

        assertRefused(village.trusteeship.openYear(larger, policy, AT), BudgetRule.AS_RECORDED);
        assertThat(village.trusteeship.year(2025).orElseThrow().budget().content())
                .isEqualTo(village.budget.content());
    }

    @Test
    void asksForAYearThatWasOpened() {
        assertRefused(
                village.trusteeship.execute(
                        2026, CommandId.of("c"), (year, book) -> year.release("P", AT)),
                TrusteeshipRule.YEAR_OPEN);
        assertThat(village.trusteeship.year(2026)).isEmpty();
    }

    @Test
    void doesNotReadWhatNoCommandCouldHaveMade() {
        StreamName stream = new StreamName(Village.ID, "trust-budget", "2025");
        village.authorise(village.lights("E1", 100));
        village.events.forge(
                stream,
                new BudgetEvent.Committed(Village.ID, AT, 2025, "P1", "SF-03", 2_000_000, 0));

        assertThatThrownBy(() -> village.trusteeship.year(2025))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("trust-budget/2025");
        assertThatThrownBy(() -> village.pay("E1")).isInstanceOf(StoreException.class);
    }

    @Test
    void takesOneStepFromWhatACommandWasGivenAndNoOther() {
        ContractLife before = village.trusteeship.life();
        accept(village.change(life -> life.renew(renewal(1), onRenewal(1), noon(DAY))));

        assertThatThrownBy(
                        () ->
                                village.change(
                                        life -> before.renew(renewal(2), onRenewal(2), noon(DAY))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(village.trusteeship.life().termEnd()).isEqualTo(LAST_DAY.plusYears(1));
    }

    private static ContractPaper.Renewal renewal(int years) {
        return new ContractPaper.Renewal(Village.ID, Village.CONTRACT, LAST_DAY.plusYears(years));
    }

    private static OwnersDecision onRenewal(int years) {
        return Village.onFirm(renewal(years));
    }

    @Test
    void keepsTheCommandOfARepeatedNameOnce() {
        CommandId command = CommandId.of("renewal");
        accept(
                village.trusteeship.change(
                        command, life -> life.renew(renewal(1), onRenewal(1), noon(DAY))));

        Outcome<ContractLife> again =
                village.trusteeship.change(
                        command, life -> life.renew(renewal(2), onRenewal(2), noon(DAY)));

        assertThat(again.isAccepted()).isFalse();
        assertThat(village.trusteeship.life().events()).hasSize(2);
    }

    /** A store of books in which something happens just before the next write. */
    private static final class Interrupted implements BookStore {

        private final BookStore kept;
        private Runnable before = () -> {};

        Interrupted(BookStore kept) {
            this.kept = kept;
        }

        @Override
        public <T> T write(CommunityId book, Function<BookSession, T> work) {
            Runnable now = before;
            before = () -> {};
            now.run();
            return kept.write(book, work);
        }

        @Override
        public <T> T read(CommunityId book, Function<BookReader, T> work) {
            return kept.read(book, work);
        }
    }

    @Test
    void aRevocationBetweenTheProofAndTheWriteIsSeenByTheWrite() {
        Interrupted books = new Interrupted(village.books);
        Trusteeship other =
                accept(
                        Trusteeship.open(
                                village.trusteeship.agreement(),
                                new Book(Village.ID, village.book.chart(), books),
                                village.events,
                                village.decisions(),
                                AT));
        accept(other.openYear(village.budget, Village.BUDGET_POLICY, AT));
        Disbursements there = new Disbursements(other, List.of(), village.payments);
        village.authorise(village.lights("E1", 100));
        books.before = () -> accept(change(village.trusteeship, revocation("MY-1"), LATER));

        Outcome<Acknowledgement> paid =
                there.pay(
                        "E1",
                        SourceDocument.bankLine("BK-E1"),
                        AT.plusSeconds(1),
                        DAY,
                        SampleBook.salt("E1"));

        assertRefused(paid, KeyRule.CREDENTIAL_VALID);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(5_000_000));
    }

    /** The defect: a change that was dated before the sending closed what was at the bank. */
    @Test
    void whatWasSentIsPaidThoughAKeyWasRevokedSinceForAnEarlierMoment() {
        village.authorise(village.lights("E1", 100));
        accept(
                village.disbursements.send(
                        "E1", new SourceDocument("instruction", "ZL-1"), AT.plusSeconds(5)));
        accept(change(village.trusteeship, revocation("MY-1"), AT.plusSeconds(2)));

        accept(village.payAt("E1", AT.plusSeconds(9), Village.DAY));
    }
}
