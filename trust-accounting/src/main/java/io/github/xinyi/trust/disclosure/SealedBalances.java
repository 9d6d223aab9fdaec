package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The public closing balances of a period under one root, which a checkpoint signs (封存余额).
 *
 * <p>For example the line {@code balances 2025-01-31 12 Xcnaeacg...}: the balances of 12 accounts
 * through 31 January. They are the fold of the public records and of nothing else, so anybody who
 * reads the log computes the same root, and a household's entry that waits for its batch moves
 * none. They are final: a closed period takes no entry, and a batch counts on the day of its
 * publication. Each account is a leaf of a tree of RFC 9162, in the order of the codes, so that one
 * balance is proved without the others; {@code docs/leaf-format.md} has the bytes.
 *
 * @since 0.1.0
 */
public final class SealedBalances {

    private static final String WORD = "balances";

    private final CommunityId book;
    private final LocalDate through;
    private final List<Balance> balances;
    private final MerkleDigest digest;
    private final Map<NodeAddress, Hash> nodes = new HashMap<>();
    private final Hash root;

    private SealedBalances(
            CommunityId book, LocalDate through, List<Balance> balances, MerkleDigest digest) {
        this.book = book;
        this.through = through;
        this.balances = List.copyOf(balances);
        this.digest = digest;
        List<Hash> leaves =
                balances.stream().map(each -> leaf(book, through, each, digest)).toList();
        Frontier.Appended grown = Frontier.empty().appendAll(leaves, digest);
        for (Node node : grown.completed()) {
            nodes.put(node.address(), node.hash());
        }
        this.root = grown.frontier().root(digest);
    }

    static SealedBalances of(BookReader reader, PeriodClose close, MerkleDigest digest) {
        return of(reader, close.book(), close.through(), reader.frontier().size(), digest);
    }

    static SealedBalances of(
            BookReader reader,
            CommunityId book,
            LocalDate through,
            long size,
            MerkleDigest digest) {
        return of(book, through, PublicLedger.empty().upToSize(reader, size), digest);
    }

    /**
     * The closing balances of a period, as any reader of the log computes them.
     *
     * @param book whose
     * @param through the last day of the closed period
     * @param ledger the public records, at least up to the close
     * @param digest that of the log
     * @return the balances of the accounts that have public postings
     */
    public static SealedBalances of(
            CommunityId book, LocalDate through, PublicLedger ledger, MerkleDigest digest) {
        YearMonth last = YearMonth.from(through);
        return new SealedBalances(
                book,
                through,
                List.copyOf(ledger.balances(flow -> !flow.month().isAfter(last)).values()),
                digest);
    }

    /**
     * The balances.
     *
     * @return by code
     */
    public List<Balance> balances() {
        return balances;
    }

    /**
     * The root over them.
     *
     * @return that of the empty tree if there are none
     */
    public Hash root() {
        return root;
    }

    /**
     * The line of the checkpoint that seals them.
     *
     * @return for example {@code balances 2025-01-31 12 Xcnaeacg...}
     */
    public String line() {
        return String.join(
                " ", WORD, through.toString(), Integer.toString(balances.size()), root.toBase64());
    }

    /** Whether a checkpoint seals the balances through a day. */
    static boolean isSealed(CheckpointText text, LocalDate through) {
        return text.extension(WORD).filter(rest -> rest.startsWith(through + " ")).isPresent();
    }

    /**
     * The proof of one balance.
     *
     * @param account the account
     * @param checkpoint the checkpoint that seals them
     * @return empty for an account without public postings
     */
    public Optional<BalanceProof> prove(AccountCode account, PublishedCheckpoint checkpoint) {
        for (int i = 0; i < balances.size(); i++) {
            if (balances.get(i).account().equals(account)) {
                return Optional.of(
                        new BalanceProof(
                                book,
                                through,
                                balances.get(i),
                                MerkleProofs.inclusion(i, balances.size(), this::node, digest),
                                checkpoint.note()));
            }
        }
        return Optional.empty();
    }

    private Hash node(NodeAddress address) {
        return Objects.requireNonNull(nodes.get(address), "node");
    }

    /** The leaf of one balance. */
    static Hash leaf(CommunityId book, LocalDate through, Balance balance, MerkleDigest digest) {
        return digest.leaf(
                new CanonicalBytes(digest.domain("xinyi/balance/v1"))
                        .text(book.value())
                        .text(through.toString())
                        .text(balance.account().value())
                        .u64(balance.debits().minor())
                        .u64(balance.credits().minor())
                        .text(balance.debits().currency().getCurrencyCode())
                        .toByteArray());
    }
}
