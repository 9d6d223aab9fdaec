package io.github.xinyi.example.stories;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What the officer of the grid writes down on hearing of the dog. */
final class DogReport {

    private DogReport() {}

    static CaseFound on(Instant at) {
        return new CaseFound(
                BarkingDog.COMMUNITY,
                BarkingDog.CASE,
                CaseCategory.ANIMALS,
                new CasePlace("3号楼", new TreeSet<>(Set.of(UnitId.of("3-201"), UnitId.of("3-301")))),
                BarkingDog.NEIGHBOUR,
                BarkingDog.OFFICER,
                "楼下宠物犬午间、深夜吠叫",
                at);
    }
}
