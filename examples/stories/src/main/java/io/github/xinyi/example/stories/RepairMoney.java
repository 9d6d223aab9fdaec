package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.InsulationRepair.BUDGET;
import static io.github.xinyi.example.stories.InsulationRepair.HOMES;
import static io.github.xinyi.example.stories.InsulationRepair.MEETING;
import static io.github.xinyi.example.stories.InsulationRepair.ON_PLAN;
import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.casework.PaymentReference;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the repair costs: a line of the budget, and two payments that each need two keys. */
final class RepairMoney {

    /** Who does the work and is paid for it. */
    static final PersonId BUILDER = PersonId.of("builder");

    static final BudgetLine LINE =
            new BudgetLine("PI-07", "外墙保温板维修", FundClass.PUBLIC_INCOME, Money.ofFen(8_640_000));
    static final Spending FIRST = spending("ZC-2025-07", "外墙保温板维修首付款", 2_592_000);
    static final Spending SECOND = spending("ZC-2025-08", "外墙保温板维修尾款", 6_048_000);

    static final Instant SECOND_PAID = at("2025-06-12T10:00");

    private static final ContractTerms CONTRACT = TrustOffice.terms(HOMES.community());
    private static final MeetingId CHOICE = MeetingId.of("2024-OM-02");
    private static final Motion ON_FIRM =
            new Motion(
                    MotionId.of("M1"),
                    TrustMatter.TRUST_ADOPTION.matter(),
                    "选聘信托制物业服务人",
                    List.of(
                            CONTRACT.document(),
                            TrustOffice.clauses(HOMES.community()).document()));

    private final Stores stores;
    private final OwnersVote votes;
    private final Teller teller;

    RepairMoney(Stores stores, OwnersVote votes, Teller teller) {
        this.stores = stores;
        this.votes = votes;
        this.teller = teller;
    }

    private static Spending spending(String number, String purpose, long fen) {
        return new Spending(
                number, OutflowKind.PAYMENT, BUILDER, purpose, "PI-07", Money.ofFen(fen));
    }

    /** The year before, the owners chose the firm that keeps their money. */
    void entrust() {
        teller.chapter("1. The owners' money is in trust");
        LocalDate opens = LocalDate.of(2024, 12, 18);
        votes.hold(OwnersVote.meeting(HOMES.community(), CHOICE.value(), opens, ON_FIRM), 40, 2);
        stores.contracts().save(CONTRACT);
        teller.says(at("2024-12-22T18:00"), "the owners adopt the trust contract");
    }

    /** What the owners adopted with the plan becomes a budget that can be spent. */
    void adoptBudget(Instant at) {
        teller.chapter("5. The money is there before the work begins");
        stores.budgets().save(BUDGET);
        OpeningBalance opening =
                new OpeningBalance(
                        FundClass.PUBLIC_INCOME, Teller.dayOf(at), Money.ofFen(12_000_000));
        Outcomes.accepted(office().book().post(opening.entry(SampleBook.salt("opening")), at));
        teller.says(
                at,
                "public income holds %s; the line is %s"
                        .formatted(
                                office().statement(FundClass.PUBLIC_INCOME).cash(), LINE.amount()));
    }

    /** The office as the two resolutions made it. */
    TrustOffice office() {
        return TrustOffice.open(
                stores,
                votes.resolution(CHOICE, ON_FIRM.id(), CONTRACT.document()),
                votes.resolution(MEETING, ON_PLAN.id(), BUDGET.document()),
                2025);
    }

    /** Three tenths in advance, once both sides have signed. */
    PaymentReference payFirst(Instant paid) {
        TrustOffice office = office();
        Instant at = paid.minusSeconds(240);
        OutflowOrder order = Outcomes.accepted(office.ask(FIRST, at));
        Outcomes.accepted(office.sign(order, TestKeys.FIRM_KEY, at));
        teller.refused(
                "to sign twice for the firm",
                office.sign(order, TestKeys.FIRM_KEY, at.plusSeconds(60)));
        teller.refused("to pay under one key", office.pay(order.id(), at.plusSeconds(120)));
        Outcomes.accepted(office.sign(order, TestKeys.OWNERS_KEY, at.plusSeconds(180)));
        Outcomes.accepted(office.pay(order.id(), at.plusSeconds(240)));
        teller.says(at, FIRST.number() + ": " + FIRST.amount() + " paid under two keys");
        return reference(FIRST);
    }

    /** The rest when all is done; the line is then used up to the last fen. */
    PaymentReference paySecond() {
        Instant at = SECOND_PAID;
        Outcomes.accepted(office().settle(SECOND, at));
        teller.says(at, SECOND.number() + ": " + SECOND.amount() + " paid under two keys");
        Spending more = spending("ZC-2025-09", "外墙保温板维修增项", 1);
        teller.refused(
                "to ask for one fen more than the line",
                office().settle(more, at.plusSeconds(3_600)));
        return reference(SECOND);
    }

    /**
     * What the case names of a payment: its number, its sum and the order that both sides signed.
     */
    private PaymentReference reference(Spending paid) {
        OutflowOrder order =
                stores.payments()
                        .find(HOMES.community(), paid.number())
                        .orElseThrow()
                        .request()
                        .order();
        return new PaymentReference(
                paid.number(), paid.amount().minor(), new Motion.Document(order.digest().toHex()));
    }

    /** What the public may read of the budget and of the book. */
    List<String> publicView() {
        TrustOffice office = office();
        List<String> lines = new ArrayList<>();
        office.execution()
                .lines()
                .forEach(
                        line ->
                                lines.add(
                                        "%s %s: %s of %s"
                                                .formatted(
                                                        line.line().code(),
                                                        line.line().name(),
                                                        line.spent(),
                                                        line.line().amount())));
        lines.addAll(PublicBook.of(office.book()));
        return lines;
    }
}
