/**
 * What every interested owner must agree to, one by one: {@link
 * io.github.xinyi.governance.consent.InterestedOwner}, {@link
 * io.github.xinyi.governance.consent.BusinessUseConsent}. Depends on community and what community
 * depends on.
 */
@NullMarked
package io.github.xinyi.governance.consent;

import org.jspecify.annotations.NullMarked;
