package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.rest.answer.BudgetExecuted;
import io.github.xinyi.rest.answer.BudgetState;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.disclosure.Version;
import io.github.xinyi.rest.request.BudgetAdoptedBy;
import io.github.xinyi.rest.request.BudgetDrafted;
import io.github.xinyi.rest.request.PolicyOfBudget;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetSheet;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.budget.LineExecution;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Budgets: drafted, adopted by what the owners decided, and how they are executed. Thread-safe if
 * its stores are.
 *
 * <p>Nobody adopts a budget here: the decision is shown by the host, and the domain judges whether
 * draft and policy were its papers. What is paid still needs both keys.
 *
 * @since 0.1.0
 */
public final class BudgetDesk {

    private static final int FIRST_YEAR = 2_000;
    private static final int LAST_YEAR = 9_999;
    private static final int MAX_FILE_NAME = 40;

    /** The version of what is kept; a budget that is open has one more for each of its events. */
    private static final long DRAFTED = 1;

    private final DeskDirectory desks;
    private final InstantSource clock;
    private final Object adoptions = new Object();

    /**
     * The budgets of these communities.
     *
     * @param desks what the host offers
     * @param clock the moment up to which a budget is executed
     */
    public BudgetDesk(DeskDirectory desks, InstantSource clock) {
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * Judges a draft with its policy; nothing is kept, so that it may be sent as often as it is
     * changed.
     *
     * @param command who does, where and when
     * @param drafted the table, and the policy that is to be decided with it
     * @return the draft with the digests of both; refused with every fault of every row, or if
     *     another budget of the year is kept
     */
    public CommandReply<BudgetState> draft(Command command, BudgetDrafted drafted) {
        Optional<BudgetOffice> office = office(command.community());
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
        return papers(fields, office.get(), command.community(), drafted)
                .map(read -> told(read, papers -> state(office.get(), papers.draft, papers.policy)))
                .orElseGet(fields::refused);
    }

    /** What owners vote on together. */
    private record Papers(DraftBudget draft, BudgetPolicy policy) {}

    private static Optional<Outcome<Papers>> papers(
            Fields fields, BudgetOffice office, CommunityId community, BudgetDrafted drafted) {
        int year = drafted.year();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            fields.refuse("year", Integer.toString(year));
        }
        if (drafted.file().isBlank() || drafted.file().length() > MAX_FILE_NAME) {
            fields.refuse("file", drafted.file());
        }
        if (drafted.lines().size() > BudgetDrafted.MAX_LINES) {
            fields.refuse("lines", Integer.toString(drafted.lines().size()));
        }
        Optional<BudgetPolicy> policy = policy(fields, community, year, drafted.policy());
        return policy.flatMap(
                read ->
                        fields.whole(
                                "lines",
                                () ->
                                        BudgetSheet.read(file(drafted), community, year)
                                                .then(BudgetDesk::inRange)
                                                .then(draft -> onlyOne(office, draft))
                                                .then(
                                                        draft ->
                                                                Outcome.accepted(
                                                                        new Papers(draft, read)))));
    }

    private static SheetFile file(BudgetDrafted drafted) {
        String table = String.join("\n", drafted.lines()) + "\n";
        return SheetFile.utf8(drafted.file(), table.getBytes(StandardCharsets.UTF_8));
    }

    /** No amount of it and no sum, so that whatever is reckoned of it later is a number. */
    private static Outcome<DraftBudget> inRange(DraftBudget draft) {
        List<Finding> beyond = new ArrayList<>();
        BigInteger total = BigInteger.ZERO;
        for (BudgetLine line : draft.lines()) {
            long minor = line.amount().minor();
            total = total.add(BigInteger.valueOf(minor));
            if (minor > BudgetPaper.MAX_AMOUNT_MINOR) {
                beyond.add(
                        RuleCheck.of(
                                BudgetRule.LINE_IN_RANGE,
                                false,
                                "line",
                                line.code(),
                                "limit",
                                BudgetPaper.MAX_AMOUNT_MINOR));
            }
        }
        if (total.compareTo(BigInteger.valueOf(BudgetPaper.MAX_AMOUNT_MINOR)) > 0) {
            beyond.add(
                    RuleCheck.of(
                            RequestRule.TOTAL_IN_RANGE,
                            false,
                            "total",
                            total.toString(),
                            "limit",
                            BudgetPaper.MAX_AMOUNT_MINOR));
        }
        return beyond.isEmpty() ? Outcome.accepted(draft) : Outcome.refused(new Ruling(beyond));
    }

