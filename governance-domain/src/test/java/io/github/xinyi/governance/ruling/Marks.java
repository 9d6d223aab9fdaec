package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether rulings that were made say how far the sources of their findings can be relied on. */
public final class Marks {

    private Marks() {}

    /** The rules of an enum that stand on a text that was not read, or on a reading of one. */
    public static NavigableSet<String> marked(Rule... rules) {
        return names(
                Arrays.stream(rules)
                        .filter(rule -> rule.basis().stream().anyMatch(Marks::isMarked))
                        .map(Rule::code));
    }

    /** The rules of a set for which some ruling has a finding that says what it stands on. */
    public static NavigableSet<String> told(Collection<Ruling> rulings, Predicate<String> of) {
        List<Finding> findings = findings(rulings, of);
        findings.forEach(Marks::saysHowFarItStands);
        return names(
                findings.stream()
                        .filter(finding -> finding.basis().stream().anyMatch(Marks::isMarked))
                        .map(Finding::rule));
    }

    /** Every finding that stands on some text, of rulings under a region without texts. */
    public static NavigableSet<String> unverified(
            Collection<Ruling> rulings, Predicate<String> of) {
        List<Finding> findings =
                findings(rulings, of).stream().filter(f -> !f.basis().isEmpty()).toList();
        findings.forEach(Marks::saysHowFarItStands);
        return names(
                findings.stream()
                        .filter(
                                finding ->
                                        finding.basis().stream()
                                                .anyMatch(c -> c.standing() == Standing.UNVERIFIED))
                        .map(Finding::rule));
    }

    private static List<Finding> findings(Collection<Ruling> rulings, Predicate<String> of) {
        return rulings.stream()
                .flatMap(ruling -> ruling.findings().stream())
                .filter(finding -> of.test(finding.rule().value()))
                .toList();
    }

    /** Each source with its mark, in both languages, in the sentence that people read. */
    private static void saysHowFarItStands(Finding finding) {
        for (Language language : Language.values()) {
            RuleTexts texts = RuleTexts.governance(language);
            String sentence = texts.render(finding);
            assertThat(Words.codesIn(sentence)).as(sentence).isEmpty();
            for (Citation source : finding.basis()) {
                assertThat(sentence).contains(texts.render(source));
                assertThat(texts.render(source).matches(".*(\\(text not verified\\)|（原文未核对）)"))
                        .isEqualTo(source.standing() == Standing.UNVERIFIED);
                assertThat(
                                texts.render(source)
                                        .matches(".*(\\(our reading of the law\\)|（本库对法律的解读）)"))
                        .isEqualTo(source.standing() == Standing.INTERPRETATION);
            }
        }
    }

    private static boolean isMarked(Citation source) {
        return source.standing() != Standing.TEXT_READ;
    }

    private static NavigableSet<String> names(Stream<RuleCode> codes) {
        return codes.map(RuleCode::value).collect(Collectors.toCollection(TreeSet::new));
    }
}
