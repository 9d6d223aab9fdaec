package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.trust.export.StatementCsv;
import io.github.xinyi.trust.export.StatementXlsx;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementKind;
import io.github.xinyi.trust.statement.StatementView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The trustee's report on the closed year and its statements, as tables for everybody: what they
 * tell of households is what the batches have published.
 */
@Path("/reports")
public final class ReportResource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final List<Statement> statements;

    ReportResource(YearClosing year) {
        statements = year.statements(StatementView.PUBLIC);
    }

    /**
     * Which statements there are.
     *
     * @return the community, and each statement's name
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("community", statements.get(0).basis().community().value());
        ArrayNode all = answer.putArray("statements");
        statements.forEach(
                statement ->
                        all.addObject()
                                .put("name", nameOf(statement.kind()))
                                .put("nameZh", statement.kind().nameZh())
                                .put("nameEn", statement.kind().nameEn()));
        return json(answer);
    }

    /**
     * A statement for a page, amounts in fen.
     *
     * @param name for example {@code balance-sheet}
     * @return its period, lines and notes
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response lines(@PathParam("name") String name) {
        Statement statement = find(name);
        StatementBasis basis = statement.basis();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("nameZh", statement.kind().nameZh())
                .put("nameEn", statement.kind().nameEn())
                .put("from", basis.fromInclusive().toString())
                .put("to", basis.toInclusive().toString())
                .put("logSize", basis.logSize());
        ArrayNode lines = answer.putArray("lines");
        statement
                .lines()
                .forEach(
                        line ->
                                lines.addObject()
                                        .put("code", line.code())
                                        .put("nameZh", line.nameZh())
                                        .put("nameEn", line.nameEn())
                                        .put("amountMinor", line.amount().minor()));
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
        return json(answer);
    }

    private static Response json(ObjectNode answer) {
        return Response.ok(answer.toString()).header("Cache-Control", "no-cache").build();
    }

    /**
     * A statement as comma-separated values.
     *
     * @param name for example {@code annual-report}
     * @return its lines
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.csv")
    public Response csv(@PathParam("name") String name) {
        StringBuilder lines = new StringBuilder();
        new StatementCsv(StatementCsv.ByteOrderMark.WRITTEN).writeLines(find(name), lines);
        return table(lines.toString().getBytes(StandardCharsets.UTF_8), "text/csv; charset=utf-8");
    }

    /**
     * A statement as a workbook.
     *
     * @param name for example {@code balance-sheet}
     * @return its lines and the records behind them
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z-]+}.xlsx")
    public Response workbook(@PathParam("name") String name) {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        StatementXlsx.write(find(name), workbook);
        return table(workbook.toByteArray(), XLSX);
    }

    private Statement find(String name) {
        return statements.stream()
                .filter(statement -> nameOf(statement.kind()).equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String nameOf(StatementKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Response table(byte[] bytes, String type) {
        return Response.ok(bytes).type(type).header("Cache-Control", "no-cache").build();
    }
}
