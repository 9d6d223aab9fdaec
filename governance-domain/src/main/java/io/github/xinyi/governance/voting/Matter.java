package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import java.util.Arrays;

/**
 * The nine matters that only the owners together decide (业主共同决定事项), for example {@link
 * #MANAGER_APPOINTMENT}. Source: Civil Code art. 278 paras. 1 and 2.
 *
 * @since 0.1.0
 */
public enum Matter {
    /** Item 1: the rules of procedure of the owners' meeting (业主大会议事规则). */
    RULES_OF_PROCEDURE(1, VoteClass.ORDINARY),
    /** Item 2: the management covenant (管理规约). */
    MANAGEMENT_COVENANT(2, VoteClass.ORDINARY),
    /** Item 3: electing the owners' committee or replacing members (选举业主委员会). */
    COMMITTEE_ELECTION(3, VoteClass.ORDINARY),
    /** Item 4: appointing and dismissing the property manager (选聘和解聘物业服务企业). */
    MANAGER_APPOINTMENT(4, VoteClass.ORDINARY),
    /** Item 5: using the maintenance fund (使用维修资金). */
    MAINTENANCE_FUND_USE(5, VoteClass.ORDINARY),
    /** Item 6: raising the maintenance fund (筹集维修资金). */
    MAINTENANCE_FUND_RAISING(6, VoteClass.SPECIAL),
    /** Item 7: altering or rebuilding (改建、重建). */
    REBUILDING(7, VoteClass.SPECIAL),
    /** Item 8: changing the use of common parts, or business in them (改变共有部分的用途或者从事经营活动). */
    COMMON_PARTS_USE(8, VoteClass.SPECIAL),
    /** Item 9: other major matters of common ownership and management (其他重大事项). */
    OTHER_MAJOR_MATTER(9, VoteClass.ORDINARY);

    private static final int ARTICLE = 278;

    private final int item;
    private final VoteClass voteClass;

    Matter(int item, VoteClass voteClass) {
        this.item = item;
        this.voteClass = voteClass;
    }

    /**
     * The matter of an item.
     *
     * @param item 1 to 9
     * @return the matter
     * @throws IllegalArgumentException if there is no such item
     */
    public static Matter ofItem(int item) {
        return Arrays.stream(values())
                .filter(matter -> matter.item == item)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Civil Code art. 278 para. 1 has no item " + item));
    }

    /**
     * The number under which the law lists it.
     *
     * @return 1 to 9
     */
    public int item() {
        return item;
    }

    /**
     * Which consent it needs.
     *
     * @return {@link VoteClass#SPECIAL} for items 6 to 8
     */
    public VoteClass voteClass() {
        return voteClass;
    }

    /**
     * Where the law lists it.
     *
     * @return Civil Code art. 278 para. 1 with the item
     */
    public Citation citation() {
        Citation paragraph = Statutes.CIVIL_CODE.at(ARTICLE, 1);
        return new Citation(
                paragraph.instrument(),
                new Provision(ARTICLE, 1, item),
                paragraph.inForce(),
                Standing.TEXT_READ);
    }
}
