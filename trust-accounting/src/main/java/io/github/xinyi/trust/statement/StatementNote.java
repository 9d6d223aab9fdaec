package io.github.xinyi.trust.statement;

/**
 * A fact of a statement that is no amount of money, for example received over billed, {@code
 * 23/25}.
 *
 * @param code unique in the statement
 * @param nameZh what it is called in Chinese
 * @param nameEn what it is called in English
 * @param value a whole number, an exact fraction, a date, or the name of a contract or a decision
 * @since 0.1.0
 */
public record StatementNote(String code, String nameZh, String nameEn, String value) {}
