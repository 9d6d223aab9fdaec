package io.github.xinyi.governance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal Information Protection Law art. 25: numbers by which anybody finds a person. */
class PersonalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0931-8765432",
                "0931 8765432",
                "09318765432",
                "(0931)8765432",
                "（0931）8765432",
                "(0931) 876-5432",
                "0931-8765 432",
                "0571-87654321",
                "0571 8765 4321",
                "057187654321",
                "010-61234567",
                "01061234567",
                "(021)6123-4567",
                "021-2035 6789",
                "02161234567",
                "+86 21 6123 4567",
                "+86-931-8765432",
                "+862161234567",
                "0086-931-8765432",
                "86-21-61234567",
                "+86 (0)931 8765432",
                "０９３１－８７６５４３２",
                "0931\u20118765432",
                "0931–8765432",
                "09\u200B31-8765432",
                "\u0660\u0669\u0663\u0661-8765432",
                "0931-8765432-801",
                "0931-8765432转801"
            })
    void seesALandlineNumberByItsAreaCode(String number) {
        assertThat(PersonalNumber.isShownIn(number)).isTrue();
        assertThat(PersonalNumber.isShownIn("请拨" + number + "，找物业。")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3-1-502",
                "03-1-0502",
                "0312-2-301",
                "0931-876543",
                "0571-187654321",
                "0571-0876543",
                "0571-9876543",
                "021-6123456",
                "0211-61234567",
                "2024-05-12",
                "20240512",
                "2024-0512-2345678",
                "021-20250512",
                "0931-2025-0512",
                "0312-20250512",
                "02120250512",
                "〔2024〕12号",
                "〔2024〕0512号",
                "苏建函〔2024〕第0012号",
                "共1038765432分",
                "10387654.32元",
                "0.03128765432",
                "1.09318765432",
                "编号109318765432",
                "编号0931876543210",
                "8765432",
                "400-876-5432",
                "2025-03-01 08-30",
                "08:30至20:30"
            })
    void takesNothingElseForALandlineNumber(String text) {
        assertThat(PersonalNumber.isShownIn(text)).isFalse();
        assertThat(PersonalNumber.isShownIn("见" + text + "。")).isFalse();
    }

    /** What looks like any other number or word: nothing in a text tells them apart. */
    @Test
    void doesNotFindANameOrALandlineNumberWithoutItsAreaCode() {
        for (String text : List.of("张三家水管漏水", "王女士来电87654321", "护照E12345678")) {
            assertThat(PersonalNumber.isShownIn(text)).isFalse();
        }
    }

    @Property(tries = 1_000)
    void seesEveryLandlineNumberHoweverItIsWritten(@ForAll("landlines") String number) {
        assertThat(PersonalNumber.isShownIn(number)).as(number).isTrue();
        assertThat(PersonalNumber.isShownIn("电话" + wide(number) + "找物业")).as(number).isTrue();
    }

    @Property(tries = 500)
    void seesNoneWithinALongerNumber(
            @ForAll("landlines") String number, @ForAll @IntRange(max = 9) int digit) {
        String plain = number.replaceAll("[^0-9]", "");

        if (plain.startsWith("0") && plain.length() == 12) {
            assertThat(PersonalNumber.isShownIn(plain + digit)).as(plain + digit).isFalse();
        }
        if (number.startsWith("0")) {
            assertThat(PersonalNumber.isShownIn((1 + digit % 9) + "-" + number)).isFalse();
        }
    }

    @Property(tries = 1_000)
    void takesNoUnitDateAmountOrNumberOfAPaperForOne(@ForAll("others") String text) {
        assertThat(PersonalNumber.isShownIn(text)).as(text).isFalse();
        assertThat(PersonalNumber.isShownIn("见" + wide(text) + "。")).as(text).isFalse();
    }

    private static String wide(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Provide
    Arbitrary<String> landlines() {
        Arbitrary<String> gaps = Arbitraries.of("", "-", " ", ".", ")", ") ");
        Arbitrary<String> groups = Arbitraries.of("", "-", " ");
        Arbitrary<String> inner = Arbitraries.of("", " ");
        Arbitrary<String> cities =
                Combinators.combine(
                                Arbitraries.of("10", "20", "21", "22", "25", "27", "28", "29"),
                                gaps,
                                digits(2, 8, 3),
                                groups,
                                digits(0, 9, 3))
                        .as((code, gap, first, mid, last) -> written(code, gap, first, mid, last));
        Arbitrary<String> others =
                Combinators.combine(
                                Arbitraries.integers().between(310, 999).map(String::valueOf),
                                gaps,
                                digits(2, 8, 2),
                                inner,
                                digits(0, 9, 3))
                        .as((code, gap, first, mid, last) -> written(code, gap, first, mid, last));
        return Arbitraries.oneOf(cities, others);
    }

    private static String written(String code, String gap, String first, String mid, String last) {
        String number = code + gap + first + mid + last;
        return gap.startsWith(")") ? "(0" + number : "0" + number;
    }

    /** A first digit and so many more; nothing that could be a year. */
    private static Arbitrary<String> digits(int least, int most, int more) {
        Arbitrary<Integer> first = Arbitraries.integers().between(least, most);
        Arbitrary<String> rest =
                Arbitraries.integers()
                        .between(0, 9)
                        .list()
                        .ofSize(more)
                        .map(PersonalNumberTest::of);
        return Combinators.combine(first, rest)
                .as((one, others) -> one + others)
                .filter(text -> !text.startsWith("20"));
    }

    private static String of(List<Integer> digits) {
        StringBuilder text = new StringBuilder();
        digits.forEach(text::append);
        return text.toString();
    }

    @Provide
    Arbitrary<String> others() {
        Arbitrary<LocalDate> dates =
                Arbitraries.integers()
                        .between(0, 36_000)
                        .map(days -> LocalDate.of(2001, 1, 1).plusDays(days));
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 9_999);
        Arbitrary<Integer> entrances = Arbitraries.integers().between(0, 99);
        Arbitrary<String> padded = small.map(n -> "%04d".formatted(n));
        return Arbitraries.oneOf(
                dates.map(LocalDate::toString),
                dates.map(day -> day.toString().replace("-", "")),
                dates.map(day -> day.toString().replace("-", ".")),
                Combinators.combine(padded, dates).as((n, day) -> n + "-" + day),
                Combinators.combine(padded, dates)
                        .as((n, day) -> n + "-" + day.toString().replace("-", "")),
                Combinators.combine(padded, dates, padded)
                        .as((n, day, serial) -> n + "-" + day.getYear() + "-" + serial),
                Combinators.combine(padded, entrances, padded)
                        .as((b, u, n) -> b + "-" + u + "-" + n),
                Combinators.combine(dates, small)
                        .as((day, n) -> "〔" + day.getYear() + "〕" + n + "号"),
                Combinators.combine(dates, padded)
                        .as((day, n) -> "某建〔" + day.getYear() + "〕第" + n + "号"),
                Arbitraries.longs().between(0, 9_999_999_999L).map(fen -> fen + "分"),
                Arbitraries.longs()
                        .between(0, 999_999_999_999L)
                        .map(fen -> fen / 100 + "." + "%02d".formatted(fen % 100) + "元"));
    }
}
