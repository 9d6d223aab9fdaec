package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Disbursements; of each only the status changes, and approvals and steps are added. */
final class JdbcDisbursementStore implements DisbursementStore {

    private static final String SELECT =
            "SELECT community, order_id, kind, payee, amount, currency, purpose, budget_line,"
                    + " initiator, policy, expires_second, expires_nano, payee_name, report,"
                    + " requested_second, requested_nano, status, approvals FROM {disbursement}"
                    + " WHERE community = ?";
    private static final String ONE = " AND order_id = ?";
    private static final String PAGE =
            " ORDER BY requested_second DESC, requested_nano DESC, order_id LIMIT ? OFFSET ?";
    private static final String SELECT_VOUCHER =
            "SELECT order_id, voucher_number, kind, voucher_date, amount, currency, sha256"
                    + " FROM {voucher} WHERE community = ?";
    private static final String SELECT_APPROVAL =
            "SELECT order_id, credential_id, signature, signed_second, signed_nano"
                    + " FROM {approval} WHERE community = ?";
    private static final String SELECT_STEP =
            "SELECT order_id, status, at_second, at_nano, paper_type, paper_id"
                    + " FROM {disbursement_step} WHERE community = ?";
    private static final String SELECT_PAYEE =
            "SELECT order_id, payee_name FROM {disbursement_payee} WHERE community = ?";
    private static final String OPEN =
            " AND (status = 'SENT' OR (status IN ('REQUESTED', 'AUTHORISED')"
                    + " AND (expires_second > ? OR (expires_second = ? AND expires_nano > ?))))"
                    + " ORDER BY order_id";
    private static final String GATE = "SELECT community FROM {disbursement_gate}";
    private static final int IDS_OF_A_QUERY = 50;
    private static final String BY_ORDER = " ORDER BY community, order_id";
    private static final String IN_ORDER = BY_ORDER + ", line_number";

    private final Transactions transactions;
    private final Docket docket;

    JdbcDisbursementStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public boolean insert(Disbursement disbursement) {
        return docket.run(
                transactions,
                "DisbursementStore.insert",
                disbursement.request().order().community(),
                sql -> sql.insertUnlessThere(() -> insertAndEnter(sql, disbursement)));
    }

