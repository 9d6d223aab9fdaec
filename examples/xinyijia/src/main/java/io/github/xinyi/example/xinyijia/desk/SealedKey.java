package io.github.xinyi.example.xinyijia.desk;

/**
 * A person's private key, encrypted under that person's second password; without it, it is noise.
 *
 * @param publicKey X.509 encoded, in Base64; bound to what is sealed
 * @param salt from which the password makes the key that encrypts, in Base64
 * @param nonce of AES-256-GCM, in Base64
 * @param sealed the private key, PKCS#8 encoded, encrypted and authenticated, in Base64
 */
public record SealedKey(String publicKey, String salt, String nonce, String sealed) {}
