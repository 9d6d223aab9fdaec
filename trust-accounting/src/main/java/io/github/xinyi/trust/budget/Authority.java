package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.committee.Committee;
import io.github.xinyi.governance.committee.Item;
import io.github.xinyi.governance.committee.Session;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.contract.OwnersDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who lets a line have more than was adopted: the owners, or their body for what they delegated.
 *
 * <p>Example: {@code Authority.of(decision)}. Nobody else can.
 *
 * @since 0.1.0
 */
public sealed interface Authority {

    /**
     * The name of an authority, by which it can be shown again.
     *
     * @param kind {@code COUNTED}, {@code EXTERNAL} or {@code BODY}
     * @param reference its name in the community, for example {@code 2024-OM-01 M1}
     */
    record Name(Kind kind, String reference) {

        /** For example {@code BODY 2025-S-03 I1}. */
        @Override
        public String toString() {
            return kind + " " + reference;
        }
    }

    /** Who decided, and where it was counted. */
    enum Kind {
        /** The owners, counted here. */
        COUNTED,
        /** The owners, counted elsewhere. */
        EXTERNAL,
        /** Their body in a session. */
        BODY
    }

    /**
     * The owners.
     *
     * @param decision what they decided
     */
    record OfOwners(OwnersDecision decision) implements Authority {

        @Override
        public CommunityId community() {
            return decision.community();
        }

        @Override
        public boolean decides(Motion.Document document) {
            return decision.decides(document);
        }

        @Override
        public LocalDate decidedOn() {
            return decision.adoptedOn();
        }

        @Override
        public Name name() {
            return new Name(Kind.valueOf(decision.provenance().name()), decision.reference());
        }
    }

    /** The owners' body; only {@link Authority#ofBody} makes one. */
    final class OfBody implements Authority {

        private final CommunityId community;
        private final String reference;
        private final Item item;
        private final LocalDate heldOn;

        private OfBody(CommunityId community, String reference, Item item, LocalDate heldOn) {
            this.community = community;
            this.reference = reference;
            this.item = item;
            this.heldOn = heldOn;
        }

        @Override
        public CommunityId community() {
            return community;
        }

        @Override
        public boolean decides(Motion.Document document) {
            return item.title().endsWith(document.sha256());
        }

        /** Whether the motion by which the owners delegated the item had a paper. */
        boolean isDelegatedWith(Motion.Document document) {
            return item.behind().stream()
                    .anyMatch(behind -> behind.motion().documents().contains(document));
        }

        @Override
        public LocalDate decidedOn() {
            return heldOn;
        }

        @Override
        public Name name() {
            return new Name(Kind.BODY, reference);
        }
    }

    /**
     * The owners' authority.
     *
     * @param decision what they decided
     * @return the authority
     */
    static Authority of(OwnersDecision decision) {
        return new OfOwners(decision);
    }

    /**
     * The authority of a committee that adopted an item which the owners delegated. The title of
     * the item ends with the digest of the paper that it decides.
     *
     * @param committee the committee as it stands
     * @param session at which session
     * @param item which item of its agenda
     * @return the authority, or every rule in the way
     */
    static Outcome<Authority> ofBody(Committee committee, MeetingId session, MotionId item) {
        Optional<Session> held = Optional.ofNullable(committee.sessions().get(session));
        Optional<Item> adopted =
                held.filter(s -> s.adopted().containsKey(item)).stream()
                        .flatMap(s -> s.items().stream())
                        .filter(i -> i.id().equals(item))
                        .findFirst();
        String reference = session + " " + item;
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                BudgetRule.BODY_ADOPTED, adopted.isPresent(), "item", reference),
                        RuleCheck.of(
                                BudgetRule.BODY_DELEGATED,
                                adopted.filter(i -> i.competence() == Item.Competence.DELEGATED)
                                        .isPresent(),
                                "item",
                                reference));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new OfBody(
                                committee.community(),
                                reference,
                                adopted.orElseThrow(),
                                held.orElseThrow().heldOn()))
                : Outcome.refused(ruling);
    }

    /**
     * Whose owners or body it is.
     *
     * @return the community
     */
    CommunityId community();

    /**
     * Whether it decides on a paper.
     *
     * @param document the digest of the paper
     * @return true if this very paper was decided on
     */
    boolean decides(Motion.Document document);

    /**
     * The day of the decision.
     *
     * @return a day of {@link Meeting#ZONE}
     */
    LocalDate decidedOn();

    /**
     * Its name.
     *
     * @return who decided and where it can be found
     */
    Name name();
}
