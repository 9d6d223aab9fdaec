package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of one bank account, put together without gap (对账单衔接): lines that overlapping
 * statements repeat are recognised by the bank's reference and kept once.
 *
 * <p>Example: a statement of January and one of 15 January to 15 February give the lines up to 15
 * February. Immutable.
 *
 * @since 0.1.0
 */
public final class BankHistory {

    private final BankStatement all;

    private BankHistory(BankStatement all) {
        this.all = all;
    }

    /**
     * A history that begins with a statement.
     *
     * @param first the earliest statement
     * @return the history
     */
    public static BankHistory of(BankStatement first) {
        return new BankHistory(first);
    }

    /**
     * This history and the next statement.
     *
     * @param next begins within this history or at its end
     * @return the longer history, or this one if the statement says nothing new; refused if it is
     *     of another account, leaves a gap, or says something else of a line that is known
     */
    public Outcome<BankHistory> plus(BankStatement next) {
        Map<String, Integer> places = new HashMap<>();
        List<BankLine> known = all.lines();
        for (int i = 0; i < known.size(); i++) {
            places.put(known.get(i).reference(), i);
        }
        List<BankLine> lines = next.lines();
        int start = lines.isEmpty() ? known.size() : place(places, lines.get(0), known.size());
        List<Finding> faults = new ArrayList<>();
        faults.add(
                RuleCheck.of(
                        BankRule.SAME_ACCOUNT,
                        next.account().equals(all.account()),
                        "lines",
                        lines.size()));
        Money before = start == 0 ? all.opening() : known.get(start - 1).balanceAfter();
        faults.add(
                RuleCheck.of(
                        BankRule.WITHOUT_GAP,
                        next.opening().equals(before),
                        "opening",
                        next.opening(),
                        "before",
                        before));
        for (int i = 0; i < lines.size(); i++) {
            BankLine line = lines.get(i);
            boolean agrees =
                    start + i < known.size()
                            ? known.get(start + i).equals(line)
                            : !places.containsKey(line.reference());
            if (!agrees) {
                faults.add(
                        BankStatement.fault(
                                BankRule.OVERLAP_AGREES, "reference", line.reference()));
            }
        }
        Ruling ruling = new Ruling(faults);
        return ruling.notMet().isEmpty() ? with(start, lines) : Outcome.refused(ruling);
    }

    private static int place(Map<String, Integer> places, BankLine line, int otherwise) {
        return places.getOrDefault(line.reference(), otherwise);
    }

    private Outcome<BankHistory> with(int start, List<BankLine> lines) {
        int repeated = Math.min(lines.size(), all.lines().size() - start);
        List<BankLine> longer = new ArrayList<>(all.lines());
        longer.addAll(lines.subList(repeated, lines.size()));
        Money closing =
                longer.isEmpty() ? all.opening() : longer.get(longer.size() - 1).balanceAfter();
        return BankStatement.of(all.account(), all.opening(), closing, longer)
                .then(statement -> Outcome.accepted(new BankHistory(statement)));
    }

    /**
     * Everything the bank has said, as one statement.
     *
     * @return each line once
     */
    public BankStatement statement() {
        return all;
    }
}
