package io.github.xinyi.trust.tck;

import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNTS_OF_KIND;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_KNOWN;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_NEW;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_OF_COSTS;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_OPEN;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_QUIET;
import static io.github.xinyi.trust.journal.LedgerRule.ACCOUNT_ZERO;
import static io.github.xinyi.trust.journal.LedgerRule.AMOUNT_IN_RANGE;
import static io.github.xinyi.trust.journal.LedgerRule.AMOUNT_POSITIVE;
import static io.github.xinyi.trust.journal.LedgerRule.BANK_DEBIT_SHOWN;
import static io.github.xinyi.trust.journal.LedgerRule.BATCH_LARGE_ENOUGH;
import static io.github.xinyi.trust.journal.LedgerRule.CLASS_BALANCED;
import static io.github.xinyi.trust.journal.LedgerRule.CLOSE_ENDS_MONTH;
import static io.github.xinyi.trust.journal.LedgerRule.CLOSE_FORWARD;
import static io.github.xinyi.trust.journal.LedgerRule.CLOSE_OVER;
import static io.github.xinyi.trust.journal.LedgerRule.DUES_NOT_OVERPAID;
import static io.github.xinyi.trust.journal.LedgerRule.DUES_PAIRED;
import static io.github.xinyi.trust.journal.LedgerRule.DUES_SETTLED;
import static io.github.xinyi.trust.journal.LedgerRule.ERASED_ENTRY_KNOWN;
import static io.github.xinyi.trust.journal.LedgerRule.ERASED_TEXT_THERE;
import static io.github.xinyi.trust.journal.LedgerRule.ERASURE_AFTER_KEEPING;
import static io.github.xinyi.trust.journal.LedgerRule.FUNDS_SUFFICIENT;
import static io.github.xinyi.trust.journal.LedgerRule.IMPORT_BEFORE_LIVE;
import static io.github.xinyi.trust.journal.LedgerRule.IMPORT_FORWARD;
import static io.github.xinyi.trust.journal.LedgerRule.IMPORT_MARKED;
import static io.github.xinyi.trust.journal.LedgerRule.IMPORT_OF_PERIOD;
import static io.github.xinyi.trust.journal.LedgerRule.IMPORT_PAST;
import static io.github.xinyi.trust.journal.LedgerRule.KEYS_FOR_THIS_PAYMENT;
import static io.github.xinyi.trust.journal.LedgerRule.MADE_BY_ITS_RULE;
import static io.github.xinyi.trust.journal.LedgerRule.NARRATIVE_LENGTH;
import static io.github.xinyi.trust.journal.LedgerRule.OPENING_DUES;
import static io.github.xinyi.trust.journal.LedgerRule.OUTFLOW_UNDER_TWO_KEYS;
import static io.github.xinyi.trust.journal.LedgerRule.PERIOD_OPEN;
import static io.github.xinyi.trust.journal.LedgerRule.POSTING_COUNT;
import static io.github.xinyi.trust.journal.LedgerRule.REALLOCATION_LINKED;
import static io.github.xinyi.trust.journal.LedgerRule.RECEIPT_OF_CASH;
import static io.github.xinyi.trust.journal.LedgerRule.RETURN_SHOWN_BY_BANK;
import static io.github.xinyi.trust.journal.LedgerRule.REVERSAL_OPPOSITE;
import static io.github.xinyi.trust.journal.LedgerRule.REVERSED_ENTRY_KNOWN;
import static io.github.xinyi.trust.journal.LedgerRule.REVERSED_ONCE;
import static io.github.xinyi.trust.journal.LedgerRule.SAME_ID_OTHER_CONTENT;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book as a plain list, every question answered by going through it from the start: slow, and
 * written without the code that it checks.
 */
final class JournalModel {

    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private static final List<String> DEBTS_FOR_COSTS =
            List.of("service.due-to-public", "public.due-to-service");

    private static final List<String> DUES_FOR_COSTS =
            List.of(
                    "service.due-to-public",
                    "service.due-from-public",
                    "public.due-to-service",
                    "public.due-from-service");

    /** By what right an entry is posted. */
    enum Right {
        PLAIN,
        COMMAND,
        RULE,
        IMPORT
    }

