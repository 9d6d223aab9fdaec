package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.sql.SQLException;

/**
 * One line of a docket.
 *
 * @param community whose docket it is in
 * @param index its place, from 0 without a gap
 * @param kind what was kept, as text
 * @param key which record, as text
 * @param locator of its columns
 * @param content the hash of its rows
 */
record DocketItem(
        CommunityId community,
        long index,
        String kind,
        String key,
        DocketContent.Locator locator,
        Hash content) {

    static final String COLUMNS = "docket_index, kind, record_key, locator, content";

    static DocketItem of(
            CommunityId community, long index, String kind, String key, DocketContent content) {
        return new DocketItem(community, index, kind, key, content.locator(), content.hash());
    }

    static DocketItem of(CommunityId community, Row row) throws SQLException {
        return new DocketItem(
                community,
                row.number(),
                row.text(),
                row.text(),
                new DocketContent.Locator(row.bytes()),
                row.hash());
    }

    /** The hash of its leaf. */
    Hash hash(MerkleDigest digest) {
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/docket/v1"))
                        .text(community.value())
                        .u64(index)
                        .text(kind)
                        .text(key)
                        .bytes(locator.toByteArray())
                        .raw(content.toByteArray());
        return digest.leaf(bytes::addTo);
    }
}
