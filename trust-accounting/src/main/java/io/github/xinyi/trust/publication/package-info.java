/**
 * What must be made public, to whom and by when, and how a unit is named where it is shown.
 *
 * <p>Start from {@link io.github.xinyi.trust.publication.DisclosureProfile}, the items of a region
 * with their terms, {@link io.github.xinyi.trust.publication.AgreedProfile}, those that owners
 * voted on, and {@link io.github.xinyi.trust.publication.DisclosureReport}, which tells what was
 * late. Needs contract and canonical bytes, and law, rulings and votes of governance.
 */
@NullMarked
package io.github.xinyi.trust.publication;

import org.jspecify.annotations.NullMarked;
