package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.LocalDate;

/**
 * A payment whose whole amount the bank has brought back (支付退回), for example {@code pay/E0001} on
 * the line {@code YH-0042}.
 *
 * @param payment the entry of the payment
 * @param id the caller's name for the entry of the return
 * @param bankLine the line of the bank that shows the money came back
 * @param day the day to which the return belongs
 * @param salt hides what may have to be erased
 * @since 0.1.0
 */
public record ReturnedPayment(
        EntryId payment, EntryId id, SourceDocument bankLine, LocalDate day, Salt salt) {}
