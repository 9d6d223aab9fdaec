package io.github.xinyi.trust.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The language-neutral vectors, which proof.js is checked with too. Each is built from the types of
 * the domain; what these cannot say, a leaf of a Java book cannot say either.
 */
class LeafVectorsTest {
    private static final JsonNode LEAVES = read().get("leaves");

    private static JsonNode read() {
        try (InputStream json = LeafVectorsTest.class.getResourceAsStream("/leaf-vectors.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("leaf-vectors.json cannot be read", e);
        }
    }

    @Test
    void everyEntryHasTheLeafHashOfItsVector() {
        List<JsonNode> vectors = vectors("VALID");

        assertThat(vectors).hasSizeGreaterThan(200);
        assertThat(misjudged(vectors, "VALID")).isEmpty();
    }

    @Test
    void aChangedEntryHasAnotherLeafHash() {
        List<JsonNode> vectors = vectors("LEAF_MISMATCH");

        assertThat(vectors).hasSizeGreaterThan(150);
        assertThat(misjudged(vectors, "LEAF_MISMATCH")).isEmpty();
    }

    @Test
    void theDomainRefusesWhatTheFormatCannotWrite() {
        List<JsonNode> vectors = vectors("ENTRY_FIELD");

        assertThat(vectors).hasSizeGreaterThan(250);
        assertThat(misjudged(vectors, "REFUSED")).isEmpty();
    }

    @Test
    void theDomainRefusesWhatNoBookHas() {
        List<JsonNode> vectors = vectors("OUTSIDE_DOMAIN");

        assertThat(vectors).hasSizeGreaterThan(100);
        assertThat(misjudged(vectors, "REFUSED")).isEmpty();
    }

    @Test
    void everyVectorHasOneOfTheFourReasons() {
        Set<String> reasons = new HashSet<>();
        for (JsonNode vector : LEAVES) {
            String reason = text(vector, "reason");
            reasons.add(reason);
            assertThat(vector.get("valid").asBoolean())
                    .as(text(vector, "id"))
                    .isEqualTo(reason.equals("VALID"));
        }

        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "VALID", "LEAF_MISMATCH", "ENTRY_FIELD", "OUTSIDE_DOMAIN");
    }

    private static List<JsonNode> vectors(String reason) {
        List<JsonNode> vectors = new ArrayList<>();
        for (JsonNode vector : LEAVES) {
            if (text(vector, "reason").equals(reason)) {
                vectors.add(vector);
            }
        }
        return vectors;
    }

    private static List<String> misjudged(List<JsonNode> vectors, String expected) {
        return vectors.stream()
                .filter(vector -> !outcome(vector).equals(expected))
                .map(vector -> text(vector, "what"))
                .toList();
    }

    private static String outcome(JsonNode vector) {
        Hash made;
        try {
            made = hashOf(vector.get("entry"));
        } catch (IllegalArgumentException | DateTimeException e) {
            return "REFUSED";
        }
        return made.toHex().equals(text(vector, "leafHash")) ? "VALID" : "LEAF_MISMATCH";
    }

    private static Hash hashOf(JsonNode json) {
        if (text(json, "visibility").equals("BATCH")) {
            return Leaf.hashOf(batch(json));
        }
        if (text(json, "visibility").equals("CLOSE")) {
            return Leaf.hashOf(close(json));
        }
        Entry entry = entry(json);
        if (json.has("commitment")) {
            assertThat(Leaf.commitment(entry.draft()))
                    .isEqualTo(HexFormat.of().parseHex(text(json, "commitment")));
        }
        return Leaf.hashOf(entry);
    }

    private static Entry entry(JsonNode json) {
        EntryDraft draft =
                EntryDraft.of(
                                EntryId.of(text(json, "entryId")),
                                EntryKind.valueOf(text(json, "kind")),
                                day(json),
                                new SourceDocument(
                                        text(json, "sourceType"), text(json, "sourceId")),
                                Salt.fromHex(text(json, "narrativeSalt")))
                        .visibility(visibility(json))
                        .narrative(text(json, "narrative"))
                        .postings(postings(json.get("postings")));
        String reverses = text(json, "reverses");
        return new Entry(
                CommunityId.of(text(json, "book")),
                number(json, "index"),
                recordedAt(json),
                reverses.isEmpty() ? draft : draft.reversing(EntryId.of(reverses)));
    }

    private static HouseholdBatch batch(JsonNode json) {
        JsonNode body = json.get("batch");
        HouseholdBatch batch =
                new HouseholdBatch(
                        CommunityId.of(text(json, "book")),
                        number(json, "index"),
                        recordedAt(json),
                        day(json),
                        EntryKind.valueOf(text(body, "kind")),
                        number(body, "fromIndex"),
                        number(body, "toIndex"),
                        Integer.parseInt(text(body, "entryCount")),
                        Integer.parseInt(text(body, "unitCount")),
                        postings(body.get("totals")));
        requireSame("kind", text(json, "kind"), batch.kind().name());
        requireSame("entryId", text(json, "entryId"), batch.id());
        return batch;
    }

    private static PeriodClose close(JsonNode json) {
        PeriodClose close =
                new PeriodClose(
                        CommunityId.of(text(json, "book")),
                        number(json, "index"),
                        recordedAt(json),
                        day(json));
        requireSame("kind", text(json, "kind"), "PERIOD");
        requireSame("entryId", text(json, "entryId"), close.id());
        return close;
    }

    /** The unit stands on every posting of a vector, but only once in an entry of the domain. */
    private static Visibility visibility(JsonNode json) {
        List<String> units = new ArrayList<>();
        json.get("postings").forEach(posting -> units.add(text(posting, "unit")));
        boolean open = text(json, "visibility").equals("OPEN");
        String unit = open || units.isEmpty() ? "" : units.get(0);
        units.forEach(each -> requireSame("unit", each, unit));
        return open ? Visibility.open() : Visibility.household(UnitId.of(unit));
    }

    /** The leaf must write the time as it was read: a moment has no other spelling in the log. */
    private static Instant recordedAt(JsonNode json) {
        String given = text(json, "recordedAt");
        Instant moment = Instant.parse(given);
        requireSame("recordedAt", given, Leaf.timestamp(moment));
        return moment;
    }

    private static List<Posting> postings(JsonNode json) {
        List<Posting> postings = new ArrayList<>();
        for (JsonNode posting : json) {
            Currency currency = Currency.getInstance(text(posting, "currency"));
            postings.add(
                    new Posting(
                            AccountCode.of(text(posting, "account")),
                            side(text(posting, "side")),
                            Money.ofMinor(number(posting, "amountMinor"), currency)));
        }
        return postings;
    }

    private static Side side(String letter) {
        return Arrays.stream(Side.values())
                .filter(side -> side.letter().equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no side: " + letter));
    }

    private static void requireSame(String field, String given, String made) {
        if (!given.equals(made)) {
            throw new IllegalArgumentException(field + " would be " + made + ", not " + given);
        }
    }

    private static LocalDate day(JsonNode json) {
        return LocalDate.parse(text(json, "effectiveDate"));
    }

    private static long number(JsonNode json, String field) {
        return Long.parseLong(text(json, field));
    }

    /** An absent or null member is an empty text, as for a posting without a unit. */
    private static String text(JsonNode json, String field) {
        return json.path(field).isNull() ? "" : json.path(field).asText();
    }
}
