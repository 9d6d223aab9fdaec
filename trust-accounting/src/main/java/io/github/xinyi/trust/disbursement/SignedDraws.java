package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.util.Optional;
import java.util.function.Function;

/**
 * Under which contract a payment to a firm was signed, as its order says: {@code pay/W1} under
 * {@code HT-2025-01}. An entry that no order of the store pays has none.
 *
 * @param community whose payments
 * @param store the community's one store of disbursements, of every firm that has served: a draw
 *     that is not found in it counts by its day
 * @since 0.1.0
 */
public record SignedDraws(CommunityId community, DisbursementStore store)
        implements Function<EntryId, Optional<String>> {

    @Override
    public Optional<String> apply(EntryId draw) {
        return Book.orderPaidBy(draw)
                .flatMap(order -> store.find(community, order))
                .map(there -> there.request().order())
                .map(OutflowOrder::policy);
    }
}
