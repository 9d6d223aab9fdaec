package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.answer.DisclosedRecord.BatchOfHouseholds;
import io.github.xinyi.rest.answer.DisclosedRecord.ChangedAccount;
import io.github.xinyi.rest.answer.DisclosedRecord.EndOfPeriod;
import io.github.xinyi.rest.answer.DisclosedRecord.HouseholdEntry;
import io.github.xinyi.rest.answer.DisclosedRecord.OpenEntry;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of one log are written, as of one ledger. */
final class RecordView {

    private final PublishedCommunity community;
    private final ChartOfAccounts chart;
    private final PublicLedger ledger;
    private final Texts texts;

    RecordView(PublishedCommunity community, PublicLedger ledger, Language language) {
        this.community = community;
        this.chart = community.book().read(community.book()::chartIn);
        this.ledger = ledger;
        this.texts = Texts.in(language);
    }

    long logSize() {
        return ledger.size();
    }

    DisclosedRecord of(LogRecord record) {
        return of(PublicRecord.of(record, community.book().digest()));
    }

    DisclosedRecord of(PublicRecord record) {
        return record.fold(
                this::open,
                this::household,
                this::batch,
                this::close,
                this::account,
                this::erasure);
    }

    private DisclosedRecord open(PublicRecord.Open open) {
        Entry entry = open.entry();
        EntryDraft draft = entry.draft();
        return new OpenEntry(
                community.id().value(),
                entry.index(),
                draft.kind().name(),
                "OPEN",
                draft.effectiveDate().toString(),
                Leaf.timestamp(entry.recordedAt()),
                open.leaf().toHex(),
                draft.id().value(),
                draft.source().type(),
                draft.source().id(),
                draft.reverses().map(EntryId::value).orElse(""),
                draft.erased().isPresent() ? null : draft.narrative(),
                draft.erased().isPresent() ? null : draft.salt().toHex(),
                draft.erased().map(left -> left.narrative().toHex()).orElse(null),
                draft.postings().stream().map(this::line).toList(),
                disbursement(draft));
    }

    private DisclosedRecord.Line line(Posting posting) {
        return new DisclosedRecord.Line(
                posting.account().value(),
                texts.account(chart, posting.account()),
                posting.side().letter(),
                posting.amount().minor(),
                posting.amount().currency().getCurrencyCode(),
                "");
    }

    /** Cash leaves only under two keys, and only through the one entry of their order. */
    private @Nullable String disbursement(EntryDraft draft) {
        boolean isOutflow =
                (draft.kind() == EntryKind.PAYMENT || draft.kind() == EntryKind.REMUNERATION_DRAW)
                        && draft.reverses().isEmpty()
                        && draft.postings().stream().anyMatch(this::leaves);
        return isOutflow ? Book.orderPaidBy(draft.id()).orElse(null) : null;
    }

    private boolean leaves(Posting posting) {
        return posting.side() == Side.CREDIT
                && chart.find(posting.account())
                        .filter(account -> account.type() == AccountType.CASH)
                        .isPresent();
    }

    private DisclosedRecord household(PublicRecord.Household household) {
        return new HouseholdEntry(
                community.id().value(),
                household.index(),
                household.kind().name(),
                "HOUSEHOLD",
                household.effectiveDate().toString(),
                Leaf.timestamp(household.recordedAt()),
                household.leaf().toHex(),
                household.commitment().toHex(),
                batchOf(household));
    }

    private @Nullable Long batchOf(PublicRecord.Household household) {
        for (HouseholdBatch batch : ledger.batches()) {
            if (batch.kind() == household.kind()
                    && batch.fromIndex() <= household.index()
                    && household.index() < batch.toIndex()) {
                return batch.index();
            }
        }
        return null;
    }

    private DisclosedRecord batch(PublicRecord.Batch published) {
        HouseholdBatch batch = published.batch();
        return new BatchOfHouseholds(
                community.id().value(),
                batch.index(),
                batch.kind().name(),
                "BATCH",
                batch.effectiveDate().toString(),
                Leaf.timestamp(batch.recordedAt()),
                published.leaf().toHex(),
                batch.id(),
                new DisclosedRecord.Sums(
                        batch.kind().name(),
                        batch.fromIndex(),
                        batch.toIndex(),
                        batch.entryCount(),
                        batch.unitCount(),
                        batch.totals().stream().map(this::total).toList()));
    }

    private DisclosedRecord close(PublicRecord.Close published) {
        PeriodClose close = published.close();
        return new EndOfPeriod(
                community.id().value(),
                close.index(),
                "PERIOD",
                "CLOSE",
                close.through().toString(),
                Leaf.timestamp(close.recordedAt()),
                published.leaf().toHex(),
                close.id());
    }

    private DisclosedRecord account(PublicRecord.AccountRecord published) {
        AccountChange change = published.change();
        Account account = change.account();
        return new ChangedAccount(
                community.id().value(),
                change.index(),
                change.kind().name(),
                "ACCOUNT",
                change.from().toString(),
                Leaf.timestamp(change.recordedAt()),
                published.leaf().toHex(),
                change.id(),
                new DisclosedRecord.AccountOfBook(
                        account.code().value(),
                        account.nameZh(),
                        account.nameEn(),
                        account.fundClass().name(),
                        account.type().name()));
    }

    private DisclosedRecord erasure(PublicRecord.ErasureRecord erasure) {
        return new OpenEntry(
                community.id().value(),
                erasure.index(),
                Leaf.ERASURE,
                "OPEN",
                erasure.day().toString(),
                Leaf.timestamp(erasure.recordedAt()),
                erasure.leaf().toHex(),
                erasure.id(),
                "erasure",
                erasure.subject(),
                "",
                null,
                null,
                erasure.commitment().toHex(),
                List.of(),
                null);
    }

    private DisclosedRecord.Total total(Posting total) {
        return new DisclosedRecord.Total(
                total.account().value(),
                texts.account(chart, total.account()),
                total.side().letter(),
                total.amount().minor(),
                total.amount().currency().getCurrencyCode());
    }
}
