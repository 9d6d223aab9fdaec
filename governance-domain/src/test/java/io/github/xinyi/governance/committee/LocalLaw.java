package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.GoverningBody.Kind.OWNERS_COMMITTEE;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.committee.Option.Stop;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.time.LocalDate;

/** Clauses of local regulations as their texts say them, laid over the national ones. */
final class LocalLaw {

    static final Threshold HALF = new AtLeast(Ratio.of(1, 2));
    static final Threshold MORE_THAN_HALF = new MoreThan(Ratio.of(1, 2));
    static final Threshold A_THIRD = new AtLeast(Ratio.of(1, 3));
    static final Threshold A_FIFTH = new AtLeast(Ratio.of(1, 5));

    private LocalLaw() {}

    static CommitteeClauses national(Kind kind) {
        return CommitteeClauses.national(kind);
    }

    private static Citation of(String id, String title, int article) {
        return new Citation(
                new Instrument(id, title, id, "2024"),
                Provision.of(article),
                EffectivePeriod.from(LocalDate.of(2020, 5, 1)),
                Standing.TEXT_READ);
    }

    static Citation beijing(int article) {
        return of("BJ", "北京市物业管理条例", article);
    }

    static Citation hangzhou(int article) {
        return of("HZ", "杭州市物业管理条例", article);
    }

    static CommitteeClauses beijing() {
        return national(OWNERS_COMMITTEE)
                .without(FilingOffice.class)
                .without(Departure.class)
                .with(LegalNumber.MIN_MEMBERS, 5, beijing(39))
                .with(LegalNumber.SMALL_MIN_MEMBERS, 3, beijing(39))
                .with(LegalNumber.SMALL_HOUSEHOLDS, 100, beijing(39))
                .with(LegalNumber.TERM_MAX_YEARS, 5, beijing(41))
                .with(LegalNumber.OFFICERS_DAYS, 7, beijing(42))
                .with(LegalNumber.FILING_DAYS, 30, beijing(43))
                .with(LegalNumber.CHANGE_FILING_DAYS, 30, beijing(50))
                .with(LegalNumber.NOTICE_DAYS, 5, beijing(45))
                .with(LegalNumber.PUBLISH_DAYS, 3, beijing(45))
                .with(LegalNumber.REPORT_MONTHS, 6, beijing(49))
                .with(LegalShare.QUORUM, MORE_THAN_HALF, beijing(45))
                .with(LegalShare.DECISION, MORE_THAN_HALF, beijing(45))
                .with(LegalShare.CALL, A_THIRD, beijing(45))
                .with(LegalShare.ABSENCE, HALF, beijing(46))
                .with(LegalShare.REMAINING, HALF, beijing(48))
                .with(FilingOffice.STREET_OFFICE, beijing(43))
                .with(Bar.INTEREST_IN_FIRM, beijing(39))
                .with(Bar.DISHONEST_DEBTOR, beijing(39))
                .with(Bar.FORBIDDEN_USE, beijing(39))
                .with(Bar.RESIDENCE_TOO_SHORT, beijing(39))
                .with(Nominator.PARTY_BRANCH, beijing(40))
                .with(Nominator.RESIDENTS_COMMITTEE, beijing(40))
                .with(Nominator.SELF, beijing(40))
                .with(Nominator.JOINT_OWNERS, beijing(40))
                .with(Departure.NO_LONGER_OWNER, beijing(46))
                .with(Departure.RESIGNED, beijing(46))
                .with(Departure.CANNOT_SERVE, beijing(46))
                .with(Departure.RECALLED, beijing(46));
    }

