package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.rest.answer.OwnUnits;
import io.github.xinyi.rest.answer.RosterSummary;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Version;
import io.github.xinyi.rest.request.RosterImported;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Freezes rosters of owners and tells of them: sums to everybody, to each owner his own units, and
 * the whole to nobody over HTTP. Thread-safe if its stores are.
 *
 * @since 0.1.0
 */
public final class RosterDesk {

    private static final int MAX_FILE_NAME = 40;

    private final DeskDirectory desks;

    /**
     * The rosters of these communities.
     *
     * @param desks what the host offers; rosters come with meetings
     */
    public RosterDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * Freezes a roster for its record date, for ever.
     *
     * @param command who does, where and when
     * @param imported the table
     * @return its sums; refused with every fault of every row, or if another one stands for the day
     */
    public CommandReply<RosterSummary> freeze(Command command, RosterImported imported) {
        Optional<MeetingOffice> office =
                desks.find(command.community()).flatMap(CommunityDesk::meetings);
        if (office.isEmpty()) {
            return CommandReply.declined(Decline.MISSING);
        }
        Fields fields = new Fields();
        Optional<LocalDate> recordDate = fields.date("recordDate", imported.recordDate());
        Optional<PersonId> developer = fields.read("developer", imported.developer(), PersonId::of);
        if (imported.file().isBlank() || imported.file().length() > MAX_FILE_NAME) {
            fields.refuse("file", imported.file());
        }
        Optional<Outcome<Roster>> read =
                fields.whole(
                        "lines",
                        () ->
                                RosterSheet.read(
                                        file(imported),
                                        command.community(),
                                        recordDate.orElseThrow(),
                                        developer.orElseThrow()));
        return read.map(roster -> freeze(office.get(), roster)).orElseGet(fields::refused);
    }

    private static SheetFile file(RosterImported imported) {
        String table = String.join("\n", imported.lines()) + "\n";
        return SheetFile.utf8(imported.file(), table.getBytes(StandardCharsets.UTF_8));
    }

    private static CommandReply<RosterSummary> freeze(MeetingOffice office, Outcome<Roster> read) {
        return read.then(
                        roster ->
                                office.rosters()
                                        .freeze(roster)
                                        .then(digest -> Outcome.accepted(roster)))
                .fold(
                        roster ->
                                CommandReply.created(
                                        roster.recordDate().toString(), summary(roster)),
                        ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }

    /**
     * A roster in sums.
     *
     * @param community its id
     * @param day its record date, ISO 8601
     * @return the sums
     */
    public Reply<RosterSummary> summary(String community, String day) {
        return find(community, day)
                .map(
                        roster ->
                                Reply.of(
                                        new Version("roster-" + roster.digest()),
                                        () -> summary(roster)))
                .orElseGet(Reply::missing);
    }

    private static RosterSummary summary(Roster roster) {
        return new RosterSummary(
                roster.recordDate().toString(),
                roster.digest().toString(),
                roster.units().size(),
                roster.votingUnits().size(),
                roster.votingHeads().value(),
                roster.votingArea().toString());
    }

    /**
     * How somebody's own units stand in a roster.
     *
     * @param community its id
     * @param day its record date, ISO 8601
     * @param person who asks
     * @return the units that he owns or votes for
     */
    public Reply<OwnUnits> own(String community, String day, PersonId person) {
        return find(community, day)
                .map(roster -> Reply.of(own(roster, person)))
                .orElseGet(Reply::missing);
    }

    private static OwnUnits own(Roster roster, PersonId person) {
        List<OwnUnits.Item> items =
                roster.units().stream()
                        .map(unit -> item(roster, unit, person))
                        .filter(item -> item.owned() || item.votes())
                        .toList();
        return new OwnUnits(roster.recordDate().toString(), items);
    }

    private static OwnUnits.Item item(Roster roster, Unit unit, PersonId person) {
        return new OwnUnits.Item(
                unit.id().value(),
                unit.building(),
                unit.use().name(),
                unit.area().toString(),
                unit.evidence().name(),
                unit.status().name(),
                unit.owners().contains(person),
                roster.voters(unit, roster.recordDate()).contains(person));
    }

    private Optional<Roster> find(String community, String day) {
        return Fields.communityId(community)
                .flatMap(desks::find)
                .flatMap(
                        desk ->
                                desk.meetings()
                                        .flatMap(
                                                office ->
                                                        Fields.day(day)
                                                                .flatMap(
                                                                        date ->
                                                                                office.rosters()
                                                                                        .find(
                                                                                                desk
                                                                                                        .id(),
                                                                                                date))));
    }
}
