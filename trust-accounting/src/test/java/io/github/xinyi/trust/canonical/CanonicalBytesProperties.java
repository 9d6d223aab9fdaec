package io.github.xinyi.trust.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Two different records never share their bytes. */
class CanonicalBytesProperties {

    @Property
    void whatWasWrittenCanBeReadBack(@ForAll("texts") List<String> texts) {
        CanonicalBytes bytes = new CanonicalBytes("xinyi/test/v1");
        texts.forEach(bytes::text);

        assertThat(read(bytes.toByteArray())).isEqualTo(texts);
    }

    @Property
    void differentTextsHaveDifferentBytes(
            @ForAll("texts") List<String> one, @ForAll("texts") List<String> other) {
        CanonicalBytes first = new CanonicalBytes("xinyi/test/v1");
        CanonicalBytes second = new CanonicalBytes("xinyi/test/v1");
        one.forEach(first::text);
        other.forEach(second::text);

        assertThat(Arrays.equals(first.toByteArray(), second.toByteArray()))
                .isEqualTo(one.equals(other));
    }

    @Property
    void aTextIsWrittenAsUtf8(@ForAll String text) {
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(text));

        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CanonicalBytes.part().text(text).toByteArray())
                .isEqualTo(CanonicalBytes.part().bytes(utf8).toByteArray());
    }

    @Property
    void halfOfAPairIsRefusedWhereverItStands(
            @ForAll String before, @ForAll @CharRange(from = '\ud800', to = '\udfff') char half) {
        String text = before + half + "x";
        Assume.that(!StandardCharsets.UTF_8.newEncoder().canEncode(text));
        CanonicalBytes bytes = CanonicalBytes.part().u32(7);

        assertThatIllegalArgumentException().isThrownBy(() -> bytes.text(text));
        assertThat(bytes.toByteArray()).containsExactly(0, 0, 0, 7);
    }

    @Property
    void whatIsEnclosedHasTheBytesOfAPartMadeFirst(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(max = 600) int room) {
        CanonicalBytes part = CanonicalBytes.part();
        texts.forEach(part::text);

        CanonicalBytes enclosing =
                new CanonicalBytes("d", room).enclosing(inner -> texts.forEach(inner::text)).u32(1);

        assertThat(enclosing.toByteArray())
                .isEqualTo(new CanonicalBytes("d").bytes(part.toByteArray()).u32(1).toByteArray());
    }

    /** Few characters and short texts, so that equal joins of unequal parts do come up. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars('a', '\u0000', '\u0001', '信')
                .ofMaxLength(3)
                .list()
                .ofMaxSize(4);
    }

    private static List<String> read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<String> texts = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] text = new byte[buffer.getInt()];
            buffer.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        assertThat(texts.remove(0)).isEqualTo("xinyi/test/v1");
        return texts;
    }
}
