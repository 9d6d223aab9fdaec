package io.github.xinyi.example.stories;

import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A book as everybody may read it. */
final class PublicBook {

    private PublicBook() {}

    /** What everybody may read of the book; what households keep to themselves is counted. */
    static List<String> of(Book book) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        book.read(reader -> reader.records(0, 1_000)).stream()
                .map(PublicRecord::of)
                .forEach(record -> lines.merge(line(record), 1, Integer::sum));
        return lines.entrySet().stream()
                .map(line -> line.getValue() + " x " + line.getKey())
                .toList();
    }

    private static String line(PublicRecord record) {
        return record.fold(
                open ->
                        Teller.dayOf(open.recordedAt())
                                + " "
                                + sums(
                                        open.entry().draft().kind(),
                                        open.entry().draft().postings()),
                home -> home.kind() + " of a household, as a commitment",
                batch ->
                        Teller.dayOf(batch.recordedAt())
                                + " "
                                + batch.batch().unitCount()
                                + " homes together: "
                                + sums(batch.batch().kind(), batch.batch().totals()),
                close -> Teller.dayOf(close.close().recordedAt()) + " period closed",
                account ->
                        Teller.dayOf(account.change().recordedAt())
                                + " account "
                                + account.change().account().code()
                                + " "
                                + account.change().kind(),
                erasure ->
                        Teller.dayOf(erasure.recordedAt()) + " text erased: " + erasure.subject());
    }

    private static String sums(EntryKind kind, List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.side() + " " + posting.account() + " " + posting.amount())
                .collect(Collectors.joining(", ", kind + ": ", ""));
    }
}
