package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rulings of {@link OwnersTogether} for those who use them. */
public final class TogetherRulings {

    private TogetherRulings() {}

    /** Under the nation's law: met for one owner, undetermined for two, not met if one of two. */
    public static Ruling of(int owners, int agreeing) {
        return new OwnersTogether(
                        IntStream.rangeClosed(1, agreeing)
                                .mapToObj(Rosters::unitId)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        new TreeSet<>(),
                        Courses.DAY_0)
                .judge(
                        Rosters.roster(
                                Parties.of(PersonId.of("D1")),
                                IntStream.rangeClosed(1, owners)
                                        .mapToObj(i -> Rosters.home(i, 100, "P" + i))
                                        .toList()),
                        Profiles.of("NATIONAL"));
    }
}
