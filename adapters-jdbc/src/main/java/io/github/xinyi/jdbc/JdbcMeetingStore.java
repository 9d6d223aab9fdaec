package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Meetings, boxes and results; what came in and the result are added under the meeting's lock. */
final class JdbcMeetingStore implements MeetingStore {

    private static final String OF_MEETING = " WHERE community = ? AND meeting_id = ?";
    private static final String SELECT_BALLOT =
            "SELECT ballot_id, unit_id, voter, channel, received_second, received_nano,"
                    + " signature, mandate, mandate_person FROM {ballot}"
                    + OF_MEETING;
    private static final String SELECT_CHOICE =
            "SELECT ballot_id, motion_id, choice FROM {ballot_choice}" + OF_MEETING;
    private static final String SELECT_AUTHORITY =
            "SELECT ballot_id, valid_from, valid_through FROM {ballot_authority}" + OF_MEETING;
    private static final String SELECT_OPINION =
            "SELECT ballot_id, motion_id, choice FROM {ballot_opinion}" + OF_MEETING;
    private static final String ONE = " AND ballot_id = ?";

    private final Transactions transactions;
    private final BoxLimits limits;

    JdbcMeetingStore(Transactions transactions, BoxLimits limits) {
        this.transactions = transactions;
        this.limits = limits;
    }

    @Override
    public Outcome<Meeting> record(Meeting meeting) {
        Meeting kept =
                transactions.run(
                        "MeetingStore.record",
                        sql ->
                                sql.insertUnlessThere(() -> insert(sql, meeting))
                                        ? meeting
                                        : find(sql, meeting.community(), meeting.id())
                                                .orElseThrow());
        return kept.equals(meeting)
                ? Outcome.accepted(kept)
                : refused(new MeetingFinding.AlreadyRecorded(meeting.community(), meeting.id()));
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }

    @Override
    public Optional<Meeting> find(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.find", sql -> find(sql, community, meeting));
    }

    @Override
    public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
        return transactions.run(
                "MeetingStore.add",
                sql -> {
                    if (!lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<Ballot> there = ballot(sql, community, meeting, ballot.id());
                    if (there.isPresent()) {
                        return there.get().equals(ballot)
                                ? Outcome.accepted(ballot)
                                : refused(new MeetingFinding.BallotConflict(meeting, ballot.id()));
                    }
                    if (result(sql, community, meeting).isPresent()) {
                        return refused(new MeetingFinding.ResultStored(community, meeting));
                    }
                    Optional<Finding> full =
                            passed(
                                    meeting,
                                    count(sql, "voter = ? AND unit_id = ?", "voter = ?", "{ballot}")
                                            .with(ballot.voter().value())
                                            .with(ballot.unit().value())
                                            .with(ballot.voter().value())
                                            .with(community)
                                            .with(meeting.value()));
                    if (full.isPresent()) {
                        return refused(full.get());
                    }
                    insert(sql, community, meeting, ballot);
                    return Outcome.accepted(ballot);
                });
    }

    /** Counts the entries of a meeting: of the same sender and object, of the sender, of all. */
    private static Query count(Statements sql, String same, String ofPerson, String table)
            throws SQLException {
        return sql.query(
                "SELECT COUNT(CASE WHEN "
                        + same
                        + " THEN 1 END), COUNT(CASE WHEN "
                        + ofPerson
                        + " THEN 1 END), COUNT(*) FROM "
                        + table
                        + OF_MEETING);
    }

    /** The limit that one more entry would pass, if it passes one. */
    private Optional<Finding> passed(MeetingId meeting, Query counted) throws SQLException {
        return counted.first(row -> List.of(row.number(), row.number(), row.number()))
                .flatMap(limits::passedBy)
                .map(bound -> new MeetingFinding.TooMany(meeting, bound, limits.of(bound)));
    }

