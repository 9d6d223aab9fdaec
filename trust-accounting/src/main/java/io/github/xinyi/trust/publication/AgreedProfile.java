package io.github.xinyi.trust.publication;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.OwnersDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * What owners and firm agree to make public under a contract (信息公开约定): a further paper of its vote.
 *
 * <p>Example: {@code AgreedProfile.agree(community, "HT-2025-01", profile,
 * DisclosureProfile.ofRegion("shanghai"), decision)}. Only {@link #agree} makes one. Source: Civil
 * Code art. 943; what may be agreed beside it is an interpretation. Immutable.
 *
 * @since 0.1.0
 */
public final class AgreedProfile {

    private final DisclosureProfile profile;
    private final OwnersDecision decision;

    private AgreedProfile(DisclosureProfile profile, OwnersDecision decision) {
        this.profile = profile;
        this.decision = decision;
    }

    /**
     * What is made public, to whom and by when.
     *
     * @return as agreed
     */
    public DisclosureProfile profile() {
        return profile;
    }

    /**
     * What the owners decided.
     *
     * @return counted here, or labelled {@code EXTERNAL}
     */
    public OwnersDecision decision() {
        return decision;
    }

    /**
     * The paper that owners vote on: the SHA-256 over community, contract and every item, each part
     * with its length, under the domain {@code xinyi/disclosure-profile/v1}.
     *
     * @param community whose money
     * @param contract the contract's number
     * @param profile the items, in their order
     * @return what a motion must name for its resolution to agree on this list
     */
    public static Motion.Document document(
            CommunityId community, String contract, DisclosureProfile profile) {
        List<DisclosureItem> items = profile.items();
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/disclosure-profile/v1")
                        .text(community.value())
                        .text(contract)
                        .u32(items.size());
        for (DisclosureItem item : items) {
            bytes.text(item.code())
                    .text(item.nameZh())
                    .text(item.nameEn())
                    .text(item.audience().name());
            item.term()
                    .fold(
                            event -> bytes.text("EVENT").u64(event.within().toMillis()),
                            period ->
                                    bytes.text("PERIOD")
                                            .u32(period.months())
                                            .u64(period.within().toMillis()));
            bytes.text(item.source()).text(item.standing().name());
        }
        return new Motion.Document(bytes.sha256Hex());
    }

    /**
     * Agrees on a list.
     *
     * @param community whose money
     * @param contract the contract's number
     * @param profile what is to be made public
     * @param law what the place asks for; its items of a text that was read are kept
     * @param decision what the owners decided, on the firm or on another major matter
     * @return the agreement, or every rule in the way
     */
    public static Outcome<AgreedProfile> agree(
            CommunityId community,
            String contract,
            DisclosureProfile profile,
            DisclosureProfile law,
            OwnersDecision decision) {
        Motion.Document paper = document(community, contract, profile);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        PublicationRule.DECISION_OF_COMMUNITY,
                        decision.community().equals(community),
                        "community",
                        decision.community()));
        findings.add(
                RuleCheck.of(
                        PublicationRule.DECISION_ON_CONTRACT,
                        decision.matter() == Matter.MANAGER_APPOINTMENT
                                || decision.matter() == Matter.OTHER_MAJOR_MATTER,
                        "matter",
                        decision.matter()));
        findings.add(
                RuleCheck.of(
                        PublicationRule.DECISION_ON_PROFILE,
                        decision.decides(paper),
                        "document",
                        paper));
        for (DisclosureItem asked : law.items()) {
            if (asked.standing() == Standing.TEXT_READ) {
                findings.add(
                        RuleCheck.of(
                                PublicationRule.AS_THE_LAW_ASKS,
                                profile.item(asked.code())
                                        .filter(item -> isAsAsked(item, asked))
                                        .isPresent(),
                                "item",
                                asked.code(),
                                "source",
                                asked.source()));
            }
        }
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new AgreedProfile(profile, decision))
                : Outcome.refused(ruling);
    }

    private static boolean isAsAsked(DisclosureItem item, DisclosureItem asked) {
        return item.audience() == asked.audience() && isNoLater(item.term(), asked.term());
    }

    /** Terms of two sorts are not compared: neither is known to be no later than the other. */
    private static boolean isNoLater(DisclosureTerm term, DisclosureTerm asked) {
        return term.fold(
                event ->
                        asked.fold(
                                other -> event.within().compareTo(other.within()) <= 0,
                                other -> false),
                period ->
                        asked.fold(
                                other -> false,
                                other ->
                                        period.months() <= other.months()
                                                && period.within().compareTo(other.within()) <= 0));
    }

    /** For example {@code 17 items, COUNTED 2024-OM-01 M1}. */
    @Override
    public String toString() {
        return profile.items().size() + " items, " + decision;
    }
}
