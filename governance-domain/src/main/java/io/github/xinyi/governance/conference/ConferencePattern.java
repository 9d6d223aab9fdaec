package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.PatternItem.CONVENER;
import static io.github.xinyi.governance.conference.PatternItem.PARTY;
import static io.github.xinyi.governance.conference.PatternItem.QUORUM;
import static io.github.xinyi.governance.conference.PatternItem.TITLE;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a place holds a conference, as data: the parties, who convenes, how often, the agenda, the
 * quorum, each row with its source. No law of the nation defines one, so that none is built in.
 *
 * <p>Example: the four-party conference (四方联席会议) is convened by 社区党组织, monthly, with the agenda
 * sent 3 days before and 3 of 4 parties present. The legal limit on all of them is not data: no
 * conference decides what the owners decide (Civil Code art. 278).
 *
 * @param rows one of each {@link PatternItem}, and one for every further party
 * @since 0.1.0
 */
public record ConferencePattern(List<PatternRow> rows) {

    /** The fewest parties, the convener included. */
    public static final int MIN_PARTIES = 3;

    /** The greatest number of parties, the convener included. */
    public static final int MAX_PARTIES = 12;

    /**
     * Copies the rows.
     *
     * @throws IllegalArgumentException where {@link #of} would refuse them
     */
    public ConferencePattern {
        rows = List.copyOf(rows);
        Ruling ruling = check(rows);
        if (ruling.verdict() != Verdict.MET) {
            throw new IllegalArgumentException("not a conference: " + ruling.notMet());
        }
    }

    /**
     * Reads a table.
     *
     * @param rows in any order
     * @return the pattern; refused with every fault: no convener or two, too few or too many
     *     parties, one that stands there twice, a figure missing, twice or out of range, a quorum
     *     of half or less
     */
    public static Outcome<ConferencePattern> of(List<PatternRow> rows) {
        Ruling ruling = check(rows);
        return ruling.verdict() == Verdict.MET
                ? Outcome.accepted(new ConferencePattern(rows))
                : Outcome.refused(ruling);
    }

    private static Ruling check(List<PatternRow> rows) {
        List<Finding> found = new ArrayList<>();
        for (PatternItem item : PatternItem.values()) {
            if (item != PARTY) {
                int count = values(rows, item).size();
                found.add(
                        ConferenceRule.PATTERN_ONCE.check(
                                count == 1, "item", item.label(), "count", count));
            }
        }
        for (String title : values(rows, TITLE)) {
            found.add(
                    ConferenceRule.PATTERN_TITLE.check(
                            Party.isParty(title), "title", title, "most", Party.MAX_LENGTH));
        }
        List<String> names = Stream.of(CONVENER, PARTY).flatMap(i -> in(rows, i)).toList();
        found.add(
                ConferenceRule.PATTERN_PARTIES.check(
                        names.size() >= MIN_PARTIES && names.size() <= MAX_PARTIES,
                        "count",
                        names.size(),
                        "least",
                        MIN_PARTIES,
                        "most",
                        MAX_PARTIES));
        for (String name : new TreeSet<>(names)) {
            boolean named = Party.isParty(name);
            boolean once = names.stream().filter(name::equals).count() == 1;
            found.add(ConferenceRule.PATTERN_PARTY.check(named && once, "party", name));
        }
        rows.stream()
                .filter(row -> row.item().isFigure())
                .map(ConferencePattern::checkFigure)
                .forEach(found::add);
        List<String> quorum = values(rows, QUORUM).stream().filter(QUORUM::accepts).toList();
        for (String figure : quorum) {
            int least = names.size() / 2 + 1;
            int required = Integer.parseInt(figure);
            found.add(
                    ConferenceRule.PATTERN_QUORUM.check(
                            required >= least && required <= names.size(),
                            "required",
                            required,
                            "least",
                            least,
                            "parties",
                            names.size()));
        }
        return new Ruling(found);
    }

    private static RuleCheck checkFigure(PatternRow row) {
        return ConferenceRule.PATTERN_RANGE.check(
                row.item().accepts(row.value()),
                "item",
                row.item().label(),
                "value",
                row.value(),
                "least",
                row.item().least(),
                "most",
                row.item().most());
    }

    private static List<String> values(List<PatternRow> rows, PatternItem item) {
        return in(rows, item).toList();
    }

    private static Stream<String> in(List<PatternRow> rows, PatternItem item) {
        return rows.stream().filter(row -> row.item() == item).map(PatternRow::value);
    }

    /**
     * What the conference is called.
     *
     * @return for example {@code 四方联席会议}
     */
    public String title() {
        return row(TITLE).value();
    }

    /**
     * Who calls and chairs it.
     *
     * @return one of {@link #parties}
     */
    public Party convener() {
        return new Party(row(CONVENER).value());
    }

    /**
     * Everyone with a seat.
     *
     * @return the convener first, then the others as the table has them
     */
    public List<Party> parties() {
        return Stream.of(CONVENER, PARTY).flatMap(i -> in(rows, i)).map(Party::new).toList();
    }

    /**
     * A figure.
     *
     * @param item for example {@link PatternItem#AGENDA_DAYS}
     * @return for example 3
     * @throws IllegalArgumentException if the item is a name
     */
    public int figure(PatternItem item) {
        if (!item.isFigure()) {
            throw new IllegalArgumentException("not a figure: " + item);
        }
        return Integer.parseInt(row(item).value());
    }

    /**
     * Where an item other than a party was taken from.
     *
     * @param item for example {@link PatternItem#QUORUM}
     * @return the row with its source
     * @throws IllegalArgumentException for {@link PatternItem#PARTY}, which has a row each
     */
    public PatternRow row(PatternItem item) {
        if (item == PARTY) {
            throw new IllegalArgumentException("every party has its own row");
        }
        return rows.stream().filter(row -> row.item() == item).findFirst().orElseThrow();
    }

    boolean hasSeat(Party party) {
        return Set.copyOf(parties()).contains(party);
    }
}