    /** An account that was opened, or closed. */
    record Change(Account account, boolean opened, LocalDate from) {}

    /**
     * A record: an entry, a batch that closes a range for a kind, the close of a period, the change
     * of an account, or the erasure of an entry's text.
     */
    record Row(
            @Nullable EntryDraft entry,
            @Nullable EntryKind batchOf,
            @Nullable LocalDate closed,
            @Nullable Change change,
            @Nullable EntryId erased) {
        boolean entryIs(Predicate<EntryDraft> asked) {
            return entry != null && asked.test(entry);
        }
    }

    /** Debits and credits in minor units. */
    record Sums(BigInteger debits, BigInteger credits) {
        static final Sums ZERO = new Sums(BigInteger.ZERO, BigInteger.ZERO);

        Sums plus(Posting posting) {
            BigInteger amount = BigInteger.valueOf(posting.amount().minor());
            return posting.side() == Side.DEBIT
                    ? new Sums(debits.add(amount), credits)
                    : new Sums(debits, credits.add(amount));
        }

        boolean fits() {
            return debits.compareTo(MAX) <= 0 && credits.compareTo(MAX) <= 0;
        }

        BigInteger net() {
            return debits.subtract(credits);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    List<Row> rows() {
        return rows;
    }

    void add(EntryDraft draft) {
        rows.add(new Row(draft, null, null, null, null));
    }

    void addBatch(EntryKind kind) {
        rows.add(new Row(null, kind, null, null, null));
    }

    void addClose(LocalDate through) {
        rows.add(new Row(null, null, through, null, null));
    }

    void addChange(Change change) {
        rows.add(new Row(null, null, null, change, null));
    }

    void addErasure(EntryId entry) {
        rows.add(new Row(null, null, null, null, entry));
    }

    /** The place of the record by which the text of an entry was erased. */
    Optional<Long> erasureOf(EntryId entry) {
        return place(row -> entry.equals(row.erased()));
    }

    /** The place of an entry. */
    Optional<Long> placeOf(EntryId entry) {
        return place(row -> row.entryIs(draft -> draft.id().equals(entry)));
    }

    private Optional<Long> place(Predicate<Row> asked) {
        for (int i = 0; i < rows.size(); i++) {
            if (asked.test(rows.get(i))) {
                return Optional.of((long) i);
            }
        }
        return Optional.empty();
    }

    /** Every rule in the way of erasing the text of an entry that still has its own. */
    Set<LedgerRule> judgeErasure(EntryId entry, LocalDate keptThrough, LocalDate day) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        Optional<EntryDraft> there = entry(entry);
        if (there.isEmpty()) {
            broken.add(ERASED_ENTRY_KNOWN);
        }
        if (there.filter(draft -> draft.narrative().isEmpty()).isPresent()) {
            broken.add(ERASED_TEXT_THERE);
        }
        if (!day.isAfter(keptThrough)) {
            broken.add(ERASURE_AFTER_KEEPING);
        }
        return broken;
    }

    /** Whether a draft repeats an entry; of one whose text was erased, all but the text. */
    private boolean repeats(EntryDraft there, EntryDraft draft) {
        return erasureOf(there.id()).isPresent()
                ? there.narrative("").hasSameContentAs(draft.narrative(""))
                : there.hasSameContentAs(draft);
    }

    private Stream<Change> changes() {
        return rows.stream().flatMap(row -> Stream.ofNullable(row.change()));
    }

    private boolean isClosed(AccountCode code) {
        return changes().anyMatch(c -> !c.opened() && c.account().code().equals(code));
    }

    /** The account of a code, of the chart or opened since. */
    Optional<Account> account(AccountCode code) {
        return Stream.concat(
                        SampleBook.chart().find(code).stream(),
                        changes().filter(Change::opened).map(Change::account))
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    /** Every rule in the way of an account that is to be opened. */
    Set<LedgerRule> judgeOpening(Account account, LocalDate from) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (inClosedPeriod(from)) {
            broken.add(PERIOD_OPEN);
        }
        if (account(account.code()).isPresent()) {
            broken.add(ACCOUNT_NEW);
        }
        return broken;
    }

