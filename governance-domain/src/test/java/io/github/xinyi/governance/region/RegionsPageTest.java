package io.github.xinyi.governance.region;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the regions says what their tables say, row for row. */
class RegionsPageTest {

    private static final Path PAGE = Path.of("../docs/regions.md");

    /** Where the page is written as it should be. */
    private static final Path RIGHT = Path.of("target/regions.md");

    private final Map<String, Instrument> instruments =
            accepted(ClauseSheet.instruments(resource("instruments")));
    private final List<ProfileHead> heads = accepted(ClauseSheet.heads(resource("profiles")));

    @Test
    void thePageIsWhatTheTablesSay() throws IOException {
        String right = page();
        Files.createDirectories(Objects.requireNonNull(RIGHT.getParent()));
        Files.writeString(RIGHT, right);

        assertThat(Files.readString(PAGE))
                .as("copy governance-domain/target/regions.md to docs/regions.md")
                .isEqualTo(right);
    }

    @Test
    void everyProfileAndEveryRowOfItsTableHasALine() {
        String page = page();

        for (ProfileHead head : heads) {
            assertThat(page).contains("\n## " + head.id() + " ");
            assertThat(section(page, head).lines().filter(line -> line.startsWith("| `")))
                    .hasSize(rows(head).size());
        }
        assertThat(heads).hasSizeGreaterThan(10);
    }

    @Test
    void oneFigureMoreOrLessChangesThePage() {
        ProfileHead hangzhou =
                heads.stream()
                        .filter(h -> h.id().value().equals("HANGZHOU"))
                        .findFirst()
                        .orElseThrow();
        List<ClauseRow<?>> rows = rows(hangzhou);
        ClauseRow<Integer> changed =
                new ClauseRow<>(
                        NoticeClauses.REGULAR_DAYS,
                        16,
                        new Citation(
                                new Instrument("HZ", "例", "Example", "2022-03-01"),
                                Provision.of(19, 1),
                                EffectivePeriod.from(LocalDate.of(2022, 3, 1)),
                                Standing.UNVERIFIED));

        assertThat(line(changed)).isNotEqualTo(line(rows.get(0)));
        assertThat(line(rows.get(0)))
                .isEqualTo(
                        "| `notice.regular-days` | 15 | HZ art. 19 para. 1 | read | 2022-03-01 |"
                                + " |");
        assertThat(line(changed)).contains("| 16 |", "**unverified**");
    }

    private String page() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Regions

                        What each profile says itself, from the tables in
                        `governance-domain/src/main/resources/io/github/xinyi/governance/region`. Made by `RegionsPageTest`, which
                        fails where this page and the tables differ.

                        A region has its own clauses and, for every other, those of the region above it. A local text that asks for
                        less than the nation's does not take its place: the nation's clause stays in use, and rulings show a
                        notice. *Read*: the provision was read and says this. **Unverified**: check it before quoting.
                        *Interpretation*: the text leaves room, and this is our reading. Where the texts of a region were not at
                        hand, all that is handed down to it counts as unverified. "Until" is the first day no longer in force.

                        | Profile | Under | Read | Interpretation | Unverified | Texts |
                        | --- | --- | --- | --- | --- | --- |
                        """);
        heads.forEach(head -> page.append(summary(head)));
        heads.forEach(head -> page.append(section(head)));
        return page.toString();
    }

    private String summary(ProfileHead head) {
        boolean root = head.parent().equals(head.id());
        return "| [%s](#%s) %s | %s | %d | %d | %d | %s |\n"
                .formatted(
                        head.id(),
                        anchor(head),
                        head.nameZh(),
                        root ? "-" : head.parent(),
                        count(head, Standing.TEXT_READ),
                        count(head, Standing.INTERPRETATION),
                        count(head, Standing.UNVERIFIED),
                        texts(head));
    }

    private long count(ProfileHead head, Standing standing) {
        return rows(head).stream().filter(row -> row.citation().standing() == standing).count();
    }

    private static String texts(ProfileHead head) {
        return switch (head.texts()) {
            case READ -> "read";
            case NOT_AT_HAND -> "**not at hand**";
        };
    }

    /** As the pages of a repository make it of a heading. */
    private static String anchor(ProfileHead head) {
        return (head.id() + " " + head.nameZh() + " " + head.nameEn())
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    private String section(ProfileHead head) {
        StringBuilder section =
                new StringBuilder(
                        "\n## %s %s %s\n\n".formatted(head.id(), head.nameZh(), head.nameEn()));
        List<ClauseRow<?>> rows = rows(head);
        if (rows.isEmpty()) {
            return section.append(
                            "Its texts were not at hand: it has the clauses of %s, as unverified.\n"
                                    .formatted(head.parent()))
                    .toString();
        }
        for (String source : sources(rows)) {
            section.append("- ").append(source).append('\n');
        }
        section.append("\n| Clause | Figure | Article | Standing | From | Until |\n");
        section.append("| --- | --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> section.append(line(row)).append('\n'));
        notices(head).forEach(notice -> section.append("\nNot used: ").append(notice).append('\n'));
        return section.toString();
    }

    private static Set<String> sources(List<ClauseRow<?>> rows) {
        return rows.stream()
                .map(row -> row.citation().instrument())
                .sorted(Comparator.comparing(Instrument::id))
                .map(
                        source ->
                                "%s: 《%s》, %s, version of %s"
                                        .formatted(
                                                source.id(),
                                                source.titleZh(),
                                                source.titleEn(),
                                                source.version()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String line(ClauseRow<?> row) {
        Citation citation = row.citation();
        LocalDate until = citation.inForce().endExclusive();
        return "| `%s` | %s | %s | %s | %s |%s |"
                .formatted(
                        row.key(),
                        row.value(),
                        citation,
                        standing(citation.standing()),
                        citation.inForce().startInclusive(),
                        until.equals(LocalDate.MAX) ? "" : " " + until);
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case TEXT_READ -> "read";
            case UNVERIFIED -> "**unverified**";
            case INTERPRETATION -> "interpretation";
        };
    }

    private static List<String> notices(ProfileHead head) {
        RuleTexts texts = RuleTexts.governance(Language.EN);
        List<String> notices = new ArrayList<>();
        for (Finding notice :
                accepted(ProfileCatalog.shipped().on(head.id(), RegionProfile.TEXTS_OF))
                        .notices()) {
            if (notice.rule().equals(RegionRule.LOCAL_BELOW_NATION.code())) {
                notices.add(texts.render(notice).replaceFirst("^– ", ""));
            }
        }
        return notices;
    }

    private static String section(String page, ProfileHead head) {
        int start = page.indexOf("\n## " + head.id() + " ");
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private List<ClauseRow<?>> rows(ProfileHead head) {
        return accepted(
                ClauseSheet.clauses(
                        resource(head.id().value().toLowerCase(Locale.ROOT)), instruments));
    }

    private static SheetFile resource(String name) {
        String file = name + ".csv";
        try (InputStream in =
                Objects.requireNonNull(ProfileCatalog.class.getResourceAsStream(file), file)) {
            return SheetFile.utf8(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
