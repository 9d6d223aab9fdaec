package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.publication.DisclosureItem;
import io.github.xinyi.trust.publication.DisclosureReport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** The notice board of a community, for everybody. Thread-safe. */
@Path("/notices")
public final class NoticeResource {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommunityDirectory directory;

    NoticeResource(CommunityDirectory directory) {
        this.directory = directory;
    }

    /**
     * Announcements with their periods, and every duty of disclosure with its term.
     *
     * @param community its id
     * @return announcements, the latest first; duties, the one due latest first
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{community: [A-Za-z0-9._-]{1,64}}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response notices(@PathParam("community") String community) {
        NoticeBoard board =
                directory
                        .find(CommunityId.of(community))
                        .map(NoticeBoard::new)
                        .orElseThrow(NotFoundException::new);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode announcements = answer.putArray("announcements");
        for (NoticeBoard.Announcement one : board.announcements()) {
            announcements
                    .addObject()
                    .put("meeting", one.meeting())
                    .put("title", one.title())
                    .put("from", one.from().toString())
                    .put("until", one.until().toString())
                    .put("days", one.days());
        }
        ArrayNode duties = answer.putArray("duties");
        board.report()
                .ifPresent(
                        report -> {
                            answer.put("asOf", Leaf.timestamp(report.asOf()));
                            for (int i = report.lines().size() - 1; i >= 0; i--) {
                                add(duties.addObject(), report.lines().get(i));
                            }
                        });
        return Response.ok(answer.toString()).header("Cache-Control", "no-cache").build();
    }

    private static void add(ObjectNode duty, DisclosureReport.Line line) {
        DisclosureItem item = line.item();
        duty.put("item", item.code())
                .put("nameZh", item.nameZh())
                .put("nameEn", item.nameEn())
                .put("subject", line.subject())
                .put("due", Leaf.timestamp(line.due()))
                .put("status", line.status().name())
                .put("source", item.source())
                .put("standing", item.standing().name());
        if (!line.publishedAt().equals(Instant.MAX)) {
            duty.put("publishedAt", Leaf.timestamp(line.publishedAt()));
        }
    }
}
