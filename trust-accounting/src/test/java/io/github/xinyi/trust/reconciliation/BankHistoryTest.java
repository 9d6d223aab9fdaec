package io.github.xinyi.trust.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** That overlapping statements give each line once, and nothing is taken that does not fit. */
class BankHistoryTest {

    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");
    private static final List<Long> FEN = List.of(100L, -30L, 70L, 5L, -45L);

    /** Lines of these amounts after an opening of 1,000 fen, their references by place. */
    private static List<BankLine> lines(List<Long> fen) {
        List<BankLine> lines = new ArrayList<>();
        long balance = 1_000;
        for (int i = 0; i < fen.size(); i++) {
            balance += fen.get(i);
            lines.add(new BankLine("L" + i, AT, Money.ofFen(fen.get(i)), Money.ofFen(balance)));
        }
        return lines;
    }

    private static BankStatement part(List<Long> fen, int from, int to) {
        List<BankLine> lines = lines(fen);
        Money opening = from == 0 ? Money.ofFen(1_000) : lines.get(from - 1).balanceAfter();
        Money closing = to == from ? opening : lines.get(to - 1).balanceAfter();
        return BankStatement.of("A", opening, closing, lines.subList(from, to))
                .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
    }

    private static List<String> refused(Outcome<?> outcome) {
        return outcome.fold(
                v -> List.of(), r -> r.notMet().stream().map(f -> f.rule().value()).toList());
    }

    @Property(tries = 300)
    void anyTwoStatementsThatTouchOrOverlapGiveEachLineOnce(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 900) Long> fen,
            @ForAll @IntRange(min = 0, max = 12) int a,
            @ForAll @IntRange(min = 0, max = 12) int b,
            @ForAll @IntRange(min = 0, max = 12) int c) {
        int end = Math.min(a, fen.size());
        int begin = Math.min(b, end);
        int to = Math.max(begin, Math.min(c, fen.size()));
        if (begin == to && begin != end) {
            return;
        }

        BankStatement both =
                BankHistory.of(part(fen, 0, end))
                        .plus(part(fen, begin, to))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()))
                        .statement();

        assertThat(both.lines()).isEqualTo(lines(fen).subList(0, Math.max(end, to)));
        assertThat(both.opening()).isEqualTo(Money.ofFen(1_000));
    }

    @Test
    void refusesAGap() {
        assertThat(refused(BankHistory.of(part(FEN, 0, 2)).plus(part(FEN, 3, 5))))
                .containsExactly("bank.without-gap");
        assertThat(BankHistory.of(part(FEN, 0, 2)).plus(part(FEN, 2, 5)).isAccepted()).isTrue();
    }

    @Test
    void refusesAKnownLineOfAnotherAmountByOneFen() {
        List<Long> other = List.of(100L, -31L, 70L, 5L, -45L);

        assertThat(refused(BankHistory.of(part(FEN, 0, 3)).plus(part(other, 1, 3))))
                .containsExactly("bank.overlap-agrees", "bank.overlap-agrees");
    }

    @Test
    void refusesAKnownReferenceAtAnotherPlace() {
        BankLine first = lines(FEN).get(0);
        BankLine again =
                new BankLine("L0", AT, first.amount(), Money.ofFen(1_170).plus(Money.ofFen(70)));
        List<BankLine> lines = List.of(lines(FEN).get(2), again);
        BankStatement next =
                BankStatement.of("A", Money.ofFen(1_070), Money.ofFen(1_240), lines)
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));

        assertThat(refused(BankHistory.of(part(FEN, 0, 2)).plus(next)))
                .containsExactly("bank.overlap-agrees");
    }

    @Test
    void refusesAnotherAccount() {
        BankStatement next =
                BankStatement.of(
                                "B",
                                part(FEN, 0, 2).closing(),
                                part(FEN, 0, 3).closing(),
                                lines(FEN).subList(2, 3))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));

        assertThat(refused(BankHistory.of(part(FEN, 0, 2)).plus(next)))
                .containsExactly("bank.same-account");
    }

    @Test
    void refusesAStatementWhoseRunningBalanceDoesNotFollow() {
        List<BankLine> lines = new ArrayList<>(lines(FEN));
        lines.set(1, new BankLine("L1", AT, Money.ofFen(-30), Money.ofFen(1_071)));

        assertThat(refused(BankStatement.of("A", Money.ofFen(1_000), Money.ofFen(1_100), lines)))
                .containsExactly("bank.running-balance", "bank.running-balance");
    }

    @Test
    void saysNeitherAccountNorPartyInItsText() {
        assertThat(part(FEN, 0, 2)).hasToString("2 lines, 10.00 to 10.70");
        assertThat(
                        new BankLine(
                                "L1",
                                AT,
                                Money.ofFen(1),
                                Money.ofFen(1),
                                "张三",
                                "7-2-101",
                                BankLineKind.PAYMENT))
                .hasToString("L1 0.01");
    }
}
