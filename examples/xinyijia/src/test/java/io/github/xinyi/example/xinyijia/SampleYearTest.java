package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.statement.StatementView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample community's year, from its files to the database. */
@ExtendWith(SampleServer.class)
class SampleYearTest {

    @Test
    void agreesWithEveryTotalComputedElsewhere(Running running) {
        Community community = running.server().community();

        List<SelfCheck.Figure> figures =
                new SelfCheck(community.files().json("expected.json"))
                        .figures(community.decisions(), community.office(), community.statement());

        assertThat(figures).hasSizeGreaterThan(80).allMatch(SelfCheck.Figure::agrees);
    }

    @Test
    void noticesATotalThatDiffersByOneFen(Running running) {
        Community community = running.server().community();
        JsonNode expected = community.files().json("expected.json");
        ObjectNode byMonth = (ObjectNode) expected.path("feesReceivedFen").path("byMonth");
        byMonth.put("2025-06", byMonth.path("2025-06").asLong() + 1);

        List<SelfCheck.Figure> figures =
                new SelfCheck(expected)
                        .figures(community.decisions(), community.office(), community.statement());

        assertThat(figures)
                .filteredOn(f -> !f.agrees())
                .extracting(SelfCheck.Figure::name)
                .containsExactly("fees received, 2025-06");
    }

    @Test
    void tellsTheVerdictsWithTheirArticlesAndEveryKindOfRefusal(Running running) {
        assertThat(running.said())
                .contains("M1 选聘物业服务企业并签订信托制物业服务合同: PASSED")
                .contains("M3 利用东侧公共外墙设置广告位: REJECTED")
                .contains("参与表决面积 46,011.13/59,677.88")
                .contains("《中华人民共和国民法典》第278条第2款")
                .contains("2个密钥来自1人")
                .contains("2个密钥来自1方")
                .contains("的签名与本支付内容不符")
                .contains("预算科目SF-07")
                .contains("PUBLIC_INCOME：存款56,654.60元");
    }

    @Test
    void closesTheYearOnceAndTellsItsReportOverHttp(Running running) throws Exception {
        Community community = running.server().community();
        community.year().close();

        assertThat(community.office().book().read(BookReader::closedThrough))
                .contains(YearClosing.LAST_DAY);
        HttpResponse<String> report = get(running, "reports/anheyuan/annual-report.csv");
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(report.body().lines().count())
                .isEqualTo(community.year().report(StatementView.PUBLIC).lines().size() + 1L);
        for (String name :
                List.of(
                        "income-and-expense",
                        "balance-sheet",
                        "public-income",
                        "collection",
                        "remuneration")) {
            assertThat(get(running, "reports/anheyuan/" + name + ".csv").statusCode())
                    .isEqualTo(200);
            assertThat(get(running, "reports/anheyuan/" + name + ".xlsx").body()).startsWith("PK");
        }
        assertThat(get(running, "reports/anheyuan/unknown.csv").statusCode()).isEqualTo(404);
        assertThat(running.said()).contains("The year is closed through 2025-12-31");
    }

    private static HttpResponse<String> get(Running running, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(running.server().address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void signsACheckpointForEveryDayOfTheYearAndForItsClose(Running running) {
        Community community = running.server().community();

        var checkpoints =
                community.stores().checkpoints().list(community.office().community().id(), 0, 400);

        assertThat(checkpoints).hasSize(365 + 1);
        assertThat(checkpoints.get(0).head().size())
                .isEqualTo(community.office().book().read(book -> book.frontier().size()));
    }

    @Test
    void destroysTheDemoKeysOnceTheYearIsOver(Running running) throws Exception {
        try (Stream<Path> keys = Files.list(running.data().resolve("keys"))) {
            assertThat(keys.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("checkpoint.key", "salt.key");
        }
    }

    @Test
    void keepsTheDataAndImportsNothingTwiceOnRestart(@TempDir Path data) throws Exception {
        Options options = new Options(0, data, false);
        long before;
        try (Xinyijia first = Xinyijia.start(options, silent())) {
            before = size(first);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        try (Xinyijia second =
                Xinyijia.start(options, new PrintStream(said, true, StandardCharsets.UTF_8))) {
            assertThat(size(second)).isEqualTo(before).isGreaterThan(16_000);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("nothing is imported again")
                .contains("Self-check passed");
        refusesToServeAnAmountChangedByHand(options);
    }

    /** On the same folder, since a year takes its time. */
    private static void refusesToServeAnAmountChangedByHand(Options options) throws Exception {
        JdbcConnectionPool database =
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + options.data().toAbsolutePath().resolve("xinyi"),
                        "sa",
                        "");
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            for (String trigger : appendOnlyTriggers(sql)) {
                sql.execute("drop trigger if exists " + trigger);
            }
            assertThat(
                            sql.executeUpdate(
                                    "update xy_posting set amount = amount + 1"
                                            + " where log_index = 100"))
                    .isPositive();
            assertThat(JdbcStores.on(database).health()).isNotEmpty();
        } finally {
            database.dispose();
        }

        assertThatThrownBy(() -> Xinyijia.start(options, silent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("100");
    }

    private static List<String> appendOnlyTriggers(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows = sql.executeQuery("select trigger_name from information_schema.triggers")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    private static long size(Xinyijia server) {
        return server.community().office().book().read(book -> book.frontier().size());
    }

    private static PrintStream silent() {
        return new PrintStream(ByteArrayOutputStream.nullOutputStream());
    }
}
