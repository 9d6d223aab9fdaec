package io.github.xinyi.trust.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.trust.publication.DisclosureReport.Line;
import io.github.xinyi.trust.publication.DisclosureReport.Occasion;
import io.github.xinyi.trust.publication.DisclosureReport.Publication;
import io.github.xinyi.trust.publication.DisclosureReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the terms of disclosure: what is in time, late and overdue, to the millisecond. */
class DisclosureReportTest {

    private static final DisclosureProfile SHANGHAI = DisclosureProfile.ofRegion("shanghai");
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final Instant PAID = Instant.parse("2025-03-01T02:00:00Z");
    private static final Instant YEAR_END = Instant.parse("2025-12-31T15:59:59.999Z");

    /** The end of 15 April in China. */
    private static final Instant QUARTER_DUE = Instant.parse("2025-04-15T16:00:00Z");

    private static List<Line> lines(
            Instant asOf, List<Occasion> events, List<Publication> published) {
        return DisclosureReport.of(SHANGHAI, NEW_YEAR, asOf, events, published).lines();
    }

    private static Line payment(Instant asOf, Publication... published) {
        return only(
                "entries",
                "pay/E1",
                lines(asOf, List.of(new Occasion("entries", "pay/E1", PAID)), List.of(published)));
    }

    private static Line firstQuarter(Instant asOf, Publication... published) {
        return only("public-income", "2025-03-31", lines(asOf, List.of(), List.of(published)));
    }

