package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The kinds of records that are entered in a docket: the rows that each consists of, and the
 * columns of them that are hashed. What is entered is never read by other columns: a column more is
 * a kind more.
 */
enum DocketKind {
    /** A checkpoint that was published. */
    CHECKPOINT(
            key("checkpoint_number:n"),
            part("checkpoint", "checkpoint_number, log_size, root, published_at, note")),
    /** The terms of a contract, with its keys. */
    CONTRACT(
            key("contract_id"),
            part(
                    "contract",
                    "contract_id, trustee, ratio_numerator, ratio_denominator, base, start_date,"
                            + " end_date, approval_valid_days, batch_min_units"),
            part(
                    "contract_key",
                    "contract_id, line_number, credential_id, holder, side, public_key,"
                            + " valid_from_second, valid_from_nano, valid_until_second,"
                            + " valid_until_nano")),
    /** A budget as drafted. */
    BUDGET(
            key("budget_year:n"),
            part("budget", "budget_year"),
            part(
                    "budget_line",
                    "budget_year, line_number, line_code, line_name, fund_class, amount,"
                            + " currency")),
    /** What is to be paid, to whom, on which papers. */
    PAYMENT(
            key("order_id"),
            part(
                    "disbursement",
                    "order_id, kind, payee, amount, currency, purpose, budget_line, initiator,"
                            + " policy, expires_second, expires_nano, payee_name, report,"
                            + " requested_second, requested_nano"),
            part(
                    "voucher",
                    "order_id, line_number, voucher_number, kind, voucher_date, amount, currency,"
                            + " sha256")),
    /** The name of the payee that the order of a payment names, which both keys sign. */
    PAYEE(key("order_id"), part("disbursement_payee", "order_id, payee_name")),
    /** Where a payment stands; entered again whenever it goes on, and the last one counts. */
    PAYMENT_COURSE(
            key("order_id"),
            part("disbursement", "order_id, status, approvals"),
            part(
                    "approval",
                    "order_id, line_number, credential_id, signature, signed_second, signed_nano"),
            part(
                    "disbursement_step",
                    "order_id, line_number, status, at_second, at_nano, paper_type, paper_id")),
    /** A frozen roster. */
    ROSTER(
            key("record_date:d"),
            part("roster", "record_date, developer, digest"),
            part("roster_unit", "record_date, unit_id, building, unit_use, status, title"),
            part("roster_area", "record_date, unit_id, evidence, area"),
            part(
                    "roster_owner",
                    "record_date, unit_id, person_id, share_numerator, share_denominator"),
            part("roster_underwriting", "record_date, unit_id, person_id"),
            part("roster_guardianship", "record_date, ward, guardian, start_day, end_day"),
            part("roster_deceased", "record_date, person_id")),
    /** A meeting as it was called. */
    MEETING(
            key("meeting_id"),
            part(
                    "meeting",
                    "meeting_id, roster_date, notice_date, opens_second, opens_nano,"
                            + " closes_second, closes_nano"),
            part("motion", "meeting_id, line_number, motion_id, matter, title"),
            part("motion_document", "meeting_id, motion_id, line_number, sha256")),
    /** A ballot as it came in. */
    BALLOT(
            key("meeting_id, ballot_id"),
            part(
                    "ballot",
                    "meeting_id, ballot_id, unit_id, voter, channel, received_second,"
                            + " received_nano, signature, mandate, mandate_person"),
            part("ballot_authority", "meeting_id, ballot_id, valid_from, valid_through"),
            part("ballot_opinion", "meeting_id, ballot_id, motion_id, choice"),
            part("ballot_choice", "meeting_id, ballot_id, motion_id, choice")),
    /** A mandate taken back. */
    WITHDRAWAL(
            key("meeting_id, principal, proxy, at_second:n, at_nano:n"),
            part("withdrawal", "meeting_id, principal, proxy, at_second, at_nano")),
    /** A voting paper handed over. */
    DELIVERY(
            key("meeting_id, unit_id, channel, proof"),
            part("delivery", "meeting_id, unit_id, channel, proof")),
    /** A unit that asked for paper. */
    PAPER_REQUEST(key("meeting_id, unit_id"), part("paper_request", "meeting_id, unit_id")),
    /** The result of a meeting, and the rules it was counted by. */
    MEETING_RESULT(
            key("meeting_id"),
            part("meeting_result", "meeting_id, canonical_text"),
            part("meeting_bylaws", "meeting_id, canonical_text")),
    /** Figures of funds of a day. */
    FUND_FIGURES(
            key("figures_on:d"),
            part("fund_day", "figures_on, currency"),
            part("fund_figure", "figures_on, figure_name, amount")),
    /** An event. */
    EVENT(
            key("log_sequence:n"),
            part(
                    "event",
                    "log_sequence, stream_kind, stream_id, stream_version, command_id, body")),
    /** That all records without an item were taken in as they stood. */
    ADOPTION(key("adopted_on:d"), part("docket_adoption", "adopted_on, record_count, digest"));

