package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.conference.PaperDigest;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can happen in the co-building of a district, for example {@link NeedMatched}; {@code
 * community} is the host's identifier of that district.
 *
 * <p>An event is first proposed to {@link Cobuilding#propose}, which names every rule against it;
 * once accepted it is appended and never changed. Days are those of Asia/Shanghai.
 *
 * @since 0.1.0
 */
public sealed interface CobuildingEvent extends DomainEvent {

    /**
     * What a party of an agreement has to do.
     *
     * @param party one of the parties
     * @param task what it has to do
     * @param dueOn the last day
     */
    record Duty(OrganizationId party, Wording task, LocalDate dueOn) {}

    /**
     * An agreement was signed (协议联结).
     *
     * @param community the district
     * @param agreement its identifier
     * @param parties 2 to {@link Agreement#MAX_PARTIES}
     * @param duties at most {@link Agreement#MAX_DUTIES}, numbered from 1 in this order
     * @param startInclusive the first day in force
     * @param endExclusive the first day no longer in force
     * @param occurredAt when
     */
    record AgreementSigned(
            CommunityId community,
            AgreementId agreement,
            SortedSet<OrganizationId> parties,
            List<Duty> duties,
            LocalDate startInclusive,
            LocalDate endExclusive,
            Instant occurredAt)
            implements CobuildingEvent {

        /** Copies parties and duties. */
        public AgreementSigned {
            parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
            duties = List.copyOf(duties);
        }
    }

    /**
     * An agreement in force was renewed.
     *
     * @param community the district
     * @param agreement which one
     * @param endExclusive the new end, later than the old one
     * @param occurredAt when
     */
    record AgreementRenewed(
            CommunityId community,
            AgreementId agreement,
            LocalDate endExclusive,
            Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * An agreement was ended before its term.
     *
     * @param community the district
     * @param agreement which one
     * @param endedOn the first day no longer in force
     * @param reason why
     * @param occurredAt when
     */
    record AgreementEnded(
            CommunityId community,
            AgreementId agreement,
            LocalDate endedOn,
            Wording reason,
            Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A duty of an agreement was performed.
     *
     * @param community the district
     * @param agreement which one
     * @param duty its number, from 1
     * @param performedOn the day
     * @param evidence what shows it
     * @param occurredAt when it was recorded
     */
    record DutyPerformed(
            CommunityId community,
            AgreementId agreement,
            int duty,
            LocalDate performedOn,
            PaperDigest evidence,
            Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * Something was put on the list of resources (资源清单).
     *
     * @param community the district
     * @param listing its identifier
     * @param provider who offers it
     * @param title what it is
     * @param terms how much of it, where and when
     * @param occurredAt when
     */
    record ResourceListed(
            CommunityId community,
            ListingId listing,
            OrganizationId provider,
            Wording title,
            Terms terms,
            Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A resource was taken off the list; nothing in progress may rest on it.
     *
     * @param community the district
     * @param listing the resource
     * @param reason why
     * @param occurredAt when
     */
    record ResourceWithdrawn(
            CommunityId community, ListingId listing, Wording reason, Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * Something was put on the list of needs (需求清单).
     *
     * @param community the district
     * @param listing its identifier
     * @param title what it is
     * @param terms how much is needed, where and when
     * @param occurredAt when
     */
    record NeedListed(
            CommunityId community,
            ListingId listing,
            Wording title,
            Terms terms,
            Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A need claimed its quantity of a resource (认领).
     *
     * @param community the district
     * @param listing the need
     * @param resource the resource
     * @param occurredAt when
     */
    record NeedMatched(
            CommunityId community, ListingId listing, ListingId resource, Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A matched need was put under an agreement with the provider; it is a project from now on.
     *
     * @param community the district
     * @param listing the need
     * @param agreement an agreement in force of which the provider is a party
     * @param occurredAt when
     */
    record NeedAgreed(
            CommunityId community, ListingId listing, AgreementId agreement, Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * The work on an agreed need began.
     *
     * @param community the district
     * @param listing the need
     * @param occurredAt when
     */
    record WorkStarted(CommunityId community, ListingId listing, Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A need was met.
     *
     * @param community the district
     * @param listing the need
     * @param evidence what shows it
     * @param occurredAt when
     */
    record NeedCompleted(
            CommunityId community, ListingId listing, PaperDigest evidence, Instant occurredAt)
            implements CobuildingEvent {}

    /**
     * A need was given up; what it had claimed is free again.
     *
     * @param community the district
     * @param listing the need
     * @param reason why
     * @param occurredAt when
     */
    record NeedDropped(CommunityId community, ListingId listing, Wording reason, Instant occurredAt)
            implements CobuildingEvent {}
}
