package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.ruling.Answers.accepted;

import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Cases at each stage, on the way that most take. */
final class Steps {

    static final Instant AT = Dispute.AT;
    static final PersonId OFFICER = PersonId.of("P-OFFICER");
    static final PersonId DESK = PersonId.of("P-DESK");
    static final PersonId STATION = PersonId.of("P-STATION");
    static final PersonId WORKER = PersonId.of("P-WORKER");
    static final SlaProfile USUAL = SlaProfile.usual();
    static final SlaGrade COMPLEX = USUAL.grade("复杂").orElseThrow();
    static final String PHOTO = "0f".repeat(32);

    private Steps() {}

    static CaseFound finding(CaseCategory category, String text) {
        return new CaseFound(
                Dispute.COMMUNITY,
                Dispute.CASE,
                category,
                new CasePlace(
                        "3号楼", new TreeSet<>(Set.of(UnitId.of("3-1-201"), UnitId.of("3-1-301")))),
                Dispute.MOTHER,
                OFFICER,
                text,
                AT);
    }

    static GridCase found(CaseCategory category) {
        return GridCase.from(List.of(accepted(GridCase.find(finding(category, "楼下宠物犬午间、深夜吠叫")))));
    }

    static GridCase reported(CaseCategory category) {
        return then(found(category), c -> c.report(DESK, USUAL, "复杂", AT));
    }

    static GridCase assigned(CaseCategory category) {
        return then(reported(category), c -> c.accept(DESK, AT));
    }

    static GridCase visited(CaseCategory category) {
        return then(assigned(category), c -> c.visit(Set.of(DESK), "已走访双方", AT));
    }

    static GridCase inMediation() {
        return then(visited(CaseCategory.ANIMALS), c -> c.mediate(Dispute.proposed(1), AT));
    }

    static GridCase agreed() {
        return then(inMediation(), c -> c.conclude(Dispute.agreed(1), AT));
    }

    static GridCase followedUp(GridCase settled) {
        GridCase looked =
                settled.stage() == GridCase.Stage.AGREED
                        ? then(
                                settled,
                                c -> c.checkPerformance(Dispute.agreed(c.rounds()), DESK, AT))
                        : settled;
        return then(looked, c -> c.followUp(DESK, CaseEvent.FollowedUp.Answer.CONTENT, "双方满意", AT));
    }

    /** The agreement of round 1 is found broken on the third day. */
    static GridCase broken() {
        return then(agreed(), c -> c.checkPerformance(Dispute.broken(1), DESK, Dispute.after(3)));
    }

    static GridCase closed() {
        return then(followedUp(agreed()), c -> c.close(DESK, AT));
    }

    static GridCase then(GridCase state, Function<GridCase, Outcome<? extends CaseEvent>> command) {
        return state.after(accepted(command.apply(state)));
    }
}
