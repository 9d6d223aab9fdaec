package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseEscalated;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.LocalStepTaken;
import io.github.xinyi.governance.casework.CaseworkEvent.MatterDeclared;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.PlanDrawn;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureFollowed;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingReturned;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkFinished;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.identity.PersonalNumber;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of what everybody may follow of a case, for example {@code WORK_PROGRESSED}, 西立面完成, 1/2.
 *
 * @param at when
 * @param step what happened
 * @param text the public text or reference of the step; empty where it has none, or where a text
 *     that somebody wrote shows a telephone or identity number or names a unit or person of the
 *     case, be it one that came on the record later
 * @param figure a count or a share; empty where it has none, or where fewer than {@link
 *     Casework#MIN_SHOWN} units stand behind it
 * @since 0.1.0
 */
public record TimelineEntry(Instant at, Step step, String text, String figure) {

    /** What happened, in the order in which a case usually goes. */
    public enum Step {
        /** Text: the title. Figure: the units concerned. */
        OPENED,
        /** Figure: further units concerned. */
        UNITS_ADDED,
        /** Text: another of the owners' matters that it touches. */
        MATTER_DECLARED,
        /** A squad began its visits. */
        SQUAD_FORMED,
        /** Figure: units asked of units concerned. */
        OPINIONS_COLLECTED,
        /** Text: a step that the place adds, as its table names it. */
        LOCAL_STEP,
        /** Figure: the number of items. */
        CONSULTED,
        /** Text: the item and where it can be read. */
        DISCLOSED,
        /** Text: the digest that a motion on it names. Figure: the budget in yuan. */
        PLAN_DRAWN,
        /** Text: the procedure through which a matter goes. */
        PROCEDURE_FOLLOWED,
        /** Text: meeting and motion. */
        OWNERS_DECIDED,
        /** Text: meeting and motion; nothing goes on until the owners decide anew. */
        DECISION_REVOKED,
        /** Text: the body. */
        BODY_DECIDED,
        /** Text: meeting and motion. */
        OWNERS_DECLINED,
        /** Text: the report. Figure: how much is done. */
        WORK_PROGRESSED,
        /** Text: the number of the payment. Figure: its amount in yuan. */
        SPENT,
        /** Text: the number of the return and of its payment. Figure: what came back, in yuan. */
        RETURNED,
        /** All work is done. */
        WORK_FINISHED,
        /** A dispute came up. */
        DISPUTE_RAISED,
        /** Text: how it ended. */
        DISPUTE_ENDED,
        /** Text: the body that it was handed on to. */
        ESCALATED,
        /** The case was closed. */
        CLOSED,
        /** The case was opened again. */
        REOPENED
    }

    /**
     * The line for people, without its day, for example {@code 1/2 of the work is done: 西立面完成}.
     *
     * @param texts those of the language wanted
     * @return one line of text, which shows nothing but text and figure
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        return texts.line("timeline." + step, Map.of("text", text, "figure", figure));
    }

    static List<TimelineEntry> of(List<CaseworkEvent> history) {
        RecordNames names = RecordNames.of(history);
        List<TimelineEntry> lines = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            CaseworkEvent event = history.get(i);
            asking(history.subList(0, i + 1))
                    .or(() -> deciding(event))
                    .or(() -> working(event))
                    .or(() -> settling(event))
                    .map(line -> isWritten(event) ? line.without(names) : line)
                    .ifPresent(lines::add);
        }
        return List.copyOf(lines);
    }

    /** Digits of a digest can look like a telephone number, and are none. */
    private static boolean isWritten(CaseworkEvent event) {
        return event instanceof LocalStepTaken || !CaseworkForms.publicTexts(event).isEmpty();
    }

    private TimelineEntry without(RecordNames names) {
        return names.areShownIn(text) || PersonalNumber.isShownIn(text)
                ? new TimelineEntry(at, step, "", figure)
                : this;
    }

    private static Optional<TimelineEntry> asking(List<CaseworkEvent> past) {
        CaseworkEvent event = past.get(past.size() - 1);
        if (event instanceof CaseOpened opened) {
            int units = opened.units().size();
            return line(event, Step.OPENED, opened.title(), shown(units, "" + units));
        }
        if (event instanceof UnitsConcerned more) {
            int units = more.units().size();
            return line(event, Step.UNITS_ADDED, "", shown(units, "" + units));
        }
        if (event instanceof SquadFormed) {
            return line(event, Step.SQUAD_FORMED, "", "");
        }
        if (event instanceof OpinionsCollected) {
            ContactCoverage contact = ContactCoverage.of(past);
            String figure = shown(contact.reached().size(), contact.toString());
            return line(event, Step.OPINIONS_COLLECTED, "", figure);
        }
        if (event instanceof ItemsConsulted consulted) {
            return line(event, Step.CONSULTED, "", "" + consulted.items().size());
        }
        if (event instanceof LocalStepTaken taken) {
            return line(event, Step.LOCAL_STEP, taken.step().name(), "");
        }
        if (event instanceof ItemDisclosed disclosed) {
            String text = disclosed.item() + ": " + disclosed.place();
            return line(event, Step.DISCLOSED, text, "");
        }
        return Optional.empty();
    }

    private static Optional<TimelineEntry> deciding(CaseworkEvent event) {
        if (event instanceof MatterDeclared declared) {
            return line(event, Step.MATTER_DECLARED, declared.matter().name(), "");
        }
        if (event instanceof PlanDrawn drawn) {
            String document = drawn.plan().document().sha256();
            return line(event, Step.PLAN_DRAWN, document, yuan(drawn.plan().budgetFen()));
        }
        if (event instanceof OwnersDecided decided) {
            String text = decided.meeting() + " " + decided.motion();
            return line(event, Step.OWNERS_DECIDED, text, "");
        }
        if (event instanceof ProcedureFollowed followed) {
            return line(event, Step.PROCEDURE_FOLLOWED, followed.procedure().value(), "");
        }
        if (event instanceof ProcedureDecided decided) {
            String text = decided.meeting() + " " + decided.motion();
            return line(event, Step.OWNERS_DECIDED, text, "");
        }
        if (event instanceof OwnersDecisionRevoked revoked) {
            String text = revoked.meeting() + " " + revoked.motion();
            return line(event, Step.DECISION_REVOKED, text, "");
        }
        if (event instanceof BodyDecided decided) {
            return line(event, Step.BODY_DECIDED, decided.body(), "");
        }
        if (event instanceof OwnersDeclined declined) {
            String text = declined.meeting() + " " + declined.motion();
            return line(event, Step.OWNERS_DECLINED, text, "");
        }
        return Optional.empty();
    }

    private static Optional<TimelineEntry> working(CaseworkEvent event) {
        if (event instanceof WorkProgressed progress) {
            String done = progress.done().toString();
            return line(event, Step.WORK_PROGRESSED, progress.report(), done);
        }
        if (event instanceof SpendingNamed named) {
            String amount = yuan(named.payment().amountFen());
            return line(event, Step.SPENT, named.payment().disbursement(), amount);
        }
        if (event instanceof SpendingReturned back) {
            String text = back.returned().reference() + ": " + back.returned().disbursement();
            return line(event, Step.RETURNED, text, yuan(back.returned().amountFen()));
        }
        return event instanceof WorkFinished
                ? line(event, Step.WORK_FINISHED, "", "")
                : Optional.empty();
    }

    private static Optional<TimelineEntry> settling(CaseworkEvent event) {
        if (event instanceof DisputeRaised) {
            return line(event, Step.DISPUTE_RAISED, "", "");
        }
        if (event instanceof DisputeEnded ended) {
            return line(event, Step.DISPUTE_ENDED, ended.ending().name(), "");
        }
        if (event instanceof CaseEscalated escalated) {
            return line(event, Step.ESCALATED, escalated.body(), "");
        }
        if (event instanceof CaseClosed) {
            return line(event, Step.CLOSED, "", "");
        }
        return event instanceof CaseReopened
                ? line(event, Step.REOPENED, "", "")
                : Optional.empty();
    }

    private static Optional<TimelineEntry> line(
            CaseworkEvent event, Step step, String text, String figure) {
        return Optional.of(new TimelineEntry(event.occurredAt(), step, text, figure));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String shown(int units, String figure) {
        return units < Casework.MIN_SHOWN ? "" : figure;
    }
}
