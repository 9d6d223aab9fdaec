package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.journal.Salt;
import java.time.LocalDate;

/**
 * An order to erase the text of one entry (删除申请). Whether the person may order it is for the host
 * to decide, as with every command of a book; the order is recorded with that person.
 *
 * <p>Example: {@code new ErasureRequest(EntryId.of("pay/E0001"), CONSENT_WITHDRAWN,
 * PersonId.of("committee-director"), LocalDate.of(2025, 12, 31), salt)}.
 *
 * @param entry the entry
 * @param ground why, by Personal Information Protection Law art. 47 para. 1
 * @param by who orders it
 * @param keptThrough the last day on which some law wants the text kept, for example as a part of
 *     accounting records; where none does, the day of the entry
 * @param salt 32 new random bytes, which hide who ordered it
 * @since 0.1.0
 */
public record ErasureRequest(
        EntryId entry, ErasureGround ground, PersonId by, LocalDate keptThrough, Salt salt) {}
