package io.github.xinyi.rest.published;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import java.util.List;

/**
 * Everything of one community that is published, and nothing else of it: an unpublished household
 * entry stays in the book.
 *
 * @param id the community
 * @param name as shown, for example 安和苑
 * @param trusteeName the property firm as shown
 * @param book its book
 * @param log the public log of that book
 * @param checkpoints what the log has published
 * @param disbursements its payments
 * @param contract the contract in force
 * @param budget the budget of the year
 * @param meetings the owners' meetings, in the order in which they are shown
 * @param documents its papers
 * @param bank what the bank says
 * @since 0.1.0
 */
public record PublishedCommunity(
        CommunityId id,
        String name,
        String trusteeName,
        Book book,
        TransparencyLog log,
        CheckpointStore checkpoints,
        DisbursementStore disbursements,
        TrustContract contract,
        AdoptedBudget budget,
        List<PublishedMeeting> meetings,
        DocumentSource documents,
        BankStatus bank) {

    /** Copies the meetings and refuses parts of another community. */
    public PublishedCommunity {
        meetings = List.copyOf(meetings);
        requireSame(id, book.id(), "book");
        requireSame(id, contract.terms().community(), "contract");
        requireSame(id, budget.content().community(), "budget");
        for (PublishedMeeting meeting : meetings) {
            requireSame(id, meeting.tally().meeting().community(), "meeting");
        }
        if (name.isBlank() || trusteeName.isBlank()) {
            throw new IllegalArgumentException("community and trustee need a name: " + id);
        }
    }

    private static void requireSame(CommunityId id, CommunityId other, String part) {
        if (!id.equals(other)) {
            throw new IllegalArgumentException("the " + part + " is of " + other + ", not " + id);
        }
    }
}
