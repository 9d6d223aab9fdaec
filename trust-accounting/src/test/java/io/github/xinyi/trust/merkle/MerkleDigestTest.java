package io.github.xinyi.trust.merkle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards T2 for a book whose log is hashed with another digest than SHA-256. */
class MerkleDigestTest {

    private static final MerkleDigest SM3_DIGEST = MerkleDigest.of("SM3", SM3.Digest::new);

    private static Supplier<MessageDigest> jdk(String algorithm) {
        return () -> {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Hash sm3Of(byte... bytes) {
        return Hash.of(new SM3.Digest().digest(bytes));
    }

    private static byte[] joined(int prefix, Hash left, Hash right) {
        byte[] bytes = new byte[1 + 2 * Hash.BYTES];
        bytes[0] = (byte) prefix;
        System.arraycopy(left.toByteArray(), 0, bytes, 1, Hash.BYTES);
        System.arraycopy(right.toByteArray(), 0, bytes, 1 + Hash.BYTES, Hash.BYTES);
        return bytes;
    }

    @Test
    void hasTheValueThatTheStandardOfSm3GivesForAbc() {
        assertThat(SM3_DIGEST.digest("abc".getBytes(US_ASCII)).toHex())
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(SM3_DIGEST.emptyRoot().toHex())
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void hashesLeafAndNodeWithThePrefixesOfTheRfc() {
        Hash leaf = SM3_DIGEST.leaf(new byte[] {7, 8});
        Hash other = SM3_DIGEST.leaf(new byte[0]);

        assertThat(leaf).isEqualTo(sm3Of((byte) 0, (byte) 7, (byte) 8));
        assertThat(SM3_DIGEST.node(leaf, other)).isEqualTo(sm3Of(joined(1, leaf, other)));
        assertThat(MerkleDigest.SHA_256.leaf(new byte[] {7}))
                .isEqualTo(MerkleHash.leaf(new byte[] {7}));
    }

    @Test
    void namesEveryDigestButTheDefaultInWhatIsHashed() {
        assertThat(MerkleDigest.SHA_256.domain("xinyi/leaf/v1")).isEqualTo("xinyi/leaf/v1");
        assertThat(SM3_DIGEST.domain("xinyi/leaf/v1")).isEqualTo("xinyi/leaf/v1+SM3");
        assertThat(MerkleDigest.of("SHA-256", jdk("SHA-256"))).isEqualTo(MerkleDigest.SHA_256);
        assertThat(SM3_DIGEST)
                .isEqualTo(MerkleDigest.of("SM3", SM3.Digest::new))
                .hasSameHashCodeAs(MerkleDigest.of("SM3", SM3.Digest::new))
                .isNotEqualTo(MerkleDigest.SHA_256)
                .hasToString("SM3");
    }

    @Test
    void provesEveryLeafOfEveryTreeUnderSm3AndUnderNothingElse() {
        Map<NodeAddress, Hash> nodes = new HashMap<>();
        NodeReader node = address -> Objects.requireNonNull(nodes.get(address));
        List<Hash> leaves = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        for (int size = 1; size <= 40; size++) {
            Hash leaf = SM3_DIGEST.leaf(new byte[] {(byte) size});
            leaves.add(leaf);
            Frontier.Appended appended = frontier.append(leaf, SM3_DIGEST);
            appended.completed().forEach(made -> nodes.put(made.address(), made.hash()));
            frontier = appended.frontier();
            TreeHead head = frontier.head(SM3_DIGEST);
            assertThat(MerkleProofs.head(size, node, SM3_DIGEST)).isEqualTo(head);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = MerkleProofs.inclusion(index, size, node, SM3_DIGEST);
                assertThat(
                                MerkleVerifier.verifyInclusion(
                                        leaves.get(index), proof, head, SM3_DIGEST))
                        .isEqualTo(ProofCheck.VALID);
                assertThat(MerkleVerifier.verifyInclusion(leaves.get(index), proof, head).isValid())
                        .as("by SHA-256")
                        .isEqualTo(size == 1);
                TreeHead old = MerkleProofs.head(index + 1L, node, SM3_DIGEST);
                assertThat(
                                MerkleVerifier.verifyConsistency(
                                        MerkleProofs.consistency(
                                                index + 1L, size, node, SM3_DIGEST),
                                        old,
                                        head,
                                        SM3_DIGEST))
                        .isEqualTo(ProofCheck.VALID);
            }
        }
        assertThat(frontier.root(SM3_DIGEST)).isNotEqualTo(frontier.root());
        assertThat(Frontier.empty().root(SM3_DIGEST)).isEqualTo(SM3_DIGEST.emptyRoot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sm3", "SM 3", "-SM3", "SM3+", "A23456789012345678901234567890123"})
    void refusesANameOfAnotherForm(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleDigest.of(name, SM3.Digest::new));
    }

    @Test
    void takesANameOf32CharactersAndNoLonger() {
        String longest = "A2345678901234567890123456789012";

        assertThat(MerkleDigest.of(longest, SM3.Digest::new).name()).isEqualTo(longest);
    }

    @Test
    void refusesWhatIsNotTheDigestThatItIsCalled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleDigest.of("SM3", jdk("SHA-256")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleDigest.of("SHA-256", SM3.Digest::new));
        assertThatIllegalArgumentException()
                .as("16 bytes")
                .isThrownBy(() -> MerkleDigest.of("MD5", jdk("MD5")));
        assertThatIllegalArgumentException()
                .as("64 bytes")
                .isThrownBy(() -> MerkleDigest.of("SHA-512", jdk("SHA-512")));
        assertThat(MerkleDigest.of("SHA3-256", jdk("SHA3-256")).emptyRoot())
                .isNotEqualTo(MerkleHash.emptyRoot());
    }

    @Test
    void refusesADigestThatAnswersTwiceDifferently() {
        AtomicInteger calls = new AtomicInteger();
        Supplier<MessageDigest> moody =
                () -> {
                    MessageDigest digest = jdk("SHA-256").get();
                    digest.update((byte) calls.incrementAndGet());
                    return digest;
                };

        assertThatIllegalArgumentException().isThrownBy(() -> MerkleDigest.of("MOODY", moody));
    }
}
