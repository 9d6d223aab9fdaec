package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** Events as CloudEvents 1.0, in the JSON form of its specification. */
final class CloudEventText {

    private static final String TYPE = "io.github.xinyi.";

    private CloudEventText() {}

    /** Tells of a record; of a household's entry no more than the public log shows. */
    static String of(LogRecord record) {
        Members data = new Members().add("index", record.index());
        String kind =
                record.fold(
                        entry -> describe(entry.entry().draft(), data),
                        batch -> {
                            data.add("kind", batch.batch().kind().name());
                            data.add("units", batch.batch().unitCount());
                            return "batch";
                        },
                        close -> {
                            data.add("through", close.close().through().toString());
                            return "period-close";
                        },
                        account -> {
                            data.add("account", account.change().account().code().value());
                            data.add("change", account.change().kind().name());
                            data.add("from", account.change().from().toString());
                            return "account-change";
                        },
                        erasure -> {
                            data.add("entry", erasure.erasure().entryIndex());
                            data.add("ground", erasure.erasure().ground().name());
                            data.add("day", erasure.erasure().day().toString());
                            return "erasure";
                        });
        data.add("leaf", record.leaf().toHex());
        return envelope(
                        record.book(),
                        OutgoingEvent.Stream.BOOK,
                        record.index(),
                        TYPE + "book." + kind,
                        record.recordedAt())
                .add("datacontenttype", "application/json")
                .addRaw("data", data.text())
                .text();
    }

    private static String describe(EntryDraft draft, Members data) {
        data.add("kind", draft.kind().name());
        draft.visibility()
                .fold(
                        () ->
                                data.add("visibility", "OPEN")
                                        .add("entry", draft.id().value())
                                        .add("effectiveDate", draft.effectiveDate().toString()),
                        unit -> data.add("visibility", "HOUSEHOLD"));
        return "entry";
    }

    /** Carries an event as the text that its codec wrote. */
    static String of(CommunityId community, long sequence, Instant occurredAt, String text) {
        String name = text.substring(text.indexOf(' ') + 1, text.indexOf('{'));
        return envelope(
                        community,
                        OutgoingEvent.Stream.EVENT,
                        sequence,
                        TYPE + "event." + name.substring(0, name.indexOf('/')),
                        occurredAt)
                .add("datacontenttype", "text/plain; charset=utf-8")
                .add("data", text)
                .text();
    }

    private static Members envelope(
            CommunityId community,
            OutgoingEvent.Stream stream,
            long sequence,
            String type,
            Instant time) {
        String segment = URLEncoder.encode(community.value(), StandardCharsets.UTF_8);
        return new Members()
                .add("specversion", "1.0")
                .add("id", stream.word() + "/" + sequence)
                .add("source", "/communities/" + segment.replace("+", "%20"))
                .add("type", type)
                .add("time", time.toString())
                // The extension by which receivers compare places as text.
                .add("sequence", String.format(Locale.ROOT, "%019d", sequence));
    }

    /** Members of a JSON object, in the order in which they are added. */
    private static final class Members {
        private final StringBuilder text = new StringBuilder();

        Members add(String name, String value) {
            return addRaw(name, quoted(value));
        }

        Members add(String name, long value) {
            return addRaw(name, Long.toString(value));
        }

        Members addRaw(String name, String json) {
            text.append(text.isEmpty() ? "" : ",").append(quoted(name)).append(':').append(json);
            return this;
        }

        String text() {
            return "{" + text + "}";
        }

        private static String quoted(String value) {
            StringBuilder quoted = new StringBuilder("\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append(c);
                } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        }
    }
}
