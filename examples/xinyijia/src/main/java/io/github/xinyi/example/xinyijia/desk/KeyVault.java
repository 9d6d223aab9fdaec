package io.github.xinyi.example.xinyijia.desk;

import io.github.xinyi.example.xinyijia.login.Passwords;
import io.github.xinyi.governance.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs in a person's name once that person has unlocked the own key with the second password
 * (双密码), one key at a time: two private keys are never in the memory of the server together.
 *
 * <p>The password makes a key by Argon2id, that key opens the private key by AES-256-GCM, which
 * also binds holder and public key, and both are wiped after one signature. Who has the server's
 * files and no second password can sign for nobody; the server itself sees the password for that
 * moment, and so a holder who does not trust it signs outside and hands in the signature.
 * Thread-safe.
 */
public final class KeyVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedKeyStore store;

    /**
     * A vault.
     *
     * @param store where sealed keys are kept
     */
    public KeyVault(SealedKeyStore store) {
        this.store = store;
    }

    /**
     * Makes a key pair for a person and seals the private key.
     *
     * @param holder whose
     * @param secondPassword known to the holder alone, at least {@link Passwords#MIN_LENGTH} long
     * @return the public key, for the register of keys
     */
    public synchronized PublicKey make(PersonId holder, char[] secondPassword) {
        Passwords.requireLength(secondPassword);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String publicKey = base64(pair.getPublic().getEncoded());
            byte[] salt = Passwords.newSalt();
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] opened = pair.getPrivate().getEncoded();
            byte[] sealed =
                    cipher(
                            Cipher.ENCRYPT_MODE,
                            secondPassword,
                            salt,
                            nonce,
                            holder,
                            publicKey,
                            opened);
            Arrays.fill(opened, (byte) 0);
            SealedKey key = new SealedKey(publicKey, base64(salt), base64(nonce), base64(sealed));
            store.save(holder, key);
            return pair.getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519 and AES-GCM", e);
        }
    }

    /**
     * A person's signature.
     *
     * @param holder whose key
     * @param secondPassword as typed
     * @param message what is signed
     * @return empty if no key of the holder is kept here, or the password does not open it
     */
    public synchronized Optional<byte[]> sign(
            PersonId holder, char[] secondPassword, byte[] message) {
        Optional<SealedKey> kept = store.find(holder);
        if (kept.isEmpty() || secondPassword.length > Passwords.MAX_LENGTH) {
            return Optional.empty();
        }
        SealedKey key = kept.get();
        byte[] opened = new byte[0];
        try {
            opened =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            secondPassword,
                            bytes(key.salt()),
                            bytes(key.nonce()),
                            holder,
                            key.publicKey(),
                            bytes(key.sealed()));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(opened)));
            ed25519.update(message);
            return Optional.of(ed25519.sign());
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealed key of " + holder + " is damaged", e);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    private static byte[] cipher(
            int mode,
            char[] password,
            byte[] salt,
            byte[] nonce,
            PersonId holder,
            String publicKey,
            byte[] input)
            throws GeneralSecurityException {
        byte[] key = Passwords.derive(password, salt);
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD((holder + " " + publicKey).getBytes(StandardCharsets.UTF_8));
            return aes.doFinal(input);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
