package io.github.xinyi.example.xinyijia;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The owners' page: a few files that need nothing from elsewhere. */
@Path("/")
public final class PageResource {

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml");
    private static final String POLICY =
            "default-src 'self'; img-src 'self'; style-src 'self'; script-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * The page.
     *
     * @return index.html
     * @throws IOException if it cannot be read
     */
    @GET
    public Response index() throws IOException {
        return file("index.html");
    }

    /**
     * A file of the page.
     *
     * @param name for example {@code app.js}
     * @return the file
     * @throws IOException if it cannot be read
     */
    @GET
    @Path("{name: [a-z]+\\.(html|js|css|svg)}")
    public Response file(@PathParam("name") String name) throws IOException {
        try (InputStream in = PageResource.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new NotFoundException();
            }
            return Response.ok(in.readAllBytes())
                    .type(TYPES.get(name.substring(name.indexOf('.') + 1)))
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache")
                    .build();
        }
    }
}
