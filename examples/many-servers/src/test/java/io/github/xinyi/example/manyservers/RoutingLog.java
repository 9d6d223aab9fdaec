package io.github.xinyi.example.manyservers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from ShardingSphere what it was asked and which servers it has asked for that, and keeps
 * what names no community, or went to no server or to several.
 */
final class RoutingLog extends Handler {

    private static final Logger SPOKEN = Logger.getLogger("ShardingSphere-SQL");
    private static final String ASKED = "Logic SQL: ";
    private static final String SENT = "Actual SQL: ";

    private final Map<Thread, Routed> last = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final LongAdder statements = new LongAdder();

    /** A statement, and the servers it went to. */
    private record Routed(String statement, List<String> servers) {
        boolean isOfOneCommunity() {
            return statement.contains("community") && servers.size() == 1;
        }
    }

    /** Hears everything from now on. */
    static RoutingLog listening() {
        RoutingLog log = new RoutingLog();
        SPOKEN.setUseParentHandlers(false);
        SPOKEN.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord record) {
        String said = record.getMessage();
        if (said.startsWith(ASKED)) {
            statements.increment();
            judge(
                    last.put(
                            Thread.currentThread(),
                            new Routed(said.substring(ASKED.length()), new ArrayList<>())));
        } else if (said.startsWith(SENT)) {
            Routed asked = last.get(Thread.currentThread());
            String server = said.substring(SENT.length()).split(" ::: ", -1)[0];
            if (asked == null) {
                faults.add("sent without having been asked: " + said);
            } else {
                asked.servers().add(server);
            }
        }
    }

    private void judge(@Nullable Routed routed) {
        if (routed != null && !routed.isOfOneCommunity()) {
            faults.add(routed.servers() + " " + routed.statement());
        }
    }

    /** What was wrong until now, of threads that have ended what they did. */
    List<String> faults() {
        last.values().forEach(this::judge);
        last.clear();
        return List.copyOf(faults);
    }

    long statements() {
        return statements.sum();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        SPOKEN.removeHandler(this);
    }
}
