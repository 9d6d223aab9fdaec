package io.github.xinyi.example.vendorstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That a vendor's part of the contract is as short as is said. */
class ThirtyLinesTest {

    @Test
    void aVendorExtendsOneClassInThirtyLinesAtMost() throws IOException {
        Path judged =
                Path.of("src/test/java/io/github/xinyi/example/vendorstore/FileBookStoreTest.java");

        assertThat(Files.readAllLines(judged)).hasSizeLessThanOrEqualTo(30);
        assertThat(Files.readString(judged)).containsOnlyOnce("extends BookStoreContract");
    }
}
