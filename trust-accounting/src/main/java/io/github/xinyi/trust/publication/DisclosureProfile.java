package io.github.xinyi.trust.publication;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.trust.publication.DisclosureItem.Audience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a community makes public, to whom and by when (公开清单): the items of the country, and those
 * that a region has otherwise.
 *
 * <p>Example: {@code DisclosureProfile.ofRegion("shanghai").item("public-income")}. The list stands
 * in {@code disclosure-items.csv} beside this class with the source of each term. The national laws
 * ask for disclosure in time or regularly and name no number: those numbers are interpretation, and
 * a community may put others in their place by {@link #with}. Immutable.
 *
 * @since 0.1.0
 */
public final class DisclosureProfile {

    private static final String LIST = "disclosure-items.csv";
    private static final String NATIONAL = "national";

    private final Map<String, DisclosureItem> items;

    private DisclosureProfile(Map<String, DisclosureItem> items) {
        this.items = items;
    }

    /**
     * The items of the country.
     *
     * @return 17 items
     */
    public static DisclosureProfile national() {
        return ofRegion(NATIONAL);
    }

    /**
     * The items of the country, with those of a region in their place.
     *
     * @param region for example {@code shanghai}; a region of which nothing is listed has the items
     *     of the country
     * @return the profile
     */
    public static DisclosureProfile ofRegion(String region) {
        Map<String, DisclosureItem> items = new LinkedHashMap<>();
        for (String[] row : rows()) {
            if (row[0].equals(NATIONAL) || row[0].equals(region)) {
                DisclosureItem item = item(row);
                items.put(item.code(), item);
            }
        }
        return new DisclosureProfile(items);
    }

    private static List<String[]> rows() {
        try (InputStream in =
                        Objects.requireNonNull(DisclosureProfile.class.getResourceAsStream(LIST));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DisclosureItem item(String[] row) {
        Duration within = Duration.ofHours(Long.parseLong(row[7]));
        DisclosureTerm term =
                row[5].equals("EVENT")
                        ? new DisclosureTerm.AfterEvent(within)
                        : new DisclosureTerm.AfterPeriod(Integer.parseInt(row[6]), within);
        return new DisclosureItem(
                row[1],
                row[2],
                row[3],
                Audience.valueOf(row[4]),
                term,
                row[8],
                Standing.valueOf(row[9]));
    }

    /**
     * This profile with an item more, or another in the place of one.
     *
     * @param item for example one that the owners agreed on
     * @return a changed copy
     */
    public DisclosureProfile with(DisclosureItem item) {
        Map<String, DisclosureItem> more = new LinkedHashMap<>(items);
        more.put(item.code(), item);
        return new DisclosureProfile(more);
    }

    /**
     * All items.
     *
     * @return in the order of the list
     */
    public List<DisclosureItem> items() {
        return List.copyOf(items.values());
    }

    /**
     * One item.
     *
     * @param code for example {@code audit}
     * @return empty if the profile has none
     */
    public Optional<DisclosureItem> item(String code) {
        return Optional.ofNullable(items.get(code));
    }
}
