package io.github.xinyi.governance.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import io.github.xinyi.governance.region.FirstMeetingClauses.Together;
import io.github.xinyi.governance.region.OwnersCommitteeClauses.FilingOffices;
import io.github.xinyi.governance.region.ProfileHead.Texts;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionProfileTest {

    private static final LocalDate DAY = LocalDate.parse("2025-04-19");
    private static final String HEADER =
            "key,value,instrument,article,paragraph,standing,from,to\n";
    private static final String LOCAL = "id,title_zh,title_en,version\nXX,某市条例,Some,2024-01-01\n";
    private static final ProfileHead SOMEWHERE =
            new ProfileHead(
                    RegionId.of("SOMEWHERE"), RegionProfile.NATIONAL, "某市", "Some", Texts.READ);

    /** Figures whose text was not read, as {@code instrument article standing key=figure}. */
    private static final List<String> NOT_READ =
            List.of(
                    "CC 278/2 INTERPRETATION guarantee.statutory-count=KEPT",
                    "CC 281/1 INTERPRETATION guarantee.separate-funds=KEPT",
                    "TL 29/0 INTERPRETATION guarantee.separate-funds=KEPT",
                    "BJ 72/2 INTERPRETATION guarantee.payment-keys=2",
                    "GR 8/0 UNVERIFIED first-meeting.delivered-area=>1/2",
                    "GR 9/0 UNVERIFIED first-meeting.office-days=60",
                    "GR 10/0 UNVERIFIED first-meeting.group-parity=ODD",
                    "GR 10/0 UNVERIFIED first-meeting.group-owners=≥1/2",
                    "GR 10/0 UNVERIFIED first-meeting.group-head=STREET_OFFICE",
                    "GR 12/0 UNVERIFIED first-meeting.agenda-days=15",
                    "GR 15/0 UNVERIFIED first-meeting.hold-days=90",
                    "GR 31/0 UNVERIFIED committee.least=5",
                    "GR 31/0 UNVERIFIED committee.most=11",
                    "GR 31/0 UNVERIFIED committee.parity=ODD",
                    "GR 32/0 UNVERIFIED committee.term-most-years=5",
                    "GR 37/0 UNVERIFIED committee.call-days=7",
                    "GR 38/0 UNVERIFIED committee.quorum=>1/2",
                    "GR 38/0 UNVERIFIED committee.decision=>1/2",
                    "GR 38/0 UNVERIFIED committee.attendance=IN_PERSON",
                    "BJ 39/1 INTERPRETATION committee.alternates=AS_MANY_AS_SEATS",
                    "BJ 43/4 INTERPRETATION committee.seal-signatures=>1/2",
                    "BJ 57/2 INTERPRETATION management-committee.attendance=IN_PERSON",
                    "GR 39/0 UNVERIFIED committee.session-notice-days=7",
                    "GR 44/0 UNVERIFIED committee.recall-heads=≥1/5",
                    "GR 44/0 UNVERIFIED committee.recall-area=≥1/5",
                    "GR 44/0 UNVERIFIED committee.recall-members=≥1/3",
                    "GR 46/0 UNVERIFIED committee.remaining=≥1/2",
                    "GR 37/0 UNVERIFIED committee.call=≥1/3",
                    "GR 43/0 UNVERIFIED committee.departures="
                            + "[NO_LONGER_OWNER, CAPACITY_LOST, LIBERTY_RESTRICTED, RESIGNED]",
                    "GR 44/0 UNVERIFIED committee.departures="
                            + "[NO_LONGER_OWNER, CAPACITY_LOST, LIBERTY_RESTRICTED, RESIGNED]",
                    "BJ 57/1 INTERPRETATION management-committee.call=≥1/3",
                    "BJ 53/0 INTERPRETATION management-committee.grounds="
                            + "[NO_CONDITIONS, REAL_DIFFICULTY, NO_COMMITTEE_ELECTED]",
                    "GR 45/0 UNVERIFIED committee.member-handover-days=3",
                    "GR 47/0 UNVERIFIED committee.term-report-months=3",
                    "BJ 54/1 INTERPRETATION management-committee.least=7",
                    "BJ 54/1 INTERPRETATION management-committee.parity=ODD",
                    "BJ 45/4 INTERPRETATION committee.decision=>1/2",
                    "HZ 27/1 INTERPRETATION committee.elected=>1/2",
                    "BJ 54/1 INTERPRETATION management-committee.owners=≥1/2",
                    "BJ 54/2 INTERPRETATION management-committee.chair=NEIGHBOURHOOD_COMMITTEE",
                    "BJ 57/2 INTERPRETATION management-committee.quorum=>1/2",
                    "BJ 57/2 INTERPRETATION management-committee.owners-quorum=>1/2",
                    "BJ 57/3 INTERPRETATION management-committee.decision=>1/2",
                    "BJ 57/3 INTERPRETATION management-committee.publish-days=3",
                    "BJ 57/3 INTERPRETATION management-committee.display-days=10",
                    "BJ 57/3 INTERPRETATION management-committee.display-count=WORKING",
                    "BJ 58/0 INTERPRETATION management-committee.term-most-years=3",
                    "BJ 59/0 INTERPRETATION management-committee.dissolve-days=30",
                    "PMR 54/0 INTERPRETATION income.undecided-to-fund=1/1",
                    "FEE 12/0 UNVERIFIED disclosure.accounts-months=12",
                    "CC 285/1 INTERPRETATION disclosure.query-reply-days=7",
                    "CPC 30/0 UNVERIFIED party.separate-members=3",
                    "CPC-B 5/0 UNVERIFIED party.joint-communities=2",
                    "CPC-B 20/0 UNVERIFIED party.committee-members=7");

    private static SheetFile resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RegionProfileTest.class.getResourceAsStream(name), name)) {
            return SheetFile.utf8(name, in.readAllBytes());
        }
    }

    private static List<ClauseRow<?>> rows(String profile) throws IOException {
        return ok(
                ClauseSheet.clauses(
                        resource(profile.toLowerCase(Locale.ROOT) + ".csv"),
                        ok(ClauseSheet.instruments(resource("instruments.csv")))));
    }

    private static <T> T ok(Outcome<T> outcome) {
        return outcome.orElseThrow(
                ruling ->
                        new IllegalStateException(
                                RuleTexts.governance(Language.EN).render(ruling)));
    }

    private static <T> Ruling refused(Outcome<T> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError("accepted: " + value);
                },
                ruling -> ruling);
    }

    private static SheetFile file(String name, String text) {
        return SheetFile.utf8(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<ProfileCatalog> load(ProfileHead head, String rows) {
        return ProfileCatalog.shipped()
                .with(head, file("instruments.csv", LOCAL), file("some.csv", HEADER + rows));
    }

    private static String row(String key, String value) {
        return key + "," + value + ",XX,1,1,TEXT_READ,2024-01-01,\n";
    }

    private static RegionProfile shipped(String region) {
        return ok(ProfileCatalog.shipped().on(RegionId.of(region), DAY));
    }

    private static String place(Citation citation) {
        return citation.instrument().id()
                + " "
                + citation.provision().article()
                + "/"
                + citation.provision().paragraph();
    }

    static Stream<String> regions() throws IOException {
        return readings().map(line -> line.substring(0, line.indexOf('|'))).distinct();
    }

    private static Stream<String> readings() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        RegionProfileTest.class.getResourceAsStream("law-readings.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    /** Both ways: each reading of an article is a clause, and each clause was read. */
    @ParameterizedTest
    @MethodSource("regions")
    void statesWhatTheArticlesSayAndNothingElse(String region) throws IOException {
        List<String> read =
                readings()
                        .map(line -> line.split("\\|", -1))
                        .filter(cells -> cells[0].equals(region))
                        .map(
                                cells ->
                                        (cells[1].contains("/") ? cells[1] : cells[1] + "/0")
                                                + " "
                                                + cells[3])
                        .toList();

        assertThat(read).hasSizeGreaterThan(10);
        assertThat(
                        rows(region).stream()
                                .filter(row -> row.citation().standing() == Standing.TEXT_READ)
                                .map(
                                        row ->
                                                place(row.citation())
                                                        + " "
                                                        + row.key()
                                                        + "="
                                                        + row.value()))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void marksEveryFigureOfTheNationWhoseTextWasNotRead() throws IOException {
        assertThat(
                        rows("NATIONAL").stream()
                                .filter(row -> row.citation().standing() != Standing.TEXT_READ)
                                .map(
                                        row ->
                                                place(row.citation())
                                                        + " "
                                                        + row.citation().standing()
                                                        + " "
                                                        + row.key()
                                                        + "="
                                                        + row.value()))
                .containsExactlyInAnyOrderElementsOf(NOT_READ);
        assertThat(regions()).hasSize(8);
    }

    @Test
    void givesTheNearestTextAndTheNationsWhereThereIsNone() {
        RegionProfile shanghai = shipped("SHANGHAI");

        assertThat(shanghai.clause(OwnersCommitteeClauses.TERM_REPORT_MONTHS).value()).isEqualTo(5);
        assertThat(shanghai.clause(OwnersCommitteeClauses.MOST).origin())
                .isEqualTo(RegionProfile.NATIONAL);
        assertThat(shanghai.find(PublicIncomeClauses.TO_FUND).orElseThrow().value())
                .isEqualTo(new MoreThan(Ratio.of(1, 2)));
        assertThat(shanghai.find(PublicIncomeClauses.LOW_WATER)).isEmpty();
        assertThatThrownBy(() -> shanghai.clause(PublicIncomeClauses.LOW_WATER))
                .hasMessageContaining("income.low-water");
        assertThat(RegionProfile.national().clause(NoticeClauses.REGULAR_DAYS).basis())
                .containsExactly(Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1));
    }

    @Test
    void keepsFifteenDaysWhereHangzhou19AsksForSevenAndSaysSo() {
        RegionProfile hangzhou = shipped("HANGZHOU");

        assertThat(hangzhou.clause(NoticeClauses.EXTRAORDINARY_DAYS).value()).isEqualTo(15);
        assertThat(hangzhou.notices()).hasSize(2);
        assertThat(hangzhou.notices().get(0).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(RuleTexts.governance(Language.ZH_CN).render(hangzhou.notices().get(0)))
                .isEqualTo(
                        "– HANGZHOU：地方规定notice.extraordinary-days为7，未达到全国规定的要求；现按15执行"
                                + " [《杭州市物业管理条例》第19条第1款; 《物业管理条例》第14条第1款]");
    }

    @Test
    void keepsFewOwnersOfPmr10WhereHangzhou18AsksOnlyThatAllAgreeAndSaysSo() {
        RegionProfile hangzhou = shipped("HANGZHOU");

        assertThat(hangzhou.clause(FirstMeetingClauses.TOGETHER).value())
                .isEqualTo(Together.FEW_AND_ALL);
        assertThat(hangzhou.notices().get(1).basis())
                .extracting(Object::toString)
                .containsExactly("HZ art. 18 para. 2", "PMR art. 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEIJING", "SHANGHAI", "NINGBO"})
    void keepsFilingWithBothOfficesOfPmr16WhereALocalTextNamesOne(String region) {
        assertThat(shipped(region).clause(OwnersCommitteeClauses.FILING_OFFICES).value())
                .isEqualTo(FilingOffices.HOUSING_AND_STREET);
        assertThat(shipped(region).notices())
                .extracting(finding -> finding.evidence().get("local"))
                .containsExactly("STREET");
    }

    @ParameterizedTest
    @CsvSource({"GANSU,1", "LANZHOU,2", "HONGGU,3"})
    void canNotBeUsedInSilenceWhereNoTextIsAtHand(String region, int notices) {
        RegionProfile profile = shipped(region);

        assertThat(profile.notices())
                .hasSize(notices)
                .allMatch(n -> n.rule().equals(RegionRule.TEXTS_NOT_AT_HAND.code()));
        assertThat(profile.clauses())
                .filteredOn(clause -> !GuaranteeClauses.ALL.contains(clause.key()))
                .isNotEmpty()
                .flatExtracting(clause -> clause.basis())
                .allMatch(c -> c.standing() == Standing.UNVERIFIED);
        assertThat(profile.clause(GuaranteeClauses.PARTICIPATION).basis())
                .containsExactly(Statutes.CIVIL_CODE.at(278, 2));
        assertThat(profile.clauses())
                .extracting(clause -> clause.key() + "=" + clause.value())
                .containsExactlyElementsOf(
                        RegionProfile.national().clauses().stream()
                                .map(clause -> clause.key() + "=" + clause.value())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "guarantee.participation,≥199/300,≥2/3,≥201/300,FLOOR_PARTICIPATION",
        "guarantee.ordinary,≥1/2,>1/2,>51/100,FLOOR_ORDINARY",
        "guarantee.special,≥74/100,≥3/4,>3/4,FLOOR_SPECIAL",
        "guarantee.payment-keys,1,2,3,FLOOR_TWO_KEYS",
        "notice.regular-days,14,15,16,FLOOR_NOTICE",
        "notice.proposal-heads,≥21/100,≥1/5,≥19/100,FLOOR_PROPOSAL",
        "notice.proposal-heads,>1/5,≥1/5,≥1/6,FLOOR_PROPOSAL",
        "committee.filing-days,31,30,29,FLOOR_FILING",
        "handover.dismissal-notice-days,59,60,61,FLOOR_DISMISSAL_NOTICE",
        "handover.refusal-notice-days,89,90,91,FLOOR_REFUSAL_NOTICE"
    })
    void refusesAFigureBelowTheFloorAndTakesThoseAtAndAboveIt(
            String key, String below, String at, String above, RegionRule floor) {
        assertThat(refused(load(SOMEWHERE, row(key, below))).refuses(floor.code())).isTrue();
        assertThat(load(SOMEWHERE, row(key, at)).isAccepted()).isTrue();
        assertThat(load(SOMEWHERE, row(key, above)).isAccepted()).isTrue();
    }

    /** Civil Code 948 para. 2: either side's right, so that more days would lower it as well. */
    @ParameterizedTest(name = "{0} days are refused by {1}")
    @CsvSource({
        "59,FLOOR_OPEN_ENDED_NOTICE",
        "60,",
        "61,OPEN_ENDED_NOTICE_FIXED",
        "10,FLOOR_OPEN_ENDED_NOTICE"
    })
    void takesSixtyDaysForAContractWithoutATermAndNoOthers(
            int days, @Nullable RegionRule refusing) {
        Outcome<ProfileCatalog> loaded =
                load(SOMEWHERE, row("handover.open-ended-notice-days", Integer.toString(days)));

        assertThat(
                        loaded.fold(catalog -> List.<Finding>of(), Ruling::findings).stream()
                                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                                .map(Finding::rule))
                .isEqualTo(refusing == null ? List.of() : List.of(refusing.code()));
    }

    @Test
    void tellsInBothLanguagesWhichDaysOfNoticeAProfileLowers() {
        Ruling ruling =
                refused(
                        load(
                                SOMEWHERE,
                                row("handover.dismissal-notice-days", "1")
                                        + row("handover.refusal-notice-days", "2")
                                        + row("handover.open-ended-notice-days", "10")));
        Ruling more = refused(load(SOMEWHERE, row("handover.open-ended-notice-days", "90")));

        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains(
                        "handover.dismissal-notice-days：1日低于解聘通知期限的法定底线≥60日"
                                + " [《中华人民共和国民法典》第946条第1款]",
                        "handover.refusal-notice-days：2日低于不续聘通知期限的法定底线≥90日"
                                + " [《中华人民共和国民法典》第947条第2款]",
                        "handover.open-ended-notice-days：10日低于解除不定期合同通知期限的法定底线≥60日"
                                + " [《中华人民共和国民法典》第948条第2款]");
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("1 days lower the legal floor ≥60 of notice of a dismissal");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(more))
                .contains("90日限制了双方解除不定期合同的权利", "本库对法律的解读");
    }

    /** I13: half of all members at least; the nation's own figure is more than half. */
    @ParameterizedTest(name = "{0}: {1} written, {2} used")
    @CsvSource({
        "committee.decision,≥499/1000,>1/2",
        "committee.decision,>499/1000,>1/2",
        "committee.decision,≥1/2,≥1/2",
        "committee.decision,>1/2,>1/2",
        "committee.decision,≥501/1000,≥501/1000",
        "management-committee.decision,≥499/1000,>1/2",
        "management-committee.decision,≥1/2,≥1/2",
        "management-committee.decision,≥501/1000,≥501/1000",
        "committee.seal-signatures,≥1/2,>1/2",
        "committee.seal-signatures,>1/2,>1/2",
        "committee.seal-signatures,≥2/3,≥2/3",
        "committee.quorum,≥1/2,>1/2",
        "committee.quorum,>1/2,>1/2",
        "committee.quorum,≥501/1000,≥501/1000",
        "management-committee.owners-quorum,≥1/100,>1/2",
        "management-committee.owners-quorum,≥1/2,>1/2",
        "management-committee.owners-quorum,>1/2,>1/2",
        "management-committee.owners-quorum,≥501/1000,≥501/1000",
        "committee.recall-heads,≥9/10,≥1/5",
        "committee.recall-heads,>1/5,≥1/5",
        "committee.recall-heads,≥1/5,≥1/5",
        "committee.recall-heads,≥199/1000,≥199/1000",
        "committee.recall-area,>1/5,≥1/5",
        "committee.recall-area,≥1/5,≥1/5",
        "committee.recall-area,≥199/1000,≥199/1000"
    })
    void usesNoShareOfMembersBelowTheNationsAndSaysSo(String key, String written, String used) {
        RegionProfile profile = ok(ok(load(SOMEWHERE, row(key, written))).on(SOMEWHERE.id(), DAY));

        assertThat(figure(profile, key)).isEqualTo(used);
        assertThat(profile.notices())
                .extracting(finding -> finding.evidence().get("used"))
                .isEqualTo(written.equals(used) ? List.of() : List.of(used));
    }

    private static String figure(RegionProfile profile, String key) {
        return profile.clauses().stream()
                .filter(clause -> clause.key().name().equals(key))
                .map(clause -> clause.value().toString())
                .findFirst()
                .orElse("-");
    }

    /** The defect: on a day before the nation's text a local figure below the floor was used. */
    @ParameterizedTest(name = "{0} written before the nation''s texts: a profile is {1}")
    @CsvSource({"≥499/1000,false", "≥1/2,true", ">1/2,true"})
    void usesNoFigureBelowTheFloorWhereTheNationHasNone(String decision, boolean accepted) {
        String rows =
                RegionProfile.national().clauses().stream()
                        .map(
                                clause ->
                                        clause.key().name().equals("committee.decision")
                                                ? row("committee.decision", decision)
                                                : row(clause.key().name(), text(clause.value())))
                        .map(row -> row.replace("2024-01-01", "2009-01-01"))
                        .collect(Collectors.joining());

        Outcome<RegionProfile> early =
                ok(load(SOMEWHERE, rows)).on(SOMEWHERE.id(), LocalDate.of(2009, 6, 1));

        assertThat(early.isAccepted()).isEqualTo(accepted);
        assertThat(
                        early.fold(profile -> List.<Finding>of(), Ruling::findings).stream()
                                .map(finding -> finding.evidence().get("clause")))
                .isEqualTo(accepted ? List.of() : List.of("committee.decision"));
    }

    private static String text(Object value) {
        return value.toString().replaceAll("[\\[\\],]", "");
    }

    @ParameterizedTest
    @CsvSource({
        "no-cut-off,FLOOR_NO_CUT_OFF",
        "separate-funds,FLOOR_SEPARATE_FUNDS",
        "agreed-remuneration,FLOOR_AGREED_REMUNERATION",
        "no-names,FLOOR_NO_NAMES",
        "owners-vote,FLOOR_OWNERS_VOTE",
        "mediation-by-consent,FLOOR_MEDIATION",
        "statutory-count,FLOOR_STATUTORY_COUNT"
    })
    void refusesToWaiveAGuarantee(String guarantee, RegionRule floor) {
        assertThat(refused(load(SOMEWHERE, row("guarantee." + guarantee, "WAIVED"))).notMet())
                .hasSize(1)
                .allMatch(finding -> finding.rule().equals(floor.code()));
        assertThat(load(SOMEWHERE, row("guarantee." + guarantee, "KEPT")).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"14,15,1", "15,15,0", "16,16,0"})
    void neverNoticesAnExtraordinaryMeetingLaterThanPmr14(int local, int used, int notices) {
        ProfileCatalog catalog =
                ok(load(SOMEWHERE, row("notice.extraordinary-days", Integer.toString(local))));
        RegionProfile profile = ok(catalog.on(SOMEWHERE.id(), DAY));

        assertThat(profile.clause(NoticeClauses.EXTRAORDINARY_DAYS).value()).isEqualTo(used);
        assertThat(profile.notices()).hasSize(notices);
    }

    @Test
    void namesEveryFaultOfAFileAtOnce() {
        Ruling ruling =
                refused(
                        load(
                                SOMEWHERE,
                                row("notice.regular-days", "14")
                                        + row("no.such-key", "1")
                                        + row("committee.least", "five")
                                        + row("committee.most", "9")
                                        + row("committee.most", "11")
                                        + "committee.call,≥1/3,YY,1,1,TEXT_READ,2024-01-01,\n"
                                        + "committee.call,≥1/3,XX,0,1,READ,2024-01-01,2023-01-01\n"
                                        + row("guarantee.ordinary", "≥1/3")));

        assertThat(ruling.findings())
                .extracting(finding -> finding.rule().value())
                .contains(
                        RegionRule.FLOOR_NOTICE.code().value(),
                        RegionRule.FLOOR_ORDINARY.code().value(),
                        RegionRule.CLAUSE_CONTRADICTED.code().value(),
                        SheetRule.REFERENCE.code().value(),
                        SheetRule.LABEL.code().value(),
                        SheetRule.RANGE.code().value());
        assertThat(ruling.notMet()).hasSize(8);
    }

    @Test
    void givesTheVersionOfTheDay() {
        ProfileCatalog catalog =
                ok(
                        load(
                                SOMEWHERE,
                                """
                                committee.most,9,XX,1,1,TEXT_READ,2023-01-01,2024-01-01
                                committee.most,11,XX,1,1,TEXT_READ,2024-01-01,
                                """));

        assertThat(mostOn(catalog, "2022-12-31").origin()).isEqualTo(RegionProfile.NATIONAL);
        assertThat(noticesOn(catalog, "2022-12-31"))
                .containsExactly(RegionRule.TEXT_OF_DAY_NOT_AT_HAND.code());
        assertThat(noticesOn(catalog, "2023-01-01")).isEmpty();
        assertThat(mostOn(catalog, "2023-01-01").value()).isEqualTo(9);
        assertThat(mostOn(catalog, "2023-12-31").value()).isEqualTo(9);
        assertThat(mostOn(catalog, "2024-01-01").value()).isEqualTo(11);
    }

    private static List<RuleCode> noticesOn(ProfileCatalog catalog, String day) {
        return ok(catalog.on(SOMEWHERE.id(), LocalDate.parse(day))).notices().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void saysThatTheTextOfAnEarlierDayIsNotAtHand() {
        RegionId beijing = RegionId.of("BEIJING");
        RegionProfile before =
                ok(ProfileCatalog.shipped().on(beijing, LocalDate.parse("2023-06-01")));
        RegionProfile after =
                ok(ProfileCatalog.shipped().on(beijing, LocalDate.parse("2025-06-01")));

        assertThat(before.notices())
                .extracting(Finding::rule)
                .containsExactly(RegionRule.TEXT_OF_DAY_NOT_AT_HAND.code());
        assertThat(before.clause(OwnersCommitteeClauses.MOST).basis())
                .allMatch(citation -> citation.standing() == Standing.UNVERIFIED);
        assertThat(after.notices())
                .extracting(Finding::rule)
                .doesNotContain(RegionRule.TEXT_OF_DAY_NOT_AT_HAND.code());
    }

    private static Clause<Integer> mostOn(ProfileCatalog catalog, String day) {
        return ok(catalog.on(SOMEWHERE.id(), LocalDate.parse(day)))
                .clause(OwnersCommitteeClauses.MOST);
    }

    @Test
    void hasNoProfileBeforeTheCivilCodeAndNoneOfUnknownPlaces() {
        ProfileCatalog shipped = ProfileCatalog.shipped();

        Ruling early = refused(shipped.on(RegionProfile.NATIONAL, LocalDate.parse("2020-12-31")));

        assertThat(early.findings())
                .extracting(Finding::rule)
                .containsOnly(RegionRule.CLAUSE_MISSING.code());
        assertThat(early.findings())
                .extracting(finding -> finding.evidence().get("clause"))
                .contains("guarantee.participation", "handover.dismissal-notice-days");
        assertThat(shipped.on(RegionProfile.NATIONAL, LocalDate.parse("2021-01-01")).isAccepted())
                .isTrue();
        assertThat(
                        refused(shipped.on(RegionId.of("ATLANTIS"), DAY))
                                .refuses(RegionRule.PROFILE_UNKNOWN.code()))
                .isTrue();
    }

    @Test
    void takesTheTextOfAProvinceOnceAHostHasItAndStillMarksTheDistrictBelow() {
        ProfileHead gansu =
                new ProfileHead(
                        RegionId.of("GANSU"), RegionProfile.NATIONAL, "甘肃省", "Gansu", Texts.READ);

        ProfileCatalog catalog = ok(load(gansu, row("committee.most", "9")));

        assertThat(ok(catalog.on(gansu.id(), DAY)).notices()).isEmpty();
        Clause<Integer> most =
                ok(catalog.on(RegionId.of("HONGGU"), DAY)).clause(OwnersCommitteeClauses.MOST);
        assertThat(most.value()).isEqualTo(9);
        assertThat(most.origin()).isEqualTo(gansu.id());
        assertThat(most.basis()).allMatch(c -> c.standing() == Standing.UNVERIFIED);
    }

    @Test
    void refusesToReplaceTheNationToStandUnderItselfOrUnderNothing() {
        ProfileHead nation =
                new ProfileHead(
                        RegionProfile.NATIONAL, RegionId.of("BEIJING"), "全国", "all", Texts.READ);
        ProfileHead lost =
                new ProfileHead(
                        RegionId.of("LOST"), RegionId.of("NOWHERE"), "某地", "lost", Texts.READ);
        ProfileHead upsideDown =
                new ProfileHead(
                        RegionId.of("GANSU"), RegionId.of("HONGGU"), "甘肃省", "Gansu", Texts.READ);

        assertThat(refused(load(nation, "")).refuses(RegionRule.PROFILE_PLACE.code())).isTrue();
        assertThat(refused(load(lost, "")).refuses(RegionRule.PROFILE_UNKNOWN.code())).isTrue();
        assertThat(refused(load(upsideDown, "")).refuses(RegionRule.PROFILE_PLACE.code())).isTrue();
    }

    @Test
    void boundsRowsAndNumbers() {
        String row = row("committee.least", "5");

        assertThat(load(SOMEWHERE, row.repeat(ClauseSheet.MAX_ROWS)).isAccepted()).isTrue();
        assertThat(
                        refused(load(SOMEWHERE, row.repeat(ClauseSheet.MAX_ROWS + 1)))
                                .refuses(RegionRule.TOO_MANY.code()))
                .isTrue();
        assertThat(load(SOMEWHERE, row("committee.small-square-metres", "1000000")).isAccepted())
                .isTrue();
        assertThat(load(SOMEWHERE, row("committee.small-square-metres", "1000001")).isAccepted())
                .isFalse();
    }

    @Test
    void boundsTheNumberOfProfiles() {
        ProfileCatalog catalog = ProfileCatalog.shipped();
        int shipped = catalog.heads().size();
        for (int i : IntStream.range(shipped, ProfileCatalog.MAX_PROFILES).toArray()) {
            catalog = ok(with(catalog, "R" + i));
        }

        assertThat(catalog.heads()).hasSize(ProfileCatalog.MAX_PROFILES);
        assertThat(with(catalog, "R" + shipped).isAccepted()).isTrue();
        assertThat(refused(with(catalog, "ONE-MORE")).refuses(RegionRule.TOO_MANY.code())).isTrue();
    }

    private static Outcome<ProfileCatalog> with(ProfileCatalog catalog, String id) {
        return catalog.with(
                new ProfileHead(RegionId.of(id), RegionProfile.NATIONAL, "某地", id, Texts.READ),
                file("instruments.csv", LOCAL),
                file("some.csv", HEADER));
    }

    @Test
    void listsEveryKeyOfEverySection() throws IOException, URISyntaxException {
        Set<String> declared =
                sections()
                        .flatMap(section -> Stream.of(section.getDeclaredFields()))
                        .filter(field -> field.getType() == ClauseKey.class)
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(RegionProfileTest::read)
                        .collect(Collectors.toSet());

        assertThat(Clauses.all())
                .extracting(ClauseKey::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    /** The classes of this package whose names end in Clauses, as they were compiled. */
    private static Stream<Class<?>> sections() throws IOException, URISyntaxException {
        URI compiled = Objects.requireNonNull(Clauses.class.getResource("Clauses.class")).toURI();
        try (Stream<Path> files = Files.list(Path.of(compiled).resolveSibling(""))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Clauses.class"))
                    .map(name -> Clauses.class.getPackageName() + "." + name.replace(".class", ""))
                    .<Class<?>>map(RegionProfileTest::load)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Field field) {
        try {
            return Objects.requireNonNull(field.get(null)).toString();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
