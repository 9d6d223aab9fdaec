package io.github.xinyi.example.xinyijia;

import io.github.xinyi.trust.export.StatementCsv;
import io.github.xinyi.trust.export.StatementXlsx;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementKind;
import io.github.xinyi.trust.statement.StatementView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final List<Statement> statements;

    ReportResource(YearClosing year) {
        statements = year.statements(StatementView.PUBLIC);
    }

    /**
     * A statement as comma-separated values.
     *
     * @param name for example {@code annual-report}
     * @return its lines
     */
    @GET
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
        return Response.ok(bytes)
                .type(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
