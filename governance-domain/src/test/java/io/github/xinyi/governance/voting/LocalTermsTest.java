package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A region that asks for more than the nation keeps a vote from passing that breaks its terms. */
class LocalTermsTest {

    private static final LocalDate OPENING = LocalDate.of(2024, 12, 16);

    @ParameterizedTest(name = "Hangzhou 20(3), {0} days of voting: {1}")
    @CsvSource({
        "4, INVALID_PROCEDURE",
        "5, PASSED",
        "6, PASSED",
        "59, PASSED",
        "60, PASSED",
        "61, INVALID_PROCEDURE"
    })
    void votingInHangzhouTakesFiveToSixtyDays(int days, Result expected) {
        assertThat(vote(Profiles.of("HANGZHOU"), 15, days, 100, 100).result()).isEqualTo(expected);
        assertThat(vote(RegionProfile.national(), 15, days, 100, 100).result())
                .isEqualTo(Result.PASSED);
    }

    @ParameterizedTest(name = "{0}, {1} days of notice: {2}")
    @CsvSource({
        "BEIJING, 14, INVALID_PROCEDURE",
        "BEIJING, 15, PASSED",
        "BEIJING, 16, PASSED",
        "HANGZHOU, 14, INVALID_PROCEDURE",
        "HANGZHOU, 15, PASSED"
    })
    void noShippedProfileAsksForOtherNoticeThanTheNation(String region, int days, Result expected) {
        assertThat(vote(Profiles.of(region), days, 10, 100, 100).result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "twenty days of notice asked, {0} given: {1}")
    @CsvSource({"19, INVALID_PROCEDURE", "20, PASSED", "21, PASSED"})
    void aRegionMayAskForMoreNoticeThanPropertyManagementRegulation14(int days, Result expected) {
        RegionProfile twenty = Profiles.with("notice.regular-days,20");

        assertThat(vote(twenty, days, 10, 100, 100).result()).isEqualTo(expected);
        assertThat(LocalTerms.of(twenty, LocalTerms.Called.EXTRAORDINARY))
                .isEqualTo(LocalTerms.none());
    }

    @ParameterizedTest(name = "three quarters must take part, {0} of 100 do: {1}")
    @CsvSource({"74, NO_QUORUM", "75, PASSED", "76, PASSED"})
    void aRegionMayAskForAHigherQuorumThanCivilCode278(int taking, Result expected) {
        RegionProfile higher = Profiles.with("guarantee.participation,≥3/4");

        assertThat(vote(higher, 15, 10, taking, taking).result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "two thirds of those taking part must consent, {0} of 90 do: {1}")
    @CsvSource({"59, REJECTED", "60, PASSED", "61, PASSED"})
    void aRegionMayAskForMoreConsentThanCivilCode278(int inFavour, Result expected) {
        RegionProfile higher = Profiles.with("guarantee.ordinary,≥2/3");

        assertThat(vote(higher, 15, 10, 90, inFavour).result()).isEqualTo(expected);
        assertThat(vote(Profiles.with("guarantee.special,≥4/5"), 15, 10, 90, inFavour).result())
                .isEqualTo(Result.PASSED);
    }

    @Test
    void tellsEveryLocalTermInBothLanguages() {
        MotionResult result =
                count(
                        meeting(OPENING, 15, 4),
                        Bylaws.none().under(Profiles.of("HANGZHOU")),
                        100,
                        100);

        assertThat(RuleTexts.governance(Language.EN).render(result.ruling()))
                .contains("Local law: voting from 2024-12-16 to 2024-12-20: 4 days; at least 5 are")
                .contains("at most 60 are allowed");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(result.ruling()))
                .contains("地方规定：表决期自2024-12-16至2024-12-20，共4日；不得少于5日");
        MotionResult shares =
                count(
                        meeting(OPENING, 19, 10),
                        Bylaws.none().under(Profiles.with("guarantee.participation,≥3/4")),
                        70,
                        70);
        assertThat(RuleTexts.governance(Language.EN).render(shares.ruling()))
                .contains("Local law: area taking part 70.00/100.00 m²; ≥3/4 is needed")
                .contains("Local law: owners taking part 70/100; ≥3/4 is needed");
        assertThat(LocalFinding.AreaShare.CONSENT).hasToString("voting.local-area-consent");
        assertThat(LocalFinding.HeadShare.CONSENT).hasToString("voting.local-head-consent");
        assertThat(LocalFinding.AreaShare.QUORUM).hasToString("voting.local-area-quorum");
        assertThat(LocalFinding.HeadShare.QUORUM).hasToString("voting.local-head-quorum");
        assertThat(LocalFinding.Days.NOTICE).hasToString("voting.local-notice-days");
        assertThat(LocalFinding.Days.LEAST).hasToString("voting.local-voting-least-days");
        assertThat(LocalFinding.Days.MOST).hasToString("voting.local-voting-most-days");
    }

    @Test
    void keepsLocalTermsInTheTextOfTheRulesAndReadsThemBack() {
        Bylaws rules = Bylaws.none().under(Profiles.of("HANGZHOU"));
        Bylaws higher = Bylaws.none().under(Profiles.with("guarantee.ordinary,≥2/3"));

        assertThat(rules.canonicalText()).startsWith("xinyi-bylaws-2\n");
        assertThat(Bylaws.none().canonicalText()).startsWith("xinyi-bylaws-1\n");
        assertThat(Bylaws.parse(rules.canonicalText())).isEqualTo(rules);
        assertThat(Bylaws.parse(higher.canonicalText())).isEqualTo(higher);
        LocalTerms.Days term = rules.local().days().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalTerms(List.of(term, term), List.of()));
    }

