package io.github.xinyi.governance.locality;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.team.TeamRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The seven tables of a place, as files of the caller, for example out of a folder named after it.
 *
 * @param procedure as {@link PatternSheet#read} reads it
 * @param conference as {@link ConferencePatternSheet#read} reads it
 * @param team as {@link TeamPattern#read} reads it
 * @param limits as {@link SlaProfile#read} reads it
 * @param casework as {@link CaseworkTerms#read} reads it
 * @param talks as {@link TalkTerms#read} reads it
 * @param cells as {@link HouseholdBounds#read} reads it
 * @since 0.1.0
 */
public record LocalityTables(
        SheetFile procedure,
        SheetFile conference,
        SheetFile team,
        SheetFile limits,
        SheetFile casework,
        SheetFile talks,
        SheetFile cells) {

    /** The column of three tables that can leave a step to a post. */
    private static final String STEPS = "必经环节";

    /**
     * Reads the tables.
     *
     * @param name of the place, 1 to {@link Locality#MAX_NAME} characters
     * @return the place; refused with every fault of every table, and with every step that is left
     *     to a post of neither its team nor the {@link TeamPattern#disputeTeam}, as far as its
     *     table and that of the team can be read
     * @throws IllegalArgumentException if the name is not one
     */
    public Outcome<Locality> read(String name) {
        Locality.requireName(name);
        Outcome<ProcedurePattern> steps = PatternSheet.read(name, procedure);
        Outcome<ConferencePattern> sitting = ConferencePatternSheet.read(conference);
        Outcome<TeamPattern> slots = TeamPattern.read(name, team);
        Outcome<SlaProfile> grades = SlaProfile.read(limits);
        Outcome<CaseworkTerms> terms = CaseworkTerms.read(casework);
        Outcome<TalkTerms> ofTalks = TalkTerms.read(talks);
        Outcome<HouseholdBounds> bounds = HouseholdBounds.read(cells);
        List<Finding> faults = new ArrayList<>();
        Stream.of(steps, sitting, slots, grades, terms, ofTalks, bounds)
                .forEach(read -> faults.addAll(faults(read)));
        if (slots.isAccepted()) {
            TeamPattern own = value(slots);
            faults.addAll(
                    posts(own, limits, local(grades, profile -> profile.most().steps().local())));
            faults.addAll(posts(own, casework, local(terms, ofCases -> ofCases.steps().local())));
            faults.addAll(posts(own, talks, local(ofTalks, TalkTerms::local)));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Ruling(faults));
        }
        return Outcome.accepted(
                new Locality(
                        name,
                        value(steps),
                        value(sitting),
                        value(slots),
                        value(grades),
                        value(terms),
                        value(ofTalks),
                        value(bounds)));
    }

    private static <T> List<LocalStep> local(Outcome<T> read, Function<T, LocalSteps> steps) {
        return read.fold(value -> steps.apply(value).all(), ruling -> List.of());
    }

    /** Nobody could ever take a step that is left to a post of no team. */
    private static List<Finding> posts(TeamPattern own, SheetFile table, List<LocalStep> steps) {
        return steps.stream()
                .filter(LocalStep::hasPost)
                .map(step -> post(List.of(own, TeamPattern.disputeTeam()), table, step))
                .filter(check -> check.verdict() != Verdict.MET)
                .toList();
    }

    private static Finding post(List<TeamPattern> teams, SheetFile table, LocalStep step) {
        return RuleCheck.of(
                TeamRule.POST_KNOWN,
                teams.stream().anyMatch(pattern -> pattern.slot(step.post()).isPresent()),
                "table",
                table.name(),
                "column",
                STEPS,
                "step",
                step,
                "post",
                step.post(),
                "patterns",
                teams.stream().map(TeamPattern::id).toList());
    }

    private static List<Finding> faults(Outcome<?> read) {
        return read.fold(value -> List.of(), ruling -> List.copyOf(ruling.notMet()));
    }

    private static <T> T value(Outcome<T> read) {
        return read.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** A shipped place: its own figures, and patterns that are shipped elsewhere. */
    static Locality shipped(
            String name,
            String folder,
            ProcedurePattern procedure,
            ConferencePattern conference,
            TeamPattern team) {
        return new Locality(
                name,
                procedure,
                conference,
                team,
                value(SlaProfile.read(table(folder + "/sla.csv"))),
                value(CaseworkTerms.read(table(folder + "/casework.csv"))),
                value(TalkTerms.read(table(folder + "/talk.csv"))),
                value(HouseholdBounds.read(table(folder + "/households.csv"))));
    }

    private static SheetFile table(String path) {
        try (InputStream in = LocalityTables.class.getResourceAsStream(path)) {
            String name = path.substring(path.indexOf('/') + 1);
            return SheetFile.utf8(name, Objects.requireNonNull(in, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
