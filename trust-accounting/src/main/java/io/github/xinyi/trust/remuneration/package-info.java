/**
 * What the firm earns (管理酬金): {@link io.github.xinyi.trust.remuneration.Remuneration} is a fixed
 * ratio of what was received, and never ahead of it. May depend on book, budget, contract and
 * trusteeship.
 */
@NullMarked
package io.github.xinyi.trust.remuneration;

import org.jspecify.annotations.NullMarked;
