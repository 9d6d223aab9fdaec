package io.github.xinyi.example.xinyijia.house;

import static io.github.xinyi.example.xinyijia.house.MainCode.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.trust.journal.TrustTexts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule has a sentence in every language, and every sentence a rule. */
class RuleSentencesTest {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{[a-zA-Z]+(,grouped|,word(:[a-zA-Z]+)?|,aside)?}");

    /** The words of codes, for example {@code word.result.PASSED} of {@code {result,word}}. */
    private static final String WORD = "word.";

    /** What everybody may follow; {@code PublicLinesTest} has what each line belongs to. */
    private static final String LINE = "line.";

    /** Marks beside a citation; they are of no rule. */
    private static final Set<String> MARKS =
            Set.of("standing.unverified", "standing.interpretation");

    private final SourceTree tree = SourceTree.found();

    @Test
    void everyRuleOfTheDomainsHasASentenceInEveryLanguage() {
        SortedSet<String> codes = codesIn(MainCode.domain());

        assertThat(codes).hasSizeGreaterThanOrEqualTo(500);
        for (Language language : Language.values()) {
            assertThat(uncovered(codes, TrustTexts.in(language))).as("in " + language).isEmpty();
        }
    }

    @Test
    void everyRuleOfGovernanceHasASentenceInItsOwnModule() {
        SortedSet<String> codes = codesIn(MainCode.governance());

        assertThat(codes).hasSizeGreaterThanOrEqualTo(440);
        for (Language language : Language.values()) {
            assertThat(uncovered(codes, RuleTexts.governance(language))).isEmpty();
        }
    }

    @Test
    void everySentenceBelongsToARuleOfItsModule() {
        Map<String, SortedSet<String>> sentences = sentencesByModule("en");

        assertThat(sentences.keySet()).contains("governance", "trust");
        sentences.forEach(
                (module, keys) ->
                        assertThat(keys)
                                .as("sentences of " + module)
                                .isEqualTo(
                                        codesIn(
                                                MainCode.besidesContracts(
                                                        1, BASE + "." + module + ".."))));
    }

    @Test
    void everyWordIsAskedForByASentence() {
        Map<String, String> texts = new TreeMap<>();
        for (Path bundle : bundles("/rules_en.properties")) {
            load(bundle).forEach((key, text) -> texts.put((String) key, (String) text));
        }
        String all = String.join("\n", texts.values());

        assertThat(texts.keySet())
                .filteredOn(key -> key.startsWith(WORD))
                .hasSizeGreaterThan(100)
                .allMatch(key -> isAskedFor(key, all));
    }

    private static boolean isAskedFor(String word, String sentences) {
        String set = word.substring(WORD.length(), word.lastIndexOf('.'));
        return sentences.contains("{" + set + ",word}") || sentences.contains(",word:" + set + "}");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        List<Path> english = bundles("_en.properties");

        assertThat(english).hasSizeGreaterThanOrEqualTo(20);
        assertThat(english)
                .allSatisfy(
                        bundle -> {
                            Properties en = load(bundle);
                            Properties zh = load(otherLanguage(bundle));
                            assertThat(differences(en, zh)).isEmpty();
                        });
    }

    @Test
    void everyChineseBundleHasAnEnglishOne() {
        assertThat(bundles("_zh_CN.properties")).hasSameSizeAs(bundles("_en.properties"));
    }

    @Test
    void rulesAreNamedOnlyWhereThisTestFindsThem() {
        assertThat(hiddenCodesIn(MainCode.domainAndAdapters())).isEmpty();
        assertThat(hiddenCodesIn(MainCode.example())).isEmpty();
    }

    @Test
    void citesArticlesInTheSameDigitsOnEveryMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            String cited = RuleTexts.governance(Language.EN).render(Statutes.CIVIL_CODE.at(278));

            assertThat(cited).contains("art. 278");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void seesARuleWithoutASentence() {
        SortedSet<String> codes = codesIn(MainCode.planted("sentence"));

        assertThat(uncovered(codes, TrustTexts.in(Language.EN)))
                .containsExactly("planted.constant", "planted.silent");
    }

    @Test
    void seesARuleThatIsNamedInPassing() {
        assertThat(hiddenCodesIn(MainCode.planted("sentence")))
                .singleElement()
                .asString()
                .contains("HiddenRule.hidden()");
    }

    @Test
    void seesASentenceThatDiffersBetweenLanguages() {
        Properties en = new Properties();
        Properties zh = new Properties();
        en.setProperty("a.same", "One {figure}");
        zh.setProperty("a.same", "{figure}一");
        en.setProperty("a.figures", "One {figure}");
        zh.setProperty("a.figures", "{figur}一");
        en.setProperty("a.only-english", "One");
        zh.setProperty("a.only-chinese", "一");

        assertThat(differences(en, zh))
                .containsExactly("a.figures", "a.only-chinese", "a.only-english");
    }

    private static List<String> uncovered(Set<String> codes, RuleTexts texts) {
        return codes.stream().filter(code -> !texts.covers(new RuleCode(code))).toList();
    }

    /** The codes that the classes hold in constants, and in the fields of enum constants. */
    private static SortedSet<String> codesIn(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> codesOf(type.reflect()).stream())
                .map(RuleCode::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<RuleCode> codesOf(Class<?> type) {
        List<RuleCode> codes = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() != RuleCode.class) {
                continue;
            }
            if (Modifier.isStatic(field.getModifiers())) {
                codes.add(value(field, null));
            } else if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    codes.add(value(field, constant));
                }
            }
        }
        return codes;
    }

    private static RuleCode value(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return (RuleCode) field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Codes made elsewhere than in a constant or in the constructor of an enum. */
    private static List<String> hiddenCodesIn(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(RuleCode.class))
                .filter(call -> !isConstant(call))
                .map(JavaConstructorCall::getDescription)
                .toList();
    }

    private static boolean isConstant(JavaConstructorCall call) {
        return call.getOrigin().getName().equals("<clinit>")
                || (call.getOriginOwner().isEnum() && call.getOrigin().isConstructor());
    }

    private Map<String, SortedSet<String>> sentencesByModule(String suffix) {
        Map<String, SortedSet<String>> sentences = new TreeMap<>();
        for (Path bundle : bundles("/rules_" + suffix + ".properties")) {
            String inside = tree.relative(bundle).replaceFirst(".*/io/github/xinyi/", "");
            SortedSet<String> keys =
                    sentences.computeIfAbsent(
                            inside.substring(0, inside.indexOf('/')), module -> new TreeSet<>());
            keys.addAll(load(bundle).stringPropertyNames());
            keys.removeAll(MARKS);
            keys.removeIf(key -> key.startsWith(WORD) || key.startsWith(LINE));
        }
        return sentences;
    }

    private List<Path> bundles(String ending) {
        return tree.files().stream()
                .filter(file -> tree.relative(file).contains("src/main/resources/"))
                .filter(file -> tree.relative(file).endsWith(ending))
                .toList();
    }

    private static Path otherLanguage(Path english) {
        String name = english.getFileName().toString();
        return english.resolveSibling(name.replace("_en.", "_zh_CN."));
    }

    /** Keys that one language lacks, or whose sentences show other figures. */
    private static SortedSet<String> differences(Properties one, Properties other) {
        SortedSet<String> keys = new TreeSet<>(one.stringPropertyNames());
        keys.addAll(other.stringPropertyNames());
        keys.removeIf(
                key ->
                        one.containsKey(key)
                                && other.containsKey(key)
                                && figures(one, key).equals(figures(other, key)));
        return keys;
    }

    private static Set<String> figures(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties load(Path bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
