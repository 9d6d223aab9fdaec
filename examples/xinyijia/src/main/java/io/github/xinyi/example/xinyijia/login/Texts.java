package io.github.xinyi.example.xinyijia.login;

import io.github.xinyi.governance.ruling.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The sentences of problems in both languages. Immutable. */
final class Texts {

    private static final Map<Language, Properties> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read("problems_" + language.suffix() + ".properties"));
        }
    }

    private Texts() {}

    static String of(Language language, String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(ALL.get(language)).getProperty(key), key);
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
