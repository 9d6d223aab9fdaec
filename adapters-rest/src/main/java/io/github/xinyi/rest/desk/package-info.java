/**
 * Business done over HTTP, as plain Java under a thin layer of resources: {@link
 * io.github.xinyi.rest.desk.PaymentDesk}, {@link io.github.xinyi.rest.desk.MeetingDesk} and {@link
 * io.github.xinyi.rest.desk.CaseDesk} over the {@link io.github.xinyi.rest.desk.CommunityDesk} that
 * a host offers. May depend on access, answer, disclosure, idempotency, published, request and both
 * domains.
 */
@NullMarked
package io.github.xinyi.rest.desk;

import org.jspecify.annotations.NullMarked;
