package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.JournalDisclosure;
import io.github.xinyi.rest.disclosure.JournalDisclosure.Format;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The whole book as a journal for accounting programs. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/journal")
public final class JournalResource {

    /** Registered nowhere; what editors call the files of beancount. */
    private static final String BEANCOUNT = "text/x-beancount";

    private final JournalDisclosure journals;

    JournalResource(JournalDisclosure journals) {
        this.journals = journals;
    }

    /**
     * The book with every household's amounts and no unit, for hledger and ledger as plain text, or
     * for beancount.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the journal, which stays in no cache
     */
    @GET
    @Performs(Operation.EXPORT_JOURNAL)
    @Produces({MediaType.TEXT_PLAIN, BEANCOUNT})
    public Response whole(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        String form = Forms.chosen(headers, request, MediaType.TEXT_PLAIN, BEANCOUNT);
        boolean isBeancount = form.equals(BEANCOUNT);
        Format format = isBeancount ? Format.BEANCOUNT : Format.PLAIN_TEXT;
        String name = community + (isBeancount ? ".beancount" : ".journal");
        return new Exchange(headers, request)
                .answer(
                        language -> journals.whole(community, format),
                        bytes -> Forms.file(bytes, form, name),
                        Exchange.PRIVATE);
    }
}
