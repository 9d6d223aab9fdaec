package io.github.xinyi.trust.formula;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a charge is computed, in words of the community, for example {@code 1.98[yuan/m2/month] *
 * area * months} or {@code tiers(current - previous; 100[reading]: 0.50[yuan/reading];
 * 0.80[yuan/reading])}.
 *
 * <p>Numbers (12 digits, 6 decimals) with a unit in square brackets, the words of {@link Quantity},
 * the signs {@code + - * /}, round brackets, {@code min}, {@code max}, {@code round(x, decimals)}
 * and {@code tiers(amount; bound: rate; ...; rate)}. Units are checked when it is read: an area and
 * a month do not add, and the result must be yuan. Arithmetic is exact; the charge is rounded
 * half-up to the fen once, at the end. Immutable.
 *
 * @since 0.1.0
 */
public final class Formula {

    /** The longest text, in characters. */
    public static final int MAX_LENGTH = 500;

    /** The deepest nesting of brackets, signs and functions. */
    public static final int MAX_NESTING = 32;

    private static final BigInteger FEN = BigInteger.valueOf(100);
    private static final BigInteger MAX_FEN = BigInteger.valueOf(100_000_000_000L);

    private final String text;
    private final Term term;
    private final SortedSet<Quantity> quantities;

    private Formula(String text, Term term, SortedSet<Quantity> quantities) {
        this.text = text;
        this.term = term;
        this.quantities = Collections.unmodifiableSortedSet(quantities);
    }

    /**
     * Reads and checks a formula.
     *
     * @param text 1 to {@link #MAX_LENGTH} characters
     * @return the formula; refused with every unknown word, unknown unit and disagreement of units,
     *     or with the place at which it stops being a formula
     */
    public static Outcome<Formula> parse(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            return refused(RuleCheck.of(FormulaRule.TEXT_LENGTH, false, "length", text.length()));
        }
        FormulaParser parser = new FormulaParser(text);
        try {
            Term term = parser.formula();
            return parser.faults().isEmpty()
                    ? Outcome.accepted(new Formula(text, term, parser.asked()))
                    : Outcome.refused(new Ruling(parser.faults()));
        } catch (NoAnswer fault) {
            return refused(
                    RuleCheck.of(fault.rule(), false, "position", parser.position(), "text", text));
        }
    }

    /**
     * The charge for given quantities, half-up to the fen.
     *
     * @param given at least the {@link #quantities}
     * @return 0.00 to 1,000,000,000.00 yuan; refused where a quantity is missing, a divisor is zero
     *     or the charge is out of range, and never 0 for want of an answer
     */
    public Outcome<Money> charge(Quantities given) {
        List<Finding> missing =
                quantities.stream()
                        .filter(quantity -> !given.has(quantity))
                        .map(this::missing)
                        .toList();
        if (!missing.isEmpty()) {
            return Outcome.refused(new Ruling(missing));
        }
        try {
            BigInteger fen = term.value(given).nearest(FEN);
            return fen.signum() < 0 || fen.compareTo(MAX_FEN) > 0
                    ? refused(RuleCheck.of(FormulaRule.CHARGE_IN_RANGE, false, "fen", fen))
                    : Outcome.accepted(Money.ofFen(fen.longValueExact()));
        } catch (NoAnswer none) {
            return refused(RuleCheck.of(none.rule(), false, "text", text));
        }
    }

    private Finding missing(Quantity quantity) {
        return RuleCheck.of(FormulaRule.QUANTITY_GIVEN, false, "word", quantity.word());
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }

    /**
     * The quantities without which there is no charge.
     *
     * @return in the order of {@link Quantity}
     */
    public SortedSet<Quantity> quantities() {
        return new TreeSet<>(quantities);
    }

    /** The text as it was read. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
