package io.github.xinyi.example.manyservers;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.tck.EventStoreContract;
import io.github.xinyi.governance.tck.FundFigureStoreContract;
import io.github.xinyi.governance.tck.MeetingStoreContract;
import io.github.xinyi.governance.tck.RosterStoreContract;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.jdbc.BookWriter;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import io.github.xinyi.trust.tck.BudgetStoreContract;
import io.github.xinyi.trust.tck.CheckpointStoreContract;
import io.github.xinyi.trust.tck.ContractStoreContract;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contract of every store of both domains, on the servers of a subclass. */
abstract class EveryStore {

    /** In the build a few short scripts; with {@code -Dxinyi.tries=12} as many as in memory. */
    private static final int SCRIPTS = Integer.getInteger("xinyi.tries", 2);

    private static final int SHORT = 30;

    private final List<TrialStores> taken = new ArrayList<>();

    /** Empty stores. */
    abstract TrialStores take();

    private JdbcStores stores() {
        TrialStores stores = take();
        taken.add(stores);
        return stores.stores();
    }

    private JdbcStores reopened() {
        return taken.get(taken.size() - 1).reopened();
    }

    @AfterEach
    void giveBack() {
        taken.forEach(TrialStores::close);
    }

    @Nested
    class Books extends BookStoreContract {
        @Override
        protected BookStore createStore() {
            return stores().books();
        }

        @Override
        protected BookStore reopen(BookStore store) {
            return reopened().books();
        }

        @Override
        protected int scripts() {
            return SCRIPTS;
        }

        @Override
        protected int commands() {
            return SCRIPTS > 2 ? super.commands() : SHORT;
        }
    }

    @Nested
    class BooksOfTheWriter extends BookStoreContract {
        private final List<BookWriter> writers = new ArrayList<>();

        private BookStore kept(BookWriter writer) {
            writers.add(writer);
            return writer;
        }

        @Override
        protected BookStore createStore() {
            return kept(stores().bookWriter());
        }

        @Override
        protected BookStore reopen(BookStore store) {
            return kept(reopened().bookWriter());
        }

        @Override
        protected int scripts() {
            return SCRIPTS;
        }

        @Override
        protected int commands() {
            return SCRIPTS > 2 ? super.commands() : SHORT;
        }

        @AfterEach
        void close() {
            writers.forEach(BookWriter::close);
        }
    }

    @Nested
    class Budgets extends BudgetStoreContract {
        @Override
        protected BudgetStore createStore() {
            return stores().budgets();
        }

        @Override
        protected BudgetStore reopen(BudgetStore store) {
            return reopened().budgets();
        }
    }

    @Nested
    class Checkpoints extends CheckpointStoreContract {
        @Override
        protected CheckpointStore createStore() {
            return stores().checkpoints();
        }

        @Override
        protected CheckpointStore reopen(CheckpointStore store) {
            return reopened().checkpoints();
        }
    }

    @Nested
    class Contracts extends ContractStoreContract {
        @Override
        protected ContractStore createStore() {
            return stores().contracts();
        }

        @Override
        protected ContractStore reopen(ContractStore store) {
            return reopened().contracts();
        }
    }

    @Nested
    class Disbursements extends DisbursementStoreContract {
        @Override
        protected DisbursementStore createStore() {
            return stores().disbursements();
        }

        @Override
        protected DisbursementStore reopen(DisbursementStore store) {
            return reopened().disbursements();
        }
    }

    @Nested
    class Events extends EventStoreContract {
        @Override
        protected EventStore newStore(EventCodec codec) {
            return stores().withOutbox().events(codec);
        }
    }

    @Nested
    class FundFigures extends FundFigureStoreContract {
        @Override
        protected FundFigureStore emptyStore() {
            return stores().fundFigures();
        }
    }

    @Nested
    class Meetings extends MeetingStoreContract {
        @Override
        protected MeetingStore newStore(BoxLimits limits) {
            return stores().meetings(limits);
        }
    }

    @Nested
    class Rosters extends RosterStoreContract {
        @Override
        protected RosterStore newStore() {
            return stores().rosters();
        }
    }
}
