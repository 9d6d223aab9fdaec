package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may let a budget be exceeded or changed, by which paper and how far (I24). */
record BudgetPaperRules(BudgetFigures figures) {

    RuleCheck newName(String id) {
        boolean used =
                Stream.of(
                                figures.of(BudgetEvent.Committed.class).map(e -> e.id()),
                                figures.of(BudgetEvent.Transferred.class).map(e -> e.paper().id()),
                                figures.of(BudgetEvent.OverrunGranted.class)
                                        .map(e -> e.paper().id()),
                                figures.of(BudgetEvent.EmergencyDeclared.class)
                                        .map(e -> e.paper().id()))
                        .flatMap(ids -> ids)
                        .anyMatch(id::equals);
        return RuleCheck.of(BudgetRule.PAPER_ONCE, !used, "id", id);
    }

    RuleCheck known(String code) {
        return RuleCheck.of(
                BudgetRule.LINE_KNOWN, figures.budget().line(code).isPresent(), "line", code);
    }

    RuleCheck withinLimit(BudgetLine line, Money amount, Money spent, Money promised, Instant at) {
        return withinLimit(line, amount, spent, promised, figures.limit(line, at));
    }

    RuleCheck withinLimit(BudgetLine line, Money amount, Money spent, Money promised, Money limit) {
        return RuleCheck.of(
                BudgetRule.WITHIN_LIMIT,
                amount.compareTo(limit.minus(spent).minus(promised)) <= 0,
                "line",
                line.code(),
                "limit",
                limit,
                "spent",
                spent,
                "promised",
                promised,
                "amount",
                amount);
    }

    RuleCheck leftFor(BudgetPaper.Transfer paper, BudgetLine from, Money spent, Instant at) {
        Money left = figures.limit(from, at).minus(spent).minus(figures.committed(from));
        return RuleCheck.of(
                BudgetRule.TRANSFER_LEFT,
                paper.amountMinor() <= left.minor(),
                "line",
                from.code(),
                "left",
                left,
                "amount",
                Money.ofFen(paper.amountMinor()));
    }

    RuleCheck ofBudget(BudgetPaper paper) {
        return RuleCheck.of(
                BudgetRule.PAPER_OF_BUDGET,
                paper.community().equals(figures.policy().community())
                        && paper.year() == figures.policy().year(),
                "community",
                paper.community(),
                "year",
                paper.year());
    }

    List<Finding> decided(BudgetPaper paper, Authority authority, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(ofBudget(paper));
        findings.add(known(paper.line()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.AUTHORITY_OF_COMMUNITY,
                        authority.community().equals(figures.policy().community()),
                        "community",
                        authority.community()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.AUTHORITY_ON_PAPER,
                        authority.decides(paper.document()),
                        "authority",
                        authority.name(),
                        "document",
                        paper.document()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.TIME_FORWARD,
                        !authority.decidedOn().isAfter(BudgetFigures.dayOf(at)),
                        "at",
                        at,
                        "last",
                        authority.decidedOn()));
        if (authority instanceof Authority.OfOwners owners) {
            Matter matter = owners.decision().matter();
            findings.add(
                    RuleCheck.of(
                            BudgetRule.RESOLUTION_ON_BUDGET,
                            matter == Matter.OTHER_MAJOR_MATTER,
                            "matter",
                            matter));
        } else if (authority instanceof Authority.OfBody body) {
            findings.add(
                    RuleCheck.of(
                            BudgetRule.BODY_DELEGATED,
                            body.isDelegatedWith(figures.policy().document()),
                            "item",
                            body.name()));
            figures.budget()
                    .line(paper.line())
                    .ifPresent(line -> findings.add(withinTier(paper, line)));
        }
        return findings;
    }

    private static boolean isBody(Authority.Name name) {
        return name.kind() == Authority.Kind.BODY;
    }

    private RuleCheck withinTier(BudgetPaper paper, BudgetLine line) {
        long before =
                BudgetFigures.sum(
                        Stream.concat(
                                        figures.grants(BudgetPaperRules::isBody),
                                        figures.transfers(BudgetPaperRules::isBody))
                                .filter(p -> p.line().equals(line.code())));
        long tier = figures.policy().bodyTier().floorOf(line.amount().minor());
        return RuleCheck.of(
                BudgetRule.WITHIN_BODY_TIER,
                before + paper.amountMinor() <= tier,
                "line",
                line.code(),
                "tier",
                Money.ofFen(tier),
                "before",
                Money.ofFen(before),
                "amount",
                Money.ofFen(paper.amountMinor()));
    }

    List<Finding> withinContingency(BudgetPaper paper, Authority authority) {
        if (!isBody(authority.name())) {
            return List.of();
        }
        long before = BudgetFigures.sum(figures.grants(BudgetPaperRules::isBody));
        return List.of(
                RuleCheck.of(
                        BudgetRule.WITHIN_CONTINGENCY,
                        before + paper.amountMinor() <= figures.policy().contingencyMinor(),
                        "contingency",
                        Money.ofFen(figures.policy().contingencyMinor()),
                        "before",
                        Money.ofFen(before),
                        "amount",
                        Money.ofFen(paper.amountMinor())));
    }
}
