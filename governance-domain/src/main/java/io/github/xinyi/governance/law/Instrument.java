package io.github.xinyi.governance.law;

/**
 * A law, regulation or interpretation in one version, for example the Civil Code of 2021.
 *
 * @param id short and stable, for example {@code CC}
 * @param titleZh the official title, for example {@code 中华人民共和国民法典}
 * @param titleEn its name in English, for example {@code Civil Code}
 * @param version the version whose text was used, for example {@code 2021-01-01}
 * @since 0.1.0
 */
public record Instrument(String id, String titleZh, String titleEn, String version) {}
