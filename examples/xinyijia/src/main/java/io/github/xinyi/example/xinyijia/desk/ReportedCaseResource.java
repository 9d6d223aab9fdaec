package io.github.xinyi.example.xinyijia.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Account;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.rest.desk.CaseOffice;
import io.github.xinyi.trust.book.Leaf;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an owner reports of the own home and house, and the list of it. How a case is led on and
 * followed is the library's own: {@code /api/communities/chunhuili/cases}. Thread-safe.
 */
@Path("/household/{community: chunhuili}/cases")
public final class ReportedCaseResource {

    /** Under which grade it is received; who receives it may not change that here. */
    private static final String GRADE = "一般";

    private static final int MOST_BYTES = 20_000;

    /** So many of the community's latest cases are looked through for the own ones. */
    private static final int MOST_CASES = Page.MAX_LIMIT;

    private final DeskCommunity community;

    /**
     * The cases of a community's owners.
     *
     * @param community the community
     */
    public ReportedCaseResource(DeskCommunity community) {
        this.community = community;
    }

    /**
     * The own cases.
     *
     * @param request the request
     * @return number, category, stage and when it was reported, the latest first
     */
    @GET
    @Needs(Permission.READ_OWN_CASES)
    public Response mine(@Context ContainerRequestContext request) {
        Account account = Gate.mustBeSession(request).account();
        CaseOffice office = community.cases();
        List<Reported> mine = new ArrayList<>();
        for (StreamName stream :
                office.events()
                        .streams(account.community(), CaseOffice.STREAM, new Page(0, MOST_CASES))) {
            Reported one = Reported.of(office.events().history(stream, CaseEvent.class));
            if (one.found().reporter().equals(account.person())) {
                mine.add(one);
            }
        }
        mine.sort((a, b) -> b.found().occurredAt().compareTo(a.found().occurredAt()));
        ObjectNode answer = Answers.object();
        ArrayNode cases = answer.putArray("cases");
        mine.forEach(one -> one.write(cases.addObject()));
        return Answers.personal(answer).build();
    }

    /** How a case began and how far it is. */
    private record Reported(CaseFound found, GridCase state) {

        static Reported of(List<CaseEvent> history) {
            return new Reported((CaseFound) history.get(0), GridCase.from(history));
        }

        void write(ObjectNode json) {
            json.put("id", state.id().value())
                    .put("category", found.category().name())
                    .put("text", found.text())
                    .put("stage", state.stage().name())
                    .put("reportedAt", Leaf.timestamp(found.occurredAt()));
        }
    }

    /**
     * Reports something; the grid officer receives it in the same step.
     *
     * @param request the request
     * @param body id, category and text of at most 4,000 characters
     * @return its number and stage, again for the same report; 422 with every rule in the way
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REPORT_CASE)
    public Response report(@Context ContainerRequestContext request, InputStream body) {
        Account account = Gate.mustBeSession(request).account();
        JsonNode json = Answers.read(body, MOST_BYTES);
        Instant now = community.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        CaseFound found = found(json, account, now);
        CaseOffice office = community.cases();
        StreamName stream =
                new StreamName(account.community(), CaseOffice.STREAM, found.caseId().value());
        List<CaseEvent> known = office.events().history(stream, CaseEvent.class);
        if (!known.isEmpty() && isSame((CaseFound) known.get(0), found)) {
            return Answers.personal(told(GridCase.from(known))).build();
        }
        return GridCase.find(found)
                .then(
                        first ->
                                GridCase.from(List.of(first))
                                        .report(Founding.GRID_OFFICER, office.limits(), GRADE, now))
                .then(reported -> append(office, stream, List.<CaseEvent>of(found, reported)))
                .fold(
                        reported -> Answers.personal(told(reported)).build(),
                        ruling ->
                                Answers.refused(
                                        ruling,
                                        request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Both events or none: what is found is received, so that it never waits unheard. */
    private static Outcome<GridCase> append(
            CaseOffice office, StreamName stream, List<CaseEvent> events) {
        CommandId command = CommandId.of("report-" + stream.id());
        return office.events()
                .append(new Append(stream, command, 0, List.<DomainEvent>copyOf(events)))
                .then(stored -> Outcome.accepted(GridCase.from(events)));
    }

    private static boolean isSame(CaseFound before, CaseFound now) {
        return before.reporter().equals(now.reporter())
                && before.category() == now.category()
                && before.text().equals(now.text());
    }

    private static ObjectNode told(GridCase one) {
        return Answers.object().put("id", one.id().value()).put("stage", one.stage().name());
    }

    private static CaseFound found(JsonNode json, Account account, Instant now) {
        try {
            UnitId home = UnitId.of(account.unit());
            String building =
                    Founding.homes().stream()
                            .filter(unit -> unit.id().equals(home))
                            .map(Unit::building)
                            .findFirst()
                            .orElseThrow(Answers::malformed);
            return new CaseFound(
                    account.community(),
                    CaseId.of(Answers.text(json, "id", 48)),
                    CaseCategory.valueOf(Answers.text(json, "category", 32)),
                    new CasePlace(building, new TreeSet<>(Set.of(home))),
                    account.person(),
                    account.person(),
                    Answers.text(json, "text", GridCase.MAX_TEXT),
                    now);
        } catch (IllegalArgumentException e) {
            throw Answers.malformed();
        }
    }
}
