package io.github.xinyi.jdbc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the tables, under a prefix; thread-safe. */
final class Schema {

    static final String DEFAULT_PREFIX = "xy_";

    /** Tables whose rows are neither changed nor deleted. */
    private static final List<String> APPEND_ONLY =
            List.of(
                    "entry",
                    "posting",
                    "batch",
                    "batch_total",
                    "node",
                    "period_close",
                    "account_change",
                    "erasure",
                    "checkpoint",
                    "contract",
                    "contract_key",
                    "budget",
                    "budget_line",
                    "voucher",
                    "approval",
                    "roster",
                    "roster_unit",
                    "roster_area",
                    "roster_owner",
                    "roster_underwriting",
                    "roster_guardianship",
                    "roster_deceased",
                    "meeting",
                    "motion",
                    "motion_document",
                    "ballot",
                    "ballot_authority",
                    "ballot_opinion",
                    "ballot_choice",
                    "meeting_result",
                    "meeting_bylaws",
                    "withdrawal",
                    "delivery",
                    "paper_request",
                    "event_log",
                    "event",
                    "fund_day",
                    "fund_figure",
                    "disbursement_step",
                    "disbursement_gate",
                    "disbursement_payee",
                    "docket_item",
                    "docket_adoption");

    /** Tables whose rows are changed by the stores, and not deleted. */
    private static final List<String> NEVER_DELETED =
            List.of("book", "disbursement", "box_count", "docket");

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,15}");

    private final String prefix;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Schema(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a table prefix is " + PREFIX + ", but was " + prefix);
        }
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** The statement of a template in which table names stand in braces. */
    String sql(String template) {
        return statements.computeIfAbsent(template, t -> t.replace("{", prefix).replace("}", ""));
    }

    List<String> tables() {
        return Stream.concat(
                        guardedTables().stream(),
                        Stream.of("balance", "outbox").map(prefix::concat))
                .toList();
    }

    /** The tables that have a trigger. */
    List<String> guardedTables() {
        return Stream.concat(appendOnlyTables().stream(), neverDeletedTables().stream()).toList();
    }

    List<String> appendOnlyTables() {
        return APPEND_ONLY.stream().map(prefix::concat).toList();
    }

    List<String> neverDeletedTables() {
        return NEVER_DELETED.stream().map(prefix::concat).toList();
    }
}
