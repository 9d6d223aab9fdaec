package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.Dispute.OFFICER;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseStep;
import io.github.xinyi.governance.grid.CaseSteps;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.PublicCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.AgreementDuty;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.step.LocalStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A dispute in the grid: its officer keeps it in hand by the limits and the steps of the place,
 * from the first word to the close.
 */
final class DisputeCase {

    private final Stores stores;
    private final Dispute dispute;
    private final SlaProfile limits;
    private final LocalTeams teams;
    private final Teller teller;
    private final KeptRecord<GridCase, CaseEvent> grid;

    DisputeCase(
            Stores stores, Dispute dispute, SlaProfile limits, LocalTeams teams, Teller teller) {
        this.stores = stores;
        this.dispute = dispute;
        this.limits = limits;
        this.teams = teams;
        this.teller = teller;
        this.grid =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.CASE.stream(dispute.community(), dispute.id().value()),
                        CaseEvent.class,
                        GridCase::from);
    }

    /** A round of mediation of it. */
    DisputeTalks talks(int round) {
        return new DisputeTalks(stores, dispute, round);
    }

    GridCase state() {
        return grid.state();
    }

    List<CaseEvent> history() {
        return grid.history();
    }

    /** The grade of the place for what is hardest to settle. */
    SlaGrade hardest() {
        List<SlaGrade> grades = limits.grades();
        return grades.get(grades.size() - 1);
    }

    /** Who hears of it first reports it, keeps it in hand and answers. */
    void hear(CaseFound found) {
        Instant at = found.occurredAt();
        grid.begin(GridCase.find(found));
        grid.then(c -> c.report(OFFICER, limits, hardest().id(), at.plusSeconds(600)));
        grid.then(c -> c.accept(OFFICER, at.plusSeconds(1_200)));
        grid.then(c -> c.answer(OFFICER, at.plusSeconds(1_800)));
        teller.says(at, "reported, accepted and answered within half an hour");
    }

    /** What a story does with it besides. */
    void then(Function<GridCase, ? extends Outcome<? extends CaseEvent>> command) {
        grid.then(command);
    }

    /** Mediation is offered to both. */
    void mediate(DisputeTalks talks, Instant at) {
        takeLocal("调解", at);
        talks.propose(at);
        grid.then(c -> c.mediate(talks.state(), at));
    }

    /** They agree, and the case with them. */
    void agree(DisputeTalks talks, Instant at, AgreementDuty... promises) {
        talks.agree(at, promises);
        grid.then(c -> c.conclude(talks.state(), at));
    }

    /** Both are asked as often as the place wants; they are content, and it is closed. */
    void close(DisputeTalks talks, String note, Instant at) {
        teller.refused("to close before both were asked", state().close(OFFICER, at));
        grid.then(c -> c.checkPerformance(talks.state(), OFFICER, at));
        CaseSteps steps = hardest().steps();
        for (int asked = 0; asked < steps.followUps(); asked++) {
            grid.then(c -> c.followUp(OFFICER, Answer.CONTENT, note, at));
        }
        if (steps.required().contains(CaseStep.REVIEW_BEFORE_CLOSE)) {
            teller.refused("to close before somebody else reviewed it", state().close(OFFICER, at));
            grid.then(c -> c.review(PersonId.of("grid-leader"), "双方和解，予以结案", at));
        }
        takeLocal("结案", at);
        grid.then(c -> c.close(OFFICER, at));
    }

    /** Whatever the place adds before a gate, in its order. */
    private void takeLocal(String gate, Instant at) {
        for (LocalStep step : hardest().steps().local().missing(gate, List.of())) {
            if (step.hasPost()) {
                PersonId holder = teams.holder(step.post());
                teller.refused(
                        "to take a step for whoever has the post",
                        state().take(step, OFFICER, teams.with(step.post(), at), "已办理", at));
                grid.then(c -> c.take(step, holder, teams.with(step.post(), at), "已办理", at));
            } else {
                grid.then(c -> c.take(step, OFFICER, "已办理", at));
            }
            teller.says(at, "the place asks for " + step);
        }
    }

    /** What everybody may read of it: what it is about, and its steps. */
    List<String> publicView() {
        PublicCase view = state().publicView(Teller.WEEKENDS);
        List<String> lines = new ArrayList<>();
        lines.add(view.sentence(Outcomes.TEXTS));
        view.steps().forEach(step -> lines.add(step.on() + " " + step.sentence(Outcomes.TEXTS)));
        return lines;
    }
}
