package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sentences in which findings and public steps are shown to people, in one language.
 *
 * <p>A bundle is a UTF-8 properties file whose keys are rule codes, for example {@code
 * voting.area-quorum = Area taking part {participating,grouped}/{total,grouped} m²; {threshold} is
 * needed}. {@code {name}} is replaced by the evidence of that name, {@code {name,grouped}} with
 * thousands marked, {@code {name,word}} with each code in it told in words: {@code NO_QUORUM} of
 * the evidence {@code result} by the text of {@code word.result.NO_QUORUM}, {@code {name,word:set}}
 * likewise by {@code word.set.NO_QUORUM}, {@code {name,aside}} in brackets of its own, or not at
 * all where it is {@code -}. Rules themselves hold no prose; this is the edge at which it enters.
 *
 * <p>What everybody may follow is told by keys that begin with {@code line.}; in them a part in
 * square brackets is left out where one of its figures is not shown: {@code line.timeline.ESCALATED
 * = The case was handed on[ to {text}]}.
 *
 * @since 0.1.0
 */
public final class RuleTexts {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)((?:\\.\\d+)?)");
    private static final String THOUSANDS = "(?<=\\d)(?=(\\d{3})+$)";
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([a-zA-Z]+)(,grouped|,word(?::([a-zA-Z]+))?|,aside)?}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    /** The packages of this module that hold sentences, each beside its rules. */
    private static final List<String> GOVERNANCE =
            List.of(
                    "ruling",
                    "sheet",
                    "community",
                    "voting",
                    "region",
                    "party",
                    "register",
                    "bylaw",
                    "consent",
                    "election",
                    "proceeding",
                    "published",
                    "committee",
                    "formation",
                    "event",
                    "deliberation",
                    "talk",
                    "team",
                    "mediation",
                    "grid",
                    "conference",
                    "cobuilding",
                    "checkin",
                    "casework",
                    "locality",
                    "metrics");

    private final Language language;
    private final Map<String, String> patterns;

    private RuleTexts(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = Map.copyOf(patterns);
    }

    /**
     * The texts of this module.
     *
     * @param language the language wanted
     * @return the texts
     */
    public static RuleTexts governance(Language language) {
        return GOVERNANCE.stream()
                .map(concept -> read(language, name -> ofPackage(concept, name)))
                .reduce(RuleTexts::plus)
                .orElseThrow();
    }

    private static Optional<InputStream> ofPackage(String concept, String name) {
        String path = "/io/github/xinyi/governance/" + concept + "/" + name;
        return Optional.ofNullable(RuleTexts.class.getResourceAsStream(path));
    }

    /**
     * The texts of another module, read from {@code rules_<suffix>.properties}.
     *
     * @param language the language wanted
     * @param resources opens a resource of that module by its name, empty if it has none
     * @return the texts
     * @throws IllegalStateException if the module ships no bundle in that language
     */
    public static RuleTexts read(
            Language language, Function<String, Optional<InputStream>> resources) {
        String name = "rules_" + language.suffix() + ".properties";
        Properties texts = new Properties();
        try (InputStream in =
                resources
                        .apply(name)
                        .orElseThrow(() -> new IllegalStateException("no bundle " + name))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> patterns = new HashMap<>();
        texts.stringPropertyNames().forEach(k -> patterns.put(k, texts.getProperty(k)));
        return new RuleTexts(language, patterns);
    }

    /**
     * Both sets of texts together.
     *
     * @param other texts of another module in the same language
     * @return the union
     */
    public RuleTexts plus(RuleTexts other) {
        if (language != other.language) {
            throw new IllegalArgumentException("texts in " + language + " and " + other.language);
        }
        Map<String, String> both = new HashMap<>(patterns);
        both.putAll(other.patterns);
        return new RuleTexts(language, both);
    }

    /**
     * Whether there is a sentence for the rule.
     *
     * @param rule the rule asked about
     * @return true if the bundle has it
     */
    public boolean covers(RuleCode rule) {
        return patterns.containsKey(rule.value());
    }

    /**
     * One finding as a sentence with its figures and sources, for example {@code ✔ Area taking part
     * 20,000.00/30,000.00 m²; ≥2/3 is needed [Civil Code art. 278 para. 2]}.
     *
     * @param finding the finding
     * @return one line of text; the bare code and figures where the bundle has no sentence
     */
    public String render(Finding finding) {
        String pattern = patterns.getOrDefault(finding.rule().value(), finding.rule().value());
        StringBuilder line = new StringBuilder(mark(finding.verdict())).append(' ');
        line.append(filled(pattern, finding.evidence()));
        if (!covers(finding.rule())) {
            line.append(' ').append(finding.evidence());
        }
        if (!finding.basis().isEmpty()) {
            line.append(
                    finding.basis().stream()
                            .map(this::render)
                            .collect(Collectors.joining("; ", " [", "]")));
        }
        return line.toString();
    }

    /**
     * One line of what everybody may follow, for example {@code 1/2 of the work is done: 西立面完成} for
     * {@code timeline.WORK_PROGRESSED}.
     *
     * @param name of the line; the bundle has it as {@code line.<name>}
     * @param figures what the line tells; an empty one is not shown
     * @return one line of text
     * @throws IllegalArgumentException if the bundle has no line of that name, or it tells a figure
     *     that is not given
     */
    public String line(String name, Map<String, String> figures) {
        String pattern = patterns.get("line." + name);
        if (pattern == null || !figuresIn(pattern).allMatch(figures::containsKey)) {
            throw new IllegalArgumentException(
                    "no line " + name + " of " + figures.keySet() + " in " + language);
        }
        String told =
                PART.matcher(pattern)
                        .replaceAll(
                                part ->
                                        isShown(part.group(1), figures)
                                                ? Matcher.quoteReplacement(part.group(1))
                                                : "");
        return filled(told, figures);
    }

    private static boolean isShown(String part, Map<String, String> figures) {
        return figuresIn(part).noneMatch(name -> figures.getOrDefault(name, "").isEmpty());
    }

    private static Stream<String> figuresIn(String pattern) {
        return PLACEHOLDER.matcher(pattern).results().map(placeholder -> placeholder.group(1));
    }

    private String filled(String pattern, Map<String, String> figures) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(
                        placeholder -> {
                            String name = placeholder.group(1);
                            String value = figures.getOrDefault(name, placeholder.group());
                            String set = Objects.requireNonNullElse(placeholder.group(3), name);
                            return Matcher.quoteReplacement(
                                    shown(set, value, placeholder.group(2)));
                        });
    }

    private String shown(String set, String value, @Nullable String form) {
        if (form == null) {
            return value;
        }
        return switch (form) {
            case ",grouped" -> grouped(value);
            case ",aside" -> aside(value);
            default -> inWords(set, value);
        };
    }

    /** What there is none of is not told. */
    private String aside(String value) {
        if (value.equals("-")) {
            return "";
        }
        return language == Language.ZH_CN ? "〔" + value + "〕" : " (" + value + ")";
    }

    /**
     * Each code of a figure in words, and that a list has none; a code without a word, and whatever
     * is none, as it stands.
     */
    private String inWords(String set, String value) {
        if (value.equals("[]")) {
            return language == Language.ZH_CN ? "无" : "none";
        }
        String listed = value.replaceAll("[\\[\\]]", "");
        String joined = language == Language.ZH_CN ? listed.replace(", ", "、") : listed;
        return CODE.matcher(joined)
                .replaceAll(
                        code ->
                                Matcher.quoteReplacement(
                                        patterns.getOrDefault(
                                                "word." + set + "." + code.group(), code.group())));
    }

    /**
     * A whole ruling, one finding a line.
     *
     * @param ruling the ruling
     * @return the lines, joined by line feeds
     */
    public String render(Ruling ruling) {
        return ruling.findings().stream().map(this::render).collect(Collectors.joining("\n"));
    }

    /**
     * A citation as people read it, with a mark where it is unverified or our own reading.
     *
     * @param citation the citation
     * @return for example {@code 《中华人民共和国民法典》第278条第2款}
     */
    public String render(Citation citation) {
        int article = citation.provision().article();
        int paragraph = citation.provision().paragraph();
        int item = citation.provision().item();
        String place =
                language == Language.ZH_CN
                        ? String.format(
                                Locale.ROOT,
                                "《%s》第%d条%s%s",
                                citation.instrument().titleZh(),
                                article,
                                paragraph > 0 ? "第" + paragraph + "款" : "",
                                item > 0 ? "第" + item + "项" : "")
                        : String.format(
                                Locale.ROOT,
                                "%s art. %d%s%s",
                                citation.instrument().titleEn(),
                                article,
                                paragraph > 0 ? " para. " + paragraph : "",
                                item > 0 ? " item " + item : "");
        return citation.standing() == Standing.TEXT_READ
                ? place
                : place + patterns.getOrDefault("standing." + standingKey(citation.standing()), "");
    }

    private static String standingKey(Standing standing) {
        return standing == Standing.UNVERIFIED ? "unverified" : "interpretation";
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case MET -> "✔";
            case NOT_MET -> "✘";
            case PENDING -> "…";
            case UNDETERMINED -> "?";
            case NOT_APPLICABLE -> "–";
        };
    }

    /** Every number of a figure with its thousands marked, both ends of a range too. */
    private static String grouped(String figure) {
        return NUMBER.matcher(figure)
                .replaceAll(found -> found.group(1).replaceAll(THOUSANDS, ",") + found.group(2));
    }
}
