package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;

/** The faults of one file in the order found, counted beyond the limit but no longer kept. */
final class Faults {

    private final String file;
    private final List<Finding> kept = new ArrayList<>();
    private int beyond;

    Faults(String file) {
        this.file = file;
    }

    Faults(Faults earlier) {
        this.file = earlier.file;
        this.kept.addAll(earlier.kept);
        this.beyond = earlier.beyond;
    }

    void add(SheetRule rule, int line, String field, String value, String expected) {
        if (kept.size() < Sheet.MAX_FAULTS) {
            kept.add(new SheetFault(rule, file, line, field, value, expected));
        } else {
            beyond++;
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    Ruling ruling() {
        List<Finding> all = new ArrayList<>(kept);
        if (beyond > 0) {
            all.add(
                    new SheetFault(
                            SheetRule.MORE_FAULTS, file, 0, "", Integer.toString(beyond), ""));
        }
        return new Ruling(all);
    }
}
