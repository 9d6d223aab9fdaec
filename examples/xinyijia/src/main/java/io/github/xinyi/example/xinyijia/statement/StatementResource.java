package io.github.xinyi.example.xinyijia.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.export.StatementCsv;
import io.github.xinyi.trust.export.StatementXlsx;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementLine;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of each community, of the months {@code from} and {@code to} of the address
 * ({@code 2025-03}; all months if there are none), with the records behind each line, for
 * everybody. Thread-safe.
 */
@Path("/reports/{community: [A-Za-z0-9._-]{1,64}}")
public final class StatementResource {

    /** How many records of a line are told at once. */
    private static final int PAGE = 100;

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Map<CommunityId, StatementYear> years;

    /**
     * The statements of communities.
     *
     * @param years one a community
     */
    public StatementResource(List<StatementYear> years) {
        this.years =
                years.stream()
                        .collect(Collectors.toMap(StatementYear::community, Function.identity()));
    }

    /**
     * Which statements there are, and of which months.
     *
     * @param community its id
     * @return names, and the first and last month
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    public Response list(@PathParam("community") String community) {
        Months months = year(community).months();
        ObjectNode answer =
                Answers.object()
                        .put("first", months.first().toString())
                        .put("last", months.last().toString());
        ArrayNode all = answer.putArray("statements");
        for (StatementName name : StatementName.values()) {
            all.addObject()
                    .put("name", name.path())
                    .put("nameZh", name.nameZh())
                    .put("nameEn", name.nameEn());
        }
        return json(answer);
    }

    /**
     * A statement for a page, amounts in fen.
     *
     * @param community its id
     * @param name for example {@code fund-statement}
     * @param uri with the months
     * @param headers with the language of a refusal
     * @return its period, lines and notes; 422 with every rule in the way
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.json")
    public Response lines(
            @PathParam("community") String community,
            @PathParam("name") String name,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        StatementName wanted = find(name);
        StatementYear year = year(community);
        return answer(
                year.make(wanted, months(year, uri)),
                headers,
                statement -> json(written(wanted, statement)));
    }

    private static ObjectNode written(StatementName name, StatementYear.Made statement) {
        ObjectNode answer =
                Answers.object()
                        .put("nameZh", name.nameZh())
                        .put("nameEn", name.nameEn())
                        .put("file", name.isFile())
                        .put("from", statement.basis().fromInclusive().toString())
                        .put("to", statement.basis().toInclusive().toString())
                        .put("logSize", statement.basis().logSize());
        ArrayNode lines = answer.putArray("lines");
        for (StatementLine line : statement.lines()) {
            ObjectNode json =
                    lines.addObject()
                            .put("code", line.code())
                            .put("nameZh", line.nameZh())
                            .put("nameEn", line.nameEn())
                            .put("amountMinor", line.amount().minor())
                            .put("records", line.figure().parts().size());
            if (name == StatementName.ANNUAL_REPORT) {
                json.put("part", line.code().substring(0, line.code().indexOf('.')));
            }
            fundOf(line.code()).ifPresent(fund -> json.put("fund", fund.name()));
        }
        ArrayNode notes = answer.putArray("notes");
        statement
                .notes()
                .forEach(
                        note ->
                                notes.addObject()
                                        .put("code", note.code())
                                        .put("nameZh", note.nameZh())
                                        .put("nameEn", note.nameEn())
                                        .put("value", note.value()));
        return answer;
    }

    /** The class of money that a code names, for example in {@code SERVICE_FUND.income}. */
    private static Optional<FundClass> fundOf(String code) {
        return Stream.of(code.split("\\.", 3))
                .flatMap(part -> Stream.of(FundClass.values()).filter(f -> f.name().equals(part)))
                .findFirst();
    }

