package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.Sessions.COMMUNITY;
import static io.github.xinyi.governance.conference.Sessions.JULY_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceLapsed;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The conferences held and the tasks closed, measured of full records that random commands made,
 * are those that a recount of the events finds: called, broken off, carried and closed.
 */
class ConferenceRecountProperties {

    private static final int DAYS = 60;

    @Property(tries = 60)
    void conferencesAndTasksEqualARecountOfTheEvents(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        ConferenceProperties.Course course = course(random, parties);

        for (int day = -2; day < DAYS; day++) {
            judge(course, JULY_1.plusDays(day));
        }
    }

    /**
     * A random course and one conference more, which closes all tasks that are open or, if there
     * are any and it does not, is broken off two days after it was opened.
     */
    private static ConferenceProperties.Course course(Random random, int parties) {
        ConferenceProperties.Course course = new ConferenceProperties.Course(random, parties);
        course.run();
        LocalDate late = JULY_1.plusDays(25);
        course.endAll(late);
        if (random.nextInt(4) == 0) {
            course.closeEveryTask(MeetingId.of("LAST"), late);
        } else {
            course.open(MeetingId.of("LAST"), late);
        }
        course.endAll(late.plusDays(32));
        return course;
    }

    /** How each conference and each task counts on the day. */
    private static Map<String, Map<RecordId, Count>> judge(
            ConferenceProperties.Course course, LocalDate day) {
        Map<MeetingId, LocalDate> heldOn = new HashMap<>();
        Map<RecordId, Count> held = new HashMap<>();
        Map<RecordId, Count> tasks = new HashMap<>();
        for (ConferenceEvent event : course.history) {
            boolean past = !event.occurredAt().atZone(Meeting.ZONE).toLocalDate().isAfter(day);
            if (event instanceof ConferenceCalled called) {
                heldOn.put(called.meeting(), called.heldOn());
                boolean due = !called.heldOn().isAfter(day);
                held.put(id(called.meeting()), due ? Count.NOT_HELD : Count.NOT_YET_DUE);
            } else if (event instanceof ConferenceOpened opened && past) {
                held.put(id(opened.meeting()), Count.COUNTED);
            } else if (event instanceof ConferenceLapsed lapsed && past) {
                held.computeIfPresent(
                        id(lapsed.meeting()),
                        (id, was) -> was == Count.NOT_YET_DUE ? was : Count.NOT_HELD);
            } else if (event instanceof ActionItemRaised raised
                    && !heldOn.getOrDefault(raised.meeting(), LocalDate.MAX).isAfter(day)) {
                tasks.put(id(raised.item()), Count.OPEN);
            } else if (event instanceof ActionItemDealtWith dealt
                    && dealt.dealing() == Dealing.CLOSED
                    && !heldOn.getOrDefault(dealt.meeting(), LocalDate.MAX).isAfter(day)) {
                tasks.put(id(dealt.item()), Count.COUNTED);
            }
        }

        List<Measurement> measured = ServiceMeasures.conferences(day, List.of(course.state));
        Measurement matters = ServiceMeasures.matters(day, Consultations.of(List.of(course.state)));

        assertThat(measured).hasSize(held.isEmpty() ? 0 : 1);
        measured.forEach(own -> assertThat(own.records()).isEqualTo(held));
        assertThat(matters.records()).isEqualTo(tasks);
        return Map.of("conference", held, "task", tasks);
    }

    private static RecordId id(Object own) {
        return new RecordId(COMMUNITY, own.toString());
    }

    /** Each way in which a conference and a task can count was counted again. */
    @Property(tries = 1)
    void theCoursesReachEveryCount() {
        Map<String, Integer> reached = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            ConferenceProperties.Course course = course(random, 3);
            for (int days = 0; days < DAYS; days++) {
                judge(course, JULY_1.plusDays(days))
                        .forEach((what, counts) -> count(what, counts.values(), reached));
            }
            reached.merge("broken off later", brokenOffLater(course), Integer::sum);
        }

        List<String> every =
                List.of(
                        "conference COUNTED",
                        "conference NOT_HELD",
                        "conference NOT_YET_DUE",
                        "broken off later",
                        "task COUNTED",
                        "task OPEN");
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 3, reached.toString());
    }

    /** How many counted as held on a day, and on a later one no more. */
    private static int brokenOffLater(ConferenceProperties.Course course) {
        Map<MeetingId, LocalDate> opened = new HashMap<>();
        int later = 0;
        for (ConferenceEvent event : course.history) {
            LocalDate today = event.occurredAt().atZone(Meeting.ZONE).toLocalDate();
            if (event instanceof ConferenceOpened own) {
                opened.put(own.meeting(), today);
            } else if (event instanceof ConferenceLapsed lapsed
                    && opened.getOrDefault(lapsed.meeting(), today).isBefore(today)) {
                later++;
            }
        }
        return later;
    }

    private static void count(String what, Collection<Count> counts, Map<String, Integer> reached) {
        counts.forEach(count -> reached.merge(what + " " + count, 1, Integer::sum));
    }
}
