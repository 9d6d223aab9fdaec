package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.jdbc.BookFault.Log;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.tck.SampleBook;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A book and a docket that are hashed with another digest than SHA-256. */
class VerifyOtherDigestTest {

    private static final MerkleDigest SHA3 =
            MerkleDigest.of("SHA3-256", VerifyOtherDigestTest::sha3);

    private final TestDatabase database = TestDatabase.inMemory();
    private final JdbcStores stores = database.stores().migrate().withDigests(community -> SHA3);

    private static MessageDigest sha3() {
        try {
            return MessageDigest.getInstance("SHA3-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void fill() {
        database.disarm();
        Book book = new Book(Samples.COMMUNITY, SampleBook.chart(), stores.books(), SHA3);
        for (int i = 0; i < 5; i++) {
            book.post(SampleBook.bill("b" + i, "u" + i, 100), SampleBook.MOMENT.plusSeconds(i));
        }
        stores.contracts().save(Samples.terms("HT-1", 8));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isComputedWithTheDigestOfTheBook() {
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
        assertThat(stores.docketHead(Samples.COMMUNITY).size()).isEqualTo(1);
    }

    @Test
    void isFoundWrongUnderAnotherDigest() {
        assertThat(database.stores().verify(Samples.COMMUNITY))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.LEAF);
                            assertThat(fault.index()).isZero();
                        });
    }

    @Test
    void aChangeIsFoundInTheBook() throws SQLException {
        database.execute("UPDATE xy_posting SET amount = 101 WHERE log_index = 3");

        assertThat(stores.verify(Samples.COMMUNITY))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.index()).isEqualTo(3);
                            assertThat(fault.columns()).contains("xy_posting.amount");
                            assertThat(fault.columns()).doesNotContain("xy_entry.narrative");
                        });
    }

    @Test
    void aChangeIsFoundInTheDocket() throws SQLException {
        database.execute("UPDATE xy_contract SET ratio_numerator = 3");

        assertThat(stores.verify(Samples.COMMUNITY))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.log()).isEqualTo(Log.DOCKET);
                            assertThat(fault.kind()).isEqualTo(Kind.CONTENT);
                            assertThat(fault.row()).contains("HT-1");
                            assertThat(fault.columns())
                                    .containsExactly("xy_contract.ratio_numerator");
                        });
    }

    @Test
    void anEmptyCommunityHasAnEmptyDocket() {
        CommunityId nobody = CommunityId.of("nobody");

        assertThat(stores.docketHead(nobody)).isEqualTo(TreeHead.empty());
        assertThat(stores.verify(nobody, new OutsideHeads(List.of(), List.of(TreeHead.empty()))))
                .isEmpty();
    }
}