    /**
     * The records behind a line, in the order of the log.
     *
     * @param community its id
     * @param name of the statement
     * @param line the line's code
     * @param after the place after which to go on; from the start if absent
     * @param uri with the months
     * @param headers with the language of a refusal
     * @return at most 100, and after which place to go on if there are more
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}/records.json")
    public Response records(
            @PathParam("community") String community,
            @PathParam("name") String name,
            @QueryParam("line") @Nullable String line,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        StatementYear year = year(community);
        long start = after == null ? -1 : position(after);
        return answer(
                year.make(find(name), months(year, uri)),
                headers,
                statement ->
                        statement.lines().stream()
                                .filter(one -> one.code().equals(line))
                                .findFirst()
                                .map(one -> json(records(one.figure(), start)))
                                .orElseThrow(NotFoundException::new));
    }

    private static ObjectNode records(Figure figure, long after) {
        ObjectNode answer = Answers.object();
        ArrayNode records = answer.putArray("records");
        for (Figure.Part part : figure.parts()) {
            if (part.index() > after) {
                if (records.size() == PAGE) {
                    return answer.set("next", records.get(PAGE - 1).path("index").deepCopy());
                }
                records.addObject()
                        .put("index", part.index())
                        .put("record", part.record())
                        .put("amountMinor", part.amount().minor());
            }
        }
        return answer;
    }

    private static long position(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Answers.malformed();
        }
        return Long.parseLong(text);
    }

    /**
     * A statement as comma-separated values.
     *
     * @param community its id
     * @param name for example {@code annual-report}
     * @param uri with the months
     * @param headers with the language of a refusal
     * @return its lines
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.csv")
    public Response csv(
            @PathParam("community") String community,
            @PathParam("name") String name,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return file(
                community,
                name,
                uri,
                headers,
                statement -> {
                    StringBuilder lines = new StringBuilder();
                    new StatementCsv(StatementCsv.ByteOrderMark.WRITTEN)
                            .writeLines(statement, lines);
                    return table(
                            lines.toString().getBytes(StandardCharsets.UTF_8),
                            "text/csv; charset=utf-8");
                });
    }

    /**
     * A statement as a workbook.
     *
     * @param community its id
     * @param name for example {@code balance-sheet}
     * @param uri with the months
     * @param headers with the language of a refusal
     * @return its lines and the records behind them
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.xlsx")
    public Response workbook(
            @PathParam("community") String community,
            @PathParam("name") String name,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return file(
                community,
                name,
                uri,
                headers,
                statement -> {
                    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
                    StatementXlsx.write(statement, workbook);
                    return table(workbook.toByteArray(), XLSX);
                });
    }

    private Response file(
            String community,
            String name,
            UriInfo uri,
            HttpHeaders headers,
            Function<Statement, Response> writer) {
        StatementName wanted = find(name);
        if (!wanted.isFile()) {
            throw new NotFoundException();
        }
        StatementYear year = year(community);
        return answer(year.file(wanted, months(year, uri)), headers, writer);
    }

    private static <T> Response answer(
            Outcome<T> outcome, HttpHeaders headers, Function<T, Response> made) {
        return outcome.fold(
                made,
                ruling ->
                        Answers.refused(
                                ruling, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Response json(ObjectNode answer) {
        return table(answer.toString(), MediaType.APPLICATION_JSON);
    }

    private static Response table(Object content, String type) {
        return Response.ok(content).type(type).header("Cache-Control", "no-cache").build();
    }

    private StatementYear year(String community) {
        StatementYear year = years.get(CommunityId.of(community));
        if (year == null) {
            throw new NotFoundException();
        }
        return year;
    }

    private static StatementName find(String name) {
        return StatementName.find(name).orElseThrow(NotFoundException::new);
    }

    private static Months months(StatementYear year, UriInfo uri) {
        Months all = year.months();
        try {
            Months asked =
                    new Months(month(uri, "from", all.first()), month(uri, "to", all.last()));
            if (!all.contains(asked)) {
                throw Answers.malformed();
            }
            return asked;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Answers.malformed();
        }
    }

    private static YearMonth month(UriInfo uri, String name, YearMonth otherwise) {
        String given = uri.getQueryParameters().getFirst(name);
        return given == null ? otherwise : YearMonth.parse(given);
    }
}
