package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class HashTest {
    private static final String HEX =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void readsAndWritesHexadecimal() {
        assertThat(Hash.fromHex(HEX).toHex()).isEqualTo(HEX);
        assertThat(Hash.fromHex(HEX.toUpperCase(Locale.ROOT)).toHex()).isEqualTo(HEX);
        assertThat(Hash.fromHex(HEX)).hasToString(HEX);
    }

    @Test
    void readsAndWritesBase64() {
        String base64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

        assertThat(Hash.fromHex(HEX).toBase64()).isEqualTo(base64);
        assertThat(Hash.fromBase64(base64)).isEqualTo(Hash.fromHex(HEX));
    }

    @Test
    void refusesAnyLengthButThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.fromHex(HEX.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.fromHex(HEX + "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.fromBase64("AAAA"));
    }

    @Test
    void refusesCharactersOutsideTheAlphabetAndStrayBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.fromHex("g" + HEX.substring(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.fromBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV="));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.fromBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"));
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] bytes = new byte[Hash.BYTES];
        Hash hash = Hash.of(bytes);

        bytes[0] = 1;
        hash.toByteArray()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.BYTES]));
    }

    @Test
    void isEqualByBytesOnly() {
        byte[] lastByteDiffers = Hash.fromHex(HEX).toByteArray();
        lastByteDiffers[31] ^= 1;

        assertThat(Hash.fromHex(HEX))
                .isEqualTo(Hash.fromHex(HEX))
                .hasSameHashCodeAs(Hash.fromHex(HEX))
                .isNotEqualTo(Hash.of(lastByteDiffers))
                .isNotEqualTo(HEX);
    }
}
