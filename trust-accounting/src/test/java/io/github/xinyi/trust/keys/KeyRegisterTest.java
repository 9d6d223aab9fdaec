package io.github.xinyi.trust.keys;

import static io.github.xinyi.trust.keys.Signers.CHAIR;
import static io.github.xinyi.trust.keys.Signers.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.PersonId;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRegisterTest {

    @Test
    void findsACredentialByItsName() {
        KeyRegister register = new KeyRegister(List.of(STEWARD, CHAIR));

        assertThat(register.find(CHAIR.id())).contains(CHAIR);
        assertThat(register.find(new CredentialId("K-NONE"))).isEmpty();
    }

    @Test
    void refusesOnePersonOnBothSides() {
        Credential other = Signers.credential("K-2", "steward", KeySide.OWNER_BODY);

        assertThatThrownBy(() -> new KeyRegister(List.of(STEWARD, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steward");
    }

    @Test
    void refusesOneNameForTwoCredentials() {
        assertThatThrownBy(() -> new KeyRegister(List.of(STEWARD, STEWARD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("K-FIRM-1");
    }

    @Test
    void refusesOneKeyInTheHandsOfTwoPersonsHoweverItIsWritten() {
        for (String text : List.of(STEWARD.publicKey(), STEWARD.publicKey().replace("=", ""))) {
            Credential shared =
                    new Credential(
                            new CredentialId("K-SHARED"),
                            PersonId.of("treasurer"),
                            KeySide.OWNER_BODY,
                            text,
                            Signers.START,
                            Instant.MAX);

            assertThatThrownBy(() -> new KeyRegister(List.of(STEWARD, shared)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("same key");
        }
    }

    @Test
    void aPersonMayHaveOneKeyUnderTwoNames() {
        Credential renamed =
                new Credential(
                        new CredentialId("K-FIRM-9"),
                        STEWARD.holder(),
                        STEWARD.side(),
                        STEWARD.publicKey(),
                        Signers.START,
                        Instant.MAX);

        assertThat(new KeyRegister(List.of(STEWARD, renamed)).credentials()).hasSize(2);
    }

    @Test
    void refusesAKeyThatIsNotEd25519AndATimeThatIsEmpty() throws GeneralSecurityException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        var ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();

        for (var key : List.of(rsa, ed448)) {
            assertThatThrownBy(
                            () ->
                                    Credential.of(
                                            CHAIR.id(),
                                            CHAIR.holder(),
                                            CHAIR.side(),
                                            key,
                                            Signers.START))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CHAIR.revokedAt(Signers.START))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CredentialId("K 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
