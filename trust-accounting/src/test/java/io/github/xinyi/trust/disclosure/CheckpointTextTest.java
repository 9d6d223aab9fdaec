package io.github.xinyi.trust.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.TreeHead;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTextTest {
    private static final Hash ROOT =
            Hash.fromHex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final TreeHead HEAD = new TreeHead(8, ROOT);

    private static void assertRefused(Rule rule, Runnable work) {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(work::run)
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void hasThreeLines() {
        assertThat(CheckpointText.of("xinyi.example/book/1", HEAD).toText())
                .isEqualTo(
                        "xinyi.example/book/1\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n");
    }

    @Test
    void comesBackFromItsText() {
        for (CheckpointText text :
                List.of(
                        CheckpointText.of("信義家", HEAD),
                        CheckpointText.of("empty", TreeHead.empty()),
                        CheckpointText.of("large", new TreeHead(Long.MAX_VALUE, ROOT)),
                        new CheckpointText("more", HEAD, List.of("one", "two")))) {
            assertThat(CheckpointText.parse(text.toText())).isEqualTo(text);
        }
    }

    @Test
    void refusesLinesThatCouldNotBeReadBack() {
        assertRefused(Rule.CHECKPOINT_LINES, () -> CheckpointText.of("", HEAD));
        assertRefused(Rule.CHECKPOINT_LINES, () -> CheckpointText.of("a\nb", HEAD));
        assertRefused(Rule.NOTE_CONTROL_CHARACTER, () -> CheckpointText.of("a\tb", HEAD));
        assertRefused(Rule.CHECKPOINT_LINES, () -> new CheckpointText("a", HEAD, List.of("x", "")));
    }

    @Test
    void refusesATextWithoutItsLastNewline() {
        String text = CheckpointText.of("a", HEAD).toText();

        assertRefused(
                Rule.NOTE_NO_FINAL_NEWLINE,
                () -> CheckpointText.parse(text.substring(0, text.length() - 1)));
        assertRefused(Rule.NOTE_NO_FINAL_NEWLINE, () -> CheckpointText.parse(""));
        assertRefused(Rule.CHECKPOINT_LINES, () -> CheckpointText.parse("\n"));
    }
}
