package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host lets be done for one community over HTTP; what it does not offer is answered as not
 * there. Immutable.
 *
 * <p>Example: {@code CommunityDesk.of(id).withPayments(payments).withMeetings(meetings)}.
 *
 * @since 0.1.0
 */
public final class CommunityDesk {

    private final CommunityId id;
    private final @Nullable PaymentOffice payments;
    private final @Nullable MeetingOffice meetings;
    private final @Nullable CaseOffice cases;
    private final @Nullable FeeAccounts bills;
    private final @Nullable GovernanceOffice governance;
    private final @Nullable BudgetOffice budgets;
    private final @Nullable BankOffice bank;

    private CommunityDesk(
            CommunityId id,
            @Nullable PaymentOffice payments,
            @Nullable MeetingOffice meetings,
            @Nullable CaseOffice cases,
            @Nullable FeeAccounts bills,
            @Nullable GovernanceOffice governance,
            @Nullable BudgetOffice budgets,
            @Nullable BankOffice bank) {
        this.id = id;
        this.payments = payments;
        this.meetings = meetings;
        this.cases = cases;
        this.bills = bills;
        this.governance = governance;
        this.budgets = budgets;
        this.bank = bank;
    }

    /**
     * A desk that offers nothing.
     *
     * @param id the community
     * @return the desk
     */
    public static CommunityDesk of(CommunityId id) {
        return new CommunityDesk(id, null, null, null, null, null, null, null);
    }

    /**
     * The same desk with payments.
     *
     * @param office what they are made with
     * @return a changed copy
     * @throws IllegalArgumentException if it is of another community
     */
    public CommunityDesk withPayments(PaymentOffice office) {
        CommunityId other = office.trust().agreement().contract().terms().community();
        if (!id.equals(other)) {
            throw new IllegalArgumentException("payments of " + other + " at the desk of " + id);
        }
        return new CommunityDesk(id, office, meetings, cases, bills, governance, budgets, bank);
    }

    /**
     * The same desk with owners' meetings.
     *
     * @param office what they are held with
     * @return a changed copy
     */
    public CommunityDesk withMeetings(MeetingOffice office) {
        return new CommunityDesk(id, payments, office, cases, bills, governance, budgets, bank);
    }

    /**
     * The same desk with cases of the grid.
     *
     * @param office what they are worked on with
     * @return a changed copy
     */
    public CommunityDesk withCases(CaseOffice office) {
        return new CommunityDesk(id, payments, meetings, office, bills, governance, budgets, bank);
    }

    /**
     * The same desk with bills and receipts.
     *
     * @param accounts where they are found
     * @return a changed copy
     */
    public CommunityDesk withBills(FeeAccounts accounts) {
        return new CommunityDesk(
                id, payments, meetings, cases, accounts, governance, budgets, bank);
    }

    /**
     * The same desk with committees, procedures and conferences, to be read by everybody.
     *
     * @param office where they are recorded
     * @return a changed copy
     */
    public CommunityDesk withGovernance(GovernanceOffice office) {
        return new CommunityDesk(id, payments, meetings, cases, bills, office, budgets, bank);
    }

    /**
     * The same desk with budgets.
     *
     * @param office what they are drafted, adopted and executed with
     * @return a changed copy
     * @throws IllegalArgumentException if it is of another community
     */
    public CommunityDesk withBudgets(BudgetOffice office) {
        CommunityId other = office.trust().book().id();
        if (!id.equals(other)) {
            throw new IllegalArgumentException("budgets of " + other + " at the desk of " + id);
        }
        return new CommunityDesk(id, payments, meetings, cases, bills, governance, office, bank);
    }

    /**
     * The same desk with the bank's statements, to be compared with the book.
     *
     * @param office what they are compared with
     * @return a changed copy
     * @throws IllegalArgumentException if it is of another community
     */
    public CommunityDesk withBank(BankOffice office) {
        CommunityId other = office.book().id();
        if (!id.equals(other)) {
            throw new IllegalArgumentException("a bank of " + other + " at the desk of " + id);
        }
        return new CommunityDesk(id, payments, meetings, cases, bills, governance, budgets, office);
    }

    /**
     * The community.
     *
     * @return its id
     */
    public CommunityId id() {
        return id;
    }

    Optional<PaymentOffice> payments() {
        return Optional.ofNullable(payments);
    }

    Optional<MeetingOffice> meetings() {
        return Optional.ofNullable(meetings);
    }

    Optional<FeeAccounts> bills() {
        return Optional.ofNullable(bills);
    }

    Optional<CaseOffice> cases() {
        return Optional.ofNullable(cases);
    }

    Optional<GovernanceOffice> governance() {
        return Optional.ofNullable(governance);
    }

    Optional<BudgetOffice> budgets() {
        return Optional.ofNullable(budgets);
    }

    Optional<BankOffice> bank() {
        return Optional.ofNullable(bank);
    }
}
