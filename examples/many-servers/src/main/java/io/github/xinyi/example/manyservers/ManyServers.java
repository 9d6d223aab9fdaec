package io.github.xinyi.example.manyservers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.ShardingSphereDataSourceFactory;
import org.apache.shardingsphere.infra.algorithm.core.config.AlgorithmConfiguration;
import org.apache.shardingsphere.sharding.api.config.ShardingRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableReferenceRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.rule.ShardingTableRuleConfiguration;
import org.apache.shardingsphere.sharding.api.config.strategy.sharding.StandardShardingStrategyConfiguration;

/**
 * One data source over several PostgreSQL servers, each of which keeps some communities as a whole.
 *
 * <p>Example: {@code JdbcStores.on(ManyServers.over(servers, first, file, new
 * Properties())).withSeparateStatements()}, after {@code JdbcStores.on(server).migrate()} on each
 * of the servers. Every server has READ COMMITTED as its default and a {@code lock_timeout}.
 */
public final class ManyServers {

    private static final String ALGORITHM = "by-placement";

    private ManyServers() {}

    /**
     * The data source.
     *
     * @param servers the pool of each server by its name, for example {@code s0}; a name is lower
     *     case letters and digits
     * @param first the names of the servers that were there on the first day
     * @param placement the file of {@link Placement}
     * @param settings of ShardingSphere, for example {@code sql-show}
     * @return a data source to be closed, which closes the pools
     * @throws SQLException if the servers cannot be asked for their tables
     */
    public static DataSource over(
            Map<String, DataSource> servers,
            Collection<String> first,
            Path placement,
            Properties settings)
            throws SQLException {
        List<String> tables = tables(servers.values().iterator().next());
        ShardingRuleConfiguration rule = new ShardingRuleConfiguration();
        for (String table : tables) {
            List<String> nodes = servers.keySet().stream().map(s -> s + "." + table).toList();
            rule.getTables()
                    .add(new ShardingTableRuleConfiguration(table, String.join(",", nodes)));
        }
        rule.getBindingTableGroups()
                .add(
                        new ShardingTableReferenceRuleConfiguration(
                                "of-one-community", String.join(",", tables)));
        rule.setDefaultDatabaseShardingStrategy(
                new StandardShardingStrategyConfiguration("community", ALGORITHM));
        rule.getShardingAlgorithms()
                .put(
                        ALGORITHM,
                        new AlgorithmConfiguration("CLASS_BASED", algorithm(first, placement)));
        return ShardingSphereDataSourceFactory.createDataSource(
                "xinyi", servers, List.of(rule), settings);
    }

    private static Properties algorithm(Collection<String> first, Path placement) {
        Properties properties = new Properties();
        properties.setProperty("strategy", "STANDARD");
        properties.setProperty("algorithmClassName", ServerByPlacement.class.getName());
        properties.setProperty(ServerByPlacement.FILE, placement.toString());
        properties.setProperty(ServerByPlacement.FIRST_SERVERS, String.join(",", first));
        return properties;
    }

    /**
     * The tables whose rows belong to communities: all of ours but the list of scripts.
     *
     * @param server one of the servers
     * @return their names, in order
     * @throws SQLException if the server cannot be asked
     */
    static List<String> tables(DataSource server) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.columns WHERE"
                                        + " table_schema = current_schema() AND table_name LIKE"
                                        + " 'xy\\_%' AND column_name = 'community' ORDER BY 1")) {
            List<String> tables = new ArrayList<>();
            while (results.next()) {
                tables.add(results.getString(1));
            }
            return List.copyOf(tables);
        }
    }
}
