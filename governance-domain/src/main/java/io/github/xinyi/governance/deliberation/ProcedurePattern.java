package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The stages of a local practice in their order, for example 五议两公开; it exists only where the
 * owners' vote is kept for all nine matters. Immutable.
 *
 * @since 0.1.0
 */
public final class ProcedurePattern {

    /** The most stages of a pattern. */
    public static final int MAX_STAGES = 20;

    private final String id;
    private final List<Stage> stages;

    private ProcedurePattern(String id, List<Stage> stages) {
        this.id = id;
        this.stages = stages;
    }

    /**
     * A pattern of stages.
     *
     * @param id its name, for example {@code 五议两公开}; 1 to {@link Stage#MAX_NAME_LENGTH} characters
     * @param stages 1 to {@link #MAX_STAGES} with distinct identifiers, in their order
     * @return the pattern; refused with every {@link PatternRule} it breaks
     */
    public static Outcome<ProcedurePattern> of(String id, List<Stage> stages) {
        Stage.requireText("pattern", id, Stage.MAX_NAME_LENGTH);
        List<Stage> all = List.copyOf(stages);
        if (all.isEmpty()
                || all.size() > MAX_STAGES
                || all.stream().map(Stage::id).distinct().count() != all.size()) {
            return Outcome.refused(
                    Ruling.of(
                            RuleCheck.of(
                                    PatternRule.SIZE,
                                    false,
                                    "pattern",
                                    id,
                                    "stages",
                                    all.size(),
                                    "most",
                                    MAX_STAGES)));
        }
        ProcedurePattern pattern = new ProcedurePattern(id, all);
        Ruling ruling = new Ruling(pattern.findings());
        return ruling.notMet().isEmpty() ? Outcome.accepted(pattern) : Outcome.refused(ruling);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                ofMatters(
                        PatternRule.OWNERS_VOTE,
                        path -> path.stream().filter(of(Kind.OWNERS_VOTE)).count() == 1));
        findings.add(
                ofStages(
                        PatternRule.VOTE_FLOOR,
                        s -> s.kind() == Kind.OWNERS_VOTE && (isCounted(s) || asksPapers(s))));
        findings.add(ofMatters(PatternRule.EXECUTION, ProcedurePattern::executesAfterVote));
        findings.add(
                ofMatters(
                        PatternRule.DECISION_DISCLOSED,
                        path ->
                                isDisclosed(
                                        path,
                                        first(path, Kind.OWNERS_VOTE) + 1,
                                        first(path, Kind.EXECUTION))));
        findings.add(
                ofMatters(
                        PatternRule.RESULT_DISCLOSED,
                        path -> isDisclosed(path, first(path, Kind.EXECUTION) + 1, path.size())));
        findings.add(
                ofStages(
                        PatternRule.BODY_CONSENT,
                        s -> s.kind() == Kind.BODY && !s.consent().isAtLeastHalf()));
        findings.add(
                ofStages(
                        PatternRule.COUNTED_BODY,
                        s ->
                                s.kind() != Kind.BODY
                                        && s.kind() != Kind.OWNERS_VOTE
                                        && isCounted(s)));
        findings.add(
                ofStages(
                        PatternRule.PROOF,
                        s ->
                                s.kind() != Kind.OWNERS_VOTE
                                        && s.kind() != Kind.DISCLOSURE
                                        && !asksPapers(s)));
        return findings;
    }

    private Finding ofMatters(PatternRule rule, Predicate<List<Stage>> kept) {
        String broken =
                Arrays.stream(Matter.values())
                        .filter(matter -> !kept.test(stages(matter)))
                        .map(matter -> Integer.toString(matter.item()))
                        .collect(Collectors.joining(","));
        return RuleCheck.of(rule, broken.isEmpty(), "pattern", id, "items", broken);
    }

    private Finding ofStages(PatternRule rule, Predicate<Stage> broken) {
        String ids = stages.stream().filter(broken).map(Stage::id).collect(Collectors.joining(","));
        return RuleCheck.of(rule, ids.isEmpty(), "pattern", id, "stages", ids);
    }

    private static boolean isCounted(Stage stage) {
        return !stage.consent().equals(Share.NONE) || !stage.attendance().equals(Share.NONE);
    }

    private static boolean asksPapers(Stage stage) {
        return !stage.papers().isEmpty();
    }

    private static boolean executesAfterVote(List<Stage> path) {
        return path.stream().filter(of(Kind.EXECUTION)).count() == 1
                && first(path, Kind.EXECUTION) > first(path, Kind.OWNERS_VOTE);
    }

    private static boolean isDisclosed(List<Stage> path, int from, int to) {
        return from < to
                && path.subList(from, to).stream()
                        .anyMatch(of(Kind.DISCLOSURE).and(stage -> stage.leastDays() > 0));
    }

    private static Predicate<Stage> of(Kind kind) {
        return stage -> stage.kind() == kind;
    }

    /** Where the first stage of a kind stands; after all others if there is none. */
    private static int first(List<Stage> path, Kind kind) {
        return (int) path.stream().takeWhile(of(kind).negate()).count();
    }

    /**
     * The name.
     *
     * @return for example {@code 五议两公开}
     */
    public String id() {
        return id;
    }

    /**
     * All stages.
     *
     * @return in their order
     */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * The stages of one matter.
     *
     * @param matter one of the nine
     * @return in their order
     */
    public List<Stage> stages(Matter matter) {
        return stages.stream().filter(stage -> stage.isFor(matter)).toList();
    }

    /**
     * The stages of an urgent repair (Civil Code art. 281 para. 2): the first one, then its
     * execution, then all others, none of them left out.
     *
     * @return in that order
     */
    List<Stage> urgentStages() {
        List<Stage> path = new ArrayList<>(stages(Matter.MAINTENANCE_FUND_USE));
        Stage execution = path.remove(first(path, Kind.EXECUTION));
        path.add(Math.min(1, first(path, Kind.OWNERS_VOTE)), execution);
        return List.copyOf(path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcedurePattern that
                && id.equals(that.id)
                && stages.equals(that.stages);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + stages.hashCode();
    }

    @Override
    public String toString() {
        return id + stages.stream().map(Stage::id).toList();
    }
}
