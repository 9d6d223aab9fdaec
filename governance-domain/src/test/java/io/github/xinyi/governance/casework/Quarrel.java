package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.accepted;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.AgreementDuty;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A dispute of two neighbours as mediation and grid have recorded it. */
final class Quarrel {

    private static final PersonId ONE = PersonId.of("Q1");
    private static final PersonId OTHER = PersonId.of("Q2");
    private static final PersonId MEDIATOR = PersonId.of("Q3");
    private static final PersonId OFFICER = PersonId.of("Q4");
    private static final Set<PersonId> PARTIES = Set.of(ONE, OTHER);

    /** A mediation never changes, so that each is held once. */
    private static final Map<List<Object>, Mediation> AGREED = new ConcurrentHashMap<>();

    private Quarrel() {}

    /** The first round, without an agreement yet. */
    static Mediation met(CaseId dispute, Instant at) {
        MediationProposed proposed =
                new MediationProposed(
                        Village.COMMUNITY,
                        dispute,
                        1,
                        new TreeSet<>(PARTIES),
                        MediationProposed.Origin.OFFERED,
                        at);
        Mediation round = Mediation.from(List.of(accepted(Mediation.propose(proposed))));
        round = round.after(accepted(round.consent(ONE, at)));
        round = round.after(accepted(round.consent(OTHER, at)));
        round = round.after(accepted(round.name(Set.of(MEDIATOR), Chooser.PARTIES, at)));
        return round.after(accepted(round.meet(Set.of(ONE, OTHER, MEDIATOR), "议事厅", "双方协商", at)));
    }

    static Mediation agreed(CaseId dispute, Instant at) {
        return AGREED.computeIfAbsent(List.of(dispute, at), key -> agreement(dispute, at));
    }

    private static Mediation agreement(CaseId dispute, Instant at) {
        LocalDate day = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        Mediation met = met(dispute, at);
        return met.after(
                accepted(
                        met.agreeOrally(
                                new OralAgreementReached(
                                        Village.COMMUNITY,
                                        dispute,
                                        1,
                                        List.of(new AgreementDuty(ONE, "恢复原状", day.plusDays(5))),
                                        new TreeSet<>(PARTIES),
                                        "协议内容",
                                        day,
                                        at))));
    }

    /** The agreement with its one duty found broken the day after its last day. */
    static Mediation broken(CaseId dispute, Instant at) {
        Mediation agreed = agreed(dispute, at);
        Instant found = at.plus(Duration.ofDays(6));
        return agreed.after(accepted(agreed.findBroken(0, Mediation.dayOf(found), found)));
    }

    /** A case of the grid that somebody visited, and nothing more. */
    static List<CaseEvent> visited(CaseId dispute, Instant at) {
        CaseFound found =
                new CaseFound(
                        Village.COMMUNITY,
                        dispute,
                        CaseCategory.OTHER_DISPUTE,
                        new CasePlace("1", new TreeSet<>(Village.units(1, 2))),
                        ONE,
                        OFFICER,
                        "施工噪声",
                        at);
        List<CaseEvent> history = new ArrayList<>(List.of(accepted(GridCase.find(found))));
        add(history, grid -> grid.report(OFFICER, SlaProfile.usual(), "复杂", at));
        add(history, grid -> grid.accept(OFFICER, at));
        add(history, grid -> grid.visit(Set.of(OFFICER), "已走访", at));
        return history;
    }

    static List<CaseEvent> settled(CaseId dispute, Instant at) {
        List<CaseEvent> history = visited(dispute, at);
        add(history, grid -> grid.mediate(met(dispute, at), at));
        add(history, grid -> grid.conclude(agreed(dispute, at), at));
        return history;
    }

    static List<CaseEvent> handedOn(CaseId dispute, Instant at) {
        List<CaseEvent> history = visited(dispute, at);
        add(history, grid -> grid.escalate(Route.JUDICIAL, OFFICER, "调解不成", at));
        return history;
    }

    /** Closed with an agreement and opened again. */
    static List<CaseEvent> reopened(CaseId dispute, Instant at) {
        List<CaseEvent> history = settled(dispute, at);
        add(history, grid -> grid.checkPerformance(agreed(dispute, at), OFFICER, at));
        add(history, grid -> grid.followUp(OFFICER, FollowedUp.Answer.CONTENT, "回访", at));
        add(history, grid -> grid.close(OFFICER, at));
        add(history, grid -> grid.reopen(ONE, "再次发生", at));
        return history;
    }

    private static void add(
            List<CaseEvent> history, Function<GridCase, Outcome<? extends CaseEvent>> step) {
        CaseEvent event =
                step.apply(GridCase.from(history))
                        .<CaseEvent>fold(
                                done -> done,
                                ruling -> {
                                    throw new IllegalStateException(ruling.toString());
                                });
        history.add(event);
    }
}
