package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ballots read from a table with the columns 票号, 房号, 表决人编号, 渠道, 收到时间, 签名 and one for every motion
 * of the meeting, headed by its identifier.
 *
 * <p>Example row for motions M1 to M3: {@code
 * V0003,2-1-1401,P0006,线上,2024-12-17T20:32:38+08:00,是,弃权,同意,同意}. 渠道 is 纸质, 线上, 现场 or 代理; 签名 is 是 or
 * 否; an answer is 同意, 反对 or 弃权, several ticked are divided by {@code ;}, none is empty. A ballot
 * that will not count (late, unsigned, over-voted) is read all the same: setting aside is for the
 * {@link Tally}, in the open.
 *
 * <p>A table may have further columns for those who speak for somebody else, of which a row fills
 * one kind at most. A proxy (代理人) is the 表决人编号, and fills 委托人编号, who gave the written authority,
 * 委托起始日 and 委托截止日, the first and last day on which it is good, and 委托意见, what the principal wants,
 * as {@code M1=同意;M2=反对}, empty where all is left to the proxy. 渠道 代理 is the paper of a proxy, and
 * then an authority must be there. 被监护人编号 is the ward of a voter who is the guardian; 代交人编号 is who
 * only carried the voter's ballot.
 *
 * @since 0.1.0
 */
public final class BallotSheet {

