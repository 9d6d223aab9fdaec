package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank account compared with the book: what is the same money, what is left on either side and
 * what might explain it; for those who keep or audit the book. Neither a party nor a text of the
 * bank is told. Nothing was posted, and nothing of the statements was kept.
 *
 * @param account the host's short name of the account
 * @param through the last day of the entries that were compared
 * @param status {@code MATCHED} or {@code DIFFERENCES}
 * @param openingMinor by how much the book's opening is more than the bank's, in fen
 * @param bankMinor what the bank has, in fen
 * @param bookMinor what the book has, in fen
 * @param explained the exact share of the bank's movements, by amount in and out, that entries
 *     explain
 * @param matchedLines how many lines have their entries
 * @param unmatchedLines how many lines have none
 * @param rules how many matches each rule made, in their order
 * @param matches the first thousand, in the order of the rules
 * @param differenceCount how many differences there are
 * @param differences the first thousand, lines first
 * @param proposals what the bank did by itself, the first thousand
 * @since 0.1.0
 */
public record BankCompared(
        String account,
        String through,
        String status,
        long openingMinor,
        long bankMinor,
        long bookMinor,
        String explained,
        int matchedLines,
        int unmatchedLines,
        List<Matches> rules,
        List<Match> matches,
        int differenceCount,
        List<Difference> differences,
        List<Proposal> proposals)
        implements Answer {

    /** The most matches, differences or proposals that are told. */
    public static final int MOST_TOLD = 1_000;

    /** The most candidates or originals that are told of one line or entry. */
    public static final int MOST_CANDIDATES = 20;

    /** Copies the lists. */
    public BankCompared {
        rules = List.copyOf(rules);
        matches = List.copyOf(matches);
        differences = List.copyOf(differences);
        proposals = List.copyOf(proposals);
    }

    /**
     * How many matches a rule made.
     *
     * @param rule its name, for example {@code reference}
     * @param count how many
     */
    public record Matches(String rule, int count) {}

    /**
     * The same money on both sides.
     *
     * @param rule by which it was found
     * @param lines the bank's numbers
     * @param entries the book's entries by name
     * @param amountMinor in above zero, out below, in fen
     */
    public record Match(String rule, List<String> lines, List<String> entries, long amountMinor) {

        /** Copies the lists. */
        public Match {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
        }
    }

    /**
     * What one side alone shows.
     *
     * @param kind for example {@code LINE_WITHOUT_ENTRY}
     * @param line the bank's number, null for an entry
     * @param entry the entry's name, null for a line
     * @param day of the line or the entry
     * @param amountMinor in above zero, out below, in fen
     * @param candidateCount how many entries or lines might be it
     * @param candidates the first twenty of them
     */
    public record Difference(
            String kind,
            @Nullable String line,
            @Nullable String entry,
            String day,
            long amountMinor,
            int candidateCount,
            List<String> candidates) {

        /** Copies the candidates. */
        public Difference {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * What the bank did by itself; a person decides what becomes of it.
     *
     * @param kind {@code FEE}, {@code INTEREST} or {@code RETURNED}
     * @param line the bank's number
     * @param amountMinor in above zero, out below, in fen
     * @param originalCount how many entries may have been taken back
     * @param originals the first twenty of them
     */
    public record Proposal(
            String kind, String line, long amountMinor, int originalCount, List<String> originals) {

        /** Copies the originals. */
        public Proposal {
            originals = List.copyOf(originals);
        }
    }
}
