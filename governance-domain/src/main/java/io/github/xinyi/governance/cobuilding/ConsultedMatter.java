package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import java.time.LocalDate;

/**
 * A matter that a joint conference took up (会商事项), for example X001 of J01, solved on 2025-01-15.
 *
 * @param community where
 * @param matter its identifier, once in the community
 * @param meeting the conference that took it up
 * @param solvedOn the day; {@link LocalDate#MAX} while it is not solved
 * @since 0.1.0
 */
public record ConsultedMatter(
        CommunityId community, ActionItemId matter, MeetingId meeting, LocalDate solvedOn) {}