    private static final Column<BallotId> BALLOT = Column.identifier("票号", BallotId::of).unique();
    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of);
    private static final Column<PersonId> VOTER = Column.identifier("表决人编号", PersonId::of);
    private static final Column<Way> WAY =
            Column.label(
                    "渠道",
                    Map.of(
                            "纸质",
                            new Way(Channel.PAPER, false),
                            "线上",
                            new Way(Channel.ONLINE, false),
                            "现场",
                            new Way(Channel.ON_SITE, false),
                            "代理",
                            new Way(Channel.PAPER, true)));
    private static final Column<Instant> RECEIVED_AT = Column.instant("收到时间");
    private static final Column<Signature> SIGNATURE =
            Column.label("签名", Map.of("是", Signature.SIGNED, "否", Signature.MISSING));
    private static final Map<String, Choice> CHOICES =
            Map.of("同意", Choice.FOR, "反对", Choice.AGAINST, "弃权", Choice.ABSTAIN);

    private static final Column<Optional<PersonId>> PRINCIPAL = person("委托人编号");
    private static final Column<Optional<LocalDate>> VALID_FROM =
            Column.date("委托起始日").optional().absentable();
    private static final Column<Optional<LocalDate>> VALID_THROUGH =
            Column.date("委托截止日").optional().absentable();
    private static final String OPINIONS = "委托意见";
    private static final Column<Optional<PersonId>> WARD = person("被监护人编号");
    private static final Column<Optional<PersonId>> CARRIER = person("代交人编号");

    /** How a ballot came in, and whether that already says that a proxy handed it in. */
    private record Way(Channel channel, boolean byProxy) {}

    /** What a principal wants on one motion. */
    private record Opinion(MotionId motion, Choice choice) {}

    /** The columns that hang on the meeting. */
    private record Columns(
            Column<UnitId> unit,
            Column<List<Opinion>> opinions,
            SortedMap<MotionId, Column<List<Choice>>> answers) {

        List<Column<?>> all() {
            List<Column<?>> all = new ArrayList<>();
            all.addAll(List.of(BALLOT, unit, VOTER, WAY, RECEIVED_AT, SIGNATURE));
            all.addAll(answers.values());
            all.addAll(List.of(PRINCIPAL, VALID_FROM, VALID_THROUGH, opinions, WARD, CARRIER));
            return all;
        }
    }

    private BallotSheet() {}

    private static Column<Optional<PersonId>> person(String header) {
        return Column.identifier(header, PersonId::of).optional().absentable();
    }

    /**
     * Reads ballots; one that names a unit the roster may not have is read, and set aside by the
     * {@link Tally}.
     *
     * @param file the table
     * @param meeting whose motions are the last columns
     * @return the ballots in the order of the file; refused with every fault, among them a ballot
     *     identifier that stands there twice
     * @throws IllegalArgumentException if a motion is named like one of the other columns
     */
    public static Outcome<List<Ballot>> read(SheetFile file, Meeting meeting) {
        return read(file, meeting, UNIT);
    }

    /**
     * Reads ballots of units of the roster only.
     *
     * @param file the table
     * @param meeting whose motions are the last columns
     * @param roster the roster that must have every unit named
     * @return the ballots in the order of the file; refused with every fault, among them a unit
     *     that the roster does not have
     * @throws IllegalArgumentException if a motion is named like one of the other columns
     */
    public static Outcome<List<Ballot>> read(SheetFile file, Meeting meeting, Roster roster) {
        Column<UnitId> known =
                UNIT.where(
                        unit -> roster.unit(unit).isPresent(),
                        SheetRule.REFERENCE,
                        roster.community() + " " + roster.recordDate());
        return read(file, meeting, known);
    }

    private static Outcome<List<Ballot>> read(
            SheetFile file, Meeting meeting, Column<UnitId> unit) {
        SortedMap<MotionId, Column<List<Choice>>> answers = new TreeMap<>();
        Map<String, Opinion> opinions = new HashMap<>();
        for (Motion motion : meeting.motions()) {
            MotionId id = motion.id();
            answers.put(id, Column.label(id.value(), CHOICES).list());
            CHOICES.forEach(
                    (word, choice) -> opinions.put(id + "=" + word, new Opinion(id, choice)));
        }
        Columns columns =
                new Columns(unit, Column.label(OPINIONS, opinions).list().absentable(), answers);
        return Sheet.read(file, columns.all())
                .then(sheet -> sheet.rows(row -> ballot(row, columns)));
    }

    private static Ballot ballot(Row row, Columns columns) {
        SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
        columns.answers()
                .forEach((motion, column) -> choices.put(motion, Set.copyOf(row.get(column))));
        return new Ballot(
                row.get(BALLOT),
                row.get(columns.unit()),
                row.get(VOTER),
                row.get(WAY).channel(),
                row.get(RECEIVED_AT),
                row.get(SIGNATURE),
                mandate(row, columns.opinions()),
                choices);
    }

    /**
     * By what right it was handed in; a row that says it wrongly is refused, and yields nothing.
     */
    private static Mandate mandate(Row row, Column<List<Opinion>> opinions) {
        requireOneKind(row);
        boolean authority =
                row.get(WAY).byProxy()
                        || row.get(PRINCIPAL).isPresent()
                        || row.get(VALID_FROM).isPresent()
                        || row.get(VALID_THROUGH).isPresent()
                        || !row.get(opinions).isEmpty();
        if (authority) {
            return proxy(row, opinions).<Mandate>map(proxy -> proxy).orElseGet(Mandate.Own::new);
        }
        Optional<Mandate> guardian = row.get(WARD).map(Mandate.Guardian::new);
        return guardian.or(() -> row.get(CARRIER).map(Mandate.Carried::new))
                .orElseGet(Mandate.Own::new);
    }

    private static void requireOneKind(Row row) {
        Optional<Column<?>> first = Optional.empty();
        for (Column<Optional<PersonId>> column : List.of(PRINCIPAL, WARD, CARRIER)) {
            if (row.get(column).isPresent()) {
                first.ifPresent(other -> row.refuse(column, SheetRule.CONFLICT, other.header()));
                first = first.isPresent() ? first : Optional.of(column);
            }
        }
    }

    private static Optional<Mandate.Proxy> proxy(Row row, Column<List<Opinion>> opinions) {
        for (Column<? extends Optional<?>> column : List.of(PRINCIPAL, VALID_FROM, VALID_THROUGH)) {
            if (row.get(column).isEmpty()) {
                row.refuse(column, SheetRule.REQUIRED, "");
            }
        }
        if (row.get(PRINCIPAL).filter(row.get(VOTER)::equals).isPresent()) {
            row.refuse(PRINCIPAL, SheetRule.CONFLICT, VOTER.header());
        }
        SortedMap<MotionId, Choice> stated = new TreeMap<>();
        for (Opinion opinion : row.get(opinions)) {
            if (stated.put(opinion.motion(), opinion.choice()) != null) {
                row.refuse(opinions, SheetRule.LIST_REPEAT, opinion.motion().value());
            }
        }
        return row.get(VALID_FROM)
                .flatMap(from -> row.get(VALID_THROUGH).flatMap(t -> inOrder(row, from, t)))
                .flatMap(
                        days ->
                                row.get(PRINCIPAL)
                                        .map(
                                                principal ->
                                                        new Mandate.Proxy(
                                                                principal,
                                                                days.from(),
                                                                days.through(),
                                                                stated)));
    }

    /** The days on which an authority is good. */
    private record Days(LocalDate from, LocalDate through) {}

    private static Optional<Days> inOrder(Row row, LocalDate from, LocalDate through) {
        if (through.isBefore(from)) {
            row.refuse(VALID_THROUGH, SheetRule.RANGE, "≥" + from);
            return Optional.empty();
        }
        return Optional.of(new Days(from, through));
    }
}