    /** A store replaces none: nobody is to vote on what could not be opened. */
    private static Outcome<DraftBudget> onlyOne(BudgetOffice office, DraftBudget draft) {
        Optional<DraftBudget> kept = office.drafts().find(draft.community(), draft.year());
        return kept.isEmpty() || kept.get().equals(draft)
                ? Outcome.accepted(draft)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        RequestRule.DRAFTED_ONCE, false, "year", draft.year())));
    }

    private static <T> CommandReply<BudgetState> told(
            Outcome<T> outcome, Function<T, BudgetState> told) {
        return outcome.fold(
                done -> {
                    BudgetState state = told.apply(done);
                    return CommandReply.changed(Integer.toString(state.year()), state);
                },
                ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }

    private static Optional<BudgetPolicy> policy(
            Fields fields, CommunityId community, int year, PolicyOfBudget given) {
        Optional<BudgetPolicy.Delegation> delegation =
                fields.constant(
                        "policy.delegation", given.delegation(), BudgetPolicy.Delegation.class);
        Optional<Ratio> tier = fields.read("policy.bodyTier", given.bodyTier(), Ratio::parse);
        Optional<BudgetPolicy.SurplusPolicy> surplus =
                fields.constant(
                        "policy.surplus", given.surplus(), BudgetPolicy.SurplusPolicy.class);
        Optional<BudgetPolicy.DeficitPolicy> deficit =
                fields.constant(
                        "policy.deficit", given.deficit(), BudgetPolicy.DeficitPolicy.class);
        return fields.whole(
                "policy",
                () ->
                        new BudgetPolicy(
                                community,
                                year,
                                delegation.orElseThrow(),
                                tier.orElseThrow(),
                                given.contingencyMinor(),
                                given.emergencyDays(),
                                surplus.orElseThrow(),
                                deficit.orElseThrow()));
    }

    /**
     * A budget as it is kept, and by what it was adopted.
     *
     * @param community its id
     * @param year the calendar year
     * @return the budget; missing as long as none is kept
     */
    public Reply<BudgetState> read(String community, String year) {
        return in(
                community,
                year,
                (office, draft) ->
                        Reply.of(version(office, draft), () -> state(office, draft, null)));
    }

    /**
     * Keeps a budget for its year and opens it to be spent, by what the owners decided; again the
     * same opens it again after the host was started anew.
     *
     * @param command who does, where and when
     * @param by the decision, and the budget and policy that are its papers
     * @return the budget; refused with every rule in the way, a decision that can not be shown
     *     among them, and then nothing is kept
     */
    public CommandReply<BudgetState> adopt(Command command, BudgetAdoptedBy by) {
        Optional<BudgetOffice> office = office(command.community());
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
        Optional<OwnersDecision.Provenance> provenance =
                fields.constant("provenance", by.provenance(), OwnersDecision.Provenance.class);
        if (by.reference().isBlank() || by.reference().length() > BudgetAdoptedBy.MAX_REFERENCE) {
            fields.refuse("reference", by.reference());
        }
        return papers(fields, office.get(), command.community(), by.budget())
                .map(
                        read ->
                                told(
                                        read.then(
                                                papers ->
                                                        opened(
                                                                office.get(),
                                                                papers,
                                                                provenance.orElseThrow(),
                                                                by.reference(),
                                                                command.at())),
                                        opened ->
                                                state(
                                                        office.get(),
                                                        opened.budget().content(),
                                                        opened.policy())))
                .orElseGet(fields::refused);
    }

    private Outcome<BudgetYear> opened(
            BudgetOffice office,
            Papers papers,
            OwnersDecision.Provenance provenance,
            String reference,
            Instant at) {
        Outcome<AdoptedBudget> adopted = adopted(office, papers.draft, provenance, reference);
        // One at a time: whether an account is there is asked before it is opened.
        synchronized (adoptions) {
            return adopted.then(budget -> open(office, budget, papers.policy, at));
        }
    }

    private static Outcome<AdoptedBudget> adopted(
            BudgetOffice office,
            DraftBudget draft,
            OwnersDecision.Provenance provenance,
            String reference) {
        DecisionName name = new DecisionName(provenance, reference, draft.document());
        return office.decisions()
                .ofOwners()
                .apply(name)
                .map(draft::adopt)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        Ruling.of(
                                                RuleCheck.of(
                                                        RequestRule.DECISION_SHOWN,
                                                        false,
                                                        "provenance",
                                                        provenance,
                                                        "reference",
                                                        reference))));
    }

    /**
     * All is judged before anything is kept, so that what is refused leaves nothing behind; what is
     * there already stays as it is, so that whoever was cut off in between sends the command again.
     */
    private static Outcome<BudgetYear> open(
            BudgetOffice office, AdoptedBudget budget, BudgetPolicy policy, Instant at) {
        Book book = office.trust().book();
        Openings openings = book.read(reader -> openings(book, reader, budget));
        Outcome<BudgetYear> opened =
                BudgetYear.open(budget, policy, at)
                        .then(year -> openings.bounded(year))
                        .then(year -> kept(office, budget.content(), year));
        for (Account account : openings.missing) {
            opened =
                    opened.then(
                            year ->
                                    book.openAccount(account, openings.from, at)
                                            .then(change -> Outcome.accepted(year)));
        }
        return opened.then(year -> office.trust().openYear(budget, policy, at));
    }

    private static Outcome<BudgetYear> kept(
            BudgetOffice office, DraftBudget draft, BudgetYear year) {
        try {
            office.drafts().save(draft);
            return Outcome.accepted(year);
        } catch (IllegalStateException e) {
            // Another process has kept another one since this one looked; any other cause goes on.
            return onlyOne(office, draft)
                    .then(
                            same -> {
                                throw e;
                            });
        }
    }

    private static Openings openings(Book book, BookReader reader, AdoptedBudget budget) {
        LocalDate first = LocalDate.of(budget.content().year(), 1, 1);
        LocalDate open = reader.closedThrough().map(closed -> closed.plusDays(1)).orElse(first);
        return new Openings(
                budget.accounts().stream()
                        .filter(account -> book.chartIn(reader).find(account.code()).isEmpty())
                        .toList(),
                open.isAfter(first) ? open : first,
                reader.accountChanges().stream()
                        .filter(change -> change.kind() == AccountChange.Kind.OPENED)
                        .count());
    }

    /** The accounts that lines still need, from the first day on that takes them. */
    private record Openings(List<Account> missing, LocalDate from, long before) {

        Outcome<BudgetYear> bounded(BudgetYear year) {
            return before + missing.size() <= Book.MAX_OPENED_ACCOUNTS
                    ? Outcome.accepted(year)
                    : Outcome.refused(
                            Ruling.of(
                                    RuleCheck.of(
                                            LedgerRule.ACCOUNTS_BOUNDED,
                                            false,
                                            "opened",
                                            before,
                                            "limit",
                                            Book.MAX_OPENED_ACCOUNTS)));
        }
    }

    /**
     * How the budget of a year is executed now.
     *
     * @param community its id
     * @param year the calendar year
     * @return each line's figures; missing before the year is open
     */
    public Reply<BudgetExecuted> execution(String community, String year) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return in(
                community,
                year,
                (office, draft) ->
                        office.trust()
                                .year(draft.year())
                                .map(opened -> Reply.of(execution(office, opened, now)))
                                .orElseGet(Reply::missing));
    }

    private static BudgetExecuted execution(BudgetOffice office, BudgetYear year, Instant now) {
        return office.trust()
                .book()
                .read(
                        book ->
                                new BudgetExecuted(
                                        year.policy().year(),
                                        Leaf.timestamp(now),
                                        year.budget().content().lines().stream()
                                                .map(line -> line(year.execution(book, line, now)))
                                                .toList(),
                                        year.trusteesShare(book, now).minor()));
    }

    private static BudgetExecuted.Line line(LineExecution execution) {
        return new BudgetExecuted.Line(
                execution.line().code(),
                execution.line().name(),
                execution.line().fundClass().name(),
                execution.line().amount().minor(),
                execution.limit().minor(),
                execution.committed().minor(),
                execution.spent().minor(),
                execution.left().minor());
    }

    private static Version version(BudgetOffice office, DraftBudget draft) {
        return new Version(
                Long.toString(
                        DRAFTED
                                + office.trust()
                                        .year(draft.year())
                                        .map(year -> year.events().size())
                                        .orElse(0)));
    }

    private static BudgetState state(
            BudgetOffice office, DraftBudget draft, @Nullable BudgetPolicy named) {
        Optional<BudgetYear> year = office.trust().year(draft.year());
        Optional<BudgetPolicy> policy =
                year.map(BudgetYear::policy).or(() -> Optional.ofNullable(named));
        return new BudgetState(
                draft.year(),
                year.isPresent() ? BudgetState.State.ADOPTED : BudgetState.State.DRAFT,
                draft.document().sha256(),
                policy.map(known -> known.document().sha256()).orElse(null),
                draft.lines().stream()
                        .map(
                                line ->
                                        new BudgetState.Line(
                                                line.code(),
                                                line.name(),
                                                line.fundClass().name(),
                                                line.amount().minor()))
                        .toList(),
                draft.lines().stream()
                        .map(BudgetLine::amount)
                        .reduce(Money.ofFen(0), Money::plus)
                        .minor(),
                year.map(opened -> decision(opened.budget().decision())).orElse(null));
    }

    private static BudgetState.Decision decision(OwnersDecision decision) {
        return new BudgetState.Decision(
                decision.provenance().name(),
                decision.reference(),
                decision.adoptedOn().toString());
    }

    private Optional<BudgetOffice> office(CommunityId community) {
        return desks.find(community).flatMap(CommunityDesk::budgets);
    }

    private static Optional<DraftBudget> draft(
            BudgetOffice office, CommunityId community, String year) {
        return year.matches("[0-9]{4}")
                ? office.drafts().find(community, Integer.parseInt(year))
                : Optional.empty();
    }

    private <T> Reply<T> in(
            String community, String year, BiFunction<BudgetOffice, DraftBudget, Reply<T>> reply) {
        Optional<CommunityId> id = Fields.communityId(community);
        return id.flatMap(this::office)
                .flatMap(
                        office ->
                                draft(office, id.get(), year)
                                        .map(draft -> reply.apply(office, draft)))
                .orElseGet(Reply::missing);
    }
}
