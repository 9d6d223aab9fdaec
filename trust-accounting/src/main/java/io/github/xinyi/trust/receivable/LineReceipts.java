package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what one line of the bank brought, for one payer or split over several to the fen (到账入账);
 * no line serves twice, whoever records it.
 *
 * <p>Example: {@code receipts.receive(line, Money.ofFen(30_000), List.of(first, second), at)}. The
 * line is claimed first, under its own stream, then each payer's receipt is recorded; a call that
 * was cut off goes on where it stopped when it is repeated. A line whose receipts were all undone
 * may be claimed anew. Source: interpretation; a receipt recorded for two payers would pay two
 * debts with one sum. Thread-safe if its store is.
 *
 * @since 0.1.0
 */
public final class LineReceipts {

    private static final int MAX_TRIES = 100;

    private static final int DIGITS = 40;

    private final CommunityId community;
    private final EventStore events;
    private final Receivables.Papers papers;

    /**
     * One payer's part of a line.
     *
     * @param account who paid; it was opened before
     * @param receipt the receipt, on the line
     * @param named the numbers of bills that the payer named, in the payer's order; may be empty
     */
    public record Part(FeeAccount account, FeeReceipt receipt, List<String> named) {
        /** Copies the numbers. */
        public Part {
            named = List.copyOf(named);
        }

        private LineReceived.Share share() {
            return new LineReceived.Share(account, receipt.number(), receipt.amount().minor());
        }
    }

    /**
     * The receipts of a community.
     *
     * @param community whose account at the bank
     * @param events where receivables and lines are kept
     * @param papers what owners decided, for reading receivables again
     */
    public LineReceipts(CommunityId community, EventStore events, Receivables.Papers papers) {
        this.community = community;
        this.events = events;
        this.papers = papers;
    }

    /**
     * Takes a line.
     *
     * @param line the bank's line
     * @param amount what it brought, above zero
     * @param parts who paid how much of it, at most {@link LineReceived#MAX_SHARES}, each account
     *     once; together the whole line
     * @param at when it is recorded
     * @return the receivables of each part, in its order; or every rule in the way, of every part
     */
    public Outcome<List<Receivables>> receive(
            SourceDocument line, Money amount, List<Part> parts, Instant at) {
        LineReceived claim =
                new LineReceived(
                        community,
                        at,
                        line.id(),
                        amount.minor(),
                        parts.stream().map(Part::share).toList());
        Ruling ruling = new Ruling(judge(line, claim, parts, at));
        return ruling.notMet().isEmpty()
                ? claimed(claim).then(kept -> recorded(parts, at))
                : Outcome.refused(ruling);
    }

