package io.github.xinyi.rest;

import io.github.xinyi.rest.access.AccessPolicy;
import io.github.xinyi.rest.access.Callers;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.DenialSink;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.RateLimit;
import io.github.xinyi.rest.access.RoleModel;
import io.github.xinyi.rest.desk.BankDesk;
import io.github.xinyi.rest.desk.BillDesk;
import io.github.xinyi.rest.desk.BudgetDesk;
import io.github.xinyi.rest.desk.CaseDesk;
import io.github.xinyi.rest.desk.DeskDirectory;
import io.github.xinyi.rest.desk.GovernanceDesk;
import io.github.xinyi.rest.desk.MeetingDesk;
import io.github.xinyi.rest.desk.PaymentDesk;
import io.github.xinyi.rest.desk.RosterDesk;
import io.github.xinyi.rest.desk.TeamDesk;
import io.github.xinyi.rest.disclosure.Communities;
import io.github.xinyi.rest.disclosure.ContractDisclosure;
import io.github.xinyi.rest.disclosure.DecisionDisclosure;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import io.github.xinyi.rest.disclosure.FundDisclosure;
import io.github.xinyi.rest.disclosure.JournalDisclosure;
import io.github.xinyi.rest.disclosure.LogDisclosure;
import io.github.xinyi.rest.disclosure.RecordDisclosure;
import io.github.xinyi.rest.disclosure.StatementDisclosure;
import io.github.xinyi.rest.idempotency.IdempotencyStore;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resources under {@code /api/communities}, to be registered with any Jakarta REST 3.1 server.
 *
 * <p>Example: {@code new ResourceConfig().registerInstances(XinyiRest.of(directory).resources())},
 * or return the set from {@code Application.getSingletons()}. Nothing is bound to a server and
 * nothing is read from the environment. The host authenticates; who may do what is decided here
 * before every operation. Thread-safe.
 *
 * @since 0.1.0
 */
public final class XinyiRest {

    private final Set<Object> resources;

    private XinyiRest(Set<Object> resources) {
        this.resources = Set.copyOf(resources);
    }

    /**
     * The resources over a directory, with the role model that is shipped.
     *
     * @param directory the communities that the host publishes
     * @return the resources; make one for each directory, since it keeps ledgers
     */
    public static XinyiRest of(CommunityDirectory directory) {
        return builder(directory).build();
    }

    /**
     * The resources over a directory, with what the host says of its own.
     *
     * @param directory the communities that the host publishes
     * @return a builder
     */
    public static Builder builder(CommunityDirectory directory) {
        return new Builder(directory);
    }

    /**
     * The instances that a host registers: resources, the writer of their JSON, and filters that
     * leave other paths alone.
     *
     * @return an unmodifiable set
     */
    public Set<Object> resources() {
        return resources;
    }

    /** What a host may say of its own; whatever it leaves out has a default. Not thread-safe. */
    public static final class Builder {

        private static final Logger LOG = LoggerFactory.getLogger(XinyiRest.class);

        private static final int KEYS = 10_000;
        private static final Duration KEPT_FOR = Duration.ofHours(24);
        private static final int DEFAULT_BODY = 256 * 1024;
        private static final int DEFAULT_STATEMENTS = 16 * 1024 * 1024;

        private final CommunityDirectory directory;
        private Callers callers = Callers.principals();
        private AccessPolicy policy = RoleModel.shipped();
        private DenialSink denials = Builder::log;
        private RateLimit limit = RateLimit.none();
        private InstantSource clock = InstantSource.system();
        private Supplier<String> correlations = () -> UUID.randomUUID().toString();
        private DeskDirectory desks = DeskDirectory.none();
        private IdempotencyStore keys = IdempotencyStore.inMemory(KEYS, KEPT_FOR);
        private int maxBodyBytes = DEFAULT_BODY;
        private int maxStatementBytes = DEFAULT_STATEMENTS;
        private Readiness readiness = () -> Readiness.State.READY;
        private FeedLimits feeds = FeedLimits.usual();

        private Builder(CommunityDirectory directory) {
            this.directory = directory;
        }

        /**
         * Who a principal is; by default principals that are callers already, and else anonymous.
         *
         * @param port the host's
         * @return this
         */
        public Builder callers(Callers port) {
            this.callers = port;
            return this;
        }

        /**
         * Who may do what; by default the role model that is shipped.
         *
         * @param port the host's
         * @return this
         */
        public Builder policy(AccessPolicy port) {
            this.policy = port;
            return this;
        }

