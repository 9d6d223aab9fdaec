package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.conference.ActionItem;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.Sitting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The joint conferences of a district and what they took up, from which its totals are counted, for
 * example 17 meetings and 42 matters solved.
 *
 * @param held each meeting once
 * @param matters each matter once, of these meetings
 * @since 0.1.0
 */
public record Consultations(List<HeldConsultation> held, List<ConsultedMatter> matters) {

    /** The greatest number of meetings, and of matters. */
    public static final int MAX_RECORDS = 200_000;

    /** Copies the lists; a record that stands there twice counts once. */
    public Consultations {
        held = held.stream().distinct().toList();
        matters = matters.stream().distinct().toList();
        if (Math.max(held.size(), matters.size()) > MAX_RECORDS) {
            throw new IllegalArgumentException("more than " + MAX_RECORDS + " records");
        }
    }

    /**
     * Counts what conferences recorded.
     *
     * @param communities the histories of all communities of the district, one each
     * @return every conference that was opened, and every task; a task is solved on the day of the
     *     conference that closed it
     */
    public static Consultations of(Collection<Conferences> communities) {
        List<HeldConsultation> held = new ArrayList<>();
        List<ConsultedMatter> matters = new ArrayList<>();
        for (Conferences conferences : communities) {
            conferences.sittings().values().stream()
                    .filter(Sitting::isHeld)
                    .map(Sitting::called)
                    .map(c -> new HeldConsultation(c.community(), c.meeting(), c.heldOn()))
                    .forEach(held::add);
            conferences.items().values().stream()
                    .map(item -> matter(conferences, item))
                    .forEach(matters::add);
        }
        return new Consultations(held, matters);
    }

    private static ConsultedMatter matter(Conferences conferences, ActionItem item) {
        LocalDate solvedOn =
                item.dealings().stream()
                        .filter(dealing -> dealing.dealing() == Dealing.CLOSED)
                        .flatMap(dealing -> conferences.sitting(dealing.meeting()).stream())
                        .map(sitting -> sitting.called().heldOn())
                        .findFirst()
                        .orElse(LocalDate.MAX);
        var raised = item.raised();
        return new ConsultedMatter(raised.community(), raised.item(), raised.meeting(), solvedOn);
    }

    /**
     * The meetings held up to a day.
     *
     * @param day the day, included
     * @return in the order of the records
     */
    public List<HeldConsultation> heldBy(LocalDate day) {
        return held.stream().filter(meeting -> !meeting.heldOn().isAfter(day)).toList();
    }

    /**
     * The matters solved up to a day.
     *
     * @param day the day, included
     * @return in the order of the records
     */
    public List<ConsultedMatter> solvedBy(LocalDate day) {
        return matters.stream().filter(matter -> !matter.solvedOn().isAfter(day)).toList();
    }
}
