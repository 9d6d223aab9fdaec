package io.github.xinyi.governance.locality;

import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.HouseholdBounds;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.TeamPattern;

/**
 * How one place (地方) governs together, one table of each kind, for example 红古区: five deliberations,
 * four parties, 1+3+N. Another place is another set of tables and no code.
 *
 * <p>Every row of a table names its source and how far it can be relied on; no statute gives these
 * figures. Immutable.
 *
 * @param name 1 to {@link #MAX_NAME} characters
 * @param procedure how a matter of the owners is prepared, decided, published and carried out
 * @param conference who sits in a joint conference, and how it decides
 * @param team who guides a community
 * @param limits by when a case of the grid is answered and done
 * @param casework what a case of many homes asks before it goes on
 * @param talks what a talk in the courtyard asks
 * @param cells how many homes a cell of the grid usually has
 * @since 0.1.0
 */
public record Locality(
        String name,
        ProcedurePattern procedure,
        ConferencePattern conference,
        TeamPattern team,
        SlaProfile limits,
        CaseworkTerms casework,
        TalkTerms talks,
        HouseholdBounds cells) {

    /** The longest name, in characters; its patterns have it for an id. */
    public static final int MAX_NAME = Slot.MAX_WORD_LENGTH;

    /** Refuses a name that nobody can read. */
    public Locality {
        requireName(name);
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
                ConferencePatternSheet.fourParty(),
                TeamPattern.onePlusThreePlusN(),
                SlaProfile.usual(),
                CaseworkTerms.shipped(),
                TalkTerms.usual(),
                HouseholdBounds.usual());
    }

    /**
     * A city that does not exist, to show that another place is data alone; each row says so.
     *
     * @return its tables
     */
    public static Locality sampleCity() {
        return LocalityTables.shipped(
                "示例市（虚构）",
                "sample-city",
                PatternSheet.sampleCity(),
                ConferencePatternSheet.shandong(),
                TeamPattern.onePlusFourPlusX());
    }

    /**
     * A district that does not exist, with patterns of other places and figures of its own.
     *
     * @return its tables
     */
    public static Locality sampleDistrict() {
        return LocalityTables.shipped(
                "示例区（虚构）",
                "sample-district",
                PatternSheet.fourDeliberations(),
                ConferencePatternSheet.partyBuilding(),
                TeamPattern.onePlusFourOfQuanzhou());
    }
}
