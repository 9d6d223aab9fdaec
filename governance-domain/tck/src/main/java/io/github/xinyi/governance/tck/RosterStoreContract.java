package io.github.xinyi.governance.tck;

import static io.github.xinyi.governance.tck.Specimens.EAST;
import static io.github.xinyi.governance.tck.Specimens.RECORD_DATE;
import static io.github.xinyi.governance.tck.Specimens.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RosterStore} must do; subclass it and give a fresh store.
 *
 * <p>Example: {@code class MyRosterStoreTest extends RosterStoreContract { protected RosterStore
 * newStore() { return new MyRosterStore(emptyDatabase()); } }}.
 *
 * @since 0.1.0
 */
public abstract class RosterStoreContract {

    private static final LocalDate NEXT_DAY = RECORD_DATE.plusDays(1);

    /** For subclasses. */
    protected RosterStoreContract() {}

    /**
     * A store in which nothing is kept yet.
     *
     * @return a new one for every call
     */
    protected abstract RosterStore newStore();

    /** If this fails, a field, an order or a character is lost between write and read. */
    @Test
    public final void required_G01_readsARosterBackAsItWasFrozen() {
        RosterStore store = newStore();
        Roster roster = Specimens.roster(EAST, RECORD_DATE, "89.42");

        Outcome<RosterDigest> outcome = store.freeze(roster);

        assertThat(outcome).isEqualTo(Outcome.accepted(roster.digest()));
        assertThat(store.find(EAST, RECORD_DATE))
                .map(Roster::canonicalText)
                .contains(roster.canonicalText());
    }

    /** If this fails, rosters are not found by their content. */
    @Test
    public final void required_G02_findsARosterByItsDigest() {
        RosterStore store = newStore();
        Roster first = Specimens.roster(EAST, RECORD_DATE, "89.42");
        Roster second = Specimens.roster(EAST, NEXT_DAY, "89.43");

        store.freeze(first);
        store.freeze(second);

        assertThat(store.find(EAST, first.digest())).contains(first);
        assertThat(store.find(EAST, second.digest())).contains(second);
    }

    /** If this fails, a repeated import is refused or doubled. */
    @Test
    public final void required_G03_acceptsTheSameContentAgain() {
        RosterStore store = newStore();
        store.freeze(Specimens.roster(EAST, RECORD_DATE, "89.42"));

        Outcome<RosterDigest> again = store.freeze(Specimens.roster(EAST, RECORD_DATE, "89.42"));

        assertThat(again.isAccepted()).isTrue();
        assertThat(store.find(EAST, RECORD_DATE))
                .map(r -> r.units().size())
                .contains(Specimens.roster(EAST, RECORD_DATE, "89.42").units().size());
    }

    /** If this fails, a frozen roster can be replaced under a vote that rests on it. */
    @Test
    public final void required_G04_refusesOtherContentForTheSameDayAndKeepsTheFirst() {
        RosterStore store = newStore();
        Roster first = Specimens.roster(EAST, RECORD_DATE, "89.42");
        Roster other = Specimens.roster(EAST, RECORD_DATE, "189.42");
        store.freeze(first);

        Outcome<RosterDigest> outcome = store.freeze(other);

        assertThat(refuses(outcome)).isTrue();
        assertThat(store.find(EAST, RECORD_DATE)).contains(first);
        assertThat(store.find(EAST, other.digest())).isEmpty();
    }

    /** If this fails, one community sees the roster of another. */
    @Test
    public final void required_G05_keepsCommunitiesApart() {
        RosterStore store = newStore();
        Roster east = Specimens.roster(EAST, RECORD_DATE, "89.42");
        Roster west = Specimens.roster(WEST, RECORD_DATE, "77.00");

        store.freeze(east);
        store.freeze(west);

        assertThat(store.find(EAST, RECORD_DATE)).contains(east);
        assertThat(store.find(WEST, RECORD_DATE)).contains(west);
        assertThat(store.find(WEST, east.digest())).isEmpty();
    }

    /** If this fails, the store answers with a roster near the day asked for. */
    @Test
    public final void required_G06_findsNothingWhereNothingWasFrozen() {
        RosterStore store = newStore();
        Roster roster = Specimens.roster(EAST, RECORD_DATE, "89.42");
        store.freeze(roster);

        assertThat(store.find(EAST, NEXT_DAY)).isEmpty();
        assertThat(store.find(EAST, RECORD_DATE.minusDays(1))).isEmpty();
        assertThat(store.find(EAST, new RosterDigest("0".repeat(64)))).isEmpty();
    }

    /** If this fails, reading and writing are two steps that another thread can part. */
    @Test
    public final void required_G07_acceptsExactlyOneOfManyRostersFrozenAtOnce() {
        RosterStore store = newStore();
        List<Callable<Outcome<RosterDigest>>> offers =
                IntStream.range(0, 8)
                        .<Callable<Outcome<RosterDigest>>>mapToObj(
                                i -> {
                                    Roster offer = Specimens.roster(EAST, RECORD_DATE, "9" + i);
                                    return () -> store.freeze(offer);
                                })
                        .toList();

        List<Outcome<RosterDigest>> outcomes = Specimens.atOnce(offers);

        assertThat(outcomes.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(outcomes.stream().filter(RosterStoreContract::refuses)).hasSize(7);
    }

    /** If this fails, only the figure that counts today is kept, and a correction has no past. */
    @Test
    public final void required_G08_keepsEveryFigureOfAnArea() {
        Roster frozen = Specimens.roster(EAST, RECORD_DATE, "89.42");

        Roster read = readBack(frozen);

        assertThat(read.units())
                .extracting(Unit::figures)
                .containsExactlyElementsOf(frozen.units().stream().map(Unit::figures).toList());
    }

    /** If this fails, shares go through a decimal, or the title of an owner is lost. */
    @Test
    public final void required_G09_keepsSharesExactlyAndOnWhatOwnershipRests() {
        Roster frozen = Specimens.roster(EAST, RECORD_DATE, "89.42");

        Roster read = readBack(frozen);

        assertThat(read.units())
                .extracting(unit -> unit.title() + " " + unit.owners() + " " + unit.shares())
                .containsExactlyElementsOf(
                        frozen.units().stream()
                                .map(u -> u.title() + " " + u.owners() + " " + u.shares())
                                .toList());
    }

    /** If this fails, somebody who may vote is refused, or somebody who may not is let in. */
    @Test
    public final void required_G10_keepsUnderwritersGuardiansAndTheDead() {
        Roster frozen = Specimens.roster(EAST, RECORD_DATE, "89.42");

        Roster read = readBack(frozen);

        assertThat(read.parties()).isEqualTo(frozen.parties());
        for (Unit unit : frozen.units()) {
            assertThat(read.voters(unit, NEXT_DAY)).isEqualTo(frozen.voters(unit, NEXT_DAY));
        }
    }

    private Roster readBack(Roster roster) {
        RosterStore store = newStore();
        store.freeze(roster);
        return store.find(roster.community(), roster.recordDate()).orElseThrow();
    }

    private static boolean refuses(Outcome<RosterDigest> outcome) {
        return outcome.fold(
                digest -> false, ruling -> ruling.refuses(RosterFinding.AlreadyFrozen.CODE));
    }
}
