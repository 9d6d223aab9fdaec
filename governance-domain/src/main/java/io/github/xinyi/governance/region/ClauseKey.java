package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a clause is about and how its figure is written in a profile, for example {@code
 * notice.regular-days}, a whole number; all keys stand in {@link Clauses}.
 *
 * @param <T> the type of the figure
 * @since 0.1.0
 */
public final class ClauseKey<T> {

    /** The greatest whole number in a profile; the smallest is 1. */
    public static final int MAX_NUMBER = 1_000_000;

    /** A floor of the law under the figure. */
    record Floor<T>(RegionRule rule, Predicate<T> keeps, String bound) {}

    private final String name;
    private final String form;
    private final Function<String, Optional<T>> reader;
    private final boolean required;
    private final List<Floor<T>> floors;

    private ClauseKey(
            String name,
            String form,
            Function<String, Optional<T>> reader,
            boolean required,
            List<Floor<T>> floors) {
        this.name = name;
        this.form = form;
        this.reader = reader;
        this.required = required;
        this.floors = floors;
    }

    static ClauseKey<Integer> number(String name) {
        return new ClauseKey<>(
                name,
                "1-" + MAX_NUMBER,
                text ->
                        text.matches("[1-9][0-9]{0,6}") && Integer.parseInt(text) <= MAX_NUMBER
                                ? Optional.of(Integer.parseInt(text))
                                : Optional.empty(),
                false,
                List.of());
    }

    static ClauseKey<Ratio> ratio(String name) {
        return new ClauseKey<>(name, "n/d", ClauseKey::readRatio, false, List.of());
    }

    static ClauseKey<Threshold> threshold(String name) {
        return new ClauseKey<>(name, "≥n/d >n/d", ClauseKey::readThreshold, false, List.of());
    }

    static <E extends Enum<E>> ClauseKey<E> word(String name, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        return new ClauseKey<>(
                name,
                all.stream().map(Enum::name).collect(Collectors.joining(" ")),
                text -> all.stream().filter(word -> word.name().equals(text)).findFirst(),
                false,
                List.of());
    }

    /** A list of different words out of these, with one space between two. */
    static ClauseKey<List<String>> words(String name, String... words) {
        List<String> all = List.of(words);
        return new ClauseKey<>(
                name,
                String.join(" ", all),
                text -> {
                    List<String> read = List.of(text.split(" ", -1));
                    return all.containsAll(read) && read.stream().distinct().count() == read.size()
                            ? Optional.of(read)
                            : Optional.empty();
                },
                false,
                List.of());
    }

    /** A key of the same form and floors for another body. */
    ClauseKey<T> named(String other) {
        return new ClauseKey<>(other, form, reader, required, floors);
    }

    /** The same key of a clause that every region has, be it from the nation. */
    ClauseKey<T> everywhere() {
        return new ClauseKey<>(name, form, reader, true, floors);
    }

    /** The same key with one floor more; {@code bound} is how the floor is shown. */
    ClauseKey<T> floor(RegionRule rule, Predicate<T> keeps, String bound) {
        List<Floor<T>> all = new ArrayList<>(floors);
        all.add(new Floor<>(rule, keeps, bound));
        return new ClauseKey<>(name, form, reader, required, List.copyOf(all));
    }

    /** A predicate for thresholds that are as strict as this one or stricter. */
    static Predicate<Threshold> asStrictAs(Threshold least) {
        return threshold -> {
            int order = threshold.share().compareTo(least.share());
            return order > 0
                    || (order == 0 && (threshold instanceof MoreThan || least instanceof AtLeast));
        };
    }

    /** A predicate for shares that take no more than this one: a right is not taken from more. */
    static Predicate<Threshold> noMoreThan(Threshold most) {
        return threshold -> asStrictAs(threshold).test(most);
    }

    private static Optional<Threshold> readThreshold(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Ratio> share = readRatio(text.substring(1));
        return switch (text.charAt(0)) {
            case '≥' -> share.map(AtLeast::new);
            case '>' -> share.map(MoreThan::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Ratio> readRatio(String text) {
        try {
            Ratio ratio = Ratio.parse(text);
            return ratio.compareTo(Ratio.of(1, 1)) <= 0 ? Optional.of(ratio) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Its stable name.
     *
     * @return for example {@code notice.regular-days}
     */
    public String name() {
        return name;
    }

    /**
     * Whether every region has the clause, be it handed down from the nation.
     *
     * @return true where {@link RegionProfile#clause} always answers
     */
    public boolean isEverywhere() {
        return required;
    }

    /**
     * Whether a figure keeps every floor of the law under this key.
     *
     * @param value for example 30 for {@code committee.filing-days}
     * @return true where there is no floor
     */
    public boolean keepsFloors(T value) {
        return floors.stream().allMatch(floor -> floor.keeps().test(value));
    }

    String form() {
        return form;
    }

    Optional<T> read(String text) {
        return reader.apply(text);
    }

    List<Floor<T>> floors() {
        return floors;
    }

    /** Whether the figure is the law's own and no region can have another meaning of it. */
    boolean isGuarantee() {
        return GuaranteeClauses.ALL.contains(this);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    static List<ClauseKey<?>> list(ClauseKey<?>... keys) {
        return List.copyOf(Arrays.asList(keys));
    }
}
