package io.github.xinyi.governance.ruling;

/**
 * A language in which rulings are shown.
 *
 * @since 0.1.0
 */
public enum Language {
    /** Chinese as written in the mainland. */
    ZH_CN("zh_CN"),
    /** English. */
    EN("en");

    private final String suffix;

    Language(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The suffix of the text bundles in this language.
     *
     * @return for example {@code zh_CN}
     */
    public String suffix() {
        return suffix;
    }
}
