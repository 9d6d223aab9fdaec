package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.published.PublishedVerdict.Outcome;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedVerdictTest {

    private static final String HEADER =
            "事项,通知日期,表决日期,比例基数,总面积,参与面积,同意面积,反对面积,弃权面积,总人数,参与人数,同意人数,反对人数,弃权人数\n";

    /** Published by a meeting in Shanghai in 2022; the matter is not part of it. */
    private static final String SHANGHAI = "124799.30,93449.08,65.99%,,,1152,905,65.08%,,";

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "9"})
    void theShanghaiFiguresOf2022PassAnOrdinaryMatterByCivilCode278(int item) {
        PublishedVerdict verdict = verdict(item + ",参与," + SHANGHAI);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.ruling().verdict()).isEqualTo(Verdict.MET);
        assertThat(evidence(verdict, PublishedRule.HEADS_CONSENT, "consenting")).isEqualTo("589");
        assertThat(evidence(verdict, PublishedRule.AREA_CONSENT, "consenting"))
                .isEqualTo("61662.38..61671.72");
    }

    @ParameterizedTest
    @CsvSource({"6", "7", "8"})
    void theShanghaiFiguresOf2022RejectASpecialMatterByCivilCode278(int item) {
        PublishedVerdict verdict = verdict(item + ",参与," + SHANGHAI);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.ruling().refuses(PublishedRule.HEADS_CONSENT.code())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4,PASSED", "6,REJECTED"})
    void theShanghaiFiguresProveTheirBaseAsNoCountOf1152RoundsTo(int item, Outcome expected) {
        assertThat(Percentage.parse("65.08%", Base.TOTAL).partsOf(1152).isEmpty()).isTrue();
        assertThat(verdict(item + ",未注明," + SHANGHAI).outcome()).isEqualTo(expected);
    }

    /** Two thirds of 30,000 m² and of 3,000 owners, above half of those taking part. */
    @ParameterizedTest(name = "{0} of {1} m² in favour: {2}")
    @CsvSource({
        "10000.01,19999.99,NO_QUORUM",
        "10000.01,20000.00,PASSED",
        "10000.01,20000.01,PASSED",
        "10000.00,20000.00,REJECTED",
        "9999.99,20000.00,REJECTED"
    })
    void aTurnoutThatIsNotPrintedIsTheSumOfTheAnswersByCivilCode278(
            BigDecimal inFavour, BigDecimal taking, Outcome expected) {
        BigDecimal against = taking.subtract(inFavour).subtract(BigDecimal.ONE);

        PublishedVerdict verdict =
                verdict("4,参与,30000,," + inFavour + "," + against + ",1,3000,,1500,501,1");

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(evidence(verdict, PublishedRule.AREA_QUORUM, "participating"))
                .isEqualTo(taking.toPlainString());
    }

    @Test
    void anAnswerThatIsNotPrintedEitherLeavesTheTurnoutOpen() {
        assertThat(verdict("4,参与,30000,,10000.01,9000,,3000,,1500,501,").outcome())
                .isEqualTo(Outcome.NOT_ESTABLISHED);
    }

    @Test
    void aBaseThatIsNotStatedLeavesOpenWhatItDecides() {
        PublishedVerdict verdict = verdict("6,未注明,30000,25000,20000,,,3000,2500,70%,,");

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ESTABLISHED);
        assertThat(rules(verdict, Verdict.UNDETERMINED))
                .contains(PublishedRule.HEADS_NEED_BASE.code().value());
    }

    /**
     * No count of 8 is 20.00 per cent, so abstention is of all 10; that says nothing of consent.
     */
    @Test
    void theBaseOfOneLineProvesNothingOfAnother() {
        assertThat(verdict("4,未注明,2.32,2.32,1.77,,,10,8,50%,,20.00%").outcome())
                .isEqualTo(Outcome.NOT_ESTABLISHED);
        assertThat(verdict("4,全体,2.32,2.32,1.77,,,10,8,50%,,20.00%").outcome())
                .isEqualTo(Outcome.PASSED);
    }

    /** 150 of 250 taking part are 60%, and of 300 owners 50.0%; no other count is both. */
    @ParameterizedTest
    @CsvSource({"60%;50.0%", "50.0%;60%", "60%;50.0%;60%", "60%;150;50.0%"})
    void everyShareOfOneFigureWithoutABaseCountsInAnyOrder(String inFavour) {
        assertThat(verdict("4,未注明,300,250,200,,,300,250," + inFavour + ",,").outcome())
                .isEqualTo(Outcome.PASSED);
    }

    /** 60% and 55% have no count in common, whichever of 250 and 300 each is of. */
    @ParameterizedTest
    @CsvSource({"60%;55%", "55%;60%", "60%;50.0%;55%"})
    void sharesOfOneFigureThatNoBaseReconcilesAreAContradiction(String inFavour) {
        PublishedVerdict verdict = verdict("4,未注明,300,250,200,,,300,250," + inFavour + ",,");

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ESTABLISHED);
        assertThat(rules(verdict, Verdict.NOT_MET))
                .contains(PublishedRule.HEADS_CONSISTENT.code().value());
    }

    /** Nothing is counted, so that only the percentages can contradict each other. */
    @ParameterizedTest
    @CsvSource({
        "参与, 80%, 60%, , , PASSED",
        "参与, 80%, 60%;61%, , , NOT_ESTABLISHED",
        "参与, 80%;80.5%, 60%, , , PASSED",
        "参与, 80%;80.6%, 60%, , , NOT_ESTABLISHED",
        "参与, 80%, 60%, 40.9%, , NOT_ESTABLISHED",
        "参与, 80%, 60%, 40.4%, , PASSED",
        "参与, 80%, 60%, 30%, 8%, NOT_ESTABLISHED",
        "参与, 80%, 60%, 30%, 9%, PASSED",
        "全体, 80%, 81%, , , NOT_ESTABLISHED",
        "全体, 80%, 60%, 21.6%, , NOT_ESTABLISHED",
        "全体, 80%, 60%, 10%, 8%, NOT_ESTABLISHED",
        "未注明, 80%, 70%;55.9%, , , PASSED",
        "未注明, 80%, 55.9%;70%, , , PASSED",
        "未注明, 80%, 90%;20%, , , NOT_ESTABLISHED",
    })
    void percentagesAloneThatNoVoteHasProveNothing(
            String base, String taking, String yes, String no, String none, Outcome expected) {
        String side =
                Stream.of("", taking, yes, no, none)
                        .map(cell -> cell == null ? "" : cell)
                        .collect(Collectors.joining(","));

        assertThat(verdict("4," + base + "," + side + "," + side).outcome()).isEqualTo(expected);
    }

    @Test
    void readsTheExampleNoticesAndTheirExpectedOutcomes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("shanghai-2022.csv"))) {
            List<Announcement> notices =
                    AnnouncementSheet.read(SheetFile.utf8("notices", in.readAllBytes()))
                            .orElseThrow(r -> new IllegalStateException(r.toString()));

            assertThat(notices.stream().map(n -> PublishedVerdict.of(n).outcome()))
                    .containsExactly(Outcome.PASSED, Outcome.REJECTED);
            assertThat(notices.stream().map(n -> PublishedVerdict.of(n).decision()))
                    .as("when the owners were told is not part of what was published")
                    .containsOnly(Result.NOT_ESTABLISHED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void neverGuessesWhereAPartIsMissingOrContradicts(
            String name, String row, PublishedRule expected) {
        PublishedVerdict verdict = verdict(row);

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_ESTABLISHED);
        assertThat(
                        verdict.ruling().findings().stream()
                                .filter(f -> f.verdict() != Verdict.MET)
                                .map(Finding::rule))
                .contains(expected.code());
    }

    static Stream<Arguments> neverGuessesWhereAPartIsMissingOrContradicts() {
        return Stream.of(
                notice("no area", "4,参与,,,,,,300,250,200,,", PublishedRule.AREA_NEEDS_TOTAL),
                notice(
                        "no total area",
                        "4,参与,,25000,20000,,,300,250,200,,",
                        PublishedRule.AREA_NEEDS_TOTAL),
                notice("no heads", "4,参与,30000,25000,20000,,,,,,,", PublishedRule.HEADS_NEED_TOTAL),
                notice(
                        "no turnout by heads",
                        "4,参与,30000,25000,20000,,,300,,120,,",
                        PublishedRule.HEADS_NEED_PARTICIPATING),
                notice(
                        "no consent by area",
                        "4,参与,30000,25000,,,,300,250,200,,",
                        PublishedRule.AREA_NEEDS_IN_FAVOUR),
                notice(
                        "consent rounded over the threshold of one half",
                        "4,参与,30000,25000,50%,,,300,250,200,,",
                        PublishedRule.AREA_NEEDS_IN_FAVOUR),
                notice(
                        "consent rounded over three quarters",
                        "6,参与,30000,25000,20000,,,3000,2500,75%,,",
                        PublishedRule.HEADS_NEED_IN_FAVOUR),
                notice(
                        "turnout rounded over two thirds",
                        "4,参与,30000,66.7%,70%,,,300,250,200,,",
                        PublishedRule.AREA_NEEDS_PARTICIPATING),
                notice(
                        "more participants than owners",
                        "4,参与,30000,25000,20000,,,300,301,200,,",
                        PublishedRule.HEADS_WITHIN_TOTAL),
                notice(
                        "more consent than participation",
                        "4,参与,30000,25000,25000.01,,,300,250,200,,",
                        PublishedRule.AREA_WITHIN_TOTAL),
                notice(
                        "more than a hundred percent",
                        "4,参与,30000,25000,101%,,,300,250,200,,",
                        PublishedRule.AREA_WITHIN_TOTAL),
                notice(
                        "a percentage that does not fit its count",
                        "4,参与,30000,25000,20000,,,300,250,200;81.00%,,",
                        PublishedRule.HEADS_PERCENTAGE),
                notice(
                        "a turnout that does not fit its count",
                        "4,参与,30000,25000;83.34%,20000,,,300,250,200,,",
                        PublishedRule.AREA_PERCENTAGE),
                notice(
                        "a percentage of all owners given as of those taking part",
                        "4,参与,30000,25000,20000,,,300,250,200;66.67%,,",
                        PublishedRule.HEADS_DENOMINATOR),
                notice(
                        "a percentage of the whole area given as of that taking part",
                        "4,参与,30000,25000,20000;66.67%,,,300,250,200,,",
                        PublishedRule.AREA_DENOMINATOR),
                notice(
                        "areas that do not add up",
                        "4,参与,30000,25000,20000,3000,1999.99,300,250,200,,",
                        PublishedRule.AREA_ADDS_UP),
                notice(
                        "a share of area whose base decides",
                        "6,未注明,30000,25000,70%,,,3000,2500,2000,,",
                        PublishedRule.AREA_NEEDS_BASE),
                notice(
                        "answers that do not add up",
                        "4,参与,30000,25000,20000,,,300,250,200,30,19",
                        PublishedRule.HEADS_ADD_UP),
                notice(
                        "rounded answers that cannot add up",
                        "4,参与,30000,25000,80%,10%,5%,300,250,200,,",
                        PublishedRule.AREA_CONSISTENT),
                notice(
                        "one figure printed in two ways",
                        "4,参与,30000,25000;25001,20000,,,300,250,200,,",
                        PublishedRule.AREA_CONSISTENT),
                notice(
                        "a percentage that no count of heads rounds to",
                        "4,参与,30000,25000,20000,,,300,250,65.10%,,",
                        PublishedRule.HEADS_CONSISTENT),
                notice(
                        "owners without area",
                        "4,参与,0,0,0,,,300,250,200,,",
                        PublishedRule.AREA_POSSIBLE),
                notice("nothing", "4,未注明,,,,,,,,,,", PublishedRule.AREA_NEEDS_TOTAL));
    }

    @Test
    void noQuorumIsProvedByOneMeasureAlone() {
        assertThat(verdict("4,参与,,,,,,300,199,199,,").outcome()).isEqualTo(Outcome.NO_QUORUM);
    }

    @ParameterizedTest
    @CsvSource({"199,NO_QUORUM", "200,PASSED", "201,PASSED"})
    void twoThirdsOfTheOwnersMustTakePartByCivilCode278(int taking, Outcome expected) {
        String row = "4,参与,30000,25000,20000,,,300," + taking + ",150,,";

        assertThat(verdict(row).outcome()).isEqualTo(expected);
        assertThat(rules(verdict(row), Verdict.NOT_MET))
                .isEqualTo(noQuorum(PublishedRule.HEADS_QUORUM, expected));
    }

    @ParameterizedTest
    @CsvSource({"19999.99,NO_QUORUM", "20000.00,PASSED", "20000.01,PASSED"})
    void twoThirdsOfTheAreaMustTakePartByCivilCode278(String taking, Outcome expected) {
        String row = "4,参与,30000," + taking + ",15000,,,300,200,150,,";

        assertThat(verdict(row).outcome()).isEqualTo(expected);
        assertThat(rules(verdict(row), Verdict.NOT_MET))
                .isEqualTo(noQuorum(PublishedRule.AREA_QUORUM, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "4,124,REJECTED", "4,125,REJECTED", "4,126,PASSED",
        "6,187,REJECTED", "6,188,PASSED", "6,189,PASSED"
    })
    void consentIsMeasuredAgainstThoseTakingPartByCivilCode278(
            int item, int consenting, Outcome expected) {
        String row = item + ",参与,30000,25000,20000,,,300,250," + consenting + ",,";

        assertThat(verdict(row).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"49.9%,REJECTED", "50.0%,NOT_ESTABLISHED", "50.1%,PASSED"})
    void aRoundedShareOfOneHalfProvesNothingByCivilCode278(String share, Outcome expected) {
        String row = "4,参与,30000,25000," + share + ",,,300,250,200,,";

        assertThat(verdict(row).outcome()).isEqualTo(expected);
    }

    @Test
    void saysHowManyDecimalsWouldSettleIt() {
        PublishedVerdict verdict = verdict("6,参与,30000,25000,20000,,,3000,2500,75%,,");

        assertThat(evidence(verdict, PublishedRule.HEADS_NEED_IN_FAVOUR, "range"))
                .isEqualTo("1863..1887");
        assertThat(evidence(verdict, PublishedRule.HEADS_NEED_IN_FAVOUR, "decimals"))
                .isEqualTo("2");
    }

    /** Of {0} ballots any number may consent, told in so many decimals at least. */
    @ParameterizedTest(name = "{0} ballots: {1} decimals")
    @CsvSource({"99,0", "100,0", "101,1", "1000,1", "1001,2"})
    void asManyDecimalsAreAskedAsTellOneCountFromTheNext(int ballots, String decimals) {
        PublishedVerdict verdict =
                verdict("4,参与,30000,25000,20000,,," + ballots + "," + ballots + ",,,");

        assertThat(evidence(verdict, PublishedRule.HEADS_NEED_IN_FAVOUR, "decimals"))
                .isEqualTo(decimals);
    }

    @Test
    void asksForTheFigureThatIsMissingAndForNoOther() {
        assertThat(rules(verdict("4,参与,30000,25000,20000,,,300,250,,,"), Verdict.UNDETERMINED))
                .containsExactly(
                        PublishedRule.HEADS_CONSENT.code().value(),
                        PublishedRule.HEADS_NEED_IN_FAVOUR.code().value());
    }

    /** Whoever owns has area, and whoever votes or consents is an owner. */
    @ParameterizedTest(name = "area {0}, owners {1} in all, taking part and in favour: {2} faults")
    @CsvSource({
        "'300,,','3,,',0",
        "'0,,','3,,',1",
        "'300,,','0,,',1",
        "'0,,','0,,',1",
        "'300,200,','3,2,',0",
        "'300,0,','3,2,',1",
        "'300,200,','3,0,',1",
        "'300,0,','3,0,',0",
        "'300,200,100','3,2,1',0",
        "'300,200,0','3,2,1',1",
        "'300,200,100','3,2,0',1",
        "'300,200,0','3,2,0',0"
    })
    void ownersWithoutAreaAndAreaWithoutOwnersCanNotBe(String area, String heads, int faults) {
        PublishedVerdict verdict = verdict("4,参与," + area + ",,," + heads + ",,");

        assertThat(rules(verdict, Verdict.NOT_MET))
                .filteredOn(PublishedRule.AREA_POSSIBLE.code().value()::equals)
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({
        "'2022-03,2022-05',25000.00,CIVIL_CODE_2021/1",
        "'2020-03,2020-05',30000.00,LEGACY_PROPERTY_LAW_2007/1"
    })
    void tellsWhatConsentIsMeasuredAgainstAndByWhichRules(
            String dates, String base, String policies) {
        PublishedVerdict verdict = dated(dates, "4,全体,30000,25000,20000,,,300,250,200,,");

        assertThat(evidence(verdict, PublishedRule.AREA_CONSENT, "base")).isEqualTo(base);
        assertThat(evidence(verdict, PublishedRule.OPENING_DAY, "policies")).isEqualTo(policies);
    }

    @Test
    void tellsWhatTheFiguresProveBesideTheDecision() {
        PublishedVerdict late = dated("2022-05-01,2022-05-02", "4,参与," + SHANGHAI);

        assertThat(late).hasToString("PASSED by the figures, decision INVALID_PROCEDURE");
        assertThat(dated("2022-03-01,2022-05-02", "4,参与," + SHANGHAI)).hasToString("PASSED");
        assertThat(late.announcement().matter()).isEqualTo(Matter.ofItem(4));
    }

    @Test
    void tooManyAgainstProveARejectionWhereConsentIsNotPrinted() {
        PublishedVerdict verdict = verdict("4,参与,30000,25000,20000,,,300,250,,125,");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void percentagesAloneProveAnOutcomeWhereNoCountIsNeeded() {
        PublishedVerdict verdict = verdict("4,参与,,74.88%,65.99%,,,,78.56%,65.08%,,");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void roundsHalfUp() {
        assertThat(Percentage.parse("12.5%", Base.TOTAL).partsOf(1_000))
                .isEqualTo(new Range(125, 125));
        assertThat(Percentage.parse("13%", Base.TOTAL).partsOf(1_000))
                .isEqualTo(new Range(125, 134));
        assertThat(Percentage.parse("0%", Base.TOTAL).partsOf(1_000)).isEqualTo(new Range(0, 4));
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingReadsAsASentence(Language language) {
        RuleTexts texts = RuleTexts.governance(language);

        neverGuessesWhereAPartIsMissingOrContradicts()
                .map(arguments -> verdict((String) arguments.get()[1]))
                .forEach(
                        verdict ->
                                assertThat(texts.render(verdict.ruling()))
                                        .doesNotContain("{")
                                        .doesNotContain("published."));
    }

    @Test
    void namesEveryFaultOfATable() {
        String rows = HEADER + "10,,,参与,,,,,,,,,,\n4,x,2022-13,参与,60%,,,,,1.5,,x,,\n";

        int faults =
                AnnouncementSheet.read(SheetFile.utf8("n", rows.getBytes(StandardCharsets.UTF_8)))
                        .fold(read -> 0, ruling -> ruling.notMet().size());

        assertThat(faults).isEqualTo(6);
    }

    @Test
    void boundsCountsDecimalsAndStatements() {
        assertThat(Figure.of(HeadCount.of(Figure.MAX_COUNT)).counts()).hasSize(1);
        assertThatThrownBy(() -> Figure.of(HeadCount.of(Figure.MAX_COUNT + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Percentage.parse("65.0800%", Base.TOTAL).decimals()).isEqualTo(4);
        assertThatThrownBy(() -> Percentage.parse("65.08000%", Base.TOTAL))
                .isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> new Percentage(Percentage.MAX_SCALED + 1, 4, Base.TOTAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Figure(List.of(4L, 3L, 2L, 1L, 1L), List.of()).counts())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThatThrownBy(() -> new Figure(List.of(1L, 2L, 3L, 4L, 5L), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                MeasuredFigures.of(
                                        Figure.of("50%", Base.TOTAL), Figure.ABSENT, Figure.ABSENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersForTheLargestAreaWithoutGoingThroughIt() {
        Figure total = Figure.of(FloorArea.ofSquareDecimetres(Figure.MAX_COUNT));
        Figure taking = Figure.of("70%", Base.TOTAL);
        MeasuredFigures heads =
                MeasuredFigures.of(
                        Figure.of(HeadCount.of(300)),
                        Figure.of(HeadCount.of(250)),
                        Figure.of(HeadCount.of(200)));

        assertThat(
                        Stream.of("49.9%", "50.0%", "50.1%")
                                .map(share -> Figure.of(share, Base.PARTICIPATING))
                                .map(yes -> MeasuredFigures.of(total, taking, yes))
                                .map(area -> announcement(area, heads))
                                .map(notice -> PublishedVerdict.of(notice).outcome()))
                .containsExactly(Outcome.REJECTED, Outcome.NOT_ESTABLISHED, Outcome.PASSED);
    }

    private static Announcement announcement(MeasuredFigures area, MeasuredFigures heads) {
        return new Announcement(
                Matter.ofItem(4), Days.parse("2022-03"), Days.parse("2022-05"), area, heads);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-01,2022-03-15,INVALID_PROCEDURE",
        "2022-03-01,2022-03-16,PASSED",
        "2022-03-01,2022-03-17,PASSED",
        "2022-03,2022-04,NOT_ESTABLISHED",
        "2022-03,2022-04-15,PASSED",
        "2022-03,2022-04-14,NOT_ESTABLISHED",
        "2022-03-31,2022-04-14,INVALID_PROCEDURE",
        "2022-04,2022-04-15,INVALID_PROCEDURE",
        "2022-04,2022-04-16,NOT_ESTABLISHED",
        "2022-05,2022-04,INVALID_PROCEDURE",
        ",2022,NOT_ESTABLISHED"
    })
    void asksForFifteenDaysOfNoticeByPropertyManagementRegulation14(
            String notified, String opening, Result expected) {
        String dates = (notified == null ? "" : notified) + "," + opening;
        PublishedVerdict verdict = dated(dates, "4,参与," + SHANGHAI);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.decision()).isEqualTo(expected);
        assertThat(verdict.ruling().verdict() == Verdict.MET).isEqualTo(expected == Result.PASSED);
        assertThat(verdict.ruling().refuses(PublishedRule.NOTICE_DAYS.code()))
                .isEqualTo(expected == Result.INVALID_PROCEDURE);
    }

    /** Of 300 owners 200 take part and 140 consent: enough since 2021, too few of all before. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-01,PASSED",
        "2020-12-31,REJECTED",
        "2020,REJECTED",
        "2021,PASSED",
        "2020-12,REJECTED",
        "2007-10-01,REJECTED",
        "2007-09-30,NOT_ESTABLISHED",
        "2007,NOT_ESTABLISHED",
        ",NOT_ESTABLISHED"
    })
    void isMeasuredByTheRuleSetOfTheDayByPropertyManagementRegulation12(
            String opening, Outcome expected) {
        String dates = "," + (opening == null ? "" : opening);
        PublishedVerdict verdict = dated(dates, "4,参与,30000,25000,20000,,,300,200,140,,");

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(rules(verdict, Verdict.UNDETERMINED).contains("published.opening-day"))
                .isEqualTo(expected == Outcome.NOT_ESTABLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "150,150,4,NO_QUORUM", "151,150,4,REJECTED", "151,151,4,PASSED", "200,151,4,PASSED",
        "250,199,5,REJECTED", "250,200,5,PASSED", "250,201,5,PASSED", "250,151,8,PASSED"
    })
    void before2021HalfOfAllAttendAndConsentByPropertyManagementRegulation12(
            int taking, int yes, int item, Outcome expected) {
        String row = item + ",参与,30000,25000,20000,,,300," + taking + "," + yes + ",,";

        assertThat(dated("2020-01,2020-03", row).outcome()).isEqualTo(expected);
        assertThat(dated("2020-01,2020-03", row).ruling().findings())
                .filteredOn(f -> f.rule().value().startsWith("published.heads-"))
                .allMatch(f -> f.basis().get(0).toString().startsWith("PMR art. 12"));
    }

    /** A day that is not told between two laws that agree does no harm. */
    @ParameterizedTest
    @CsvSource({"140,NOT_ESTABLISHED", "151,PASSED", "100,REJECTED"})
    void aDayThatMayBeUnderTwoLawsMattersOnlyWhereTheyDiffer(int yes, Outcome expected) {
        Announcement between =
                new Announcement(
                        Matter.ofItem(4),
                        Days.UNTOLD,
                        new Days(LocalDate.of(2020, 12, 1), LocalDate.of(2021, 1, 31)),
                        MeasuredFigures.of(area(30_000), area(25_000), area(20_000)),
                        MeasuredFigures.of(heads(300), heads(200), heads(yes)));
        PublishedVerdict verdict = PublishedVerdict.of(between);

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(rules(verdict, Verdict.UNDETERMINED).contains("published.opening-day"))
                .isEqualTo(expected == Outcome.NOT_ESTABLISHED);
    }

    @Test
    void readsDaysMonthsAndYears() {
        assertThat(Days.parse("2024-02")).hasToString("2024-02-01..2024-02-29");
        assertThat(Days.parse("2022")).hasToString("2022-01-01..2022-12-31");
        assertThat(Days.parse("2022-03-05")).hasToString("2022-03-05");
        assertThat(Days.UNTOLD).hasToString("-");
        for (String wrong : List.of("", "22", "2022-13", "2022-02-30", "2022/03/05", "2022-3-5")) {
            assertThatThrownBy(() -> Days.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        LocalDate day = LocalDate.of(2022, 3, 5);
        assertThatThrownBy(() -> new Days(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure area(long squareDecimetres) {
        return Figure.of(FloorArea.ofSquareDecimetres(squareDecimetres));
    }

    private static Figure heads(long heads) {
        return Figure.of(HeadCount.of(heads));
    }

    private static Arguments notice(String name, String row, PublishedRule expected) {
        return Arguments.of(name, row, expected);
    }

    /** A row without its dates: told in March 2022, voted in May. */
    private static PublishedVerdict verdict(String row) {
        return dated("2022-03,2022-05", row);
    }

    private static PublishedVerdict dated(String dates, String row) {
        int item = row.indexOf(',');
        String whole = row.substring(0, item) + "," + dates + row.substring(item);
        byte[] table = (HEADER + whole + "\n").getBytes(StandardCharsets.UTF_8);
        return PublishedVerdict.of(
                AnnouncementSheet.read(SheetFile.utf8("notice", table))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .get(0));
    }

    private static List<String> noQuorum(PublishedRule rule, Outcome expected) {
        return expected == Outcome.NO_QUORUM ? List.of(rule.code().value()) : List.of();
    }

    private static List<String> rules(PublishedVerdict verdict, Verdict wanted) {
        return verdict.ruling().findings().stream()
                .filter(finding -> finding.verdict() == wanted)
                .map(finding -> finding.rule().value())
                .toList();
    }

    private static String evidence(PublishedVerdict verdict, PublishedRule rule, String name) {
        return verdict.ruling().findings().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .map(finding -> Objects.requireNonNull(finding.evidence().get(name)))
                .findFirst()
                .orElseThrow();
    }
}
