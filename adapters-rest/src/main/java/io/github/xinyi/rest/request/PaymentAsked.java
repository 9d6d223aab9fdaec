package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * A request to pay, for example {@code E0102}, 3,200.00 yuan to 缆索厂 for a rope.
 *
 * @param id its number, once in the community: 1 to 48 letters, digits or {@code ._-}
 * @param kind for example {@code PAYMENT}
 * @param payee the host's id of who is paid
 * @param payeeName as shown; a firm's name, or a masked one
 * @param amountMinor in fen, above zero
 * @param currency {@code CNY}; empty is that
 * @param purpose what for
 * @param charge for a payment the line of the budget, and after a stroke a promise of it
 * @param report the report that gave rise to it, empty if none did
 * @param vouchers its papers
 * @since 0.1.0
 */
public record PaymentAsked(
        @NotBlank @Pattern(regexp = "[\\p{L}\\p{N}._-]{1,48}") String id,
        @NotBlank String kind,
        @NotBlank @Size(max = 64) String payee,
        @Size(max = 100) String payeeName,
        @Positive long amountMinor,
        @Pattern(regexp = "(CNY)?") String currency,
        @NotBlank @Size(max = 200) String purpose,
        @Size(max = 64) String charge,
        @Size(max = 64) String report,
        @NotNull @Size(max = PaymentAsked.MAX_VOUCHERS) List<@Valid Paper> vouchers)
        implements CommandBody {

    /** The most vouchers of one request. */
    public static final int MAX_VOUCHERS = 100;

    /** What is left out is empty. */
    public PaymentAsked {
        id = Objects.requireNonNullElse(id, "");
        kind = Objects.requireNonNullElse(kind, "");
        payee = Objects.requireNonNullElse(payee, "");
        payeeName = Objects.requireNonNullElse(payeeName, "");
        currency = Objects.requireNonNullElse(currency, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        charge = Objects.requireNonNullElse(charge, "");
        report = Objects.requireNonNullElse(report, "");
        vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
    }

    /**
     * A voucher.
     *
     * @param number its number
     * @param kind for example {@code INVOICE}
     * @param date its date, ISO 8601
     * @param amountMinor in fen
     * @param sha256 the hash of its file, 64 hexadecimal digits
     */
    public record Paper(
            @NotBlank @Size(max = 64) String number,
            @NotBlank String kind,
            @NotBlank String date,
            @PositiveOrZero long amountMinor,
            @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String sha256) {

        /** What is left out is empty. */
        public Paper {
            number = Objects.requireNonNullElse(number, "");
            kind = Objects.requireNonNullElse(kind, "");
            date = Objects.requireNonNullElse(date, "");
            sha256 = Objects.requireNonNullElse(sha256, "");
        }
    }
}
