package io.github.xinyi.trust.formula;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a formula may ask about the one who is charged, by a name and in a unit, for example {@code
 * area} in m².
 *
 * @since 0.1.0
 */
public enum Quantity {
    /** The exclusive area (专有部分面积), {@code area}, in m². */
    AREA("area", "m2"),
    /** How many units of charge, such as parking permits, {@code units}. */
    UNITS("units", "unit"),
    /** For how many months, {@code months}; parts of a month are allowed. */
    MONTHS("months", "month"),
    /** The meter at the last reading (上次读数), {@code previous}. */
    PREVIOUS_READING("previous", "reading"),
    /** The meter at this reading (本次读数), {@code current}. */
    CURRENT_READING("current", "reading");

    private final String word;
    private final Dimension dimension;

    Quantity(String word, String unit) {
        this.word = word;
        this.dimension = Dimension.ofUnit(unit).orElseThrow();
    }

    /**
     * How a formula names it.
     *
     * @return for example {@code area}
     */
    public String word() {
        return word;
    }

    Dimension dimension() {
        return dimension;
    }

    static Optional<Quantity> named(String word) {
        return Arrays.stream(values()).filter(q -> q.word.equals(word)).findFirst();
    }
}
