package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
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
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetSheet;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.budget.LineExecution;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
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

    /** The version of a draft; a budget that is open has one more for each of its events. */
    private static final long DRAFTED = 1;

    private final DeskDirectory desks;
    private final InstantSource clock;

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
     * Keeps a draft for its year, for ever.
     *
     * @param command who does, where and when
     * @param drafted the table, and the policy that is to be decided with it
     * @return the draft with the digests of both; refused with every fault of every row, or if
     *     another draft of the year is kept
     */
    public CommandReply<BudgetState> draft(Command command, BudgetDrafted drafted) {
        Optional<BudgetOffice> office = office(command.community());
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
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
        Optional<BudgetPolicy> policy = policy(fields, command.community(), year, drafted.policy());
        return policy.flatMap(
                        read ->
                                fields.whole(
                                                "lines",
                                                () ->
                                                        BudgetSheet.read(
                                                                file(drafted),
                                                                command.community(),
                                                                year))
                                        .map(sheet -> keep(office.get(), sheet, read)))
                .orElseGet(fields::refused);
    }

    private static SheetFile file(BudgetDrafted drafted) {
        String table = String.join("\n", drafted.lines()) + "\n";
        return SheetFile.utf8(drafted.file(), table.getBytes(StandardCharsets.UTF_8));
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

    private static CommandReply<BudgetState> keep(
            BudgetOffice office, Outcome<DraftBudget> read, BudgetPolicy policy) {
        return read.then(draft -> keep(office, draft))
                .fold(
                        draft ->
                                new CommandReply.Done<>(
                                        CommandReply.Effect.CREATED,
                                        Integer.toString(draft.year()),
                                        version(office, draft),
                                        state(office, draft, policy)),
                        ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }

    private static Outcome<DraftBudget> keep(BudgetOffice office, DraftBudget draft) {
        Optional<DraftBudget> before = office.drafts().find(draft.community(), draft.year());
        boolean isSame = before.isEmpty() || before.get().equals(draft);
        if (!isSame) {
            return Outcome.refused(
                    Ruling.of(RuleCheck.of(RequestRule.DRAFTED_ONCE, false, "year", draft.year())));
        }
        office.drafts().save(draft);
        return Outcome.accepted(draft);
    }

    /**
     * A budget as drafted, and by what it was adopted.
     *
     * @param community its id
     * @param year the calendar year
     * @return the budget; its version is that which {@code If-Match} names
     */
    public Reply<BudgetState> read(String community, String year) {
        return in(
                community,
                year,
                (office, draft) ->
                        Reply.of(version(office, draft), () -> state(office, draft, null)));
    }

    /**
     * Opens the draft of a year to be spent, by what the owners decided.
     *
     * @param command who does, where and when
     * @param year the calendar year
     * @param by the decision and the policy that was decided with the draft
     * @param version the version that the caller has read
     * @return the budget; refused with every rule in the way, a decision that can not be shown
     *     among them
     */
    public CommandReply<BudgetState> adopt(
            Command command, String year, BudgetAdoptedBy by, OptionalLong version) {
        Optional<BudgetOffice> office = office(command.community());
        Optional<DraftBudget> draft =
                office.flatMap(found -> draft(found, command.community(), year));
        if (draft.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        if (version.isEmpty()) {
            return CommandReply.declined(Decline.UNCONDITIONAL);
        }
        if (!version(office.orElseThrow(), draft.get()).equals(version(version.getAsLong()))) {
            return CommandReply.declined(Decline.STALE);
        }
        return adopt(office.orElseThrow(), draft.get(), command, by);
    }

    private static CommandReply<BudgetState> adopt(
            BudgetOffice office, DraftBudget draft, Command command, BudgetAdoptedBy by) {
        Fields fields = new Fields();
        Optional<OwnersDecision.Provenance> provenance =
                fields.constant("provenance", by.provenance(), OwnersDecision.Provenance.class);
        if (by.reference().isBlank()) {
            fields.refuse("reference", by.reference());
        }
        return policy(fields, draft.community(), draft.year(), by.policy())
                .map(
                        policy ->
                                adopted(office, draft, provenance.orElseThrow(), by.reference())
                                        .then(budget -> open(office, budget, policy, command.at()))
                                        .fold(
                                                opened ->
                                                        new CommandReply.Done<>(
                                                                CommandReply.Effect.CHANGED,
                                                                Integer.toString(draft.year()),
                                                                version(office, draft),
                                                                state(office, draft, null)),
                                                ruling ->
                                                        CommandReply.<BudgetState>declined(
                                                                Decline.REFUSED, ruling)))
                .orElseGet(fields::refused);
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
     * Judged first, so that no account is opened for a year that is not; an account that is there
     * already stays as it is, so that whoever was cut off in between sends the command again.
     */
    private static Outcome<BudgetYear> open(
            BudgetOffice office, AdoptedBudget budget, BudgetPolicy policy, Instant at) {
        Outcome<BudgetYear> judged = BudgetYear.open(budget, policy, at);
        Book book = office.trust().book();
        LocalDate first = LocalDate.of(budget.content().year(), 1, 1);
        for (Account account : budget.accounts()) {
            judged =
                    judged.then(
                            year ->
                                    isCharted(book, account)
                                            ? Outcome.accepted(year)
                                            : book.openAccount(account, first, at)
                                                    .then(change -> Outcome.accepted(year)));
        }
        return judged.then(year -> office.trust().openYear(budget, policy, at));
    }

    private static boolean isCharted(Book book, Account account) {
        return book.read(reader -> book.chartIn(reader).find(account.code()).isPresent());
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
        return version(
                DRAFTED
                        + office.trust()
                                .year(draft.year())
                                .map(year -> year.events().size())
                                .orElse(0));
    }

    private static Version version(long number) {
        return new Version(Long.toString(number));
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