    private final List<KeyColumn> key;
    private final List<Part> parts;

    DocketKind(List<KeyColumn> key, Part... parts) {
        this.key = key;
        this.parts = List.of(parts);
    }

    /** A column by which the rows of a record are found. */
    private record KeyColumn(String name, char type) {
        Query bind(Query query, String value) throws SQLException {
            try {
                return switch (type) {
                    case 'n' -> query.with(Long.parseLong(value));
                    case 'd' -> query.with(LocalDate.parse(value));
                    default -> query.with(value);
                };
            } catch (NumberFormatException | DateTimeException e) {
                throw new SQLDataException("no key of a record: " + value, e);
            }
        }
    }

    /** Rows of one table. */
    record Part(String table, List<String> columns) {

        /** The columns with the table, as faults name them, in the braces of templates. */
        Stream<String> names() {
            return columns.stream().map(column -> "{" + table + "}." + column);
        }
    }

    private static List<KeyColumn> key(String columns) {
        return Stream.of(columns.split(", "))
                .map(
                        column ->
                                column.contains(":")
                                        ? new KeyColumn(
                                                column.substring(0, column.length() - 2),
                                                column.charAt(column.length() - 1))
                                        : new KeyColumn(column, 't'))
                .toList();
    }

    private static Part part(String table, String columns) {
        return new Part(table, List.of(columns.split(", ")));
    }

    /** The tables of it; every record has exactly one row in the first. */
    List<Part> parts() {
        return parts;
    }

    Part first() {
        return parts.get(0);
    }

    /** The keys of all records of this kind that stand in its first table. */
    List<List<String>> keys(Statements sql, CommunityId community) throws SQLException {
        int width = key.size();
        return sql.query(
                        "SELECT "
                                + String.join(", ", keyColumns())
                                + " FROM {"
                                + first().table()
                                + "} WHERE community = ?")
                .with(community)
                .list(
                        row -> {
                            List<String> values = new ArrayList<>();
                            for (int i = 0; i < width; i++) {
                                values.add(row.text());
                            }
                            return List.copyOf(values);
                        });
    }

    List<String> keyColumns() {
        return key.stream().map(KeyColumn::name).toList();
    }

    /** Whether a record of this kind is entered again when it goes on. */
    boolean goesOn() {
        return this == PAYMENT_COURSE;
    }

    /** A key as one text, each part after its length, for example {@code 5:M-012:V1}. */
    String text(List<String> values) {
        if (values.size() != key.size()) {
            throw new IllegalArgumentException(this + " has the key " + keyColumns());
        }
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(String.format(Locale.ROOT, "%d:", value.length())).append(value);
        }
        return text.toString();
    }

    /** The values of a key that was written as one text. */
    List<String> values(String text) throws SQLDataException {
        List<String> values = new ArrayList<>();
        int at = 0;
        try {
            while (at < text.length()) {
                int colon = text.indexOf(':', at);
                int end = colon + 1 + Integer.parseInt(text, at, colon, 10);
                values.add(text.substring(colon + 1, end));
                at = end;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new SQLDataException("no key of a record: " + text, e);
        }
        if (values.size() != key.size()) {
            throw new SQLDataException("no key of " + this + ": " + text);
        }
        return List.copyOf(values);
    }

    /** The rows of a record in one of its tables. */
    Query rows(Statements sql, Part part, CommunityId community, List<String> values)
            throws SQLException {
        StringBuilder template =
                new StringBuilder("SELECT ")
                        .append(String.join(", ", part.columns()))
                        .append(" FROM {")
                        .append(part.table())
                        .append("} WHERE community = ?");
        for (KeyColumn column : key) {
            template.append(" AND ").append(column.name()).append(" = ?");
        }
        Query query = sql.query(template.toString()).with(community);
        for (int i = 0; i < values.size(); i++) {
            key.get(i).bind(query, values.get(i));
        }
        return query;
    }
}
