package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of ballots: each with its choices, and a proxy's with the authority. */
final class BallotRows {

    private static final String SELECT_BALLOT =
            "SELECT ballot_id, unit_id, voter, channel, received_second, received_nano,"
                    + " signature, mandate, mandate_person FROM {ballot}"
                    + MeetingRows.OF_MEETING;
    private static final String SELECT_CHOICE =
            "SELECT ballot_id, motion_id, choice FROM {ballot_choice}" + MeetingRows.OF_MEETING;
    private static final String SELECT_AUTHORITY =
            "SELECT ballot_id, valid_from, valid_through FROM {ballot_authority}" + MeetingRows.OF_MEETING;
    private static final String SELECT_OPINION =
            "SELECT ballot_id, motion_id, choice FROM {ballot_opinion}" + MeetingRows.OF_MEETING;
    private static final String ONE = " AND ballot_id = ?";

    private BallotRows() {}

    static void insert(
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
        MeetingRows.of(
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

    static Optional<Ballot> ballot(
            Statements sql, CommunityId community, MeetingId meeting, BallotId ballot)
            throws SQLException {
        Optional<BallotRow> row =
                MeetingRows.of(sql, SELECT_BALLOT + ONE, community, meeting)
                        .with(ballot.value())
                        .first(BallotRow::of);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Parts parts =
                Parts.read(
                        MeetingRows.of(sql, SELECT_CHOICE + ONE, community, meeting).with(ballot.value()),
                        MeetingRows.of(sql, SELECT_AUTHORITY + ONE, community, meeting).with(ballot.value()),
                        MeetingRows.of(sql, SELECT_OPINION + ONE, community, meeting).with(ballot.value()));
        return row.map(found -> found.with(parts));
    }

    static List<Ballot> ballots(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        // Ballots first: what belongs to one that comes in between is then left over.
        List<BallotRow> ballots = MeetingRows.of(sql, SELECT_BALLOT, community, meeting).list(BallotRow::of);
        Parts parts =
                Parts.read(
                        MeetingRows.of(sql, SELECT_CHOICE, community, meeting),
                        MeetingRows.of(sql, SELECT_AUTHORITY, community, meeting),
                        MeetingRows.of(sql, SELECT_OPINION, community, meeting));
        return ballots.stream()
                .map(row -> row.with(parts))
                .sorted(Ballot.ORDER_OF_RECEIPT)
                .toList();
    }

    private record ChoiceRow(String ballot, MotionId motion, Choice choice) {
        static ChoiceRow of(Row row) throws SQLException {
            return new ChoiceRow(row.text(), MotionId.of(row.text()), row.constant(Choice.class));
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
