package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.journal.TrustTexts;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How 春晖里, an invented community of 24 homes, came to adopt its contract and the budget of a year:
 * what was voted on in the December before it. Everything is the same at each start.
 */
final class Founding {

    static final CommunityId COMMUNITY = CommunityId.of("chunhuili");
    static final String NAME = "春晖里";
    static final String FIRM_NAME = "安*物业服务有限公司";
    static final String CONTRACT = "CH-HT-1";
    static final PersonId FIRM = PersonId.of("T-1");

    /** Who receives what owners report. */
    static final PersonId GRID_OFFICER = PersonId.of("C-1");

    private static final MotionId ON_CONTRACT = MotionId.of("M1");
    private static final MotionId ON_BUDGET = MotionId.of("M2");
    private static final int HOMES = 24;
    private static final int IN_FAVOUR = 20;
    private static final int AGAINST = 3;

    private final int year;

    Founding(int year) {
        this.year = year;
    }

    int year() {
        return year;
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    String meetingTitle() {
        return NAME + (year - 1) + "年第一次业主大会会议";
    }

    MeetingId meetingId() {
        return MeetingId.of((year - 1) + "-OM-01");
    }

    static List<Unit> homes() {
        List<Unit> homes = new ArrayList<>();
        for (int number = 0; number < HOMES; number++) {
            String name = (number / 8 + 1) + "-" + (101 + number % 8);
            homes.add(
                    new Unit(
                            UnitId.of(name),
                            (number / 8 + 1) + "号楼",
                            UnitUse.RESIDENTIAL,
                            FloorArea.ofSquareDecimetres(8_000 + 25L * number),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(List.of(PersonId.of("owner-" + name)))));
        }
        return homes;
    }

    ContractTerms terms(KeyRegister keys) {
        return new ContractTerms(
                CONTRACT,
                COMMUNITY,
                FIRM,
                Ratio.of(8, 100),
                RemunerationBase.FEES_RECEIVED,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 2, 12, 31),
                7,
                ContractTerms.MIN_BATCH_UNITS,
                keys);
    }

    static ContractClauses clauses() {
        return new ContractClauses(
                COMMUNITY,
                CONTRACT,
                "物业服务与公共收益管理",
                List.of(
                        new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                        new Party(FIRM, Role.TRUSTEE),
                        new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                ContractClauses.OWNERS_NOTICE_DAYS,
                ContractClauses.FIRM_NOTICE_DAYS,
                30);
    }

    DraftBudget budget() {
        return new DraftBudget(
                COMMUNITY,
                year,
                List.of(
                        line("SF-01", "清洁卫生", 3_600_000),
                        line("SF-02", "共用部位日常维修", 2_400_000),
                        line("SF-03", "楼道照明", 600_000)));
    }

    static BudgetLine line(String code, String name, long fen) {
        return new BudgetLine(code, name, FundClass.SERVICE_FUND, Money.ofFen(fen));
    }

    /** The budget may be exceeded by the owners' vote alone. */
    BudgetPolicy policy() {
        return BudgetPolicy.usual(COMMUNITY, year, 0);
    }

    private Meeting meeting(ContractTerms terms) {
        return meeting(
                meetingId(),
                LocalDate.of(year - 1, 12, 10),
                List.of(
                        new Motion(
                                ON_CONTRACT,
                                TrustMatter.TRUST_ADOPTION.matter(),
                                "采用信托制并签订物业服务合同",
                                List.of(terms.document(), clauses().document())),
                        new Motion(
                                ON_BUDGET,
                                TrustMatter.ANNUAL_BUDGET.matter(),
                                "通过" + year + "年度预算",
                                List.of(budget().document(), policy().document()))));
    }

    /** A meeting of the owners that is announced 20 days before it opens and lasts five. */
    static Meeting meeting(MeetingId id, LocalDate opens, List<Motion> motions) {
        return new Meeting(
                id,
                COMMUNITY,
                opens.minusDays(30),
                opens.minusDays(20),
                opens.atTime(9, 0).atZone(Meeting.ZONE).toInstant(),
                opens.plusDays(4).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                motions);
    }

    TallyResult decide(JdbcStores stores, ContractTerms terms) {
        return held(stores, meeting(terms));
    }

    /** Holds the vote in the stores; again, it changes nothing. */
    static TallyResult held(JdbcStores stores, Meeting meeting) {
        if (stores.meetings().result(COMMUNITY, meeting.id()).isEmpty()) {
            must(stores.rosters().freeze(roster(meeting.rosterDate())));
            must(stores.meetings().record(meeting));
            List<Unit> homes = homes();
            for (int number = 0; number < IN_FAVOUR + AGAINST; number++) {
                Choice choice = number < IN_FAVOUR ? Choice.FOR : Choice.AGAINST;
                Ballot ballot = ballot(meeting, homes.get(number), number, choice);
                must(stores.meetings().add(COMMUNITY, meeting.id(), ballot));
            }
        }
        Roster roster = stores.rosters().find(COMMUNITY, meeting.rosterDate()).orElseThrow();
        TallyResult result =
                must(
                        Tally.of(
                                meeting,
                                roster,
                                stores.meetings().ballots(COMMUNITY, meeting.id()),
                                meeting.closesAt().plusSeconds(3_600)));
        must(stores.meetings().store(result));
        return result;
    }

    private static Roster roster(LocalDate day) {
        return must(Roster.of(COMMUNITY, day, PersonId.of("developer"), homes()));
    }

    private static Ballot ballot(Meeting meeting, Unit home, int number, Choice choice) {
        SortedMap<MotionId, Set<Choice>> answers = new TreeMap<>();
        meeting.motions().forEach(motion -> answers.put(motion.id(), Set.of(choice)));
        return new Ballot(
                BallotId.of("B" + (number + 1)),
                home.id(),
                home.owners().first(),
                Channel.PAPER,
                meeting.opensAt().plusSeconds(600L * (number + 1)),
                Signature.SIGNED,
                answers);
    }

    static Resolution onContract(TallyResult result) {
        return result.motion(ON_CONTRACT).resolution().orElseThrow();
    }

    static Resolution onBudget(TallyResult result) {
        return result.motion(ON_BUDGET).resolution().orElseThrow();
    }

    /** What the sample leaves no room to refuse; otherwise every rule in the way is told. */
    static <T> T must(Outcome<T> outcome) {
        return outcome.orElseThrow(
                ruling -> new IllegalStateException(TrustTexts.in(Language.EN).render(ruling)));
    }
}
