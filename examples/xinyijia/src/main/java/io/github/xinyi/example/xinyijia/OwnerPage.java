package io.github.xinyi.example.xinyijia;

import com.sun.net.httpserver.HttpServer;
import io.github.xinyi.example.xinyijia.desk.BudgetAndBankResource;
import io.github.xinyi.example.xinyijia.desk.DeskCommunity;
import io.github.xinyi.example.xinyijia.desk.DeskResource;
import io.github.xinyi.example.xinyijia.desk.HouseholdResource;
import io.github.xinyi.example.xinyijia.desk.PaymentResource;
import io.github.xinyi.example.xinyijia.desk.ReportedCaseResource;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.LoginResource;
import io.github.xinyi.example.xinyijia.login.Sessions;
import io.github.xinyi.example.xinyijia.statement.BookResource;
import io.github.xinyi.example.xinyijia.statement.StatementResource;
import io.github.xinyi.rest.FeedLimits;
import io.github.xinyi.rest.XinyiRest;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.desk.DeskDirectory;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.EncodingFilter;

/** The page and the API under it, on localhost, in one Jersey application on the JDK's server. */
final class OwnerPage implements AutoCloseable {

    private static final int THREADS = 8;

    /**
     * No feed holds one of the few threads: it ends with what there is, and the page asks again.
     */
    private static final FeedLimits COME_AGAIN =
            new FeedLimits(0, Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(3));

    /**
     * How many connections the JDK's server keeps between two requests. It keeps 200 by itself and
     * cuts the others, at times with a request on its way; whoever starts it may say otherwise.
     */
    private static final String MOST_IDLE = "sun.net.httpserver.maxIdleConnections";

    private static final String MOST_IDLE_CONNECTIONS = "1000";

    private static final Logger JERSEY_CHECK =
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private final HttpServer server;
    private final ExecutorService threads;

    private OwnerPage(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Says so at once where the port is taken, and not only after the year has been replayed. */
    static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (BindException e) {
            throw new IOException("Port " + port + " is in use; choose another with --port", e);
        }
    }

    static OwnerPage serve(Community community, DeskCommunity desk, int port) {
        ResourceConfig application = new ResourceConfig();
        CommunityDirectory directory =
                CommunityDirectory.of(List.of(PublishedSample.of(community), desk.published()));
        Clock clock = Clock.systemUTC();
        Sessions sessions = new Sessions();
        application.registerInstances(
                XinyiRest.builder(directory)
                        .desks(only(desk))
                        .feeds(COME_AGAIN)
                        .build()
                        .resources());
        application.register(PageResource.class);
        application.registerInstances(
                new StatementResource(List.of(community.statements(clock), desk.statements())),
                new BookResource(directory),
                new NoticeResource(directory),
                new LoginResource(desk.accounts(), sessions, clock),
                new DeskResource(desk),
                new BudgetAndBankResource(desk),
                new HouseholdResource(desk),
                new PaymentResource(desk),
                new ReportedCaseResource(desk),
                new Gate(sessions, clock),
                new SecurityHeaders());
        EncodingFilter.enableFor(application, GZipEncoder.class);
        application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        // Jersey takes resource instances for providers without a contract, and says so of each.
        JERSEY_CHECK.setLevel(Level.SEVERE);
        // Without it each small answer of the JDK's server waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        if (System.getProperty(MOST_IDLE) == null) {
            System.setProperty(MOST_IDLE, MOST_IDLE_CONNECTIONS);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer server =
                JdkHttpServerFactory.createHttpServer(
                        URI.create("http://localhost:" + port + "/"), application, false);
        server.setExecutor(threads);
        server.start();
        return new OwnerPage(server, threads);
    }

    private static DeskDirectory only(DeskCommunity community) {
        CommunityDesk desk = community.libraryDesk();
        return id -> Optional.of(desk).filter(one -> one.id().equals(id));
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
