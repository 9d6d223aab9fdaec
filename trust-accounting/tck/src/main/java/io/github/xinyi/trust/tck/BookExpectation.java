package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.tck.JournalModel.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a book should answer to a command, by the model, which takes the command at once. */
final class BookExpectation {

    private final SampleBook sample;
    private final JournalModel model;
    private final BankModel bank;

    BookExpectation(SampleBook sample, JournalModel model) {
        this.sample = sample;
        this.model = model;
        this.bank = new BankModel(model);
    }

    BookCommand.Answer of(BookCommand command) {
        if (command instanceof BookCommand.Post post) {
            return plain(List.of(post.draft()), null);
        }
        if (command instanceof BookCommand.Pay pay) {
            return plain(List.of(pay.draft()), pay.in(sample));
        }
        if (command instanceof BookCommand.Accrue accrue) {
            return steps(List.of(new BankModel.Made(accrue.draft(), Set.of())), null, Right.RULE);
        }
        if (command instanceof BookCommand.PostAll all) {
            return plain(all.drafts(), null);
        }
        if (command instanceof BookCommand.PostEach each) {
            int before = model.rows().size();
            List<BookCommand.Answer> answers = new ArrayList<>();
            for (EntryDraft draft : each.drafts()) {
                answers.add(plain(List.of(draft), null));
            }
            return BookCommand.Answer.each(answers, model.rows().size() == before);
        }
        if (command instanceof BookCommand.Debit debit) {
            return planned(bank.plan(debit.debit()));
        }
        if (command instanceof BookCommand.Correct correct) {
            return planned(bank.plan(correct.correction()));
        }
        if (command instanceof BookCommand.Import months) {
            List<BankModel.Made> steps = new ArrayList<>();
            for (EntryDraft draft : months.drafts()) {
                steps.add(
                        new BankModel.Made(
                                draft, model.judgeImport(draft, months.period(), SampleBook.DAY)));
            }
            return steps(steps, null, Right.IMPORT);
        }
        return ofTheRest(command);
    }

    private BookCommand.Answer ofTheRest(BookCommand command) {
        if (command instanceof BookCommand.Publish publish) {
            Set<LedgerRule> broken =
                    model.judgeBatch(publish.kind(), publish.minUnits(), SampleBook.DAY);
            boolean nothing = model.pending(publish.kind()).isEmpty();
            if (broken.isEmpty() && !nothing) {
                model.addBatch(publish.kind());
            }
            return nothing ? BookCommand.Answer.accepted(true) : answer(broken, false);
        }
        if (command instanceof BookCommand.Erase erase) {
            if (model.erasureOf(erase.entry()).isPresent()) {
                return BookCommand.Answer.accepted(true);
            }
            Set<LedgerRule> broken =
                    model.judgeErasure(erase.entry(), erase.keptThrough(), SampleBook.DAY);
            if (broken.isEmpty()) {
                model.addErasure(erase.entry());
            }
            return answer(broken, false);
        }
        if (command instanceof BookCommand.Close close) {
            Set<LedgerRule> broken = model.judgeClose(close.through(), SampleBook.DAY);
            if (broken.isEmpty()) {
                model.addClose(close.through());
            }
            return answer(broken, false);
        }
        if (command instanceof BookCommand.OpenAccount open) {
            Set<LedgerRule> broken = model.judgeOpening(open.account(), open.from());
            if (broken.isEmpty()) {
                model.addChange(new JournalModel.Change(open.account(), true, open.from()));
            }
            return answer(broken, false);
        }
        if (command instanceof BookCommand.CloseAccount close) {
            Set<LedgerRule> broken = model.judgeClosing(close.account(), close.from());
            if (broken.isEmpty()) {
                model.addChange(
                        new JournalModel.Change(
                                model.account(close.account()).orElseThrow(), false, close.from()));
            }
            return answer(broken, false);
        }
        return BookCommand.Answer.accepted(true);
    }

    private BookCommand.Answer plain(List<EntryDraft> drafts, @Nullable OutflowOrder signed) {
        return steps(
                drafts.stream().map(draft -> new BankModel.Made(draft, Set.of())).toList(),
                signed,
                Right.PLAIN);
    }

    private BookCommand.Answer planned(BankModel.Plan plan) {
        return plan.steps().isEmpty()
                ? answer(plan.refused(), false)
                : steps(plan.steps(), null, Right.COMMAND);
    }

    private BookCommand.Answer steps(
            List<BankModel.Made> steps, @Nullable OutflowOrder signed, Right right) {
        int before = model.rows().size();
        for (BankModel.Made step : steps) {
            Set<LedgerRule> broken = model.judge(step.draft(), signed, right, step.found());
            if (!broken.isEmpty()) {
                model.cutTo(before);
                return answer(broken, false);
            }
            if (model.entry(step.draft().id()).isEmpty()) {
                model.add(step.draft());
            }
        }
        return BookCommand.Answer.accepted(model.rows().size() == before);
    }

    private static BookCommand.Answer answer(Set<LedgerRule> broken, boolean repeated) {
        Stream<String> codes = broken.stream().map(rule -> rule.code().value());
        return broken.isEmpty()
                ? BookCommand.Answer.accepted(repeated)
                : BookCommand.Answer.refused(codes);
    }
}
