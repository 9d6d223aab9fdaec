package io.github.xinyi.rest.disclosure;

import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.export.BeancountJournal;
import io.github.xinyi.trust.export.PlainTextJournal;
import java.nio.charset.StandardCharsets;

/**
 * The whole book of a community as a journal for accounting programs. It has every household's
 * amounts, though no unit, so that it is for those alone who keep or audit the book. Thread-safe.
 *
 * <p>A journal is made in memory, some 200 bytes a record.
 *
 * @since 0.1.0
 */
public final class JournalDisclosure {

    /** For which program a journal is. */
    public enum Format {
        /** Read by hledger and ledger. */
        PLAIN_TEXT,
        /** Read by beancount, which checks the balances at its end. */
        BEANCOUNT
    }

    private final Communities communities;

    /**
     * The journals of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public JournalDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * The journal of a community.
     *
     * @param community its id
     * @param format for which program
     * @return the file in UTF-8
     */
    public Reply<byte[]> whole(String community, Format format) {
        return communities.in(
                community,
                found -> {
                    Version version = found.book().read(reader -> version(found, reader, format));
                    return Reply.of(version, () -> written(found.book(), format));
                });
    }

    private static Version version(PublishedCommunity community, BookReader reader, Format format) {
        return Version.of(
                "journal",
                format,
                community.id(),
                reader.frontier().size(),
                community.book().chartIn(reader).accounts());
    }

    private static byte[] written(Book book, Format format) {
        StringBuilder journal = new StringBuilder();
        book.read(reader -> write(reader, book.chartIn(reader), format, journal));
        return journal.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Format write(
            BookReader reader, ChartOfAccounts chart, Format format, StringBuilder out) {
        switch (format) {
            case PLAIN_TEXT -> new PlainTextJournal(chart).write(reader, out);
            case BEANCOUNT -> new BeancountJournal(chart).write(reader, out);
        }
        return format;
    }
}
