package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The units and heads for which somebody is named, counted over a roster: one holder is one head
 * however many of its units and persons are named. Not safe for several threads.
 */
final class NamedOwners {

    private final Electorate electorate;
    private final BitSet units = new BitSet();
    private final BitSet heads = new BitSet();

    NamedOwners(Electorate electorate) {
        this.electorate = electorate;
    }

    private void take(int unit) {
        units.set(unit);
        if (electorate.carriesHead(unit)) {
            heads.set(electorate.head(electorate.holder(unit)));
        }
    }

    /** Those that the roster does not have or that carry no vote. */
    List<UnitId> takeUnits(SortedSet<UnitId> named) {
        List<UnitId> strange = new ArrayList<>();
        for (UnitId id : named) {
            int unit = electorate.indexOf(id);
            if (unit == Electorate.NONE) {
                strange.add(id);
            } else {
                take(unit);
            }
        }
        return strange;
    }

    /** Those who may vote for no unit on the record date. */
    List<PersonId> takeOwners(SortedSet<PersonId> named, Roster roster) {
        SortedSet<PersonId> strangers = new TreeSet<>(named);
        for (int unit = 0; unit < electorate.units() && !named.isEmpty(); unit++) {
            for (PersonId voter : roster.voters(electorate.unit(unit), roster.recordDate())) {
                if (named.contains(voter)) {
                    take(unit);
                    strangers.remove(voter);
                }
            }
        }
        return List.copyOf(strangers);
    }

    int heads() {
        return heads.cardinality();
    }

    long areaSquareDecimetres() {
        return units.stream().mapToLong(electorate::areaSquareDecimetres).sum();
    }

    /** The first unit of each head for which nobody is named, in the order of the roster. */
    Stream<UnitId> unnamed() {
        BitSet told = (BitSet) heads.clone();
        Stream.Builder<UnitId> missing = Stream.builder();
        for (int unit = 0; unit < electorate.units(); unit++) {
            int head = electorate.head(electorate.holder(unit));
            if (head != Electorate.NONE && !told.get(head)) {
                told.set(head);
                missing.add(electorate.unit(unit).id());
            }
        }
        return missing.build();
    }
}
