package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A call of one store within a call of another, as where a payment asks for the keys in force. */
@ParameterizedClass
@EnumSource(Server.class)
class CallWithinCallTest {

    private static final CommunityId ID = CommunityId.of("liuyuan");
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");
    private static final StreamName STREAM = new StreamName(ID, "trust-budget", "2025");

    private final TestDatabase database;
    private final JdbcConnectionPool pool;
    private final EventStore events;
    private final DisbursementStore payments;
    private final Book book;

    /** One connection, and nobody waits for it longer than two seconds. */
    CallWithinCallTest(Server server) {
        database = server.database();
        database.stores().migrate();
        pool = database.pool(1);
        pool.setLoginTimeout(2);
        JdbcStores stores = JdbcStores.on(pool);
        events = stores.events(TrustEvents.codec());
        payments = stores.disbursements();
        book = new Book(ID, SampleBook.chart(), stores.books());
    }

    @AfterEach
    void close() {
        pool.dispose();
        database.close();
    }

    private Outcome<?> append(String command, long version) {
        return events.append(
                new Append(
                        STREAM,
                        CommandId.of(command),
                        version,
                        List.of(new BudgetEvent.Released(ID, AT, 2025, "P1"))));
    }

    @Test
    void readsAndWritesEventsWithinAWriteOfABookOnOneConnection() {
        boolean appended =
                book.alone(
                        reader ->
                                events.read(STREAM, Page.after(0)).isEmpty()
                                        && append("c1", 0).isAccepted()
                                        && events.read(STREAM, Page.after(0)).size() == 1);

        assertThat(appended).isTrue();
        assertThat(events.read(STREAM, Page.after(0))).hasSize(1);
        assertThat(book.post(SampleBook.opening("opening", 100), AT).isAccepted()).isTrue();
    }

    /** How a payment goes to the bank: while nobody pays, and nobody else sends. */
    @Test
    void marksAPaymentAsSentWithinAWriteOfTheBookOnOneConnection() {
        Disbursement sent = DisbursementStoreContract.sent(ID, "E1", AT);
        Disbursement authorised =
                new Disbursement(sent.request(), sent.approvals(), Disbursement.Status.AUTHORISED);
        assertThat(payments.insert(authorised)).isTrue();

        boolean advanced =
                book.alone(
                        reader ->
                                payments.open(ID, AT).equals(List.of(authorised))
                                        && payments.advance(authorised, sent)
                                        && payments.open(ID, AT).equals(List.of(sent)));

        assertThat(advanced).isTrue();
        assertThat(payments.find(ID, "E1")).contains(sent);
        assertThat(book.post(SampleBook.opening("opening", 100), AT).isAccepted()).isTrue();
    }

    @Test
    void undoesTheInnerWriteWithTheOuterOne() {
        assertThatThrownBy(
                        () ->
                                book.alone(
                                        reader -> {
                                            assertThat(append("c1", 0).isAccepted()).isTrue();
                                            throw new IllegalStateException("undone");
                                        }))
                .hasMessage("undone");

        assertThat(events.read(STREAM, Page.after(0))).isEmpty();
        assertThat(append("c1", 0).isAccepted()).isTrue();
    }

    @Test
    void keepsTheOuterWriteWhereTheInnerOneIsRefused() {
        boolean refused = book.alone(reader -> !append("c1", 7).isAccepted());

        assertThat(refused).isTrue();
        assertThat(book.post(SampleBook.opening("opening", 100), AT).isAccepted()).isTrue();
    }
}
