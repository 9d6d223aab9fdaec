package io.github.xinyi.trust.formula;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by recursive descent. A fault of units or words is noted and reading goes on;
 * where the text stops being a formula, reading ends by {@link NoAnswer}.
 */
final class FormulaParser {

    /** A part and its unit; no unit where a fault was noted already, so that it is noted once. */
    private record Typed(Term term, @Nullable Dimension dimension) {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?(?![0-9.])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");
    private static final int MAX_ARGUMENTS = 16;
    private static final int MAX_ROUNDED_DECIMALS = 6;

    private final String text;
    private final List<Finding> faults = new ArrayList<>();
    private final SortedSet<Quantity> asked = new TreeSet<>();
    private int position;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    List<Finding> faults() {
        return faults;
    }

    SortedSet<Quantity> asked() {
        return asked;
    }

    int position() {
        return position;
    }

    Term formula() {
        Typed whole = sum();
        skipSpace();
        if (position < text.length()) {
            throw new NoAnswer(FormulaRule.SYNTAX);
        }
        if (whole.dimension() != null && !whole.dimension().equals(Dimension.YUAN)) {
            note(FormulaRule.RESULT_IN_YUAN, "unit", whole.dimension());
        }
        return whole.term();
    }

    private Typed sum() {
        if (++depth > Formula.MAX_NESTING) {
            throw new NoAnswer(FormulaRule.NESTING);
        }
        Typed left = product();
        while (true) {
            Optional<Character> sign = takeOneOf("+-");
            if (sign.isEmpty()) {
                depth--;
                return left;
            }
            Typed right = product();
            left =
                    new Typed(
                            new Term.Joined(sign.get(), left.term(), right.term()),
                            agreed(left, right));
        }
    }

    private Typed product() {
        Typed left = signed();
        while (true) {
            Optional<Character> sign = takeOneOf("*/");
            if (sign.isEmpty()) {
                return left;
            }
            Typed right = signed();
            left =
                    new Typed(
                            new Term.Joined(sign.get(), left.term(), right.term()),
                            sign.get() == '*'
                                    ? product(left.dimension(), right.dimension())
                                    : quotient(left.dimension(), right.dimension()));
        }
    }

    private Typed signed() {
        if (takeOneOf("-").isPresent()) {
            Typed part = single();
            return new Typed(new Term.Negated(part.term()), part.dimension());
        }
        return single();
    }

    private Typed single() {
        if (takeOneOf("(").isPresent()) {
            Typed inner = sum();
            require(')');
            return inner;
        }
        Optional<String> number = take(NUMBER);
        if (number.isPresent()) {
            return new Typed(new Term.Constant(Fraction.of(new BigDecimal(number.get()))), unit());
        }
        int start = position;
        String word = take(WORD).orElseThrow(() -> new NoAnswer(FormulaRule.SYNTAX));
        return takeOneOf("(").isPresent() ? call(word, start) : quantity(word, start);
    }

    private Typed quantity(String word, int start) {
        Optional<Quantity> quantity = Quantity.named(word);
        if (quantity.isEmpty()) {
            return unknown(word, start);
        }
        asked.add(quantity.get());
        return new Typed(new Term.Asked(quantity.get()), quantity.get().dimension());
    }

    private Typed unknown(String word, int start) {
        faults.add(RuleCheck.of(FormulaRule.WORD_KNOWN, false, "word", word, "position", start));
        return new Typed(new Term.Constant(Fraction.ZERO), null);
    }

    private Typed call(String function, int start) {
        Typed first = sum();
        Typed result =
                switch (function) {
                    case "min", "max" -> extreme(function, first);
                    case "round" -> rounded(first);
                    case "tiers" -> stepped(first);
                    default -> {
                        while (takeOneOf(",;:").isPresent()) {
                            sum();
                        }
                        yield unknown(function, start);
                    }
                };
        require(')');
        return result;
    }

    private Typed extreme(String function, Typed first) {
        List<Term> terms = new ArrayList<>(List.of(first.term()));
        Typed all = first;
        while (takeOneOf(",").isPresent()) {
            Typed next = sum();
            all = new Typed(next.term(), agreed(all, next));
            terms.add(next.term());
        }
        if (terms.size() < 2 || terms.size() > MAX_ARGUMENTS) {
            throw new NoAnswer(FormulaRule.SYNTAX);
        }
        return new Typed(
                function.equals("min") ? new Term.Least(terms) : new Term.Greatest(terms),
                all.dimension());
    }

