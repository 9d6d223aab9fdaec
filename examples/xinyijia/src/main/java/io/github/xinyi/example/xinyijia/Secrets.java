package io.github.xinyi.example.xinyijia;

import io.github.xinyi.example.xinyijia.login.PrivateFolder;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * What the server must keep to itself, one file each in a folder that only its user can read: the
 * key that signs checkpoints, the secret from which salts are made, and the demo's approval keys
 * for as long as the year is being replayed.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateFolder folder;
    private final byte[] saltKey;

    Secrets(Path folder) {
        this.folder = new PrivateFolder(folder);
        this.saltKey = Base64.getDecoder().decode(keep("salt.key", Secrets::newSaltKey));
    }

    /** The same salt for the same entry, which nobody without the secret can guess. */
    Salt salt(EntryId entry) {
        return Salt.of(Digests.hmacSha256(saltKey, entry.value().getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs checkpoints under a name, always with the same key. */
    NoteSigner checkpointSigner(String name) {
        KeyPair pair = keyPair("checkpoint.key");
        return NoteSigner.of(name, pair.getPrivate(), Ed25519Keys.toRaw(pair.getPublic()));
    }

    /** The demo's key of a person; a real key never leaves its holder. */
    KeyPair approvalKey(String person) {
        return keyPair("demo-" + person + ".key");
    }

    /** Removes the demo's key of a person, once the replay no longer signs. */
    void destroyApprovalKey(String person) {
        folder.delete("demo-" + person + ".key");
    }

    private KeyPair keyPair(String name) {
        String[] parts = keep(name, Secrets::newKeyPair).split(" ", 2);
        try {
            KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
            return new KeyPair(
                    ed25519.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(parts[0]))),
                    ed25519.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key pair: " + name, e);
        }
    }

    private static String newKeyPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPublic().getEncoded())
                    + " "
                    + base64.encodeToString(pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static String newSaltKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The text of a file, made once. */
    private String keep(String name, Supplier<String> make) {
        return folder.read(name)
                .orElseGet(
                        () -> {
                            String made = make.get();
                            folder.write(name, made);
                            return made;
                        });
    }
}
