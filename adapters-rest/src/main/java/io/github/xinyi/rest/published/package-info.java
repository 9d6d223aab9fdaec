/**
 * What a host publishes: {@link io.github.xinyi.rest.published.CommunityDirectory} finds a {@link
 * io.github.xinyi.rest.published.PublishedCommunity}, whose papers come from a {@link
 * io.github.xinyi.rest.published.DocumentSource}. May depend on both domains.
 */
@NullMarked
package io.github.xinyi.rest.published;

import org.jspecify.annotations.NullMarked;
