package io.github.xinyi.example.manyservers;

import io.github.xinyi.governance.identity.CommunityId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On which server each community is kept: by the hash of its id among the first servers, unless a
 * line of a file says otherwise, for example {@code anheyuan s2}.
 *
 * <p>The first servers stay what they were on the first day: a server that is added later gets
 * communities by lines alone. The file is replaced as a whole and read again when it has changed,
 * by every process that shares it. Thread-safe.
 */
public final class Placement {

    private final Path file;
    private final List<String> first;
    private volatile @Nullable Read read;

    /**
     * A placement.
     *
     * @param file the lines, which need not exist yet
     * @param first the names of the first servers, for example {@code s0}, at least one; names
     *     without blanks
     */
    public Placement(Path file, Collection<String> first) {
        this.file = file;
        this.first = List.copyOf(new TreeSet<>(first));
        if (this.first.isEmpty()) {
            throw new IllegalArgumentException("no server");
        }
    }

    /** The lines of a file as it was at one moment. */
    private record Read(List<Object> stamp, Map<String, String> servers) {}

    /**
     * Where a community is kept.
     *
     * @param community which
     * @return the name of the server
     */
    public String serverOf(CommunityId community) {
        return serverOf(community.value());
    }

    String serverOf(String community) {
        String named = lines().get(community);
        return named != null ? named : first.get(Math.floorMod(community.hashCode(), first.size()));
    }

    /**
     * Has a community be looked for on a server from now on. Only one process writes at a time.
     *
     * @param community which
     * @param server the name of a server, without blanks
     */
    public void put(CommunityId community, String server) {
        Map<String, String> servers = new HashMap<>(lines());
        servers.put(community.value(), server);
        List<String> lines =
                servers.entrySet().stream()
                        .map(line -> line.getKey() + " " + line.getValue())
                        .sorted()
                        .toList();
        try {
            Path next = Files.createTempFile(directory(), "placement", ".next");
            Files.write(next, lines);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalStateException("not a file: " + file);
        }
        return parent;
    }

    private Map<String, String> lines() {
        try {
            Read known = read;
            List<Object> stamp = stamp();
            if (known == null || !known.stamp().equals(stamp)) {
                known = new Read(stamp, parse(Files.readAllLines(file)));
                read = known;
            }
            return known.servers();
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each new file is another one, even where two are made within one tick of the clock. */
    private List<Object> stamp() throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        List<Object> stamp = new ArrayList<>(List.of(is.lastModifiedTime(), is.size()));
        if (is.fileKey() != null) {
            stamp.add(is.fileKey());
        }
        return List.copyOf(stamp);
    }

    private static Map<String, String> parse(List<String> lines) {
        Map<String, String> servers = new HashMap<>();
        for (String line : lines) {
            int blank = line.lastIndexOf(' ');
            servers.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return Map.copyOf(servers);
    }
}
