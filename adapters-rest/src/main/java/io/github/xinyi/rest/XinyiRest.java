package io.github.xinyi.rest;

import io.github.xinyi.rest.disclosure.Communities;
import io.github.xinyi.rest.disclosure.DecisionDisclosure;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import io.github.xinyi.rest.disclosure.FundDisclosure;
import io.github.xinyi.rest.disclosure.LogDisclosure;
import io.github.xinyi.rest.disclosure.RecordDisclosure;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.util.Set;

/**
 * The resources under {@code /api/communities}, to be registered with any Jakarta REST 3.1 server.
 *
 * <p>Example: {@code new ResourceConfig().registerInstances(XinyiRest.of(directory).resources())},
 * or return the set from {@code Application.getSingletons()}. Nothing is bound to a server, nothing
 * is read from the environment, and nothing can be written over it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class XinyiRest {

    private final Set<Object> resources;

    private XinyiRest(Set<Object> resources) {
        this.resources = Set.copyOf(resources);
    }

    /**
     * The resources over a directory.
     *
     * @param directory the communities that the host publishes
     * @return the resources; make one for each directory, since it keeps ledgers
     */
    public static XinyiRest of(CommunityDirectory directory) {
        Communities communities = new Communities(directory);
        DisbursementDisclosure disbursements = new DisbursementDisclosure(communities);
        return new XinyiRest(
                Set.of(
                        new CommunityResource(communities),
                        new FundResource(
                                new FundDisclosure(communities),
                                new DecisionDisclosure(communities)),
                        new RecordResource(new RecordDisclosure(communities)),
                        new LogResource(new LogDisclosure(communities)),
                        new DisbursementResource(disbursements),
                        new VoucherResource(disbursements),
                        new AnswerWriter(),
                        new CommonHeaders()));
    }

    /**
     * The instances that a host registers: resources, the writer of their JSON, and a filter that
     * leaves other paths alone.
     *
     * @return an unmodifiable set
     */
    public Set<Object> resources() {
        return resources;
    }
}
