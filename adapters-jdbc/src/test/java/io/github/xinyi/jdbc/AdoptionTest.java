package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.trust.disbursement.Disbursement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that were kept before there was a docket are taken into it once, as they stand. */
@ParameterizedClass
@EnumSource(Server.class)
class AdoptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestDatabase database;
    private final JdbcStores stores;

    AdoptionTest(Server server) {
        this.database = server.disarmedDatabase();
        this.stores = database.stores();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** As a version without a docket left its tables. */
    private long fillWithoutDocket() throws SQLException {
        Samples.fill(stores);
        Samples.keepOneOfEach(stores);
        long records =
                Long.parseLong(
                        database.ask(
                                "SELECT COUNT(*) FROM (SELECT DISTINCT kind, record_key FROM"
                                        + " xy_docket_item) x"));
        forgetDocket();
        return records;
    }

    private void forgetDocket() throws SQLException {
        database.execute("DELETE FROM xy_docket_item");
        database.execute(
                "UPDATE xy_docket SET docket_size = 0, frontier = SUBSTRING(frontier FROM 1 FOR"
                        + " 0)");
    }

    @Test
    void takesThemInAndVerifies() throws SQLException {
        long records = fillWithoutDocket();
        assertThat(stores.verify(Samples.COMMUNITY)).map(BookFault::kind).contains(Kind.UNENTERED);
        assertThat(stores.docketAdoption(Samples.COMMUNITY)).isEmpty();

        DocketAdoption adopted = stores.adoptIntoDocket(Samples.COMMUNITY, DAY);

        assertThat(adopted.records()).isEqualTo(records).isGreaterThan(10);
        assertThat(adopted.docketIndex()).isEqualTo(records);
        assertThat(adopted).hasToString("adopted on 2026-03-02: " + records + " records");
        assertThat(stores.docketAdoption(Samples.COMMUNITY)).contains(adopted);
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
        assertThat(stores.docketHead(Samples.COMMUNITY).size()).isEqualTo(records + 1);
    }

    @Test
    void goesOnAfterwards() throws SQLException {
        fillWithoutDocket();
        stores.adoptIntoDocket(Samples.COMMUNITY, DAY);

        stores.budgets().save(Samples.budget(2031, 7));
        Disbursement requested = Samples.disbursement("E9", Samples.NOW);
        stores.disbursements().insert(requested);
        stores.disbursements().advance(requested, Samples.approved(requested));

        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void findsWhatWasChangedAfterwards() throws SQLException {
        fillWithoutDocket();
        stores.adoptIntoDocket(Samples.COMMUNITY, DAY);

        database.execute("UPDATE xy_contract SET batch_min_units = 6");

        assertThat(stores.verify(Samples.COMMUNITY))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.CONTENT);
                            assertThat(fault.columns()).contains("xy_contract.batch_min_units");
                        });
    }

    @Test
    void isDoneOnce() throws SQLException {
        fillWithoutDocket();
        stores.adoptIntoDocket(Samples.COMMUNITY, DAY);
        database.execute("INSERT INTO xy_budget (community, budget_year) VALUES ('安和苑', 1998)");

        assertThatIllegalStateException()
                .isThrownBy(() -> stores.adoptIntoDocket(Samples.COMMUNITY, DAY.plusDays(1)))
                .withMessageContaining("adopted on 2026-03-02");
        assertThat(stores.verify(Samples.COMMUNITY)).map(BookFault::kind).contains(Kind.UNENTERED);
    }

    @Test
    void takesNothingInWhereNothingIsToBeTaken() {
        Samples.fill(stores);
        Samples.keepOneOfEach(stores);

        assertThatIllegalStateException()
                .isThrownBy(() -> stores.adoptIntoDocket(Samples.COMMUNITY, DAY))
                .withMessageContaining("nothing");
        assertThat(stores.docketAdoption(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void refusesAPaymentOfWhichTheCourseWasEntered() throws SQLException {
        Disbursement requested = Samples.disbursement("E9", Samples.NOW);
        stores.disbursements().insert(requested);
        forgetDocket();
        stores.disbursements().advance(requested, Samples.approved(requested));

        assertThatIllegalStateException()
                .isThrownBy(() -> stores.adoptIntoDocket(Samples.COMMUNITY, DAY))
                .withMessageContaining("PAYMENT_COURSE was entered");
        assertThat(stores.docketHead(Samples.COMMUNITY).size()).isEqualTo(1);
    }
}
