package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.law.Citation;

/**
 * How many principals one proxy may vote for where a regional rule says so, for example 3. National
 * law knows no limit.
 *
 * @param principals at least 1
 * @param source the rule that sets it
 * @since 0.1.0
 */
public record ProxyLimit(int principals, Citation source) {

    /** Refuses a limit that forbids proxies. */
    public ProxyLimit {
        if (principals < 1) {
            throw new IllegalArgumentException("a proxy limit of " + principals);
        }
    }
}