    /** Every rule in the way of an account that is to be closed. */
    Set<LedgerRule> judgeClosing(AccountCode code, LocalDate from) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (inClosedPeriod(from)) {
            broken.add(PERIOD_OPEN);
        }
        if (account(code).isEmpty()) {
            broken.add(ACCOUNT_KNOWN);
        }
        if (isClosed(code)) {
            broken.add(ACCOUNT_OPEN);
        }
        if (balance(code, rows.size()).net().signum() != 0) {
            broken.add(ACCOUNT_ZERO);
        }
        boolean later =
                entries(rows.size())
                        .filter(d -> !d.effectiveDate().isBefore(from))
                        .flatMap(d -> d.postings().stream())
                        .anyMatch(p -> p.account().equals(code));
        if (later) {
            broken.add(ACCOUNT_QUIET);
        }
        if (DUES_FOR_COSTS.contains(code.value())) {
            broken.add(ACCOUNT_OF_COSTS);
        }
        return broken;
    }

    /** Every rule that an import has in its way for one of its entries. */
    Set<LedgerRule> judgeImport(EntryDraft draft, YearMonth period, LocalDate today) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        Optional<EntryDraft> last = entries(rows.size()).reduce((earlier, later) -> later);
        if (last.filter(d -> !isImported(d)).isPresent()) {
            broken.add(IMPORT_BEFORE_LIVE);
        }
        if (last.filter(d -> !YearMonth.from(d.effectiveDate()).isBefore(period)).isPresent()) {
            broken.add(IMPORT_FORWARD);
        }
        if (!YearMonth.from(draft.effectiveDate()).equals(period)) {
            broken.add(IMPORT_OF_PERIOD);
        }
        if (!period.plusMonths(1).atDay(1).minusDays(1).isBefore(today)) {
            broken.add(IMPORT_PAST);
        }
        return broken;
    }

    private static boolean isImported(EntryDraft draft) {
        return draft.source().type().equals("imported");
    }

    /** The last day closed, empty before the first close. */
    Optional<LocalDate> closedThrough() {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.closed()))
                .reduce((earlier, later) -> later);
    }

    private boolean inClosedPeriod(LocalDate day) {
        return closedThrough().filter(closed -> !day.isAfter(closed)).isPresent();
    }

    /** Every rule in the way of a close. */
    Set<LedgerRule> judgeClose(LocalDate through, LocalDate today) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (through.plusDays(1).getDayOfMonth() != 1) {
            broken.add(CLOSE_ENDS_MONTH);
        }
        if (inClosedPeriod(through)) {
            broken.add(CLOSE_FORWARD);
        }
        if (!through.isBefore(today)) {
            broken.add(CLOSE_OVER);
        }
        List<BigInteger> still =
                DEBTS_FOR_COSTS.stream().map(debt -> stillOwed(debt, through)).toList();
        if (!still.get(0).equals(still.get(1))) {
            broken.add(DUES_SETTLED);
        }
        return broken;
    }

    /** What a debt was on a day, less what has been paid of it for the time after. */
    private BigInteger stillOwed(String debt, LocalDate day) {
        BigInteger owed = sums(debt, draft -> !draft.effectiveDate().isAfter(day)).net().negate();
        BigInteger paid = sums(debt, draft -> draft.effectiveDate().isAfter(day)).debits();
        return owed.subtract(paid).max(BigInteger.ZERO);
    }

    private Sums sums(String account, Predicate<EntryDraft> selected) {
        return entries(rows.size())
                .filter(selected)
                .flatMap(draft -> draft.postings().stream())
                .filter(posting -> posting.account().value().equals(account))
                .reduce(Sums.ZERO, Sums::plus, (one, other) -> other);
    }

    /** Forgets what came after a size: how a refused batch of entries is undone. */
    void cutTo(int size) {
        rows.subList(size, rows.size()).clear();
    }

    Optional<EntryDraft> entry(EntryId id) {
        return entries(rows.size()).filter(d -> d.id().equals(id)).findFirst();
    }

    Optional<EntryId> reversalOf(EntryId id) {
        return entries(rows.size())
                .filter(d -> d.reverses().equals(Optional.of(id)))
                .map(EntryDraft::id)
                .findFirst();
    }

    Sums balance(AccountCode account, long size) {
        return sums(account, size, draft -> true);
    }

    Sums balanceOn(AccountCode account, LocalDate day, long size) {
        return sums(account, size, draft -> !draft.effectiveDate().isAfter(day));
    }

    Sums turnover(AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
        return sums(
                account,
                rows.size(),
                d ->
                        d.kind() == kind
                                && !d.effectiveDate().isBefore(from)
                                && !d.effectiveDate().isAfter(to));
    }

    /** The codes with postings. */
    Set<AccountCode> accounts() {
        Set<AccountCode> codes = new HashSet<>();
        entries(rows.size()).forEach(d -> d.postings().forEach(p -> codes.add(p.account())));
        return codes;
    }

    private Stream<EntryDraft> entries(long size) {
        return rows.stream().limit(size).flatMap(row -> Stream.ofNullable(row.entry()));
    }

    private Sums sums(AccountCode account, long size, Predicate<EntryDraft> counted) {
        return entries(size)
                .filter(counted)
                .flatMap(d -> d.postings().stream())
                .filter(p -> p.account().equals(account))
                .reduce(Sums.ZERO, Sums::plus, (a, b) -> b);
    }

    /** Every rule in the way of a draft, none if it is to be accepted or is a repetition. */
    Set<LedgerRule> judge(
            EntryDraft draft,
            @Nullable OutflowOrder signed,
            Right right,
            Set<LedgerRule> foundByCommand) {
        Optional<EntryDraft> there = entry(draft.id());
        if (there.isPresent()) {
            return repeats(there.get(), draft) ? Set.of() : Set.of(SAME_ID_OTHER_CONTENT);
        }
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        broken.addAll(form(draft));
        boolean sound = broken.isEmpty();
        broken.addAll(foundByCommand);
        broken.addAll(marks(draft, right));
        if (inClosedPeriod(draft.effectiveDate())) {
            broken.add(PERIOD_OPEN);
        }
        draft.reverses().ifPresent(original -> broken.addAll(reversal(draft, original)));
        if (sound) {
            broken.addAll(money(draft));
            if (right == Right.PLAIN || right == Right.RULE) {
                broken.addAll(keys(draft, signed));
            }
            if (draft.kind() == EntryKind.FEE_RECEIPT && !bringsCashForFees(draft)) {
                broken.add(RECEIPT_OF_CASH);
            }
            if (draft.reverses().isEmpty() && !standsWhereItMay(draft)) {
                broken.add(ACCOUNTS_OF_KIND);
            }
            if (draft.kind() == EntryKind.OPENING
                    && draft.reverses().isEmpty()
                    && draft.postings().stream().anyMatch(p -> !between(p).isEmpty())
                    && (hasBegun() || draft.postings().stream().anyMatch(p -> isNoDebt(p)))) {
                broken.add(OPENING_DUES);
            }
        }
        return broken;
    }

    /** Dues of classes that may not owe one another, or on the side that takes a debt away. */
    private static boolean isNoDebt(Posting posting) {
        String dues = between(posting);
        String code = posting.account().value();
        boolean isDebt = code.contains(".due-to-") || code.endsWith(".shortfall-owed");
        return !dues.isEmpty()
                && (!Set.of(
                                        "service owes public",
                                        "public owes service",
                                        "service owes remuneration",
                                        "shortfall")
                                .contains(dues)
                        || code.startsWith("maintenance.")
                        || (posting.side() == Side.CREDIT) != isDebt);
    }

    /** Whether there is an entry that the book was not opened with. */
    private boolean hasBegun() {
        return entries(rows.size()).anyMatch(d -> d.kind() != EntryKind.OPENING && !isImported(d));
    }

    private static Set<LedgerRule> marks(EntryDraft draft, Right right) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        boolean first = draft.reverses().isEmpty();
        boolean isShortfall = draft.kind() == EntryKind.SHORTFALL;
        boolean byBank = draft.kind() == EntryKind.BANK_FEE || (isShortfall && right != Right.RULE);
        if (byBank && first && right != Right.COMMAND) {
            broken.add(BANK_DEBIT_SHOWN);
        }
        boolean ofCosts =
                draft.kind() == EntryKind.OPENING
                        && draft.postings().stream().anyMatch(JournalModel::isDebtForCosts);
        if ((isShortfall || ofCosts) && !first && right != Right.RULE) {
            broken.add(MADE_BY_ITS_RULE);
        }
        if (draft.kind() == EntryKind.REALLOCATION && right != Right.COMMAND) {
            broken.add(REALLOCATION_LINKED);
        }
        boolean byRule = right == Right.RULE || right == Right.IMPORT;
        if (draft.kind() == EntryKind.REMUNERATION_ACCRUAL && first && !byRule) {
            broken.add(MADE_BY_ITS_RULE);
        }
        if (draft.kind() == EntryKind.REMUNERATION_REPAYMENT && first && right != Right.RULE) {
            broken.add(MADE_BY_ITS_RULE);
        }
        if ((isImported(draft) && first) != (right == Right.IMPORT)) {
            broken.add(IMPORT_MARKED);
        }
        return broken;
    }

    private static boolean isDebtForCosts(Posting posting) {
        return Set.of("service.due-to-public", "public.due-to-service")
                .contains(posting.account().value());
    }

    private boolean standsWhereItMay(EntryDraft draft) {
        return draft.postings().stream()
                .allMatch(
                        posting ->
                                mayStand(
                                        draft.kind(),
                                        posting.side() == Side.DEBIT,
                                        account(posting.account()).orElseThrow()));
    }

    /** The places of each kind that scripts draw, by code; the others are asked elsewhere. */
    private static boolean mayStand(EntryKind kind, boolean debit, Account account) {
        String code = account.code().value();
        boolean ofFees =
                code.equals("service.receivable") || code.equals("service.late-receivable");
        boolean serviceCash = code.equals("service.cash");
        return switch (kind) {
            case BILL -> debit ? ofFees : code.equals("service.income");
            case FEE_RECEIPT -> debit ? serviceCash : ofFees;
            case PUBLIC_INCOME -> debit ? code.equals("public.cash") : code.contains(".income.");
            case PAYMENT -> debit ? code.contains(".expense.") : isCash(account.code());
            case BANK_FEE -> debit ? code.contains(".expense.") : isCash(account.code());
            case REMUNERATION_DRAW ->
                    debit
                            ? code.endsWith(".due-to-remuneration") || code.endsWith("n.payable")
                            : serviceCash || code.endsWith("n.due-from-service");
            case REMUNERATION_REPAYMENT ->
                    debit
                            ? serviceCash || code.endsWith("n.due-from-service")
                            : code.endsWith(".due-to-remuneration") || code.endsWith("n.payable");
            case REMUNERATION_ACCRUAL ->
                    code.equals("service.remuneration")
                            || code.equals("service.due-to-remuneration")
                            || code.startsWith("remuneration.");
            case REALLOCATION ->
                    !code.contains("remuneration")
                            && (account.type() == AccountType.RECEIVABLE
                                    || account.type() == AccountType.INCOME
                                    || account.type() == AccountType.LIABILITY);
            default -> true;
        };
    }

    private Set<LedgerRule> form(EntryDraft draft) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (draft.postings().size() < 2 || draft.postings().size() > 100) {
            broken.add(POSTING_COUNT);
        }
        if (draft.narrative().length() > 500) {
            broken.add(NARRATIVE_LENGTH);
        }
        Map<String, BigInteger> differences = new TreeMap<>();
        Map<String, BigInteger> dues = new TreeMap<>();
        for (Posting posting : draft.postings()) {
            if (posting.amount().minor() <= 0) {
                broken.add(AMOUNT_POSITIVE);
            }
            if (isClosed(posting.account())) {
                broken.add(ACCOUNT_OPEN);
            }
            if (account(posting.account()).isEmpty()) {
                broken.add(ACCOUNT_KNOWN);
            } else {
                String fundClass = posting.account().value().split("\\.", 2)[0];
                differences.merge(fundClass, Sums.ZERO.plus(posting).net(), BigInteger::add);
                dues.merge(between(posting), Sums.ZERO.plus(posting).net(), BigInteger::add);
            }
        }
        if (differences.values().stream().anyMatch(difference -> difference.signum() != 0)) {
            broken.add(CLASS_BALANCED);
        }
        dues.remove("");
        if (dues.values().stream().anyMatch(difference -> difference.signum() != 0)) {
            broken.add(DUES_PAIRED);
        }
        return broken;
    }

    /** Who owes whom by an account's code, empty for an account that shows no dues. */
    private static String between(Posting posting) {
        String[] parts = posting.account().value().split("\\.", 2);
        if (parts[1].startsWith("due-to-")) {
            return parts[0] + " owes " + parts[1].substring("due-to-".length());
        }
        if (parts[1].startsWith("due-from-")) {
            return parts[1].substring("due-from-".length()) + " owes " + parts[0];
        }
        return parts[1].startsWith("shortfall-") ? "shortfall" : "";
    }

    private Set<LedgerRule> reversal(EntryDraft draft, EntryId original) {
        Optional<EntryDraft> there = entry(original);
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (there.isEmpty()) {
            broken.add(REVERSED_ENTRY_KNOWN);
        }
        if (there.isEmpty()
                || there.get().reverses().isPresent()
                || reversalOf(original).isPresent()) {
            broken.add(REVERSED_ONCE);
        }
        if (there.isEmpty() || !isOpposite(draft, there.get())) {
            broken.add(REVERSAL_OPPOSITE);
        }
        if (there.filter(JournalModel::takesCash).isPresent()
                && draft.kind() != EntryKind.SHORTFALL
                && (!draft.source().type().equals("bank-line")
                        || draft.source().equals(there.get().source()))) {
            broken.add(RETURN_SHOWN_BY_BANK);
        }
        return broken;
    }

    private static boolean bringsCashForFees(EntryDraft draft) {
        Sums cash = Sums.ZERO;
        Sums fees = Sums.ZERO;
        for (Posting posting : draft.postings()) {
            cash = isCash(posting.account()) ? cash.plus(posting) : cash;
            fees =
                    posting.account().value().equals("service.receivable")
                                    || posting.account().value().equals("service.late-receivable")
                            ? fees.plus(posting)
                            : fees;
        }
        return cash.net().signum() != 0 && cash.net().add(fees.net()).signum() == 0;
    }

    private static boolean takesCash(EntryDraft draft) {
        return draft.postings().stream()
                .anyMatch(p -> p.side() == Side.CREDIT && isCash(p.account()));
    }

    private static boolean isOpposite(EntryDraft draft, EntryDraft there) {
        boolean opposite =
                draft.kind() == there.kind()
                        && draft.visibility().equals(there.visibility())
                        && draft.postings().size() == there.postings().size();
        for (int i = 0; opposite && i < draft.postings().size(); i++) {
            Posting a = draft.postings().get(i);
            Posting b = there.postings().get(i);
            opposite =
                    a.account().equals(b.account())
                            && a.amount().equals(b.amount())
                            && a.side() != b.side();
        }
        return opposite;
    }

    private Set<LedgerRule> money(EntryDraft draft) {
        Map<AccountCode, Sums> after = new TreeMap<>();
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        for (Posting posting : draft.postings()) {
            Sums before =
                    after.getOrDefault(posting.account(), balance(posting.account(), rows.size()));
            Sums next = before.plus(posting);
            if (next.fits()) {
                after.put(posting.account(), next);
            } else {
                broken.add(AMOUNT_IN_RANGE);
            }
        }
        after.forEach(
                (account, sums) -> {
                    if (isCash(account) && sums.net().signum() < 0) {
                        broken.add(FUNDS_SUFFICIENT);
                    }
                    if (draft.kind() == EntryKind.OPENING
                            && DEBTS_FOR_COSTS.contains(account.value())
                            && (sums.net().signum() > 0
                                    || (draft.reverses().isEmpty()
                                            && moved(draft, account).signum() > 0))) {
                        broken.add(DUES_NOT_OVERPAID);
                    }
                });
        return broken;
    }

    private static BigInteger moved(EntryDraft draft, AccountCode account) {
        return draft.postings().stream()
                .filter(posting -> posting.account().equals(account))
                .reduce(Sums.ZERO, Sums::plus, (one, other) -> other)
                .net();
    }

    private static Set<LedgerRule> keysMissing(EntryDraft draft, boolean outflow) {
        return takesCash(draft) || (outflow && draft.reverses().isEmpty())
                ? Set.of(OUTFLOW_UNDER_TWO_KEYS)
                : Set.of();
    }

    private static Set<LedgerRule> keys(EntryDraft draft, @Nullable OutflowOrder signed) {
        boolean outflow =
                draft.kind() == EntryKind.PAYMENT || draft.kind() == EntryKind.REMUNERATION_DRAW;
        if (signed == null) {
            return draft.kind() == EntryKind.SHORTFALL ? Set.of() : keysMissing(draft, outflow);
        }
        BigInteger leaving =
                draft.postings().stream()
                        .filter(p -> isCash(p.account()))
                        .reduce(Sums.ZERO, Sums::plus, (a, b) -> b)
                        .net()
                        .negate();
        boolean forThis =
                draft.id().value().equals("pay/" + signed.id())
                        && draft.kind() == EntryKind.PAYMENT
                        && leaving.equals(BigInteger.valueOf(signed.amount().minor()))
                        && draft.postings().stream()
                                .noneMatch(p -> p.side() == Side.DEBIT && isCash(p.account()));
        return forThis ? Set.of() : Set.of(KEYS_FOR_THIS_PAYMENT);
    }

    static boolean isCash(AccountCode account) {
        return account.equals(ChartOfAccounts.SERVICE_CASH)
                || account.equals(ChartOfAccounts.PUBLIC_CASH)
                || account.equals(ChartOfAccounts.MAINTENANCE_CASH)
                || account.equals(ChartOfAccounts.DEPOSITS_CASH);
    }

    /** The household entries of a kind that no batch covers. */
    List<EntryDraft> pending(EntryKind kind) {
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).batchOf() == kind) {
                from = i;
            }
        }
        return rows.subList(from, rows.size()).stream()
                .filter(row -> row.entryIs(d -> d.kind() == kind && !d.visibility().isOpen()))
                .flatMap(row -> Stream.ofNullable(row.entry()))
                .toList();
    }

    /** Every rule in the way of a batch of what is pending. */
    Set<LedgerRule> judgeBatch(EntryKind kind, int minUnits, LocalDate day) {
        Set<LedgerRule> broken = EnumSet.noneOf(LedgerRule.class);
        if (inClosedPeriod(day)) {
            broken.add(PERIOD_OPEN);
        }
        if (tellsOfFew(pending(kind), minUnits)) {
            broken.add(BATCH_LARGE_ENOUGH);
        }
        return broken;
    }

    /** Whether the sum over some accounts, the others left out, is that of too few units. */
    private static boolean tellsOfFew(List<EntryDraft> drafts, int minUnits) {
        List<AccountCode> accounts =
                drafts.stream()
                        .flatMap(draft -> draft.postings().stream())
                        .map(Posting::account)
                        .distinct()
                        .toList();
        for (int chosen = 1; chosen < (1 << accounts.size()) - 1; chosen++) {
            Map<String, Long> sumOf = new TreeMap<>();
            Map<String, Set<Boolean>> sidesOf = new TreeMap<>();
            for (EntryDraft draft : drafts) {
                String unit = draft.visibility().fold(() -> "", UnitId::value);
                for (Posting posting : draft.postings()) {
                    boolean in = (chosen >> accounts.indexOf(posting.account()) & 1) == 1;
                    sidesOf.computeIfAbsent(unit, u -> new HashSet<>()).add(in);
                    long sign = posting.side() == Side.DEBIT ? 1 : -1;
                    sumOf.merge(unit, in ? sign * posting.amount().minor() : 0, Long::sum);
                }
            }
            boolean tells = sidesOf.values().stream().anyMatch(sides -> sides.size() == 2);
            long behind = sumOf.values().stream().filter(sum -> sum != 0).count();
            if (tells && behind < minUnits) {
                return true;
            }
        }
        return false;
    }
}