    @Override
    public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.ballots", sql -> ballots(sql, community, meeting));
    }

    private static List<Ballot> ballots(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        // Ballots first: what belongs to one that comes in between is then left over.
        List<BallotRow> ballots = of(sql, SELECT_BALLOT, community, meeting).list(BallotRow::of);
        Parts parts =
                Parts.read(
                        of(sql, SELECT_CHOICE, community, meeting),
                        of(sql, SELECT_AUTHORITY, community, meeting),
                        of(sql, SELECT_OPINION, community, meeting));
        return ballots.stream()
                .map(row -> row.with(parts))
                .sorted(Ballot.ORDER_OF_RECEIPT)
                .toList();
    }

    @Override
    public Outcome<Withdrawal> add(
            CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
        return add(
                community,
                meeting,
                withdrawal,
                sql ->
                        of(
                                        sql,
                                        "SELECT principal FROM {withdrawal}"
                                                + OF_MEETING
                                                + " AND principal = ? AND proxy = ?"
                                                + " AND at_second = ? AND at_nano = ?",
                                        community,
                                        meeting)
                                .with(withdrawal.principal().value())
                                .with(withdrawal.proxy().value())
                                .with(withdrawal.at()),
                sql ->
                        count(sql, "principal = ? AND proxy = ?", "principal = ?", "{withdrawal}")
                                .with(withdrawal.principal().value())
                                .with(withdrawal.proxy().value())
                                .with(withdrawal.principal().value())
                                .with(community)
                                .with(meeting.value()),
                sql ->
                        of(
                                        sql,
                                        "INSERT INTO {withdrawal} (community, meeting_id,"
                                                + " principal, proxy, at_second, at_nano)"
                                                + " VALUES (?, ?, ?, ?, ?, ?)",
                                        community,
                                        meeting)
                                .with(withdrawal.principal().value())
                                .with(withdrawal.proxy().value())
                                .with(withdrawal.at()));
    }

    @Override
    public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
        return add(
                community,
                meeting,
                delivery,
                sql ->
                        of(
                                        sql,
                                        "SELECT unit_id FROM {delivery}"
                                                + OF_MEETING
                                                + " AND unit_id = ? AND channel = ?"
                                                + " AND proof = ?",
                                        community,
                                        meeting)
                                .with(delivery.unit().value())
                                .with(delivery.channel())
                                .with(delivery.proof()),
                sql -> countOfUnit(sql, "{delivery}", community, meeting, delivery.unit()),
                sql ->
                        of(
                                        sql,
                                        "INSERT INTO {delivery} (community, meeting_id, unit_id,"
                                                + " channel, proof) VALUES (?, ?, ?, ?, ?)",
                                        community,
                                        meeting)
                                .with(delivery.unit().value())
                                .with(delivery.channel())
                                .with(delivery.proof()));
    }

    @Override
    public Outcome<UnitId> notePaperRequest(CommunityId community, MeetingId meeting, UnitId unit) {
        return add(
                community,
                meeting,
                unit,
                sql ->
                        of(
                                        sql,
                                        "SELECT unit_id FROM {paper_request}"
                                                + OF_MEETING
                                                + " AND unit_id = ?",
                                        community,
                                        meeting)
                                .with(unit.value()),
                sql -> countOfUnit(sql, "{paper_request}", community, meeting, unit),
                sql ->
                        of(
                                        sql,
                                        "INSERT INTO {paper_request} (community, meeting_id,"
                                                + " unit_id) VALUES (?, ?, ?)",
                                        community,
                                        meeting)
                                .with(unit.value()));
    }

    private static Query countOfUnit(
            Statements sql, String table, CommunityId community, MeetingId meeting, UnitId unit)
            throws SQLException {
        return count(sql, "unit_id = ?", "unit_id = ?", table)
                .with(unit.value())
                .with(unit.value())
                .with(community)
                .with(meeting.value());
    }

    /** Makes a query with all its parameters. */
    @FunctionalInterface
    private interface Prepared {
        Query of(Statements sql) throws SQLException;
    }

    /** Adds what has no identifier of its own: the same again is the same row. */
    private <T> Outcome<T> add(
            CommunityId community,
            MeetingId meeting,
            T entry,
            Prepared selectSame,
            Prepared counted,
            Prepared insert) {
        return transactions.run(
                "MeetingStore.add",
                sql -> {
                    if (!lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    if (selectSame.of(sql).hasRow()) {
                        return Outcome.accepted(entry);
                    }
                    if (result(sql, community, meeting).isPresent()) {
                        return refused(new MeetingFinding.ResultStored(community, meeting));
                    }
                    Optional<Finding> full = passed(meeting, counted.of(sql));
                    if (full.isPresent()) {
                        return refused(full.get());
                    }
                    insert.of(sql).runOnce();
                    return Outcome.accepted(entry);
                });
    }

    @Override
    public BallotBox box(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.box",
                sql -> {
                    List<Withdrawal> withdrawals =
                            of(
                                            sql,
                                            "SELECT principal, proxy, at_second, at_nano FROM"
                                                    + " {withdrawal}"
                                                    + OF_MEETING,
                                            community,
                                            meeting)
                                    .list(
                                            row ->
                                                    new Withdrawal(
                                                            PersonId.of(row.text()),
                                                            PersonId.of(row.text()),
                                                            row.instant()));
                    List<Delivery> deliveries =
                            of(
                                            sql,
                                            "SELECT unit_id, channel, proof FROM {delivery}"
                                                    + OF_MEETING,
                                            community,
                                            meeting)
                                    .list(
                                            row ->
                                                    new Delivery(
                                                            UnitId.of(row.text()),
                                                            row.constant(Channel.class),
                                                            row.text()));
                    List<UnitId> askedForPaper =
                            of(
                                            sql,
                                            "SELECT unit_id FROM {paper_request}" + OF_MEETING,
                                            community,
                                            meeting)
                                    .list(row -> UnitId.of(row.text()));
                    return new BallotBox(
                            ballots(sql, community, meeting),
                            withdrawals.stream().sorted(Withdrawal.ORDER_OF_RECEIPT).toList(),
                            deliveries.stream().sorted(Delivery.ORDER).toList(),
                            new TreeSet<>(askedForPaper));
                });
    }

    @Override
    public Outcome<String> store(TallyResult result) {
        CommunityId community = result.meeting().community();
        MeetingId meeting = result.meeting().id();
        String text = result.canonicalText();
        return transactions.run(
                "MeetingStore.store",
                sql -> {
                    List<Finding> faults = new ArrayList<>();
                    if (result.isOpen()) {
                        faults.add(new MeetingFinding.StillOpen(community, meeting));
                    }
                    if (!lock(sql, community, meeting)) {
                        faults.add(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<String> there = result(sql, community, meeting);
                    if (there.filter(kept -> !result.isToldBy(kept)).isPresent()) {
                        faults.add(new MeetingFinding.ResultStored(community, meeting));
                    }
                    if (!faults.isEmpty()) {
                        return Outcome.refused(new Ruling(faults));
                    }
                    if (there.isEmpty()) {
                        insertText(sql, "{meeting_result}", community, meeting, text);
                        insertText(
                                sql,
                                "{meeting_bylaws}",
                                community,
                                meeting,
                                result.bylaws().canonicalText());
                    }
                    return Outcome.accepted(there.orElse(text));
                });
    }

    private static void insertText(
            Statements sql, String table, CommunityId community, MeetingId meeting, String text)
            throws SQLException {
        of(
                        sql,
                        "INSERT INTO "
                                + table
                                + " (community, meeting_id, canonical_text) VALUES (?, ?, ?)",
                        community,
                        meeting)
                .with(text)
                .runOnce();
    }

    @Override
    public Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.bylaws",
                sql ->
                        of(
                                        sql,
                                        "SELECT canonical_text FROM {meeting_bylaws}" + OF_MEETING,
                                        community,
                                        meeting)
                                .first(row -> Bylaws.parse(row.text())));
    }

    @Override
    public Optional<String> result(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.result", sql -> result(sql, community, meeting));
    }

    private static boolean lock(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.locking("SELECT meeting_id FROM {meeting}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .hasRow();
    }

    private static void insert(Statements sql, Meeting meeting) throws SQLException {
        sql.query(
                        "INSERT INTO {meeting} (community, meeting_id, roster_date, notice_date,"
                                + " opens_second, opens_nano, closes_second, closes_nano)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .with(meeting.community())
                .with(meeting.id().value())
                .with(meeting.rosterDate())
                .with(meeting.noticeDate())
                .with(meeting.opensAt())
                .with(meeting.closesAt())
                .runOnce();
        Query motions =
                sql.query(
                        "INSERT INTO {motion} (community, meeting_id, line_number, motion_id,"
                                + " matter, title) VALUES (?, ?, ?, ?, ?, ?)");
        int line = 0;
        for (Motion motion : meeting.motions()) {
            motions.with(meeting.community())
                    .with(meeting.id().value())
                    .with(line++)
                    .with(motion.id().value())
                    .with(kind(motion))
                    .with(motion.title())
                    .addBatch();
        }
        motions.runBatch();
        Query documents =
                sql.query(
                        "INSERT INTO {motion_document} (community, meeting_id, motion_id,"
                                + " line_number, sha256) VALUES (?, ?, ?, ?, ?)");
        for (Motion motion : meeting.motions()) {
            line = 0;
            for (Motion.Document document : motion.documents()) {
                documents
                        .with(meeting.community())
                        .with(meeting.id().value())
                        .with(motion.id().value())
                        .with(line++)
                        .with(document.sha256())
                        .addBatch();
            }
        }
        documents.runBatch();
    }

    /** A matter of the trust model says of itself which of the nine it is. */
    private static String kind(Motion motion) {
        return motion.trust().stream()
                .map(TrustMatter::name)
                .findFirst()
                .orElse(motion.matter().name());
    }

    private static Motion motion(
            MotionId id, String kind, String title, List<Motion.Document> documents) {
        return Arrays.stream(TrustMatter.values())
                .filter(trust -> trust.name().equals(kind))
                .findFirst()
                .map(trust -> Motion.of(id, trust, title, documents))
                .orElseGet(() -> new Motion(id, Matter.valueOf(kind), title, documents));
    }

    private static Query of(Statements sql, String text, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.query(text).with(community).with(meeting.value());
    }

    private static Optional<Meeting> find(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        Map<MotionId, List<Motion.Document>> documents = new HashMap<>();
        for (DocumentRow row :
                of(
                                sql,
                                "SELECT motion_id, sha256 FROM {motion_document}"
                                        + OF_MEETING
                                        + " ORDER BY motion_id, line_number",
                                community,
                                meeting)
                        .list(DocumentRow::of)) {
            documents.computeIfAbsent(row.motion(), m -> new ArrayList<>()).add(row.document());
        }
        List<Motion> motions =
                sql.query(
                                "SELECT motion_id, matter, title FROM {motion}"
                                        + OF_MEETING
                                        + " ORDER BY line_number")
                        .with(community)
                        .with(meeting.value())
                        .list(
                                row -> {
                                    MotionId id = MotionId.of(row.text());
                                    return motion(
                                            id,
                                            row.text(),
                                            row.text(),
                                            documents.getOrDefault(id, List.of()));
                                });
        if (motions.isEmpty()) {
            return Optional.empty();
        }
        return sql.query(
                        "SELECT roster_date, notice_date, opens_second, opens_nano, closes_second,"
                                + " closes_nano FROM {meeting}"
                                + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .first(
                        row ->
                                new Meeting(
                                        meeting,
                                        community,
                                        row.date(),
                                        row.date(),
                                        row.instant(),
                                        row.instant(),
                                        motions));
    }

    private static void insert(
            Statements sql, CommunityId community, MeetingId meeting, Ballot ballot)
            throws SQLException {
        sql.query(
                        "INSERT INTO {ballot} (community, meeting_id, ballot_id, unit_id, voter,"
                                + " channel, received_second, received_nano, signature, mandate,"
                                + " mandate_person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(community)
                .with(meeting.value())
                .with(ballot.id().value())
                .with(ballot.unit().value())
                .with(ballot.voter().value())
                .with(ballot.channel())
                .with(ballot.receivedAt())
                .with(ballot.signature())
                .with(MandateKind.of(ballot.mandate()))
                .with(
                        ballot.mandate()
                                .fold(
                                        own -> ballot.voter(),
                                        Mandate.Proxy::principal,
                                        Mandate.Guardian::ward,
                                        Mandate.Carried::carrier)
                                .value())
                .runOnce();
        Optional<Mandate.Proxy> proxy =
                ballot.mandate()
                        .fold(
                                own -> Optional.empty(),
                                Optional::of,
                                guardian -> Optional.empty(),
                                carried -> Optional.empty());
        if (proxy.isPresent()) {
            insert(sql, community, meeting, ballot.id(), proxy.get());
        }
        Query choices =
                sql.query(
                        "INSERT INTO {ballot_choice} (community, meeting_id, ballot_id, motion_id,"
                                + " choice) VALUES (?, ?, ?, ?, ?)");
        for (Map.Entry<MotionId, Set<Choice>> answer : ballot.choices().entrySet()) {
            for (Choice choice : answer.getValue()) {
                choices.with(community)
                        .with(meeting.value())
                        .with(ballot.id().value())
                        .with(answer.getKey().value())
                        .with(choice)
                        .addBatch();
            }
        }
        choices.runBatch();
    }

    private static void insert(
            Statements sql,
            CommunityId community,
            MeetingId meeting,
            BallotId ballot,
            Mandate.Proxy proxy)
            throws SQLException {
        of(
                        sql,
                        "INSERT INTO {ballot_authority} (community, meeting_id, ballot_id,"
                                + " valid_from, valid_through) VALUES (?, ?, ?, ?, ?)",
                        community,
                        meeting)
                .with(ballot.value())
                .with(proxy.validFrom())
                .with(proxy.validThrough())
                .runOnce();
        Query opinions =
                sql.query(
                        "INSERT INTO {ballot_opinion} (community, meeting_id, ballot_id,"
                                + " motion_id, choice) VALUES (?, ?, ?, ?, ?)");
        for (Map.Entry<MotionId, Choice> opinion : proxy.opinions().entrySet()) {
            opinions.with(community)
                    .with(meeting.value())
                    .with(ballot.value())
                    .with(opinion.getKey().value())
                    .with(opinion.getValue())
                    .addBatch();
        }
        opinions.runBatch();
    }

    private static Optional<Ballot> ballot(
            Statements sql, CommunityId community, MeetingId meeting, BallotId ballot)
            throws SQLException {
        Optional<BallotRow> row =
                of(sql, SELECT_BALLOT + ONE, community, meeting)
                        .with(ballot.value())
                        .first(BallotRow::of);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Parts parts =
                Parts.read(
                        of(sql, SELECT_CHOICE + ONE, community, meeting).with(ballot.value()),
                        of(sql, SELECT_AUTHORITY + ONE, community, meeting).with(ballot.value()),
                        of(sql, SELECT_OPINION + ONE, community, meeting).with(ballot.value()));
        return row.map(found -> found.with(parts));
    }

    private static Optional<String> result(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.query("SELECT canonical_text FROM {meeting_result}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .first(Row::text);
    }

    private record ChoiceRow(String ballot, MotionId motion, Choice choice) {
        static ChoiceRow of(Row row) throws SQLException {
            return new ChoiceRow(row.text(), MotionId.of(row.text()), row.constant(Choice.class));
        }
    }

    private record DocumentRow(MotionId motion, Motion.Document document) {
        static DocumentRow of(Row row) throws SQLException {
            return new DocumentRow(MotionId.of(row.text()), new Motion.Document(row.text()));
        }
    }

    private record AuthorityRow(String ballot, LocalDate from, LocalDate through) {
        static AuthorityRow of(Row row) throws SQLException {
            return new AuthorityRow(row.text(), row.date(), row.date());
        }
    }

    /** How a mandate is named in its column. */
    private enum MandateKind {
        OWN,
        PROXY,
        GUARDIAN,
        CARRIED;

        static MandateKind of(Mandate mandate) {
            return mandate.fold(
                    own -> OWN, proxy -> PROXY, guardian -> GUARDIAN, carried -> CARRIED);
        }
    }

    /** What belongs to ballots, by ballot. */
    private record Parts(
            Map<String, SortedMap<MotionId, Set<Choice>>> choices,
            Map<String, AuthorityRow> authorities,
            Map<String, SortedMap<MotionId, Choice>> opinions) {

        static Parts read(Query choices, Query authorities, Query opinions) throws SQLException {
            Parts parts = new Parts(new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (ChoiceRow row : choices.list(ChoiceRow::of)) {
                parts.choices
                        .computeIfAbsent(row.ballot(), ballot -> new TreeMap<>())
                        .computeIfAbsent(row.motion(), motion -> new TreeSet<>())
                        .add(row.choice());
            }
            for (AuthorityRow row : authorities.list(AuthorityRow::of)) {
                parts.authorities.put(row.ballot(), row);
            }
            for (ChoiceRow row : opinions.list(ChoiceRow::of)) {
                parts.opinions
                        .computeIfAbsent(row.ballot(), ballot -> new TreeMap<>())
                        .put(row.motion(), row.choice());
            }
            return parts;
        }

        Mandate mandate(String ballot, MandateKind kind, PersonId person) {
            return switch (kind) {
                case OWN -> new Mandate.Own();
                case GUARDIAN -> new Mandate.Guardian(person);
                case CARRIED -> new Mandate.Carried(person);
                case PROXY -> {
                    AuthorityRow authority =
                            Optional.ofNullable(authorities.get(ballot))
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "no authority of " + ballot));
                    yield new Mandate.Proxy(
                            person,
                            authority.from(),
                            authority.through(),
                            opinions.getOrDefault(ballot, new TreeMap<>()));
                }
            };
        }
    }

    /** A ballot, still without its choices and without a proxy's authority. */
    private record BallotRow(Ballot ballot, MandateKind kind, PersonId person) {
        static BallotRow of(Row row) throws SQLException {
            return new BallotRow(
                    new Ballot(
                            BallotId.of(row.text()),
                            UnitId.of(row.text()),
                            PersonId.of(row.text()),
                            row.constant(Channel.class),
                            row.instant(),
                            row.constant(Signature.class),
                            new TreeMap<>()),
                    row.constant(MandateKind.class),
                    PersonId.of(row.text()));
        }

        Ballot with(Parts parts) {
            String id = ballot.id().value();
            return new Ballot(
                    ballot.id(),
                    ballot.unit(),
                    ballot.voter(),
                    ballot.channel(),
                    ballot.receivedAt(),
                    ballot.signature(),
                    parts.mandate(id, kind, person),
                    parts.choices.getOrDefault(id, new TreeMap<>()));
        }
    }
}
