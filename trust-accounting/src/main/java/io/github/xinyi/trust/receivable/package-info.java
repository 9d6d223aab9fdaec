/**
 * What one payer owes and has paid (应收账款): {@link io.github.xinyi.trust.receivable.Receivables}
 * takes bills and receipts, {@link io.github.xinyi.trust.receivable.AllocationRule} says which
 * receipt pays which bill, {@link io.github.xinyi.trust.receivable.WriteOffList} and {@link
 * io.github.xinyi.trust.receivable.LateChargeClause} are what owners decide. May depend on billing,
 * contract, journal and keys. Nothing here cuts power, water, heat or gas (Civil Code art. 944).
 */
@NullMarked
package io.github.xinyi.trust.receivable;

import org.jspecify.annotations.NullMarked;
