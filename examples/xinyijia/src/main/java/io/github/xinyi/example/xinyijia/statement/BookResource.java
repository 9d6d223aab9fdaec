package io.github.xinyi.example.xinyijia.statement;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.disclosure.Communities;
import io.github.xinyi.rest.disclosure.RecordDisclosure;
import io.github.xinyi.rest.disclosure.RecordDisclosure.Following;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a reader takes away to check elsewhere: the whole public book under its latest checkpoint,
 * and a page that checks it without this server. Thread-safe.
 */
@Path("/download")
public final class BookResource {

    /** Names the form of the book: a first line that tells, then one record a line. */
    static final String FORMAT = "xinyi-book/1";

    private static final ObjectWriter JSON =
            JsonMapper.builder().build().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final CommunityDirectory directory;
    private final RecordDisclosure records;

    /**
     * The books of communities.
     *
     * @param directory the communities
     */
    public BookResource(CommunityDirectory directory) {
        this.directory = directory;
        this.records = new RecordDisclosure(new Communities(directory));
    }

    /**
     * The public book: households' entries as commitments, everything else as it is.
     *
     * @param community its id
     * @return lines of JSON in UTF-8: the checkpoint with its key, then every record that it covers
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{community: [A-Za-z0-9._-]{1,64}}-book.ndjson")
    public Response book(@PathParam("community") String community) {
        PublishedCommunity found =
                directory.find(CommunityId.of(community)).orElseThrow(NotFoundException::new);
        PublishedCheckpoint checkpoint =
                found.checkpoints().latest(found.id()).orElseThrow(NotFoundException::new);
        String first =
                Answers.object()
                        .put("format", FORMAT)
                        .put("community", community)
                        .put("name", found.name())
                        .put("size", checkpoint.head().size())
                        .put("publishedAt", Leaf.timestamp(checkpoint.publishedAt()))
                        .put("checkpoint", checkpoint.note())
                        .put("verifierKey", found.log().verifierKey())
                        .toString();
        StreamingOutput lines =
                out -> {
                    line(out, first);
                    write(following(community), checkpoint.head().size(), out);
                };
        return file(lines, "application/x-ndjson", community + "-book.ndjson");
    }

    /** The community is known here, and nothing is asked that could be refused. */
    private Following following(String community) {
        Reply.Cases<Optional<Following>> none =
                new Reply.Cases<>(Optional::empty, ruling -> Optional.empty(), Optional::empty);
        return records.follow(community, null, Language.ZH_CN)
                .fold(found -> Optional.of(found.body().get()), none)
                .orElseThrow(NotFoundException::new);
    }

    private static void write(Following book, long size, OutputStream out) throws IOException {
        long next = 0;
        while (next < size) {
            List<DisclosedRecord> some = book.from().apply(next);
            for (DisclosedRecord record : some) {
                if (next < size) {
                    JSON.writeValue(out, record);
                    out.write('\n');
                    next++;
                }
            }
            if (some.isEmpty()) {
                throw new IllegalStateException("the log ends at " + next + ", not at " + size);
            }
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The page that checks a book: one file with its scripts inside, which may load nothing and
     * send nothing, wherever it is opened.
     *
     * @return the file
     * @throws IOException if it cannot be read
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("xinyi-verifier.html")
    public Response verifier() throws IOException {
        String page = text("offline.html");
        for (String script : List.of("proof.js", "book.js", "texts.js", "offline.js")) {
            page =
                    page.replace(
                            "<script src=\"" + script + "\"></script>",
                            "<script>\n" + plain(text(script)) + "</script>");
        }
        return file(page, "text/html; charset=utf-8", "xinyi-verifier.html");
    }

    /** The texts are a module of the pages; beside its other scripts this page has no modules. */
    private static String plain(String script) {
        return script.replace("\nexport const TEXTS", "\nconst TEXTS");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = BookResource.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new NotFoundException();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
