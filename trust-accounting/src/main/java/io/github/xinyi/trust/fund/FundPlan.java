package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;

/**
 * A plan to pass money to another class or to share it (资金使用方案), for example {@code GY-2025-1},
 * 50,000.00 of public income into the maintenance fund; nothing moves before it is adopted.
 *
 * @param community whose money
 * @param id letters, digits and hyphens, at most 24; once in the community
 * @param use what is done with it
 * @param amount at most so much in all, above zero
 * @since 0.1.0
 */
public record FundPlan(CommunityId community, String id, FundUse use, Money amount) {

    /** Refuses what no plan can be. */
    public FundPlan {
        if (!id.matches("[A-Za-z0-9-]{1,24}")) {
            throw new IllegalArgumentException("not a plan id: " + id);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("plan " + id + " moves nothing: " + amount);
        }
    }

    /**
     * The paper on which the owners vote: the SHA-256 over all of the plan, each part with its
     * length, under the domain {@code xinyi/fund-plan/v1}.
     *
     * @return what a motion must name for its resolution to adopt this plan
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/fund-plan/v1").text(community.value()).text(id);
        use.fold(
                transfer -> bytes.text("TRANSFER").text(transfer.edge().name()),
                kept -> bytes.text("FORFEITURE").text(kept.unit().value()),
                shared ->
                        bytes.text("DISTRIBUTION")
                                .text(shared.fundClass().name())
                                .text(shared.recordDate().toString()));
        bytes.u64(amount.minor()).text(amount.currency().getCurrencyCode());
        return new Motion.Document(Hash.of(bytes.sha256()).toHex());
    }

    /**
     * Adopts the plan.
     *
     * @param resolution what the owners adopted, Civil Code art. 278 para. 1 item 9, on this plan
     * @return the plan under which money may move, or every rule in the way
     */
    public Outcome<AdoptedPlan> adopt(Resolution resolution) {
        Ruling ruling =
                Ruling.of(
                        RuleCheck.of(
                                FundRule.RESOLUTION_OF_COMMUNITY,
                                resolution.community().equals(community),
                                "community",
                                resolution.community()),
                        RuleCheck.of(
                                FundRule.RESOLUTION_ON_USE,
                                resolution.matter() == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                resolution.matter()),
                        RuleCheck.of(
                                FundRule.RESOLUTION_ON_PLAN,
                                resolution.decides(document()),
                                "plan",
                                id));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new AdoptedPlan(this, resolution))
                : Outcome.refused(ruling);
    }
}
