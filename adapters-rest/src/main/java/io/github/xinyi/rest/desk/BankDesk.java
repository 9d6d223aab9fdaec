package io.github.xinyi.rest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.answer.BankCompared;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.request.StatementsCompared;
import io.github.xinyi.trust.bankfile.Camt053;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.reconciliation.BankDifference;
import io.github.xinyi.trust.reconciliation.BankHistory;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankMatch;
import io.github.xinyi.trust.reconciliation.BankProposal;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import io.github.xinyi.trust.reconciliation.BankRule;
import io.github.xinyi.trust.reconciliation.BankStatement;
import io.github.xinyi.trust.reconciliation.BookMovement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares statements of the bank with the book. Nothing is posted and nothing of a statement is
 * kept: what the bank did by itself is proposed, and a person decides. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BankDesk {

    private static final int MAX_FILE_NAME = 40;

    /** How the bank encoded its file, which as a text of JSON is UTF-8 by now. */
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml[^>]*\\?>");

    private final DeskDirectory desks;

    /**
     * The bank accounts of these communities.
     *
     * @param desks what the host offers
     */
    public BankDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * Compares statements with the book as it stands.
     *
     * @param command who asks, where and when
     * @param compared the statements
     * @return matches, differences and the explained share; refused with every fault of every file,
     *     a gap between two of them among them
     */
    public CommandReply<BankCompared> compare(Command command, StatementsCompared compared) {
        Optional<BankOffice> office = desks.find(command.community()).flatMap(CommunityDesk::bank);
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
        Optional<LocalDate> through = fields.date("through", compared.through());
        Optional<AccountAtBank> account =
                Optional.ofNullable(office.get().accounts().get(compared.account()));
        if (account.isEmpty()) {
            fields.refuse("account", compared.account());
        }
        int files = compared.files().size();
        if (files == 0 || files > StatementsCompared.MAX_FILES) {
            fields.refuse("files", Integer.toString(files));
        }
        compared.files().forEach(file -> check(fields, file));
        Optional<Outcome<BankStatement>> statement =
                fields.whole("files", () -> statement(account.orElseThrow(), compared.files()));
        return statement
                .map(
                        read ->
                                read.fold(
                                        whole ->
                                                CommandReply.changed(
                                                        compared.account(),
                                                        told(
                                                                compared.account(),
                                                                account.orElseThrow(),
                                                                reconciled(
                                                                        office.get(),
                                                                        account.orElseThrow(),
                                                                        whole,
                                                                        through.orElseThrow()))),
                                        ruling ->
                                                CommandReply.<BankCompared>declined(
                                                        Decline.REFUSED, ruling)))
                .orElseGet(fields::refused);
    }

    private static void check(Fields fields, StatementsCompared.File file) {
        if (file.name().isBlank() || file.name().length() > MAX_FILE_NAME) {
            fields.refuse("files.name", file.name());
        }
        if (file.form() == StatementsCompared.Form.NONE) {
            fields.refuse("files.form", "");
        }
        int lines = file.lines().size();
        if (lines == 0 || lines > StatementsCompared.MAX_LINES) {
            fields.refuse("files.lines", Integer.toString(lines));
        }
    }

    /** All files as one statement; each is read, so that the faults of all are told. */
    private static Outcome<BankStatement> statement(
            AccountAtBank account, List<StatementsCompared.File> files) {
        List<Outcome<List<BankStatement>>> read =
                files.stream().map(file -> read(account, file)).toList();
        Outcome<List<BankStatement>> all = Outcome.accepted(List.of());
        for (Outcome<List<BankStatement>> one : read) {
            all = both(all, one);
        }
        return all.then(BankDesk::joined);
    }

    private static Outcome<List<BankStatement>> both(
            Outcome<List<BankStatement>> first, Outcome<List<BankStatement>> second) {
        return first.fold(
                before ->
                        second.then(
                                after -> {
                                    List<BankStatement> all = new ArrayList<>(before);
                                    all.addAll(after);
                                    return Outcome.accepted(all);
                                }),
                ruling ->
                        Outcome.refused(
                                second.fold(after -> ruling, also -> together(ruling, also))));
    }

    private static Ruling together(Ruling first, Ruling second) {
        List<Finding> all = new ArrayList<>(first.findings());
        all.addAll(second.findings());
        return new Ruling(all);
    }

    private static Outcome<List<BankStatement>> read(
            AccountAtBank account, StatementsCompared.File file) {
        String text = String.join("\n", file.lines()) + "\n";
        return file.form() == StatementsCompared.Form.TABLE
                ? account.tables()
                        .read(
                                file.name(),
                                text.getBytes(account.tables().charset()),
                                account.number())
                        .then(statement -> Outcome.accepted(List.of(statement)))
                : new Camt053(account.tables().zone(), account.tables().classes())
                        .read(DECLARATION.matcher(text).replaceFirst("").getBytes(UTF_8))
                        .then(statements -> ofAccount(account, statements))
                        .fold(Outcome::accepted, ruling -> Outcome.refused(of(file, ruling)));
    }

    /** Faults of a file of XML say the line alone: before them stands in which file. */
    private static Ruling of(StatementsCompared.File file, Ruling faults) {
        return together(
                Ruling.of(RuleCheck.of(RequestRule.FILE_WITHOUT_FAULT, false, "file", file.name())),
                faults);
    }

    /** A file of XML names its account; a table is of the account that was asked for. */
    private static Outcome<List<BankStatement>> ofAccount(
            AccountAtBank account, List<BankStatement> statements) {
        List<BankStatement> others =
                statements.stream()
                        .filter(statement -> !statement.account().equals(account.number()))
                        .toList();
        return others.isEmpty()
                ? Outcome.accepted(statements)
                : Outcome.refused(
                        new Ruling(
                                others.stream()
                                        .<Finding>map(
                                                other ->
                                                        RuleCheck.of(
                                                                BankRule.SAME_ACCOUNT,
                                                                false,
                                                                "lines",
                                                                other.lines().size()))
                                        .toList()));
    }

    private static Outcome<BankStatement> joined(List<BankStatement> statements) {
        Outcome<BankHistory> history = Outcome.accepted(BankHistory.of(statements.get(0)));
        for (BankStatement next : statements.subList(1, statements.size())) {
            history = history.then(before -> before.plus(next));
        }
        return history.then(all -> Outcome.accepted(all.statement()));
    }

    private static BankReconciliation reconciled(
            BankOffice office, AccountAtBank account, BankStatement statement, LocalDate through) {
        return office.book()
                .read(
                        book ->
                                BankReconciliation.of(
                                        book,
                                        account.cash(),
                                        statement,
                                        through,
                                        account.tables().zone(),
                                        account.rules()));
    }

    private static BankCompared told(
            String name, AccountAtBank account, BankReconciliation reconciliation) {
        ZoneId zone = account.tables().zone();
        Map<String, Integer> byRule = new LinkedHashMap<>();
        reconciliation.matches().forEach(match -> byRule.merge(match.rule(), 1, Integer::sum));
        return new BankCompared(
                name,
                reconciliation.through().toString(),
                reconciliation.status().name(),
                reconciliation.opening().minor(),
                reconciliation.bankBalance().minor(),
                reconciliation.bookBalance().minor(),
                reconciliation.explained().toString(),
                reconciliation.matchedLines(),
                reconciliation.unmatchedLines(),
                byRule.entrySet().stream()
                        .map(rule -> new BankCompared.Matches(rule.getKey(), rule.getValue()))
                        .toList(),
                reconciliation.matches().stream()
                        .limit(BankCompared.MOST_TOLD)
                        .map(BankDesk::match)
                        .toList(),
                reconciliation.differences().size(),
                reconciliation.differences().stream()
                        .limit(BankCompared.MOST_TOLD)
                        .map(difference -> difference(difference, zone))
                        .toList(),
                reconciliation.proposals().stream()
                        .limit(BankCompared.MOST_TOLD)
                        .map(BankDesk::proposal)
                        .toList());
    }

    private static BankCompared.Match match(BankMatch match) {
        return new BankCompared.Match(
                match.rule(),
                match.lines().stream().map(BankLine::reference).toList(),
                match.entries().stream().map(BookMovement::entry).map(EntryId::value).toList(),
                match.lines().stream()
                        .mapToLong(line -> line.amount().minor())
                        .reduce(0, Math::addExact));
    }

    private static BankCompared.Difference difference(BankDifference difference, ZoneId zone) {
        return difference.fold(
                line ->
                        new BankCompared.Difference(
                                line.kind().name(),
                                line.line().reference(),
                                null,
                                LocalDate.ofInstant(line.line().at(), zone).toString(),
                                line.amount().minor(),
                                line.candidates().size(),
                                firstOf(line.candidates().stream().map(EntryId::value))),
                entry ->
                        new BankCompared.Difference(
                                entry.kind().name(),
                                null,
                                entry.entry().entry().value(),
                                entry.entry().day().toString(),
                                entry.amount().minor(),
                                entry.candidates().size(),
                                firstOf(entry.candidates().stream())));
    }

    /** A thousand like payments are each other's candidates: all of them would be a million. */
    private static List<String> firstOf(Stream<String> names) {
        return names.limit(BankCompared.MOST_CANDIDATES).toList();
    }

    private static BankCompared.Proposal proposal(BankProposal proposal) {
        return proposal.fold(
                fee -> proposal("FEE", fee, List.of()),
                interest -> proposal("INTEREST", interest, List.of()),
                back ->
                        proposal(
                                "RETURNED",
                                back,
                                back.originals().stream().map(EntryId::value).toList()));
    }

    private static BankCompared.Proposal proposal(
            String kind, BankProposal proposal, List<String> originals) {
        BankLine line = proposal.line();
        return new BankCompared.Proposal(
                kind,
                line.reference(),
                line.amount().minor(),
                originals.size(),
                firstOf(originals.stream()));
    }
}
