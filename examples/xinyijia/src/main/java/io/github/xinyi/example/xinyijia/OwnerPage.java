package io.github.xinyi.example.xinyijia;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The page and the API under it, on localhost, in one Jersey application on the JDK's server. */
final class OwnerPage implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;

    private OwnerPage(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static OwnerPage serve(Community community, int port) {
        ResourceConfig application = new ResourceConfig();
        PublishedSample.of(community).resources().forEach(application::register);
        application.register(PageResource.class);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer server =
                JdkHttpServerFactory.createHttpServer(
                        URI.create("http://localhost:" + port + "/"), application, false);
        server.setExecutor(threads);
        server.start();
        return new OwnerPage(server, threads);
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
