package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdAccount;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Apportionment;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan that the owners have adopted; money moves under it up to its amount and no further.
 *
 * <p>Only {@link FundPlan#adopt} makes one. Of a distribution nothing moves before the roster of
 * its record date has told each unit's part ({@link #sharedAmong}). Immutable.
 *
 * @since 0.1.0
 */
public final class AdoptedPlan {

    private static final String PASSED = ".passed.";
    private static final String DISTRIBUTED = ".distributed.";

    private final FundPlan content;
    private final Resolution resolution;
    private final SortedMap<UnitId, SurplusShare> parts;

    AdoptedPlan(FundPlan content, Resolution resolution) {
        this(content, resolution, new TreeMap<>());
    }

    private AdoptedPlan(
            FundPlan content, Resolution resolution, SortedMap<UnitId, SurplusShare> parts) {
        this.content = content;
        this.resolution = resolution;
        this.parts = Collections.unmodifiableSortedMap(parts);
    }

    /**
     * What was adopted.
     *
     * @return the plan
     */
    public FundPlan content() {
        return content;
    }

    /**
     * What the owners adopted.
     *
     * @return the resolution
     */
    public Resolution resolution() {
        return resolution;
    }

    /**
     * The accounts that the chart needs for the plan.
     *
     * @return one of each class whose net worth it changes
     */
    public List<Account> accounts() {
        return content.use()
                .fold(
                        transfer ->
                                List.of(
                                        account(transfer.edge().from(), PASSED, "资金划转"),
                                        account(transfer.edge().to(), PASSED, "资金划转")),
                        kept -> List.of(account(FundClass.SERVICE_FUND, PASSED, "资金划转")),
                        shared -> List.of(account(shared.fundClass(), DISTRIBUTED, "结余分配")));
    }

    private Account account(FundClass fundClass, String part, String nameZh) {
        return new Account(
                code(fundClass, part),
                nameZh + content.id(),
                "Plan " + content.id(),
                fundClass,
                AccountType.FUND_BALANCE);
    }

    private AccountCode code(FundClass fundClass, String part) {
        return AccountCode.of(fundClass.prefix() + part + content.id());
    }

    /**
     * The class whose cash leaves.
     *
     * @return never the maintenance fund
     */
    public FundClass payingClass() {
        return content.use()
                .fold(
                        transfer -> transfer.edge().from(),
                        kept -> FundClass.DEPOSITS,
                        shared -> shared.fundClass());
    }

    /**
     * Whether it takes public income to another use than the maintenance fund.
     *
     * @return true for a gift to service and for a distribution of public income
     */
    public boolean isOtherUseOfPublicIncome() {
        return payingClass() == FundClass.PUBLIC_INCOME
                && content.use()
                        .fold(
                                transfer -> transfer.edge().to() != FundClass.MAINTENANCE_FUND,
                                kept -> false,
                                shared -> true);
    }

    /**
     * Which kind of outflow carries it out.
     *
     * @return a transfer, a forfeiture or a distribution
     */
    public OutflowKind kind() {
        return content.use()
                .fold(
                        transfer -> OutflowKind.TRANSFER,
                        kept -> OutflowKind.FORFEITURE,
                        shared -> OutflowKind.SURPLUS_DISTRIBUTION);
    }

    /**
     * Who sees an entry under the plan.
     *
     * @param charge what the outflow is charged to
     * @return a household's for a forfeited deposit and for one unit's part of a distribution, else
     *     everyone: also for a distribution that names no unit, which is asked for no more and may
     *     yet be with the bank from before
     * @throws java.util.NoSuchElementException for a distribution to what can be no unit
     */
    public Visibility visibility(PlanCharge charge) {
        return content.use()
                .fold(
                        transfer -> Visibility.open(),
                        kept -> Visibility.household(kept.unit()),
                        shared ->
                                charge.part().isEmpty()
                                        ? Visibility.open()
                                        : Visibility.household(charge.unit().orElseThrow()));
    }

    /**
     * Judges that an outflow is charged as the plan wants it: of a distribution to one unit that
     * has a part of it, else to the plan itself.
     *
     * @param charge what the outflow is charged to
     * @return findings, met and not met
     */
    public List<Finding> judge(PlanCharge charge) {
        return content.use()
                .fold(
                        transfer -> List.of(chargedWhole(charge)),
                        kept -> List.of(chargedWhole(charge)),
                        shared ->
                                List.of(
                                        RuleCheck.of(
                                                FundRule.SHARED_ON_RECORD_DATE,
                                                !parts.isEmpty(),
                                                "plan",
                                                content.id(),
                                                "day",
                                                shared.recordDate()),
                                        RuleCheck.of(
                                                FundRule.CHARGED_TO_PART,
                                                charge.unit().flatMap(this::part).isPresent(),
                                                "plan",
                                                content.id())));
    }

    private Finding chargedWhole(PlanCharge charge) {
        return RuleCheck.of(
                FundRule.CHARGED_TO_PART, charge.part().isEmpty(), "plan", content.id());
    }

    /**
     * The lines of a movement under the plan.
     *
     * @param amount how much moves
     * @return both classes' lines of a transfer, or one class's of a distribution
     */
    public List<Posting> postings(Money amount) {
        return content.use()
                .fold(
                        transfer ->
                                passed(
                                        code(transfer.edge().from(), PASSED),
                                        transfer.edge(),
                                        amount),
                        kept ->
                                passed(
                                        ChartOfAccounts.DEPOSITS_HELD,
                                        TransferEdge.DEPOSITS_TO_SERVICE,
                                        amount),
                        shared ->
                                List.of(
                                        Posting.debit(
                                                code(shared.fundClass(), DISTRIBUTED), amount),
                                        Posting.credit(cash(shared.fundClass()), amount)));
    }

    private List<Posting> passed(AccountCode given, TransferEdge edge, Money amount) {
        return List.of(
                Posting.debit(given, amount),
                Posting.credit(cash(edge.from()), amount),
                Posting.debit(cash(edge.to()), amount),
                Posting.credit(code(edge.to(), PASSED), amount));
    }

    private static AccountCode cash(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".cash");
    }

    /**
     * What has moved under the plan.
     *
     * @param book the book as it stands
     * @return moved less come back, at least zero
     */
    public Money moved(BookReader book) {
        return content.use()
                .fold(
                        transfer ->
                                book.balance(code(transfer.edge().to(), PASSED)).net().negated(),
                        kept -> book.balance(code(FundClass.SERVICE_FUND, PASSED)).net().negated(),
                        shared -> book.balance(code(shared.fundClass(), DISTRIBUTED)).net())
                .atLeastZero();
    }

    /**
     * Judges a movement against the book as it stands.
     *
     * @param book the book
     * @param amount how much is to move
     * @return findings, met and not met
     */
    public List<Finding> judge(BookReader book, Money amount) {
        Money moved = moved(book);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        FundRule.WITHIN_PLAN,
                        amount.compareTo(content.amount().minus(moved)) <= 0,
                        "plan",
                        content.id(),
                        "planned",
                        content.amount(),
                        "moved",
                        moved,
                        "amount",
                        amount));
        if (content.use() instanceof FundUse.Forfeiture kept) {
            Money held =
                    new HouseholdAccount(ChartOfAccounts.DEPOSITS_HELD, kept.unit()).owed(book);
            findings.add(
                    RuleCheck.of(
                            FundRule.FORFEITS_WHAT_IS_HELD,
                            amount.compareTo(held) <= 0,
                            "amount",
                            amount));
        }
        return findings;
    }

    /**
     * Judges one unit's part of a distribution against the book as it stands.
     *
     * @param book the book
     * @param unit whose part
     * @param amount how much is to be paid of it
     * @param held what open requests hold of it, zero at the payment itself
     * @return that the unit gets no fen more than its part, in however many payments
     */
    public Finding judgePart(BookReader book, UnitId unit, Money amount, Money held) {
        Money paid =
                new HouseholdAccount(code(payingClass(), DISTRIBUTED), unit).owed(book).negated();
        return RuleCheck.of(
                FundRule.WITHIN_PART,
                part(unit)
                        .map(share -> share.part().minus(paid))
                        .filter(left -> held.compareTo(left) <= 0)
                        .filter(left -> amount.compareTo(left.minus(held)) <= 0)
                        .isPresent(),
                "plan",
                content.id());
    }

    /**
     * One unit's part of a distribution, for its owners alone.
     *
     * @param unit the unit
     * @return empty for a unit without a part, and for a plan whose roster was not given
     */
    public Optional<SurplusShare> part(UnitId unit) {
        return Optional.ofNullable(parts.get(unit)).filter(share -> share.part().isPositive());
    }

    /**
     * The same plan, which knows each unit's part of what it distributes.
     *
     * @param roster the owners of the plan's record date
     * @return the plan under which the parts may be paid; refused as {@link #shares} is, and where
     *     plan and unit together are too long a charge
     */
    public Outcome<AdoptedPlan> sharedAmong(Roster roster) {
        return shares(roster)
                .then(this::charged)
                .then(
                        each -> {
                            long all =
                                    roster.units().stream()
                                            .mapToLong(unit -> unit.area().squareDecimetres())
                                            .reduce(0, Math::addExact);
                            SortedMap<UnitId, SurplusShare> told = new TreeMap<>();
                            for (Unit unit : roster.units()) {
                                told.put(
                                        unit.id(),
                                        new SurplusShare(
                                                content.id(),
                                                unit.id(),
                                                unit.area().squareDecimetres(),
                                                all,
                                                content.amount(),
                                                Objects.requireNonNull(each.get(unit.id()))));
                            }
                            return Outcome.accepted(new AdoptedPlan(content, resolution, told));
                        });
    }

    private Outcome<SortedMap<UnitId, Money>> charged(SortedMap<UnitId, Money> shares) {
        long tooLong =
                shares.entrySet().stream()
                        .filter(share -> share.getValue().isPositive())
                        .filter(share -> !PlanCharge.of(this, share.getKey()).isShortEnough())
                        .count();
        return tooLong == 0
                ? Outcome.accepted(shares)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        FundRule.CHARGE_LENGTH,
                                        false,
                                        "plan",
                                        content.id(),
                                        "units",
                                        tooLong,
                                        "most",
                                        OutflowOrder.MAX_BUDGET_LINE)));
    }

    /**
     * What each unit gets of a distribution: by area, the largest remainders rounded up, so that
     * the parts sum to the whole.
     *
     * @param roster the owners of the plan's record date
     * @return for each unit with an area its part, in the order of the units; refused for another
     *     roster or where nothing is distributed
     */
    public Outcome<SortedMap<UnitId, Money>> shares(Roster roster) {
        boolean ofRoster =
                content.use()
                        .fold(
                                transfer -> false,
                                kept -> false,
                                shared ->
                                        roster.community().equals(content.community())
                                                && roster.recordDate().equals(shared.recordDate()));
        Map<UnitId, Long> areas = new HashMap<>();
        for (Unit unit : roster.units()) {
            areas.put(unit.id(), unit.area().squareDecimetres());
        }
        Finding finding =
                RuleCheck.of(
                        FundRule.SHARED_ON_RECORD_DATE,
                        ofRoster,
                        "plan",
                        content.id(),
                        "day",
                        roster.recordDate());
        return ofRoster
                ? Outcome.accepted(Apportionment.largestRemainder(content.amount(), areas))
                : Outcome.refused(Ruling.of(finding));
    }
}
