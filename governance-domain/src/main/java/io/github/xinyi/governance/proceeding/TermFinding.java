package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A term of a place measured on two days, for example from notice on 2024-12-01 to the opening on
 * 2024-12-16, 15 days of at least 15. The first day does not count (our reading, I12; as Civil Code
 * art. 201).
 *
 * @param checked the rule
 * @param verdict what it says
 * @param from the day from which is counted
 * @param to the day to which is counted
 * @param term the number of days with its source
 * @since 0.1.0
 */
public record TermFinding(Rule checked, Verdict verdict, LocalDate from, LocalDate to, Term term)
        implements Finding {

    static TermFinding atLeast(Rule rule, LocalDate from, LocalDate to, Term term) {
        boolean met = ChronoUnit.DAYS.between(from, to) >= term.days();
        return new TermFinding(rule, met ? Verdict.MET : Verdict.NOT_MET, from, to, term);
    }

    static TermFinding atMost(Rule rule, LocalDate from, LocalDate to, Term term) {
        boolean met = ChronoUnit.DAYS.between(from, to) <= term.days();
        return new TermFinding(rule, met ? Verdict.MET : Verdict.NOT_MET, from, to, term);
    }

    /** What is owed and has not begun. */
    static TermFinding notYet(Rule rule, LocalDate from, LocalDate today, Term term) {
        return new TermFinding(rule, Verdict.PENDING, from, today, term);
    }

    @Override
    public RuleCode rule() {
        return checked.code();
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("from", from)
                .and("to", to)
                .and("days", ChronoUnit.DAYS.between(from, to))
                .and("term", term.days())
                .toMap();
    }

    @Override
    public List<Citation> basis() {
        return term.basis();
    }
}
