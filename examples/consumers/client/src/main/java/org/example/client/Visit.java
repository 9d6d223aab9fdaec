package org.example.client;

import org.example.generated.ApiClient;
import org.example.generated.ApiException;
import org.example.generated.api.DecisionsApi;
import org.example.generated.api.DecisionsApi.APIDecisionsListRequest;
import org.example.generated.api.FundsApi;
import org.example.generated.api.FundsApi.APIFundsOverviewRequest;
import org.example.generated.api.RecordsApi;
import org.example.generated.api.RecordsApi.APIRecordsListRequest;
import org.example.generated.api.RecordsApi.APIRecordsProveRequest;
import org.example.generated.model.DisclosedRecordOpenEntry;
import org.example.plain.Desk;
import org.h2.jdbcx.JdbcDataSource;

/** An owner's program that knows the document alone, and reads what a host publishes. */
public final class Visit {

    private static final String COMMUNITY = "anheyuan";

    private Visit() {}

    public static void main(String[] args) throws Exception {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:visited;DB_CLOSE_DELAY=-1");
        try (var desk = new Desk(source)) {
            desk.open();
            var client = new ApiClient();
            client.updateBaseUri(desk.address().toString());
            read(client);
        }
    }

    private static void read(ApiClient client) throws ApiException {
        var funds = new FundsApi(client);
        var overview = funds.fundsOverview(overviewOf(COMMUNITY));
        System.out.printf(
                "%s: %d record, %d fen in the service fund%n",
                overview.getCommunity().getName(),
                overview.getLogSize(),
                overview.getFunds().get(0).getCashMinor());

        var decisions =
                new DecisionsApi(client)
                        .decisionsList(
                                APIDecisionsListRequest.newBuilder()
                                        .community(COMMUNITY)
                                        .build());
        var passed = decisions.stream().filter(decision -> decision.getResult().equals("PASSED"));
        System.out.printf(
                "%d decisions, %s passed%n",
                decisions.size(), passed.count() == decisions.size() ? "all" : "not all");

        var records = new RecordsApi(client);
        var proof =
                records.recordsProve(
                        APIRecordsProveRequest.newBuilder()
                                .community(COMMUNITY)
                                .index("0")
                                .build());
        var record = (DisclosedRecordOpenEntry) proof.getEntry().getActualInstance();
        System.out.printf("record %d is %s%n", record.getIndex(), record.getKind());

        System.out.println(
                "unknown community: " + refused(() -> funds.fundsOverview(overviewOf("elsewhere"))));
        var nothing = APIRecordsListRequest.newBuilder().community(COMMUNITY).limit(0L).build();
        System.out.println("limit 0: " + refused(() -> records.recordsList(nothing)));
    }

    private static APIFundsOverviewRequest overviewOf(String community) {
        return APIFundsOverviewRequest.newBuilder().community(community).build();
    }

    /** A call of the generated client. */
    private interface Call {
        Object answer() throws ApiException;
    }

    private static int refused(Call call) {
        try {
            return call.answer() == null ? 0 : 200;
        } catch (ApiException e) {
            return e.getCode();
        }
    }
}
