package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.tck.TestKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments asked for and approved over HTTP. */
class PaymentsOverHttpTest {

    private static final String PAYMENTS = BASE + "/disbursements";
    private static final String TEXT =
            """
            {"id":"%s","kind":"PAYMENT","payee":"cableworks","payeeName":"缆索厂",
             "amountMinor":32000,"currency":"CNY","purpose":"更换绳索","charge":"SF-01",
             "vouchers":[{"number":"P-9","kind":"INVOICE","date":"2025-03-18","amountMinor":32000,
               "sha256":"%s"}]}
            """;

    private static int tests;

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    /** Each test has a payment, a body and keys of its own on the one host. */
    private final String id = "E01%02d".formatted(++tests);

    private final String asked = TEXT.formatted(id, SampleVillage.INVOICE_HASH.toHex());

    /** The same for one yuan, of which the village can pay many. */
    private final String small = asked.replace("32000", "100");

    @BeforeAll
    static void open() {
        host = new VillageHost();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    /** The key of this name in this test. */
    private String key(String name) {
        return id + "-" + name;
    }

    /** Another payment than that of this test. */
    private String another() {
        return asked.replace(id, id + "-B");
    }

    private HttpResponse<String> ask(String body, String caller, String key) {
        return host.server().post(PAYMENTS, body, caller, key);
    }

    private HttpResponse<String> approve(
            String id, String digest, String credential, String caller, String code) {
        String signature =
                Base64.getEncoder()
                        .encodeToString(
                                TestKeys.sign(
                                        TestKeys.pair(credential),
                                        Hash.fromHex(digest).toByteArray()));
        return host.server()
                .post(
                        PAYMENTS + "/" + id + "/approvals",
                        """
                        {"credential":"%s","signature":"%s","secondFactor":"%s"}\
                        """
                                .formatted(credential, signature, code),
                        caller,
                        key("approve-" + credential + "-" + code));
    }

    @Test
    void asksForAPaymentAndAuthorisesItUnderTwoKeys() {
        HttpResponse<String> sent = ask(asked, "steward", key("0001"));
        String digest = json(sent).at("/orderDigest").asText();

        HttpResponse<String> first = approve(id, digest, "K-FIRM-1", "steward", VillageHost.CODE);
        HttpResponse<String> second = approve(id, digest, "K-OWN-1", "chair", VillageHost.CODE);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(PAYMENTS + "/" + id);
        assertThat(json(first).at("/status").asText()).isEqualTo("REQUESTED");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(json(second).at("/status").asText()).isEqualTo("AUTHORISED");
        assertThat(
                        json(host.server().get(PAYMENTS + "/" + id))
                                .at("/approvals")
                                .findValuesAsText("side"))
                .containsExactly("TRUSTEE", "OWNER_BODY");
    }

    @Test
    void answersTheSameCommandUnderTheSameKeyAsTheFirstTime() {
        HttpResponse<String> first = ask(asked, "steward", key("0001"));
        String state = host.state();

        host.aMinuteLater();
        HttpResponse<String> again = ask(asked.replace("\n", " "), "steward", key("0001"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void findsACommandDoneThatIsSentAgainUnderAnotherKey() {
        HttpResponse<String> first = ask(asked, "steward", key("0001"));
        host.aMinuteLater();

        HttpResponse<String> again = ask(asked, "steward", key("0002"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherCommand() {
        ask(asked, "steward", key("0001"));
        String state = host.state();

        HttpResponse<String> other = ask(another(), "steward", key("0001"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).at("/type").asText()).endsWith("/key-reused");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void keysOfTwoCallersHaveNothingToDoWithEachOther() {
        ask(asked, "steward", key("0001"));

        HttpResponse<String> other = ask(another(), "chair", key("0001"));

        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
    }

    @Test
    void ofOneCommandSentManyTimesAtOnceOneIsCarriedOut() {
        Set<String> bodies = new HashSet<>();
        IntStream.range(0, 16)
                .mapToObj(
                        i ->
                                CompletableFuture.supplyAsync(
                                        () -> ask(asked, "steward", key("0001"))))
                .toList()
                .forEach(
                        sent -> {
                            HttpResponse<String> response = sent.join();
                            assertThat(response.statusCode()).isIn(201, 409);
                            if (response.statusCode() == 201) {
                                bodies.add(response.body());
                            }
                        });

        assertThat(bodies).hasSize(1);
        assertThat(host.village.payments().list(SampleVillage.ID, 0, 100))
                .filteredOn(payment -> payment.id().equals(id))
                .hasSize(1);
    }

    @Test
    void tellsEveryRuleInTheWayAndChangesNothing() {
        String state = host.state();

        HttpResponse<String> response =
                host.server()
                        .post(
                                PAYMENTS,
                                asked.replace(
                                        "\"amountMinor\":32000,\"currency\"",
                                        "\"amountMinor\":99000000,\"currency\""),
                                "steward",
                                key("0001"),
                                "Accept-Language",
                                "en");

        JsonNode problem = json(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(problem.at("/type").asText()).endsWith("/refused-by-rule");
        assertThat(problem.at("/findings").findValuesAsText("verdict")).contains("MET", "NOT_MET");
        assertThat(problem.at("/title").asText()).isEqualTo("Refused by a rule");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void answersARefusalUnderItsKeyAsTheFirstTime() {
        String tooMuch = asked.replace("\"SF-01\"", "\"SF-99\"");
        HttpResponse<String> first = ask(tooMuch, "steward", key("0001"));
        HttpResponse<String> again = ask(tooMuch, "steward", key("0001"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(422);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"E | \"id\":\"E/ | id",
                "\"kind\":\"PAYMENT\" | \"kind\":\"payment\" | kind",
                "\"payee\":\"cableworks\" | \"payee\":\"\" | payee",
                "\"payeeName\":\"缆索厂\" | \"payeeName\":\" \" | payeeName",
                "\"purpose\":\"更换绳索\" | \"purpose\":\" \" | purpose",
                "\"currency\":\"CNY\" | \"currency\":\"USD\" | currency",
                "\"amountMinor\":32000,\"currency\" | \"amountMinor\":0,\"currency\" | amountMinor",
                "\"date\":\"2025-03-18\" | \"date\":\"2025-02-30\" | vouchers.date",
                "\"number\":\"P-9\" | \"number\":\" \" | vouchers.number",
                "03-18\",\"amountMinor\":32000 | 03-18\",\"amountMinor\":-1 | vouchers.amountMinor",
                "\"sha256\":\" | \"sha256\":\"x | vouchers.sha256",
                "\"kind\":\"INVOICE\" | \"kind\":\"NOTE\" | vouchers.kind",
            })
    void refusesAMemberThatCanNotBe(String member, String wrong, String named) {
        String state = host.state();

        HttpResponse<String> response = ask(asked.replace(member, wrong), "steward", key("0001"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json(response).at("/findings/0/rule").asText()).isEqualTo("request.member");
        assertThat(json(response).at("/findings/0/text").asText()).contains(named);
        assertThat(host.state()).isEqualTo(state);
        assertThat(ask(asked, "steward", key("0001")).statusCode()).isEqualTo(201);
    }

    /** The defect: a text that was too long or blank was told to be wrong with the number. */
    @ParameterizedTest
    @CsvSource({"id, 48", "payeeName, 100", "purpose, 200", "charge, 64", "report, 64"})
    void refusesATextOneCharacterTooLongByItsName(String member, int most) {
        String kept = small.replace("\"vouchers\"", "\"report\":\"\",\"vouchers\"");
        String there = kept.replaceAll("(\"" + member + "\":\")[^\"]*", "$1%s");

        HttpResponse<String> above =
                ask(there.formatted("A".repeat(most + 1)), "steward", key("0001"));
        HttpResponse<String> at = ask(there.formatted("A".repeat(most)), "steward", key("0002"));

        assertThat(above.statusCode()).as(above.body()).isEqualTo(400);
        assertThat(json(above).at("/findings")).hasSize(1);
        assertThat(json(above).at("/findings/0/text").asText()).contains(member);
        assertThat(at.statusCode()).as(at.body()).isNotEqualTo(400);
    }

    @Test
    void tellsEveryMemberThatCanNotBeAtOnce() {
        String wrong =
                asked.replace("\"缆索厂\"", "\" \"")
                        .replace("\"更换绳索\"", "\"\"")
                        .replace("\"PAYMENT\"", "\"GIFT\"");

        assertThat(
                        json(ask(wrong, "steward", key("0001")))
                                .at("/findings")
                                .findValuesAsText("text"))
                .hasSize(3)
                .anyMatch(text -> text.contains("payeeName"))
                .anyMatch(text -> text.contains("purpose"))
                .anyMatch(text -> text.contains("kind"));
    }

    /** The defect: the very same request was refused, since it now names its payee. */
    @Test
    void findsARequestDoneThatIsFromBeforeOrdersNamedTheirPayee() {
        PaymentRequest before = fromBefore(id, OutflowKind.PAYMENT, "SF-01");
        insert(before, Disbursement.Status.REQUESTED);

        HttpResponse<String> again = ask(small, "steward", key("0002"));
        HttpResponse<String> other = ask(small.replace("缆索厂", "另一家"), "steward", key("0003"));

        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(json(again).at("/orderDigest").asText())
                .isEqualTo(before.order().digest().toHex());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    /** The defect: a name was public that nobody had signed. */
    @Test
    void showsNoNameOfAPayeeThatNobodySigned() {
        ask(small, "steward", key("0001"));
        insert(fromBefore(id + "-A", OutflowKind.PAYMENT, "SF-01"), Disbursement.Status.REQUESTED);

        assertThat(json(host.server().get(PAYMENTS + "/" + id)).at("/payeeName").asText())
                .isEqualTo("缆索厂");
        assertThat(json(host.server().get(PAYMENTS + "/" + id + "-A")).at("/payeeName").asText("?"))
                .isEmpty();
        assertThat(named(id)).isEqualTo("缆索厂");
        assertThat(named(id + "-A")).isEmpty();
    }

    /** The defect: what had gone to the bank as one sum was shown nowhere. */
    @Test
    void showsASurplusThatNamesNoUnitAndNonePaidToOneUnit() {
        insert(fromBefore(id, OutflowKind.SURPLUS_DISTRIBUTION, "FP-1"), Disbursement.Status.SENT);
        insert(
                fromBefore(id + "-U", OutflowKind.SURPLUS_DISTRIBUTION, "FP-1/1-1-101"),
                Disbursement.Status.SENT);

        assertThat(named(id)).isEmpty();
        assertThat(host.server().get(PAYMENTS + "?limit=200").body()).doesNotContain(id + "-U");
        assertThat(host.server().get(PAYMENTS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(host.server().get(PAYMENTS + "/" + id + "-U").statusCode()).isEqualTo(404);
    }

    /** The name of the payee in the list of payments. */
    private static String named(String id) {
        for (JsonNode item : json(host.server().get(PAYMENTS + "?limit=200")).at("/items")) {
            if (item.at("/id").asText().equals(id)) {
                return item.at("/payeeName").asText();
            }
        }
        throw new AssertionError(id + " is not in the list");
    }

    /** As it was kept before orders named their payee: the name is shown and not signed. */
    private PaymentRequest fromBefore(String number, OutflowKind kind, String charge) {
        ask(small.replace(id, id + "-B"), "steward", key("before"));
        PaymentRequest now =
                host.village.payments().find(SampleVillage.ID, id + "-B").orElseThrow().request();
        OutflowOrder order = now.order();
        return new PaymentRequest(
                new OutflowOrder(
                        order.community(),
                        number,
                        kind,
                        order.payee(),
                        order.amount(),
                        order.purpose(),
                        charge,
                        order.vouchers(),
                        order.initiator(),
                        order.policy(),
                        order.expiresAt()),
                now.payeeName(),
                now.report(),
                now.vouchers(),
                now.requestedAt());
    }

    private static void insert(PaymentRequest request, Disbursement.Status status) {
        boolean isSent = status == Disbursement.Status.SENT;
        List<Approval> keys =
                isSent
                        ? List.of(
                                TestKeys.approval(
                                        TestKeys.FIRM_KEY.id(),
                                        request.order(),
                                        request.requestedAt()),
                                TestKeys.approval(
                                        TestKeys.OWNERS_KEY.id(),
                                        request.order(),
                                        request.requestedAt()))
                        : List.of();
        List<Step> steps =
                isSent
                        ? List.of(
                                new Step(
                                        status,
                                        request.requestedAt(),
                                        new SourceDocument("notice", "ZL-1")))
                        : List.of();
        assertThat(host.village.payments().insert(new Disbursement(request, keys, status, steps)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\":1}",
                "{\"id\":\"E1\",\"id\":\"E2\"}",
                "{\"unknown\":true}",
                "{\"amountMinor\":1.5}",
                "{\"amountMinor\":\"15\"}",
                "{\"amountMinor\":99999999999999999999}",
                "{\"vouchers\":[null]}",
                "{\"vouchers\":[[[[[[[[[[[[]]]]]]]]]]]]}",
                "{} {}"
            })
    void refusesABodyThatIsNotAsItMustBe(String body) {
        HttpResponse<String> response = ask(body, "steward", key("0001"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(json(response).at("/findings/0/rule").asText()).isEqualTo("request.body");
        assertThat(response.body()).doesNotContain("jackson").doesNotContain("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a space", "ümlaut-key-1"})
    void refusesAKeyOfAnotherForm(String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(asked))
                        .header("Content-Type", "application/json");

        HttpResponse<String> response =
                key.startsWith("ü")
                        ? host.server().send(request, PAYMENTS, HostLogin.HEADER, "steward")
                        : ask(asked, "steward", key);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/findings/0/rule").asText())
                .isEqualTo("request.idempotency-key");
    }

    @Test
    void takesNoOtherTypeThanJson() {
        HttpResponse<String> response =
                host.server()
                        .send(
                                HttpRequest.newBuilder()
                                        .POST(HttpRequest.BodyPublishers.ofString("id=E1")),
                                PAYMENTS,
                                HostLogin.HEADER,
                                "steward",
                                "Content-Type",
                                "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/type").asText()).endsWith("/unsupported-type");
    }

    @Test
    void takesABodyUpToTheLimitAndNoByteMore() {
        int limit = 256 * 1024;
        String filled = asked + " ".repeat(limit - asked.getBytes(UTF_8).length);

        assertThat(ask(filled, "steward", key("0001")).statusCode()).isEqualTo(201);
        assertThat(ask(filled + " ", "steward", key("0002")).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked =
                host.server()
                        .send(
                                HttpRequest.newBuilder()
                                        .POST(
                                                HttpRequest.BodyPublishers.fromPublisher(
                                                        HttpRequest.BodyPublishers.ofString(
                                                                filled + " ")))
                                        .header("Content-Type", "application/json")
                                        .header("Idempotency-Key", key("0003")),
                                PAYMENTS,
                                HostLogin.HEADER,
                                "steward");
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(json(chunked).at("/type").asText()).endsWith("/too-large");
    }

    @Test
    void whoMayNotIsDeniedBeforeHisBodyIsRead() {
        String state = host.state();

        assertThat(ask("{", "owner1", key("0001")).statusCode()).isEqualTo(403);
        assertThat(ask(asked, "auditor", key("0001")).statusCode()).isEqualTo(403);
        assertThat(ask(asked, "nobody", key("0001")).statusCode()).isEqualTo(403);
        assertThat(
                        host.server()
                                .post(
                                        "/api/communities/unknown/disbursements",
                                        asked,
                                        "steward",
                                        key("0001"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(host.denials)
                .extracting(Denial::operation)
                .containsOnly(Operation.REQUEST_DISBURSEMENT)
                .hasSize(4);
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void aKeyIsGivenByItsOwnHolderWithTheSecondFactor() {
        String digest = json(ask(asked, "steward", key("0001"))).at("/orderDigest").asText();
        String state = host.state();

        HttpResponse<String> others = approve(id, digest, "K-OWN-1", "steward", VillageHost.CODE);
        HttpResponse<String> unproved = approve(id, digest, "K-OWN-1", "chair", "000000");

        assertThat(others.statusCode()).isEqualTo(422);
        assertThat(json(others).at("/findings/0/rule").asText()).isEqualTo("approval.own-key");
        assertThat(json(others).at("/findings/0/verdict").asText()).isEqualTo("NOT_MET");
        assertThat(unproved.statusCode()).isEqualTo(422);
        assertThat(json(unproved).at("/findings/1/rule").asText())
                .isEqualTo("approval.second-factor");
        assertThat(json(unproved).at("/findings/1/verdict").asText()).isEqualTo("NOT_MET");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void aSignatureOverAnotherOrderGivesNoKey() {
        ask(asked, "steward", key("0001"));
        String state = host.state();

        HttpResponse<String> response =
                approve(id, "00".repeat(32), "K-OWN-1", "chair", VillageHost.CODE);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void anApprovalOfNothingIsNotFound() {
        assertThat(
                        approve("E9999", "00".repeat(32), "K-OWN-1", "chair", VillageHost.CODE)
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theContractIsPublicAndNamesNoHolder() {
        HttpResponse<String> response = host.server().get(BASE + "/contract");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/ratio").asText()).isEqualTo("2/25");
        assertThat(json(response).at("/keys").findValuesAsText("id"))
                .containsExactly("K-FIRM-1", "K-OWN-1");
        assertThat(response.body()).doesNotContain("steward").doesNotContain("chair");
    }
}
