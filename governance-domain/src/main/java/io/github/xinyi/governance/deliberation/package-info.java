/**
 * How a matter is prepared, decided, published and carried out in steps that local practice names
 * (五议两公开 and others, as data): {@link io.github.xinyi.governance.deliberation.ProcedurePattern},
 * {@link io.github.xinyi.governance.deliberation.Procedure}. The owners' vote can be neither left
 * out nor replaced. Depends on proceeding, voting, event and sheet.
 */
@NullMarked
package io.github.xinyi.governance.deliberation;

import org.jspecify.annotations.NullMarked;
