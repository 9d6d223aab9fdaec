package io.github.xinyi.trust.bankfile;

import io.github.xinyi.trust.reconciliation.BankLineKind;
import java.util.List;
import java.util.Optional;

/**
 * How a bank's lines of one kind are recognised, as data, for example the text 手续费 on money going
 * out is a fee.
 *
 * @param kind what the lines are
 * @param direction which way the money must go
 * @param codes the bank's codes that say so, whole, for example {@code PMNT/RCDT/RRTN} or {@code
 *     FEE}; may be empty
 * @param words words in the text that say so; may be empty
 * @since 0.1.0
 */
public record LineClass(
        BankLineKind kind, Direction direction, List<String> codes, List<String> words) {

    /** Which way money goes. */
    public enum Direction {
        /** Into the account. */
        IN,
        /** Out of the account. */
        OUT,
        /** Either way. */
        EITHER;

        private boolean admits(long fen) {
            return this == EITHER || (this == IN) == (fen > 0);
        }
    }

    /** Copies the lists and refuses an empty word, which every text contains. */
    public LineClass {
        codes = List.copyOf(codes);
        words = List.copyOf(words);
        if (codes.contains("") || words.contains("")) {
            throw new IllegalArgumentException("an empty word would be in every text");
        }
    }

    /**
     * Words that banks commonly write: an interpretation, configurable, since every bank has its
     * own.
     *
     * @return fees, interest and returned items by their Chinese words and by ISO 20022 codes
     */
    public static List<LineClass> common() {
        return List.of(
                new LineClass(
                        BankLineKind.RETURNED,
                        Direction.EITHER,
                        List.of("PMNT/RCDT/RRTN", "PMNT/ICDT/RRTN", "PMNT/RDDT/RRTN"),
                        List.of("退票", "退汇", "冲正")),
                new LineClass(
                        BankLineKind.BANK_FEE,
                        Direction.OUT,
                        List.of("ACMT/MDOP/CHRG", "PMNT/MDOP/CHRG", "ACMT/MDOP/FEES"),
                        List.of("手续费", "工本费", "账户管理费")),
                new LineClass(
                        BankLineKind.INTEREST,
                        Direction.IN,
                        List.of("ACMT/MCOP/INTR", "PMNT/MCOP/INTR"),
                        List.of("结息", "利息")));
    }

    /** The kind of a line: that of the first class that admits it. */
    static BankLineKind of(List<LineClass> classes, long fen, String code, String text) {
        Optional<LineClass> found =
                classes.stream()
                        .filter(c -> c.direction.admits(fen))
                        .filter(
                                c ->
                                        c.codes.contains(code)
                                                || c.words.stream().anyMatch(text::contains))
                        .findFirst();
        return found.map(LineClass::kind).orElse(BankLineKind.PAYMENT);
    }
}
