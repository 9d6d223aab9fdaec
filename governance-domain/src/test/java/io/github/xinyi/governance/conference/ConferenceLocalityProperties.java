package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.Sessions.COMMUNITY;
import static io.github.xinyi.governance.conference.Sessions.JULY_1;
import static io.github.xinyi.governance.conference.Sessions.at;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaClosed;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A locality's conference is a table; any valid one is held, and any faulty one refused in full.
 */
class ConferenceLocalityProperties {

    private static final Wording TEXT = new Wording("正文");
    private static final ActionItemId TASK = ActionItemId.of("A1");

    @Property(tries = 80)
    void everyLocalityHoldsTwoConferencesUpToTheirSignatures(@ForAll Random random) {
        ConferencePattern drawn = accepted(ConferencePatternSheet.read(table(rows(random))));
        for (ConferencePattern pattern :
                List.of(
                        drawn,
                        ConferencePatternSheet.fourParty(),
                        ConferencePatternSheet.partyBuilding(),
                        ConferencePatternSheet.shandong())) {
            Course course = new Course(pattern);
            LocalDate second = JULY_1.plusMonths(pattern.figure(PatternItem.PERIOD_MONTHS));

            course.open(MeetingId.of("M1"), JULY_1);
            course.add(task(MeetingId.of("M1"), pattern, JULY_1));
            course.end(MeetingId.of("M1"), JULY_1);
            course.open(MeetingId.of("M2"), second);
            assertThat(
                            refusal(
                                    course.state.propose(
                                            new AgendaClosed(
                                                    COMMUNITY, MeetingId.of("M2"), at(second)))))
                    .containsExactly("conference.item-dealt-with");
            course.add(
                    new ActionItemDealtWith(
                            COMMUNITY,
                            MeetingId.of("M2"),
                            TASK,
                            Dealing.CLOSED,
                            TEXT,
                            JULY_1.plusDays(9),
                            at(second)));
            course.end(MeetingId.of("M2"), second);

            assertThat(course.state.openItems()).isEmpty();
            assertThat(Conferences.from(course.history).sittings())
                    .isEqualTo(course.state.sittings());
        }
    }

    @Property(tries = 200)
    void everyPlantedFaultIsOneReason(@ForAll @IntRange(min = 1, max = 255) int planted) {
        List<String> rows = new ArrayList<>();
        rows.add(row("召集方", "第1方"));
        for (int party = 2; party <= 6; party++) {
            rows.add(row("参会方", "第" + party + "方"));
        }
        boolean[] plants = new boolean[8];
        for (int i = 0; i < plants.length; i++) {
            plants[i] = (planted & (1 << i)) != 0;
        }
        rows.add(row("名称", plants[0] ? "长".repeat(41) : "联席会议"));
        if (plants[1]) {
            rows.add(row("参会方", "第2方"));
        }
        if (!plants[2]) {
            rows.add(row("例会间隔月数", plants[3] ? "13" : "3"));
        }
        rows.add(row("议程提前天数", plants[4] ? "31" : "3"));
        rows.add(row("临时会议天数", plants[5] ? "0" : "7"));
        if (plants[6]) {
            rows.add(row("临时会议天数", "7"));
        }
        rows.add(row("到会方数", plants[7] ? "3" : "5"));
        boolean hidden = plants[2] && plants[3];

        assertThat(refusal(ConferencePatternSheet.read(table(rows))))
                .hasSize(Integer.bitCount(planted) - (hidden ? 1 : 0));
    }

    private static ActionItemRaised task(
            MeetingId meeting, ConferencePattern pattern, LocalDate day) {
        return new ActionItemRaised(
                COMMUNITY,
                meeting,
                1,
                TASK,
                Purpose.OWN_BUSINESS,
                TEXT,
                pattern.convener(),
                PersonId.of("P0"),
                day.plusDays(9),
                at(day));
    }

    /** The history of one community under one table. */
    private static final class Course {

        private final ConferencePattern pattern;
        private final List<ConferenceEvent> history = new ArrayList<>();
        private Conferences state = Conferences.from(List.of());

        Course(ConferencePattern pattern) {
            this.pattern = pattern;
            add(new PatternAdopted(COMMUNITY, pattern, at(JULY_1.minusDays(60))));
        }

        void add(ConferenceEvent event) {
            state = state.after(accepted(state.propose(event)));
            history.add(event);
        }

        /** One day and one party below what the table asks are refused, each by its rule. */
        void open(MeetingId meeting, LocalDate day) {
            LocalDate last = day.minusDays(pattern.figure(PatternItem.AGENDA_DAYS));
            add(
                    new ConferenceCalled(
                            COMMUNITY,
                            meeting,
                            Kind.ORDINARY,
                            pattern.convener(),
                            last,
                            day,
                            at(last)));
            assertThat(refusal(state.propose(agenda(meeting, last.plusDays(1)))))
                    .containsExactly("conference.agenda-in-time");
            add(agenda(meeting, last));
            int quorum = pattern.figure(PatternItem.QUORUM);
            for (int i = 0; i < quorum; i++) {
                assertThat(refusal(state.propose(opening(meeting, day))))
                        .contains("conference.quorum-parties");
                Party party = pattern.parties().get(i);
                add(
                        new AttendanceRecorded(
                                COMMUNITY, meeting, party, PersonId.of("P" + i), at(day)));
            }
            add(opening(meeting, day));
        }

        void end(MeetingId meeting, LocalDate day) {
            add(new AgendaClosed(COMMUNITY, meeting, at(day)));
            PaperDigest digest = state.minutesDigest(meeting, TEXT);
            add(new MinutesRecorded(COMMUNITY, meeting, TEXT, digest, at(day)));
            state.sitting(meeting)
                    .orElseThrow()
                    .attendance()
                    .forEach(
                            (party, person) ->
                                    add(
                                            new MinutesSigned(
                                                    COMMUNITY, meeting, party, person, digest,
                                                    at(day))));
            assertThat(state.sitting(meeting).orElseThrow().awaited(digest)).isEmpty();
        }

        private static ConferenceOpened opening(MeetingId meeting, LocalDate day) {
            return new ConferenceOpened(COMMUNITY, meeting, at(day));
        }

        private static AgendaSent agenda(MeetingId meeting, LocalDate day) {
            return new AgendaSent(
                    COMMUNITY,
                    meeting,
                    List.of(new AgendaItem(TEXT, new TreeSet<>())),
                    PersonId.of("P0"),
                    at(day));
        }
    }

    private static List<String> rows(Random random) {
        int parties = 3 + random.nextInt(10);
        int quorum = parties / 2 + 1 + random.nextInt((parties + 1) / 2);
        List<String> rows = new ArrayList<>();
        rows.add(row("名称", "某市联席会议"));
        rows.add(row("召集方", "第1方"));
        Stream.iterate(2, i -> i <= parties, i -> i + 1)
                .map(i -> row("参会方", "第" + i + "方"))
                .forEach(rows::add);
        rows.add(row("例会间隔月数", "" + (1 + random.nextInt(12))));
        rows.add(row("议程提前天数", "" + random.nextInt(29)));
        rows.add(row("临时会议天数", "" + (1 + random.nextInt(30))));
        rows.add(row("到会方数", "" + quorum));
        return rows;
    }

    private static String row(String item, String value) {
        return item + "," + value + ",某市办法,本库解读";
    }

    private static SheetFile table(List<String> rows) {
        String text = "项目,值,出处,依据程度\n" + String.join("\n", rows);
        return SheetFile.utf8("conference.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
