package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingFinding;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTextsTest {

    private static final int FEWEST_CODES = 50;

    /** Marks, words and public lines are of no rule; {@code PublicLinesTest} has the lines. */
    private static final List<String> BESIDE_RULES = List.of("standing.", "word.", "line.");

    @ParameterizedTest
    @EnumSource
    void everyRuleOfTheModuleHasATextAndEveryTextARule(Language language) throws Exception {
        Set<String> codes = codesOfTheModule();

        assertThat(codes).hasSizeGreaterThanOrEqualTo(FEWEST_CODES);
        assertThat(codes)
                .allMatch(code -> RuleTexts.governance(language).covers(new RuleCode(code)));
        assertThat(bundle(language).stringPropertyNames())
                .filteredOn(key -> BESIDE_RULES.stream().noneMatch(key::startsWith))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void bothLanguagesUseTheSameFigures() throws Exception {
        Properties english = bundle(Language.EN);
        Properties chinese = bundle(Language.ZH_CN);

        for (String key : english.stringPropertyNames()) {
            assertThat(figures(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(figures(english.getProperty(key)));
        }
    }

    /** What stands for none is no edition of a calendar. */
    @Test
    void tellsTheEditionOfACalendarInBracketsAndNoneWhereThereIsNone() {
        Finding looked = revocation("2024-01-01/2024-12-31 1a2b");
        Finding plain = revocation("-");

        assertThat(RuleTexts.governance(Language.EN).render(looked))
                .contains("until L (2024-01-01/2024-12-31 1a2b); it came");
        assertThat(RuleTexts.governance(Language.EN).render(plain)).contains("until L; it came");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(looked))
                .contains("至L届满〔2024-01-01/2024-12-31 1a2b〕；");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(plain)).contains("至L届满；");
    }

    private static Finding revocation(String calendar) {
        Rule rule = new CitedRule(new RuleCode("proceeding.revocation-in-time"), List.of());
        return RuleCheck.of(rule, true, "last", "L", "calendar", calendar);
    }

    @Test
    void groupsThousandsAndNamesTheLaw() {
        Finding finding =
                new VotingFinding.AreaQuorum(
                        FloorArea.parse("20000"),
                        FloorArea.parse("30000"),
                        RuleSet.CIVIL_CODE_2021);

        assertThat(RuleTexts.governance(Language.ZH_CN).render(finding))
                .isEqualTo(
                        "✔ 参与表决面积 20,000.00/30,000.00 ㎡；须≥2/3 [《中华人民共和国民法典》第278条第2款; "
                                + "《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第8条]");
        assertThat(RuleTexts.governance(Language.EN).render(finding))
                .isEqualTo(
                        "✔ Area taking part 20,000.00/30,000.00 m²; ≥2/3 is needed [Civil Code art."
                                + " 278 para. 2; SPC Interpretation on Condominium Ownership art."
                                + " 8]");
    }

    @Test
    void showsCodeAndFiguresWhereThereIsNoText() {
        Finding finding =
                new Finding() {
                    @Override
                    public RuleCode rule() {
                        return new RuleCode("test.no-text");
                    }

                    @Override
                    public Verdict verdict() {
                        return Verdict.PENDING;
                    }

                    @Override
                    public Map<String, String> evidence() {
                        return Evidence.of("days", 3).toMap();
                    }

                    @Override
                    public List<Citation> basis() {
                        return List.of(Statutes.CIVIL_CODE.at(280).asInterpretation());
                    }
                };

        assertThat(RuleTexts.governance(Language.EN).render(finding))
                .isEqualTo(
                        "… test.no-text {days=3} [Civil Code art. 280 (our reading of the"
                                + " law)]");
    }

    private static Set<String> codesOfTheModule() throws Exception {
        Set<String> codes = new TreeSet<>();
        for (Class<?> type : classesOfTheModule()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == RuleCode.class) {
                    for (Object holder : holders(type, field)) {
                        field.setAccessible(true);
                        codes.add(Objects.requireNonNull(field.get(holder)).toString());
                    }
                }
            }
        }
        return codes;
    }

    /** The enum constants whose codes the field holds; one stand-in for a static field. */
    private static Object[] holders(Class<?> type, Field field) {
        if (Modifier.isStatic(field.getModifiers())) {
            return new Object[] {type};
        }
        return type.isEnum() ? type.getEnumConstants() : new Object[0];
    }

    private static List<Class<?>> classesOfTheModule() throws Exception {
        List<Class<?>> classes = new ArrayList<>();
        for (String file : filesOfTheModule(".class")) {
            if (!file.endsWith("-info.class")) {
                classes.add(
                        Class.forName(file.replaceAll("[/\\\\]", ".").replaceAll("\\.class$", "")));
            }
        }
        return classes;
    }

    private static List<String> filesOfTheModule(String ending) throws Exception {
        Path root = rootOfTheModule();
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Path rootOfTheModule() throws URISyntaxException {
        return Path.of(RuleTexts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** What all bundles of one language hold, also those that no one loads. */
    static Properties bundle(Language language) throws Exception {
        Properties texts = new Properties();
        for (String file : filesOfTheModule("rules_" + language.suffix() + ".properties")) {
            try (Reader in = Files.newBufferedReader(rootOfTheModule().resolve(file))) {
                texts.load(in);
            }
        }
        return texts;
    }

    private static Set<String> figures(String pattern) {
        return Pattern.compile("\\{[a-zA-Z,]+}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
