package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defect: an election was judged by the nation's law alone, whatever its region asks. */
class LocalElectionTest {

    private static final LocalDate OPENING = LocalDate.of(2024, 12, 16);
    private static final Bylaws HANGZHOU = Bylaws.none().under(Profiles.of("HANGZHOU"));

    @ParameterizedTest(name = "Hangzhou art. 20 para. 3, {0} days of voting: {1}")
    @CsvSource({
        "4, INVALID_PROCEDURE",
        "5, COMPLETE",
        "6, COMPLETE",
        "59, COMPLETE",
        "60, COMPLETE",
        "61, INVALID_PROCEDURE"
    })
    void votingInHangzhouTakesFiveToSixtyDays(int days, Validity expected) {
        Meeting meeting = meeting(15, days);

        assertThat(judge(meeting, HANGZHOU, 100, 100).validity()).isEqualTo(expected);
        assertThat(judge(meeting, HANGZHOU, 100, 100).in(Place.VOID).isEmpty())
                .isEqualTo(expected == Validity.COMPLETE);
        assertThat(judge(meeting, Bylaws.none(), 100, 100).validity()).isEqualTo(Validity.COMPLETE);
    }

    @ParameterizedTest(name = "twenty days of notice asked, {0} given: {1}")
    @CsvSource({"19, INVALID_PROCEDURE", "20, COMPLETE", "21, COMPLETE"})
    void aRegionMayAskForMoreNotice(int days, Validity expected) {
        assertThat(judge(meeting(days, 10), under("notice.regular-days,20"), 100, 100).validity())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "three quarters must take part, {0} of 100 do: {1}")
    @CsvSource({"74, NO_QUORUM", "75, COMPLETE", "76, COMPLETE"})
    void aRegionMayAskForAHigherQuorum(int taking, Validity expected) {
        Bylaws higher = under("guarantee.participation,≥3/4");

        assertThat(judge(meeting(15, 10), higher, taking, taking).validity()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "two thirds must want a candidate, {0} of 90 do: {1}")
    @CsvSource({"59, NO_MAJORITY", "60, ELECTED", "61, ELECTED"})
    void aRegionMayAskForMoreSupport(int support, Place expected) {
        ElectionJudgement judged =
                judge(meeting(15, 10), under("guarantee.ordinary,≥2/3"), 90, support);
        ElectionJudgement special =
                judge(meeting(15, 10), under("guarantee.special,≥4/5"), 90, support);
        Ruling ruling = judged.candidates().get(0).ruling();

        assertThat(judged.candidates().get(0).place()).isEqualTo(expected);
        assertThat(ruling.findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly(
                        "election.candidate-area",
                        "election.candidate-heads",
                        "election.local-candidate-area",
                        "election.local-candidate-heads");
        assertThat(ruling.refuses(ElectionRule.LOCAL_CANDIDATE_HEADS.code()))
                .isEqualTo(expected == Place.NO_MAJORITY);
        assertThat(ruling.refuses(ElectionRule.LOCAL_CANDIDATE_AREA.code()))
                .isEqualTo(expected == Place.NO_MAJORITY);
        assertThat(ruling.refuses(ElectionRule.CANDIDATE_HEADS.code())).isFalse();
        assertThat(special.candidates().get(0).place())
                .as("an election is an ordinary matter")
                .isEqualTo(Place.ELECTED);
    }

    @Test
    void showsTheLocalFindingBesideTheStatutoryOneInBothLanguages() {
        ElectionJudgement judged = judge(meeting(15, 4), HANGZHOU, 100, 100);
        ElectionJudgement higher = judge(meeting(15, 10), under("guarantee.ordinary,≥2/3"), 90, 60);
        String candidate =
                RuleTexts.governance(Language.EN).render(higher.candidates().get(0).ruling());

        assertThat(RuleTexts.governance(Language.EN).render(judged.ruling()))
                .contains("15 days; at least 15 are needed")
                .contains("Local law: voting from 2024-12-16 to 2024-12-20: 4 days; at least 5");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(judged.ruling()))
                .contains("地方规定：表决期自2024-12-16至2024-12-20，共4日；不得少于5日")
                .contains("按赞成人数、赞成面积排列先后");
        assertThat(candidate)
                .contains("Owners for candidate A 60/90; >1/2 is needed")
                .contains("Local law: owners for candidate A 60/90; ≥2/3 is needed");
    }

    @Test
    void aVotingOfTooFewDaysIsVoidWhileItIsStillOpen() {
        Meeting meeting = meeting(15, 4);

        ElectionResult open = count(meeting, HANGZHOU, 100, 100, meeting.closesAt());

        assertThat(open.judgement().validity()).isEqualTo(Validity.INVALID_PROCEDURE);
        assertThat(count(meeting, Bylaws.none(), 100, 100, meeting.closesAt()).judgement())
                .extracting(ElectionJudgement::validity)
                .isEqualTo(Validity.PENDING);
    }

    @Test
    void everyRulingTellsTheNoticesOfTheProfileAndWhatIsAReading() {
        Bylaws gansu = Bylaws.none().under(Profiles.of("GANSU"));

        List<Finding> findings = judge(meeting(15, 10), gansu, 100, 100).ruling().findings();

        assertThat(Profiles.notices(findings)).isEqualTo(1);
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals(ElectionRule.RANKING.code()))
                .singleElement()
                .satisfies(
                        ranking -> {
                            assertThat(ranking.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(ranking.basis())
                                    .extracting(source -> source.standing())
                                    .containsExactly(Standing.INTERPRETATION);
                        });
        assertThat(findings)
                .extracting(finding -> finding.rule().value())
                .contains("voting.readings");
    }

    @Test
    void theTextTellsTheTermsAndTheStandingOfEverySource() {
        String text = count(meeting(15, 10), HANGZHOU, 100, 100).canonicalText();

        assertThat(text)
                .startsWith("xinyi-election-2\n")
                .contains("bylaws\tlocal-days\tVOTING_AT_LEAST\t5\n")
                .contains("[CC art. 277 para. 1 INTERPRETATION]")
                .contains("finding\tvoting.local-voting-least-days\tMET\t");
        assertThat(count(meeting(15, 10), Bylaws.none(), 100, 100).canonicalText())
                .isNotEqualTo(text);
    }

    /** The file was written by the version before. */
    @Test
    void knowsItsTextOfTheVersionBefore() throws IOException {
        ElectionResult same = count(meeting(15, 10), Bylaws.none(), 3, 2);
        ElectionResult other = count(meeting(15, 10), Bylaws.none(), 3, 3);
        ElectionResult local = count(meeting(15, 10), HANGZHOU, 3, 2);
        String former = Motion.Document.of(read("election-1.txt")).sha256();

        assertThat(same.isKnownBy(former)).isTrue();
        assertThat(same.isKnownBy(same.sha256())).isTrue();
        assertThat(other.isKnownBy(former)).isFalse();
        assertThat(other.isKnownBy(same.sha256())).isFalse();
        assertThat(local.isKnownBy(former)).as("no region was asked then").isFalse();
        assertThat(local.isKnownBy(local.sha256())).isTrue();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = LocalElectionTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Bylaws under(String clause) {
        return Bylaws.none().under(Profiles.with(clause));
    }

    private static ElectionJudgement judge(
            Meeting meeting, Bylaws bylaws, int taking, int support) {
        return count(meeting, bylaws, taking, support).judgement();
    }

    private static ElectionResult count(Meeting meeting, Bylaws bylaws, int taking, int support) {
        return count(meeting, bylaws, taking, support, meeting.closesAt().plusSeconds(1));
    }

    /** A hundred homes of 1 m², or as few as take part; the first want A, the others abstain. */
    private static ElectionResult count(
            Meeting meeting, Bylaws bylaws, int taking, int support, Instant at) {
        List<Unit> units =
                IntStream.range(0, taking < 10 ? taking : 100)
                        .mapToObj(i -> Papers.home(i, 100, "P" + i))
                        .toList();
        List<ElectionVote> papers = new ArrayList<>();
        for (int i = 0; i < taking; i++) {
            papers.add(
                    i < support
                            ? Papers.paper(meeting, i, "P" + i, i, "A")
                            : Papers.paper(meeting, i, "P" + i, i));
        }
        return Election.count(
                        meeting,
                        Papers.M1,
                        Papers.call(new Seats(1, 1, 0, 0), "A"),
                        Papers.roster(meeting, units),
                        papers,
                        bylaws,
                        at)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Meeting meeting(int notice, int voting) {
        return new Meeting(
                MeetingId.of("2024-OM-01"),
                Papers.COMMUNITY,
                OPENING.minusDays(notice + 1),
                OPENING.minusDays(notice),
                OPENING.atTime(9, 0).atZone(Meeting.ZONE).toInstant(),
                OPENING.plusDays(voting).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                List.of(new Motion(Papers.M1, Matter.COMMITTEE_ELECTION, "选举业主委员会")));
    }
}
