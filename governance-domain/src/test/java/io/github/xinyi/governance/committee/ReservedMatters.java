package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.voting.Business;
import java.util.List;

/** What rulings on items that touch the nine matters stand on, for tests of other packages. */
public final class ReservedMatters {

    private ReservedMatters() {}

    /** The sources by which a property management committee is told that a matter is no own one. */
    public static List<Citation> ofAManagementCommittee() {
        CommitteeClauses nation = CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE);
        Item reserved = Item.own(Bodies.ITEM, Business.MANAGER_APPOINTMENT, "选聘物业服务企业");
        return Answers.refused(
                        Bodies.formed(nation, 7, 4)
                                .acting(nation)
                                .call(
                                        Bodies.call(Bodies.persons(7), reserved),
                                        List.of(),
                                        Bodies.CALLED_AT))
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals(CommitteeRule.RESERVED_MATTER.code()))
                .flatMap(finding -> finding.basis().stream())
                .toList();
    }
}
