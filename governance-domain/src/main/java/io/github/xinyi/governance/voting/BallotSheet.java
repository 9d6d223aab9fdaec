package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ballots read from a table with the columns 票号, 房号, 表决人编号, 渠道, 收到时间, 签名 and one for every motion
 * of the meeting, headed by its identifier.
 *
 * <p>Example row for motions M1 to M3: {@code
 * V0003,2-1-1401,P0006,线上,2024-12-17T20:32:38+08:00,是,弃权,同意,同意}. 渠道 is 纸质, 线上 or 现场; 签名 is 是 or 否;
 * an answer is 同意, 反对 or 弃权, several ticked are divided by {@code ;}, none is empty. A ballot that
 * will not count (late, unsigned, over-voted) is read all the same: setting aside is for the {@link
 * Tally}, in the open.
 *
 * @since 0.1.0
 */
public final class BallotSheet {

    private static final Column<BallotId> BALLOT = Column.identifier("票号", BallotId::of).unique();
    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of);
    private static final Column<PersonId> VOTER = Column.identifier("表决人编号", PersonId::of);
    private static final Column<Channel> CHANNEL =
            Column.label(
                    "渠道", Map.of("纸质", Channel.PAPER, "线上", Channel.ONLINE, "现场", Channel.ON_SITE));
    private static final Column<Instant> RECEIVED_AT = Column.instant("收到时间");
    private static final Column<Signature> SIGNATURE =
            Column.label("签名", Map.of("是", Signature.SIGNED, "否", Signature.MISSING));
    private static final Map<String, Choice> CHOICES =
            Map.of("同意", Choice.FOR, "反对", Choice.AGAINST, "弃权", Choice.ABSTAIN);

    private BallotSheet() {}

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
        for (Motion motion : meeting.motions()) {
            answers.put(motion.id(), Column.label(motion.id().value(), CHOICES).list());
        }
        List<Column<?>> columns = new ArrayList<>();
        columns.addAll(List.of(BALLOT, unit, VOTER, CHANNEL, RECEIVED_AT, SIGNATURE));
        columns.addAll(answers.values());
        return Sheet.read(file, columns)
                .then(sheet -> sheet.rows(row -> ballot(row, unit, answers)));
    }

    private static Ballot ballot(
            Row row, Column<UnitId> unit, SortedMap<MotionId, Column<List<Choice>>> answers) {
        SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
        answers.forEach((motion, column) -> choices.put(motion, Set.copyOf(row.get(column))));
        return new Ballot(
                row.get(BALLOT),
                row.get(unit),
                row.get(VOTER),
                row.get(CHANNEL),
                row.get(RECEIVED_AT),
                row.get(SIGNATURE),
                choices);
    }
}
