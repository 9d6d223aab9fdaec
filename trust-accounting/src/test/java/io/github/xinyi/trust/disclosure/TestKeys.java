package io.github.xinyi.trust.disclosure;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** The first two key pairs of RFC 8032 section 7.1: published, so never to be used elsewhere. */
final class TestKeys {
    static final byte[] PUBLIC_1 =
            hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    static final byte[] PUBLIC_2 =
            hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    static final PrivateKey PRIVATE_1 =
            privateKey("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    static final PrivateKey PRIVATE_2 =
            privateKey("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private TestKeys() {}

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static PrivateKey privateKey(String seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, hex(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