    /** The defect: a vote was said to rest on text where it rests on readings of it. */
    @Test
    void everyRulingSaysWhatOfTheCountIsAReading() {
        Ruling ruling = vote(RegionProfile.national(), 15, 10, 100, 100).ruling();

        Finding readings =
                ruling.findings().stream()
                        .filter(finding -> finding.rule().equals(VotingFinding.Readings.CODE))
                        .findFirst()
                        .orElseThrow();

        assertThat(ruling.verdict()).isEqualTo(Verdict.MET);
        assertThat(readings.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(readings.basis())
                .extracting(Object::toString)
                .containsExactly(
                        "CC art. 278 para. 2",
                        "SPC-Own art. 2",
                        "SPC-Own art. 8",
                        "SPC-Own art. 9",
                        "CC art. 278 para. 1 item 4");
        assertThat(readings.basis()).allMatch(c -> c.standing() == Standing.INTERPRETATION);
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("How the votes are read (I01-I10, I45, BALLOTS/4), that 过半数 is more");
    }

    /** The defect: a meeting of 2010 cited the text of 2018 as read. */
    @Property(tries = 500)
    void everyCitationCoversTheDayOfTheMeetingOrIsMarked(@ForAll @IntRange(max = 7_000) int day) {
        LocalDate opening = LocalDate.of(2007, 10, 1).plusDays(day);

        Ruling ruling = count(meeting(opening, 20, 10), Bylaws.none(), 100, 100).ruling();

        assertThat(ruling.findings()).isNotEmpty();
        assertThat(ruling.findings().stream().flatMap(finding -> finding.basis().stream()))
                .isNotEmpty()
                .allMatch(
                        source ->
                                source.inForce().contains(opening)
                                        || source.standing() == Standing.UNVERIFIED);
    }

    private static MotionResult vote(
            RegionProfile profile, int notice, int voting, int taking, int inFavour) {
        return count(
                meeting(OPENING, notice, voting), Bylaws.none().under(profile), taking, inFavour);
    }

    private static Meeting meeting(LocalDate opening, int notice, int voting) {
        return new Meeting(
                MeetingId.of("OM-1"),
                Samples.COMMUNITY,
                opening.minusDays(1),
                opening.minusDays(notice),
                opening.atTime(9, 0).atZone(Meeting.ZONE).toInstant(),
                opening.plusDays(voting).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                List.of(new Motion(Samples.M1, Matter.MANAGER_APPOINTMENT, "选聘物业服务企业")));
    }

    /** A vote of a hundred units of 1 m² with one owner each. */
    private static MotionResult count(Meeting meeting, Bylaws rules, int taking, int inFavour) {
        List<Unit> units =
                IntStream.rangeClosed(1, 100).mapToObj(i -> Samples.home(i, 100, "P" + i)).toList();
        List<Ballot> ballots =
                IntStream.rangeClosed(1, taking)
                        .mapToObj(i -> ballot(meeting, i, i <= inFavour))
                        .toList();
        return Tally.count(
                        meeting,
                        Roster.of(
                                        meeting.community(),
                                        meeting.rosterDate(),
                                        Parties.of(Samples.DEVELOPER),
                                        units)
                                .orElseThrow(r -> new IllegalStateException(r.toString())),
                        BallotBox.of(ballots),
                        rules,
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }

    private static Ballot ballot(Meeting meeting, int unit, boolean inFavour) {
        return new Ballot(
                BallotId.of("V" + unit),
                Samples.unitId(unit),
                PersonId.of("P" + unit),
                Channel.ONLINE,
                meeting.opensAt(),
                Signature.SIGNED,
                new TreeMap<>(Map.of(Samples.M1, Set.of(inFavour ? Choice.FOR : Choice.AGAINST))));
    }

    @ParameterizedTest(name = "{0} citing {2}")
    @CsvSource({
        "voting.local-area-quorum,guarantee.participation,XX art. 1 para. 1",
        "voting.local-head-quorum,guarantee.participation,XX art. 1 para. 1",
        "voting.local-area-consent,guarantee.ordinary,XX art. 1 para. 1",
        "voting.local-head-consent,guarantee.ordinary,XX art. 1 para. 1",
        "voting.local-voting-least-days,,HZ art. 20 para. 3",
        "voting.local-voting-most-days,,HZ art. 20 para. 3"
    })
    void tellsEveryLocalTermWithItsClauseAsOurReading(
            String rule, @Nullable String clause, String source) {
        RegionProfile profile =
                clause == null ? Profiles.of("HANGZHOU") : Profiles.with(clause + ",≥3/4");

        assertThat(vote(profile, 15, 10, 80, 70).ruling().findings())
                .filteredOn(finding -> finding.rule().value().equals(rule))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.basis())
                                    .extracting(Citation::toString)
                                    .containsExactly(source);
                            assertThat(finding.basis())
                                    .extracting(Citation::standing)
                                    .containsExactly(Standing.INTERPRETATION);
                        });
    }

    @Test
    void aFindingOfADayTellsTheSameFiguresAndMarksWhatWasNotInForce() {
        Finding notice =
                new VotingFinding.NoticeDays(
                        OPENING.minusDays(15), OPENING, RuleSet.CIVIL_CODE_2021);

        Finding earlier = VotingFinding.OnDay.of(notice, LocalDate.of(1998, 1, 1));

        assertThat(VotingFinding.OnDay.of(notice, OPENING)).isSameAs(notice);
        assertThat(earlier.rule()).isEqualTo(notice.rule());
        assertThat(earlier.evidence()).isEqualTo(notice.evidence()).isNotEmpty();
        assertThat(earlier.basis())
                .isNotEmpty()
                .allMatch(source -> source.standing() == Standing.UNVERIFIED);
    }
}
