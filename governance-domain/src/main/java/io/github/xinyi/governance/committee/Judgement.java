package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.DecisionAnnulled;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ManagementCommitteeFormed;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSent;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallReceived;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallRejected;
import io.github.xinyi.governance.committee.CommitteeEvent.ReplacementDisplayed;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionDemanded;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;

/**
 * What the rules find of an event before it is taken: the command that makes it and the replay that
 * reads it ask here alike, so that no stored history can hold what no command would have made.
 */
final class Judgement {

    private Judgement() {}

    /** Everything found of one more event of a body. */
    static Findings of(Committee body, CommitteeEvent event, CommitteeClauses clauses) {
        Findings findings = new Findings(clauses);
        findings.rule(
                CommitteeRule.RECORD_ORDER,
                !event.occurredAt().isBefore(body.recordedAt()),
                "at",
                event.occurredAt(),
                "last",
                body.recordedAt());
        boolean known =
                ofSession(new SessionRules(body, findings), event)
                        || ofMembership(new MembershipRules(body, clauses, findings), event)
                        || ofPaper(new PaperRules(body, clauses, findings), event);
        if (!known || !event.community().equals(body.community())) {
            throw new IllegalArgumentException("not at this place of a history: " + event);
        }
        return findings;
    }

    /** Everything found of the first event. */
    static Findings ofFirst(CommitteeEvent event, CommitteeClauses clauses) {
        if (event instanceof CommitteeElected elected) {
            return FoundingRules.of(elected, clauses);
        }
        if (event instanceof ManagementCommitteeFormed formed) {
            return FoundingRules.of(formed, clauses);
        }
        throw new IllegalArgumentException("not at the beginning of a history: " + event);
    }

    private static boolean ofSession(SessionRules rules, CommitteeEvent event) {
        if (event instanceof SessionCalled called) {
            rules.called(called);
        } else if (event instanceof SessionDemanded demanded) {
            rules.demanded(demanded);
        } else if (event instanceof SessionHeld held) {
            rules.held(held);
        } else if (event instanceof ItemAdopted adopted) {
            rules.adopted(adopted);
        } else if (event instanceof SessionPublished published) {
            rules.published(published);
        } else {
            return false;
        }
        return true;
    }

    private static boolean ofMembership(MembershipRules rules, CommitteeEvent event) {
        if (event instanceof OfficersChosen chosen) {
            rules.chosen(chosen);
        } else if (event instanceof MemberLeft left) {
            rules.left(left);
        } else if (event instanceof MemberRecalled recalled) {
            rules.recalled(recalled);
        } else if (event instanceof RecallProposed proposed) {
            rules.recallProposed(proposed);
        } else if (event instanceof RecallReceived received) {
            rules.recallReceived(received);
        } else if (event instanceof RecallRejected rejected) {
            rules.recallRejected(rejected);
        } else if (event instanceof MemberSuspended suspended) {
            rules.suspended(suspended);
        } else if (event instanceof SuspensionLifted lifted) {
            rules.lifted(lifted);
        } else if (event instanceof AlternateSeated followed) {
            rules.followed(followed);
        } else if (event instanceof MemberElected elected) {
            rules.elected(elected);
        } else if (event instanceof MemberSent sent) {
            rules.sent(sent);
        } else if (event instanceof ReplacementDisplayed displayed) {
            rules.displayed(displayed);
        } else {
            return false;
        }
        return true;
    }

    private static boolean ofPaper(PaperRules rules, CommitteeEvent event) {
        if (event instanceof CommitteeFiled filed) {
            rules.filed(filed);
        } else if (event instanceof SealUsed used) {
            rules.sealUsed(used);
        } else if (event instanceof SealUsePublished published) {
            rules.sealUsePublished(published);
        } else if (event instanceof DecisionAnnulled annulled) {
            rules.annulled(annulled);
        } else if (event instanceof TermEndReported reported) {
            rules.endReported(reported);
        } else if (event instanceof SuccessorRecorded recorded) {
            rules.succeeded(recorded);
        } else if (event instanceof CommitteeDissolved dissolved) {
            rules.dissolved(dissolved);
        } else if (event instanceof LeaverHandedOver handed) {
            rules.leaverHandedOver(handed);
        } else if (event instanceof EstateHandedOver handed) {
            rules.estateHandedOver(handed);
        } else {
            return false;
        }
        return true;
    }
}
