package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Disbursements; of each only the status changes, and approvals are added. */
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
    private static final String BETWEEN_IDS = " AND order_id >= ? AND order_id <= ?";
    private static final String IN_ORDER = " ORDER BY community, order_id, line_number";

    private final Transactions transactions;

    JdbcDisbursementStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean insert(Disbursement disbursement) {
        return transactions.run(
                "DisbursementStore.insert",
                sql -> sql.insertUnlessThere(() -> insert(sql, disbursement)));
    }

    @Override
    public boolean advance(Disbursement expected, Disbursement next) {
        int given = expected.approvals().size();
        if (!next.request().equals(expected.request())
                || next.approvals().size() < given
                || !next.approvals().subList(0, given).equals(expected.approvals())) {
            throw new IllegalArgumentException(
                    "disbursement " + expected.id() + " does not come before " + next.id());
        }
        CommunityId community = expected.request().order().community();
        return transactions.run(
                "DisbursementStore.advance",
                sql -> {
                    Optional<Disbursement> there =
                            find(sql, sql.locking(SELECT + ONE), community, expected.id());
                    boolean isExpected = there.filter(expected::equals).isPresent();
                    if (isExpected) {
                        insertApprovals(sql, next, given);
                        sql.query(
                                        "UPDATE {disbursement} SET status = ?, approvals = ?"
                                                + " WHERE community = ? AND order_id = ?")
                                .with(next.status())
                                .with(next.approvals().size())
                                .with(community)
                                .with(next.id())
                                .runOnce();
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

    /** Adds vouchers and approvals, with two queries however many disbursements there are. */
    private static List<Disbursement> whole(
            Statements sql, CommunityId community, List<Stored> page) throws SQLException {
        if (page.isEmpty()) {
            return List.of();
        }
        List<String> ids = page.stream().map(Stored::id).sorted().toList();
        String first = ids.get(0);
        String last = ids.get(ids.size() - 1);
        Map<String, List<Voucher>> vouchers =
                grouped(
                        sql.query(SELECT_VOUCHER + BETWEEN_IDS + IN_ORDER)
                                .with(community)
                                .with(first)
                                .with(last)
                                .list(row -> Map.entry(row.text(), voucher(row))));
        Map<String, List<Approval>> approvals =
                grouped(
                        sql.query(SELECT_APPROVAL + BETWEEN_IDS + IN_ORDER)
                                .with(community)
                                .with(first)
                                .with(last)
                                .list(row -> Map.entry(row.text(), approval(row))));
        List<Disbursement> whole = new ArrayList<>();
        for (Stored stored : page) {
            whole.add(
                    stored.with(
                            vouchers.getOrDefault(stored.id(), List.of()),
                            approvals.getOrDefault(stored.id(), List.of())));
        }
        return List.copyOf(whole);
    }

    private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Voucher voucher(Row row) throws SQLException {
        return new Voucher(
                row.text(), row.constant(Voucher.Kind.class), row.date(), row.money(), row.hash());
    }

    private static Approval approval(Row row) throws SQLException {
        return Approval.of(new CredentialId(row.text()), row.bytes(), row.instant());
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
     * The row of a disbursement, still without its vouchers and approvals.
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

        Disbursement with(List<Voucher> vouchers, List<Approval> given) throws SQLException {
            if (given.size() < approvals) {
                throw new SQLDataException("disbursement " + id() + " has lost an approval");
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
                            order.expiresAt());
            return new Disbursement(
                    new PaymentRequest(whole, payeeName, report, vouchers, requestedAt),
                    given.subList(0, approvals),
                    status);
        }
    }
}
