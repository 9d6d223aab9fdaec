package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A step in the course of a meeting, with the stages from which it can be taken, for example {@link
 * #OPEN} from {@link Stage#NOTIFIED} to {@link Stage#OPEN}.
 *
 * @since 0.1.0
 */
public enum Step {
    /** Somebody asks for a meeting; nothing comes before it. */
    PROPOSE(stage -> Stage.PROPOSED),
    /** The street office orders the committee to call it. */
    ORDER(stage -> stage, Stage.PROPOSED),
    /** The street office organises it. */
    CONVENE(stage -> stage, Stage.PROPOSED),
    /** All owners are told, or told anew. */
    NOTIFY(stage -> Stage.NOTIFIED, Stage.PROPOSED, Stage.NOTIFIED),
    /** The opening is put off. */
    POSTPONE(stage -> stage, Stage.NOTIFIED),
    /** Voting opens. */
    OPEN(stage -> Stage.OPEN, Stage.NOTIFIED),
    /** Voting is extended. */
    EXTEND(stage -> stage, Stage.OPEN),
    /** Voting closes and the ballots are frozen. */
    CLOSE(stage -> Stage.CLOSED, Stage.OPEN),
    /** The count is recorded. */
    TALLY(stage -> Stage.TALLIED, Stage.CLOSED),
    /** The result is put up. */
    PUBLISH(stage -> Stage.PUBLISHED, Stage.TALLIED),
    /** An owner objects. */
    OBJECT(stage -> stage, Stage.PUBLISHED),
    /** What owners said of the result is put up. */
    DISPLAY(stage -> stage, Stage.PUBLISHED),
    /** The minutes are signed. */
    SIGN(stage -> stage, Stage.CLOSED, Stage.TALLIED, Stage.PUBLISHED),
    /** The decisions are filed. */
    FILE(stage -> stage, Stage.TALLIED, Stage.PUBLISHED),
    /** An authority orders a correction. */
    CORRECT(stage -> stage, Stage.TALLIED, Stage.PUBLISHED),
    /** A decision is revoked. */
    REVOKE(stage -> stage, Stage.TALLIED, Stage.PUBLISHED);

    private final UnaryOperator<Stage> next;
    private final Set<Stage> from;

    Step(UnaryOperator<Stage> next, Stage... from) {
        this.next = next;
        this.from = Set.of(from);
    }

    boolean canFollow(Stage stage) {
        return from.contains(stage);
    }

    Stage after(Stage stage) {
        return next.apply(stage);
    }
}
