package io.github.xinyi.example.xinyijia;

import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the server must keep to itself, one file each in a folder that only its user can read: the
 * key that signs checkpoints, the secret from which salts are made, and the demo's approval keys
 * for as long as the year is being replayed.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final byte[] saltKey;

    Secrets(Path folder) {
        this.folder = folder;
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
        try {
            Files.deleteIfExists(folder.resolve("demo-" + person + ".key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            if (Files.notExists(file)) {
                Path fresh = Files.createTempFile(folder, name, ".new", ownerOnly("rw-------"));
                Files.writeString(fresh, make.get());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? List.of(
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString(permissions)))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
