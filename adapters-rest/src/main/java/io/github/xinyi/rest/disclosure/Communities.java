package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.answer.CommunityList;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.disclosure.PublicLedger;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The published communities and their public ledgers; share one among all disclosures.
 *
 * <p>Keeps one ledger for each community that was asked for. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Communities {

    private final CommunityDirectory directory;
    private final ConcurrentMap<CommunityId, LedgerHistory> histories = new ConcurrentHashMap<>();

    /**
     * The communities of a directory.
     *
     * @param directory the host's
     */
    public Communities(CommunityDirectory directory) {
        this.directory = directory;
    }

    /**
     * The communities that somebody may know of.
     *
     * @param isKnown whether he may know of a community
     * @param cursor that the page before gave, null for the first
     * @param limit 1 to 200, 50 if null
     * @return id and name of each
     */
    public Reply<CommunityList> list(
            Predicate<CommunityId> isKnown, @Nullable String cursor, @Nullable String limit) {
        return ListWindow.of(
                cursor,
                limit,
                window ->
                        window.in(
                                directory.all().stream()
                                        .filter(community -> isKnown.test(community.id()))
                                        .toList(),
                                community -> community.id().value(),
                                part ->
                                        Reply.of(
                                                new CommunityList(
                                                        part.entries().stream()
                                                                .map(Communities::named)
                                                                .toList(),
                                                        part.next()))));
    }

    static CommunityList.Community named(PublishedCommunity community) {
        return new CommunityList.Community(community.id().value(), community.name());
    }

    /** Answers for a community; an id that none can have is answered like one that none has. */
    <T> Reply<T> in(String id, Function<PublishedCommunity, Reply<T>> reply) {
        CommunityId wanted;
        try {
            wanted = CommunityId.of(id);
        } catch (IllegalArgumentException e) {
            return Reply.missing();
        }
        return directory.find(wanted).map(reply).orElseGet(Reply::missing);
    }

    PublicLedger ledger(PublishedCommunity community) {
        return history(community).latest(community.book());
    }

    Optional<PublicLedger> ledgerAt(PublishedCommunity community, Instant at) {
        return history(community).at(community.book(), at);
    }

    private LedgerHistory history(PublishedCommunity community) {
        return histories.computeIfAbsent(community.id(), id -> new LedgerHistory());
    }
}
