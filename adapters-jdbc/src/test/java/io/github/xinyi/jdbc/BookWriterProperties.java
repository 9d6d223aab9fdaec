package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whichever way each call goes, the book is the one that the store in memory keeps. */
class BookWriterProperties {

    private static final TestDatabase DATABASE = TestDatabase.inMemory();
    private static final JdbcStores STORES = DATABASE.stores().migrate();
    private static final AtomicInteger BOOKS = new AtomicInteger();

    /** How a call reaches the book. */
    private enum Way {
        ONE_WRITER,
        OTHER_WRITER,
        PLAIN,
        HOST_COMMITS,
        HOST_ROLLS_BACK
    }

    /** Entries posted together; few ids, so that some come again, and some amounts are refused. */
    private record Call(Way way, List<EntryDraft> drafts) {}

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<EntryDraft> drafts =
                Combinators.combine(
                                Arbitraries.integers().between(0, 14),
                                Arbitraries.longs().between(-1, 3))
                        .as(
                                (id, fen) ->
                                        id % 2 == 0
                                                ? SampleBook.opening("o" + id, fen)
                                                : SampleBook.bill("b" + id, "u" + id, fen));
        return Combinators.combine(
                        Arbitraries.of(Way.class), drafts.list().ofMinSize(1).ofMaxSize(3))
                .as(Call::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 60)
    void everyWayAnswersAsTheStoreInMemory(@ForAll("calls") List<Call> calls) throws SQLException {
        CommunityId community = CommunityId.of("S" + BOOKS.incrementAndGet());
        InMemoryBookStore model = new InMemoryBookStore();
        try (BookWriter one = STORES.bookWriter();
                BookWriter other = DATABASE.stores().bookWriter()) {
            for (Call call : calls) {
                Object answer = answer(community, call, one, other);
                if (call.way() == Way.HOST_ROLLS_BACK) {
                    continue;
                }
                assertThat(answer).isEqualTo(post(community, call, model));
                assertThat(one.read(community, BookReader::balances))
                        .isEqualTo(model.read(community, BookReader::balances));
            }
            assertThat(one.read(community, BookReader::frontier))
                    .isEqualTo(model.read(community, BookReader::frontier));
        }
        assertThat(STORES.verify(community)).isEmpty();
    }

    private static Object answer(CommunityId community, Call call, BookStore one, BookStore other)
            throws SQLException {
        return switch (call.way()) {
            case ONE_WRITER -> post(community, call, one);
            case OTHER_WRITER -> post(community, call, other);
            case PLAIN -> post(community, call, STORES.books());
            case HOST_COMMITS, HOST_ROLLS_BACK -> {
                try (Connection host = DATABASE.source().getConnection()) {
                    host.setAutoCommit(false);
                    Object answer = post(community, call, JdbcStores.joining(host).books());
                    if (call.way() == Way.HOST_COMMITS) {
                        host.commit();
                    } else {
                        host.rollback();
                    }
                    yield answer;
                }
            }
        };
    }

    /** What the book says to one entry, or to all of them together. */
    private static Object post(CommunityId community, Call call, BookStore store) {
        SampleBook sample = new SampleBook(community, store);
        if (call.drafts().size() == 1) {
            return sample.post(call.drafts().get(0));
        }
        return sample.book().postAll(call.drafts(), SampleBook.MOMENT);
    }
}
