package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.contract.ContractLife.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** By which notice, and how early told, a contract ends (Civil Code arts. 946 to 948). */
record NoticeRules(ContractLife life) {

    static void requireSide(EndNotice notice, boolean owners) {
        if (notice.kind().isByOwners() != owners) {
            throw new IllegalArgumentException("the other side gives a notice of " + notice.kind());
        }
    }

    List<Finding> judge(EndNotice notice, Instant at) {
        Status status = life.statusOn(notice.given());
        boolean fits =
                switch (notice.kind()) {
                    case DISMISSAL -> status == Status.IN_TERM;
                    case NO_RENEWAL ->
                            status == Status.IN_TERM && notice.lastDay().equals(life.termEnd());
                    case INDEFINITE_BY_OWNERS, INDEFINITE_BY_FIRM -> status == Status.CONTINUED;
                };
        ContractClauses clauses = life.clauses();
        return List.of(
                RuleCheck.of(LifeRule.NOTICE_FITS, fits, "kind", notice.kind(), "status", status),
                life.notEnded(),
                ContractLife.recordedAfter(notice.given(), at),
                switch (notice.kind()) {
                    case DISMISSAL ->
                            inTime(LifeRule.DISMISSAL_NOTICE, notice, clauses.ownersNoticeDays());
                    case NO_RENEWAL ->
                            inTime(LifeRule.NO_RENEWAL_NOTICE, notice, clauses.firmNoticeDays());
                    case INDEFINITE_BY_OWNERS, INDEFINITE_BY_FIRM ->
                            inTime(
                                    LifeRule.INDEFINITE_NOTICE,
                                    notice,
                                    ContractLife.INDEFINITE_NOTICE_DAYS);
                });
    }

    private static RuleCheck inTime(Rule rule, EndNotice notice, int days) {
        LocalDate latest = Deadline.before(notice.lastDay(), days).lastDay();
        return RuleCheck.of(
                rule,
                !notice.given().isAfter(latest),
                "given",
                notice.given(),
                "latest",
                latest,
                "days",
                days);
    }
}
