package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries a command out on a book over the store that is judged. */
final class BookExecution {

    private final BookStore store;
    private final SampleBook sample;
    private final CommunityId community;

    BookExecution(BookStore store, SampleBook sample) {
        this.store = store;
        this.sample = sample;
        this.community = sample.book().id();
    }

    BookCommand.Answer of(BookCommand command) {
        if (command instanceof BookCommand.PostEach each) {
            List<Outcome<Acknowledgement>> outcomes =
                    sample.book().postEach(each.drafts(), SampleBook.MOMENT);
            List<BookCommand.Answer> answers = new ArrayList<>();
            outcomes.forEach(o -> answers.add(answer(o, Acknowledgement::repeated)));
            return BookCommand.Answer.each(
                    answers, answers.stream().allMatch(BookExecution::changedNothing));
        }
        if (command instanceof BookCommand.Erase erase) {
            long size = store.read(community, reader -> reader.frontier().size());
            return answer(erase(erase), erasure -> erasure.index() < size);
        }
        return command instanceof BookCommand.Fail fail
                ? appendAndFail(fail)
                : answer(outcome(command), BookExecution::isRepeated);
    }

    private static boolean changedNothing(BookCommand.Answer answer) {
        return answer.repeated() || !answer.broken().isEmpty();
    }

    private static boolean isRepeated(Object value) {
        if (value instanceof List<?> all) {
            return all.stream().allMatch(BookExecution::isRepeated);
        }
        return value instanceof Acknowledgement ack
                ? ack.repeated()
                : value.equals(Optional.empty());
    }

    /** What the book says; nobody here asks for what was accepted but whether it was new. */
    Outcome<?> outcome(BookCommand command) {
        Book book = sample.book();
        if (command instanceof BookCommand.Post post) {
            return sample.post(post.draft());
        }
        if (command instanceof BookCommand.Pay pay) {
            return book.pay(
                    new Warrant.Payment(TestKeys.open(pay.in(sample), SampleBook.MOMENT)),
                    pay.draft(),
                    SampleBook.MOMENT,
                    BookGuard.none());
        }
        if (command instanceof BookCommand.Accrue accrue) {
            return book.accrue(
                    new Warrant.Accrual(), accrue.draft(), SampleBook.MOMENT, BookGuard.none());
        }
        if (command instanceof BookCommand.Erase erase) {
            return erase(erase);
        }
        if (command instanceof BookCommand.PostAll all) {
            return book.postAll(all.drafts(), SampleBook.MOMENT);
        }
        if (command instanceof BookCommand.Debit debit) {
            return book.recordBankDebit(debit.debit(), SampleBook.MOMENT, BookGuard.none());
        }
        if (command instanceof BookCommand.Correct correct) {
            return book.correctReceipt(correct.correction(), SampleBook.MOMENT, BookGuard.none());
        }
        if (command instanceof BookCommand.Import months) {
            return book.importPeriod(
                    months.period(), months.drafts(), SampleBook.MOMENT, SampleBook.DAY);
        }
        if (command instanceof BookCommand.OpenAccount open) {
            return book.openAccount(open.account(), open.from(), SampleBook.MOMENT);
        }
        if (command instanceof BookCommand.CloseAccount close) {
            return book.closeAccount(close.account(), close.from(), SampleBook.MOMENT);
        }
        if (command instanceof BookCommand.Close close) {
            return book.close(close.through(), SampleBook.MOMENT, SampleBook.DAY);
        }
        if (command instanceof BookCommand.Publish publish) {
            return book.publishBatch(
                    publish.kind(), publish.minUnits(), SampleBook.MOMENT, SampleBook.DAY);
        }
        throw new IllegalArgumentException("answered one by one: " + command);
    }

    private Outcome<Erasure> erase(BookCommand.Erase erase) {
        return sample.book().erase(erase.request(), SampleBook.MOMENT, SampleBook.DAY);
    }

    private BookCommand.Answer appendAndFail(BookCommand.Fail fail) {
        try {
            store.write(
                    community,
                    session -> {
                        if (session.entry(fail.draft().id()).isEmpty()) {
                            BookRun.append(session, community, fail.draft());
                        }
                        throw new BookRun.Abandoned();
                    });
        } catch (BookRun.Abandoned expected) {
            return BookCommand.Answer.accepted(true);
        } catch (ArithmeticException outOfRange) {
            // The sums left the range before anything was appended.
            return BookCommand.Answer.accepted(true);
        }
        throw new AssertionError("the exception of the work did not pass through the store");
    }

    private static <T> BookCommand.Answer answer(
            Outcome<T> outcome, Function<? super T, Boolean> repeated) {
        return outcome.fold(
                value -> BookCommand.Answer.accepted(repeated.apply(value)),
                BookExecution::refused);
    }

    private static BookCommand.Answer refused(Ruling ruling) {
        return BookCommand.Answer.refused(
                ruling.notMet().stream().map(Finding::rule).map(code -> code.value()));
    }
}
