package io.github.xinyi.example.stories;

import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.governance.tck.InMemoryMeetingStore;
import io.github.xinyi.governance.tck.InMemoryRosterStore;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryBudgetStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.InMemoryContractStore;
import io.github.xinyi.trust.tck.InMemoryDisbursementStore;

/**
 * Where a story is kept: the stories hold nothing themselves, so that a program that stops in the
 * middle goes on where it was.
 */
record Stores(
        EventStore events,
        RosterStore rosters,
        MeetingStore meetings,
        ContractStore contracts,
        BudgetStore budgets,
        BookStore books,
        DisbursementStore payments,
        CheckpointStore checkpoints) {

    /** Kept for as long as the program runs. */
    static Stores inMemory() {
        return new Stores(
                new InMemoryEventStore(TrustEvents.codec()),
                new InMemoryRosterStore(),
                new InMemoryMeetingStore(),
                new InMemoryContractStore(),
                new InMemoryBudgetStore(),
                new InMemoryBookStore(),
                new InMemoryDisbursementStore(),
                new InMemoryCheckpointStore());
    }

    /** Kept in a database. */
    static Stores in(JdbcStores database) {
        return new Stores(
                database.events(TrustEvents.codec()),
                database.rosters(),
                database.meetings(),
                database.contracts(),
                database.budgets(),
                database.books(),
                database.disbursements(),
                database.checkpoints());
    }
}
