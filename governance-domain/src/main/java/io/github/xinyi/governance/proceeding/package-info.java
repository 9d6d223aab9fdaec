/**
 * The course of one owners' meeting, gate after gate: {@link
 * io.github.xinyi.governance.proceeding.Proceeding}, {@link
 * io.github.xinyi.governance.proceeding.ProceedingEvent}, {@link
 * io.github.xinyi.governance.proceeding.ProceedingTerms}. Depends on voting and region and what
 * these depend on.
 */
@NullMarked
package io.github.xinyi.governance.proceeding;

import org.jspecify.annotations.NullMarked;
