/**
 * The trust contract (信托制物业服务合同): {@link io.github.xinyi.trust.contract.ContractTerms} become a
 * {@link io.github.xinyi.trust.contract.TrustContract} by the owners' resolution. May depend on
 * keys and governance voting.
 */
@NullMarked
package io.github.xinyi.trust.contract;

import org.jspecify.annotations.NullMarked;
