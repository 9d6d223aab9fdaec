package io.github.xinyi.example.stories;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;

/**
 * What somebody wants paid.
 *
 * @param number for example {@code ZC-2025-01}
 * @param kind a payment for an invoice, or the firm's remuneration
 * @param payee who is paid
 * @param purpose what for, in the open
 * @param line the line of the budget; empty for remuneration
 * @param amount how much
 */
record Spending(
        String number,
        OutflowKind kind,
        PersonId payee,
        String purpose,
        String line,
        Money amount) {}
