/**
 * The bodies that act for the owners and where there are any: {@link
 * io.github.xinyi.governance.committee.GoverningBody}, {@link
 * io.github.xinyi.governance.committee.Coverage}. Depends on identity, measure and law.
 */
@NullMarked
package io.github.xinyi.governance.committee;

import org.jspecify.annotations.NullMarked;
