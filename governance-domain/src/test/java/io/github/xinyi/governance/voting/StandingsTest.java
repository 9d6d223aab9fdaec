package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.BylawRule;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rulings on a vote say of the sources of their rules, on any day. */
class StandingsTest {

    /** Those whose article was read and says so itself. */
    private static final EnumSet<SetAside.Reason> READ =
            EnumSet.of(
                    SetAside.Reason.NOT_AN_OWNER,
                    SetAside.Reason.AUTHORITY_OUT_OF_DATE,
                    SetAside.Reason.AUTHORITY_WITHDRAWN);

    @Test
    void everyRuleThatIsUnverifiedOrAReadingSaysSoInTheRulingThatUsesIt() {
        NavigableSet<String> expected = new TreeSet<>(Marks.marked(BylawRule.values()));
        expected.addAll(
                List.of(
                        "voting.box-full",
                        "voting.contested",
                        "voting.notice-days",
                        "voting.readings",
                        "voting.roster-day"));

        assertThat(Marks.told(rulings(2024), expected::contains))
                .isEqualTo(expected)
                .contains(
                        "bylaw.clause-adopted", "bylaw.clause-resolution", "bylaw.delivery-proven");
    }

    @ParameterizedTest
    @ValueSource(ints = {2008, 2019, 2024})
    void noTextThatWasNotInForceOnTheDayIsCitedAsRead(int year) {
        LocalDate opening = opening(year);

        assertThat(rulings(year))
                .flatExtracting(Ruling::findings)
                .flatExtracting(finding -> finding.basis())
                .isNotEmpty()
                .allMatch(
                        source ->
                                source.inForce().contains(opening)
                                        || source.standing() == Standing.UNVERIFIED);
    }

    /** The defect: a ballot was set aside by a reading that cited nothing. */
    @ParameterizedTest
    @EnumSource
    void everyReasonSaysWhatItStandsOnAndWhetherThatIsAReading(SetAside.Reason reason) {
        Ruling now = aside(reason, LocalDate.of(2024, 12, 16)).ruling();
        Ruling before = aside(reason, LocalDate.of(2009, 12, 16)).ruling();

        assertThat(now.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.basis()).isNotEmpty());
        assertThat(Marks.told(List.of(now), code -> true).isEmpty())
                .isEqualTo(READ.contains(reason));
        assertThat(Marks.unverified(List.of(now), code -> true)).isEmpty();
        assertThat(Marks.unverified(List.of(before), code -> true))
                .containsExactly(reason.code().value());
    }

    @Test
    void aCountTellsTheDayWithEveryBallotThatItSetsAside() {
        List<SetAside> aside = count(2019, bylaws()).motion(Samples.M1).setAside();

        assertThat(aside).isNotEmpty().allMatch(one -> one.openedOn().equals(opening(2019)));
    }

    private static SetAside aside(SetAside.Reason reason, LocalDate day) {
        return new SetAside(
                BallotId.of("V1"), Samples.unitId(1), EnumSet.of(reason), day, Samples.GROUNDS);
    }

    private static List<Ruling> rulings(int year) {
        TallyResult tally = count(year, bylaws());
        MotionResult motion = tally.motion(Samples.M1);
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(motion.ruling());
        rulings.add(new Ruling(tally.bylawFindings()));
        motion.byRules().ifPresent(own -> rulings.add(new Ruling(own.delivery())));
        motion.setAside().forEach(aside -> rulings.add(aside.ruling()));
        Meeting called = meeting(year, opening(year).minusDays(16));
        rulings.add(
                Answers.refused(
                        Tally.count(
                                called,
                                roster(called),
                                BallotBox.of(List.of()),
                                bylaws(),
                                List.of(),
                                called.closesAt().plusSeconds(1))));
        Meeting late = meeting(year, opening(year).plusDays(1));
        rulings.add(
                Answers.refused(
                        Tally.of(late, roster(late), List.of(), late.closesAt().plusSeconds(1))));
        if (year >= 2021) {
            rulings.add(
                    Ruling.of(new MeetingFinding.TooMany(late.id(), BoxLimits.Bound.REPEATED, 20)));
        }
        return rulings;
    }

    private static LocalDate opening(int year) {
        return LocalDate.of(year, 12, 16);
    }

    private static Meeting meeting(int year, LocalDate rosterDate) {
        return new Meeting(
                MeetingId.of("OM-1"),
                Samples.COMMUNITY,
                rosterDate,
                opening(year).minusDays(15),
                opening(year).atTime(9, 0).atZone(Meeting.ZONE).toInstant(),
                opening(year).plusDays(10).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                List.of(new Motion(Samples.M1, Matter.MANAGER_APPOINTMENT, "选聘")));
    }

    private static Roster roster(Meeting meeting) {
        return Answers.accepted(
                Roster.of(
                        meeting.community(),
                        meeting.rosterDate(),
                        Parties.of(Samples.DEVELOPER),
                        List.of(
                                Samples.home(1, 100, "P1"),
                                Samples.home(2, 100, "P2"),
                                Samples.home(3, 100, "P3"))));
    }

    /** One of three is in favour, one paper is a stranger's; silence counts by own rules. */
    private static TallyResult count(int year, Bylaws bylaws) {
        Meeting meeting = meeting(year, opening(year).minusDays(16));
        List<Ballot> ballots = Stream.of(1, 2).map(unit -> ballot(meeting, unit)).toList();
        return Answers.accepted(
                Tally.count(
                        meeting,
                        roster(meeting),
                        new BallotBox(
                                ballots,
                                List.of(),
                                List.of(delivery(2), delivery(3)),
                                new TreeSet<>()),
                        bylaws,
                        meeting.closesAt().plusSeconds(1)));
    }

    private static Ballot ballot(Meeting meeting, int unit) {
        return new Ballot(
                BallotId.of("V" + unit),
                Samples.unitId(unit),
                PersonId.of("P1"),
                Channel.ONLINE,
                meeting.opensAt(),
                Signature.SIGNED,
                new TreeMap<>(Map.of(Samples.M1, Set.of(Choice.FOR))));
    }

    private static Delivery delivery(int unit) {
        return new Delivery(Samples.unitId(unit), Channel.PAPER, "签收单" + unit);
    }

    private static Bylaws bylaws() {
        return Bylaws.none()
                .with(
                        CountPolicy.statutory()
                                .withSilence(CountPolicy.Silence.FOLLOW_MAJORITY_ALL_DELIVERED))
                .with(
                        new AdoptedClause(
                                CountTopic.SILENCE,
                                "议事规则第26条",
                                LocalDate.of(2007, 11, 1),
                                MeetingId.of("2007-OM-01"),
                                Samples.M1));
    }
}
