package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.StatementDisclosure;
import io.github.xinyi.trust.export.StatementCsv;
import io.github.xinyi.trust.export.StatementText;
import io.github.xinyi.trust.export.StatementXlsx;
import io.github.xinyi.trust.statement.Statement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a community, as tables that programs open too. Made by {@link XinyiRest};
 * thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}/statements")
public final class StatementResource {

    private static final StatementCsv CSV = new StatementCsv(StatementCsv.ByteOrderMark.NONE);

    private final StatementDisclosure statements;

    StatementResource(StatementDisclosure statements) {
        this.statements = statements;
    }

    /**
     * Which statements there are.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the name of each
     */
    @GET
    @Performs(Operation.LIST_STATEMENTS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> statements.list(community, language));
    }

    /**
     * One statement, in the format that is asked for: lines as JSON, comma-separated values or
     * plain text, or a workbook with the records behind each line.
     *
     * @param community its id
     * @param statement which, for example {@code balance-sheet}
     * @param period a year such as {@code 2025}, or a month such as {@code 2025-06}; the yearly
     *     report is of a year that is closed
     * @param at as it was known at a moment of RFC 3339, now if absent
     * @param headers of the request
     * @param request the request
     * @return the statement
     */
    @GET
    @Performs(Operation.READ_STATEMENT)
    @Path("{statement}")
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response one(
            @PathParam("community") String community,
            @PathParam("statement") String statement,
            @QueryParam("period") @Nullable String period,
            @QueryParam("at") @Nullable String at,
            @Context HttpHeaders headers,
            @Context Request request) {
        String form = Forms.ofTable(headers, request);
        Exchange exchange = new Exchange(headers, request);
        return exchange.answer(
                language ->
                        statements.one(
                                community,
                                new StatementDisclosure.Query(statement, period, at, form),
                                language),
                found -> written(found, form, exchange.language(), statement + "-" + period));
    }

    private static ResponseBuilder written(
            Statement statement, String form, Language language, String name) {
        return switch (form) {
            case Forms.CSV ->
                    Forms.file(
                            Forms.text(out -> CSV.writeLines(statement, out)), form, name + ".csv");
            case Forms.XLSX ->
                    Forms.file(
                            Forms.bytes(out -> StatementXlsx.write(statement, out)),
                            form,
                            name + ".xlsx");
            case MediaType.TEXT_PLAIN ->
                    Forms.file(
                            Forms.text(out -> StatementText.write(statement, out)),
                            form,
                            name + ".txt");
            default ->
                    Response.ok(
                            StatementDisclosure.lines(statement, language),
                            MediaType.APPLICATION_JSON_TYPE);
        };
    }
}
