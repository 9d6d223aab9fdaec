package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Motion;

/** The text of a paper as it is voted on, line by line, and its digest. */
final class PaperText {

    private final StringBuilder lines = new StringBuilder();

    PaperText(String form) {
        lines.append(form).append('\n');
    }

    PaperText line(String word, Object... parts) {
        lines.append(word);
        for (Object part : parts) {
            lines.append(' ').append(part);
        }
        lines.append('\n');
        return this;
    }

    PaperText term(EffectivePeriod term) {
        return line("term", term.startInclusive(), term.endExclusive());
    }

    /** The paper as a motion names it. */
    Motion.Document document() {
        return Motion.Document.of(toString());
    }

    /** Every line, each ended by a line feed. */
    @Override
    public String toString() {
        return lines.toString();
    }
}
