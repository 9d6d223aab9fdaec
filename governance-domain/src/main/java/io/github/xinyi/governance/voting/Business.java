package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;
import static io.github.xinyi.governance.law.Statutes.GUIDANCE_RULES;
import static io.github.xinyi.governance.law.Statutes.PROPERTY_MANAGEMENT_REGULATION;
import static io.github.xinyi.governance.law.Statutes.SPC_OWNERSHIP;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of business that come before a committee, a conference or a talk, for example {@link
 * #MANAGER_RENEWAL}, which is item 4 of the nine matters whatever a caller calls it, or {@link
 * #OFFICERS}, which is a committee's own.
 *
 * <p>The list is closed. What is none of these is not thereby free, since item 9 has no end: it is
 * {@link #UNLISTED} before a committee and goes without a kind elsewhere, and somebody has to
 * declare by name that it is not one of the nine; the library does not know.
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
    /** To replace members of the owners' committee (更换业主委员会成员), item 3. */
    COMMITTEE_REPLACEMENT(Matter.COMMITTEE_ELECTION),
    /** Item 4; to choose a manager (选聘). */
    MANAGER_APPOINTMENT(Matter.MANAGER_APPOINTMENT),
    /** To dismiss the manager (解聘), item 4. */
    MANAGER_DISMISSAL(Matter.MANAGER_APPOINTMENT, CIVIL_CODE.at(946, 1)),
    /** To keep the manager for another term (续聘); that this is item 4 is a reading. */
    MANAGER_RENEWAL(Matter.MANAGER_APPOINTMENT, CIVIL_CODE.at(947, 1).asInterpretation()),
    /** Item 5; for example on lifts, roofs and outer walls. */
    MAINTENANCE_FUND_USE(Matter.MAINTENANCE_FUND_USE, CIVIL_CODE.at(281, 1)),
    /** Item 6; to fill it up too. */
    MAINTENANCE_FUND_RAISING(Matter.MAINTENANCE_FUND_RAISING),
    /** Item 7. */
    REBUILDING(Matter.REBUILDING),
    /** To alter the building or its facilities (改建), item 7. */
    ALTERATION(Matter.REBUILDING),
    /** Item 8. */
    COMMON_PARTS_USE(Matter.COMMON_PARTS_USE),
    /** To use common parts for something else (改变共有部分的用途), item 8. */
    COMMON_PARTS_CHANGE(Matter.COMMON_PARTS_USE),
    /** To do business in common parts, for example with advertisements, item 8. */
    COMMON_PARTS_BUSINESS(Matter.COMMON_PARTS_USE, PROPERTY_MANAGEMENT_REGULATION.at(54)),
    /**
     * To let or charge for parking on common roads and grounds; that this is item 8 is a reading.
     */
    COMMON_PARKING(Matter.COMMON_PARTS_USE, CIVIL_CODE.at(275, 2).asInterpretation()),
    /** Item 9; also what the law or the covenant reserves to the owners besides. */
    OTHER_MAJOR_MATTER(Matter.OTHER_MAJOR_MATTER, SPC_OWNERSHIP.at(7)),
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
    PUBLIC_INCOME_USE(
            TrustMatter.PUBLIC_INCOME_USE,
            PROPERTY_MANAGEMENT_REGULATION.at(54).asInterpretation()),
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

    Business(Matter matter, Citation... further) {
        this.matter = matter;
        this.basis = Stream.concat(Stream.of(matter.citation()), Stream.of(further)).toList();
    }

    Business(TrustMatter trust, Citation... further) {
        this.matter = trust.matter();
        this.basis = Stream.concat(Stream.of(trust.citation()), Stream.of(further)).toList();
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
     * The kinds that are the owners' to decide.
     *
     * @return those with a {@link #matter}, in the order of the constants
     */
    public static SortedSet<Business> ofOwners() {
        return Arrays.stream(values())
                .filter(business -> business.matter != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The matters of some kinds.
     *
     * @param kinds for example of one item of an agenda
     * @return often none
     */
    public static SortedSet<Matter> matters(Collection<Business> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.matter().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The names under which conferences and talks stored some kinds before there was one list.
     *
     * @return by the old name, for example {@code PUBLIC_INCOME=PUBLIC_INCOME_USE}
     */
    public static Map<String, String> formerNames() {
        return Map.of(
                "TRUST_CONTRACT", TRUST_ADOPTION.name(),
                "TRUST_BUDGET", ANNUAL_BUDGET.name(),
                "PUBLIC_INCOME", PUBLIC_INCOME_USE.name(),
                "RESERVED_TO_OWNERS", OTHER_MAJOR_MATTER.name());
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
     * @return Civil Code art. 278 para. 1 with the item where it is one of the nine, then what else
     *     names it; empty only for {@link #UNLISTED}
     */
    public List<Citation> basis() {
        return basis;
    }
}
