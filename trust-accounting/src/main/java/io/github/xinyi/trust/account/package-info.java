/**
 * What money is kept under: {@link io.github.xinyi.trust.account.FundClass}, {@link
 * io.github.xinyi.trust.account.Account}, {@link io.github.xinyi.trust.account.ChartOfAccounts}.
 * Depends on nothing.
 */
@NullMarked
package io.github.xinyi.trust.account;

import org.jspecify.annotations.NullMarked;
