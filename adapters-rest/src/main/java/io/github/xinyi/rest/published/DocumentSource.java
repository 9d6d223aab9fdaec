package io.github.xinyi.rest.published;

import io.github.xinyi.trust.merkle.Hash;
import java.util.Optional;

/**
 * The papers of one community that everybody may see: you implement this. Thread-safe.
 *
 * <p>Whatever it hands out is published as it is: personal data is masked before.
 *
 * @since 0.1.0
 */
public interface DocumentSource {

    /**
     * The report that gave rise to a payment.
     *
     * @param number its number
     * @return empty if there is none
     */
    Optional<ServiceReport> report(String number);

    /**
     * The file of a voucher. It is served only if its bytes have the hash that was signed.
     *
     * @param sha256 the hash of its bytes
     * @return empty if there is none
     */
    Optional<VoucherFile> voucher(Hash sha256);

    /**
     * How the bank carried out a payment.
     *
     * @param disbursement the payment's number
     * @return empty if the bank has not, or the host does not know
     */
    Optional<BankTransfer> transfer(String disbursement);
}
