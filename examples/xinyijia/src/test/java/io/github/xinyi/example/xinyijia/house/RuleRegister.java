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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every rule of the domains with its sources and the tests that name it: docs/rules.md. */
final class RuleRegister {

    private static final int TESTS_SHOWN = 3;
    private static final Pattern TEST = Pattern.compile("\\w+(?:Test|Properties|Contract)");
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
         * By its code in a string, by its constant or record as the test's imports resolve it, or
         * by the constant's name in a string beside its type.
         */
        boolean isNamedIn(NamesInSource test) {
            return test.words().contains(code)
                    || test.names().contains(fullName())
                    || (!isRecord()
                            && test.names().contains(type.getCanonicalName())
                            && test.words().contains(name));
        }

        /** By the code's end in a string of the rule's own package. */
        boolean isNamedShortIn(NamesInSource test) {
            return test.folder().equals(type.getPackageName())
                    && test.words().contains(code.substring(area().length()));
        }

        /** The beginning of the code, for example {@code committee.}. */
        String area() {
            return code.substring(0, code.indexOf('.') + 1);
        }

        private boolean isRecord() {
            return name.equals("CODE");
        }

        /** As code outside writes it, for example {@code RosterFinding.Size}. */
        String place() {
            return fullName().substring(type.getPackageName().length() + 1);
        }

        private String fullName() {
            return isRecord() ? type.getCanonicalName() : type.getCanonicalName() + "." + name;
        }
    }

    private final List<Registered> rules;
    private final Map<String, NamesInSource> tests;
    private final Map<String, Set<String>> wordsByFolder;

    private RuleRegister(
            List<Registered> rules,
            Map<String, NamesInSource> tests,
            Map<String, Set<String>> wordsByFolder) {
        this.rules = rules;
        this.tests = tests;
        this.wordsByFolder = wordsByFolder;
    }

    static RuleRegister of(JavaClasses classes, SourceTree tree) {
        List<Registered> rules =
                classes.stream()
                        .flatMap(type -> rulesOf(type.reflect()).stream())
                        .sorted(Comparator.comparing(Registered::code))
                        .toList();
        Map<String, NamesInSource> tests = new TreeMap<>();
        Map<String, Set<String>> wordsByFolder = new HashMap<>();
        for (Path file : tree.files()) {
            String path = tree.relative(file);
            String type = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
            if (!path.endsWith(".java")
                    || path.contains("/house/")
                    || !(path.contains("src/test/java/") || path.contains("tck/src/main/java/"))) {
                continue;
            }
            NamesInSource names = NamesInSource.of(SourceTree.read(file));
            wordsByFolder
                    .computeIfAbsent(names.folder(), folder -> new HashSet<>())
                    .addAll(names.words());
            if (TEST.matcher(type).matches()) {
                tests.put(type, names);
            }
        }
        return new RuleRegister(rules, tests, wordsByFolder);
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

    /**
     * The tests in which a rule is named, by class. The code's end names it only where the tests of
     * the package take the beginning off, which shows by the beginning in one of their strings.
     */
    List<String> testsOf(Registered rule) {
        boolean areShort =
                wordsByFolder
                        .getOrDefault(rule.type().getPackageName(), Set.of())
                        .contains(rule.area());
        return tests.entrySet().stream()
                .filter(
                        test ->
                                rule.isNamedIn(test.getValue())
                                        || (areShort && rule.isNamedShortIn(test.getValue())))
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
