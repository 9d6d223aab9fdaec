package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.ErasureRequest;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One step of a script; data only, so that a script can be cut and run again. */
sealed interface BookCommand {

    /** What the book and the model must agree on: the rules in the way, or who published. */
    record Answer(Set<String> broken, boolean repeated) {
        static Answer accepted(boolean repeated) {
            return new Answer(Set.of(), repeated);
        }

        static Answer refused(Stream<String> codes) {
            return new Answer(codes.collect(Collectors.toUnmodifiableSet()), false);
        }

        /** The answers to entries that were posted each by itself. */
        static Answer each(List<Answer> answers, boolean repeated) {
            Set<String> broken = new TreeSet<>();
            for (int i = 0; i < answers.size(); i++) {
                for (String code : answers.get(i).broken()) {
                    broken.add(i + " " + code);
                }
            }
            return new Answer(Set.copyOf(broken), repeated);
        }
    }

    /** Posts an entry without keys. */
    record Post(EntryDraft draft) implements BookCommand {
        @Override
        public String toString() {
            return "post " + show(draft);
        }
    }

    /** Pays an order through an entry, which may not be its own. */
    record Pay(String order, long fen, EntryDraft draft) implements BookCommand {
        OutflowOrder in(SampleBook book) {
            return book.order(order, fen);
        }

        @Override
        public String toString() {
            return "pay order " + order + " of " + fen + " fen by " + show(draft);
        }
    }

    /** Posts entries together. */
    record PostAll(List<EntryDraft> drafts) implements BookCommand {
        @Override
        public String toString() {
            return "post all " + drafts.stream().map(BookCommand::show).toList();
        }
    }

    /** Posts entries each by itself. */
    record PostEach(List<EntryDraft> drafts) implements BookCommand {
        @Override
        public String toString() {
            return "post each " + drafts.stream().map(BookCommand::show).toList();
        }
    }

    /** Enters what the bank took by itself. */
    record Debit(BankDebit debit) implements BookCommand {}

    /** Puts a mistaken receipt right. */
    record Correct(ReceiptCorrection correction) implements BookCommand {}

    /** Opens an account. */
    record OpenAccount(Account account, LocalDate from) implements BookCommand {}

    /** Closes an account. */
    record CloseAccount(AccountCode account, LocalDate from) implements BookCommand {}

    /** Brings in a month of earlier books. */
    record Import(YearMonth period, List<EntryDraft> drafts) implements BookCommand {
        @Override
        public String toString() {
            return "import " + period + " " + drafts.stream().map(BookCommand::show).toList();
        }
    }

    /** Publishes a batch. */
    record Publish(EntryKind kind, int minUnits) implements BookCommand {}

    /** Posts what a rule of the trust has reckoned. */
    record Accrue(EntryDraft draft) implements BookCommand {
        @Override
        public String toString() {
            return "accrue " + show(draft);
        }
    }

    /** Erases the text of an entry that some law wants kept until a day. */
    record Erase(EntryId entry, LocalDate keptThrough) implements BookCommand {
        ErasureRequest request() {
            return new ErasureRequest(
                    entry,
                    ErasureGround.CONSENT_WITHDRAWN,
                    PersonId.of("P-7"),
                    keptThrough,
                    SampleBook.salt("erase " + entry));
        }
    }

    /** Closes the periods up to a day. */
    record Close(LocalDate through) implements BookCommand {}

    /** Appends an entry by hand and then fails, so that nothing may be kept. */
    record Fail(EntryDraft draft) implements BookCommand {
        @Override
        public String toString() {
            return "append and fail " + show(draft);
        }
    }

    /** A draft with its lines, for a failure report. */
    static String show(EntryDraft draft) {
        String lines =
                draft.postings().stream()
                        .map(p -> p.side().letter() + " " + p.account() + " " + p.amount())
                        .collect(Collectors.joining(", "));
        Optional<String> reversed = draft.reverses().map(id -> " reverses " + id);
        return draft + reversed.orElse("") + " [" + lines + "]";
    }

    /** A community of its own for every run of a script. */
    static CommunityId community(long seed, int run) {
        return CommunityId.of("script-" + seed + "-" + run);
    }
}
