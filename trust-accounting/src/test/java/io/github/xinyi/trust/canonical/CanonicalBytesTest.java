package io.github.xinyi.trust.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalBytesTest {

    @Test
    void writesLengthsInFourBytesAndNumbersInEight() {
        byte[] bytes =
                new CanonicalBytes("d")
                        .text("信")
                        .bytes(new byte[] {7})
                        .raw(new byte[] {8, 9})
                        .u32(1)
                        .u64(2)
                        .toByteArray();

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(
                        "00000001"
                                + "64"
                                + "00000003"
                                + "e4bfa1"
                                + "00000001"
                                + "07"
                                + "0809"
                                + "00000001"
                                + "0000000000000002");
    }

    @Test
    void writesTheGreatestNumbersAndRefusesNegativeOnes() {
        assertThat(CanonicalBytes.part().u32(Integer.MAX_VALUE).u64(Long.MAX_VALUE).toByteArray())
                .asHexString()
                .isEqualTo("7FFFFFFF7FFFFFFFFFFFFFFF");
        assertThatThrownBy(() -> CanonicalBytes.part().u32(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalBytes.part().u64(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesHalfASurrogatePairInsteadOfWritingAQuestionMark() {
        assertThatThrownBy(() -> CanonicalBytes.part().text("a\ud840"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalBytes.part().text("\udc0ba"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CanonicalBytes.part().text("𠀋").toByteArray()).hasSize(8);
    }

    @Test
    void writesEveryCharacterAsUtf8() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String one = Character.toString(point);
                byte[] written = CanonicalBytes.part().text(one).toByteArray();
                byte[] utf8 = one.getBytes(StandardCharsets.UTF_8);
                if (!Arrays.equals(utf8, Arrays.copyOfRange(written, 4, written.length))) {
                    assertThat(written).as("U+%X", point).endsWith(utf8).hasSize(4 + utf8.length);
                }
                all.append(one);
            }
        }

        byte[] whole = CanonicalBytes.part().text(all.toString()).toByteArray();

        assertThat(Arrays.copyOfRange(whole, 4, whole.length))
                .isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isHashedBySha256() throws NoSuchAlgorithmException {
        CanonicalBytes bytes = new CanonicalBytes("d").text("信");
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

        assertThat(bytes.sha256()).isEqualTo(expected);
        assertThat(bytes.sha256Hex()).isEqualTo(HexFormat.of().formatHex(expected));
        assertThat(new CanonicalBytes("d").text("义").sha256()).isNotEqualTo(expected);
    }

    @Test
    void handsOutCopies() {
        CanonicalBytes bytes = CanonicalBytes.part().raw("x".getBytes(StandardCharsets.UTF_8));

        bytes.toByteArray()[0] = 0;

        assertThat(bytes.toByteArray()).containsExactly('x');
        assertThat(bytes.sha256()).hasSize(32);
    }
}
