package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.identity.PersonId;
import java.util.List;

/**
 * What is reported of a step that was taken, for example the committee's discussion with its
 * minutes and its count.
 *
 * @param actor the body that took it, as the pattern names it
 * @param papers at most {@link #MAX_PAPERS}
 * @param count {@link BodyCount#NONE} where nobody is counted
 * @param reporter who reports
 * @since 0.1.0
 */
public record StageReport(String actor, List<Paper> papers, BodyCount count, PersonId reporter) {

    /** The most papers of one step. */
    public static final int MAX_PAPERS = 20;

    /** Copies the papers. */
    public StageReport {
        papers = List.copyOf(papers);
        Stage.requireText("actor", actor, Stage.MAX_NAME_LENGTH);
        if (papers.size() > MAX_PAPERS) {
            throw new IllegalArgumentException("papers: " + papers.size());
        }
    }
}
