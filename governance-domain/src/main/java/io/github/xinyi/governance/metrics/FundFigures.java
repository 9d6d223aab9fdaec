package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What accounting says of a community's funds at the end of a day, for example {@code
 * feesReceived=1250000} in CNY, that is 12,500.00 yuan. What an amount means is not asked here.
 *
 * @param community whose funds
 * @param day the day
 * @param currency ISO 4217 code, three capital letters
 * @param amountsMinor by name, at most {@link #MAX_FIGURES}, in minor units (fen), each at most
 *     {@link #MAX_AMOUNT} above or below zero; names have 1 to {@link #MAX_NAME} letters, digits,
 *     dots or hyphens
 * @since 0.1.0
 */
public record FundFigures(
        CommunityId community,
        LocalDate day,
        String currency,
        SortedMap<String, Long> amountsMinor) {

    /** The greatest number of figures. */
    public static final int MAX_FIGURES = 100;

    /** The longest name. */
    public static final int MAX_NAME = 64;

    /** The greatest amount, so that no sum over all communities of a nation overflows. */
    public static final long MAX_AMOUNT = 10_000_000_000_000L;

    /** Copies the figures and checks names and amounts. */
    public FundFigures {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("not a currency: " + currency);
        }
        if (amountsMinor.size() > MAX_FIGURES) {
            throw new IllegalArgumentException(amountsMinor.size() + " figures");
        }
        amountsMinor.forEach(
                (name, amount) -> {
                    if (!name.matches("[\\p{L}\\p{Nd}.-]{1," + MAX_NAME + "}")
                            || amount > MAX_AMOUNT
                            || amount < -MAX_AMOUNT) {
                        throw new IllegalArgumentException("not a figure: " + name + "=" + amount);
                    }
                });
        amountsMinor = Collections.unmodifiableSortedMap(new TreeMap<>(amountsMinor));
    }

    /**
     * What a store answers when figures stand for this community and day already.
     *
     * @param standing the figures that stand
     * @return these figures if they say the same; refused with {@link FundRule#FIGURES_ONCE} if not
     */
    public Outcome<FundFigures> against(FundFigures standing) {
        return standing.equals(this)
                ? Outcome.accepted(this)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        FundRule.FIGURES_ONCE,
                                        false,
                                        "community",
                                        community,
                                        "day",
                                        day)));
    }
}