        /**
         * Where denied calls are written down; by default a warning in the log of this class.
         *
         * @param port the host's
         * @return this
         */
        public Builder denials(DenialSink port) {
            this.denials = port;
            return this;
        }

        /**
         * How often somebody may call; by default without limit.
         *
         * @param port the host's
         * @return this
         */
        public Builder rateLimit(RateLimit port) {
            this.limit = port;
            return this;
        }

        /**
         * The time of calls; by default that of the machine.
         *
         * @param source the host's
         * @return this
         */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /**
         * New ids of requests that bring none; by default random UUIDs.
         *
         * @param ids each of 8 to 64 letters, digits or {@code ._-}
         * @return this
         */
        public Builder correlations(Supplier<String> ids) {
            this.correlations = ids;
            return this;
        }

        /**
         * What may be done for which community; by default nothing can be written.
         *
         * @param port the host's
         * @return this
         */
        public Builder desks(DeskDirectory port) {
            this.desks = port;
            return this;
        }

        /**
         * Where the answers to commands are kept by their keys; by default 10,000 of the last day
         * in the memory of this process.
         *
         * @param port the host's, shared by all its processes
         * @return this
         */
        public Builder idempotency(IdempotencyStore port) {
            this.keys = port;
            return this;
        }

        /**
         * The largest body that is read, but for statements of the bank; by default 256 KiB.
         *
         * @param bytes at least 1
         * @return this
         */
        public Builder maxBodyBytes(int bytes) {
            this.maxBodyBytes = bytes;
            return this;
        }

        /**
         * The largest body of statements of the bank, which are sent from the opening of the book
         * on each time; by default 16 MiB.
         *
         * @param bytes at least 1
         * @return this
         */
        public Builder maxStatementBytes(int bytes) {
            this.maxStatementBytes = bytes;
            return this;
        }

        /**
         * Whether requests can be answered; by default always.
         *
         * @param port the host's
         * @return this
         */
        public Builder readiness(Readiness port) {
            this.readiness = port;
            return this;
        }

        /**
         * How long and how many live feeds are held open; by default {@link FeedLimits#usual}.
         *
         * @param limits the host's
         * @return this
         */
        public Builder feeds(FeedLimits limits) {
            this.feeds = limits;
            return this;
        }

        /**
         * The resources.
         *
         * @return make one for each directory, since it keeps ledgers
         */
        public XinyiRest build() {
            Communities communities = new Communities(directory);
            DisbursementDisclosure disbursements = new DisbursementDisclosure(communities);
            Gate gate =
                    new Gate(
                            policy,
                            id -> directory.find(id).isPresent(),
                            id -> desks.find(id).isPresent(),
                            denials,
                            clock);
            Writes writes = new Writes(keys, gate, clock);
            Meter meter = new Meter();
            PaymentDesk payments = new PaymentDesk(desks);
            return new XinyiRest(
                    Set.of(
                            new CommunityResource(communities, gate),
                            new FundResource(
                                    new FundDisclosure(communities),
                                    new DecisionDisclosure(communities)),
                            new StatementResource(
                                    new StatementDisclosure(communities, payments::trust)),
                            new JournalResource(new JournalDisclosure(communities)),
                            new RecordResource(new RecordDisclosure(communities)),
                            new FeedResource(new RecordDisclosure(communities), new Feeds(feeds)),
                            new LogResource(new LogDisclosure(communities)),
                            new DisbursementResource(disbursements, payments, writes),
                            new ContractResource(new ContractDisclosure(communities)),
                            new RosterResource(new RosterDesk(desks), writes, gate),
                            new GovernanceResource(new GovernanceDesk(desks, clock)),
                            new TeamResource(new TeamDesk(desks, clock)),
                            new MeetingResource(new MeetingDesk(desks), writes),
                            new CaseResource(new CaseDesk(desks), writes, gate),
                            new BankResource(new BankDesk(desks), writes),
                            new BudgetResource(new BudgetDesk(desks, clock), writes),
                            new BillResource(new BillDesk(desks), gate),
                            new VoucherResource(disbursements),
                            new AnswerWriter(),
                            new BodyReader(),
                            new Correlation(correlations),
                            new AccessFeature(
                                    new AccessFilter.Watch(callers, limit, gate, clock),
                                    new BodyLimit(maxBodyBytes),
                                    new BodyLimit(maxStatementBytes),
                                    meter),
                            new ServiceResource(readiness, meter),
                            new CommonHeaders()));
        }

        private static void log(Denial denial) {
            LOG.warn("denied: {}", denial);
        }
    }
}
