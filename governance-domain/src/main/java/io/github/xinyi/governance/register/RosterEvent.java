package io.github.xinyi.governance.register;

import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that changed the roster of a community, for example {@code UnitDelivered}.
 *
 * <p>It holds from a day and was recorded at a moment, and either may come first.
 *
 * @since 0.1.0
 */
public sealed interface RosterEvent extends DomainEvent {

    /**
     * Where, since when, and when it was recorded.
     *
     * @param community whose roster
     * @param effective the day from which it holds, for example the day of a transfer's
     *     registration
     * @param recordedAt the moment at which it came to the register
     */
    record Entry(CommunityId community, LocalDate effective, Instant recordedAt) {}

    /**
     * Where, since when, and when it was recorded.
     *
     * @return the entry
     */
    Entry entry();

    @Override
    default CommunityId community() {
        return entry().community();
    }

    @Override
    default Instant occurredAt() {
        return entry().recordedAt();
    }

    /** A change of one unit. */
    sealed interface OfUnit extends RosterEvent {

        /**
         * Which unit.
         *
         * @return its identifier
         */
        UnitId unit();
    }

    /** A change of who votes for a ward. */
    sealed interface OfWard extends RosterEvent {

        /**
         * Who lacks full capacity.
         *
         * @return the ward
         */
        PersonId ward();

        /**
         * Who votes for the ward.
         *
         * @return another person
         */
        PersonId guardian();
    }

    /**
     * The register was opened; always the first event.
     *
     * @param entry since when
     * @param developer who stands for what is unsold or not handed over
     */
    record RegisterOpened(Entry entry, PersonId developer) implements RosterEvent {}

    /**
     * A unit came into the register.
     *
     * @param entry since when
     * @param added as it stood on that day
     */
    record UnitAdded(Entry entry, Unit added) implements OfUnit {
        @Override
        public UnitId unit() {
            return added.id();
        }
    }

    /**
     * A figure of a unit's area was established or corrected (SPC-Own art. 8).
     *
     * @param entry since when
     * @param unit which unit
     * @param figure the figure, which takes the place of one with that evidence
     */
    record AreaEstablished(Entry entry, UnitId unit, AreaFigure figure) implements OfUnit {}

    /**
     * A unit was put to another use.
     *
     * @param entry since when
     * @param unit which unit
     * @param use what it is used for now
     */
    record UseChanged(Entry entry, UnitId unit, UnitUse use) implements OfUnit {}

    /**
     * An underwriter bought a unit that was unsold (SPC-Own art. 17).
     *
     * @param entry since when
     * @param unit which unit
     * @param underwriter who stands for it until it is handed over
     */
    record UnitUnderwritten(Entry entry, UnitId unit, PersonId underwriter) implements OfUnit {}

    /**
     * An unsold unit was sold, and not yet handed over.
     *
     * @param entry since when
     * @param unit which unit
     * @param owners the buyers
     * @param shares theirs, or none
     */
    record UnitSold(
            Entry entry, UnitId unit, SortedSet<PersonId> owners, SortedSet<OwnerShare> shares)
            implements OfUnit {

        /** Copies the sets. */
        public UnitSold {
            owners = copy(owners);
            shares = copy(shares);
        }
    }

    /**
     * A sold unit was handed over; its buyers possess it before they are registered (SPC-Own art. 1
     * para. 2).
     *
     * @param entry since when
     * @param unit which unit
     */
    record UnitDelivered(Entry entry, UnitId unit) implements OfUnit {}

    /**
     * The owners of a unit were entered in the real estate register.
     *
     * @param entry since when
     * @param unit which unit
     */
    record TitleRegistered(Entry entry, UnitId unit) implements OfUnit {}

    /**
     * A unit passed to other owners, and the right to share in management with it (Civil Code art.
     * 273 para. 2).
     *
     * @param entry since when
     * @param unit which unit
     * @param owners everyone who owns it now
     * @param shares theirs, or none
     */
    record UnitTransferred(
            Entry entry, UnitId unit, SortedSet<PersonId> owners, SortedSet<OwnerShare> shares)
            implements OfUnit {

        /** Copies the sets. */
        public UnitTransferred {
            owners = copy(owners);
            shares = copy(shares);
        }
    }

    /**
     * The heirs of an owner became known; they own since the day of the death (Civil Code art.
     * 230).
     *
     * @param entry since when: the day of the death
     * @param unit which unit
     * @param deceased whose heirs
     * @param owners everyone who owns it now, those who did before too
     * @param shares theirs, or none
     */
    record UnitInherited(
            Entry entry,
            UnitId unit,
            PersonId deceased,
            SortedSet<PersonId> owners,
            SortedSet<OwnerShare> shares)
            implements OfUnit {

        /** Copies the sets. */
        public UnitInherited {
            owners = copy(owners);
            shares = copy(shares);
        }
    }

    /**
     * A unit is no more, as when it was demolished or became part of another.
     *
     * @param entry since when
     * @param unit which unit
     */
    record UnitCeased(Entry entry, UnitId unit) implements OfUnit {}

    /**
     * Two buildings became one.
     *
     * @param entry since when
     * @param building whose name is no longer used
     * @param into the building to which its units belong now
     */
    record BuildingMerged(Entry entry, String building, String into) implements RosterEvent {}

    /**
     * A person died.
     *
     * @param entry the day of the death
     * @param person who
     */
    record OwnerDied(Entry entry, PersonId person) implements RosterEvent {}

    /**
     * A person without full capacity was given a guardian.
     *
     * @param entry since when
     * @param ward for whom
     * @param guardian who votes for the ward
     * @param endExclusive the day on which it ends, as when the ward is of age; {@link
     *     LocalDate#MAX} if no day is known
     */
    record GuardianAppointed(Entry entry, PersonId ward, PersonId guardian, LocalDate endExclusive)
            implements OfWard {}

    /**
     * A guardianship ended (Civil Code art. 39).
     *
     * @param entry since when
     * @param ward for whom it was
     * @param guardian who it was
     */
    record GuardianshipEnded(Entry entry, PersonId ward, PersonId guardian) implements OfWard {}

    /**
     * The roster of a day was frozen; what is recorded later changes nothing in it.
     *
     * @param entry whose effective day is the record date
     * @param digest of the roster
     */
    record RosterFrozen(Entry entry, RosterDigest digest) implements RosterEvent {}

    private static <T extends Comparable<T>> SortedSet<T> copy(SortedSet<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