    private Typed rounded(Typed first) {
        require(',');
        String decimals = take(NUMBER).orElseThrow(() -> new NoAnswer(FormulaRule.SYNTAX));
        if (!decimals.matches("[0-9]") || decimals.charAt(0) - '0' > MAX_ROUNDED_DECIMALS) {
            throw new NoAnswer(FormulaRule.SYNTAX);
        }
        return new Typed(
                new Term.Rounded(first.term(), decimals.charAt(0) - '0'), first.dimension());
    }

    private Typed stepped(Typed amount) {
        List<Term.Stepped.Step> steps = new ArrayList<>();
        Fraction last = Fraction.ZERO;
        @Nullable Dimension price = null;
        while (true) {
            require(';');
            int start = position;
            Typed part = sum();
            Dimension rate = part.dimension();
            if (takeOneOf(":").isEmpty()) {
                price = same(price, rate);
                return new Typed(
                        new Term.Stepped(amount.term(), List.copyOf(steps), part.term()),
                        product(amount.dimension(), price));
            }
            if (!(part.term() instanceof Term.Constant bound) || steps.size() == MAX_ARGUMENTS) {
                throw new NoAnswer(FormulaRule.SYNTAX);
            }
            if (bound.number().compareTo(last) <= 0
                    || (rate != null
                            && amount.dimension() != null
                            && !rate.equals(amount.dimension()))) {
                note(FormulaRule.STEPS_GROW, "position", start);
            }
            last = bound.number();
            Typed priced = sum();
            price = steps.isEmpty() ? priced.dimension() : same(price, priced.dimension());
            steps.add(new Term.Stepped.Step(bound.number(), priced.term()));
        }
    }

    private @Nullable Dimension agreed(Typed left, Typed right) {
        return same(left.dimension(), right.dimension());
    }

    /** The unit of both, or none and a fault if they differ. */
    private @Nullable Dimension same(@Nullable Dimension left, @Nullable Dimension right) {
        if (left == null || right == null) {
            return null;
        }
        if (!left.equals(right)) {
            faults.add(
                    RuleCheck.of(
                            FormulaRule.UNITS_AGREE,
                            false,
                            "left",
                            left,
                            "right",
                            right,
                            "position",
                            position));
            return null;
        }
        return left;
    }

    private static @Nullable Dimension product(@Nullable Dimension a, @Nullable Dimension b) {
        return a == null || b == null ? null : a.times(b);
    }

    private static @Nullable Dimension quotient(@Nullable Dimension a, @Nullable Dimension b) {
        return a == null || b == null ? null : a.dividedBy(b);
    }

    /** What stands in square brackets behind a number, for example {@code yuan/m2/month}. */
    private @Nullable Dimension unit() {
        if (takeOneOf("[").isEmpty()) {
            return Dimension.NONE;
        }
        @Nullable Dimension unit = named(Dimension.NONE, true);
        while (takeOneOf("/").isPresent()) {
            unit = named(unit, false);
        }
        require(']');
        return unit;
    }

    private @Nullable Dimension named(@Nullable Dimension before, boolean above) {
        int start = position;
        String word = take(WORD).orElseThrow(() -> new NoAnswer(FormulaRule.SYNTAX));
        Optional<Dimension> unit = Dimension.ofUnit(word);
        if (unit.isEmpty()) {
            faults.add(
                    RuleCheck.of(FormulaRule.UNIT_KNOWN, false, "word", word, "position", start));
            return null;
        }
        return above ? product(before, unit.get()) : quotient(before, unit.get());
    }

    private void note(FormulaRule rule, String name, Object figure) {
        faults.add(RuleCheck.of(rule, false, name, figure));
    }

    private void require(char sign) {
        if (takeOneOf(String.valueOf(sign)).isEmpty()) {
            throw new NoAnswer(FormulaRule.SYNTAX);
        }
    }

    private Optional<Character> takeOneOf(String signs) {
        skipSpace();
        if (position < text.length() && signs.indexOf(text.charAt(position)) >= 0) {
            return Optional.of(text.charAt(position++));
        }
        return Optional.empty();
    }

    private Optional<String> take(Pattern pattern) {
        skipSpace();
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }

    private void skipSpace() {
        Matcher matcher = SPACE.matcher(text).region(position, text.length());
        if (matcher.lookingAt()) {
            position = matcher.end();
        }
    }
}
