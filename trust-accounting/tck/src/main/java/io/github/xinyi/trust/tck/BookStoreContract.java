package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every store of books must keep; each name carries the number of the invariant in
 * docs/contracts.md.
 *
 * <p>Subclass it and name your store:
 *
 * <pre>{@code
 * class MyBookStoreTest extends BookStoreContract {
 *     @Override
 *     protected BookStore createStore() {
 *         return new MyBookStore(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Not verified here: what survives a loss of power.
 *
 * @since 0.1.0
 */
public abstract class BookStoreContract extends ErasureChecks {

    /** Names a seed to run alone, for example {@code -Dxinyi.tck.seed=17}. */
    public static final String SEED_PROPERTY = "xinyi.tck.seed";

    /** For subclasses. */
    protected BookStoreContract() {}

    /**
     * How many random scripts to run; each asks some thousands of questions.
     *
     * @return 12 by default
     */
    protected int scripts() {
        return 12;
    }

    /**
     * How many commands a random script has.
     *
     * @return 80 by default
     */
    protected int commands() {
        return 80;
    }

    @Test
    void required_T1_everyRecordIsALeafInItsOrder() {
        fill();

        assertLogIsSound();
    }

    @Test
    void required_T1_contentComesBackAsItWasWritten() {
        List<Posting> lines = new ArrayList<>();
        for (int i = 0; i < EntryDraft.MAX_POSTINGS / 2; i++) {
            Money fen = Money.ofFen(i + 1L);
            lines.add(Posting.debit(ChartOfAccounts.SERVICE_CASH, fen));
            lines.add(Posting.credit(ChartOfAccounts.FEE_INCOME, fen));
        }
        EntryDraft full =
                EntryDraft.of(
                                EntryId.of("编号/" + "x".repeat(61)),
                                EntryKind.OPENING,
                                LocalDate.of(2024, 2, 29),
                                new SourceDocument("t".repeat(32), "据".repeat(64)),
                                SampleBook.salt("full"))
                        .narrative(("𠮷'\"\\%_\n\t  " + "字".repeat(500)).substring(0, 500))
                        .postings(lines);
        EntryDraft bare = SampleBook.bill("b1", "3-2-1102", Long.MAX_VALUE - 1_275).narrative("");
        List<Acknowledgement> posted =
                List.of(assertAccepted(sample.post(full)), assertAccepted(sample.post(bare)));

        for (Acknowledgement acknowledgement : posted) {
            LogRecord.OfEntry there = entry(acknowledgement.entry().id()).orElseThrow();
            assertThat(there.entry()).isEqualTo(acknowledgement.entry());
            assertThat(there.entry().recordedAt()).isEqualTo(SampleBook.MOMENT);
            assertThat(there.balancesAfter()).isEqualTo(acknowledgement.balancesAfter());
        }
        assertThat(posted.get(0).entry().draft()).isEqualTo(full);
        assertLogIsSound();
    }

    @Test
    void required_T2_everyInclusionProofVerifies() {
        fill();
        List<TreeHead> heads = heads();
        List<LogRecord> records = records();

        for (int size = 1; size <= records.size(); size++) {
            for (int index = 0; index < size; index++) {
                long i = index;
                long n = size;
                assertThat(
                                MerkleVerifier.verifyInclusion(
                                        records.get(index).leaf(),
                                        read(reader -> MerkleProofs.inclusion(i, n, reader)),
                                        heads.get(size)))
                        .as("record %s in the log of %s", index, size)
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void required_T2_everyConsistencyProofVerifies() {
        fill();
        List<TreeHead> heads = heads();

        for (int size = 1; size < heads.size(); size++) {
            for (int old = 1; old <= size; old++) {
                long o = old;
                long n = size;
                assertThat(
                                MerkleVerifier.verifyConsistency(
                                        read(reader -> MerkleProofs.consistency(o, n, reader)),
                                        heads.get(old),
                                        heads.get(size)))
                        .as("log of %s begins the log of %s", old, size)
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void required_L1ToT5_noScriptOfCommandsBreaksAnInvariant() {
        String chosen = System.getProperty(SEED_PROPERTY);
        List<Long> seeds =
                chosen == null
                        ? LongStream.rangeClosed(1, scripts()).boxed().toList()
                        : List.of(Long.parseLong(chosen));

        for (long seed : seeds) {
            BookRun.of(store, seed, commands());
        }
    }
}
