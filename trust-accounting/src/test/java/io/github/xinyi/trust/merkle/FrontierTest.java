package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final List<String> RFC_6962_LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<Hash> LEAVES = RecursiveTree.leaves(131);

    private static List<Hash> knownLeaves() {
        return RFC_6962_LEAVES.stream()
                .map(hex -> MerkleHash.leaf(HexFormat.of().parseHex(hex)))
                .toList();
    }

    @Test
    void hasTheKnownRootsOfCertificateTransparency() {
        Frontier one = Frontier.empty().append(knownLeaves().get(0)).frontier();
        Frontier eight = Frontier.empty().appendAll(knownLeaves()).frontier();

        assertThat(Frontier.empty().root().toHex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(one.root().toHex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(eight.root().toHex())
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void hasTheRootOfTheRecursiveTreeAtEverySizeUpTo130() {
        Frontier frontier = Frontier.empty();
        for (int size = 0; size <= 130; size++) {
            assertThat(frontier.head())
                    .isEqualTo(new TreeHead(size, RecursiveTree.root(LEAVES.subList(0, size))));
            frontier = frontier.append(LEAVES.get(size)).frontier();
        }
    }

    @Test
    void handsOutEveryCompleteSubtreeOnce() {
        GrownTree tree = GrownTree.of(LEAVES.subList(0, 130));

        int complete = 0;
        for (int level = 0; 130 >> level > 0; level++) {
            for (int index = 0; index < 130 >> level; index++) {
                List<Hash> under = LEAVES.subList(index << level, (index + 1) << level);
                assertThat(tree.read(new NodeAddress(level, index)))
                        .isEqualTo(RecursiveTree.root(under));
                complete++;
            }
        }
        assertThat(tree.nodeCount()).isEqualTo(complete);
    }

    @Test
    void namesTheNodesThatTheFourthLeafCompletes() {
        Frontier three = Frontier.empty().appendAll(LEAVES.subList(0, 3)).frontier();

        List<Node> completed = three.append(LEAVES.get(3)).completed();

        assertThat(completed)
                .extracting(Node::level, Node::index)
                .containsExactly(tuple(0, 3L), tuple(1, 1L), tuple(2, 0L));
    }

    @Test
    void appendsManyLeavesAsItAppendsThemOneByOne() {
        for (int start = 0; start <= 16; start++) {
            Frontier before = Frontier.empty().appendAll(LEAVES.subList(0, start)).frontier();
            List<Node> nodes = new ArrayList<>();
            Frontier single = before;
            for (Hash leaf : LEAVES.subList(start, start + 17)) {
                Frontier.Appended appended = single.append(leaf);
                nodes.addAll(appended.completed());
                single = appended.frontier();
            }

            Frontier.Appended many = before.appendAll(LEAVES.subList(start, start + 17));

            assertThat(many).isEqualTo(new Frontier.Appended(single, nodes));
        }
    }

    @Test
    void appendingNothingChangesNothing() {
        Frontier five = Frontier.empty().appendAll(LEAVES.subList(0, 5)).frontier();

        assertThat(five.appendAll(List.of())).isEqualTo(new Frontier.Appended(five, List.of()));
    }

    @Test
    void goesOnFromWhatAStoreKept() {
        Frontier seven = Frontier.empty().appendAll(LEAVES.subList(0, 7)).frontier();
        Frontier read = Frontier.of(7, new ArrayList<>(seven.hashes()));

        assertThat(read.append(LEAVES.get(7))).isEqualTo(seven.append(LEAVES.get(7)));
    }

    @Test
    void refusesAsManyHashesAsDoNotFitTheSize() {
        List<Hash> two = LEAVES.subList(0, 2);

        assertThat(Frontier.of(3, two).hashes()).isEqualTo(two);
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(2, two));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(7, two));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(0, two));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(-1, List.of()));
    }

    @Test
    void refusesToGrowBeyondALong() {
        Hash any = LEAVES.get(0);
        Frontier almost = Frontier.of(Long.MAX_VALUE - 1, Collections.nCopies(62, any));

        Frontier full = almost.append(any).frontier();

        assertThat(full.size()).isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.append(any));
    }

    @Test
    void refusesAddressesAndHeadsThatCannotBe() {
        assertThat(new NodeAddress(62, 0).level()).isEqualTo(NodeAddress.MAX_LEVEL);
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress(63, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress(62, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeHead(-1, LEAVES.get(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeHead(0, LEAVES.get(0)));
        assertThat(TreeHead.empty()).isEqualTo(Frontier.empty().head());
    }
}
