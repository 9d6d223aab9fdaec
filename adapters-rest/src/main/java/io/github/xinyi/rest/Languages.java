package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the languages that a caller asks for. */
final class Languages {

    /** Longer headers are not read. */
    private static final int MAX_LENGTH = 1_000;

    private Languages() {}

    /** The first language asked for that there is; Chinese if there is none, or none is asked. */
    static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_LENGTH) {
            return Language.ZH_CN;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return Language.ZH_CN;
        }
        for (Locale.LanguageRange range : ranges) {
            String primary = range.getRange().split("-", 2)[0];
            if (primary.equals("en")) {
                return Language.EN;
            }
            if (primary.equals("zh") || primary.equals("*")) {
                return Language.ZH_CN;
            }
        }
        return Language.ZH_CN;
    }
}
