package io.github.xinyi.trust.journal;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.util.Optional;

/**
 * The sentences in which the rules of trust accounting are shown to people, for example {@code
 * TrustTexts.in(Language.EN).render(ruling)}; those of governance are among them.
 *
 * @since 0.1.0
 */
public final class TrustTexts {

    private TrustTexts() {}

    /**
     * The texts in a language.
     *
     * @param language the language wanted
     * @return the texts of both domain modules
     */
    public static RuleTexts in(Language language) {
        return RuleTexts.governance(language)
                .plus(
                        RuleTexts.read(
                                language,
                                name ->
                                        Optional.ofNullable(
                                                TrustTexts.class.getResourceAsStream(name))));
    }
}
