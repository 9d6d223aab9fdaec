package io.github.xinyi.trust.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SignedNoteProperties {
    private static final NoteSigner SIGNER =
            NoteSigner.of("xinyi.example/book/1", TestKeys.PRIVATE_1, TestKeys.PUBLIC_1);

    @Property(tries = 200)
    void anyTextComesBackAndVerifies(@ForAll("texts") String text) {
        SignedNote note = SIGNER.sign(text);

        assertThat(SignedNote.parse(note.toByteArray())).isEqualTo(note);
        assertThat(SIGNER.verifier().verify(note).isValid()).isTrue();
    }

    @Property(tries = 300)
    void noChangeOfOneByteIsAccepted(
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 100_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] note = SIGNER.sign(text).toByteArray();
        note[position % note.length] ^= (byte) change;

        assertThat(accepted(note)).isFalse();
    }

    private static boolean accepted(byte[] note) {
        try {
            return SIGNER.verifier().verify(SignedNote.parse(note)).isValid();
        } catch (MalformedNoteException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'Z', '0', ' ', '\n', '+', '\u2014', '\u4fe1', '\u7fa9')
                .ofMaxLength(60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(lines -> String.join("\n", List.copyOf(lines)) + "\n");
    }
}
