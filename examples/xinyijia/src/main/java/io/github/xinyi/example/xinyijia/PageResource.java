package io.github.xinyi.example.xinyijia;

import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Permission;
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

    /**
     * The page.
     *
     * @return index.html
     * @throws IOException if it cannot be read
     */
    @GET
    @Needs(Permission.READ_PUBLIC)
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
    @Needs(Permission.READ_PUBLIC)
    @Path("{name: [a-z]+\\.(html|js|css|svg)}")
    public Response file(@PathParam("name") String name) throws IOException {
        try (InputStream in = PageResource.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new NotFoundException();
            }
            return Response.ok(in.readAllBytes())
                    .type(TYPES.get(name.substring(name.indexOf('.') + 1)))
                    .header("Cache-Control", "no-cache")
                    .build();
        }
    }
}
