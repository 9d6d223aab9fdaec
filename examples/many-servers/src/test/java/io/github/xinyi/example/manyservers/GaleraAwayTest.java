package io.github.xinyi.example.manyservers;

import com.zaxxer.hikari.HikariDataSource;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.book.BookStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node that is killed while it is written through: the others go on, and it catches up. */
@NeedsGalera
class GaleraAwayTest {

    private static final CommunityId COMMUNITY = CommunityId.of("安和苑");

    @Test
    void nothingIsLostWhenANodeIsKilledAndComesBack()
            throws IOException, InterruptedException, SQLException {
        GaleraCluster cluster = GaleraCluster.shared();
        GaleraCluster.Database database = cluster.take();
        try (HikariDataSource any = database.anyNode()) {
            BookStore books = JdbcStores.on(any).books();
            Load load = new Load(COMMUNITY, List.of(books, books));
            load.awaitMore(20);

            cluster.node(0).kill();
            cluster.node(1).awaitStatus("wsrep_cluster_size", 2);
            load.awaitMore(20);
            cluster.bringBack(cluster.node(0));
            load.awaitMore(20);
            load.end();

            cluster.node(1).awaitStatus("wsrep_cluster_size", 3);
            for (int node = 0; node < 3; node++) {
                load.assertKeptBy(database.storesAt(node));
            }
        } finally {
            database.close();
        }
    }
}
