package io.github.xinyi.governance.locality;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.TeamPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /**
     * Reads the tables.
     *
     * @param name of the place, 1 to {@link Locality#MAX_NAME} characters
     * @return the place; refused with every fault of every table
     * @throws IllegalArgumentException if the name is not one
     */
    public Outcome<Locality> read(String name) {
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
