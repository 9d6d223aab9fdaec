package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.team.Source;
import java.util.List;

/**
 * What can be measured; {@link Measurement#formula} tells each formula in words.
 *
 * <p>No statute defines one of them: the formulas are our readings of what a district reports.
 *
 * @since 0.1.0
 */
public enum Metric implements Rule {
    /** Communities with a body in office / all communities (业委会、物管会覆盖率). */
    COVERAGE("coverage", "区级报道的覆盖率：业委会与物管会同等计入", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** Communities that count under an owners' committee / all communities. */
    OWNERS_COMMITTEES("owners-committees", "区级报道的分类数：业主委员会"),
    /** Communities that count under a property management committee / all communities. */
    MANAGEMENT_COMMITTEES("management-committees", "区级报道的分类数：物业管理委员会"),
    /** Items disclosed / items consulted on (协商公开率). */
    DISCLOSURE("disclosure", "区级报道的协商公开率：已公开事项与协商事项之比"),
    /** Duties of disclosure kept by their day / duties whose day has come (公开及时率). */
    DISCLOSURE_ON_TIME("disclosure-on-time", "各项公开义务规定的期限"),
    /** Disputes closed with an agreement / disputes received (矛盾化解率). */
    SETTLEMENT("settlement", "区级报道的矛盾化解率：达成协议并办结与已受理纠纷之比"),
    /** Units whose ballot counted / units entitled (参与率). */
    PARTICIPATION("participation", "业主大会表决票：有效投票户与有表决权户之比"),
    /** Openings answered in time / openings whose time has come (响应及时率). */
    RESPONSE_IN_TIME("response-in-time", "事项受理时适用的时限等级"),
    /** Ratings at or above a floor / ratings (满意率). */
    SATISFACTION("satisfaction", "评价分值不低于给定分值"),
    /** Units reached by a squad / units concerned (入户覆盖率). */
    CONTACT("contact", "敲门行动：已征询户与涉及户之比"),
    /** Squads that visited / squads formed (入户专班). */
    SQUADS("squads", "区级报道的入户专班数"),
    /** Party members checked in / members that ever were (双报到党员). */
    CHECK_INS("check-ins", "区级报道的双报到党员数"),
    /** Volunteer teams that exist / teams ever founded (志愿服务队). */
    VOLUNTEER_TEAMS("volunteer-teams", "区级报道的志愿服务队数"),
    /** Service items of a kind solved / items registered (事项办结率). */
    ITEMS_SOLVED("items-solved", "区级报道的为民办实事项数"),
    /** Joint conferences held / conferences called (联席会议). */
    CONFERENCES("conferences", "区级报道的党建联席会议次数"),
    /** Matters of conferences solved / matters taken up (会商事项). */
    MATTERS("matters", "区级报道的会商事项办结数"),
    /** Teams filled as their pattern asks / teams formed, for example the pilots of 1+3+N. */
    COMPLETE_TEAMS("complete-teams", "各队伍所依的岗位表");

    private final RuleCode code;
    private final Source source;
    private final List<Citation> basis;

    Metric(String name, String source, Citation... basis) {
        this.code = new RuleCode("metrics." + name);
        this.source = new Source(source, Standing.INTERPRETATION);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }

    /**
     * Where the formula comes from, unless a measurement names its own source.
     *
     * @return always with standing {@link Standing#INTERPRETATION}
     */
    public Source source() {
        return source;
    }
}
