package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.keys.KeyRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What community.json says of the sample community. */
record SampleCommunity(
        CommunityId id,
        String name,
        LocalDate rosterDate,
        PersonId developer,
        String meetingTitle,
        Meeting meeting,
        String trusteeName,
        JsonNode contract) {

    /** The community's own time. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The motion by which the contract is adopted. */
    static final MotionId CONTRACT_MOTION = MotionId.of("M1");

    /** The motion by which the budget is adopted. */
    static final MotionId BUDGET_MOTION = MotionId.of("M2");

    /** The year that is replayed. */
    static final int YEAR = 2025;

    static SampleCommunity from(JsonNode json) {
        CommunityId id = CommunityId.of(json.path("id").asText());
        LocalDate rosterDate = LocalDate.parse(json.path("recordDate").asText());
        JsonNode meeting = json.path("meeting");
        List<Motion> motions = new ArrayList<>();
        for (JsonNode motion : meeting.path("motions")) {
            motions.add(
                    new Motion(
                            MotionId.of(motion.path("id").asText()),
                            Matter.ofItem(motion.path("matter").asInt()),
                            motion.path("title").asText()));
        }
        return new SampleCommunity(
                id,
                json.path("name").asText(),
                rosterDate,
                PersonId.of(json.path("developerId").asText()),
                meeting.path("title").asText(),
                new Meeting(
                        MeetingId.of(meeting.path("id").asText()),
                        id,
                        rosterDate,
                        LocalDate.parse(meeting.path("noticeDate").asText()),
                        instant(meeting.path("opensAt")),
                        instant(meeting.path("closesAt")),
                        motions),
                json.path("contract").path("trusteeName").asText(),
                json.path("contract"));
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toInstant();
    }

    /** What the sample contract says beside its terms; the days of notice are those of the law. */
    ContractClauses clauses() {
        return new ContractClauses(
                id,
                contract.path("id").asText(),
                "物业服务与公共收益管理",
                List.of(
                        new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                        new Party(PersonId.of(contract.path("trusteeId").asText()), Role.TRUSTEE),
                        new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                ContractClauses.OWNERS_NOTICE_DAYS,
                ContractClauses.FIRM_NOTICE_DAYS,
                30);
    }

    /** The sample budget may be exceeded by the owners' vote alone. */
    BudgetPolicy budgetPolicy() {
        return BudgetPolicy.usual(id, YEAR, 0);
    }

    /** The meeting with contract and budget, and what belongs to them, among its papers. */
    Meeting meetingOn(ContractTerms terms, DraftBudget budget) {
        Map<MotionId, List<Motion.Document>> papers =
                Map.of(
                        CONTRACT_MOTION,
                        List.of(terms.document(), clauses().document()),
                        BUDGET_MOTION,
                        List.of(budget.document(), budgetPolicy().document()));
        List<Motion> motions =
                meeting.motions().stream()
                        .map(
                                motion ->
                                        new Motion(
                                                motion.id(),
                                                motion.matter(),
                                                motion.title(),
                                                Optional.ofNullable(papers.get(motion.id()))
                                                        .orElse(List.of())))
                        .toList();
        return new Meeting(
                meeting.id(),
                meeting.community(),
                meeting.rosterDate(),
                meeting.noticeDate(),
                meeting.opensAt(),
                meeting.closesAt(),
                motions);
    }

    ContractTerms terms(KeyRegister keys) {
        return new ContractTerms(
                contract.path("id").asText(),
                id,
                PersonId.of(contract.path("trusteeId").asText()),
                Ratio.parse(contract.path("ratio").asText()),
                RemunerationBase.valueOf(contract.path("base").asText()),
                LocalDate.parse(contract.path("startDate").asText()),
                LocalDate.parse(contract.path("endDate").asText()),
                contract.path("approvalValidDays").asInt(),
                contract.path("householdBatchMinUnits").asInt(),
                keys);
    }
}