    static CommitteeClauses beijingManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .without(Ground.class)
                .with(LegalNumber.MIN_MEMBERS, 7, beijing(54))
                .with(LegalNumber.TERM_MAX_YEARS, 3, beijing(58))
                .with(LegalNumber.PUBLISH_DAYS, 3, beijing(57))
                .with(LegalNumber.DISPLAY_WORKING_DAYS, 10, beijing(57))
                .with(LegalNumber.DISSOLUTION_DAYS, 30, beijing(59))
                .with(LegalShare.OWNER_SEATS, HALF, beijing(54))
                .with(LegalShare.QUORUM, MORE_THAN_HALF, beijing(57))
                .with(LegalShare.OWNER_QUORUM, MORE_THAN_HALF, beijing(57))
                .with(LegalShare.DECISION, MORE_THAN_HALF, beijing(57))
                .with(LegalShare.CALL, A_THIRD, beijing(57))
                .with(Ground.NO_CONDITIONS, beijing(53))
                .with(Ground.REAL_DIFFICULTY, beijing(53))
                .with(Ground.NO_COMMITTEE_ELECTED, beijing(53));
    }

    static CommitteeClauses hangzhou() {
        return national(OWNERS_COMMITTEE)
                .with(LegalNumber.MIN_MEMBERS, 5, hangzhou(27))
                .with(LegalNumber.MAX_MEMBERS, 11, hangzhou(27))
                .with(LegalNumber.SMALL_MIN_MEMBERS, 3, hangzhou(27))
                .with(LegalNumber.SMALL_HOUSEHOLDS, 100, hangzhou(27))
                .with(LegalShare.ELECTED, MORE_THAN_HALF, hangzhou(27))
                .with(LegalShare.REMAINING, MORE_THAN_HALF, hangzhou(28))
                .with(LegalNumber.SEAL_PUBLICATION_MONTHS, 6, hangzhou(30))
                .with(LegalNumber.TERM_MIN_YEARS, 3, hangzhou(33))
                .with(LegalNumber.TERM_MAX_YEARS, 5, hangzhou(33))
                .with(LegalNumber.REPORT_MONTHS, 3, hangzhou(33))
                .with(LegalNumber.HANDOVER_DAYS, 10, hangzhou(34))
                .with(LegalNumber.LEAVER_HANDOVER_DAYS, 7, hangzhou(34))
                .with(LegalShare.RECALL_BY_OWNERS, A_FIFTH, hangzhou(31))
                .with(Departure.CRIMINAL_LIABILITY, hangzhou(32));
    }

    static CommitteeClauses hangzhouManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .without(Ground.class)
                .without(Side.class)
                .with(LegalNumber.MIN_MEMBERS, 7, hangzhou(39))
                .with(LegalNumber.MAX_MEMBERS, 11, hangzhou(39))
                .with(LegalNumber.LIST_SHOWN_DAYS, 7, hangzhou(39))
                .with(LegalNumber.TERM_MAX_YEARS, 2, hangzhou(41))
                .with(LegalShare.OWNER_SEATS, HALF, hangzhou(39))
                .with(Side.STREET_OFFICE, hangzhou(39))
                .with(Ground.NO_CONDITIONS, hangzhou(38))
                .with(Ground.NO_COMMITTEE_ELECTED, hangzhou(38))
                .with(Ground.TERM_ENDING, hangzhou(38))
                .with(Ground.VACANCIES, hangzhou(38))
                .with(Ground.UNMANAGED_AREA, hangzhou(38));
    }

    static CommitteeClauses shandong() {
        return national(OWNERS_COMMITTEE)
                .with(LegalShare.QUORUM, new AtLeast(Ratio.of(2, 3)), of("SD", "山东省物业管理条例", 32))
                .with(LegalNumber.ELECTION_DAYS, 90, of("SD", "山东省物业管理条例", 33));
    }

    static CommitteeClauses shanghai() {
        return national(OWNERS_COMMITTEE)
                .with(LegalNumber.SMALL_MIN_MEMBERS, 3, of("SH", "上海市住宅物业管理规定", 20))
                .with(
                        LegalNumber.SMALL_AREA_SQUARE_DECIMETRES,
                        1_000_000,
                        of("SH", "上海市住宅物业管理规定", 20));
    }

    static CommitteeClauses taizhouManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .with(LegalNumber.MIN_MEMBERS, 11, of("TZ", "台州市物业管理条例", 31))
                .with(LegalNumber.MAX_MEMBERS, 15, of("TZ", "台州市物业管理条例", 31))
                .with(
                        LegalShare.OWNER_SEATS,
                        new AtLeast(Ratio.of(60, 100)),
                        of("TZ", "台州市物业管理条例", 31))
                .with(Stop.ON_ELECTION, of("TZ", "台州市物业管理条例", 34));
    }

    static CommitteeClauses ningboManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .with(LegalNumber.MIN_MEMBERS, 5, of("NB", "宁波市住宅小区物业管理条例", 82))
                .with(Ground.INACTIVE, of("NB", "宁波市住宅小区物业管理条例", 82));
    }

    static CommitteeClauses qingyuanManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .with(LegalNumber.MIN_MEMBERS, 5, of("QY", "清远市住宅小区物业管理条例", 27))
                .with(LegalNumber.MAX_MEMBERS, 15, of("QY", "清远市住宅小区物业管理条例", 27))
                .with(LegalNumber.LIST_SHOWN_DAYS, 15, of("QY", "清远市住宅小区物业管理条例", 26))
                .with(LegalNumber.HANDOVER_DAYS, 10, of("QY", "清远市住宅小区物业管理条例", 28))
                .with(Stop.ON_ELECTION, of("QY", "清远市住宅小区物业管理条例", 28));
    }

    static CommitteeClauses weifangManagement() {
        return national(PROPERTY_MANAGEMENT_COMMITTEE)
                .with(LegalNumber.HANDOVER_DAYS, 7, of("WF", "潍坊市物业管理条例", 44))
                .with(Stop.ON_ELECTION, of("WF", "潍坊市物业管理条例", 44));
    }
}
