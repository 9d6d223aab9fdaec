package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.journal.SourceDocument;
import java.util.List;

/**
 * What the owners are asked to give up (核销清单): whole or part of named bills; a decision binds to
 * its digest, byte by byte.
 *
 * <p>Example: {@code new WriteOffList(community, "HX-2025-01", lines).adopt(decision)}. Fees are
 * the owners' money, so that nobody else can give them up. Source: Civil Code art. 278 para. 1 item
 * 9 (interpretation).
 *
 * @param community whose fees
 * @param number the list's number, 1 to 48 letters, digits or hyphens
 * @param lines 1 to {@link #MAX_LINES}, each bill once
 * @since 0.1.0
 */
public record WriteOffList(CommunityId community, String number, List<Line> lines) {

    /** The most bills of one list. */
    public static final int MAX_LINES = 10_000;

    /**
     * What is given up of one bill.
     *
     * @param account who owes it
     * @param bill the bill's number
     * @param amountMinor at most this, in fen, 1 to {@link Charge#MAX_MINOR}
     */
    public record Line(FeeAccount account, String bill, long amountMinor) {

        /** Refuses what no line can be with {@link IllegalArgumentException}. */
        public Line {
            SourceDocument.number(bill);
            if (!Charge.isAmount(amountMinor)) {
                throw new IllegalArgumentException("not to be given up: " + amountMinor + " fen");
            }
        }
    }

    /**
     * A list that the owners have decided on; only {@link WriteOffList#adopt} makes one.
     *
     * @since 0.1.0
     */
    public static final class Adopted {

        private final WriteOffList content;
        private final OwnersDecision decision;

        private Adopted(WriteOffList content, OwnersDecision decision) {
            this.content = content;
            this.decision = decision;
        }

        /**
         * What was decided on.
         *
         * @return the list
         */
        public WriteOffList content() {
            return content;
        }

        /**
         * What the owners decided.
         *
         * @return the decision
         */
        public OwnersDecision decision() {
            return decision;
        }
    }

    /** Copies the lines and refuses what no list can be with {@link IllegalArgumentException}. */
    public WriteOffList {
        lines = List.copyOf(lines);
        SourceDocument.number(number);
        if (lines.isEmpty()
                || lines.size() > MAX_LINES
                || lines.stream().map(Line::bill).distinct().count() != lines.size()) {
            throw new IllegalArgumentException(
                    number + " needs 1 to " + MAX_LINES + " bills, each once");
        }
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/write-off/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/write-off/v1")
                        .text(community.value())
                        .text(number)
                        .u32(lines.size());
        for (Line line : lines) {
            bytes.text(line.account().unit().value())
                    .text(line.account().payer().name())
                    .text(line.bill())
                    .u64(line.amountMinor());
        }
        return new Motion.Document(bytes.sha256Hex());
    }

    /**
     * Binds a decision to the list.
     *
     * @param decision what the owners decided
     * @return the adopted list; refused if another community, matter or paper was decided on
     */
    public Outcome<Adopted> adopt(OwnersDecision decision) {
        Ruling ruling =
                Ruling.of(
                        RuleCheck.of(
                                ReceivableRule.DECISION_OF_COMMUNITY,
                                decision.community().equals(community),
                                "community",
                                decision.community()),
                        RuleCheck.of(
                                ReceivableRule.DECISION_ON_WRITE_OFF,
                                decision.matter() == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                decision.matter()),
                        RuleCheck.of(
                                ReceivableRule.DECISION_ON_PAPER,
                                decision.decides(document()),
                                "document",
                                document()));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new Adopted(this, decision))
                : Outcome.refused(ruling);
    }
}
