package io.github.xinyi.governance.locality;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.TeamPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one place (地方) governs together, all of it tables, for example 红古区: five deliberations, the
 * conferences 四方联席会议 and 党建联席会, the teams 1+3+N, 1+4+X and 议事队. Another place is another set of
 * tables and no code.
 *
 * <p>Every row of a table names its source and how far it can be relied on; no statute gives these
 * figures. What a team or a conference is for is said by whoever forms or calls it, by its id: the
 * team for disputes is one of {@code teams}, and a case may call any. Immutable.
 *
 * @param name 1 to {@link #MAX_NAME} characters
 * @param procedure how a matter of the owners is prepared, decided, published and carried out
 * @param conferences 1 to {@link #MAX_PATTERNS}, each with a title of its own: who sits in a joint
 *     conference, and how it decides
 * @param teams 1 to {@link #MAX_PATTERNS}, each with an id of its own: who guides a community,
 *     serves a cell of the grid or goes to a dispute
 * @param limits by when a case of the grid is answered and done
 * @param casework what a case of many homes asks before it goes on
 * @param talks what a talk in the courtyard asks
 * @param cells how many homes a cell of the grid usually has
 * @since 0.1.0
 */
public record Locality(
        String name,
        ProcedurePattern procedure,
        List<ConferencePattern> conferences,
        List<TeamPattern> teams,
        SlaProfile limits,
        CaseworkTerms casework,
        TalkTerms talks,
        HouseholdBounds cells) {

    /** The longest name, in characters; its procedure has it for an id. */
    public static final int MAX_NAME = Slot.MAX_WORD_LENGTH;

    /** The greatest number of teams of a place, and the greatest number of its conferences. */
    public static final int MAX_PATTERNS = 16;

    /**
     * Copies the lists and refuses a name that nobody can read, no conference or team, too many of
     * either, and two that are known by one id.
     */
    public Locality {
        requireName(name);
        conferences = List.copyOf(conferences);
        teams = List.copyOf(teams);
        List<Finding> faults = new ArrayList<>();
        faults.addAll(
                NamedTable.ofConferences(
                        conferences.size(), conferences.stream().map(NamedTable::of).toList()));
        faults.addAll(NamedTable.ofTeams(teams.stream().map(NamedTable::of).toList()));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not a place: " + faults);
        }
    }

    static void requireName(String name) {
        if (name.isBlank()
                || name.length() > MAX_NAME
                || name.codePoints().anyMatch(Locality::cannotBeRead)) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters");
        }
    }

    private static boolean cannotBeRead(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * The district of the article, as far as it tells; the rest is our reading.
     *
     * @return its tables
     */
    public static Locality honggu() {
        return new Locality(
                "兰州市红古区（据报道与本库解读）",
                PatternSheet.fiveDeliberations(),
                List.of(ConferencePatternSheet.fourParty(), ConferencePatternSheet.partyBuilding()),
                List.of(
                        TeamPattern.onePlusThreePlusN(),
                        TeamPattern.onePlusFourPlusX(),
                        TeamPattern.disputeTeam()),
                SlaProfile.usual(),
                CaseworkTerms.shipped(),
                TalkTerms.usual(),
                HouseholdBounds.usual());
    }

    /**
     * A city that does not exist, to show that another place is data alone; each row of its own
     * tables says so.
     *
     * @return its tables
     */
    public static Locality sampleCity() {
        return LocalityTables.shipped(
                "示例市（虚构）",
                "sample-city",
                PatternSheet.sampleCity(),
                List.of(ConferencePatternSheet.shandong()),
                List.of(
                        LocalityTables.team("街区组", "sample-city/block.csv"),
                        LocalityTables.team("调解组", "sample-city/dispute.csv")));
    }

    /**
     * A district that does not exist, with patterns of other places and tables of its own.
     *
     * @return its tables
     */
    public static Locality sampleDistrict() {
        return LocalityTables.shipped(
                "示例区（虚构）",
                "sample-district",
                PatternSheet.fourDeliberations(),
                List.of(LocalityTables.conference("sample-district/conference.csv")),
                List.of(
                        TeamPattern.onePlusFourOfQuanzhou(),
                        LocalityTables.team("巡回调解组", "sample-district/dispute.csv")));
    }

    /**
     * A conference by its title.
     *
     * @param title for example {@code 四方联席会议}
     * @return its pattern, or nothing
     */
    public Optional<ConferencePattern> conference(String title) {
        return conferences.stream().filter(c -> c.title().equals(title)).findFirst();
    }

    /**
     * A team by its id.
     *
     * @param id for example {@code 议事队}
     * @return its pattern, or nothing
     */
    public Optional<TeamPattern> team(String id) {
        return teams.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
