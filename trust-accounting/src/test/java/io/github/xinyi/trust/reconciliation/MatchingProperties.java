package io.github.xinyi.trust.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That matching never guesses, whatever the order in which lines and entries come. */
class MatchingProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final MatchRule.Window WINDOW = new MatchRule.Window(1, 3);

    /** A line or an entry: amount, day, and the number that an entry stands on. */
    record Item(long fen, int day, int on) {}

    @Provide
    Arbitrary<List<Item>> items() {
        return Combinators.combine(
                        Arbitraries.of(1L, 2L, 3L, 4L, 5L, 7L, 9L, -3L, -5L),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 30))
                .as(Item::new)
                .list()
                .ofMaxSize(8);
    }

    private static List<BankLine> lines(List<Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(
                        i ->
                                new BankLine(
                                        "L" + i,
                                        FIRST.plusDays(items.get(i).day())
                                                .atTime(12, 0)
                                                .atZone(ZONE)
                                                .toInstant(),
                                        Money.ofFen(items.get(i).fen()),
                                        Money.ofFen(0)))
                .toList();
    }

    private static List<BookMovement> entries(List<Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(
                        i ->
                                new BookMovement(
                                        EntryId.of("receipt/E" + i),
                                        EntryKind.FEE_RECEIPT,
                                        FIRST.plusDays(items.get(i).day()),
                                        SourceDocument.bankLine("L" + items.get(i).on()),
                                        Money.ofFen(items.get(i).fen())))
                .toList();
    }

    private static Matching run(
            List<BankLine> lines, List<BookMovement> entries, List<MatchRule> rules) {
        Matching matching = new Matching(ZONE, lines, entries);
        rules.forEach(matching::run);
        return matching;
    }

    /** A match as text, whose parts have no order. */
    private static String text(BankMatch match) {
        return match.rule()
                + match.lines().stream().map(BankLine::reference).sorted().toList()
                + match.entries().stream().map(e -> e.entry().value()).sorted().toList();
    }

    private static Set<String> texts(Matching matching) {
        return matching.matches().stream()
                .map(MatchingProperties::text)
                .collect(Collectors.toSet());
    }

    @Property(tries = 400)
    void noOrderOfLinesOrEntriesChangesAnything(
            @ForAll("items") List<Item> there,
            @ForAll("items") List<Item> here,
            @ForAll long seed) {
        List<BankLine> lines = new ArrayList<>(lines(there));
        List<BookMovement> entries = new ArrayList<>(entries(here));
        Matching first = run(lines, entries, MatchRule.standard());
        Collections.shuffle(lines, new Random(seed));
        Collections.shuffle(entries, new Random(~seed));

        Matching second = run(lines, entries, MatchRule.standard());

        assertThat(texts(second)).isEqualTo(texts(first));
        for (BankLine line : first.openLines()) {
            assertThat(second.candidatesOf(line)).isEqualTo(first.candidatesOf(line));
        }
        assertThat(new HashSet<>(second.openEntries()))
                .isEqualTo(new HashSet<>(first.openEntries()));
    }

    @Property(tries = 400)
    void nothingIsLostOrMatchedTwice(
            @ForAll("items") List<Item> there, @ForAll("items") List<Item> here) {
        List<BankLine> lines = lines(there);
        List<BookMovement> entries = entries(here);

        Matching matching = run(lines, entries, MatchRule.standard());

        List<BankLine> seenLines = new ArrayList<>(matching.openLines());
        List<BookMovement> seenEntries = new ArrayList<>(matching.openEntries());
        for (BankMatch match : matching.matches()) {
            seenLines.addAll(match.lines());
            seenEntries.addAll(match.entries());
        }
        assertThat(seenLines).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(seenEntries).containsExactlyInAnyOrderElementsOf(entries);
    }

    private static boolean isNear(BankLine line, BookMovement entry) {
        long days = ChronoUnit.DAYS.between(entry.day(), LocalDate.ofInstant(line.at(), ZONE));
        return days >= -1 && days <= 3;
    }

    @Property(tries = 400)
    void matchesByAmountExactlyThePairsThatAreEachOthersOnlyOne(
            @ForAll("items") List<Item> there, @ForAll("items") List<Item> here) {
        List<BankLine> lines = lines(there);
        List<BookMovement> entries = entries(here);
        Set<String> expected = new HashSet<>();
        for (BankLine line : lines) {
            List<BookMovement> ofLine = entries.stream().filter(e -> isPair(line, e)).toList();
            if (ofLine.size() == 1
                    && lines.stream().filter(l -> isPair(l, ofLine.get(0))).count() == 1) {
                expected.add(text(new BankMatch("a", List.of(line), ofLine)));
            }
        }

        Matching matching = run(lines, entries, List.of(new MatchRule.ByAmount("a", WINDOW)));

        assertThat(texts(matching)).isEqualTo(expected);
    }

    private static boolean isPair(BankLine line, BookMovement entry) {
        return line.amount().equals(entry.amount()) && isNear(line, entry);
    }

    @Property(tries = 300)
    void matchesSumsExactlyWhereNoOtherSumSharesALineOrAnEntry(
            @ForAll("items") List<Item> there, @ForAll("items") List<Item> here) {
        List<BankLine> lines = lines(there);
        List<BookMovement> entries = entries(here);
        List<BankMatch> ways = new ArrayList<>();
        for (BankLine line : lines) {
            for (List<BookMovement> some : subsets(entries)) {
                boolean fits =
                        some.stream().allMatch(e -> isNear(line, e) && isPart(line, e))
                                && fen(some) == line.amount().minor();
                if (fits) {
                    ways.add(new BankMatch("s", List.of(line), some));
                }
            }
        }
        for (BookMovement entry : entries) {
            for (List<BankLine> some : subsets(lines)) {
                boolean fits =
                        some.stream().allMatch(l -> isNear(l, entry) && isPart(entry, l))
                                && some.stream().mapToLong(l -> l.amount().minor()).sum()
                                        == entry.amount().minor();
                if (fits) {
                    ways.add(new BankMatch("s", some, List.of(entry)));
                }
            }
        }
        Set<String> expected =
                ways.stream()
                        .filter(way -> ways.stream().filter(w -> shares(w, way)).count() == 1)
                        .map(MatchingProperties::text)
                        .collect(Collectors.toSet());
        boolean tooMany = ways.size() >= SubsetSums.MAX_WAYS;

        Matching matching = run(lines, entries, List.of(new MatchRule.BySum("s", WINDOW, 4)));

        if (!tooMany) {
            assertThat(texts(matching)).isEqualTo(expected);
        }
        assertThat(expected).containsAll(texts(matching));
    }

    private static boolean shares(BankMatch one, BankMatch other) {
        return one.lines().stream().anyMatch(other.lines()::contains)
                || one.entries().stream().anyMatch(other.entries()::contains);
    }

    private static boolean isPart(BankLine line, BookMovement entry) {
        return Long.signum(line.amount().minor()) == Long.signum(entry.amount().minor());
    }

    private static boolean isPart(BookMovement entry, BankLine line) {
        return isPart(line, entry);
    }

    private static long fen(List<BookMovement> entries) {
        return entries.stream().mapToLong(e -> e.amount().minor()).sum();
    }

    /** Every choice of two to four of a few. */
    private static <T> List<List<T>> subsets(List<T> all) {
        List<List<T>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            if (Integer.bitCount(bits) >= 2 && Integer.bitCount(bits) <= 4) {
                int chosen = bits;
                subsets.add(
                        IntStream.range(0, all.size())
                                .filter(i -> (chosen & 1 << i) != 0)
                                .mapToObj(all::get)
                                .toList());
            }
        }
        return subsets;
    }

    @Property(tries = 200)
    void aSumThatCannotBeLookedThroughMatchesNothing(@ForAll("items") List<Item> here) {
        List<Item> many = new ArrayList<>(here);
        for (int i = 0; i <= SubsetSums.MAX_AMOUNTS; i++) {
            many.add(new Item(1_000 + i, 0, 99));
        }
        List<BankLine> whole = lines(List.of(new Item(2_001, 0, 0)));

        Matching matching = run(whole, entries(many), List.of(new MatchRule.BySum("s", WINDOW, 4)));

        assertThat(matching.matches()).isEmpty();
        assertThat(matching.candidatesOf(whole.get(0)).size())
                .isGreaterThan(SubsetSums.MAX_AMOUNTS);
    }
}
