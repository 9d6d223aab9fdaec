package io.github.xinyi.rest.access;

import io.github.xinyi.governance.identity.CommunityId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which role may do what, as a table with a line for each operation and a column for each role; a
 * cell that is not there denies. Immutable.
 *
 * <p>The table that is shipped is {@code roles.csv} beside this class. Of several roles the one
 * that allows most counts.
 *
 * @since 0.1.0
 */
public final class RoleModel implements AccessPolicy {

    private static final RoleModel SHIPPED = parse(read("roles.csv"));

    private final Map<Operation, Map<Role, Access>> cells;

    private RoleModel(Map<Operation, Map<Role, Access>> cells) {
        this.cells = cells;
    }

    /**
     * The table that is shipped.
     *
     * @return it decides every operation for every role
     */
    public static RoleModel shipped() {
        return SHIPPED;
    }

    /**
     * Reads a table.
     *
     * @param csv a header {@code operation,PUBLIC,OWNER,…}, then a line for each operation with
     *     {@code allowed}, {@code own}, {@code denied} or nothing in each cell; lines that begin
     *     with {@code #} are remarks
     * @return the model
     * @throws IllegalArgumentException for a role, an operation or a cell that there is not, or an
     *     operation that comes twice
     */
    public static RoleModel parse(String csv) {
        List<String[]> lines =
                csv.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.strip().split(",", -1))
                        .toList();
        Map<String, Operation> operations = new HashMap<>();
        Arrays.stream(Operation.values()).forEach(known -> operations.put(known.id(), known));
        String[] header = lines.get(0);
        Map<Operation, Map<Role, Access>> cells = new EnumMap<>(Operation.class);
        for (String[] line : lines.subList(1, lines.size())) {
            Operation operation = operations.get(line[0]);
            if (operation == null || line.length != header.length) {
                throw new IllegalArgumentException("no line of a role model: " + line[0]);
            }
            if (cells.put(operation, row(header, line)) != null) {
                throw new IllegalArgumentException("twice in a role model: " + line[0]);
            }
        }
        return new RoleModel(cells);
    }

    private static Map<Role, Access> row(String[] header, String[] line) {
        Map<Role, Access> row = new EnumMap<>(Role.class);
        for (int i = 1; i < line.length; i++) {
            if (!line[i].isEmpty()) {
                row.put(Role.valueOf(header[i]), Access.valueOf(line[i].toUpperCase(Locale.ROOT)));
            }
        }
        return row;
    }

    /**
     * The same table with one cell changed.
     *
     * @param operation its line
     * @param role its column
     * @param access what it says
     * @return a changed copy
     */
    public RoleModel with(Operation operation, Role role, Access access) {
        Map<Operation, Map<Role, Access>> changed = new EnumMap<>(Operation.class);
        cells.forEach((line, row) -> changed.put(line, new EnumMap<>(row)));
        changed.computeIfAbsent(operation, line -> new EnumMap<>(Role.class)).put(role, access);
        return new RoleModel(changed);
    }

    /**
     * What a cell says.
     *
     * @param operation its line
     * @param role its column
     * @return empty if it says nothing, and so denies
     */
    public Optional<Access> cell(Operation operation, Role role) {
        return Optional.ofNullable(cells.getOrDefault(operation, Map.of()).get(role));
    }

    @Override
    public Access decide(Caller caller, Operation operation, CommunityId community) {
        return decide(caller.rolesIn(community), operation);
    }

    @Override
    public Access decide(Caller caller, Operation operation) {
        return decide(caller.roles(), operation);
    }

    private Access decide(Collection<Role> roles, Operation operation) {
        return roles.stream()
                .flatMap(role -> cell(operation, role).stream())
                .max(Enum::compareTo)
                .orElse(Access.DENIED);
    }

    private static String read(String name) {
        try (InputStream in = RoleModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
