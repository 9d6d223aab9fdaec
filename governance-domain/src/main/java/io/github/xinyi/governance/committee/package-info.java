/**
 * The bodies that act for the owners: {@link io.github.xinyi.governance.committee.Founding} brings
 * one into being, {@link io.github.xinyi.governance.committee.Committee} is its history folded,
 * {@link io.github.xinyi.governance.committee.Coverage} tells where there is one. Depends on
 * identity, measure, law, event, ruling, region and voting.
 *
 * <p>Over twenty files, since the rules ({@code SessionRules} and its like) are seen from here
 * only.
 */
@NullMarked
package io.github.xinyi.governance.committee;

import org.jspecify.annotations.NullMarked;
