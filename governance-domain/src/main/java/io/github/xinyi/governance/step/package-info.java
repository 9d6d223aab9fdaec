/**
 * Steps that a place adds to what the library knows of a case or a talk, as data: {@link
 * io.github.xinyi.governance.step.LocalStep} is one of them, {@link
 * io.github.xinyi.governance.step.LocalSteps} those of one table in their order, {@link
 * io.github.xinyi.governance.step.StepColumn} reads them out of it. Depends on sheet.
 */
@NullMarked
package io.github.xinyi.governance.step;

import org.jspecify.annotations.NullMarked;
