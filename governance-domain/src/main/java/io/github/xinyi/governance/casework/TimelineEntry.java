package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkFinished;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of what everybody may follow of a case, for example {@code WORK_PROGRESSED}, 西立面完成, 1/2.
 *
 * @param at when
 * @param step what happened
 * @param text the public text or reference of the step; empty where it has none
 * @param figure a count or a share; empty where it has none, or where fewer than {@link
 *     Casework#MIN_SHOWN} units stand behind it
 * @since 0.1.0
 */
public record TimelineEntry(Instant at, Step step, String text, String figure) {

    /** What happened, in the order in which a case usually goes. */
    public enum Step {
        /** Text: the title. Figure: the units concerned. */
        OPENED,
        /** A squad began its visits. */
        SQUAD_FORMED,
        /** Figure: units asked of units concerned. */
        OPINIONS_COLLECTED,
        /** Figure: the number of items. */
        CONSULTED,
        /** Text: the item and where it can be read. */
        DISCLOSED,
        /** Text: meeting and motion. */
        OWNERS_DECIDED,
        /** Text: the body. */
        BODY_DECIDED,
        /** Text: meeting and motion. */
        OWNERS_DECLINED,
        /** Text: the report. Figure: how much is done. */
        WORK_PROGRESSED,
        /** Text: the number of the payment. */
        SPENT,
        /** All work is done. */
        WORK_FINISHED,
        /** A dispute came up. */
        DISPUTE_RAISED,
        /** Text: how it ended. */
        DISPUTE_ENDED,
        /** The case was closed. */
        CLOSED
    }

    static List<TimelineEntry> of(List<CaseworkEvent> history, int units) {
        List<TimelineEntry> lines = new ArrayList<>();
        Set<UnitId> reached = new HashSet<>();
        for (CaseworkEvent event : history) {
            if (event instanceof UnitVisited visited) {
                if (visited.result().isReached()) {
                    reached.add(visited.unit());
                } else {
                    reached.remove(visited.unit());
                }
            }
            line(lines, event, units, reached.size());
        }
        return List.copyOf(lines);
    }

    private static void line(
            List<TimelineEntry> lines, CaseworkEvent event, int units, int reached) {
        if (event instanceof CaseOpened opened) {
            add(lines, event, Step.OPENED, opened.title(), shown(units, "" + units));
        } else if (event instanceof SquadFormed) {
            add(lines, event, Step.SQUAD_FORMED, "", "");
        } else if (event instanceof OpinionsCollected) {
            String figure = shown(Math.min(reached, units), reached + "/" + units);
            add(lines, event, Step.OPINIONS_COLLECTED, "", figure);
        } else if (event instanceof ItemsConsulted consulted) {
            add(lines, event, Step.CONSULTED, "", "" + consulted.items().size());
        } else if (event instanceof ItemDisclosed disclosed) {
            String text = disclosed.item() + ": " + disclosed.place();
            add(lines, event, Step.DISCLOSED, text, "");
        } else if (event instanceof OwnersDecided decided) {
            String text = decided.meeting() + " " + decided.motion();
            add(lines, event, Step.OWNERS_DECIDED, text, "");
        } else if (event instanceof BodyDecided decided) {
            add(lines, event, Step.BODY_DECIDED, decided.body(), "");
        } else if (event instanceof OwnersDeclined declined) {
            String text = declined.meeting() + " " + declined.motion();
            add(lines, event, Step.OWNERS_DECLINED, text, "");
        } else if (event instanceof WorkProgressed progress) {
            String done = progress.done().toString();
            add(lines, event, Step.WORK_PROGRESSED, progress.report(), done);
        } else if (event instanceof SpendingNamed named) {
            add(lines, event, Step.SPENT, named.disbursement(), "");
        } else if (event instanceof WorkFinished) {
            add(lines, event, Step.WORK_FINISHED, "", "");
        } else if (event instanceof DisputeRaised) {
            add(lines, event, Step.DISPUTE_RAISED, "", "");
        } else if (event instanceof DisputeEnded ended) {
            add(lines, event, Step.DISPUTE_ENDED, ended.ending().name(), "");
        } else if (event instanceof CaseClosed) {
            add(lines, event, Step.CLOSED, "", "");
        }
    }

    private static void add(
            List<TimelineEntry> lines, CaseworkEvent event, Step step, String text, String figure) {
        lines.add(new TimelineEntry(event.occurredAt(), step, text, figure));
    }

    private static String shown(int units, String figure) {
        return units < Casework.MIN_SHOWN ? "" : figure;
    }
}
