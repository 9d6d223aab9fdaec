package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * A key given to a payment; the private key never leaves its holder.
 *
 * @param credential the name of the key, for example {@code K-S001-1}
 * @param signature the Ed25519 signature over the order's digest, in Base64, 88 characters
 * @param secondFactor what the host's second factor asks of the holder for this very approval
 * @since 0.1.0
 */
public record ApprovalGiven(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,64}") String credential,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9+/]{86}==") String signature,
        @NotBlank @Size(max = 256) String secondFactor)
        implements CommandBody {

    /** What is left out is empty. */
    public ApprovalGiven {
        credential = Objects.requireNonNullElse(credential, "");
        signature = Objects.requireNonNullElse(signature, "");
        secondFactor = Objects.requireNonNullElse(secondFactor, "");
    }

    /** The name of the key alone: what proves a holder is not to be printed. */
    @Override
    public String toString() {
        return "approval by " + credential;
    }
}
