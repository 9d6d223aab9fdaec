package io.github.xinyi.governance.law;

/**
 * A place in an instrument: article, and paragraph and item where the rule stands in one.
 *
 * <p>Example: {@code Provision.of(278, 2)} is article 278, second paragraph. A number of 0 means
 * "the whole".
 *
 * @param article at least 1
 * @param paragraph 0 for the whole article
 * @param item 0 for the whole paragraph
 * @since 0.1.0
 */
public record Provision(int article, int paragraph, int item) {

    /** Refuses numbers that no text has. */
    public Provision {
        if (article < 1 || paragraph < 0 || item < 0) {
            throw new IllegalArgumentException(
                    "no such provision: " + article + "/" + paragraph + "/" + item);
        }
    }

    /**
     * A whole article.
     *
     * @param article for example {@code 285}
     * @return the provision
     */
    public static Provision of(int article) {
        return new Provision(article, 0, 0);
    }

    /**
     * A paragraph of an article.
     *
     * @param article for example {@code 278}
     * @param paragraph for example {@code 2}
     * @return the provision
     */
    public static Provision of(int article, int paragraph) {
        return new Provision(article, paragraph, 0);
    }
}
