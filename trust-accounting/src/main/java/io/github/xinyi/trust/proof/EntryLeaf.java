package io.github.xinyi.trust.proof;

import static io.github.xinyi.trust.proof.Members.existing;
import static io.github.xinyi.trust.proof.Members.get;
import static io.github.xinyi.trust.proof.Members.hash;
import static io.github.xinyi.trust.proof.Members.isAbsent;
import static io.github.xinyi.trust.proof.Members.must;
import static io.github.xinyi.trust.proof.Members.object;
import static io.github.xinyi.trust.proof.Members.orEmpty;
import static io.github.xinyi.trust.proof.Members.unsigned;

import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.proof.Members.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The leaf of an entry as a proof file has it; {@code docs/leaf-format.md} is the norm. */
final class EntryLeaf {

    private final MerkleDigest digest;

    EntryLeaf(MerkleDigest digest) {
        this.digest = digest;
    }

    byte[] content(Object entry) {
        return switch (String.valueOf(get(existing(entry), "visibility"))) {
            case "OPEN" -> body(entry);
            case "BATCH" -> batch(entry);
            case "CLOSE" -> texts(entry, "entryId").toByteArray();
            case "ACCOUNT" -> {
                CanonicalBytes id = texts(entry, "entryId");
                Object account = object(entry, "account");
                yield id.raw(
                                texts(account, "code", "nameZh", "nameEn", "fundClass", "type")
                                        .toByteArray())
                        .toByteArray();
            }
            case "HOUSEHOLD" -> household(entry);
            default -> throw new Refusal("ENTRY_FIELD");
        };
    }

    /**
     * A household's entry comes closed, as its commitment only, or opened for its own household.
     */
    private byte[] household(Object entry) {
        Object kept = get(entry, "commitment");
        if (isAbsent(get(entry, "postings"))) {
            return hash(kept, "ENTRY_FIELD").toByteArray();
        }
        Hash made =
                digest.digest(
                        new CanonicalBytes(digest.domain("xinyi/household/v1"))
                                .raw(hash(get(entry, "narrativeSalt"), "ENTRY_FIELD").toByteArray())
                                .raw(body(entry))
                                .toByteArray());
        must(isAbsent(kept) || hash(kept, "ENTRY_FIELD").equals(made), "COMMITMENT_MISMATCH");
        return made.toByteArray();
    }

    private byte[] body(Object entry) {
        CanonicalBytes body = texts(entry, "entryId", "sourceType", "sourceId");
        text(body, orEmpty(get(entry, "reverses"))).bytes(narrative(entry).toByteArray());
        postings(body, get(entry, "postings"), true);
        return body.toByteArray();
    }

    /** Erased text leaves only its commitment; where both are there they must agree. */
    private Hash narrative(Object entry) {
        Object given = get(entry, "narrativeCommitment");
        Object text = get(entry, "narrative");
        Optional<Hash> kept =
                isAbsent(given) ? Optional.empty() : Optional.of(hash(given, "ENTRY_FIELD"));
        if (kept.isPresent() && isAbsent(text)) {
            return kept.get();
        }
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/text/v1"))
                        .raw(hash(get(entry, "narrativeSalt"), "ENTRY_FIELD").toByteArray());
        Hash made = digest.digest(text(bytes, text).toByteArray());
        must(kept.filter(hash -> !hash.equals(made)).isEmpty(), "NARRATIVE_MISMATCH");
        return made;
    }

    private static byte[] batch(Object entry) {
        CanonicalBytes body = texts(entry, "entryId");
        Object batch = object(entry, "batch");
        text(body, get(batch, "kind"));
        body.u64(unsigned(get(batch, "fromIndex"), 63)).u64(unsigned(get(batch, "toIndex"), 63));
        u32(u32(body, get(batch, "entryCount")), get(batch, "unitCount"));
        postings(body, get(batch, "totals"), false);
        return body.toByteArray();
    }

    private static void postings(CanonicalBytes body, Object postings, boolean withUnit) {
        must(postings instanceof List, "ENTRY_FIELD");
        List<?> each = (List<?>) postings;
        body.u32(each.size());
        for (Object posting : each) {
            Object side = get(existing(posting), "side");
            must("D".equals(side) || "C".equals(side), "ENTRY_FIELD");
            text(text(body, get(posting, "account")), side);
            body.u64(unsigned(get(posting, "amountMinor"), 63));
            text(body, get(posting, "currency"));
            if (withUnit) {
                text(body, orEmpty(get(posting, "unit")));
            }
        }
    }

    Hash of(Object entry, byte[] content) {
        CanonicalBytes leaf = new CanonicalBytes(digest.domain("xinyi/leaf/v1"));
        text(leaf, get(entry, "book")).u64(unsigned(get(entry, "index"), 63));
        text(text(leaf, get(entry, "kind")), get(entry, "visibility"));
        text(leaf, moment(get(entry, "effectiveDate"), "[0-9]{4}(-[0-9]{2}){2}"));
        text(
                leaf,
                moment(
                        get(entry, "recordedAt"),
                        "[0-9]{4}(-[0-9]{2}){2}T([0-9]{2}:){2}[0-9]{2}\\.[0-9]{3}Z"));
        return digest.leaf(leaf.bytes(content).toByteArray());
    }

    /** The 30th of February has the right form but is no day. */
    private static Object moment(Object value, String form) {
        must(value instanceof String text && text.matches(form), "ENTRY_FIELD");
        String text = (String) value;
        try {
            LocalDate.parse(text.substring(0, 10));
            if (text.length() > 10) {
                LocalDateTime.parse(text.substring(0, text.length() - 1));
            }
            return text;
        } catch (DateTimeException e) {
            throw new Refusal("ENTRY_FIELD");
        }
    }

    private static CanonicalBytes texts(Object holder, String... names) {
        CanonicalBytes bytes = CanonicalBytes.part();
        for (String name : names) {
            text(bytes, get(holder, name));
        }
        return bytes;
    }

    private static CanonicalBytes text(CanonicalBytes bytes, Object value) {
        must(value instanceof String, "ENTRY_FIELD");
        try {
            return bytes.text((String) value);
        } catch (IllegalArgumentException e) {
            throw new Refusal("ENTRY_FIELD");
        }
    }

    private static CanonicalBytes u32(CanonicalBytes bytes, Object value) {
        long number = unsigned(value, 32);
        byte[] four = {
            (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
        };
        return bytes.raw(four);
    }
}
