package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An account opened in a book or closed in it for ever (科目启用、科目停用), for example {@code
 * service.expense.SF-09} opened from 1 May 2026; itself a record of the log.
 *
 * <p>A chart is data: what a book knows is the chart that it was given and the accounts opened in
 * its log. An account that is closed takes no posting any more, of whatever day, so that its
 * balance stays zero.
 *
 * @param book the community
 * @param index its place in the log
 * @param recordedAt when it was recorded, to the millisecond
 * @param account the account
 * @param kind opened or closed
 * @param from the day from which it is, of the years 1900 to 9999
 * @since 0.1.0
 */
public record AccountChange(
        CommunityId book,
        long index,
        Instant recordedAt,
        Account account,
        Kind kind,
        LocalDate from) {

    /** The longest name of an account, in characters. */
    public static final int MAX_NAME = 100;

    /** What happened to the account. */
    public enum Kind {
        /** It can be posted to from now on. */
        OPENED,
        /** It can never be posted to again. */
        CLOSED
    }

    /** Cuts the time to the millisecond and refuses a day or a name that no book has. */
    public AccountChange {
        recordedAt = Entry.recordedMoment(recordedAt);
        if (index < 0 || from.getYear() < 1900 || from.getYear() > 9999) {
            throw new IllegalArgumentException("no account changes from " + from + " at " + index);
        }
        if (account.nameZh().length() > MAX_NAME || account.nameEn().length() > MAX_NAME) {
            throw new IllegalArgumentException("a name of " + account.code() + " is too long");
        }
    }

    /**
     * Its name in the log.
     *
     * @return for example {@code account/1207}
     */
    public String id() {
        return "account/" + index;
    }
}
