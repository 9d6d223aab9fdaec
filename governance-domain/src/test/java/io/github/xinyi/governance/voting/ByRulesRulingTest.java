package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountPolicy.Silence;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.ruling.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V8: the ruling on a motion tells both counts, and that only the law's decides. */
class ByRulesRulingTest {

    private static final List<String> SHARES =
            List.of(
                    "voting.by-rules-area-quorum",
                    "voting.by-rules-head-quorum",
                    "voting.by-rules-area-consent",
                    "voting.by-rules-head-consent");

    private static final List<Unit> UNITS =
            List.of(
                    Samples.home(1, 100, "P1"),
                    Samples.home(2, 100, "P2"),
                    Samples.home(3, 100, "P3"));

    /** The defect: a count that the law does not know was told as if the Code asked for it. */
    @Test
    void tellsTheCountBySilenceForComparisonAndAsNoTextOfTheLaw() {
        MotionResult result = count(silence(), 1, Samples.COUNTED);

        Ruling own = result.byRules().orElseThrow().judgement().ruling();

        assertThat(own.findings().subList(1, 5))
                .extracting(finding -> finding.rule().value(), Finding::verdict)
                .containsExactly(
                        tuple(SHARES.get(0), Verdict.MET),
                        tuple(SHARES.get(1), Verdict.MET),
                        tuple(SHARES.get(2), Verdict.MET),
                        tuple(SHARES.get(3), Verdict.MET));
        assertThat(own.findings().subList(1, 5))
                .allSatisfy(
                        share ->
                                assertThat(share.basis())
                                        .noneMatch(c -> c.standing() == Standing.TEXT_READ)
                                        .first()
                                        .hasToString("GR art. 26"));
        assertThat(RuleTexts.governance(Language.EN).render(own.findings().get(1)))
                .isEqualTo(
                        "✔ For comparison, counted otherwise (议事规则第26条): area taking part 3.00/3.00"
                            + " m², ≥2/3 is reached [Guidance Rules on Owners' Meetings and"
                            + " Committees art. 26 (text not verified); Civil Code art. 278 para. 2"
                            + " (our reading of the law); SPC Interpretation on Condominium"
                            + " Ownership art. 8 (our reading of the law)]");
    }

