package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether sentences for people hold codes of programs. */
public final class Words {

    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z0-9_-])[A-Z][A-Z_]+(?![A-Za-z0-9_-])");
    private static final Set<String> CODES = codes();
    private static final List<RuleTexts> TEXTS =
            Arrays.stream(Language.values()).map(RuleTexts::governance).toList();

    private Words() {}

    /** The ruling, none of whose sentences shows a constant of this module in either language. */
    public static Ruling told(Ruling ruling) {
        for (RuleTexts texts : TEXTS) {
            String sentences = texts.render(ruling);
            assertThat(codesIn(sentences)).as(sentences).isEmpty();
        }
        return ruling;
    }

    /** The constants of this module that stand in a sentence as they do in a program. */
    public static List<String> codesIn(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .filter(CODES::contains)
                .toList();
    }

    /** The name of every constant of every enum of this module. */
    static NavigableSet<String> codes() {
        return constants(Object.class).stream()
                .map(constant -> ((Enum<?>) constant).name())
                .filter(name -> name.length() > 2)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every constant of every enum of this module that is of a type, for example a rule. */
    public static <T> List<T> constants(Class<T> type) {
        try (Stream<Path> walk = Files.walk(root())) {
            return walk.map(file -> root().relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .sorted()
                    .map(Words::named)
                    .filter(named -> named.isEnum() && type.isAssignableFrom(named))
                    .flatMap(named -> Arrays.stream(named.getEnumConstants()))
                    .map(type::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(
                    file.replaceAll("[/\\\\]", ".").replaceAll("\\.class$", ""),
                    false,
                    Words.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Path root() {
        try {
            return Path.of(
                    RuleTexts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
