package io.github.xinyi.trust.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One check of a contract with an id that never changes and is never used again, for example {@code
 * B-017}, {@code BookStoreContract}, {@code required_L6_workSeesWhatItHasAppended}; the one list of
 * them is {@code checks.csv} beside this class.
 *
 * @param id the letters of the contract in docs/contracts.md and a number
 * @param contract the simple name of the class to extend
 * @param name the name of the test method, which may change
 * @since 0.1.0
 */
public record StoreCheck(String id, String contract, String name) {

    /**
     * All checks of all contracts of this library.
     *
     * @return in the order of the list
     */
    public static List<StoreCheck> all() {
        try (InputStream in =
                        Objects.requireNonNull(StoreCheck.class.getResourceAsStream("checks.csv"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new StoreCheck(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
