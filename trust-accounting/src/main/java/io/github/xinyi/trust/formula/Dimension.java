package io.github.xinyi.trust.formula;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The unit of a value as powers of the base units, for example yuan¹ m2⁻¹ month⁻¹. */
record Dimension(List<Integer> powers) {

    private static final List<String> UNITS = List.of("yuan", "m2", "unit", "month", "reading");

    static final Dimension NONE = new Dimension(UNITS.stream().map(u -> 0).toList());
    static final Dimension YUAN = ofUnit("yuan").orElseThrow();

    static Optional<Dimension> ofUnit(String name) {
        int place = UNITS.indexOf(name);
        return place < 0
                ? Optional.empty()
                : Optional.of(
                        new Dimension(
                                IntStream.range(0, UNITS.size())
                                        .mapToObj(i -> i == place ? 1 : 0)
                                        .toList()));
    }

    Dimension times(Dimension other) {
        return plus(other, 1);
    }

    Dimension dividedBy(Dimension other) {
        return plus(other, -1);
    }

    private Dimension plus(Dimension other, int sign) {
        return new Dimension(
                IntStream.range(0, UNITS.size())
                        .mapToObj(i -> powers.get(i) + sign * other.powers.get(i))
                        .toList());
    }

    /** For example {@code yuan/m2}, {@code m2^2} or {@code 1}. */
    @Override
    public String toString() {
        String above = product(1);
        String below = product(-1);
        return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : "/" + below);
    }

    private String product(int sign) {
        return IntStream.range(0, UNITS.size())
                .filter(i -> powers.get(i) * sign > 0)
                .mapToObj(i -> UNITS.get(i) + power(powers.get(i) * sign))
                .collect(Collectors.joining(sign > 0 ? "*" : "/"));
    }

    private static String power(int power) {
        return power == 1 ? "" : "^" + power;
    }
}
