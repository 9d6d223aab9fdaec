package io.github.xinyi.rest.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.rest.published.VoucherFile.Format;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A voucher is of the format that its bytes show, whatever it is called. */
class VoucherFileTest {

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "89504e470d0a1a0a, PNG",
        "ffd8ffe000104a46, JPEG",
        "255044462d312e37, PDF",
        "3c7376672f3e, SVG",
    })
    void readsTheFormatFromTheContent(String hex, Format format) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(VoucherFile.from(bytes).map(VoucherFile::format)).contains(format);
        assertThat(VoucherFile.of(format, bytes).isAsItSays()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "\uFEFF<?xml version=\"1.0\"?>\n<!-- 发票 -->\n<svg>",
                "<!DOCTYPE svg PUBLIC \"x\">\n<svg\n/>",
            })
    void readsADrawingWhateverIsDeclaredBefore(String markup) {
        assertThat(Format.of(text(markup))).contains(Format.SVG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><svg/></html>",
                "<svgx/>",
                "<!-- <svg> --><script>",
                "%PDF",
                "PK\u0003\u0004",
                "GIF89a",
                "#!/bin/sh",
            })
    void readsNothingOfWhatIsNotServed(String content) {
        assertThat(Format.of(text(content))).isEmpty();
        assertThat(VoucherFile.from(text(content))).isEmpty();
    }

    @Test
    void aPictureCutShortIsNone() {
        assertThat(Format.of(HexFormat.of().parseHex("89504e470d0a1a"))).isEmpty();
        assertThat(Format.of(HexFormat.of().parseHex("ffd8"))).isEmpty();
    }

    @Test
    void contentOfAnotherFormatIsNotAsItSays() {
        for (Format format : Format.values()) {
            assertThat(VoucherFile.of(format, text("<html>")).isAsItSays()).isFalse();
        }
        assertThat(VoucherFile.of(Format.PNG, text("<svg/>")).isAsItSays()).isFalse();
    }

    @Test
    void takesTheLargestFileAndNoLargerOne() {
        byte[] largest = new byte[VoucherFile.MAX_BYTES];
        byte[] larger = new byte[VoucherFile.MAX_BYTES + 1];
        System.arraycopy(text("%PDF-"), 0, largest, 0, 5);
        System.arraycopy(text("%PDF-"), 0, larger, 0, 5);

        assertThat(VoucherFile.from(largest)).isPresent();
        assertThat(VoucherFile.from(larger)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> VoucherFile.of(Format.PDF, larger));
    }
}
