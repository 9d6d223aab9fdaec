package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.BillList;
import io.github.xinyi.rest.answer.Budget;
import io.github.xinyi.rest.answer.BudgetExecuted;
import io.github.xinyi.rest.answer.CommitteeList;
import io.github.xinyi.rest.answer.ConferencePage;
import io.github.xinyi.rest.answer.DecisionList;
import io.github.xinyi.rest.answer.DisbursementPage;
import io.github.xinyi.rest.answer.FeeCollection;
import io.github.xinyi.rest.answer.Flows;
import io.github.xinyi.rest.answer.OwnUnits;
import io.github.xinyi.rest.answer.TeamPage;
import io.github.xinyi.rest.answer.TeamRoll;
import io.github.xinyi.trust.export.Table;
import io.github.xinyi.trust.export.Table.Cell;
import io.github.xinyi.trust.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers spread out as tables, for example the lines of a budget: nothing is told that the answer
 * itself does not tell. Amounts are in yuan, codes are the codes of the answer. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Tables {

    private final Texts texts;

    private Tables(Texts texts) {
        this.texts = texts;
    }

    /**
     * The tables in a language.
     *
     * @param language of titles and columns
     * @return the tables
     */
    public static Tables in(Language language) {
        return new Tables(Texts.in(language));
    }

    /**
     * A budget.
     *
     * @param budget against actual
     * @return its lines
     */
    public List<Table> budget(Budget budget) {
        return List.of(
                table(
                        "budget",
                        List.of("code", "name", "fundClass", "budget", "spent"),
                        budget.lines(),
                        line ->
                                row(
                                        line.code(),
                                        line.name(),
                                        texts.label("fund." + line.fundClass()),
                                        fen(line.budgetMinor()),
                                        fen(line.spentMinor()))));
    }

    /**
     * How a budget is executed.
     *
     * @param executed of a year
     * @return its lines
     */
    public List<Table> execution(BudgetExecuted executed) {
        return List.of(
                table(
                        "budget",
                        List.of(
                                "code",
                                "name",
                                "fundClass",
                                "budget",
                                "limit",
                                "committed",
                                "spent",
                                "left"),
                        executed.lines(),
                        line ->
                                row(
                                        line.code(),
                                        line.name(),
                                        texts.label("fund." + line.fundClass()),
                                        fen(line.budgetMinor()),
                                        fen(line.limitMinor()),
                                        fen(line.committedMinor()),
                                        fen(line.spentMinor()),
                                        fen(line.leftMinor()))));
    }

    /**
     * Income and expense.
     *
     * @param flows since the first record
     * @return the months, then the accounts
     */
    public List<Table> flows(Flows flows) {
        return List.of(
                table(
                        "flows",
                        List.of("month", "income", "expense"),
                        flows.months(),
                        month ->
                                row(
                                        month.month(),
                                        fen(month.incomeMinor()),
                                        fen(month.expenseMinor()))),
                table(
                        "accounts",
                        List.of("account", "name", "fundClass", "type", "amount"),
                        flows.accounts(),
                        account ->
                                row(
                                        account.account(),
                                        account.name(),
                                        texts.label("fund." + account.fundClass()),
                                        account.type(),
                                        fen(account.amountMinor()))));
    }

    /**
     * The collection of property fees.
     *
     * @param collection as far as it is published
     * @return its months
     */
    public List<Table> collection(FeeCollection collection) {
        return List.of(
                table(
                        "collection",
                        List.of("month", "billed", "received"),
                        collection.months(),
                        month ->
                                row(
                                        month.month(),
                                        fen(month.billedMinor()),
                                        fen(month.receivedMinor()))));
    }

    /**
     * The owners' decisions.
     *
     * @param decisions of a page
     * @return the motions, then the thresholds of each
     */
    public List<Table> decisions(DecisionList decisions) {
        return List.of(
                table(
                        "decisions",
                        List.of(
                                "meeting",
                                "motion",
                                "title",
                                "matter",
                                "voteClass",
                                "result",
                                "ballots",
                                "effective"),
                        decisions.decisions(),
                        decision ->
                                row(
                                        decision.meeting(),
                                        decision.motion(),
                                        decision.title(),
                                        decision.matter(),
                                        decision.voteClass(),
                                        decision.result(),
                                        decision.ballots().received(),
                                        decision.ballots().effective())),
                new Table(
                        texts.label("table.thresholds"),
                        columns(
                                List.of(
                                        "meeting",
                                        "motion",
                                        "rule",
                                        "part",
                                        "whole",
                                        "unit",
                                        "threshold",
                                        "met")),
                        decisions.decisions().stream().flatMap(Tables::thresholds).toList()));
    }

    private static Stream<List<Cell>> thresholds(DecisionList.Decision decision) {
        return decision.bars().stream()
                .map(
                        bar ->
                                row(
                                        decision.meeting(),
                                        decision.motion(),
                                        bar.label(),
                                        bar.part(),
                                        bar.whole(),
                                        bar.unit(),
                                        bar.threshold(),
                                        bar.met()));
    }

    /**
     * Payments.
     *
     * @param page of them
     * @return a row for each
     */
    public List<Table> disbursements(DisbursementPage page) {
        return List.of(
                table(
                        "disbursements",
                        List.of(
                                "number",
                                "kind",
                                "status",
                                "amount",
                                "purpose",
                                "payee",
                                "budgetLine",
                                "requestedAt",
                                "record"),
                        page.items(),
                        item ->
                                row(
                                        item.id(),
                                        item.kind(),
                                        item.status(),
                                        fen(item.amountMinor()),
                                        item.purpose(),
                                        item.payeeName(),
                                        item.budgetLine(),
                                        item.requestedAt(),
                                        item.entryIndex())));
    }

    /**
     * Bills and receipts, which are no public ones.
     *
     * @param list of somebody's own, or of one unit
     * @return the bills, then the receipts
     */
    public List<Table> bills(BillList list) {
        return List.of(
                new Table(
                        texts.label("table.bills"),
                        columns(
                                List.of(
                                        "householdUnit",
                                        "payer",
                                        "number",
                                        "kind",
                                        "month",
                                        "due",
                                        "amount",
                                        "paid",
                                        "open")),
                        list.accounts().stream().flatMap(Tables::bills).toList()),
                new Table(
                        texts.label("table.receipts"),
                        columns(
                                List.of(
                                        "householdUnit",
                                        "payer",
                                        "number",
                                        "day",
                                        "amount",
                                        "bankLine")),
                        list.accounts().stream().flatMap(Tables::receipts).toList()));
    }

    private static Stream<List<Cell>> bills(BillList.Account account) {
        return account.bills().stream()
                .map(
                        bill ->
                                row(
                                        account.unit(),
                                        account.payer(),
                                        bill.number(),
                                        bill.kind(),
                                        bill.month(),
                                        bill.due(),
                                        fen(bill.amountMinor()),
                                        fen(bill.paidMinor()),
                                        fen(bill.openMinor())));
    }

    private static Stream<List<Cell>> receipts(BillList.Account account) {
        return account.receipts().stream()
                .map(
                        receipt ->
                                row(
                                        account.unit(),
                                        account.payer(),
                                        receipt.number(),
                                        receipt.day(),
                                        fen(receipt.amountMinor()),
                                        receipt.bankLine()));
    }

    /**
     * How somebody's own units stand in a roster, which is no public one.
     *
     * @param own the units
     * @return a row for each
     */
    public List<Table> ownUnits(OwnUnits own) {
        return List.of(
                table(
                        "own-units",
                        List.of(
                                "householdUnit",
                                "building",
                                "use",
                                "area",
                                "evidence",
                                "status",
                                "owned",
                                "votes"),
                        own.units(),
                        item ->
                                row(
                                        item.unit(),
                                        item.building(),
                                        item.use(),
                                        item.areaSquareMetres(),
                                        item.evidence(),
                                        item.status(),
                                        item.owned(),
                                        item.votes())));
    }

    /**
     * The bodies that act for the owners.
     *
     * @param list of a community
     * @return a row for each, without a name
     */
    public List<Table> committees(CommitteeList list) {
        return List.of(
                table(
                        "committees",
                        List.of("kind", "state", "from", "to", "seats", "members", "alternates"),
                        list.items(),
                        item ->
                                row(
                                        item.kind(),
                                        item.state(),
                                        item.startInclusive(),
                                        item.endInclusive(),
                                        item.seatCount(),
                                        item.memberCount(),
                                        item.alternateCount())));
    }

    /**
     * Teams.
     *
     * @param page of them, without a person
     * @return their slots, then whom they lack and when
     */
    public List<Table> teams(TeamPage page) {
        return List.of(
                new Table(
                        texts.label("table.slots"),
                        columns(
                                List.of(
                                        "team",
                                        "slot",
                                        "least",
                                        "most",
                                        "filled",
                                        "missing",
                                        "missingKinds")),
                        page.items().stream().flatMap(Tables::slots).toList()),
                new Table(
                        texts.label("table.gaps"),
                        columns(List.of("team", "slot", "missing", "missingKinds", "from", "to")),
                        page.items().stream().flatMap(Tables::gaps).toList()));
    }

    private static Stream<List<Cell>> slots(TeamPage.Item team) {
        return team.slots().stream()
                .map(
                        slot ->
                                row(
                                        team.pattern(),
                                        slot.slot(),
                                        slot.leastCount(),
                                        slot.mostCount(),
                                        slot.filledCount(),
                                        slot.missingCount(),
                                        String.join("、", slot.missingKinds())));
    }

    private static Stream<List<Cell>> gaps(TeamPage.Item team) {
        return team.gaps().stream()
                .map(
                        gap ->
                                row(
                                        team.pattern(),
                                        gap.slot(),
                                        gap.missingCount(),
                                        String.join("、", gap.missingKinds()),
                                        gap.startInclusive(),
                                        gap.endInclusive()));
    }

    /**
     * Who sits in teams, which is no public one.
     *
     * @param roll of a page
     * @return a row for each member
     */
    public List<Table> teamRoll(TeamRoll roll) {
        return List.of(
                new Table(
                        texts.label("table.team-roll"),
                        columns(
                                List.of(
                                        "number",
                                        "team",
                                        "slot",
                                        "kind",
                                        "person",
                                        "capacity",
                                        "serves",
                                        "from",
                                        "to")),
                        roll.items().stream().flatMap(Tables::members).toList()));
    }

    private static Stream<List<Cell>> members(TeamRoll.Item team) {
        return team.members().stream()
                .map(
                        member ->
                                row(
                                        team.team(),
                                        team.pattern(),
                                        member.slot(),
                                        member.kind(),
                                        member.person(),
                                        member.capacity(),
                                        member.serves(),
                                        member.startInclusive(),
                                        member.endInclusive()));
    }

    /**
     * Conferences.
     *
     * @param page of them
     * @return a row for each, without a name and a text
     */
    public List<Table> conferences(ConferencePage page) {
        return List.of(
                table(
                        "conferences",
                        List.of("meeting", "day", "stage", "present", "agenda", "decisions"),
                        page.items(),
                        item ->
                                row(
                                        item.meeting(),
                                        item.heldDate(),
                                        item.stage(),
                                        String.join("、", item.present()),
                                        item.agendaCount(),
                                        item.decisionCount())));
    }

    private <T> Table table(
            String name, List<String> columns, List<T> items, Function<T, List<Cell>> row) {
        return new Table(
                texts.label("table." + name), columns(columns), items.stream().map(row).toList());
    }

    private List<String> columns(List<String> keys) {
        return keys.stream().map(key -> texts.label("column." + key)).toList();
    }

    private static Money fen(long minor) {
        return Money.ofFen(minor);
    }

    /** An amount stays one; what is not there is an empty text. */
    private static List<Cell> row(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(
                        part ->
                                part instanceof Money amount
                                        ? Cell.of(amount)
                                        : Cell.of(Objects.toString(part, "")))
                .toList();
    }
}
