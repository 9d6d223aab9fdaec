package io.github.xinyi.example.manyservers;

import io.github.xinyi.governance.identity.CommunityId;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Communities of which it is known where they are on the first day. */
final class Communities {

    private Communities() {}

    /** The first, second and so on of a server. */
    static CommunityId of(String server, int number) {
        Placement first = new Placement(Path.of("nowhere"), PostgresqlServers.NAMES);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> CommunityId.of("小区" + i))
                .filter(community -> first.serverOf(community).equals(server))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }
}
