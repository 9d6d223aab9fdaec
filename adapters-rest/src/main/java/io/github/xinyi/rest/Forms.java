package io.github.xinyi.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The media types in which one thing is told, of which the caller takes one. */
final class Forms {

    /** Comma-separated values. */
    static final String CSV = "text/csv";

    /** A workbook. */
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Forms() {}

    /** The type in which the caller likes a table best: JSON if he takes any. */
    static String ofTable(HttpHeaders headers, Request request) {
        return chosen(
                headers, request, MediaType.APPLICATION_JSON, CSV, XLSX, MediaType.TEXT_PLAIN);
    }

    /**
     * The type that the caller likes best; the first one if he takes any.
     *
     * @throws NotAcceptableException if he takes none
     */
    static String chosen(HttpHeaders headers, Request request, String... types) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        MediaType[] offered =
                Arrays.stream(types)
                        .map(MediaType::valueOf)
                        .filter(type -> !isExcluded(type, accepted))
                        .toArray(MediaType[]::new);
        Variant chosen =
                offered.length == 0
                        ? null
                        : request.selectVariant(Variant.mediaTypes(offered).build());
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return chosen.getMediaType().toString();
    }

    /**
     * Whether the closest of the ranges that a type is in has a weight of nothing (RFC 9110,
     * 12.5.1): Jersey 3.1.11 would take such a type for another range's sake.
     */
    private static boolean isExcluded(MediaType type, List<MediaType> accepted) {
        return accepted.stream()
                .filter(type::isCompatible)
                .max(Comparator.comparingInt(Forms::closeness))
                .map(range -> range.getParameters().getOrDefault("q", "1"))
                .filter(weight -> weight.matches("0([.]0{0,3})?"))
                .isPresent();
    }

    private static int closeness(MediaType range) {
        return (range.isWildcardType() ? 0 : 1) + (range.isWildcardSubtype() ? 0 : 1);
    }

    /** A file under a name of letters, digits, hyphens and dots. */
    static ResponseBuilder file(byte[] bytes, String type, String name) {
        return file(Response.ok(), bytes, type, name);
    }

    /** The same with the headers of a response. Texts are in UTF-8, and say so. */
    static ResponseBuilder file(ResponseBuilder response, byte[] bytes, String type, String name) {
        return response.entity(bytes)
                .type(type.startsWith("text/") ? type + ";charset=utf-8" : type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }

    /** What a writer of texts writes, in UTF-8. */
    static byte[] text(Consumer<Appendable> writer) {
        StringBuilder text = new StringBuilder();
        writer.accept(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a writer of bytes writes. */
    static byte[] bytes(Consumer<OutputStream> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.accept(bytes);
        return bytes.toByteArray();
    }
}
