package io.github.xinyi.trust.fund;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Income from common parts received (公共收益), the owners' (Civil Code art. 282).
 *
 * @param number its number, unique in the community
 * @param source where it comes from
 * @param visibility open for firms; a household's payment is a household's
 * @param bankLine the bank's line of it
 * @param day the day of receipt
 * @param amount above zero
 * @param narrative what it is, without a person's name
 * @since 0.1.0
 */
public record PublicIncome(
        String number,
        Source source,
        Visibility visibility,
        SourceDocument bankLine,
        LocalDate day,
        Money amount,
        String narrative) {

    /** Where public income comes from. */
    public enum Source {
        /** Advertising on common parts (广告). */
        ADVERTISING("advertising", "广告收入"),
        /** Parking on common ground (临时停车), Civil Code art. 275 para. 2. */
        PARKING("parking", "停车收入"),
        /** Use of common rooms and grounds (场地). */
        VENUE("venue", "场地收入"),
        /** Interest on the joint account (利息), Trust Law art. 14. */
        INTEREST("interest", "利息收入");

        private final String word;
        private final String nameZh;

        Source(String word, String nameZh) {
            this.word = word;
            this.nameZh = nameZh;
        }

        /**
         * The account on which income of this source stands.
         *
         * @return for example {@code public.income.advertising}
         */
        public AccountCode account() {
            return AccountCode.of("public.income." + word);
        }
    }

    /**
     * The accounts that the chart needs for all sources.
     *
     * @return one income account each
     */
    public static List<Account> accounts() {
        return List.of(Source.values()).stream()
                .map(
                        source ->
                                new Account(
                                        source.account(),
                                        source.nameZh,
                                        "Public income, " + source.word,
                                        FundClass.PUBLIC_INCOME,
                                        AccountType.INCOME))
                .toList();
    }

    /**
     * The entry: cash of public income against its source.
     *
     * @param salt hides what may have to be erased
     * @return the draft, with the id {@code income/<number>}
     */
    public EntryDraft entry(Salt salt) {
        return EntryDraft.of(
                        EntryId.of("income/" + number),
                        EntryKind.PUBLIC_INCOME,
                        day,
                        bankLine,
                        salt)
                .visibility(visibility)
                .narrative(narrative)
                .postings(
                        Posting.debit(ChartOfAccounts.PUBLIC_CASH, amount),
                        Posting.credit(source.account(), amount));
    }
}
