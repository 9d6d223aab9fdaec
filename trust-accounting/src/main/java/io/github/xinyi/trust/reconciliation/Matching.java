package io.github.xinyi.trust.reconciliation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;

/**
 * One run of the rules over lines and entries: what is matched leaves, what might match is noted.
 *
 * <p>Within a rule all candidates are found before anything is matched, so that no order of lines
 * or entries changes the result.
 */
final class Matching {

    private final ZoneId zone;
    private final Map<String, BankLine> lines = new LinkedHashMap<>();
    private final Map<String, BookMovement> entries = new LinkedHashMap<>();
    private final List<BankMatch> matches = new ArrayList<>();
    private final Map<String, Set<String>> candidatesOfLine = new HashMap<>();
    private final Map<String, Set<String>> candidatesOfEntry = new HashMap<>();

    Matching(ZoneId zone, List<BankLine> lines, List<BookMovement> entries) {
        this.zone = zone;
        lines.forEach(line -> this.lines.put(line.reference(), line));
        entries.forEach(entry -> this.entries.put(entry.entry().value(), entry));
    }

    void run(MatchRule rule) {
        rule.<Boolean>fold(
                this::references,
                r -> pairs(r.name(), (line, entry) -> isByText(r, line, entry)),
                r -> pairs(r.name(), (line, entry) -> isNear(r.window(), line, entry)),
                this::sums);
    }

    List<BankMatch> matches() {
        return List.copyOf(matches);
    }

    Collection<BankLine> openLines() {
        return lines.values();
    }

    Collection<BookMovement> openEntries() {
        return entries.values();
    }

    void leaveOut(Collection<BookMovement> cancelled) {
        cancelled.forEach(entry -> entries.remove(entry.entry().value()));
    }

    Set<String> candidatesOf(BankLine line) {
        return open(candidatesOfLine, line.reference(), entries.keySet());
    }

    Set<String> candidatesOf(BookMovement entry) {
        return open(candidatesOfEntry, entry.entry().value(), lines.keySet());
    }

    /** Only what is still open can be the one that is missing. */
    private static Set<String> open(
            Map<String, Set<String>> candidates, String key, Set<String> stillOpen) {
        Set<String> left = new TreeSet<>(candidates.getOrDefault(key, Set.of()));
        left.retainAll(stillOpen);
        return left;
    }

    /** All entries that stand on a line, if together they are its amount. */
    private boolean references(MatchRule.ByReference rule) {
        Map<String, List<BookMovement>> ofLine = new LinkedHashMap<>();
        for (BookMovement entry : entries.values()) {
            BankLine line = lines.get(entry.source().id());
            if (line != null && entry.isOnLine(line)) {
                ofLine.computeIfAbsent(line.reference(), l -> new ArrayList<>()).add(entry);
            }
        }
        for (BankLine line : List.copyOf(lines.values())) {
            List<BookMovement> found = ofLine.getOrDefault(line.reference(), List.of());
            long sum = found.stream().mapToLong(e -> e.amount().minor()).sum();
            if (!found.isEmpty() && sum == line.amount().minor()) {
                take(new BankMatch(rule.name(), List.of(line), found));
            } else {
                found.forEach(entry -> note(line, entry));
            }
        }
        return true;
    }

    private boolean isByText(MatchRule.ByText rule, BankLine line, BookMovement entry) {
        return isNear(rule.window(), line, entry)
                && (hasKey(rule, line.text(), entry) || hasKey(rule, line.party(), entry));
    }

