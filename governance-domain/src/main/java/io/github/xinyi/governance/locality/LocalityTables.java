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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables of a place, as files of the caller, for example out of a folder named after it: any
 * number of teams and conferences up to {@link Locality#MAX_PATTERNS} of either, and one table of
 * each other kind.
 *
 * <p>A conference is known by the title in its table, a team by the name of its file up to the last
 * dot: {@code 议事队.csv} is the team 议事队.
 *
 * @param procedure as {@link PatternSheet#read} reads it
 * @param conferences each as {@link ConferencePatternSheet#read} reads it
 * @param teams each as {@link TeamPattern#read} reads it
 * @param limits as {@link SlaProfile#read} reads it
 * @param casework as {@link CaseworkTerms#read} reads it
 * @param talks as {@link TalkTerms#read} reads it
 * @param cells as {@link HouseholdBounds#read} reads it
 * @since 0.1.0
 */
public record LocalityTables(
        SheetFile procedure,
        List<SheetFile> conferences,
        List<SheetFile> teams,
        SheetFile limits,
        SheetFile casework,
        SheetFile talks,
        SheetFile cells) {

    /** The column of three tables that can leave a step to a post. */
    private static final String STEPS = "必经环节";

    /** Copies the lists. */
    public LocalityTables {
        conferences = List.copyOf(conferences);
        teams = List.copyOf(teams);
    }

    /**
     * Reads the tables.
     *
     * @param name of the place, 1 to {@link Locality#MAX_NAME} characters
     * @return the place; refused with every fault of every table, with no team or conference or too
     *     many, with every id of two teams and title of two conferences, and with every step that
     *     is left to a post of none of its teams, as far as its table and those of the teams can be
     *     read
     * @throws IllegalArgumentException if the name is not one
     */
    public Outcome<Locality> read(String name) {
        Locality.requireName(name);
        Outcome<ProcedurePattern> steps = PatternSheet.read(name, procedure);
        List<Outcome<ConferencePattern>> sittings =
                conferences.stream().map(ConferencePatternSheet::read).toList();
        List<Outcome<TeamPattern>> slots =
                teams.stream().map(file -> TeamPattern.read(id(file), file)).toList();
        Outcome<SlaProfile> grades = SlaProfile.read(limits);
        Outcome<CaseworkTerms> terms = CaseworkTerms.read(casework);
        Outcome<TalkTerms> ofTalks = TalkTerms.read(talks);
        Outcome<HouseholdBounds> bounds = HouseholdBounds.read(cells);
        List<Finding> faults = new ArrayList<>();
        Stream.of(
                        Stream.of(steps),
                        sittings.stream(),
                        slots.stream(),
                        Stream.of(grades, terms, ofTalks, bounds))
                .flatMap(reads -> reads)
                .forEach(read -> faults.addAll(faults(read)));
        faults.addAll(NamedTable.ofConferences(conferences.size(), titles(sittings)));
        faults.addAll(NamedTable.ofTeams(ids()));
        if (!slots.isEmpty() && slots.stream().allMatch(Outcome::isAccepted)) {
            List<TeamPattern> own = values(slots);
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
                        values(sittings),
                        values(slots),
                        value(grades),
                        value(terms),
                        value(ofTalks),
                        value(bounds)));
    }

    private static String id(SheetFile team) {
        int dot = team.name().lastIndexOf('.');
        return dot < 0 ? team.name() : team.name().substring(0, dot);
    }

    private List<NamedTable> ids() {
        return teams.stream().map(file -> new NamedTable(file.name(), id(file))).toList();
    }

    /** Those of the conferences that can be read. */
    private List<NamedTable> titles(List<Outcome<ConferencePattern>> read) {
        return IntStream.range(0, read.size())
                .filter(i -> read.get(i).isAccepted())
                .mapToObj(
                        i -> new NamedTable(conferences.get(i).name(), value(read.get(i)).title()))
                .toList();
    }

    private static <T> List<LocalStep> local(Outcome<T> read, Function<T, LocalSteps> steps) {
        return read.fold(value -> steps.apply(value).all(), ruling -> List.of());
    }

    /** Nobody could ever take a step that is left to a post of no team. */
    private static List<Finding> posts(
            List<TeamPattern> own, SheetFile table, List<LocalStep> steps) {
        return steps.stream()
                .filter(LocalStep::hasPost)
                .map(step -> post(own, table, step))
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

    private static <T> List<T> values(List<Outcome<T>> read) {
        return read.stream().map(LocalityTables::value).toList();
    }

    /** A conference of a shipped place's own. */
    static ConferencePattern conference(String path) {
        return value(ConferencePatternSheet.read(table(path)));
    }

    /** A team of a shipped place's own. */
    static TeamPattern team(String id, String path) {
        return value(TeamPattern.read(id, table(path)));
    }

    /** A shipped place: its own figures, and patterns that are its own or shipped elsewhere. */
    static Locality shipped(
            String name,
            String folder,
            ProcedurePattern procedure,
            List<ConferencePattern> conferences,
            List<TeamPattern> teams) {
        return new Locality(
                name,
                procedure,
                conferences,
                teams,
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
