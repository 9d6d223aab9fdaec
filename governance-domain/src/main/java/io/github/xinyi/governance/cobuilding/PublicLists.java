package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceListed;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * What everybody may see of the co-building of a district on a day: agreements in force, what is
 * offered and what is needed, for example an agreement of two parties with 3 of 4 duties performed.
 * Titles, tasks, reasons and evidence are left out, since people wrote them; a tag that was kept
 * with a telephone or identity number is {@link Tag#HIDDEN}.
 *
 * @param day the day
 * @param agreements those in force, by identifier
 * @param offers the resources on the list, by identifier
 * @param wishes all needs, met and dropped ones too, by identifier
 * @since 0.1.0
 */
public record PublicLists(
        LocalDate day, List<Term> agreements, List<Offer> offers, List<Wish> wishes) {

    /** Copies the lists. */
    public PublicLists {
        agreements = List.copyOf(agreements);
        offers = List.copyOf(offers);
        wishes = List.copyOf(wishes);
    }

    /**
     * An agreement in force.
     *
     * @param agreement which one
     * @param parties the units that signed it
     * @param startInclusive the first day in force
     * @param endExclusive the first day no longer in force, as it stands now
     * @param duties how many there are
     * @param performed how many were performed
     * @param overdue how many should have been
     */
    public record Term(
            AgreementId agreement,
            SortedSet<OrganizationId> parties,
            LocalDate startInclusive,
            LocalDate endExclusive,
            int duties,
            long performed,
            int overdue) {

        static Term of(Agreement agreement, LocalDate day) {
            var signed = agreement.signed();
            return new Term(
                    signed.agreement(),
                    signed.parties(),
                    signed.startInclusive(),
                    agreement.endExclusive(),
                    signed.duties().size(),
                    agreement.performed(),
                    agreement.overdue(day).size());
        }
    }

    /**
     * A resource on the list.
     *
     * @param resource which one
     * @param provider who offers it
     * @param terms how much of it, where and when
     * @param free what is left of it
     */
    public record Offer(ListingId resource, OrganizationId provider, Terms terms, long free) {

        static Offer of(ResourceListed listed, long free) {
            return new Offer(listed.listing(), listed.provider(), listed.terms().shown(), free);
        }
    }

    /**
     * A need, and how far it has come.
     *
     * @param need which one
     * @param terms how much is needed, where and when
     * @param stage how far it has come
     * @param claimed the resource that it claimed, also after it was dropped; empty if none
     */
    public record Wish(ListingId need, Terms terms, Need.Stage stage, List<ListingId> claimed) {

        /** Copies the list. */
        public Wish {
            claimed = List.copyOf(claimed);
        }

        static Wish of(Need need) {
            return new Wish(
                    need.listed().listing(),
                    need.listed().terms().shown(),
                    need.stage(),
                    need.resource().stream().toList());
        }
    }
}
