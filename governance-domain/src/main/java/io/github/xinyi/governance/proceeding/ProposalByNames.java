package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who proposes an extraordinary meeting (提议召开临时会议), by name, for example the owners {@code P0007}
 * and {@code P0012} and whoever signed for unit {@code 2-1-1401}; a roster says how many they are.
 *
 * <p>It is counted as ballots are: one holder is one head however many of its units and persons are
 * named, the developer with all that is not handed over included; the area is that of the units
 * named, and of all units for which a person named may vote on the record date. A parking space
 * counts nothing, and a name that the roster does not have is left out. That a co-owner proposes
 * for the unit, and which area counts, is our reading (I06 to I10). The names are for the count
 * alone: no event keeps them.
 *
 * @param meeting the meeting that is asked for
 * @param occurredAt when the proposal was handed in, to the microsecond
 * @param units those for which somebody signed who may; at most {@link Roster#MAX_UNITS}
 * @param owners those who signed by name, guardians included; at most {@link Roster#MAX_UNITS}
 * @since 0.1.0
 */
public record ProposalByNames(
        MeetingId meeting,
        Instant occurredAt,
        SortedSet<UnitId> units,
        SortedSet<PersonId> owners) {

    /** The greatest number of names left out that a ruling tells. */
    public static final int MAX_NAMED = 100;

    /** Refuses too many names by their number, and copies them. */
    public ProposalByNames {
        if (units.size() > Roster.MAX_UNITS || owners.size() > Roster.MAX_UNITS) {
            throw new IllegalArgumentException(
                    "too many names: " + units.size() + " units, " + owners.size() + " owners");
        }
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
    }

    /** The proposal with its exact figures, and what the ruling says of the names. */
    record Counted(Proposed proposed, List<Finding> findings) {

        /** Copies the findings. */
        Counted {
            findings = List.copyOf(findings);
        }
    }

    /** Counts the names over a roster. */
    Counted countedOver(Roster roster) {
        Electorate electorate = roster.electorate(HeadPolicy.statutory());
        NamedOwners names = new NamedOwners(electorate);
        List<UnitId> strangeUnits = names.takeUnits(units);
        List<PersonId> strangers = names.takeOwners(owners, roster);
        Proposed proposed =
                new Proposed(
                        roster.community(),
                        meeting,
                        occurredAt,
                        Trigger.OWNERS_PROPOSAL,
                        HeadCount.of(names.heads()),
                        electorate.heads(),
                        FloorArea.ofSquareDecimetres(names.areaSquareDecimetres()),
                        electorate.area(),
                        List.of(roster.digest()));
        return new Counted(proposed, List.of(ofRoster(roster), leftOut(strangeUnits, strangers)));
    }

    /** Who owns is taken as it stood when they proposed, or before. */
    private Finding ofRoster(Roster roster) {
        LocalDate day = Proceeding.day(occurredAt);
        return RuleCheck.of(
                ProceedingRule.PROPOSAL_ROSTER,
                !roster.recordDate().isAfter(day),
                "roster",
                roster.recordDate(),
                "day",
                day);
    }

    private static Finding leftOut(List<UnitId> units, List<PersonId> owners) {
        return new RuleCheck(
                ProceedingRule.PROPOSERS_LEFT_OUT,
                Verdict.NOT_APPLICABLE,
                Evidence.of("left", units.size() + owners.size())
                        .and("units", units.stream().limit(MAX_NAMED).toList())
                        .and("owners", owners.stream().limit(MAX_NAMED).toList())
                        .toMap());
    }
}
