package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import java.time.LocalDate;

/**
 * A joint conference that was held (联席会商), for example J01 of 社区01 on 2025-01-10.
 *
 * @param community where
 * @param meeting its identifier, once in the community
 * @param heldOn the day
 * @since 0.1.0
 */
public record HeldConsultation(CommunityId community, MeetingId meeting, LocalDate heldOn) {}
