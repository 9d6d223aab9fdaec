/**
 * What a notice's printed figures prove, and what they leave open: {@link
 * io.github.xinyi.governance.published.Announcement}, {@link
 * io.github.xinyi.governance.published.PublishedVerdict}, {@link
 * io.github.xinyi.governance.published.AnnouncementSheet}. Figures yield a verdict and never a
 * resolution. Depends on voting and sheet and what these depend on.
 */
@NullMarked
package io.github.xinyi.governance.published;

import org.jspecify.annotations.NullMarked;
