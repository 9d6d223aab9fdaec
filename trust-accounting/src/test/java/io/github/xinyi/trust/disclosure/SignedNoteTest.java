package io.github.xinyi.trust.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    private static final NoteSigner SIGNER =
            NoteSigner.of("xinyi.example/book/1", TestKeys.PRIVATE_1, TestKeys.PUBLIC_1);
    private static final NoteSigner WITNESS =
            NoteSigner.of("witness.example", TestKeys.PRIVATE_2, TestKeys.PUBLIC_2);
    private static final SignedNote.Signature ANY =
            SignedNote.Signature.of("a", 0x01020304, new byte[] {5});

    private static void assertRefused(Rule rule, Runnable work) {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(work::run)
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void comesBackFromItsOwnTextAndBytes() {
        SignedNote note = SIGNER.sign("一行\n\n又一行\n");

        assertThat(SignedNote.parse(note.toText())).isEqualTo(note).hasSameHashCodeAs(note);
        assertThat(SignedNote.parse(note.toByteArray())).isEqualTo(note);
        assertThat(note.toText()).startsWith("一行\n\n又一行\n\n\u2014 xinyi.example/book/1 ");
    }

    @Test
    void verifiesTheNoteThatTheGoLibraryPublishes() {
        String vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        String text =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        String signature =
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6"
                        + "KE6RyyBwJnAM=";

        SignedNote note = SignedNote.parse(text + "\n\u2014 PeterNeumann " + signature + "\n");

        assertThat(note.text()).isEqualTo(text);
        assertThat(note.signatures().get(0)).hasToString("PeterNeumann+c74f20a3");
        assertThat(NoteVerifier.parse(vkey).verify(note)).isEqualTo(NoteVerifier.Result.VALID);
    }

    @Test
    void keepsEverySignatureInOrder() {
        SignedNote note = WITNESS.cosign(SIGNER.sign("text\n"));

        assertThat(note.signatures())
                .extracting(SignedNote.Signature::name)
                .containsExactly("xinyi.example/book/1", "witness.example");
        assertThat(SIGNER.verifier().verify(note)).isEqualTo(NoteVerifier.Result.VALID);
        assertThat(WITNESS.verifier().verify(note)).isEqualTo(NoteVerifier.Result.VALID);
    }

    @Test
    void takesSixteenSignaturesAndNoMore() {
        SignedNote sixteen = new SignedNote("text\n", Collections.nCopies(16, ANY));

        assertThat(SignedNote.parse(sixteen.toText())).isEqualTo(sixteen);
        assertRefused(Rule.NOTE_TOO_MANY_SIGNATURES, () -> sixteen.withSignature(ANY));
        assertRefused(
                Rule.NOTE_TOO_MANY_SIGNATURES,
                () -> SignedNote.parse(sixteen.toText() + ANY.toText() + "\n"));
        assertRefused(Rule.NOTE_NO_SIGNATURE, () -> new SignedNote("text\n", List.of()));
    }

    @Test
    void takesSixtyFourKibibytesOfUtf8AndNoMore() {
        int room = SignedNote.MAX_BYTES - new SignedNote("\n", List.of(ANY)).toByteArray().length;
        SignedNote full = new SignedNote("x".repeat(room) + "\n", List.of(ANY));
        String tooLarge = "x" + full.toText();

        assertThat(SignedNote.parse(full.toByteArray())).isEqualTo(full);
        assertRefused(Rule.NOTE_TOO_LARGE, () -> SignedNote.parse(tooLarge));
        assertRefused(Rule.NOTE_TOO_LARGE, () -> SignedNote.parse(tooLarge.getBytes(UTF_8)));
        assertRefused(Rule.NOTE_TOO_LARGE, () -> new SignedNote("x" + full.text(), List.of(ANY)));
        assertRefused(
                Rule.NOTE_TOO_LARGE,
                () -> new SignedNote("信".repeat(room / 2) + "\n", List.of(ANY)));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] note = SIGNER.sign("text\n").toByteArray();
        note[0] = (byte) 0xff;

        assertRefused(Rule.NOTE_NOT_UTF8, () -> SignedNote.parse(note));
        assertRefused(Rule.NOTE_NOT_UTF8, () -> SignedNote.parse("\ud800\n\n" + ANY.toText()));
        assertRefused(Rule.NOTE_NOT_UTF8, () -> SIGNER.sign("\udc00\n"));
    }

    @Test
    void refusesToSignWhatCouldNotBeRead() {
        assertRefused(Rule.NOTE_NO_FINAL_NEWLINE, () -> SIGNER.sign("text"));
        assertRefused(Rule.NOTE_NO_FINAL_NEWLINE, () -> SIGNER.sign(""));
        assertRefused(Rule.NOTE_CONTROL_CHARACTER, () -> SIGNER.sign("a\tb\n"));
        assertRefused(Rule.NOTE_CONTROL_CHARACTER, () -> SIGNER.sign("a\r\n"));
    }

    @Test
    void refusesNamesWithSpacesOrPlus() {
        for (String name : List.of("", "a b", "a+b", "a\u3000b", "a\u0085b", "a\nb", "a\u0001b")) {
            assertRefused(Rule.KEY_NAME, () -> SignedNote.Signature.of(name, 0, new byte[] {1}));
        }
        assertRefused(Rule.SIGNATURE_ENCODING, () -> SignedNote.Signature.of("a", 0, new byte[0]));
    }

    @Test
    void keepsItsOwnCopyOfTheSignature() {
        byte[] bytes = {5};
        SignedNote.Signature signature = SignedNote.Signature.of("a", 0x01020304, bytes);

        bytes[0] = 6;
        signature.toByteArray()[0] = 7;

        assertThat(signature).isEqualTo(ANY).hasSameHashCodeAs(ANY);
        assertThat(signature).isNotEqualTo(SignedNote.Signature.of("b", 0x01020304, bytes));
    }
}
