package io.github.xinyi.trust.formula;

import java.util.List;

/** A part of a formula, checked: it knows its value once the quantities are known. */
sealed interface Term {

    Fraction value(Quantities given);

    /** A number as written. */
    record Constant(Fraction number) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return number;
        }
    }

    /** A quantity of the one who is charged. */
    record Asked(Quantity quantity) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return given.require(quantity);
        }
    }

    /** Two parts joined by a sign. */
    record Joined(char sign, Term left, Term right) implements Term {
        @Override
        public Fraction value(Quantities given) {
            Fraction a = left.value(given);
            Fraction b = right.value(given);
            return switch (sign) {
                case '+' -> a.plus(b);
                case '-' -> a.minus(b);
                case '*' -> a.times(b);
                case '/' -> a.dividedBy(b);
                default -> throw new IllegalStateException("no sign " + sign);
            };
        }
    }

    /** A part with the other sign. */
    record Negated(Term term) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return term.value(given).negated();
        }
    }

    /** The least of several parts. */
    record Least(List<Term> terms) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return terms.stream().map(t -> t.value(given)).min(Fraction::compareTo).orElseThrow();
        }
    }

    /** The greatest of several parts. */
    record Greatest(List<Term> terms) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return terms.stream().map(t -> t.value(given)).max(Fraction::compareTo).orElseThrow();
        }
    }

    /** A part rounded half-up to some decimals. */
    record Rounded(Term term, int decimals) implements Term {
        @Override
        public Fraction value(Quantities given) {
            return term.value(given).rounded(decimals);
        }
    }

    /** A quantity priced by steps (阶梯计价): each step's rate for what lies below its bound. */
    record Stepped(Term amount, List<Step> steps, Term beyond) implements Term {

        /** One step up to its bound. */
        record Step(Fraction bound, Term rate) {}

        @Override
        public Fraction value(Quantities given) {
            Fraction whole = amount.value(given);
            Fraction from = Fraction.ZERO;
            Fraction sum = Fraction.ZERO;
            for (Step step : steps) {
                sum = sum.plus(between(from, step.bound(), whole).times(step.rate().value(given)));
                from = step.bound();
            }
            return whole.compareTo(from) > 0
                    ? sum.plus(whole.minus(from).times(beyond.value(given)))
                    : sum;
        }

        private static Fraction between(Fraction from, Fraction bound, Fraction whole) {
            Fraction end = whole.compareTo(bound) < 0 ? whole : bound;
            return end.compareTo(from) > 0 ? end.minus(from) : Fraction.ZERO;
        }
    }
}
