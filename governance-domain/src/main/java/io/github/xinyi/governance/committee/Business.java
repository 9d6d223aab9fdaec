package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;
import static io.github.xinyi.governance.law.Statutes.GUIDANCE_RULES;
import static io.github.xinyi.governance.law.Statutes.PROPERTY_MANAGEMENT_REGULATION;
import static io.github.xinyi.governance.law.Statutes.SPC_OWNERSHIP;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.TrustMatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of business that can come before a committee, for example {@link #MANAGER_APPOINTMENT},
 * which is item 4 of the nine matters whatever a caller calls it, or {@link #OFFICERS}, which is
 * the body's own.
 *
 * <p>Whatever is none of these is {@link #UNLISTED}, and somebody has to declare by name that it is
 * not one of the nine: the library does not know.
 *
 * @since 0.1.0
 */
public enum Business {
    /** Item 1. */
    RULES_OF_PROCEDURE(Matter.RULES_OF_PROCEDURE),
    /** Item 2. */
    MANAGEMENT_COVENANT(Matter.MANAGEMENT_COVENANT),
    /** Item 3; a recall and a by-election too. */
    COMMITTEE_ELECTION(Matter.COMMITTEE_ELECTION),
    /** Item 4. */
    MANAGER_APPOINTMENT(Matter.MANAGER_APPOINTMENT),
    /** Item 5. */
    MAINTENANCE_FUND_USE(Matter.MAINTENANCE_FUND_USE),
    /** Item 6. */
    MAINTENANCE_FUND_RAISING(Matter.MAINTENANCE_FUND_RAISING),
    /** Item 7. */
    REBUILDING(Matter.REBUILDING),
    /** Item 8. */
    COMMON_PARTS_USE(Matter.COMMON_PARTS_USE),
    /** Item 9. */
    OTHER_MAJOR_MATTER(Matter.OTHER_MAJOR_MATTER),
    /** To dispose of common parts (处分共有部分), which is within item 9. */
    COMMON_PARTS_DISPOSAL(Matter.OTHER_MAJOR_MATTER, SPC_OWNERSHIP.at(7)),
    /** {@link TrustMatter#TRUST_ADOPTION}. */
    TRUST_ADOPTION(TrustMatter.TRUST_ADOPTION),
    /** {@link TrustMatter#FUND_RULES}. */
    FUND_RULES(TrustMatter.FUND_RULES),
    /** {@link TrustMatter#ANNUAL_BUDGET}. */
    ANNUAL_BUDGET(TrustMatter.ANNUAL_BUDGET),
    /** {@link TrustMatter#FINAL_ACCOUNTS}. */
    FINAL_ACCOUNTS(TrustMatter.FINAL_ACCOUNTS),
    /** {@link TrustMatter#REMUNERATION_RATIO}. */
    REMUNERATION_RATIO(TrustMatter.REMUNERATION_RATIO),
    /** {@link TrustMatter#OVER_BUDGET}. */
    OVER_BUDGET(TrustMatter.OVER_BUDGET),
    /** {@link TrustMatter#NEW_COMMON_PARTS_USE}. */
    NEW_COMMON_PARTS_USE(TrustMatter.NEW_COMMON_PARTS_USE),
    /** {@link TrustMatter#RENEWED_COMMON_PARTS_USE}. */
    RENEWED_COMMON_PARTS_USE(TrustMatter.RENEWED_COMMON_PARTS_USE),
    /** {@link TrustMatter#PUBLIC_INCOME_USE}. */
    PUBLIC_INCOME_USE(TrustMatter.PUBLIC_INCOME_USE),
    /** {@link TrustMatter#SURPLUS_DISTRIBUTION}. */
    SURPLUS_DISTRIBUTION(TrustMatter.SURPLUS_DISTRIBUTION),
    /** {@link TrustMatter#MAINTENANCE_FUND_TOP_UP}. */
    MAINTENANCE_FUND_TOP_UP(TrustMatter.MAINTENANCE_FUND_TOP_UP),
    /** {@link TrustMatter#REPAIR_FROM_MAINTENANCE_FUND}. */
    REPAIR_FROM_MAINTENANCE_FUND(TrustMatter.REPAIR_FROM_MAINTENANCE_FUND),
    /** To call the owners' meeting (召集业主大会会议). */
    CALLING_THE_OWNERS(item(15, 1)),
    /** To report on the management of the property (报告物业管理的实施情况). */
    WORK_REPORT(item(15, 1)),
    /** To watch over the performance of the service contract (监督和协助物业服务企业履行物业服务合同). */
    CONTRACT_SUPERVISION(item(15, 3)),
    /** To watch over the covenant (监督管理规约的实施). */
    COVENANT_SUPERVISION(item(15, 4)),
    /** To choose chair and deputies (推选主任、副主任). */
    OFFICERS(PROPERTY_MANAGEMENT_REGULATION.at(16, 3)),
    /** Minutes of the owners' meeting (业主大会会议记录). */
    MEETING_RECORDS(PROPERTY_MANAGEMENT_REGULATION.at(14, 3)),
    /** To propose the recall of a member to the owners (提请业主大会罢免). */
    RECALL_PROPOSAL(GUIDANCE_RULES.unverified(44)),
    /** To demand that an owner stops what harms others (请求行为人停止侵害). */
    NUISANCE(CIVIL_CODE.at(286, 2)),
    /** To work with the police and the residents' committee (协助公安机关、居民委员会). */
    COOPERATION(PROPERTY_MANAGEMENT_REGULATION.at(20)),
    /** None of these; not one of the nine only by the declaration of who puts it on the agenda. */
    UNLISTED;

    private final @Nullable Matter matter;
    private final List<Citation> basis;

    Business(Matter matter) {
        this(matter, matter.citation());
    }

    Business(TrustMatter trust) {
        this(trust.matter(), trust.citation());
    }

    Business(Matter matter, Citation citation) {
        this.matter = matter;
        this.basis = List.of(citation);
    }

    Business(Citation... basis) {
        this.matter = null;
        this.basis = List.of(basis);
    }

    private static Citation item(int article, int item) {
        Citation whole = Statutes.PROPERTY_MANAGEMENT_REGULATION.at(article);
        return new Citation(
                whole.instrument(),
                new Provision(article, 0, item),
                whole.inForce(),
                Standing.TEXT_READ);
    }

    /**
     * The kind that is a matter as the law lists it.
     *
     * @param matter one of the nine
     * @return the kind of the same name
     */
    public static Business of(Matter matter) {
        return Arrays.stream(values())
                .filter(business -> business.name().equals(matter.name()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Which of the nine matters it is.
     *
     * @return empty for the body's own business and for what is not listed
     */
    public Optional<Matter> matter() {
        return Optional.ofNullable(matter);
    }

    /**
     * Where the law says so.
     *
     * @return empty only for {@link #UNLISTED}
     */
    public List<Citation> basis() {
        return basis;
    }
}
