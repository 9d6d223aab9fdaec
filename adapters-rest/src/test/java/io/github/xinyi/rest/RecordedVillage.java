package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;

import io.github.xinyi.rest.openapi.ApiDocument.Recorded;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.tck.TestKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A payment, a meeting and a case as a host leads them, each step written down as an example. */
final class RecordedVillage {

    private static final String MEETING = BASE + "/meetings/2025-OM-01";
    private static final String CASE = BASE + "/cases/C-2025-0042";

    private final Map<String, Recorded> byOperation = new HashMap<>();
    private final VillageHost host;

    private RecordedVillage(VillageHost host) {
        this.host = host;
    }

    /** By the id of each operation; what was done is left in the host. */
    static Map<String, Recorded> play(VillageHost host) {
        RecordedVillage recorded = new RecordedVillage(host);
        recorded.payment();
        recorded.aCase();
        recorded.meeting();
        recorded.roster();
        recorded.budget();
        recorded.post(
                "reconciliations.compare",
                BASE + "/reconciliations",
                "chair",
                BankOfVillage.compared(
                        "2025-01-31",
                        List.of(
                                BankOfVillage.january()
                                        .line("BK0002", "2025-01-31", -500, "账户管理费")
                                        .lines())));
        recorded.get("committees.list", BASE + "/committees", "owner1");
        recorded.get("procedures.list", BASE + "/procedures?limit=1", "owner1");
        recorded.get("conferences.list", BASE + "/conferences", "owner1");
        recorded.get("teams.list", BASE + "/teams?limit=1", "owner1");
        recorded.get("teams.roll", BASE + "/teams/roll", "officer");
        recorded.get("bills.own", BASE + "/bills", "owner1");
        recorded.get("bills.unit", BASE + "/units/" + SampleVillage.unit(1) + "/bills", "steward");
        recorded.get("statements.list", BASE + "/statements", "owner1");
        recorded.get("journal.export", BASE + "/journal", "auditor");
        recorded.get("records.follow", BASE + "/feed?after=30", "owner1");
        recorded.get("service.health", "/api/service/health", "auditor");
        recorded.get("service.metrics", "/api/service/metrics", "auditor");
        recorded.get("service.readiness", "/api/service/readiness", "auditor");
        return recorded.byOperation;
    }

    private void roster() {
        post(
                "rosters.import",
                BASE + "/rosters",
                "chair",
                """
                {"recordDate":"2025-02-28","developer":"DEVELOPER9","file":"units.csv","lines":[
                 "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主",
                 "7-2-101,7号楼,2单元,101,住宅,89.42,登记,已售已交付,OWNER7001,",
                 "7-2-201,7号楼,2单元,201,住宅,89.42,登记,已售已交付,OWNER7002,"]}
                """);
        get("rosters.read", BASE + "/rosters/2024-11-30", "owner1");
        get("rosters.own", BASE + "/rosters/2024-11-30/own", "owner1");
    }

    private void budget() {
        post("budgets.draft", BASE + "/budgets", "steward", NextBudget.DRAFTED);
        post("budgets.adopt", BASE + "/budgets/adoptions", "chair", NextBudget.ADOPTED);
        get("budgets.read", BASE + "/budgets/2026", "owner1");
        get("budgets.execution", BASE + "/budgets/2026/execution", "owner1");
    }

    private void payment() {
        HttpResponse<String> asked =
                post(
                        "disbursements.request",
                        BASE + "/disbursements",
                        "steward",
                        """
                        {"id":"E0102","kind":"PAYMENT","payee":"cableworks","payeeName":"缆索厂",
                         "amountMinor":32000,"currency":"CNY","purpose":"更换绳索","charge":"SF-01",
                         "vouchers":[{"number":"P-9","kind":"INVOICE","date":"2025-03-18",
                           "amountMinor":32000,"sha256":"%s"}]}
                        """
                                .formatted(SampleVillage.INVOICE_HASH.toHex()));
        byte[] digest = Hash.fromHex(json(asked).at("/orderDigest").asText()).toByteArray();
        byte[] signature = TestKeys.sign(TestKeys.pair("K-FIRM-1"), digest);
        post(
                "disbursements.approve",
                BASE + "/disbursements/E0102/approvals",
                "steward",
                """
                {"credential":"K-FIRM-1","signature":"%s","secondFactor":"246810"}
                """
                        .formatted(Base64.getEncoder().encodeToString(signature)));
    }

    private void aCase() {
        post(
                "cases.find",
                BASE + "/cases",
                "owner1",
                """
                {"id":"C-2025-0042","category":"REPAIR","building":"7号楼","units":["%s"],
                 "text":"楼道灯坏了"}
                """
                        .formatted(SampleVillage.unit(3)));
        post(
                "cases.step",
                CASE + "/steps",
                "owner1",
                """
                {"step":"REPORT","person":"officer","text":"一般"}
                """,
                "If-Match",
                "\"1\"");
        get("cases.read", CASE, "owner2");
        get("cases.record", CASE + "/record", "owner1");
    }

    private void meeting() {
        post(
                "meetings.call",
                BASE + "/meetings",
                "chair",
                """
                {"id":"2025-OM-01","rosterDate":"2024-11-30","noticeDate":"2025-03-01",
                 "opensAt":"2025-03-18T09:00:00+08:00","closesAt":"2025-03-26T18:00:00+08:00",
                 "motions":[{"id":"M1","matter":"OTHER_MAJOR_MATTER","title":"更换路灯"}]}
                """);
        get("meetings.read", MEETING, "owner1");
        post(
                "meetings.add-ballot",
                MEETING + "/ballots",
                "owner1",
                """
                {"id":"V01","unit":"%s","choices":{"M1":"FOR"}}
                """
                        .formatted(SampleVillage.unit(1)));
        host.at("2025-03-27T01:00:00Z");
        post("meetings.count", MEETING + "/result", "chair", "{}");
        get("meetings.result", MEETING + "/result", "owner1");
    }

    private HttpResponse<String> post(
            String operation, String path, String caller, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(host.server().uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header(HostLogin.HEADER, caller)
                        .header("Idempotency-Key", "example-" + operation);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return record(operation, body, request);
    }

    private void get(String operation, String path, String caller) {
        record(
                operation,
                "",
                HttpRequest.newBuilder(host.server().uri(path)).header(HostLogin.HEADER, caller));
    }

    /** What is only now described is not held against its description. */
    private HttpResponse<String> record(
            String operation, String body, HttpRequest.Builder request) {
        HttpResponse<String> response = host.server().send(request.build());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(operation + " is no example: " + response.body());
        }
        byOperation.put(operation, new Recorded(body, response));
        return response;
    }
}
