package io.github.xinyi.trust.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** A tree grown leaf by leaf, with the nodes that a store would keep. */
final class GrownTree implements NodeReader {
    private final Map<NodeAddress, Hash> nodes = new HashMap<>();
    private Frontier frontier = Frontier.empty();

    static GrownTree of(List<Hash> leaves) {
        GrownTree tree = new GrownTree();
        leaves.forEach(tree::append);
        return tree;
    }

    void append(Hash leafHash) {
        Frontier.Appended appended = frontier.append(leafHash);
        for (Node node : appended.completed()) {
            Hash before = nodes.put(node.address(), node.hash());
            if (before != null) {
                throw new IllegalStateException("completed twice: " + node);
            }
        }
        frontier = appended.frontier();
    }

    Frontier frontier() {
        return frontier;
    }

    int nodeCount() {
        return nodes.size();
    }

    @Override
    public Hash read(NodeAddress address) {
        Hash hash = nodes.get(address);
        if (hash == null) {
            throw new NoSuchElementException("no node at " + address);
        }
        return hash;
    }
}
