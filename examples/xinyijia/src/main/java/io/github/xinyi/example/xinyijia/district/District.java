package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.example.xinyijia.district.RepairFiles.Repair;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.checkin.ServiceKind;
import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.metrics.BodyMeasures;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RollUp;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Seat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a district recorded, and the figures that follow from it on a day.
 *
 * <p>Example: 98 rows of communities are the 93 that lie in the district on 2025-11-01, and by 121
 * rows of terms all of them have a body in office. No row is a figure: each figure is a {@link
 * Measurement} that lists its records.
 */
public final class District {

    /** Pipe problems, of which 97 were solved. */
    public static final ServiceKind PIPES = new ServiceKind("管道问题");

    /** Urgent matters, of which 685 were solved. */
    public static final ServiceKind URGENT = new ServiceKind("急难愁盼");

    /** Whose register of check-ins it is. */
    public static final CommunityId ID = CommunityId.of("HONGGU");

    private final Communities communities;
    private final List<GoverningBody> bodies;
    private final List<CheckInEvent> checkIns;
    private final JointConferences conferences;
    private final List<PilotSheet.Pilot> pilots;
    private final Repair repair;

    private District(
            Communities communities,
            List<GoverningBody> bodies,
            List<CheckInEvent> checkIns,
            JointConferences conferences,
            List<PilotSheet.Pilot> pilots,
            Repair repair) {
        this.communities = communities;
        this.bodies = bodies;
        this.checkIns = checkIns;
        this.conferences = conferences;
        this.pilots = pilots;
        this.repair = repair;
    }

    /**
     * Reads the files.
     *
     * @param files by name, for example {@code bodies.csv}
     * @return the district; refused with every fault of the first file that has one
     * @throws IllegalArgumentException if the records tell what the rules forbid, for example a
     *     visit by somebody who is not of the unit's squad
     */
    public static Outcome<District> read(Function<String, SheetFile> files) {
        return Communities.read(files.apply(Communities.FILE))
                .then(communities -> read(files, communities));
    }

    private static Outcome<District> read(
            Function<String, SheetFile> files, Communities communities) {
        return BodySheet.read(files.apply("bodies.csv"), communities)
                .then(
                        bodies ->
                                CheckInFiles.read(files)
                                        .then(in -> read(files, communities, bodies, in)));
    }

    private static Outcome<District> read(
            Function<String, SheetFile> files,
            Communities communities,
            List<GoverningBody> bodies,
            List<CheckInEvent> in) {
        return JointConferences.read(files)
                .then(
                        held ->
                                PilotSheet.read(
                                                files.apply("pilots.csv"),
                                                CheckInRegister.from(ID, in),
                                                communities)
                                        .then(
                                                pilots ->
                                                        read(
                                                                files,
                                                                communities,
                                                                bodies,
                                                                in,
                                                                held,
                                                                pilots)));
    }

    private static Outcome<District> read(
            Function<String, SheetFile> files,
            Communities communities,
            List<GoverningBody> bodies,
            List<CheckInEvent> in,
            JointConferences held,
            List<PilotSheet.Pilot> pilots) {
        return RepairFiles.read(files)
                .then(
                        repair ->
                                Outcome.accepted(
                                        new District(
                                                communities, bodies, in, held, pilots, repair)));
    }

    /**
     * Every figure on a day.
     *
     * @param day the day
     * @return bodies, repair, pilots, conferences and check-ins, in this order
     * @throws IllegalArgumentException if no community lay in the district on the day
     */
    public List<Measurement> figures(LocalDate day) {
        Coverage coverage = communities.coverage(day, bodies);
        CheckInRegister register = CheckInRegister.from(ID, checkIns);
        List<Casework> cases = List.of(repair.work());
        return List.of(
                BodyMeasures.coverage(coverage),
                BodyMeasures.ofKind(coverage, Kind.OWNERS_COMMITTEE),
                BodyMeasures.ofKind(coverage, Kind.PROPERTY_MANAGEMENT_COMMITTEE),
                CaseMeasures.squads(day, cases),
                CaseMeasures.contact(day, cases),
                CaseMeasures.disclosure(day, cases),
                CaseMeasures.settlement(day, repair.disputes(), cases),
                BodyMeasures.completeTeams(
                        day, pilots.stream().map(PilotSheet.Pilot::team).toList(), Map.of()),
                ServiceMeasures.conferences(day, conferences.entered(), conferences.cancelled()),
                ServiceMeasures.matters(day, conferences.entered()),
                ServiceMeasures.checkIns(day, ID, checkIns),
                ServiceMeasures.teams(day, ID, checkIns),
                ServiceMeasures.itemsSolved(day, PIPES, register),
                ServiceMeasures.itemsSolved(day, URGENT, register));
    }

    /**
     * Who was entered for a seat of a pilot and did not get it.
     *
     * @return in the order of the table; none is dropped in silence
     */
    public List<RefusedSeat> refusedSeats() {
        return pilots.stream().flatMap(pilot -> pilot.refused().stream()).toList();
    }

    /**
     * Somebody entered for a seat, and why the seat was refused.
     *
     * @param team the pilot
     * @param seat which seat
     * @param person who
     * @param ruling every rule in the way
     */
    public record RefusedSeat(TeamId team, Seat seat, PersonId person, Ruling ruling) {}

    /**
     * One figure by town.
     *
     * @param figure of the district
     * @return its part at each node, where the communities lay on the day of the figure; what is
     *     recorded by neighbourhood and not by community is unplaced
     */
    public RollUp byTown(Measurement figure) {
        return communities.byTown(figure);
    }
}
