package io.github.xinyi.trust.publication;

import io.github.xinyi.governance.identity.UnitId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How units are named where others see them (脱敏房号): {@code 3-1502} as {@code 3-1**2}, and only if
 * at least so many units bear the same label.
 *
 * <p>The first and the last digit of the room are kept. Where fewer units than asked for would
 * share such a label, all units of that building are shown as {@code 3-****}; where even these are
 * too few, as {@code ***}, and if too few are left with that, all units are. A label never stands
 * for fewer units, whatever the roster; of the owners behind them it says nothing. Source: Personal
 * Information Protection Law art. 6 and 25; the form of the label is interpretation. Immutable.
 *
 * @since 0.1.0
 */
public final class UnitLabels {

    /** The least number of units to a label. */
    public static final int MIN_UNITS = 5;

    private static final String NOTHING = "***";
    private static final Pattern PARTS = Pattern.compile("(?<building>.*?)(?<room>[0-9]+)");

    private final Map<UnitId, String> labels;

    private UnitLabels(Map<UnitId, String> labels) {
        this.labels = labels;
    }

    /**
     * The labels of a community.
     *
     * @param units all its units
     * @param least how many units a label stands for at least, from {@link #MIN_UNITS} on
     * @return a label for each unit
     * @throws IllegalArgumentException if the least number is smaller, or the community has fewer
     *     units
     */
    public static UnitLabels of(Collection<UnitId> units, int least) {
        Set<UnitId> all = new HashSet<>(units);
        if (least < MIN_UNITS || all.size() < least) {
            throw new IllegalArgumentException(all.size() + " units, at least " + least);
        }
        Map<String, List<UnitId>> buildings =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        UnitLabels::building, TreeMap::new, Collectors.toList()));
        Map<UnitId, String> labels = new LinkedHashMap<>();
        buildings.values().forEach(of -> labels.putAll(labelsOf(of, least)));
        long hidden = labels.values().stream().filter(NOTHING::equals).count();
        if (hidden > 0 && hidden < least) {
            labels.replaceAll((unit, label) -> NOTHING);
        }
        return new UnitLabels(labels);
    }

    private static Map<UnitId, String> labelsOf(List<UnitId> building, int least) {
        List<Function<UnitId, String>> forms =
                List.of(UnitLabels::masked, unit -> building(unit) + "****");
        for (Function<UnitId, String> form : forms) {
            Map<String, Integer> counts = new HashMap<>();
            building.forEach(unit -> counts.merge(form.apply(unit), 1, Integer::sum));
            if (counts.values().stream().allMatch(count -> count >= least)) {
                return building.stream().collect(Collectors.toMap(unit -> unit, form));
            }
        }
        return building.stream().collect(Collectors.toMap(unit -> unit, unit -> NOTHING));
    }

    private static String building(UnitId unit) {
        Matcher parts = PARTS.matcher(unit.value());
        return parts.matches() ? parts.group("building") : "";
    }

    private static String masked(UnitId unit) {
        Matcher parts = PARTS.matcher(unit.value());
        if (!parts.matches() || parts.group("room").length() < 3) {
            return building(unit) + "****";
        }
        String room = parts.group("room");
        int last = room.length() - 1;
        return parts.group("building")
                + room.charAt(0)
                + "*".repeat(room.length() - 2)
                + room.charAt(last);
    }

    /**
     * The label of a unit.
     *
     * @param unit the unit
     * @return empty for a unit that is not of the community
     */
    public Optional<String> labelOf(UnitId unit) {
        return Optional.ofNullable(labels.get(unit));
    }
}
