package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.RosterArbitraries.Parts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The canonical text: one for each content, and as many contents as texts. */
class RosterProperties {

    @Provide
    Arbitrary<Parts> rosters() {
        return RosterArbitraries.parts();
    }

    @Property(tries = 500)
    void theOrderOfUnitsDoesNotChangeTheText(
            @ForAll("rosters") Parts parts, @ForAll Random random) {
        List<Unit> shuffled = new ArrayList<>(parts.units());
        Collections.shuffle(shuffled, random);

        assertThat(parts.of(shuffled).canonicalText()).isEqualTo(parts.roster().canonicalText());
    }

    @Property(tries = 2_000)
    void differentContentHasADifferentText(
            @ForAll("rosters") Parts one, @ForAll("rosters") Parts other) {
        boolean same =
                one.community().equals(other.community())
                        && one.date().equals(other.date())
                        && one.parties().equals(other.parties())
                        && Set.copyOf(one.units()).equals(Set.copyOf(other.units()));

        assertThat(one.roster().canonicalText().equals(other.roster().canonicalText()))
                .isEqualTo(same);
        assertThat(one.roster().digest().equals(other.roster().digest())).isEqualTo(same);
    }

    /** Nearly equal contents, which two random rosters seldom are: one unit is another. */
    @Property(tries = 2_000)
    void anyOtherUnitHasADifferentText(@ForAll("rosters") Parts parts, @ForAll Random random) {
        Unit first = parts.units().get(0);
        Unit other = RosterArbitraries.unit(random, first.id().value());
        boolean same = other.shares().isEmpty() || !parts.parties().deceased().isEmpty();
        Unit changed =
                new Unit(
                        first.id(),
                        random.nextBoolean() ? first.building() : other.building(),
                        random.nextBoolean() ? first.use() : other.use(),
                        random.nextBoolean() ? first.figures() : other.figures(),
                        first.status(),
                        first.status() == other.status() ? other.title() : first.title(),
                        same ? first.owners() : other.owners(),
                        same ? first.shares() : other.shares());
        List<Unit> units = new ArrayList<>(parts.units());
        units.set(0, changed);

        assertThat(parts.of(units).canonicalText().equals(parts.roster().canonicalText()))
                .isEqualTo(changed.equals(first));
    }
}
