package io.github.xinyi.governance.records;

import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.cobuilding.CobuildingEvent;
import io.github.xinyi.governance.committee.CommitteeEvent;
import io.github.xinyi.governance.conference.ConferenceEvent;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.formation.FormationEvent;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.party.PartyEvent;
import io.github.xinyi.governance.proceeding.ProceedingEvent;
import io.github.xinyi.governance.register.RosterEvent;
import io.github.xinyi.governance.talk.TalkEvent;
import io.github.xinyi.governance.team.TeamEvent;
import java.util.Locale;

/**
 * What a stream of events is about, for example {@link #PROCEDURE}, whose streams are named {@code
 * anheyuan/procedure/2025-P-01}.
 *
 * <p>The names are stored: a constant is never renamed.
 *
 * @since 0.1.0
 */
public enum RecordKind {
    /** Owners and units as they change. */
    ROSTER(RosterEvent.class),
    /** The way to the first meeting of owners. */
    FORMATION(FormationEvent.class),
    /** One meeting of owners. */
    PROCEEDING(ProceedingEvent.class),
    /** The owners' committee, or who acts for it. */
    COMMITTEE(CommitteeEvent.class),
    /** Party branches and their members. */
    PARTY(PartyEvent.class),
    /** One staged procedure, such as 五議兩公開. */
    PROCEDURE(ProcedureEvent.class),
    /** One courtyard talk. */
    TALK(TalkEvent.class),
    /** One team. */
    TEAM(TeamEvent.class),
    /** The sittings of one conference. */
    CONFERENCE(ConferenceEvent.class),
    /** One case of the grid. */
    CASE(CaseEvent.class),
    /** The mediation of one case. */
    MEDIATION(MediationEvent.class),
    /** One matter from the knock on the door to its evaluation. */
    CASEWORK(CaseworkEvent.class),
    /** Agreements, needs and resources of one district. */
    COBUILDING(CobuildingEvent.class),
    /**
     * Who checked in where in one district; one stream for all of it, so that nobody is at two
     * places.
     */
    CHECK_IN(CheckInEvent.class);

    private final Class<? extends DomainEvent> root;

    RecordKind(Class<? extends DomainEvent> root) {
        this.root = root;
    }

    /**
     * The events of such a stream.
     *
     * @return their sealed root
     */
    public Class<? extends DomainEvent> root() {
        return root;
    }

    /**
     * The stream of one thing.
     *
     * @param community where it is kept
     * @param id once within its community and kind, as {@link StreamName} has it
     * @return for example {@code honggu/check-in/register}
     */
    public StreamName stream(CommunityId community, String id) {
        return new StreamName(community, name().toLowerCase(Locale.ROOT).replace('_', '-'), id);
    }
}
