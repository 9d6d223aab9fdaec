package io.github.xinyi.trust.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteVerifierTest {
    private static final String NAME = "xinyi.example/book/1";
    private static final NoteSigner SIGNER =
            NoteSigner.of(NAME, TestKeys.PRIVATE_1, TestKeys.PUBLIC_1);

    @Test
    void comesBackFromItsVerifierKey() {
        String vkey = SIGNER.verifier().toVerifierKey();

        NoteVerifier read = NoteVerifier.parse(vkey);

        assertThat(vkey).startsWith(NAME + "+").hasSize(NAME.length() + 1 + 8 + 1 + 44);
        assertThat(read.toVerifierKey()).isEqualTo(vkey);
        assertThat(read.name()).isEqualTo(NAME);
        assertThat(read.keyId()).isEqualTo(SIGNER.verifier().keyId());
        assertThat(read.verify(SIGNER.sign("text\n"))).isEqualTo(NoteVerifier.Result.VALID);
    }

    @Test
    void ignoresKeysThatShareOnlyNameOrOnlyId() {
        SignedNote note = SIGNER.sign("text\n");
        byte[] bytes = note.signatures().get(0).toByteArray();
        int id = SIGNER.verifier().keyId();
        SignedNote otherName =
                new SignedNote("text\n", List.of(SignedNote.Signature.of("other", id, bytes)));
        SignedNote otherId =
                new SignedNote("text\n", List.of(SignedNote.Signature.of(NAME, id + 1, bytes)));

        assertThat(SIGNER.verifier().verify(otherName))
                .isEqualTo(NoteVerifier.Result.KEY_NOT_FOUND);
        assertThat(SIGNER.verifier().verify(otherId)).isEqualTo(NoteVerifier.Result.KEY_NOT_FOUND);
    }

    @Test
    void refusesASignatureOfAnotherText() {
        SignedNote note = SIGNER.sign("text\n");
        SignedNote forged = new SignedNote("other\n", note.signatures());

        assertThat(SIGNER.verifier().verify(forged))
                .isEqualTo(NoteVerifier.Result.SIGNATURE_INVALID);
        assertThat(SIGNER.verifier().verify(forged).isValid()).isFalse();
    }

    @Test
    void refusesKeysThatAreNoPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSigner.of(NAME, TestKeys.PRIVATE_1, TestKeys.PUBLIC_2));
    }

    @Test
    void refusesAPrivateKeyOfAnotherKind() throws GeneralSecurityException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSigner.of(NAME, rsa.getPrivate(), TestKeys.PUBLIC_1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Keys.toRaw(rsa.getPublic()));
    }

    @Test
    void turnsRawKeysIntoJdkKeysAndBack() throws GeneralSecurityException {
        PublicKey made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();

        assertThat(Ed25519Keys.fromRaw(Ed25519Keys.toRaw(made))).isEqualTo(made);
        assertThat(Ed25519Keys.toRaw(Ed25519Keys.fromRaw(TestKeys.PUBLIC_1)))
                .isEqualTo(TestKeys.PUBLIC_1);
    }

    @Test
    void refusesAnEd448Key() throws GeneralSecurityException {
        PublicKey ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();

        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Keys.toRaw(ed448));
    }

    @Test
    void namesTheRuleThatAKeyBreaks() {
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> NoteVerifier.of(NAME, new byte[32]))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.PUBLIC_KEY));
        assertThatExceptionOfType(MalformedNoteException.class)
                .isThrownBy(() -> NoteVerifier.of("a b", TestKeys.PUBLIC_1))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.KEY_NAME));
    }
}
