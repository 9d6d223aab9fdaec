package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Terms of contracts, each with its keys in order. */
final class JdbcContractStore implements ContractStore {

    private final Transactions transactions;
    private final Docket docket;

    JdbcContractStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public void save(ContractTerms terms) {
        ContractTerms kept =
                docket.run(
                        transactions,
                        "ContractStore.save",
                        terms.community(),
                        sql ->
                                sql.insertUnlessThere(() -> insertAndEnter(sql, terms))
                                        ? terms
                                        : find(sql, terms.community(), terms.id()).orElseThrow());
        if (!kept.equals(terms)) {
            throw new IllegalStateException(
                    "other terms of " + terms.community() + " have the id " + terms.id());
        }
    }

    @Override
    public Optional<ContractTerms> find(CommunityId community, String id) {
        return transactions.run("ContractStore.find", sql -> find(sql, community, id));
    }

    private void insertAndEnter(Statements sql, ContractTerms terms) throws SQLException {
        insert(sql, terms);
        docket.enter(sql, terms.community(), DocketKind.CONTRACT, terms.id());
    }

    private static void insert(Statements sql, ContractTerms terms) throws SQLException {
        sql.query(
                        "INSERT INTO {contract} (community, contract_id, trustee, ratio_numerator,"
                                + " ratio_denominator, base, start_date, end_date,"
                                + " approval_valid_days, batch_min_units)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(terms.community())
                .with(terms.id())
                .with(terms.trustee().value())
                .with(terms.ratio().numerator())
                .with(terms.ratio().denominator())
                .with(terms.base())
                .with(terms.startInclusive())
                .with(terms.endInclusive())
                .with(terms.approvalValidDays())
                .with(terms.batchMinUnits())
                .runOnce();
        Query keys =
                sql.query(
                        "INSERT INTO {contract_key} (community, contract_id, line_number,"
                                + " credential_id, holder, side, public_key, valid_from_second,"
                                + " valid_from_nano, valid_until_second, valid_until_nano)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int line = 0;
        for (Credential key : terms.keys().credentials()) {
            keys.with(terms.community())
                    .with(terms.id())
                    .with(line++)
                    .with(key.id().value())
                    .with(key.holder().value())
                    .with(key.side())
                    .with(key.publicKey())
                    .with(key.validFrom())
                    .with(key.validUntil())
                    .addBatch();
        }
        keys.runBatch();
    }

    private static Optional<ContractTerms> find(Statements sql, CommunityId community, String id)
            throws SQLException {
        List<Credential> keys =
                sql.query(
                                "SELECT credential_id, holder, side, public_key,"
                                        + " valid_from_second, valid_from_nano,"
                                        + " valid_until_second, valid_until_nano"
                                        + " FROM {contract_key} WHERE community = ? AND"
                                        + " contract_id = ? ORDER BY line_number")
                        .with(community)
                        .with(id)
                        .list(JdbcContractStore::credential);
        return sql.query(
                        "SELECT trustee, ratio_numerator, ratio_denominator, base, start_date,"
                                + " end_date, approval_valid_days, batch_min_units"
                                + " FROM {contract} WHERE community = ? AND contract_id = ?")
                .with(community)
                .with(id)
                .first(row -> terms(row, community, id, keys));
    }

    private static Credential credential(Row row) throws SQLException {
        return new Credential(
                new CredentialId(row.text()),
                PersonId.of(row.text()),
                row.constant(KeySide.class),
                row.text(),
                row.instant(),
                row.instant());
    }

    private static ContractTerms terms(
            Row row, CommunityId community, String id, List<Credential> keys) throws SQLException {
        return new ContractTerms(
                id,
                community,
                PersonId.of(row.text()),
                Ratio.of(row.number(), row.number()),
                row.constant(RemunerationBase.class),
                row.date(),
                row.date(),
                row.smallNumber(),
                row.smallNumber(),
                new KeyRegister(keys));
    }
}
