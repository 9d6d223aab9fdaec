package io.github.xinyi.example.xinyijia.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.example.xinyijia.login.PrivateFolder;
import io.github.xinyi.governance.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultTest {

    private static final PersonId CHAIR = PersonId.of("P-1");
    private static final PersonId STEWARD = PersonId.of("S-1");
    private static final char[] SECOND = "the second one".toCharArray();
    private static final byte[] ORDER = "pay 12.50".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private SealedKeyFiles files;
    private KeyVault vault;

    @BeforeEach
    void open() {
        files = new SealedKeyFiles(new PrivateFolder(folder));
        vault = new KeyVault(files);
    }

    private static boolean verifies(PublicKey key, byte[] signature) throws Exception {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(ORDER);
        return ed25519.verify(signature);
    }

    @Test
    void signsForWhoKnowsTheSecondPassword() throws Exception {
        PublicKey key = vault.make(CHAIR, SECOND);

        assertThat(verifies(key, vault.sign(CHAIR, SECOND, ORDER).orElseThrow())).isTrue();
    }

    @Test
    void signsForNobodyElse() {
        vault.make(CHAIR, SECOND);
        vault.make(STEWARD, "another password".toCharArray());

        assertThat(vault.sign(CHAIR, "another password".toCharArray(), ORDER)).isEmpty();
        assertThat(vault.sign(STEWARD, SECOND, ORDER)).isEmpty();
        assertThat(vault.sign(PersonId.of("P-2"), SECOND, ORDER)).isEmpty();
    }

    @Test
    void opensNoKeyThatWasPutInTheNameOfAnother() {
        vault.make(CHAIR, SECOND);
        files.save(STEWARD, files.find(CHAIR).orElseThrow());

        assertThat(vault.sign(STEWARD, SECOND, ORDER)).isEmpty();
    }

    @Test
    void keepsNoPrivateKeyInTheOpen() throws Exception {
        vault.make(CHAIR, SECOND);
        SealedKey kept = files.find(CHAIR).orElseThrow();

        // A PKCS#8 Ed25519 key has 48 bytes; GCM adds a tag of 16.
        assertThat(Base64.getDecoder().decode(kept.sealed())).hasSize(64);
        // The Base64 of the head of every such key.
        assertThat(Files.readString(folder.resolve("sealed-P-1.key"))).doesNotContain("MC4CAQAw");
    }

    @Test
    void makesNoKeyUnderAShortPassword() {
        assertThatThrownBy(() -> vault.make(CHAIR, "short".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files.find(CHAIR)).isEmpty();
    }
}
