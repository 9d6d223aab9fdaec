package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.answer.RecordPage;
import io.github.xinyi.rest.answer.RecordProof;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The records of the log and the proof of each. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RecordDisclosure {

    /** At most so many records are looked through for one page. */
    static final int MAX_SCAN = 10_000;

    private static final int BLOCK = 500;

    private final Communities communities;

    /**
     * The records of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public RecordDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * Records, the newest first.
     *
     * @param community its id
     * @param filter {@code all}, or {@code open} for open entries and batches; null is all
     * @param cursor the cursor that the page before gave, null for the newest
     * @param limit 1 to 200, 50 if null
     * @param language of names
     * @return a page
     */
    public Reply<RecordPage> list(
            String community,
            @Nullable String filter,
            @Nullable String cursor,
            @Nullable String limit,
            Language language) {
        Parameters parameters = new Parameters();
        RecordFilter wanted = parameters.filter(filter);
        long below = parameters.logCursor(cursor);
        int most = parameters.limit(limit);
        return parameters.then(
                () ->
                        communities.in(
                                community,
                                found -> {
                                    PublicLedger ledger = communities.ledger(found);
                                    return Reply.of(
                                            version(found, ledger, language),
                                            () ->
                                                    found.book()
                                                            .read(
                                                                    reader ->
                                                                            page(
                                                                                    reader,
                                                                                    new RecordView(
                                                                                            found,
                                                                                            ledger,
                                                                                            language),
                                                                                    wanted,
                                                                                    below,
                                                                                    most)));
                                }));
    }

    private static RecordPage page(
            BookReader reader, RecordView view, RecordFilter filter, long below, int limit) {
        List<DisclosedRecord> page = new ArrayList<>();
        long next = Math.min(below, view.logSize());
        long lowest = Math.max(0, next - MAX_SCAN);
        while (next > lowest && page.size() < limit) {
            long from = Math.max(lowest, next - BLOCK);
            List<LogRecord> block = reader.records(from, (int) (next - from));
            for (int i = block.size() - 1; i >= 0 && page.size() < limit; i--) {
                LogRecord record = block.get(i);
                if (filter.accepts(record)) {
                    page.add(view.of(record));
                }
                next = record.index();
            }
        }
        return new RecordPage(page, next == 0 ? null : new Cursor(next, "").text());
    }

    /**
     * What a reader of the live feed is to be told.
     *
     * @param first the place of the first record that he has not seen
     * @param from the records from a place on, at most 500 at once; empty at the end of the log
     */
    public record Following(long first, LongFunction<List<DisclosedRecord>> from) {}

    /**
     * The log from a place on, as it grows.
     *
     * @param community its id
     * @param lastSeen the place of the last record seen; null for what comes from now on
     * @param language of names
     * @return where to begin and how to go on
     */
    public Reply<Following> follow(String community, @Nullable String lastSeen, Language language) {
        Parameters parameters = new Parameters();
        OptionalLong seen =
                lastSeen == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(parameters.position("Last-Event-ID", lastSeen, 0));
        return parameters.then(
                () ->
                        communities.in(
                                community,
                                found -> {
                                    long size = communities.ledger(found).size();
                                    long first =
                                            seen.isPresent()
                                                    ? Math.min(seen.getAsLong(), size - 1) + 1
                                                    : size;
                                    return Reply.of(
                                            new Following(
                                                    first, place -> some(found, place, language)));
                                }));
    }

    /** Each time from the log as it is then, through the view that the public has of it. */
    private List<DisclosedRecord> some(
            PublishedCommunity community, long first, Language language) {
        PublicLedger ledger = communities.ledger(community);
        if (first >= ledger.size()) {
            return List.of();
        }
        RecordView view = new RecordView(community, ledger, language);
        int limit = (int) Math.min(BLOCK, ledger.size() - first);
        return community
                .book()
                .read(reader -> reader.records(first, limit).stream().map(view::of).toList());
    }

    /**
     * One record.
     *
     * @param community its id
     * @param index its place in the log
     * @param language of names
     * @return the record
     */
    public Reply<DisclosedRecord> one(String community, String index, Language language) {
        OptionalLong wanted = position(index);
        if (wanted.isEmpty()) {
            return Reply.missing();
        }
        return communities.in(
                community,
                found -> {
                    PublicLedger ledger = communities.ledger(found);
                    if (wanted.getAsLong() >= ledger.size()) {
                        return Reply.missing();
                    }
                    return Reply.of(
                            version(found, ledger, language),
                            () -> one(found, ledger, wanted.getAsLong(), language));
                });
    }

    private static DisclosedRecord one(
            PublishedCommunity community, PublicLedger ledger, long index, Language language) {
        return community
                .book()
                .read(
                        reader ->
                                new RecordView(community, ledger, language)
                                        .of(reader.records(index, 1).get(0)));
    }

    /** A place in a path: what is no number names nothing. */
    private static OptionalLong position(String text) {
        return text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /**
     * The proof of a record against a published checkpoint.
     *
     * @param community its id
     * @param index the record's place in the log
     * @param size the size that the checkpoint signs; the latest that covers the record if null
     * @param language of names
     * @return the proof; missing while no checkpoint covers the record, or none has that size
     */
    public Reply<RecordProof> proof(
            String community, String index, @Nullable String size, Language language) {
        Parameters parameters = new Parameters();
        OptionalLong wantedSize =
                size == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(parameters.position("size", size, 1));
        OptionalLong wanted = position(index);
        return parameters.then(
                () ->
                        wanted.isEmpty()
                                ? Reply.missing()
                                : communities.in(
                                        community,
                                        found ->
                                                proof(
                                                        found,
                                                        wanted.getAsLong(),
                                                        wantedSize,
                                                        language)));
    }

    private Reply<RecordProof> proof(
            PublishedCommunity community, long index, OptionalLong size, Language language) {
        PublicLedger ledger = communities.ledger(community);
        return checkpoint(community, size)
                .filter(signed -> index < signed.head().size())
                .flatMap(signed -> community.log().prove(index, signed))
                .map(proof -> proof(community, ledger, proof, language))
                .orElseGet(Reply::missing);
    }

    private static Reply<RecordProof> proof(
            PublishedCommunity community,
            PublicLedger ledger,
            EntryProof proof,
            Language language) {
        PublishedCheckpoint signed = proof.checkpoint();
        return Reply.of(
                Version.of(version(community, ledger, language), signed.note()),
                () ->
                        new RecordProof(
                                new RecordView(community, ledger, language).of(proof.record()),
                                new RecordProof.Inclusion(
                                        proof.path().index(),
                                        proof.path().size(),
                                        proof.path().path().stream().map(Hash::toHex).toList()),
                                signed.note(),
                                community.log().verifierKey(),
                                Leaf.timestamp(signed.publishedAt())));
    }

    private static Optional<PublishedCheckpoint> checkpoint(
            PublishedCommunity community, OptionalLong size) {
        return size.isEmpty()
                ? community.checkpoints().latest(community.id())
                : community
                        .checkpoints()
                        .covering(community.id(), size.getAsLong() - 1)
                        .filter(signed -> signed.head().size() == size.getAsLong());
    }

    private static Version version(
            PublishedCommunity community, PublicLedger ledger, Language language) {
        return Version.of("records", ledger.size(), language, community.book().chart().accounts());
    }
}
