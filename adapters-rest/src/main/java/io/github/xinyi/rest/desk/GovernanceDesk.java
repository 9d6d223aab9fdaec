package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.committee.Committee;
import io.github.xinyi.governance.committee.CommitteeClauses;
import io.github.xinyi.governance.committee.CommitteeEvent;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.conference.ConferenceEvent;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.Party;
import io.github.xinyi.governance.conference.PublicSitting;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.PublicProcedure;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.answer.CommitteeList;
import io.github.xinyi.rest.answer.ConferencePage;
import io.github.xinyi.rest.answer.ProcedurePage;
import io.github.xinyi.rest.disclosure.ListWindow;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Version;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of how a community is governed, by the public views of the domain: no
 * person, and no text that people wrote. Thread-safe if its stores are.
 *
 * <p>Source: Personal Information Protection Law arts. 6 and 25 for what is left out.
 *
 * @since 0.1.0
 */
public final class GovernanceDesk {

    /** Of committees, and of conferences, each with thousands of sittings. */
    private static final int MOST_STREAMS = 100;

    private final DeskDirectory desks;
    private final InstantSource clock;

    /**
     * The records of these communities.
     *
     * @param desks what the host offers
     * @param clock the day on which a committee stands so
     */
    public GovernanceDesk(DeskDirectory desks, InstantSource clock) {
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * The bodies that act for the owners.
     *
     * @param community its id
     * @return the first hundred; none where none was ever recorded
     */
    public Reply<CommitteeList> committees(String community) {
        return in(community, this::committees);
    }

    private Reply<CommitteeList> committees(CommunityId community, GovernanceOffice office) {
        LocalDate today = clock.instant().atZone(Meeting.ZONE).toLocalDate();
        List<Committee> bodies =
                histories(community, office, RecordKind.COMMITTEE, CommitteeEvent.class)
                        .map(history -> committee(history, office.law()))
                        .toList();
        CommitteeList list =
                new CommitteeList(
                        today.toString(),
                        bodies.stream()
                                .map(body -> body.presence(today).state())
                                .anyMatch(Presence.State.IN_OFFICE::equals),
                        bodies.stream().map(body -> item(body, today)).toList());
        return Reply.of(Version.of(list), () -> list);
    }

    private static Committee committee(
            List<CommitteeEvent> history, BiFunction<Kind, LocalDate, CommitteeClauses> law) {
        Kind kind =
                history.get(0) instanceof CommitteeEvent.ManagementCommitteeFormed
                        ? Kind.PROPERTY_MANAGEMENT_COMMITTEE
                        : Kind.OWNERS_COMMITTEE;
        return Committee.from(history, day -> law.apply(kind, day));
    }

    private static CommitteeList.Item item(Committee body, LocalDate today) {
        LocalDate end = body.body().term().endExclusive();
        return new CommitteeList.Item(
                body.kind().name(),
                body.presence(today).state().name(),
                body.body().term().startInclusive().toString(),
                end.equals(LocalDate.MAX) ? null : end.minusDays(1).toString(),
                body.fullNumber(),
                body.members().size(),
                body.alternates().size(),
                !body.officers().isEmpty(),
                Math.max(0, body.officers().size() - 1));
    }

    /**
     * The procedures, in the order in which they were opened.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the beginning
     * @param limit 1 to 200
     * @return a page
     */
    public Reply<ProcedurePage> procedures(
            String community, @Nullable String cursor, @Nullable String limit) {
        return ListWindow.of(
                cursor,
                limit,
                window -> in(community, (id, office) -> procedures(id, office, window)));
    }

    private static Reply<ProcedurePage> procedures(
            CommunityId community, GovernanceOffice office, ListWindow window) {
        return window.in(
                (offset, most) ->
                        office.events()
                                .streams(
                                        community,
                                        kind(RecordKind.PROCEDURE),
                                        new Page(offset, most)),
                StreamName::id,
                part -> {
                    ProcedurePage page =
                            new ProcedurePage(
                                    part.entries().stream()
                                            .map(stream -> procedure(office, stream))
                                            .toList(),
                                    part.next());
                    return Reply.of(Version.of(page), () -> page);
                });
    }

    private static ProcedurePage.Item procedure(GovernanceOffice office, StreamName stream) {
        return item(
                Procedure.from(office.events().history(stream, ProcedureEvent.class)).publicView());
    }

    private static ProcedurePage.Item item(PublicProcedure seen) {
        return new ProcedurePage.Item(
                seen.matter().name(),
                seen.status().name(),
                seen.stages(),
                days(seen.taken()),
                days(seen.onDisplay()),
                seen.objections(),
                seen.answered(),
                seen.duties().stream().map(Enum::name).toList());
    }

    private static SortedMap<String, String> days(Map<String, LocalDate> days) {
        SortedMap<String, String> texts = new TreeMap<>();
        days.forEach((stage, day) -> texts.put(stage, day.toString()));
        return texts;
    }

    /**
     * The conferences, by day.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the beginning
     * @param limit 1 to 200
     * @return a page
     */
    public Reply<ConferencePage> conferences(
            String community, @Nullable String cursor, @Nullable String limit) {
        return ListWindow.of(
                cursor,
                limit,
                window -> in(community, (id, office) -> conferences(id, office, window)));
    }

    private static Reply<ConferencePage> conferences(
            CommunityId community, GovernanceOffice office, ListWindow window) {
        List<PublicSitting> sittings =
                histories(community, office, RecordKind.CONFERENCE, ConferenceEvent.class)
                        .flatMap(history -> Conferences.from(history).sittings().values().stream())
                        .map(Sitting::publicView)
                        .sorted(
                                Comparator.comparing(PublicSitting::heldOn)
                                        .thenComparing(PublicSitting::meeting))
                        .toList();
        return window.in(
                sittings,
                sitting -> sitting.meeting().value(),
                part -> {
                    ConferencePage page =
                            new ConferencePage(
                                    part.entries().stream().map(GovernanceDesk::item).toList(),
                                    part.next());
                    return Reply.of(Version.of(page), () -> page);
                });
    }

    private static ConferencePage.Item item(PublicSitting seen) {
        return new ConferencePage.Item(
                seen.meeting().value(),
                seen.heldOn().toString(),
                seen.stage().name(),
                seen.present().stream().map(Party::value).toList(),
                seen.agendaItems(),
                seen.declaredItems(),
                seen.decisions());
    }

    private static <E extends DomainEvent> Stream<List<E>> histories(
            CommunityId community, GovernanceOffice office, RecordKind kind, Class<E> root) {
        return office.events().streams(community, kind(kind), new Page(0, MOST_STREAMS)).stream()
                .map(stream -> office.events().history(stream, root));
    }

    /** The kind of stream, as the domain names it. */
    private static String kind(RecordKind kind) {
        return kind.stream(CommunityId.of("any"), "any").kind();
    }

    private <T> Reply<T> in(
            String community, BiFunction<CommunityId, GovernanceOffice, Reply<T>> reply) {
        Optional<CommunityDesk> desk = Fields.communityId(community).flatMap(desks::find);
        return desk.flatMap(CommunityDesk::governance)
                .map(office -> reply.apply(desk.orElseThrow().id(), office))
                .orElseGet(Reply::missing);
    }
}
