package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.TrustTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Labels and rule texts in one language. Thread-safe. */
final class Texts {

    private static final Map<Language, Texts> BY_LANGUAGE = readAll();

    private final Language language;
    private final RuleTexts rules;
    private final Properties labels;

    private Texts(Language language) {
        this.language = language;
        this.rules =
                TrustTexts.in(language)
                        .plus(
                                RuleTexts.read(
                                        language,
                                        name ->
                                                Optional.ofNullable(
                                                        Texts.class.getResourceAsStream(name))));
        this.labels = labels(language);
    }

    private static Map<Language, Texts> readAll() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language));
        }
        return all;
    }

    private static Properties labels(Language language) {
        String name = "labels_" + language.suffix() + ".properties";
        Properties labels = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no bundle " + name);
            }
            labels.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }

    static Texts in(Language language) {
        Texts texts = BY_LANGUAGE.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    String render(Finding finding) {
        return rules.render(finding);
    }

    /** The label, or its key where the bundle has none: a new code shows rather than fails. */
    String label(String key) {
        return labels.getProperty(key, key);
    }

    String account(ChartOfAccounts chart, AccountCode code) {
        return chart.find(code).map(this::name).orElseGet(code::value);
    }

    String name(Account account) {
        return switch (language) {
            case ZH_CN -> account.nameZh();
            case EN -> account.nameEn();
        };
    }
}
