package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.GoverningBody.Kind.OWNERS_COMMITTEE;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

    private static final Citation SOURCE = Statutes.GUIDANCE_RULES.unverified(39);

    @ParameterizedTest(
            name = "BJ 39 to 50, HZ 27 to 34, SH 20 to 30, SD 33, NB 33, 36, TZ 27, 28: {0} {1}")
    @CsvSource({
        "BEIJING,SMALL_MIN_MEMBERS,3",
        "BEIJING,SMALL_HOUSEHOLDS,100",
        "BEIJING,TERM_MAX_YEARS,5",
        "BEIJING,CHANGE_FILING_DAYS,30",
        "BEIJING,REPORT_MONTHS,6",
        "BEIJING,NOTICE_DAYS,5",
        "NINGBO,NOTICE_DAYS,3",
        "SHANGHAI,NOTICE_DAYS,7",
        "SHANGHAI,CALL_DAYS,7",
        "HANGZHOU,MIN_MEMBERS,5",
        "HANGZHOU,MAX_MEMBERS,11",
        "HANGZHOU,TERM_MIN_YEARS,3",
        "HANGZHOU,REPORT_MONTHS,3",
        "HANGZHOU,SEAL_PUBLICATION_MONTHS,6",
        "HANGZHOU,LEAVER_HANDOVER_DAYS,7",
        "SHANGHAI,SMALL_AREA_SQUARE_DECIMETRES,1000000",
        "SHANGHAI,REPORT_MONTHS,5",
        "SHANGHAI,LEAVER_HANDOVER_DAYS,10",
        "SHANDONG,ELECTION_DAYS,90",
        "NINGBO,ELECTION_DAYS,60",
        "TAIZHOU,REPORT_MONTHS,2",
        "TAIZHOU,HANDOVER_DAYS,10",
        "TAIZHOU,LEAVER_HANDOVER_DAYS,3"
    })
    void laysTheFiguresOfARegionOverTheNations(String region, LegalNumber figure, int value) {
        assertThat(in(region, OWNERS_COMMITTEE).number(figure))
                .get()
                .extracting(Sourced::value)
                .isEqualTo(value);
    }

    @ParameterizedTest(name = "BJ 54 to 59, HZ 39 and 41, TZ 31, QY 26 and 27: {0} {1}")
    @CsvSource({
        "BEIJING,MIN_MEMBERS,7",
        "BEIJING,DISPLAY_WORKING_DAYS,10",
        "BEIJING,DISSOLUTION_DAYS,30",
        "HANGZHOU,TERM_MAX_YEARS,2",
        "HANGZHOU,LIST_SHOWN_DAYS,7",
        "TAIZHOU,MIN_MEMBERS,11",
        "TAIZHOU,MAX_MEMBERS,15",
        "QINGYUAN,LIST_SHOWN_DAYS,15",
        "QINGYUAN,DISPLAY_DAYS,10",
        "NINGBO,MIN_MEMBERS,5"
    })
    void laysTheFiguresOfAManagementCommitteeOverOurReading(
            String region, LegalNumber figure, int value) {
        assertThat(in(region, PROPERTY_MANAGEMENT_COMMITTEE).number(figure))
                .get()
                .extracting(Sourced::value)
                .isEqualTo(value);
    }

    @Test
    void takesTheOfficesAndTheChairOfARegion() {
        assertThat(in("BEIJING", OWNERS_COMMITTEE).options(FilingOffice.class))
                .as("Beijing art. 43 does not lower PMR art. 16; the profile's notice shows it")
                .containsExactlyInAnyOrder(FilingOffice.values());
        assertThat(in("NATIONAL", OWNERS_COMMITTEE).options(FilingOffice.class))
                .as("PMR art. 16 para. 1")
                .containsExactlyInAnyOrder(FilingOffice.values());
        assertThat(in("HANGZHOU", PROPERTY_MANAGEMENT_COMMITTEE).options(Side.class))
                .as("Hangzhou art. 39")
                .containsExactly(Side.STREET_OFFICE);
        assertThat(in("BEIJING", PROPERTY_MANAGEMENT_COMMITTEE).options(Side.class))
                .as("Beijing art. 54")
                .containsExactly(Side.RESIDENTS_COMMITTEE);
        assertThat(
                        in("QINGYUAN", PROPERTY_MANAGEMENT_COMMITTEE)
                                .number(LegalNumber.DISPLAY_WORKING_DAYS))
                .as("Qingyuan art. 31 counts plain days")
                .isEmpty();
        assertThat(in("BEIJING", PROPERTY_MANAGEMENT_COMMITTEE).number(LegalNumber.DISPLAY_DAYS))
                .as("Beijing art. 57 counts working days")
                .isEmpty();
    }

    /** The nation's figures stand in its profile alone: laid over, they change nothing. */
    @ParameterizedTest
    @EnumSource(GoverningBody.Kind.class)
    void saysTheSameAsTheProfileOfTheNation(GoverningBody.Kind kind) {
        CommitteeClauses told = CommitteeClauses.national(kind);
        CommitteeClauses laid = in("NATIONAL", kind);

        for (LegalNumber figure : LegalNumber.values()) {
            assertThat(laid.number(figure)).as(figure.name()).isEqualTo(told.number(figure));
        }
        for (LegalShare share : LegalShare.values()) {
            assertThat(laid.share(share)).as(share.name()).isEqualTo(told.share(share));
        }
        assertThat(laid.options(Option.class)).hasSameElementsAs(told.options(Option.class));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OWNERS_COMMITTEE | MIN_MEMBERS 5, MAX_MEMBERS 11, TERM_MAX_YEARS 5, FILING_DAYS"
                    + " 30, NOTICE_DAYS 7, CALL_DAYS 7, REPORT_MONTHS 3, LEAVER_HANDOVER_DAYS 3,"
                    + " QUORUM >1/2, DECISION >1/2, ELECTED >1/2, SEAL_SIGNATURES >1/2, CALL ≥1/3,"
                    + " RECALL_BY_MEMBERS ≥1/3, RECALL_BY_OWNERS ≥1/5, RECALL_BY_AREA ≥1/5,"
                    + " REMAINING ≥1/2",
                "PROPERTY_MANAGEMENT_COMMITTEE | MIN_MEMBERS 7, TERM_MAX_YEARS 3, PUBLISH_DAYS 3,"
                        + " DISPLAY_WORKING_DAYS 10, DISSOLUTION_DAYS 30, OWNER_SEATS ≥1/2,"
                        + " QUORUM >1/2, OWNER_QUORUM >1/2, DECISION >1/2,"
                        + " SEAL_SIGNATURES >1/2, CALL ≥1/3"
            })
    void readsTheNationsFiguresFromItsProfile(GoverningBody.Kind kind, String figures) {
        CommitteeClauses law = CommitteeClauses.national(kind);
        List<String> found =
                Stream.concat(
                                Stream.of(LegalNumber.values())
                                        .flatMap(n -> told(n, law.number(n))),
                                Stream.of(LegalShare.values())
                                        .flatMap(share -> told(share, law.share(share))))
                        .toList();

        assertThat(found).containsExactlyInAnyOrder(figures.split(", *"));
    }

    private static Stream<String> told(Enum<?> name, Optional<? extends Sourced<?>> clause) {
        return clause.stream().map(sourced -> name + " " + sourced.value());
    }

    @Test
    void asksForTwoThirdsInShandongAndSixtyPerCentInTaizhou() {
        assertThat(in("SHANDONG", OWNERS_COMMITTEE).share(LegalShare.QUORUM))
                .get()
                .extracting(Sourced::value)
                .hasToString("≥2/3");
        assertThat(in("TAIZHOU", PROPERTY_MANAGEMENT_COMMITTEE).share(LegalShare.OWNER_SEATS))
                .get()
                .extracting(Sourced::value)
                .hasToString("≥3/5");
    }

    @Test
    void citesAFigureHandedDownThroughHongguAsUnverified() {
        List<Citation> sources =
                in("HONGGU", OWNERS_COMMITTEE)
                        .number(LegalNumber.FILING_DAYS)
                        .map(Sourced::citations)
                        .orElseThrow();

        assertThat(sources).extracting(Citation::standing).containsOnly(Standing.UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"GANSU,1", "LANZHOU,2", "HONGGU,3", "BEIJING,1", "SHANDONG,0"})
    void showsTheNoticesOfAProfileInEveryRuling(String region, long notices) {
        CommitteeClauses clauses =
                in(region, OWNERS_COMMITTEE).with(LegalNumber.NOTICE_DAYS, 7, SOURCE);
        Committee committee = Bodies.elected(in("NATIONAL", OWNERS_COMMITTEE), 7);
        Ruling refused =
                Bodies.elect(clauses, Bodies.slate(6))
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                ruling -> ruling);

        assertThat(Profiles.notices(refused.findings())).isEqualTo(notices);
        assertThat(Profiles.notices(committee.duties(clauses, Bodies.START).findings()))
                .isEqualTo(notices);
        assertThat(Profiles.notices(clauses.notices())).isEqualTo(notices);
    }

    private static CommitteeClauses in(String region, GoverningBody.Kind kind) {
        return CommitteeClauses.national(kind).under(Profiles.of(region));
    }
}