    @Override
    public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
        PaymentRequest request = disbursement.request();
        CommunityId community = request.order().community();
        Set<String> seen = open.stream().map(Disbursement::id).collect(Collectors.toSet());
        openGate(community);
        return docket.run(
                transactions,
                "DisbursementStore.insertBeside",
                community,
                sql -> {
                    sql.locking(GATE + " WHERE community = ?").with(community).list(Row::community);
                    boolean isAlone =
                            open(sql, community, request.requestedAt()).stream()
                                    .map(Stored::id)
                                    .allMatch(seen::contains);
                    return isAlone
                            && sql.insertUnlessThere(() -> insertAndEnter(sql, disbursement));
                });
    }

    /** One row a community, in a transaction of its own, so that requests wait for each other. */
    private void openGate(CommunityId community) {
        transactions.run(
                "DisbursementStore.insertBeside",
                sql ->
                        !sql.query(GATE + " WHERE community = ?")
                                        .with(community)
                                        .list(Row::community)
                                        .isEmpty()
                                || sql.insertUnlessThere(
                                        () ->
                                                sql.query(
                                                                "INSERT INTO {disbursement_gate}"
                                                                        + " (community) VALUES (?)")
                                                        .with(community)
                                                        .runOnce()));
    }

    @Override
    public List<Disbursement> open(CommunityId community, Instant at) {
        return transactions.run(
                "DisbursementStore.open", sql -> whole(sql, community, open(sql, community, at)));
    }

    private static List<Stored> open(Statements sql, CommunityId community, Instant at)
            throws SQLException {
        return sql.query(SELECT + OPEN)
                .with(community)
                .with(at.getEpochSecond())
                .with(at)
                .list(Stored::of);
    }

    private static <T> boolean continues(List<T> later, List<T> earlier) {
        return later.size() >= earlier.size() && later.subList(0, earlier.size()).equals(earlier);
    }

    @Override
    public boolean advance(Disbursement expected, Disbursement next) {
        if (!next.request().equals(expected.request())
                || !continues(next.approvals(), expected.approvals())
                || !continues(next.steps(), expected.steps())) {
            throw new IllegalArgumentException(
                    "disbursement " + expected.id() + " does not come before " + next.id());
        }
        CommunityId community = expected.request().order().community();
        return docket.run(
                transactions,
                "DisbursementStore.advance",
                community,
                sql -> {
                    Optional<Disbursement> there =
                            find(sql, sql.locking(SELECT + ONE), community, expected.id());
                    boolean isExpected = there.filter(expected::equals).isPresent();
                    if (isExpected) {
                        insertApprovals(sql, next, expected.approvals().size());
                        insertSteps(sql, next, expected.steps().size());
                        sql.query(
                                        "UPDATE {disbursement} SET status = ?, approvals = ?"
                                                + " WHERE community = ? AND order_id = ?")
                                .with(next.status())
                                .with(next.approvals().size())
                                .with(community)
                                .with(next.id())
                                .runOnce();
                        docket.enter(sql, community, DocketKind.PAYMENT_COURSE, next.id());
                    }
                    return isExpected;
                });
    }

    @Override
    public Optional<Disbursement> find(CommunityId community, String id) {
        return transactions.run(
                "DisbursementStore.find", sql -> find(sql, sql.query(SELECT + ONE), community, id));
    }

    private static Optional<Disbursement> find(
            Statements sql, Query query, CommunityId community, String id) throws SQLException {
        List<Stored> there = query.with(community).with(id).list(Stored::of);
        return whole(sql, community, there).stream().findFirst();
    }

    @Override
    public List<Disbursement> list(CommunityId community, int offset, int limit) {
        Pages.require(offset, limit);
        return transactions.run(
                "DisbursementStore.list",
                sql ->
                        whole(
                                sql,
                                community,
                                sql.query(SELECT + PAGE)
                                        .with(community)
                                        .with(limit)
                                        .with(offset)
                                        .list(Stored::of)));
    }

    /**
     * Adds vouchers, approvals, steps and the names that orders name, with four queries for every
     * fifty disbursements.
     */
    private static List<Disbursement> whole(
            Statements sql, CommunityId community, List<Stored> page) throws SQLException {
        List<String> ids = page.stream().map(Stored::id).toList();
        Map<String, List<Voucher>> vouchers =
                byId(sql, SELECT_VOUCHER, IN_ORDER, community, ids, JdbcDisbursementStore::voucher);
        Map<String, List<Approval>> approvals =
                byId(
                        sql,
                        SELECT_APPROVAL,
                        IN_ORDER,
                        community,
                        ids,
                        JdbcDisbursementStore::approval);
        Map<String, List<Step>> steps =
                byId(sql, SELECT_STEP, IN_ORDER, community, ids, JdbcDisbursementStore::step);
        Map<String, List<String>> payees =
                byId(sql, SELECT_PAYEE, BY_ORDER, community, ids, Row::text);
        List<Disbursement> whole = new ArrayList<>();
        for (Stored stored : page) {
            whole.add(
                    stored.with(
                            vouchers.getOrDefault(stored.id(), List.of()),
                            approvals.getOrDefault(stored.id(), List.of()),
                            steps.getOrDefault(stored.id(), List.of()),
                            payees.getOrDefault(stored.id(), List.of())));
        }
        return List.copyOf(whole);
    }

    /** By a list of ids: what lies between two of them, databases do not agree upon. */
    private static <T> Map<String, List<T>> byId(
            Statements sql,
            String select,
            String order,
            CommunityId community,
            List<String> ids,
            Row.Mapping<T> mapping)
            throws SQLException {
        Map<String, List<T>> byId = new HashMap<>();
        int places = ids.size() == 1 ? 1 : IDS_OF_A_QUERY;
        String template = select + " AND order_id IN (?" + ", ?".repeat(places - 1) + ")" + order;
        for (int from = 0; from < ids.size(); from += places) {
            Query query = sql.query(template).with(community);
            for (int place = 0; place < places; place++) {
                query.with(ids.get(Math.min(from + place, ids.size() - 1)));
            }
            for (Map.Entry<String, T> entry :
                    query.list(row -> Map.entry(row.text(), mapping.of(row)))) {
                byId.computeIfAbsent(entry.getKey(), id -> new ArrayList<>()).add(entry.getValue());
            }
        }
        return byId;
    }

    private static Voucher voucher(Row row) throws SQLException {
        return new Voucher(
                row.text(), row.constant(Voucher.Kind.class), row.date(), row.money(), row.hash());
    }

    private static Approval approval(Row row) throws SQLException {
        return Approval.of(new CredentialId(row.text()), row.bytes(), row.instant());
    }

    private static Step step(Row row) throws SQLException {
        return new Step(
                row.constant(Disbursement.Status.class),
                row.instant(),
                new SourceDocument(row.text(), row.text()));
    }

    private void insertAndEnter(Statements sql, Disbursement disbursement) throws SQLException {
        insert(sql, disbursement);
        OutflowOrder order = disbursement.request().order();
        List<Docket.Entry> entries = new ArrayList<>();
        entries.add(Docket.Entry.of(DocketKind.PAYMENT, order.id()));
        if (!order.payeeName().isEmpty()) {
            sql.query(
                            "INSERT INTO {disbursement_payee} (community, order_id, payee_name)"
                                    + " VALUES (?, ?, ?)")
                    .with(order.community())
                    .with(order.id())
                    .with(order.payeeName())
                    .runOnce();
            entries.add(Docket.Entry.of(DocketKind.PAYEE, order.id()));
        }
        entries.add(Docket.Entry.of(DocketKind.PAYMENT_COURSE, order.id()));
        docket.enter(sql, order.community(), entries);
    }

    private static void insert(Statements sql, Disbursement disbursement) throws SQLException {
        PaymentRequest request = disbursement.request();
        OutflowOrder order = request.order();
        sql.query(
                        "INSERT INTO {disbursement} (community, order_id, kind, payee, amount,"
                                + " currency, purpose, budget_line, initiator, policy,"
                                + " expires_second, expires_nano, payee_name, report,"
                                + " requested_second, requested_nano, status, approvals)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(order.community())
                .with(order.id())
                .with(order.kind())
                .with(order.payee().value())
                .with(order.amount())
                .with(order.purpose())
                .with(order.budgetLine())
                .with(order.initiator().value())
                .with(order.policy())
                .with(order.expiresAt())
                .with(request.payeeName())
                .with(request.report())
                .with(request.requestedAt())
                .with(disbursement.status())
                .with(disbursement.approvals().size())
                .runOnce();
        Query vouchers =
                sql.query(
                        "INSERT INTO {voucher} (community, order_id, line_number, voucher_number,"
                                + " kind, voucher_date, amount, currency, sha256)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int line = 0;
        for (Voucher voucher : request.vouchers()) {
            vouchers.with(order.community())
                    .with(order.id())
                    .with(line++)
                    .with(voucher.number())
                    .with(voucher.kind())
                    .with(voucher.date())
                    .with(voucher.amount())
                    .with(voucher.sha256())
                    .addBatch();
        }
        vouchers.runBatch();
        insertApprovals(sql, disbursement, 0);
        insertSteps(sql, disbursement, 0);
    }

    private static void insertSteps(Statements sql, Disbursement disbursement, int from)
            throws SQLException {
        Query steps =
                sql.query(
                        "INSERT INTO {disbursement_step} (community, order_id, line_number, status,"
                                + " at_second, at_nano, paper_type, paper_id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (int line = from; line < disbursement.steps().size(); line++) {
            Step step = disbursement.steps().get(line);
            steps.with(disbursement.request().order().community())
                    .with(disbursement.id())
                    .with(line)
                    .with(step.status())
                    .with(step.at())
                    .with(step.paper().type())
                    .with(step.paper().id())
                    .addBatch();
        }
        steps.runBatch();
    }

    private static void insertApprovals(Statements sql, Disbursement disbursement, int from)
            throws SQLException {
        Query approvals =
                sql.query(
                        "INSERT INTO {approval} (community, order_id, line_number, credential_id,"
                                + " signature, signed_second, signed_nano)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (int line = from; line < disbursement.approvals().size(); line++) {
            Approval approval = disbursement.approvals().get(line);
            approvals
                    .with(disbursement.request().order().community())
                    .with(disbursement.id())
                    .with(line)
                    .with(approval.credential().value())
                    .with(approval.signature())
                    .with(approval.signedAt())
                    .addBatch();
        }
        approvals.runBatch();
    }

    /**
     * The row of a disbursement, still without its vouchers, approvals and steps, and without the
     * name that its order names; one from before orders did has none, and its keys signed none.
     *
     * @param approvals how many there were when the row was read; more may have been given since
     */
    private record Stored(
            OutflowOrder order,
            String payeeName,
            String report,
            Instant requestedAt,
            Disbursement.Status status,
            int approvals) {

        static Stored of(Row row) throws SQLException {
            OutflowOrder order =
                    new OutflowOrder(
                            row.community(),
                            row.text(),
                            row.constant(OutflowKind.class),
                            PersonId.of(row.text()),
                            row.money(),
                            row.text(),
                            row.text(),
                            List.of(),
                            PersonId.of(row.text()),
                            row.text(),
                            row.instant());
            return new Stored(
                    order,
                    row.text(),
                    row.text(),
                    row.instant(),
                    row.constant(Disbursement.Status.class),
                    row.smallNumber());
        }

        String id() {
            return order.id();
        }

        /** How many steps there were when the row was read; more may have been taken since. */
        private int steps(List<Step> taken) {
            return switch (status) {
                case REQUESTED, AUTHORISED -> 0;
                case SENT, WITHDRAWN -> 1;
                case FAILED -> 2;
                case PAID -> taken.size();
            };
        }

        Disbursement with(
                List<Voucher> vouchers, List<Approval> given, List<Step> taken, List<String> named)
                throws SQLException {
            int steps = steps(taken);
            if (given.size() < approvals || taken.size() < steps) {
                throw new SQLDataException(
                        "disbursement " + id() + " has lost an approval or a step");
            }
            if (!named.isEmpty() && !named.get(0).equals(payeeName)) {
                throw new SQLDataException("disbursement " + id() + " shows another payee");
            }
            OutflowOrder whole =
                    new OutflowOrder(
                            order.community(),
                            order.id(),
                            order.kind(),
                            order.payee(),
                            order.amount(),
                            order.purpose(),
                            order.budgetLine(),
                            vouchers.stream().map(Voucher::digest).toList(),
                            order.initiator(),
                            order.policy(),
                            order.expiresAt(),
                            named.isEmpty() ? "" : named.get(0));
            return new Disbursement(
                    new PaymentRequest(whole, payeeName, report, vouchers, requestedAt),
                    given.subList(0, approvals),
                    status,
                    taken.subList(0, steps));
        }
    }
}
