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
import java.util.stream.IntStream;

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
        return List.of(
                ofMatters(PatternRule.OWNERS_VOTE, ProcedurePattern::votesOnce),
                ofStages(PatternRule.VOTE_FLOOR, ProcedurePattern::writesAThreshold),
                ofMatters(PatternRule.EXECUTION, ProcedurePattern::executesAfterVote),
                ofMatters(PatternRule.DECISION_DISCLOSED, ProcedurePattern::disclosesDecision),
                ofMatters(PatternRule.RESULT_DISCLOSED, ProcedurePattern::disclosesResult),
                ofStages(PatternRule.BODY_CONSENT, ProcedurePattern::agreesWithLessThanHalf),
                ofStages(PatternRule.COUNTED_BODY, ProcedurePattern::countsNoBody),
                ofStages(PatternRule.PROOF, ProcedurePattern::provesNothing),
                ofStages(PatternRule.ROLL, ProcedurePattern::asksNoRoll),
                ofStages(PatternRule.MADE_UP, this::isMadeUpForNothing));
    }

    /**
     * Whether some pattern opens a procedure on a matter with exactly these stages, of which a
     * repair goes before those to be made up.
     */
    static boolean couldOpen(
            List<Stage> path, Matter matter, List<UrgentRepair> urgent, List<String> madeUp) {
        boolean fits =
                path.size() <= MAX_STAGES
                        && path.stream().map(Stage::id).distinct().count() == path.size()
                        && path.stream().allMatch(stage -> stage.isFor(matter));
        if (urgent.isEmpty()) {
            return fits && madeUp.isEmpty() && keepsAll(path);
        }
        int last = first(path, Kind.EXECUTION) + madeUp.size();
        return fits
                && urgent.size() == 1
                && matter == Matter.MAINTENANCE_FUND_USE
                && last < path.size()
                && madeUp.equals(after(path, last))
                && isUrgentOrderOfAPattern(path, last);
    }

    /** The fewest stages that a repair can have gone before; none if this is no order of any. */
    static List<String> fewestMadeUp(List<Stage> urgent) {
        return IntStream.range(first(urgent, Kind.EXECUTION), urgent.size())
                .filter(last -> isUrgentOrderOfAPattern(urgent, last))
                .mapToObj(last -> after(urgent, last))
                .findFirst()
                .orElse(List.of());
    }

    /** What follows the execution up to a place. */
    private static List<String> after(List<Stage> urgent, int last) {
        return urgent.subList(first(urgent, Kind.EXECUTION) + 1, last + 1).stream()
                .map(Stage::id)
                .toList();
    }

    /** Whether the execution, put back behind that place, gives a pattern of this urgent order. */
    private static boolean isUrgentOrderOfAPattern(List<Stage> path, int last) {
        List<Stage> normal = new ArrayList<>(path);
        Stage execution = normal.remove(first(path, Kind.EXECUTION));
        normal.add(last, execution);
        return keepsAll(normal) && urgently(normal).equals(path);
    }

    private static boolean keepsAll(List<Stage> path) {
        return votesOnce(path)
                && executesAfterVote(path)
                && disclosesDecision(path)
                && disclosesResult(path)
                && path.stream()
                        .noneMatch(
                                stage ->
                                        writesAThreshold(stage)
                                                || agreesWithLessThanHalf(stage)
                                                || countsNoBody(stage)
                                                || provesNothing(stage));
    }

    private static boolean votesOnce(List<Stage> path) {
        return path.stream().filter(of(Kind.OWNERS_VOTE)).count() == 1;
    }

    private static boolean disclosesDecision(List<Stage> path) {
        return isDisclosed(path, first(path, Kind.OWNERS_VOTE) + 1, first(path, Kind.EXECUTION));
    }

    private static boolean disclosesResult(List<Stage> path) {
        return isDisclosed(path, first(path, Kind.EXECUTION) + 1, path.size());
    }

    private static boolean writesAThreshold(Stage stage) {
        return stage.kind() == Kind.OWNERS_VOTE && (isCounted(stage) || asksPapers(stage));
    }

    private static boolean agreesWithLessThanHalf(Stage stage) {
        return stage.kind() == Kind.BODY && !stage.consent().isAtLeastHalf();
    }

    private static boolean countsNoBody(Stage stage) {
        return stage.kind() != Kind.BODY && stage.kind() != Kind.OWNERS_VOTE && isCounted(stage);
    }

    private static boolean provesNothing(Stage stage) {
        return stage.kind() != Kind.OWNERS_VOTE
                && stage.kind() != Kind.DISCLOSURE
                && !asksPapers(stage);
    }

    /** Asked of a table, and not of openings that are stored: some are older than the rule. */
    private static boolean asksNoRoll(Stage stage) {
        return stage.kind() == Kind.BODY && !stage.papers().contains(Paper.Kind.ATTENDANCE);
    }

    private boolean isMadeUpForNothing(Stage stage) {
        return stage.makeUpDays() > 0 && !madeUp().contains(stage.id());
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
        return from < to && path.subList(from, to).stream().anyMatch(displayed());
    }

    private static Predicate<Stage> displayed() {
        return of(Kind.DISCLOSURE).and(stage -> stage.leastDays() > 0);
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
        return urgently(stages(Matter.MAINTENANCE_FUND_USE));
    }

    private static List<Stage> urgently(List<Stage> normal) {
        List<Stage> path = new ArrayList<>(normal);
        Stage execution = path.remove(first(path, Kind.EXECUTION));
        path.add(placeOfRepair(path), execution);
        return List.copyOf(path);
    }

    private static int placeOfRepair(List<Stage> path) {
        return Math.min(1, first(path, Kind.OWNERS_VOTE));
    }

    /**
     * The stages that an urgent repair goes before.
     *
     * @return their identifiers, in the order of the pattern
     */
    List<String> madeUp() {
        List<Stage> path = stages(Matter.MAINTENANCE_FUND_USE);
        int execution = first(path, Kind.EXECUTION);
        return path.subList(Math.min(execution, placeOfRepair(path)), execution).stream()
                .map(Stage::id)
                .toList();
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
