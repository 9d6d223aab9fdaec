package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Guards D1: however an amount is split, and whatever moments are given for asking, signing,
 * sending and paying, no more leaves by two keys within a window than the limit.
 */
class SplittingProperties {

    private static final long LIMIT = 1_000;
    private static final int DAYS = 30;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One part: when somebody says to have asked, and whether it goes to the bank first. */
    record Part(int askedHour, long fen, boolean sent, int paidHoursLater) {}

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(
                        Arbitraries.integers().between(-24 * 50, 24 * 100),
                        Arbitraries.longs().between(1, 700),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 24 * 6))
                .as(Part::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(9);
    }

    @Property(tries = 80)
    void noSplitPassesUnderALimitUnderAnyMomentOfAsking(
            @ForAll("parts") List<Part> parts, @ForAll ApprovalLimit.Scope scope) {
        Village village =
                new Village(
                        Ratio.of(8, 100),
                        List.of(),
                        Village.USUAL_PAYMENTS.withLimits(
                                List.of(new ApprovalLimit(scope, LIMIT, DAYS))));
        village.post(SampleBook.opening("opening", 1_000_000));

        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String id = "E" + i;
            Instant asked = AT.plus(Duration.ofHours(part.askedHour()));
            PaymentRequest request = village.at(village.lights(id, part.fen()), asked);
            village.disbursements
                    .request(request)
                    .then(there -> signed(village, request, asked))
                    .then(there -> left(village, id, part, asked));
        }

        assertThat(mostWithinAWindow(village))
                .as("%s of %s", scope, parts)
                .isLessThanOrEqualTo(scope == ApprovalLimit.Scope.ORDER ? Long.MAX_VALUE : LIMIT);
    }

    private static Outcome<Boolean> signed(Village village, PaymentRequest request, Instant at) {
        for (var key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            request.order().id(),
                            TestKeys.approval(key.id(), request.order(), at)));
        }
        return Outcome.accepted(true);
    }

    private static Outcome<?> left(Village village, String id, Part part, Instant asked) {
        Instant paid = asked.plus(Duration.ofHours(part.paidHoursLater()));
        SourceDocument instruction = new SourceDocument("notice", "ZL-" + id);
        if (part.sent()) {
            village.disbursements.send(id, instruction, asked);
        }
        return village.payAt(id, paid, paid.atZone(ZONE).toLocalDate());
    }

    /** The greatest sum of payments that the book recorded within one window. */
    private static long mostWithinAWindow(Village village) {
        List<Entry> paid =
                village.book.read(
                        reader ->
                                reader.records(0, 1_000).stream()
                                        .flatMap(record -> record.asEntry().stream())
                                        .map(LogRecord.OfEntry::entry)
                                        .filter(e -> e.draft().kind() == EntryKind.PAYMENT)
                                        .toList());
        long most = 0;
        for (Entry last : paid) {
            long sum =
                    paid.stream()
                            .filter(e -> !e.recordedAt().isAfter(last.recordedAt()))
                            .filter(
                                    e ->
                                            Duration.between(e.recordedAt(), last.recordedAt())
                                                            .compareTo(Duration.ofDays(DAYS))
                                                    < 0)
                            .mapToLong(e -> e.draft().postings().get(0).amount().minor())
                            .sum();
            most = Math.max(most, sum);
        }
        return most;
    }
}
