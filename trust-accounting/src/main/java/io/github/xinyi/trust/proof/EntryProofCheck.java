package io.github.xinyi.trust.proof;

import static io.github.xinyi.trust.proof.Members.existing;
import static io.github.xinyi.trust.proof.Members.get;
import static io.github.xinyi.trust.proof.Members.hash;
import static io.github.xinyi.trust.proof.Members.must;
import static io.github.xinyi.trust.proof.Members.number;

import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.MalformedNoteException;
import io.github.xinyi.trust.disclosure.NoteVerifier;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.proof.Members.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks an entry proof file offline, in the six steps of {@code docs/leaf-format.md} and with the
 * reasons of {@code proof.js}.
 *
 * <p>Example: {@code EntryProofCheck.of(json, vkey, origin).isProven()}. The key must come from
 * elsewhere than the file. Nothing throws for a bad file. Immutable.
 *
 * @since 0.1.0
 */
public final class EntryProofCheck {

    /**
     * One step of the check.
     *
     * @param name for example {@code inclusion}
     * @param isOk whether it holds
     * @param reason {@code VALID}, {@code NOT_CHECKED}, or what is wrong first
     */
    public record Step(String name, boolean isOk, String reason) {}

    private final List<Step> steps = new ArrayList<>();
    private final MerkleDigest digest;

    private EntryProofCheck(MerkleDigest digest) {
        this.digest = digest;
    }

    /**
     * Checks a file of a log of SHA-256.
     *
     * @param json the file
     * @param vkey the C2SP verifier key of the log, from outside
     * @param origin the name of the log, or empty for any log that the key signs for
     * @return the steps
     */
    public static EntryProofCheck of(String json, String vkey, String origin) {
        return of(json, vkey, origin, MerkleDigest.SHA_256);
    }

    /**
     * Checks a file.
     *
     * @param json the file
     * @param vkey the C2SP verifier key of the log, from outside
     * @param origin the name of the log, or empty for any log that the key signs for
     * @param digest that of the log
     * @return the steps
     */
    public static EntryProofCheck of(String json, String vkey, String origin, MerkleDigest digest) {
        EntryProofCheck check = new EntryProofCheck(digest);
        EntryLeaf leaves = new EntryLeaf(digest);
        Object file = fileOf(json);
        Object entry = get(file, "entry");
        Object proof = get(file, "proof");
        Optional<String> text =
                check.step("signature", true, () -> signedText(get(file, "checkpoint"), vkey));
        Optional<CheckpointText> head =
                check.step("checkpoint", text, found -> check.checkpoint(found, origin));
        Optional<byte[]> content = check.step("content", true, () -> leaves.content(entry));
        Optional<Hash> leaf = check.step("leaf", content, bytes -> leaves.of(entry, bytes));
        boolean both = head.isPresent() && leaf.isPresent();
        Optional<Boolean> place =
                check.step("place", both, () -> place(entry, proof, head.orElseThrow()));
        check.step(
                "inclusion",
                place,
                found -> check.inclusion(leaf.orElseThrow(), proof, head.orElseThrow()));
        return check;
    }

    private static Object fileOf(String json) {
        try {
            return JsonText.read(json);
        } catch (IllegalArgumentException e) {
            return JsonText.NULL;
        }
    }

    /**
     * The steps, in their order.
     *
     * @return six
     */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * Whether the entry is proven.
     *
     * @return true if every step is ok
     */
    public boolean isProven() {
        return steps.stream().allMatch(Step::isOk);
    }

    private <A, T> Optional<T> step(String name, Optional<A> needed, Function<A, T> work) {
        return step(name, needed.isPresent(), () -> work.apply(needed.orElseThrow()));
    }

    private <T> Optional<T> step(String name, boolean ready, Supplier<T> work) {
        String reason = ready ? "VALID" : "NOT_CHECKED";
        Optional<T> made = Optional.empty();
        try {
            made = ready ? Optional.of(work.get()) : made;
        } catch (Refusal e) {
            reason = String.valueOf(e.getMessage());
        } catch (MalformedNoteException e) {
            reason = e.rule().name();
        } catch (ClassCastException | IllegalArgumentException e) {
            reason = "MALFORMED_INPUT";
        }
        steps.add(new Step(name, made.isPresent(), reason));
        return made;
    }

    private static String signedText(Object checkpoint, String vkey) {
        NoteVerifier key = NoteVerifier.parse(vkey);
        SignedNote note = SignedNote.parse((String) checkpoint);
        NoteVerifier.Result result = key.verify(note);
        must(result.isValid(), result.name());
        return note.text();
    }

    private CheckpointText checkpoint(String text, String origin) {
        CheckpointText parsed = CheckpointText.parse(text);
        must(parsed.digestName().equals(digest.name()), "DIGEST_UNKNOWN");
        must(origin.isEmpty() || parsed.origin().equals(origin), "ORIGIN_MISMATCH");
        return parsed;
    }

    private static Boolean place(Object entry, Object proof, CheckpointText head) {
        BigInteger size = BigInteger.valueOf(head.head().size());
        must(number(existing(proof), "index").equals(number(entry, "index")), "INDEX_MISMATCH");
        must(number(proof, "size").equals(size), "SIZE_MISMATCH");
        return true;
    }

    private Boolean inclusion(Hash leaf, Object proof, CheckpointText head) {
        List<Hash> path = new ArrayList<>();
        for (Object hash : (List<?>) get(proof, "path")) {
            path.add(hash(hash, "HASH"));
        }
        InclusionProof given =
                new InclusionProof(
                        number(proof, "index").longValueExact(), head.head().size(), path);
        ProofCheck check = MerkleVerifier.verifyInclusion(leaf, given, head.head(), digest);
        must(check.isValid(), check.name());
        return true;
    }
}
