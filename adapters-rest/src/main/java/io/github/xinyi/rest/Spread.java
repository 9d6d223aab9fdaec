package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.disclosure.Tables;
import io.github.xinyi.trust.export.Table;
import io.github.xinyi.trust.export.TableCsv;
import io.github.xinyi.trust.export.TableText;
import io.github.xinyi.trust.export.TableXlsx;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An answer that is told as tables too: the first of them as comma-separated values, all of them as
 * a workbook or as plain text. Immutable.
 *
 * @param name of the file without its ending: letters, digits and hyphens
 * @param tables what is spread out of an answer, at least one
 * @param response the response as JSON, with every header that the other forms have too
 * @param cacheControl how long it may be kept
 */
record Spread<T>(
        String name,
        BiFunction<Tables, T, List<Table>> tables,
        Function<T, ResponseBuilder> response,
        String cacheControl) {

    /** Of what everybody may keep and asks for again each time. */
    static <T> Spread<T> of(String name, BiFunction<Tables, T, List<Table>> tables) {
        return new Spread<>(name, tables, Response::ok, Exchange.REVALIDATE);
    }

    /** The same with headers of its own, for example the link to a next page. */
    Spread<T> with(Function<T, ResponseBuilder> own) {
        return new Spread<>(name, tables, own, cacheControl);
    }

    /** The same, kept in no cache. */
    Spread<T> inNoCache() {
        return new Spread<>(name, tables, response, Exchange.PRIVATE);
    }

    /** The response in a form of {@link Forms#ofTable}. */
    ResponseBuilder written(T body, String form, Language language) {
        ResponseBuilder json = response.apply(body);
        if (form.equals(MediaType.APPLICATION_JSON)) {
            return json.type(form);
        }
        List<Table> all = tables.apply(Tables.in(language), body);
        return switch (form) {
            case Forms.CSV -> Forms.file(json, csv(all.get(0)), name + ".csv", form);
            case Forms.XLSX -> Forms.file(json, workbook(all), name + ".xlsx", form);
            case MediaType.TEXT_PLAIN -> Forms.file(json, text(all), name + ".txt", form);
            default -> throw new IllegalArgumentException("no form of a table: " + form);
        };
    }

    private static byte[] csv(Table table) {
        StringBuilder lines = new StringBuilder();
        TableCsv.write(table, lines);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(List<Table> tables) {
        StringBuilder lines = new StringBuilder();
        TableText.write(tables, lines);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableXlsx.write(tables, bytes);
        return bytes.toByteArray();
    }
}