    private static Line only(String item, String subject, List<Line> lines) {
        List<Line> found =
                lines.stream()
                        .filter(line -> line.item().code().equals(item))
                        .filter(line -> line.subject().equals(subject))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource({"86399999, IN_TIME", "86400000, IN_TIME", "86400001, LATE"})
    void anEntryIsPublicWithinADayOfItsPayment(long millis, Status status) {
        Line line =
                payment(YEAR_END, new Publication("entries", "pay/E1", PAID.plusMillis(millis)));

        assertThat(line.status()).isEqualTo(status);
        assertThat(line.due()).isEqualTo(PAID.plus(Duration.ofHours(24)));
        assertThat(line.publishedAt()).isEqualTo(PAID.plusMillis(millis));
        assertThat(line.isLate()).isEqualTo(status == Status.LATE);
    }

    @Test
    void whatIsNotPublicIsOverdueFromAMillisecondAfterItsTermOn() {
        assertThat(payment(PAID.plus(Duration.ofHours(24))).status()).isEqualTo(Status.NOT_YET_DUE);
        Line overdue = payment(PAID.plus(Duration.ofHours(24)).plusMillis(1));
        assertThat(overdue.status()).isEqualTo(Status.OVERDUE);
        assertThat(overdue.publishedAt()).isEqualTo(Instant.MAX);
        assertThat(overdue.isLate()).isTrue();
    }

    @Test
    void aPublicationOfSomethingElseOrBeforeTheEventDoesNotCount() {
        Instant later = PAID.plusSeconds(1);

        assertThat(payment(YEAR_END, new Publication("entries", "pay/E2", later)).status())
                .isEqualTo(Status.OVERDUE);
        assertThat(payment(YEAR_END, new Publication("vouchers", "pay/E1", later)).status())
                .isEqualTo(Status.OVERDUE);
        assertThat(
                        payment(YEAR_END, new Publication("entries", "pay/E1", PAID.minusMillis(1)))
                                .status())
                .isEqualTo(Status.OVERDUE);
        assertThat(payment(YEAR_END, new Publication("entries", "pay/E1", PAID)).status())
                .isEqualTo(Status.IN_TIME);
        assertThat(payment(later, new Publication("entries", "pay/E1", YEAR_END)).status())
                .as("published after the moment of the report")
                .isEqualTo(Status.NOT_YET_DUE);
    }

    @Test
    void onlyTheFirstPublicationCounts() {
        Line line =
                payment(
                        YEAR_END,
                        new Publication("entries", "pay/E1", PAID.plusSeconds(90_000)),
                        new Publication("entries", "pay/E1", PAID.plusSeconds(60)));

        assertThat(line.publishedAt()).isEqualTo(PAID.plusSeconds(60));
        assertThat(line.status()).isEqualTo(Status.IN_TIME);
    }

    @Test
    void publicIncomeIsPublicEveryQuarterShanghaiArt66() {
        assertThat(
                        firstQuarter(
                                        YEAR_END,
                                        new Publication("public-income", "2025-03-31", QUARTER_DUE))
                                .status())
                .isEqualTo(Status.IN_TIME);
        assertThat(
                        firstQuarter(
                                        YEAR_END,
                                        new Publication(
                                                "public-income",
                                                "2025-03-31",
                                                QUARTER_DUE.plusMillis(1)))
                                .status())
                .isEqualTo(Status.LATE);
        assertThat(firstQuarter(QUARTER_DUE).status()).isEqualTo(Status.NOT_YET_DUE);
        assertThat(firstQuarter(QUARTER_DUE.plusMillis(1)).status()).isEqualTo(Status.OVERDUE);
    }

    @Test
    void aPeriodThatIsNotOverIsNoDuty() {
        Instant lastMoment = Instant.parse("2025-03-31T15:59:59.999Z");

        assertThat(lines(lastMoment, List.of(), List.of()))
                .extracting(Line::subject)
                .doesNotContain("2025-03-31");
        assertThat(lines(lastMoment.plusMillis(1), List.of(), List.of()))
                .extracting(Line::subject)
                .contains("2025-03-31");
    }

    @Test
    void aYearHasTwelveMonthsFourQuartersAndTwoHalves() {
        List<Line> all = lines(Instant.parse("2025-12-31T16:00:00Z"), List.of(), List.of());

        assertThat(all.stream().filter(line -> line.item().code().equals("collection")))
                .hasSize(12);
        assertThat(all.stream().filter(line -> line.item().code().equals("public-income")))
                .hasSize(4);
        assertThat(all.stream().filter(line -> line.item().code().equals("maintenance-fund")))
                .hasSize(2);
        assertThat(all.stream().filter(line -> line.item().code().equals("audit"))).hasSize(1);
        assertThat(all).isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()));
    }

    @Test
    void theReportOfWhatWasLateNamesNothingElse() {
        DisclosureReport report =
                DisclosureReport.of(
                        SHANGHAI,
                        LocalDate.of(2025, 3, 1),
                        QUARTER_DUE,
                        List.of(
                                new Occasion("entries", "in-time", PAID),
                                new Occasion("entries", "late", PAID),
                                new Occasion("entries", "never", PAID),
                                new Occasion("entries", "before", PAID.minusSeconds(86_400)),
                                new Occasion("entries", "after", QUARTER_DUE.plusMillis(1))),
                        List.of(
                                new Publication("entries", "in-time", PAID.plusSeconds(1)),
                                new Publication("entries", "late", PAID.plusSeconds(90_000))));

        assertThat(report.asOf()).isEqualTo(QUARTER_DUE);
        assertThat(report.late().stream().filter(l -> l.item().code().equals("entries")))
                .extracting(Line::subject)
                .containsExactly("late", "never");
        assertThat(report.lines()).extracting(Line::subject).doesNotContain("before", "after");
    }

    @Test
    void refusesWhatNoProfileHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                lines(
                                        YEAR_END,
                                        List.of(new Occasion("gossip", "x", PAID)),
                                        List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                lines(
                                        YEAR_END,
                                        List.of(new Occasion("audit", "x", PAID)),
                                        List.of()));
        Instant sixYears = Instant.parse("2030-01-01T16:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(sixYears, List.of(), List.of()));
        assertThat(lines(sixYears.minusSeconds(1), List.of(), List.of())).isNotEmpty();
    }

    @Test
    void theProfileOfACountryHasSeventeenItemsAndNoNumberOfALaw() {
        DisclosureProfile national = DisclosureProfile.national();

        assertThat(national.items()).hasSize(17);
        assertThat(national.items()).allMatch(item -> item.standing() == Standing.INTERPRETATION);
        assertThat(DisclosureProfile.ofRegion("nowhere").items()).isEqualTo(national.items());
        assertThat(national.item("collection").orElseThrow().audience())
                .isEqualTo(DisclosureItem.Audience.ALL_OWNERS_AGGREGATE);
    }

    @ParameterizedTest
    @CsvSource({
        "beijing, decisions, BJ (2024-03-29) art. 37 para. 2",
        "beijing, members-fees, BJ (2024-03-29) art. 44 item 8",
        "shanghai, public-income, SH (2020-12-30) art. 66 para. 2",
        "shanghai, audit, SH (2020-12-30) art. 67 para. 2",
        "hangzhou, committee, HZ (2021-08-09) art. 30 para. 1"
    })
    void aRegionPutsItsOwnTermInThePlaceOfTheCountrys(String region, String code, String source) {
        DisclosureItem item = DisclosureProfile.ofRegion(region).item(code).orElseThrow();

        assertThat(item.standing()).isEqualTo(Standing.TEXT_READ);
        assertThat(item.source()).startsWith(source);
        assertThat(DisclosureProfile.ofRegion(region).items()).hasSize(17);
    }

    @Test
    void ownersMayAgreeOnAnotherTerm() {
        DisclosureItem agreed =
                new DisclosureItem(
                        "audit",
                        "审计报告",
                        "Audit report",
                        DisclosureItem.Audience.ALL_OWNERS,
                        new DisclosureTerm.AfterPeriod(6, Duration.ofDays(30)),
                        "resolution 2025-3",
                        Standing.TEXT_READ);

        assertThat(SHANGHAI.with(agreed).item("audit")).contains(agreed);
        assertThat(SHANGHAI.with(agreed).items()).hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 13, -1})
    void refusesAPeriodThatDoesNotDivideTheYear(int months) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisclosureTerm.AfterPeriod(months, Duration.ofDays(1)));
    }

    @Test
    void refusesATermOfNothingOrOfMoreThanAYear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisclosureTerm.AfterEvent(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisclosureTerm.AfterEvent(Duration.ofDays(366).plusNanos(1)));
        assertThat(new DisclosureTerm.AfterEvent(Duration.ofDays(366)).within()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new DisclosureItem(
                                        "Audit",
                                        "",
                                        "",
                                        DisclosureItem.Audience.ALL_OWNERS,
                                        new DisclosureTerm.AfterEvent(Duration.ofDays(1)),
                                        "",
                                        Standing.TEXT_READ));
    }
}
