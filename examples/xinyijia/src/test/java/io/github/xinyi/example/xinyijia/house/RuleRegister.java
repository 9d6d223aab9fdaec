package io.github.xinyi.example.xinyijia.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every rule of the domains with its sources and the tests that name it: docs/rules.md. */
final class RuleRegister {

    private static final int TESTS_SHOWN = 3;
    private static final Pattern WORD = Pattern.compile("\"[a-z0-9.-]+\"|[A-Za-z0-9_]+");
    private static final String HEAD =
            """
            # Rules

            Every rule that can refuse something or stand in a ruling, by its stable name. This page is made from the code:
            `RuleRegisterTest` compares it with what the rules themselves cite, and fails for a rule that no test names. What
            each law says, how far it was read, and where a reading is ours, is in [law.md](law.md). A dash under source is a
            rule of arithmetic or form; "of the clause" means that the rule cites the region's clause it was judged by.

            | Rule | Source | Code | Named by |
            | --- | --- | --- | --- |
            """;

    /** A rule, the constant or record that names it in code, and what it cites by itself. */
    record Registered(String code, Class<?> type, String name, List<Citation> basis) {

        /**
         * By its constant beside its type, by its code, or in its own package by the code's end.
         */
        boolean isNamedIn(TestSource test) {
            String end = '"' + code.substring(code.indexOf('.') + 1) + '"';
            return test.words().contains('"' + code + '"')
                    || (test.folder().endsWith(type.getPackageName().replace('.', '/'))
                            && test.words().contains(end))
                    || (test.words().contains(owner())
                            && (name.equals("CODE") || test.words().contains(name)));
        }

        private String owner() {
            return type.getSimpleName();
        }

        String place() {
            return name.equals("CODE") ? owner() : owner() + "." + name;
        }
    }

    /** A test with its names of Java and its quoted codes. */
    record TestSource(String folder, Set<String> words) {

        static TestSource of(String folder, String source) {
            return new TestSource(
                    folder,
                    WORD.matcher(source)
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()));
        }
    }

    private final List<Registered> rules;
    private final Map<String, TestSource> tests;

    private RuleRegister(List<Registered> rules, Map<String, TestSource> tests) {
        this.rules = rules;
        this.tests = tests;
    }

    static RuleRegister of(JavaClasses classes, SourceTree tree) {
        List<Registered> rules =
                classes.stream()
                        .flatMap(type -> rulesOf(type.reflect()).stream())
                        .sorted(Comparator.comparing(Registered::code))
                        .toList();
        Map<String, TestSource> tests = new TreeMap<>();
        for (Path file : tree.files()) {
            String path = tree.relative(file);
            boolean isTest =
                    path.contains("src/test/java/") || path.contains("/tck/src/main/java/");
            if (isTest && path.endsWith(".java") && !path.contains("/house/")) {
                tests.put(
                        path.substring(path.lastIndexOf('/') + 1).replace(".java", ""),
                        TestSource.of(
                                path.substring(0, path.lastIndexOf('/')), SourceTree.read(file)));
            }
        }
        return new RuleRegister(rules, tests);
    }

    private static List<Registered> rulesOf(Class<?> type) {
        List<Registered> rules = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() != RuleCode.class) {
                continue;
            }
            field.setAccessible(true);
            if (Modifier.isStatic(field.getModifiers())) {
                rules.add(new Registered(code(field, null), type, field.getName(), List.of()));
            } else if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    rules.add(
                            new Registered(
                                    code(field, constant),
                                    type,
                                    ((Enum<?>) constant).name(),
                                    constant instanceof Rule rule ? rule.basis() : List.of()));
                }
            }
        }
        return rules;
    }

    private static String code(Field field, Object holder) {
        try {
            return ((RuleCode) field.get(holder)).value();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Registered> rules() {
        return rules;
    }

    /** The tests in which a rule is named, by class. */
    List<String> testsOf(Registered rule) {
        return tests.entrySet().stream()
                .filter(test -> rule.isNamedIn(test.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The page as it should be. */
    String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Registered rule : rules) {
            String named =
                    testsOf(rule).stream()
                            .limit(TESTS_SHOWN)
                            .map(test -> "`" + test + "`")
                            .collect(Collectors.joining(", "));
            page.append(
                    "| `%s` | %s | `%s` | %s |%n"
                            .formatted(rule.code(), sources(rule.basis()), rule.place(), named));
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static String sources(List<Citation> basis) {
        return basis.isEmpty()
                ? "-"
                : basis.stream().map(RuleRegister::source).collect(Collectors.joining("; "));
    }

    private static String source(Citation citation) {
        Standing standing = citation.standing();
        return standing == Standing.TEXT_READ
                ? citation.toString()
                : citation + " (" + standing.name().toLowerCase(Locale.ROOT) + ")";
    }
}