    /** The defect: the ruling told two words of the other count, and nothing where both agree. */
    @ParameterizedTest(name = "{0} of three in favour")
    @ValueSource(ints = {0, 1, 2, 3})
    void everyRulingTellsBothCountsWhetherOrNotTheyAgree(int inFavour) {
        MotionResult law = count(Bylaws.none(), inFavour, Samples.COUNTED);
        MotionResult both = count(silence(), inFavour, Samples.COUNTED);

        assertThat(both.result()).isEqualTo(law.result());
        assertThat(both.ruling().verdict()).isEqualTo(law.ruling().verdict());
        assertThat(both.ruling().findings()).containsAll(law.ruling().findings());
        assertThat(both.ruling().findings())
                .filteredOn(finding -> !law.ruling().findings().contains(finding))
                .allMatch(finding -> finding.verdict() == Verdict.NOT_APPLICABLE)
                .extracting(finding -> finding.rule().value())
                .filteredOn(rule -> !rule.equals("voting.contested"))
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Stream.of(
                                                "bylaw.clause-adopted",
                                                "bylaw.clause-stated",
                                                "bylaw.delivery-proven"),
                                        SHARES.stream())
                                .toList());
        Words.told(both.ruling());
    }

    @Test
    void tellsWhatTheOtherCountComesToInBothLanguages() {
        Ruling ruling = count(silence(), 1, Samples.COUNTED).ruling();

        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains(
                        "– 结果有争议：依法统计为参与表决未达法定比例，按本小区规则统计为通过；以依法统计为准",
                        "– 就未反馈意见的业主另行统计，须有本次会议之前已通过的条款：议事规则第26条",
                        "– 未反馈的2户中，2户有送达证明；仅计有送达证明者",
                        "– 另行统计〔议事规则第26条〕，仅供对照：同意人数 3/3，>1/2已达到 [");
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("owners in favour 3/3, >1/2 is reached [");
    }

    @Test
    void aShareThatIsMissedOrOpenIsToldSo() {
        Ruling missed = count(silence(), 0, Samples.COUNTED).ruling();
        Ruling open = Words.told(count(silence(), 1, Samples.CLOSES).ruling());

        assertThat(RuleTexts.governance(Language.EN).render(missed))
                .contains("owners in favour 0/0, >1/2 is not reached");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(missed)).contains(">1/2未达到");
        assertThat(open.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(RuleTexts.governance(Language.EN).render(open))
                .contains("owners in favour 3/3, >1/2 is open, as is the voting");
    }

    /** A share of the region is measured on both counts too. */
    @Test
    void tellsTheSharesOfTheRegionOfBothCounts() {
        Bylaws region =
                silence()
                        .with(
                                Bylaws.none()
                                        .under(Profiles.with("guarantee.participation,≥3/4"))
                                        .local());

        List<Finding> findings = count(region, 1, Samples.COUNTED).ruling().findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().value().equals(SHARES.get(0)))
                .extracting(finding -> finding.evidence().get("threshold"))
                .containsExactly("≥2/3", "≥3/4");
    }

    /** A rule that is not heard counts nothing, and the ruling says why. */
    @Test
    void aClauseThatIsNotHeardIsToldWithoutACount() {
        Bylaws unheard =
                Bylaws.none()
                        .with(
                                CountPolicy.statutory()
                                        .withSilence(Silence.COUNT_IN_QUORUM_AS_ABSTAIN));

        MotionResult result = count(unheard, 1, Samples.COUNTED);

        assertThat(result.byRules()).isEmpty();
        assertThat(result.ruling().findings())
                .filteredOn(finding -> finding.rule().value().startsWith("bylaw."))
                .singleElement()
                .satisfies(
                        clause -> {
                            assertThat(clause.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(clause.evidence()).containsEntry("clause", "-");
                        });
        assertThat(result.ruling().findings())
                .noneMatch(finding -> finding.rule().value().startsWith("voting.by-rules"));
    }

    /** The defect: the rule that limits the principals of a proxy was cited nowhere. */
    @Test
    void theLimitOnProxiesIsToldWithTheClauseThatSetsIt() {
        Citation source = Statutes.PROPERTY_MANAGEMENT_REGULATION.at(32, 1);
        Bylaws limited =
                new Bylaws(
                        CountPolicy.statutory(),
                        HeadPolicy.statutory(),
                        List.of(),
                        new TreeSet<>(),
                        List.of(
                                new ProxyLimit(3, Statutes.CIVIL_CODE.at(1)),
                                new ProxyLimit(1, source)),
                        List.of());

        Ruling ruling = count(limited, 1, Samples.COUNTED).ruling();

        assertThat(ruling.findings())
                .filteredOn(finding -> finding.rule().value().equals("voting.by-rules-principals"))
                .singleElement()
                .satisfies(
                        limit -> {
                            assertThat(limit.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(limit.evidence()).containsExactly(Map.entry("limit", "1"));
                            assertThat(limit.basis()).containsExactly(source);
                        });
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains(
                        "– For comparison, counted otherwise: one proxy votes for no more owners"
                                + " than 1 [Property Management Regulation art. 32 para. 1]",
                        "– For comparison, counted otherwise: owners in favour 1/1, >1/2 is"
                                + " reached [Property Management Regulation art. 32 para. 1;");
        assertThat(count(Bylaws.none(), 1, Samples.COUNTED).ruling().findings())
                .noneMatch(finding -> finding.rule().value().startsWith("voting.by-rules"));
    }

    /** What a record tells of the other count stays as it was written. */
    @Test
    void theRecordedTextTellsTheOtherCountAsBefore() {
        String text = tally(silence(), 1, Samples.COUNTED).canonicalText();

        assertThat(text)
                .contains(
                        "\nby-rules\tM1\tvoting.area-quorum\tMET\t",
                        "\nresult-by-rules\tM1\tPASSED\n")
                .doesNotContain("voting.by-rules-");
    }

    private static MotionResult count(Bylaws bylaws, int inFavour, Instant at) {
        return tally(bylaws, inFavour, at).motion(Samples.M1);
    }

    private static TallyResult tally(Bylaws bylaws, int inFavour, Instant at) {
        List<Ballot> ballots =
                IntStream.rangeClosed(1, inFavour)
                        .mapToObj(i -> Samples.ballot(i, "P" + i, i, Choice.FOR))
                        .toList();
        List<Delivery> deliveries =
                UNITS.stream().map(u -> new Delivery(u.id(), Channel.PAPER, "签收单")).toList();
        return Answers.accepted(
                Tally.count(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(UNITS),
                        new BallotBox(ballots, List.of(), deliveries, new TreeSet<>()),
                        bylaws,
                        at));
    }

    private static Bylaws silence() {
        return Bylaws.none()
                .with(CountPolicy.statutory().withSilence(Silence.FOLLOW_MAJORITY_ALL_DELIVERED))
                .with(
                        new AdoptedClause(
                                CountTopic.SILENCE,
                                "议事规则第26条",
                                LocalDate.of(2023, 5, 1),
                                MeetingId.of("2023-OM-01"),
                                Samples.M1));
    }
}