    /**
     * The receipts that stand without a claim of theirs, as one does that was appended beside this:
     * its line may have served somebody else. For whoever audits the receivables of a community.
     *
     * @param accounts whose receipts are looked at; each was opened before
     * @return account, receipt and amount, in the order of the accounts and then as recorded; empty
     *     where every receipt is claimed on its line to the fen
     */
    public List<LineReceived.Share> unclaimed(List<FeeAccount> accounts) {
        List<LineReceived.Share> found = new ArrayList<>();
        for (FeeAccount account : accounts) {
            for (Payment payment : read(account).receipts()) {
                LineReceived.Share share =
                        new LineReceived.Share(account, payment.number(), payment.amountMinor());
                List<LineReceived> claims = history(payment.bankLine());
                if (claims.isEmpty() || !claims.get(claims.size() - 1).shares().contains(share)) {
                    found.add(share);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Finding> judge(
            SourceDocument line, LineReceived claim, List<Part> parts, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        ReceivableRule.LINE_SHARED_WHOLE,
                        claim.isWhole()
                                && parts.stream().map(Part::account).distinct().count()
                                        == parts.size()
                                && parts.stream()
                                        .allMatch(part -> part.receipt().bankLine().equals(line)),
                        "line",
                        claim.bankLine(),
                        "amount",
                        Money.ofFen(claim.amountMinor())));
        findings.add(free(claim, history(claim.bankLine())));
        for (Part part : parts) {
            if (!isRecorded(part)) {
                findings.addAll(
                        read(part.account())
                                .receive(part.receipt(), part.named(), at)
                                .fold(judged -> List.of(), Ruling::findings));
            }
        }
        return findings;
    }

    private List<LineReceived> history(String bankLine) {
        return events.history(LineReceived.stream(community, bankLine), LineReceived.class);
    }

    /** Nobody has the line, or the same payers in the same parts, or whoever had it does not. */
    private RuleCheck free(LineReceived claim, List<LineReceived> claims) {
        boolean free =
                claims.isEmpty()
                        || claims.get(claims.size() - 1).isSameAs(claim)
                        || claims.get(claims.size() - 1).shares().stream().allMatch(this::isUndone);
        return RuleCheck.of(ReceivableRule.BANK_LINE_ONCE, free, "line", claim.bankLine());
    }

    private boolean isUndone(LineReceived.Share share) {
        Receivables account = read(share.account());
        return isTold(account, share.receipt())
                && account.receipts().stream()
                        .noneMatch(payment -> payment.number().equals(share.receipt()));
    }

    private boolean isRecorded(Part part) {
        return isTold(read(part.account()), part.receipt().number());
    }

    private static boolean isTold(Receivables account, String receipt) {
        return account.events().stream()
                .anyMatch(
                        event ->
                                event instanceof ReceivableEvent.Received received
                                        && received.payment().number().equals(receipt));
    }

    private Receivables read(FeeAccount account) {
        return Receivables.replay(
                        events.history(account.stream(community), ReceivableEvent.class), papers)
                .orElseThrow(
                        ruling ->
                                new IllegalStateException(
                                        account + " was not made by its rules: " + ruling));
    }

    private Outcome<LineReceived> claimed(LineReceived claim) {
        List<LineReceived> before = history(claim.bankLine());
        if (!before.isEmpty() && before.get(before.size() - 1).isSameAs(claim)) {
            return Outcome.accepted(claim);
        }
        RuleCheck free = free(claim, before);
        if (!free.isMet()) {
            return Outcome.refused(Ruling.of(free));
        }
        StreamName stream = LineReceived.stream(community, claim.bankLine());
        CommandId command = CommandId.of("line/" + stream.id() + "/" + before.size());
        return events.append(new Append(stream, command, before.size(), List.of(claim)))
                .<Outcome<LineReceived>>fold(
                        kept -> Outcome.accepted(claim), ruling -> afterwards(claim));
    }

    /** Somebody else was there first: with the same parts, or with others. */
    private Outcome<LineReceived> afterwards(LineReceived claim) {
        List<LineReceived> now = history(claim.bankLine());
        boolean same = !now.isEmpty() && now.get(now.size() - 1).isSameAs(claim);
        return same
                ? Outcome.accepted(claim)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        ReceivableRule.BANK_LINE_ONCE,
                                        false,
                                        "line",
                                        claim.bankLine())));
    }

    private Outcome<List<Receivables>> recorded(List<Part> parts, Instant at) {
        List<Receivables> all = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        for (Part part : parts) {
            recorded(part, at).fold(all::add, ruling -> refused.addAll(ruling.findings()));
        }
        return refused.isEmpty()
                ? Outcome.accepted(List.copyOf(all))
                : Outcome.refused(new Ruling(refused));
    }

    /** Reads, judges and appends until nobody came between. */
    private Outcome<Receivables> recorded(Part part, Instant at) {
        Outcome<Receivables> last = Outcome.accepted(read(part.account()));
        for (int tries = 0; tries < MAX_TRIES && !isRecorded(part); tries++) {
            Receivables before = read(part.account());
            Outcome<Receivables> after = before.receive(part.receipt(), part.named(), at);
            if (!after.isAccepted()) {
                return isRecorded(part) ? Outcome.accepted(read(part.account())) : after;
            }
            last = after.then(next -> kept(part, before.events().size(), next));
        }
        return isRecorded(part) ? Outcome.accepted(read(part.account())) : last;
    }

    private Outcome<Receivables> kept(Part part, int version, Receivables after) {
        String name =
                CanonicalBytes.part()
                        .text(part.account().toString())
                        .text(part.receipt().number())
                        .sha256Hex()
                        .substring(0, DIGITS);
        return events.append(
                        new Append(
                                part.account().stream(community),
                                CommandId.of("received/" + name),
                                version,
                                List.of(after.events().get(version))))
                .then(stored -> Outcome.accepted(after));
    }
}
