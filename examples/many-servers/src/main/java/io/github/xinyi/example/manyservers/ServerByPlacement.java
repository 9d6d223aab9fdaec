package io.github.xinyi.example.manyservers;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.shardingsphere.sharding.api.sharding.standard.PreciseShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.RangeShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.StandardShardingAlgorithm;
import org.jspecify.annotations.Nullable;

/** Tells ShardingSphere the server of a community; made and filled by ShardingSphere itself. */
public final class ServerByPlacement implements StandardShardingAlgorithm<String> {

    static final String FILE = "placement-file";
    static final String FIRST_SERVERS = "first-servers";

    private @Nullable Placement placement;

    /** Made by its name. */
    public ServerByPlacement() {}

    @Override
    public void init(Properties properties) {
        placement =
                new Placement(
                        Path.of(properties.getProperty(FILE)),
                        List.of(properties.getProperty(FIRST_SERVERS).split(",", -1)));
    }

    @Override
    public String doSharding(Collection<String> servers, PreciseShardingValue<String> community) {
        return Objects.requireNonNull(placement).serverOf(community.getValue());
    }

    /** Nothing of ours asks for a range of communities. */
    @Override
    public Collection<String> doSharding(
            Collection<String> servers, RangeShardingValue<String> range) {
        throw new UnsupportedOperationException("a range of communities: " + range);
    }
}
