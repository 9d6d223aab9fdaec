package io.github.xinyi.governance.region;

import io.github.xinyi.governance.identity.RegionId;

/**
 * What a profile is of, for example HANGZHOU (杭州市) under NATIONAL, whose texts are at hand.
 *
 * @param id the region
 * @param parent the region whose clauses are handed down to it; itself for the nation alone
 * @param nameZh for example {@code 杭州市}
 * @param nameEn for example {@code Hangzhou}
 * @param texts whether its own texts were read
 * @since 0.1.0
 */
public record ProfileHead(RegionId id, RegionId parent, String nameZh, String nameEn, Texts texts) {

    /** Whether the texts of a region were read. */
    public enum Texts {
        /** They were. */
        READ,
        /** They are not at hand: what is handed down may be changed by them, and is marked so. */
        NOT_AT_HAND
    }
}
