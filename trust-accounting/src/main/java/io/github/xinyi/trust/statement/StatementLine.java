package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.money.Money;

/**
 * One line of a statement, for example {@code PUBLIC_INCOME.income.public.income.parking}, 停车收入,
 * 100,785.00.
 *
 * @param code unique in the statement
 * @param nameZh what it is called in Chinese
 * @param nameEn what it is called in English
 * @param amount the number
 * @param figure the records it comes from
 * @param relation how the number comes from them
 * @since 0.1.0
 */
public record StatementLine(
        String code, String nameZh, String nameEn, Money amount, Figure figure, Relation relation) {

    /** How a number comes from the records behind it. */
    public enum Relation {
        /** It is the sum of their postings. */
        SUM,
        /** It is computed from the sum of their postings, for example a ratio of it. */
        COMPUTED
    }

    /** Asserts that a sum is the sum. */
    public StatementLine {
        if (relation == Relation.SUM && !amount.equals(figure.amount())) {
            throw new IllegalStateException(code + ": " + amount + " is not " + figure.amount());
        }
    }

    static StatementLine sum(String code, String nameZh, String nameEn, Figure figure) {
        return new StatementLine(code, nameZh, nameEn, figure.amount(), figure, Relation.SUM);
    }

    static StatementLine of(String section, Account account, Figure figure) {
        return sum(section + "." + account.code(), account.nameZh(), account.nameEn(), figure);
    }

    StatementLine under(String section) {
        return new StatementLine(section + "." + code, nameZh, nameEn, amount, figure, relation);
    }
}
