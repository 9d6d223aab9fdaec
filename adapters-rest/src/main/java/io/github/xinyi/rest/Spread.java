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
            case Forms.CSV ->
                    Forms.file(
                            json,
                            Forms.text(out -> TableCsv.write(all.get(0), out)),
                            form,
                            name + ".csv");
            case Forms.XLSX ->
                    Forms.file(
                            json,
                            Forms.bytes(out -> TableXlsx.write(all, out)),
                            form,
                            name + ".xlsx");
            case MediaType.TEXT_PLAIN ->
                    Forms.file(
                            json,
                            Forms.text(out -> TableText.write(all, out)),
                            form,
                            name + ".txt");
            default -> throw new IllegalArgumentException("no form of a table: " + form);
        };
    }
}