    private static boolean hasKey(MatchRule.ByText rule, String text, BookMovement entry) {
        Matcher found = rule.key().matcher(text);
        while (found.find()) {
            String key = found.groupCount() > 0 ? found.group(1) : found.group();
            if (entry.source().id().equals(key) || entry.number().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(MatchRule.Window window, BankLine line, BookMovement entry) {
        LocalDate day = LocalDate.ofInstant(line.at(), zone);
        return window.holds(ChronoUnit.DAYS.between(entry.day(), day));
    }

    /** Pairs of equal amounts that are each other's only candidate. */
    private boolean pairs(String rule, BiPredicate<BankLine, BookMovement> fits) {
        Map<Long, List<BookMovement>> byAmount = new HashMap<>();
        for (BookMovement entry : entries.values()) {
            byAmount.computeIfAbsent(entry.amount().minor(), a -> new ArrayList<>()).add(entry);
        }
        Map<String, List<BookMovement>> ofLine = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (BankLine line : lines.values()) {
            for (BookMovement entry : byAmount.getOrDefault(line.amount().minor(), List.of())) {
                if (fits.test(line, entry)) {
                    ofLine.computeIfAbsent(line.reference(), l -> new ArrayList<>()).add(entry);
                    uses.merge(entry.entry().value(), 1, Integer::sum);
                    note(line, entry);
                }
            }
        }
        ofLine.forEach(
                (reference, found) -> {
                    BankLine line = lines.get(reference);
                    if (line != null
                            && found.size() == 1
                            && uses.getOrDefault(found.get(0).entry().value(), 0) == 1) {
                        take(new BankMatch(rule, List.of(line), found));
                    }
                });
        return true;
    }

    private void note(BankLine line, BookMovement entry) {
        candidatesOfLine
                .computeIfAbsent(line.reference(), l -> new HashSet<>())
                .add(entry.entry().value());
        candidatesOfEntry
                .computeIfAbsent(entry.entry().value(), e -> new HashSet<>())
                .add(line.reference());
    }

    private void take(BankMatch match) {
        matches.add(match);
        match.lines().forEach(line -> lines.remove(line.reference()));
        match.entries().forEach(entry -> entries.remove(entry.entry().value()));
    }

    /** Sums that are the only one for their whole, and share no part with any other sum. */
    private boolean sums(MatchRule.BySum rule) {
        SumSearch search = new SumSearch(rule);
        lines.values().forEach(line -> search.ofLine(line, near(rule, line)));
        entries.values().forEach(entry -> search.ofEntry(entry, near(rule, entry)));
        search.matches().forEach(this::take);
        return true;
    }

    private List<BookMovement> near(MatchRule.BySum rule, BankLine line) {
        return entries.values().stream()
                .filter(e -> isPart(line.amount().minor(), e.amount().minor()))
                .filter(e -> isNear(rule.window(), line, e))
                .toList();
    }

    private List<BankLine> near(MatchRule.BySum rule, BookMovement entry) {
        return lines.values().stream()
                .filter(l -> isPart(entry.amount().minor(), l.amount().minor()))
                .filter(l -> isNear(rule.window(), l, entry))
                .toList();
    }

    private static boolean isPart(long whole, long part) {
        return Long.signum(whole) == Long.signum(part) && Math.abs(part) < Math.abs(whole);
    }

    /** Every sum there is; where there are too many to tell, none of their parts is matched. */
    private final class SumSearch {

        private final MatchRule.BySum rule;
        private final List<BankMatch> ways = new ArrayList<>();
        private final Map<String, Integer> lineUses = new HashMap<>();
        private final Map<String, Integer> entryUses = new HashMap<>();

        SumSearch(MatchRule.BySum rule) {
            this.rule = rule;
        }

        void ofLine(BankLine line, List<BookMovement> near) {
            List<Long> amounts = near.stream().map(e -> e.amount().minor()).toList();
            Optional<List<List<Integer>>> found = ways(line.amount().minor(), amounts);
            found.ifPresentOrElse(
                    some ->
                            some.forEach(
                                    way ->
                                            add(
                                                    List.of(line),
                                                    way.stream().map(near::get).toList())),
                    () -> near.forEach(entry -> block(line, entry)));
        }

        void ofEntry(BookMovement entry, List<BankLine> near) {
            List<Long> amounts = near.stream().map(l -> l.amount().minor()).toList();
            Optional<List<List<Integer>>> found = ways(entry.amount().minor(), amounts);
            found.ifPresentOrElse(
                    some ->
                            some.forEach(
                                    way ->
                                            add(
                                                    way.stream().map(near::get).toList(),
                                                    List.of(entry))),
                    () -> near.forEach(line -> block(line, entry)));
        }

        /** Empty where there are more than can be looked through. */
        private Optional<List<List<Integer>>> ways(long whole, List<Long> amounts) {
            if (amounts.size() > SubsetSums.MAX_AMOUNTS) {
                return Optional.empty();
            }
            return Optional.of(SubsetSums.of(whole, amounts, rule.maxParts()))
                    .filter(found -> found.size() < SubsetSums.MAX_WAYS);
        }

        private void add(List<BankLine> some, List<BookMovement> others) {
            ways.add(new BankMatch(rule.name(), some, others));
            some.forEach(line -> lineUses.merge(line.reference(), 1, Integer::sum));
            others.forEach(entry -> entryUses.merge(entry.entry().value(), 1, Integer::sum));
            some.forEach(line -> others.forEach(entry -> note(line, entry)));
        }

        private void block(BankLine line, BookMovement entry) {
            lineUses.merge(line.reference(), 2, Integer::sum);
            entryUses.merge(entry.entry().value(), 2, Integer::sum);
            note(line, entry);
        }

        List<BankMatch> matches() {
            return ways.stream()
                    .filter(
                            way ->
                                    way.lines().stream().allMatch(this::isUsedOnce)
                                            && way.entries().stream().allMatch(this::isUsedOnce))
                    .toList();
        }

        private boolean isUsedOnce(BankLine line) {
            return lineUses.getOrDefault(line.reference(), 0) == 1;
        }

        private boolean isUsedOnce(BookMovement entry) {
            return entryUses.getOrDefault(entry.entry().value(), 0) == 1;
        }
    }
}
