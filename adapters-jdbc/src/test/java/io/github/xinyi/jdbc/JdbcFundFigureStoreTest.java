package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.tck.FundFigureStoreContract;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcFundFigureStoreTest extends FundFigureStoreContract {

    private static final CommunityId COMMUNITY = CommunityId.of("c1");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private final Server server;
    private final List<TestDatabase> databases = new ArrayList<>();

    JdbcFundFigureStoreTest(Server server) {
        this.server = server;
    }

    @Override
    protected FundFigureStore emptyStore() {
        return database().stores().fundFigures();
    }

    @Test
    void figuresOutliveTheProcess() {
        TestDatabase database = database();
        FundFigures figures =
                new FundFigures(COMMUNITY, DAY, "CNY", new TreeMap<>(Map.of("余额", -7L, "b", 0L)));
        database.stores().fundFigures().handIn(figures);

        database.reopen();

        assertThat(database.stores().fundFigures().on(COMMUNITY, DAY)).contains(figures);
    }

    @Test
    void anAmountThatNobodyHandedInIsAFailureAndNoFigure() throws SQLException {
        TestDatabase database = database();
        database.execute("INSERT INTO xy_fund_day VALUES ('c1', DATE '2025-12-31', 'CNY')");
        database.execute(
                "INSERT INTO xy_fund_figure VALUES ('c1', DATE '2025-12-31', 'b', "
                        + (FundFigures.MAX_AMOUNT + 1)
                        + ")");
        FundFigureStore store = database.stores().fundFigures();

        assertThatThrownBy(() -> store.on(COMMUNITY, DAY)).isInstanceOf(StoreException.class);
    }

    private TestDatabase database() {
        TestDatabase database = server.database();
        databases.add(database);
        database.stores().migrate();
        return database;
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
